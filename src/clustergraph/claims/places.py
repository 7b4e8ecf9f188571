"""Where something stands: the heading over a place, its point of the agenda, the paragraph around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustergraph.claims.reading import Line, Part, Reading
from clustergraph.lexicon.decisions import title_marks

_BULLET = re.compile(r"^\s*(?:[-–•*·▪]|o\s|[a-zæøå]\))\s*")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s*")


def top_items(reading: Reading) -> list[Part]:
    """The points of the agenda that stand in no other point, in order."""
    items = reading.parts_of("item")
    indexes = {item.index for item in items}
    return [item for item in items if not _inside(reading, item, indexes)]


def _inside(reading: Reading, item: Part, indexes: set[int]) -> bool:
    parent = item.section.parent
    while parent is not None:
        if parent in indexes:
            return True
        parent = reading.document.sections[parent].parent
    return False


def item_of(reading: Reading, offset: int) -> Part | None:
    """The point of the agenda that holds a place."""
    return next((i for i in top_items(reading) if i.start <= offset < i.end), None)


def item_number(reading: Reading, offset: int) -> str | None:
    """The number of the point that holds a place, for claims that say where they were told."""
    item = item_of(reading, offset)
    return item.section.number if item else None


def clipped(reading: Reading, start: int, end: int) -> list[Line]:
    """The lines of a stretch of the view, cut to it: a heading may share its line with the words that follow."""
    first = reading.line_at(start)
    lines = reading.lines_in(start, end)
    if first is not None and first.start < start < first.end and (not lines or lines[0].start != first.start):
        lines = [first, *lines]
    found = []
    for line in lines:
        low, high = max(line.start, start), min(line.end, end)
        text = reading.text[low:high]
        if text.strip():
            found.append(Line(text, low, high, line.section))
    return found


def body_lines(reading: Reading) -> Iterator[Line]:
    """All lines; of one that begins with the title of a point and goes on only what follows the title."""
    for line in reading.lines:
        part = reading.part_at(line.start)
        if part is not None and part.section.kind == "item" and line.start < part.content < line.end:
            inner = reading.part_at(part.content)
            yield Line(reading.text[part.content : line.end], part.content, line.end, inner.index if inner else line.section)
        else:
            yield line


def title_of(reading: Reading, item: Part) -> str:
    """The tidied title of a point, without its number and without a mark such as "Åben -"."""
    heading = item.section.heading or reading.text[item.start : item.content]
    heading = re.sub(r"\s*\(\d{1,3}\s*min(?:utter|\.)?\)\s*$", "", heading)  # how long the point may take
    return re.sub(rf"^(?:{title_marks()})\s*[-–:]\s*(?=\S)", "", " ".join(heading.split()).strip(" |·•"), flags=re.IGNORECASE)


def is_point(line: Line) -> bool:
    """Whether a line is a point of a bulleted list."""
    return bool(_BULLET.match(line.text))


def is_numbered(line: Line) -> bool:
    """Whether a line begins with a number of its own."""
    return bool(_NUMBERED.match(line.text))


def is_heading(line: Line) -> bool:
    """Whether a line inside a section looks like a heading: short, no sentence, no point of a list, no table row."""
    text = _NUMBERED.sub("", line.text.strip())
    if is_point(line) or "|" in text or "\t" in text or not text or not text[0].isalpha():
        return False
    return len(text.split()) <= 12 and text[-1] not in ".:;,?!" and len(text) <= 110


def heading_over(reading: Reading, offset: int) -> Line | None:
    """The nearest heading-like line above a place, in the same section; None where there is none."""
    part = reading.part_at(offset)
    here = reading.line_at(offset)
    low = part.content if part else 0
    for line in reversed(reading.lines_in(low, offset)):
        if (here is None or line.start != here.start) and is_heading(line):
            return line
    return None


def heading_text(line: Line) -> str:
    """The words of a heading without a number before them."""
    return " ".join(_NUMBERED.sub("", line.text.strip()).split())
