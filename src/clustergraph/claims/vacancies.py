"""Empty seats that sentences tell of: "Der er endnu ikke udpeget en repræsentant for A", "Formandsposten har været ubesat siden maj"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clustergraph.claims.spoken import Sentence, forum_of_case, forum_spoken_of
from clustergraph.lexicon import people as words

if TYPE_CHECKING:
    from clustergraph.claims.bodies import Body
    from clustergraph.claims.reading import Reading


@dataclass(frozen=True, slots=True)
class Vacancy:
    """An empty seat. ``forum`` None is the forum of the meeting; ``place`` is the sentence, ``start``/``end`` lead to the seat's words."""

    seat: str
    start: int
    end: int
    place: tuple[int, int]
    capacity: str
    forum: Body | None
    represents: Body | None


def find(reading: Reading) -> Iterator[Vacancy]:
    """All empty seats that sentences tell of."""
    for start, end in reading.sentences:
        text = reading.text[start:end]
        for match in words.vacancies(text):
            at, stop = start + match.start("seat"), start + match.end("seat")
            seat = " ".join(match["seat"].split())
            capacity = words.capacity_in(seat)
            yield Vacancy(seat, at, stop, (start, end), capacity, _forum(reading, start, end, at), _represented(reading, start, at, stop))


def _forum(reading: Reading, start: int, end: int, at: int) -> Body | None:
    """The forum whose seat is empty: named before it in the sentence or paragraph; a body that appoints is none."""
    sentence = Sentence(reading, start, end, ())
    return forum_of_case(sentence) or forum_spoken_of(sentence, at)


def _represented(reading: Reading, start: int, at: int, stop: int) -> Body | None:
    """Whom the seat is for: named in its words, or who has not appointed anybody yet."""
    inside = [b for _, _, b in reading.bodies.pointed_at(at, stop)]
    before = [b for s, _, b in reading.bodies.pointed_at(start, at) if s - start <= 2 and re.search(r"\bhar\b", reading.text[start:at])]
    return next((b for b in [*inside, *before] if b.kind == "organisation"), None)
