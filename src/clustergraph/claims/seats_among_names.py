"""Unnamed people among the named ones of a group ("… bestående af Vera Holm, Bo Lund og farmaceuter fra kommunerne"): each is a seat by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clustergraph.claims.reading import Reading
from clustergraph.lexicon import references as words
from clustergraph.model import Claim

RECOGNIZER = "seats_among_names"
# A plural noun of people in small letters and where they come from, as one part of a row.
_UNNAMED = re.compile(
    r"(?:,|\sog|\ssamt)\s+(?P<seat>(?:[^\W\d_]+\s+)?(?P<noun>[a-zæøå]{5,}r(?:e|ne)?)\s+(?:fra|i|ved)\s+[^,.;:()]{3,80}?)(?=[,.;]|\sog\s|\ssamt\s|$)"
)


def recognize(reading: Reading) -> Iterable[Claim]:
    """A ``seats`` claim for each such part of a row that names people too."""
    for start, end in reading.sentences:
        text = reading.text[start:end]
        lead = words.pattern("seats", "made_of").search(text.casefold())
        forums = (
            [m for m in reading.bodies.pointed_at(start, start + lead.start()) if m[2].kind == "forum" and m[2].type != "cluster"] if lead else []
        )
        if not lead or not forums:
            continue
        forum = forums[-1]
        row = re.split(r",\s+(?:der|som|hvor)\s|[.;:]\s", text[lead.end() :])[0]
        low = start + lead.end()
        if not reading.people.within(low, low + len(row)):
            continue
        for match in _UNNAMED.finditer(row):
            seat, at = match["seat"], (low + match.start("seat"), low + match.end("seat"))
            bodies = reading.bodies.pointed_at(*at)
            if reading.people.within(*at):
                continue
            yield reading.claim(
                "seats",
                reading.mention("seat", seat, *at),
                reading.mention("forum", forum[2].name, forum[0], forum[1]),
                [(start, end)],
                RECOGNIZER,
                0.85,
                seat=seat,
                number=words.seat_numbers().get(seat.split()[0].casefold()),
                represents=bodies[0][2].name if len(bodies) == 1 else None,
                status="in_force",
            )
