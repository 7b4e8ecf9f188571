"""Finding the points of an agenda in a sheet: their headings, the list of contents, and what stands only in that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clustergraph.documents import vocabulary
from clustergraph.documents.numbering import Number, Weighed, best_chain
from clustergraph.documents.sheet import Line, Sheet

_LEADERS = re.compile(r"(?:\s*\.{3,}\s*|\s*…+\s*|\t+|\s{3,})\s*\d{1,4}$")
_CASE_NUMBER = re.compile(r"(?:[\w.æøå ]{2,20}[:.]?\s*)?\d{1,4}(?:[-/.]\d{1,5}){1,5}(?:-[A-Z]?\d+)*")


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda: its heading runs from line ``first`` to ``last``; ``title_end`` is where the title ends in the last of them."""

    first: int
    last: int
    number: str | None
    title: str
    title_end: int


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a sheet, in order. ``contents`` are the lines of the list of contents, ``listed`` the points that stand only there."""

    points: tuple[Point, ...]
    contents: tuple[int, ...]
    listed: tuple[Point, ...]


def title_of(text: str) -> str:
    """A title without dot leaders and page number."""
    return _LEADERS.sub("", text).strip().rstrip("\t |")


def has_leaders(text: str) -> bool:
    """Whether a line of a list of contents points to a page."""
    return bool(_LEADERS.search(text)) and not re.match(r"\s*\d", _LEADERS.sub("", text)[-1:])


def find(sheet: Sheet) -> Points:
    """The points of a sheet."""
    lines = sheet.lines
    weighed = [w for line in lines if (w := _weigh(lines, line))]
    chain = best_chain(weighed)
    if not _trusted(chain):
        chain = []
    points = tuple(_point(lines, w.line, w.number) for w in chain)
    contents = _contents(lines, points)
    known = {_key(p.title) for p in points}
    listed = [_point(lines, i, n) for i in contents if (n := lines[i].number) and _key(title_of(n.title)) not in known]
    return Points(points, contents, tuple(p for p in listed if p.title) if points else ())


def _trusted(chain: list[Weighed]) -> bool:
    """Whether a run of numbers is an agenda at all: some structure below its points, or a bare list of known titles."""
    if not chain:
        return False
    if sum(w.weight for w in chain) >= 2.0 * min(len(chain), 2):
        return True
    return any(_key(w.number.title) in vocabulary.word_set("items", "known") for w in chain)


def _key(title: str) -> str:
    return re.sub(r"[\W_]+", " ", title_of(title).casefold()).strip()


def _weigh(lines: Sequence[Line], line: Line) -> Weighed | None:
    number = line.number
    if number is None or line.is_row or has_leaders(line.text) or line.text.startswith("- "):
        return None
    if not number.title and (line.index + 1 >= len(lines) or lines[line.index + 1].label or lines[line.index + 1].number):
        return None
    weight = 0.0
    for after in lines[line.index + 1 :]:
        if after.label and after.label.kind in ("recommendation", "case", "decision", "annex"):
            weight += 2.0
            break
        if after.number and after.number.style == number.style:
            break
        if after.index > line.index + 40:
            break
    if line.index + 1 < len(lines) and not lines[line.index + 1].number:
        weight += 0.5
    if line.index and _CASE_NUMBER.fullmatch(lines[line.index - 1].text):
        weight += 1.0
    if line.index + 1 < len(lines) and vocabulary.bare(lines[line.index + 1].text) in vocabulary.word_set("items", "states"):
        weight += 1.5
    if number.style == "word":
        weight += 1.0
    if _key(number.title) in vocabulary.word_set("items", "known"):
        weight += 1.0
    if number.title[:1].islower() or len(number.title) > 220:
        weight -= 1.5
    if number.title.endswith((".", ";", ",")) and len(number.title) > 60:
        weight -= 1.0
    if number.style == " ":
        weight -= 1.0
    return Weighed(line.index, number, weight)


def _point(lines: Sequence[Line], index: int, number: Number) -> Point:
    title = title_of(number.title)
    if title:
        return Point(index, index, number.text, title, lines[index].start + number.title_start + len(title))
    below = lines[index + 1] if index + 1 < len(lines) else lines[index]
    return Point(index, below.index, number.text, title_of(below.text), below.start + len(title_of(below.text)))


def _contents(lines: Sequence[Line], points: Sequence[Point]) -> tuple[int, ...]:
    """The lines of the list of contents: those with leaders, and before the first point those that repeat titles."""
    first = points[0].first if points else len(lines)
    titles = {_key(p.title) for p in points}
    own = {p.first for p in points} | {p.last for p in points}
    found = {line.index for line in lines if line.index not in own and has_leaders(line.text) and line.index < first}
    for line in lines[:first]:
        title = line.number.title if line.number else line.plain
        if _key(title) in titles and not line.label:
            found.add(line.index)
    if found and points:  # entries between and below them that stand only in the list
        for index in range(min(found), first):
            line = lines[index]
            if line.number and (index - 1 in found or index + 1 in found):
                found.add(index)
    return tuple(sorted(found))


def belongs_below(line: Line) -> bool:
    """Whether a line above a point already speaks of that point: its case number."""
    return bool(_CASE_NUMBER.fullmatch(line.text)) or (line.field is not None and line.field[0] == "other")
