"""The sentences in which references are told: also those that a text of fixed width breaks over several lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading

Stretch = tuple[int, int]
SIGN = re.compile(r"\s*(?:[-–—•*·o»›▪●►✓→]|\d{1,2}[.)]|[a-zæøå][.)])\s+")  # with which a line of a list begins
_WRAPPED = 45  # characters that a line has at least that was broken amid a sentence
_NO_PROSE = re.compile(r"\t|\||\s{3,}\S")


def sentences(reading: Reading) -> tuple[Stretch, ...]:
    """The sentences of a document, those that a text of fixed width breaks over several lines as one."""
    found: list[Stretch] = []
    for start, end in reading.sentences:
        if found and _goes_on(reading, found[-1], start, end):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _goes_on(reading: Reading, last: Stretch, start: int, end: int) -> bool:
    """Whether a sentence only seems to end with its line: no mark, and the next line, without a bullet or cells, begins in small letters or amid a
    name.
    """
    text = reading.text
    line, following = reading.line_at(last[1] - 1), reading.line_at(start)
    if line is None or following is None or line is following or text[last[1] : start].count("\n") != 1 or line.end - line.start < _WRAPPED:
        return False
    if text[last[1] - 1] in ".!?:;" or SIGN.match(following.text) or _NO_PROSE.search(line.text.strip()) or _NO_PROSE.search(following.text.strip()):
        return False
    begin = text[start : start + 1]
    return begin.islower() or begin == "("
