"""Finding the points of an agenda in a sheet: their headings, the list of contents, and what stands only in that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from clustergraph.documents import persons, vocabulary
from clustergraph.documents.numbering import Number, Weighed, best_chain
from clustergraph.documents.sheet import Line, Sheet

_LEADERS = re.compile(r"(?:\s*\.{3,}\s*|\s*…+\s*|\t+|\s{3,}|(?:\s\.){3,}\s*)\s*\d{1,4}$")
_SPEAKER = re.compile(r"[,\s]+\(?(?:v\.|v/|v\. /|ved:)\s*[A-ZÆØÅa-zæøå].{0,80}$")
_HOW_LONG = re.compile(r"[,\s]*(?:[-–]\s*)?(?:\((?:ca\. ?)?\d{1,3} ?min(?:utter|\.)?\)|(?:ca\. ?)?\d{1,3} ?min(?:utter|\.)?)$", re.IGNORECASE)
_WHEN = re.compile(r"[,\s]+\(?(?:kl\.? ?)?\d{1,2}[.:]\d\d ?[-–] ?(?:kl\.? ?)?\d{1,2}[.:]\d\d\)?$", re.IGNORECASE)
_CASE_NUMBER = re.compile(r"(?:[\w.æøå ]{2,20}[:.]?\s*)?\d{1,4}(?:[-/.]\d{1,5}){1,5}(?:-[A-Z]?\d+)*")
_LONGEST = 300  # no title is longer
_BELOW = ("recommendation", "case", "decision", "annex")


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda: its heading runs from line ``first`` to ``last``; ``title_end`` is the view offset where its title ends."""

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
    """A title without dot leaders, page number, who speaks to it, when and for how long."""
    if len(text) > _LONGEST:
        return text.strip()
    words = _WHEN.sub("", _HOW_LONG.sub("", _LEADERS.sub("", text).rstrip()))
    return _HOW_LONG.sub("", _SPEAKER.sub("", words)).strip().rstrip("\t |")


def has_leaders(text: str) -> bool:
    """Whether a line of a list of contents points to a page."""
    return len(text) <= _LONGEST and bool(_LEADERS.search(text)) and not _LEADERS.sub("", text)[-1:].isdigit()


def key(title: str) -> str:
    """A title as it is compared: without punctuation, case and page number."""
    return re.sub(r"[\W_]+", " ", title_of(title).casefold()).strip()


def belongs_below(line: Line) -> bool:
    """Whether a line above a point already speaks of that point: its case number."""
    return bool(_CASE_NUMBER.fullmatch(line.text)) or (line.field is not None and line.field[0] == "other" and line.label is None)


@lru_cache(maxsize=2)  # asked by several layouts of the same sheet
def find(sheet: Sheet) -> Points:
    """The points of a sheet."""
    lines = sheet.lines
    people = persons.numbered(lines)
    weighed = _less_inner_lists(lines, [w for line in lines if line.index not in people and (w := _weigh(lines, line))])
    listing = _listing(lines, weighed)
    chain = best_chain([w for w in weighed if w.line not in listing])
    named = any(vocabulary.kind_of_title(line.text) in ("agenda", "minutes") for line in lines[:8] if len(line.text) <= 160)
    if not _trusted(chain, named):
        chain = best_chain(weighed)
        chain, listing = (chain, frozenset()) if _trusted(chain, named) else ([], frozenset())
    chain = sorted([*chain, *_between(chain, [w for w in weighed if w.line not in listing])], key=lambda w: w.line)
    points = tuple(_point(lines, w.line, w.number) for w in chain)
    if not points:
        points = tuple(_named_in_contents(lines))
    contents = _contents(lines, points, listing)
    points = tuple(_titled(lines, points, contents))
    return Points((*_unnumbered(lines, points), *points), contents, tuple(_only_listed(lines, points, contents)))


def _between(chain: Sequence[Weighed], weighed: Sequence[Weighed]) -> Iterator[Weighed]:
    """The points that a run leaves out because their number is written in another way: "1. …", "2 …", "3. …"."""
    for before, after in pairwise(chain):
        wanted = before.number.value + 1
        for here in weighed:
            if before.line < here.line < after.line and wanted < after.number.value and here.number.value == wanted and here.weight >= -0.5:
                yield here
                wanted += 1


