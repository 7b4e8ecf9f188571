"""A document's text cut into headings and paragraphs, and these into pieces: each piece knows which marks cover it.

Marks may lie within each other and overlap: the text is cut wherever one begins or ends, and no word is shown twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clustergraph.model import Document
from clustergraph.server.contacts import Contact, contacts

_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_LONG = 4000  # code points after which a paragraph is parted at the end of a line: a browser lays out the parts in sight alone
_APART = ("residue", "contents")  # no content: shown, but faintly
_DEEPEST = 4
_SMALLEST = 4  # signs of a link
_GLANCE = 12  # headings


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that something is said of; ``number`` is that of the fact, or of the place that was not understood."""

    start: int
    end: int
    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that the same marks cover, the narrowest mark first. ``begins`` says that some mark begins here; ``hidden`` what is not shown."""

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    begins: bool = False
    hidden: str | None = None

    @property
    def leads(self) -> bool:
        """Whether the piece is large enough to be a link: one hits no single sign, and its neighbors lead to the same."""
        return len(self.text.strip()) >= _SMALLEST or self.hidden is not None

    @property
    def numbers(self) -> str:
        """The numbers of the facts that cover the piece, for a script."""
        return " ".join(str(number) for number in dict.fromkeys(mark.number for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (``level`` 2 to 4) or a paragraph (0) as pieces; ``apart`` where it is no content of the document."""

    start: int
    level: int
    apart: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A line of the table of contents: where the heading stands, how deep, its number and words."""

    start: int
    level: int
    number: str | None
    heading: str


def chapters(document: Document) -> list[Chapter]:
    """The headings of a document, in their order."""
    found = []
    for place, section in enumerate(document.sections):
        if section.heading and section.heading_end > section.start and section.kind not in _APART:
            found.append(Chapter(section.start, _level(document, place), section.number, section.heading))
    return found


def contents(document: Document) -> list[Chapter]:
    """A table of contents that can be taken in at a glance: of many headings only the uppermost."""
    every = chapters(document)
    upper = [chapter for chapter in every if chapter.level == min(one.level for one in every)]
    return upper if len(every) > _GLANCE and len(upper) > 2 else every


def blocks(document: Document, marks: Iterable[Mark]) -> list[Block]:
    """The whole text, in order: nothing is left out but the blank lines between paragraphs."""
    cut = _Cut(document.text, sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.number)), contacts(document.text))
    apart = [(section.start, section.end) for section in document.sections if section.kind in _APART]
    return [
        Block(start, level, any(a <= start < b for a, b in apart), tuple(cut.pieces(start, end)))
        for start, end, level in _stretches(document)
        if document.text[start:end].strip()
    ]


def _level(document: Document, place: int) -> int:
    level, parent = 2, document.sections[place].parent
    while parent is not None:
        level += bool(document.sections[parent].heading)
        parent = document.sections[parent].parent
    return min(level, _DEEPEST)


def _stretches(document: Document) -> Iterator[tuple[int, int, int]]:
    """Start, end and level of each block."""
    headings = sorted({chapter.start: chapter for chapter in chapters(document)}.items())
    ends = {section.start: section.heading_end for section in document.sections if section.heading}
    here = 0
    for start, chapter in headings:
        if start < here:
            continue  # a heading within another one
        yield from _paragraphs(document.text, here, start)
        here = ends[start]
        yield start, here, chapter.level
    yield from _paragraphs(document.text, here, len(document.text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    here = start
    for gap in [*_GAP.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        while stop - here > _LONG:
            line = text.find("\n", here + _LONG, stop)
            if line < 0:
                break
            yield here, line, 0
            here = line + 1
        yield here, stop, 0
        here = gap.end() if gap else end


class _Cut:
    """Cuts stretches of a text at the ends of marks and of what is not shown."""

    def __init__(self, text: str, marks: Sequence[Mark], hidden: Sequence[Contact]) -> None:
        self._text = text
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        self._longest = max((mark.end - mark.start for mark in marks), default=0)
        self._hidden = hidden
        stretches = [*((mark.start, mark.end) for mark in marks), *((one.start, one.end) for one in hidden)]
        self._cuts = sorted({offset for stretch in stretches for offset in stretch})

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        inside = self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]
        near = self._near(start, end)
        for here, there in zip([start, *inside], [*inside, end], strict=True):
            covering = tuple(
                sorted((mark for mark in near if mark.start <= here and mark.end >= there), key=lambda mark: (mark.end - mark.start, mark.number))
            )
            begins = any(mark.start == here for mark in covering)
            secret = next((one for one in self._hidden if one.start <= here and one.end >= there), None)
            if secret is None:
                yield Piece(self._text[here:there], here, covering, begins)
            else:  # said once, however many marks cut it
                yield Piece("", here, covering, begins, secret.kind if here in (secret.start, start) else "")

    def _near(self, start: int, end: int) -> list[Mark]:
        """The marks that touch a stretch."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [mark for mark in self._marks[first:last] if mark.end > start]
