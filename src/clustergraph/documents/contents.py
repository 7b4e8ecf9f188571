"""Lists of contents: which lines are one, and what only they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from clustergraph.documents import vocabulary
from clustergraph.documents.agenda import Point
from clustergraph.documents.chains import Weighed
from clustergraph.documents.headline import LONGEST, has_leaders, is_timed, key, title_of
from clustergraph.documents.numbering import Number
from clustergraph.documents.sheet import Line

_PAGE = re.compile(r"\s\d{1,3}$")  # a page number without any leaders
_LONGEST_TITLE = 120  # characters of a point in a list without numbers


def listing(lines: Sequence[Line], weighed: Sequence[Weighed]) -> frozenset[int]:
    """Numbered lines in a row whose titles, or whose numbers in words ("Ad 1"), come again further down: a list of contents."""
    by_line = {w.line: w for w in weighed}
    found: set[int] = set()
    last = {key(line.number.title if line.number else line.plain): line.index for line in lines if len(line.text) <= LONGEST}
    last |= {key(w.number.title): w.line for w in weighed}
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


def listed_lines(lines: Sequence[Line], points: Sequence[Point], found_before: frozenset[int]) -> tuple[int, ...]:
    """The lines of the list of contents: found before, those with leaders, and those before the first point that repeat its titles."""
    first = points[0].first if points else len(lines)
    titles = {key(p.title) for p in points if p.title}
    own = {i for p in points for i in (p.first, p.last)}
    found = set(found_before) | {line.index for line in lines[:first] if has_leaders(line.text)}
    found |= {line.index for line in lines[:first] if not line.label and key(line.number.title if line.number else line.plain) in titles}
    for index in range(min(found, default=first), first if found else 0):  # what stands only in the list
        if lines[index].number and any(i in found and lines[i].number for i in (index - 1, index + 1)):
            found.add(index)
    return tuple(sorted(found - own))


def only_listed(lines: Sequence[Line], points: Sequence[Point], contents: Sequence[int]) -> Iterator[Point]:
    """The points that only the list of contents names, for instance those behind closed doors."""
    titles, numbers = {key(p.title) for p in points}, {p.number for p in points}
    for index in contents:
        number = lines[index].number
        if points and number and number.title and number.text not in numbers and key(number.title) not in titles:
            yield numbered_point(lines, index, number)


def numbered_point(lines: Sequence[Line], index: int, number: Number) -> Point:
    """The point that a numbered line begins; its title may stand on the next line."""
    line = lines[index]
    title = title_of(number.title)
    text = number.text or None
    if title:
        return Point(index, index, text, title, line.start + number.title_start + len(title))
    below = lines[index + 1] if index + 1 < len(lines) else line
    if below.label or below.number or below is line or (number.style == "word" and below.is_sentence) or len(below.text) > 200:
        return Point(index, index, text, line.text, line.end)
    title = title_of(below.text)
    return Point(index, below.index, text, title, below.start + len(title))


def titled(lines: Sequence[Line], points: Sequence[Point], contents: Sequence[int]) -> Iterator[Point]:
    """The points with the titles of the list of contents where the point itself has only its number ("Ad 2. Formanden bød …")."""
    named = {n.text: title_of(n.title) for i in contents if (n := lines[i].number) and n.title}
    for point in points:
        title = named.get(point.number or "")
        number = lines[point.first].number
        apart = number is not None and not number.title and point.last > point.first  # "Ad 2)", and the text below
        sentence = apart or point.title.endswith(".") or len(point.title) > 120 or point.title == lines[point.first].text
        if title and number and number.style == "word" and sentence and not key(point.title).startswith(key(title)):
            end = lines[point.first].start + number.title_start if number.title else lines[point.first].end
            yield replace(point, title=title, last=point.first, title_end=end)
        elif title and point.first == point.last and re.match(rf"{re.escape(title)}[.:]? [A-ZÆØÅ]", point.title):  # the text goes on behind the title
            yield replace(point, title=title, title_end=point.title_end - len(point.title) + len(title))
        else:
            yield point


def unnumbered(lines: Sequence[Line], meets: bool) -> list[Point]:
    """Points without numbers, by a list of contents: where its titles come again in its order, else the list itself.

    ``meets``: the document tells of a meeting, so that a list of bullets may be that of its points.
    """
    names = [line for line in lines if has_leaders(line.text)] or _below_heading(lines) or (_bulleted(lines) if meets else [])
    paged = len(names) > 1 and all(_PAGE.search(line.plain) for line in names)
    again = list(_repeated(lines, names, paged))
    if not again and names and not paged and not has_leaders(names[0].text):
        return [Point(line.index, line.index, None, title_of(line.plain), _end(line)) for line in names]
    return again


def _end(line: Line) -> int:
    return line.start + len(line.text) - len(line.plain) + len(title_of(line.plain))


def _repeated(lines: Sequence[Line], names: Sequence[Line], paged: bool) -> Iterator[Point]:
    titles, own = [key(_PAGE.sub("", line.plain) if paged else line.plain) for line in names], {line.index for line in names}
    at = 0
    for line in lines:
        if at < len(titles) and line.index not in own and key(line.plain) == titles[at]:
            yield Point(line.index, line.index, None, title_of(line.plain), _end(line))
            at += 1


def _below_heading(lines: Sequence[Line]) -> list[Line]:
    """The short lines right below "Dagsorden", where a known title is among them: all with bullets or none."""
    for head in lines:
        if head.label is None or head.label.kind != "contents" or head.label_end < head.end:
            continue
        block: list[Line] = []
        for line in lines[head.index + 1 :]:
            if block and _PAGE.search(block[0].plain) and not _PAGE.search(line.plain):
                break
            if not _is_bare_title(line) or (block and line.text.startswith("- ") != block[0].text.startswith("- ")):
                break
            block.append(line)
        if len(block) > 1 and any(vocabulary.is_known_title(_PAGE.sub("", title_of(line.plain))) for line in block):
            return block
    return []


def _bulleted(lines: Sequence[Line]) -> list[Line]:
    """The first list of bullets that are titles: one is known, two say how long they take or who speaks, or most have bullets of their own below."""
    for _, run in groupby(lines, key=lambda line: line.is_bullet and not line.is_residue):
        block = list(run)
        outer = [line for line in block if line.level == block[0].level] if block[0].is_bullet else []
        if len(outer) > 2 and all(_is_bare_title(line) for line in outer) and _are_points(outer, block):
            return outer
    return []


def _are_points(outer: Sequence[Line], block: Sequence[Line]) -> bool:
    known = any(vocabulary.is_known_title(title_of(line.plain)) for line in outer)
    own = {line.index for line in outer}
    told = sum(line.index + 1 not in own and line is not block[-1] for line in outer)
    return known or sum(is_timed(line.plain) for line in outer) > 1 or 3 * told >= 2 * len(outer)


def _is_bare_title(line: Line) -> bool:
    apart = line.label or line.number or line.is_row or line.is_residue or line.field
    return not apart and len(line.plain) <= _LONGEST_TITLE and line.plain[0].isupper() and line.plain[-1] not in ".:;,!"