def _trusted(chain: list[Weighed], named: bool) -> bool:
    """Whether a run of numbers is an agenda at all: some structure below its points, known titles, or the document is ``named`` so."""
    if not chain:
        return False
    weight = sum(w.weight for w in chain)
    if weight >= 2.0 * min(len(chain), 2) or (named and chain[0].number.value == 1 and len(chain) >= 2 and weight >= 0):
        return True
    return any(vocabulary.is_known_title(title_of(w.number.title)) for w in chain)


def _weigh(lines: Sequence[Line], line: Line) -> Weighed | None:
    """What speaks for a numbered line being a point; none for a line that can't be one."""
    number = line.number
    if number is None or line.is_row or has_leaders(line.text) or line.text.startswith("- ") or number.title.startswith("at "):
        return None
    below = lines[line.index + 1] if line.index + 1 < len(lines) else None
    if not number.title and number.style != "word" and (below is None or below.label or below.number):
        return None
    weight = 2.0 if _has_parts(lines, line, number) else 0.0
    if below and not below.number:
        weight += 0.5
    if below and vocabulary.bare(below.text) in vocabulary.word_set("items", "states"):
        weight += 1.5
    if line.index and _CASE_NUMBER.fullmatch(lines[line.index - 1].text):
        weight += 1.0
    if number.style == "word":
        weight += 1.0
    if number.marked:
        weight += 1.5
    if vocabulary.is_known_title(title_of(number.title)):
        weight += 1.0
    return Weighed(line.index, number, weight - _doubt(number))


def _less_inner_lists(lines: Sequence[Line], weighed: list[Weighed]) -> list[Weighed]:
    """The same with less weight for the points of a list that a recommendation or a colon introduces."""
    found: list[Weighed] = []
    inside: Weighed | None = None  # the last point of the list that is running
    for here in weighed:
        above = lines[here.line - 1] if here.line else None
        begins = above is not None and not here.number.style == "word" and _introduces(above)
        between = lines[inside.line + 1 : here.line] if inside else ()
        goes_on = inside is not None and here.number.value == inside.number.value + 1 and not any(line.label for line in between)
        inside = here if begins or (goes_on and inside and here.number.style == inside.number.style) else None
        found.append(replace(here, weight=here.weight - 2.0) if inside else here)
    return found


def _introduces(line: Line) -> bool:
    if line.label:
        return line.label.kind == "recommendation"
    return line.text[-1] == ":" and not line.field


def _doubt(number: Number) -> float:
    """What speaks against a numbered line being a point: it reads as a sentence, or nothing stands behind the number."""
    doubt = 1.0 if number.style == " " else 0.0
    if number.title[:1].islower() or len(number.title) > 220:
        doubt += 1.5
    if number.title.endswith((".", ";", ",")) and len(number.title) > 60:
        doubt += 1.0
    return doubt


def _has_parts(lines: Sequence[Line], line: Line, number: Number) -> bool:
    """Whether a heading such as "Beslutning" stands between this number and the next of its style."""
    for after in lines[line.index + 1 : line.index + 40]:
        if after.label and after.label.kind in _BELOW:
            return True
        if after.number and after.number.style == number.style:
            return False
    return False


def _point(lines: Sequence[Line], index: int, number: Number) -> Point:
    line = lines[index]
    title = title_of(number.title)
    if title:
        return Point(index, index, number.text, title, line.start + number.title_start + len(title))
    below = lines[index + 1] if index + 1 < len(lines) else line
    if below.label or below.number or below is line or (number.style == "word" and below.is_sentence) or len(below.text) > 200:
        return Point(index, index, number.text, line.text, line.end)
    title = title_of(below.text)
    return Point(index, below.index, number.text, title, below.start + len(title))


def _listing(lines: Sequence[Line], weighed: Sequence[Weighed]) -> frozenset[int]:
    """Numbered lines in a row whose titles, or whose numbers in words ("Ad 1"), come again further down: a list of contents."""
    by_line = {w.line: w for w in weighed}
    found: set[int] = set()
    last = {key(line.number.title if line.number else line.plain): line.index for line in lines if len(line.text) <= _LONGEST}
    worded = {w.number.value: w.line for w in weighed if w.number.style == "word"}
    for block in _blocks(lines, by_line):
        begin = by_line[block[0]].number
        again = any(last.get(key(by_line[i].number.title), -1) > block[-1] for i in block)
        if again or (begin.style != "word" and worded.get(begin.value, -1) > block[-1]):
            found.update(block)
    return frozenset(found)


