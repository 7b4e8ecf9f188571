"""Minutes whose points have titles but no numbers: every point begins with a title above the same heading ("Indstilling", "Sagsfremstilling" …)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clustergraph.documents.layouts import minutes
from clustergraph.documents.layouts import points as agenda
from clustergraph.documents.layouts.points import Point, Points
from clustergraph.documents.outline import Mark
from clustergraph.documents.sheet import Line, Sheet

name = "titled"


def _is_title(line: Line) -> bool:
    return not (line.label or line.is_residue or line.field or line.is_row or line.number) and len(line.text) <= 160 and line.text[-1] not in ".:;,!"


def _find(sheet: Sheet) -> list[Point]:
    """The titles above the heading with which most points begin."""
    lines = sheet.lines
    opening: Counter[str] = Counter()
    for line in lines[1:]:
        if line.label and not line.label.weak and line.label.kind in ("recommendation", "case", "decision") and _is_title(lines[line.index - 1]):
            opening[line.label.kind] += 1
    if not opening:
        return []
    kind = max(sorted(opening), key=lambda k: opening[k])
    found = []
    for line in lines[1:]:
        above = lines[line.index - 1]
        if line.label and line.label.kind == kind and _is_title(above):
            found.append(Point(above.index, above.index, None, agenda.title_of(above.plain), above.end))
    return found


def matches(sheet: Sheet) -> float:
    """Two titles above the same heading, and no numbers that make an agenda."""
    return 0.5 if len(_find(sheet)) >= 2 and not agenda.find(sheet).points else 0.0


def outline(sheet: Sheet) -> Iterator[Mark]:
    """As for numbered points."""
    return minutes.marks(sheet, Points(tuple(_find(sheet)), (), ()))
