"""Minutes whose points have titles but no numbers: every point begins with a title above the same heading ("Indstilling", "Sagsfremstilling" …)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clustergraph.documents import vocabulary
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
        return _plain(sheet)
    kind = max(sorted(opening), key=lambda k: opening[k])
    found = []
    for line in lines[1:]:
        above = lines[line.index - 1]
        if line.label and line.label.kind == kind and _is_title(above):
            found.append(Point(above.index, above.index, None, agenda.title_of(above.plain), above.end))
    return found


def _plain(sheet: Sheet) -> list[Point]:
    """Short lines above sentences, where the document is called minutes and at least one of them is the title of a point beyond doubt."""
    lines = sheet.lines
    if not any(vocabulary.kind_of_title(line.text) == "minutes" for line in lines[:5]):
        return []
    first = next((line.index for line in lines if vocabulary.is_known_title(line.text)), len(lines))
    found = [
        Point(line.index, line.index, None, agenda.title_of(line.plain), line.end)
        for line in lines[first:-1]
        if vocabulary.is_known_title(line.text) or (_is_title(line) and len(line.text) <= 80 and lines[line.index + 1].text[-1] == ".")
    ]
    return [point for point in found if point.first == first or not lines[point.first].text.startswith("- ")]


def matches(sheet: Sheet) -> float:
    """Two titles above the same heading, and no numbers that make an agenda."""
    return 0.5 if len(_find(sheet)) >= 2 and not agenda.find(sheet).points else 0.0


def outline(sheet: Sheet) -> Iterator[Mark]:
    """As for numbered points."""
    return minutes.marks(sheet, Points(tuple(_find(sheet)), (), ()))
