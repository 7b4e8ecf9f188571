"""Which lines look like a person: a name with title, party or employer behind or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clustergraph.documents import vocabulary
from clustergraph.documents.numbering import Number
from clustergraph.documents.sheet import Line

_PERSON = re.compile(r"(?:- )?[A-ZÆØÅ][\w.'’\-]+(?: [A-ZÆØÅ][\w.'’\-]*)+(?:,? ?\(\w{1,3}\)|,? [^.]{2,80}|:.{2,80}| [-–] .{2,80})?(?:$|,)")
_NAME = re.compile(r"[A-ZÆØÅ][\w'’\-]+(?: [A-ZÆØÅ][\w.'’\-]*){1,4}")
_NAME_WITHIN = re.compile(r"(?<!\w)[A-ZÆØÅ][\w.'’\-]+ (?:(?:von|van|de|der|el|al|af) )?[A-ZÆØÅ]")


def is_person(line: Line) -> bool:
    """Whether a line looks like a name with title, party or employer behind it."""
    if line.is_row:
        return any(_NAME.fullmatch(cell.strip()) for cell in line.text.split("\t")[:3])
    apart = any(sign in line.text for sign in (",", "(", " - ", " – "))
    return len(line.text) <= 140 and line.text[-1] not in ".!?:" and bool(_PERSON.match(line.text)) and apart


def numbered(lines: Sequence[Line]) -> frozenset[int]:
    """The numbered lines of lists of people: those that follow a heading such as "Deltagere" directly and hold names for the most part."""
    return frozenset(i for block in _blocks(lines) if _holds_people([lines[i] for i in block]) for i in block)


def _blocks(lines: Sequence[Line]) -> Iterator[list[int]]:
    for line in lines:
        if line.label is None or line.label.kind != "attendees" or line.label_end < line.end:
            continue
        block: list[int] = []
        last: Number | None = None
        for below in lines[line.index + 1 :]:
            number = below.number
            if number is None or (last and (last.style != number.style or last.value >= number.value)):
                break
            block.append(below.index)
            last = number
        if block:
            yield block


def _holds_people(block: Sequence[Line]) -> bool:
    titles = [line.number.title for line in block if line.number]
    named = sum(1 for title in titles if _NAME_WITHIN.search(title))
    return 2 * named > len(titles) and not any(vocabulary.is_known_title(title) for title in titles)
