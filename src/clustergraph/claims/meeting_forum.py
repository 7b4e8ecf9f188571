"""The forum of a document whose header leaves it open: the one at the beginning of the title, or alone on a line above the first point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clustergraph.claims.body_identity import Group
from clustergraph.claims.body_names import Naming, namings
from clustergraph.lexicon import people
from clustergraph.lexicon.bodies import fold

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading

_LINES = 15  # a head that goes on longer is a text
_BETWEEN = re.compile(r"\s+[·>|•–-]\s+|\t|\s{3,}|,\s+(?=\d|[a-zæøå]+dag\b)")  # "Sundhedsråd Vest · Møde 2"


def opening_title(reading: Reading, groups: Sequence[Group]) -> Group | None:
    """The forum with which the title begins, where the header took its forum from elsewhere."""
    title, forum = reading.document.title or "", reading.document.forum or ""
    if not forum or fold(forum) in fold(title):
        return None
    return next((_group(n, groups) for n in namings(title) if n.full_start == 0 and _is_named(n) and n.end < len(title)), None)


def alone_on_line(reading: Reading, groups: Sequence[Group]) -> Group | None:
    """The first forum whose name is all that stands on a line of the head, or between two signs of it."""
    for words in _stretches(reading):
        for naming in namings(words):
            if _is_named(naming) and fold(words[naming.full_start : naming.end]) == fold(words):
                return _group(naming, groups)
    return None


def _stretches(reading: Reading) -> Iterator[str]:
    first = min((p.start for p in reading.parts_of("item")), default=len(reading.text))
    for line in reading.lines[:_LINES]:
        if line.start >= first or people.list_heading(line.text.partition(":")[0]):  # below it forums head lists of their people
            return
        yield from (words.strip(" .:") for words in _BETWEEN.split(line.text) if words.strip(" .:"))


def _is_named(naming: Naming) -> bool:
    return naming.kind == "forum" and naming.rank == "name" and naming.type != "cluster" and not naming.plural


def _group(naming: Naming, groups: Sequence[Group]) -> Group | None:
    same = (g for g in groups if g.first.kind == "forum" and any(fold(n.text) == fold(naming.text) for n, _ in g.namings))
    return next(same, None)
