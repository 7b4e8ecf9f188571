"""Minutes whose points have titles but no numbers: every point begins with a title above the same heading ("Indstilling", "Sagsfremstilling" …)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clustergraph.documents import persons, vocabulary
from clustergraph.documents.agenda import Point, Points
from clustergraph.documents.evidence import setting
from clustergraph.documents.headline import opening, title_of
from clustergraph.documents.layouts import minutes
from clustergraph.documents.layouts import points as agenda
from clustergraph.documents.outline import Mark
from clustergraph.documents.sheet import Line, Sheet

name = "titled"

_FEW = 5  # words of a title before a colon
_SHORT = 80  # characters of a title above text
_PARTS = ("recommendation", "case", "decision")


def _is_title(line: Line) -> bool:
    apart = line.label or line.is_residue or line.field or line.is_row or line.number
    lead = line.text[-1] == ":" and line.is_apart and len(line.text.split()) <= _FEW and not line.is_bullet
    whole = lead or line.text[-1] not in ".:;,!" or vocabulary.is_known_title(line.plain)
    return not apart and len(line.text) <= 160 and whole and not line.plain[0].islower()


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
    return found or _marked(sheet) or _plain(sheet) or _led(sheet) or _apart(sheet)


def _is_content(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line is all that stands below a heading."""
    above = lines[line.index - 1] if line.index else None
    return above is not None and above.label is not None and above.label_end == above.end and above.label.kind in _PARTS


def _is_minutes(lines: Sequence[Line]) -> bool:
    """Whether the head of a sheet speaks of minutes."""
    return any(vocabulary.kind_of_title(line.text) == "minutes" for line in lines[:5])


def _led(sheet: Sheet) -> list[Point]:
    """The titles before a colon with which lines of minutes begin ("Vagtplan: Planen blev drøftet."), known ones among them."""
    lines = sheet.lines
    if not (_is_minutes(lines) or setting(lines).meets):
        return []
    led = [(line, opening(line.plain)) for line in lines if not (line.label or line.is_row or line.is_residue) and (line.is_bullet or not line.field)]
    found = [
        Point(line.index, line.index, None, title, line.end - len(line.plain) + len(title))
        for line, title in led
        if title and line.plain[len(title)] == ":"
    ]
    return found if sum(vocabulary.is_known_title(point.title) for point in found) >= 2 else []


def _plain(sheet: Sheet) -> list[Point]:
    """Short lines above sentences, where the document is called minutes and at least one of them is the title of a point beyond doubt."""
    lines = sheet.lines
    if not _is_minutes(lines):
        return []
    first = next((line.index for line in lines if vocabulary.is_known_title(line.text)), len(lines))
    found = [
        _whole(line)
        for line in lines[first:-1]
        if vocabulary.is_known_title(line.text) or (_is_title(line) and len(line.text) <= _SHORT and lines[line.index + 1].text[-1] == ".")
    ]
    return [point for point in found if point.first == first or not lines[point.first].text.startswith("- ")]


def _marked(sheet: Sheet) -> list[Point]:
    """The lines below the head of minutes that are written as headings ("## Valg", "**Valg**"), a known title among them."""
    lines = sheet.lines
    place = setting(lines)
    if not (place.named or place.meets):
        return []
    return _with_known([_whole(line) for line in lines[1:] if line.is_marked and _is_title(line)], 2)


def _apart(sheet: Sheet) -> list[Point]:
    """Short lines below an empty one and right above text, where a document tells of a meeting and a known title is among them."""
    lines = sheet.lines
    place = setting(lines)
    if not (place.named or place.meets) or place.other:
        return []
    begin = 1 + max((line.index for line in lines if line.label and line.label.kind == "attendees"), default=0)
    apart = [
        line
        for line, below in pairwise(lines)
        if line.index >= begin and line.is_apart and not below.is_apart and _is_title(line) and _is_text(below) and not persons.is_person(line)
    ]
    return _with_known([_whole(line) for line in apart if len(line.text) <= _SHORT], 3)


def _is_text(line: Line) -> bool:
    return line.text[-1] in ".!?:" and not (line.number or line.field or line.is_row)


def _whole(line: Line) -> Point:
    return Point(line.index, line.index, None, title_of(line.plain).rstrip(": "), line.end)


def _with_known(found: list[Point], least: int) -> list[Point]:
    return found if len(found) >= least and any(vocabulary.is_known_title(point.title) for point in found) else []


def matches(sheet: Sheet) -> float:
    """Two titles above the same heading, and no numbers that make an agenda."""
    return 0.5 if len(_find(sheet)) >= 2 and not agenda.find(sheet).points else 0.0


def outline(sheet: Sheet) -> Iterator[Mark]:
    """As for numbered points."""
    return minutes.marks(sheet, Points(tuple(_find(sheet)), (), ()))
