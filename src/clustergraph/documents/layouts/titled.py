"""Minutes whose points have titles but no numbers: every point begins with a title above the same heading ("Indstilling", "Sagsfremstilling" …)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clustergraph.documents import vocabulary
from clustergraph.documents.agenda import Point, Points
from clustergraph.documents.headline import opening, title_of
from clustergraph.documents.layouts import minutes
from clustergraph.documents.layouts import points as agenda
from clustergraph.documents.outline import Mark
from clustergraph.documents.sheet import Line, Sheet

name = "titled"

_PARTS = ("recommendation", "case", "decision")


def _is_title(line: Line) -> bool:
    apart = line.label or line.is_residue or line.field or line.is_row or line.number
    return not apart and len(line.text) <= 160 and line.text[-1] not in ".:;,!" and not line.plain[0].islower()


def _find(sheet: Sheet) -> list[Point]:
    """The titles above headings that open a point: one that the point before has had already, or any behind a decision."""
    lines = sheet.lines
    found: list[Point] = []
    had: set[str] = set()
    last = "decision"
    for line in lines[1:]:
        if line.label is None or line.label.weak or line.label.kind not in _PARTS:
            continue
        above, kind = lines[line.index - 1], line.label.kind
        opens = kind in had or last == "decision" or vocabulary.is_known_title(above.plain)
        if opens and _is_title(above) and not _is_content(lines, above):
            found.append(Point(above.index, above.index, None, title_of(above.plain), above.end))
            had = set()
        had.add(kind)
        last = kind
    return found or _plain(sheet) or _led(sheet)


def _is_content(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line is all that stands below a heading."""
    above = lines[line.index - 1] if line.index else None
    return above is not None and above.label is not None and above.label_end == above.end and above.label.kind in _PARTS


def _led(sheet: Sheet) -> list[Point]:
    """The titles before a colon with which lines of minutes begin ("Vagtplan: Planen blev drøftet."), known ones among them."""
    lines = sheet.lines
    if not any(vocabulary.kind_of_title(line.text) == "minutes" for line in lines[:5]):
        return []
    led = [(line, opening(line.text)) for line in lines if not (line.label or line.field or line.is_row or line.is_residue)]
    found = [Point(line.index, line.index, None, title, line.start + len(title)) for line, title in led if title and line.text[len(title)] == ":"]
    return found if sum(vocabulary.is_known_title(point.title) for point in found) >= 2 else []


def _plain(sheet: Sheet) -> list[Point]:
    """Short lines above sentences, where the document is called minutes and at least one of them is the title of a point beyond doubt."""
    lines = sheet.lines
    if not any(vocabulary.kind_of_title(line.text) == "minutes" for line in lines[:5]):
        return []
    first = next((line.index for line in lines if vocabulary.is_known_title(line.text)), len(lines))
    found = [
        Point(line.index, line.index, None, title_of(line.plain), line.end)
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