def _blocks(lines: Sequence[Line], numbered: dict[int, Weighed]) -> Iterator[list[int]]:
    """Runs of numbered lines with nothing but buttons between them; below the heading of a list of contents also a single line."""
    block: list[int] = []
    for line in lines:
        if line.index in numbered and (not block or _follows(numbered[block[-1]].number, numbered[line.index].number)):
            block.append(line.index)
        elif not line.is_residue:
            if len(block) > 1:
                yield block
            block = [line.index] if line.index in numbered else []
    if len(block) > 1:
        yield block


def _follows(before: Number, after: Number) -> bool:
    return before.style == after.style and after.value > before.value


def _contents(lines: Sequence[Line], points: Sequence[Point], listing: frozenset[int]) -> tuple[int, ...]:
    """The lines of the list of contents: found before, those with leaders, and those before the first point that repeat its titles."""
    first = points[0].first if points else len(lines)
    titles = {key(p.title) for p in points if p.title}
    own = {i for p in points for i in (p.first, p.last)}
    found = set(listing) | {line.index for line in lines[:first] if has_leaders(line.text)}
    found |= {line.index for line in lines[:first] if not line.label and key(line.number.title if line.number else line.plain) in titles}
    for index in range(min(found, default=first), first if listing or found else 0):  # what stands only in the list
        if lines[index].number and (index - 1 in found or index + 1 in found):
            found.add(index)
    return tuple(sorted(found - own))


def _only_listed(lines: Sequence[Line], points: Sequence[Point], contents: Sequence[int]) -> Iterator[Point]:
    """The points that only the list of contents names, for instance those behind closed doors."""
    titles, numbers = {key(p.title) for p in points}, {p.number for p in points}
    for index in contents:
        number = lines[index].number
        if points and number and number.title and number.text not in numbers and key(number.title) not in titles:
            yield _point(lines, index, number)


def _titled(lines: Sequence[Line], points: Sequence[Point], contents: Sequence[int]) -> Iterator[Point]:
    """The points with the titles of the list of contents where the point itself has only its number ("Ad 2. Formanden bød …")."""
    listed = {n.text: title_of(n.title) for i in contents if (n := lines[i].number) and n.title}
    for point in points:
        title = listed.get(point.number or "")
        number = lines[point.first].number
        sentence = point.title.endswith(".") or len(point.title) > 120 or point.title == lines[point.first].text
        if title and number and number.style == "word" and sentence and key(title) != key(point.title):
            end = lines[point.first].start + number.title_start if number.title else lines[point.first].end
            yield replace(point, title=title, last=point.first, title_end=end)
        elif title and point.first == point.last and re.match(rf"{re.escape(title)} [A-ZÆØÅ]", point.title):  # the text goes on behind the title
            yield replace(point, title=title, title_end=point.title_end - len(point.title) + len(title))
        else:
            yield point


def _named_in_contents(lines: Sequence[Line]) -> Iterator[Point]:
    """Points without numbers: lines that repeat a title of a list of contents with page numbers, in its order."""
    titles = [key(line.plain) for line in lines if has_leaders(line.text)]
    at = 0
    for line in lines:
        if at < len(titles) and not has_leaders(line.text) and key(line.plain) == titles[at]:
            title = title_of(line.plain)
            yield Point(line.index, line.index, None, title, line.end)
            at += 1


def _unnumbered(lines: Sequence[Line], points: Sequence[Point]) -> Iterator[Point]:
    """A known title without a number before a point 2: the number 1 was lost."""
    if not points or points[0].number != "2":
        return
    for line in lines[: points[0].first]:
        below = lines[line.index + 1]
        title = title_of(line.text)
        if vocabulary.is_known_title(title) and below.label and below.label.kind in _BELOW:
            yield Point(line.index, line.index, None, title, line.start + len(title))
            return
