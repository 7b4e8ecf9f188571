"""Document → claims. One recognizer a module; the list grammar first, running text after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clustergraph.claims import (
    bodies,
    coverage,
    decisions_elsewhere,
    events,
    initiatives,
    items,
    meeting,
    money,
    people,
    references,
    roles,
    seats,
    titles,
)
from clustergraph.claims.reading import Reading
from clustergraph.model import Claim, Document, Unread

Recognizer = Callable[[Reading], Iterable[Claim]]
RECOGNIZERS: dict[str, Recognizer] = {
    "meeting": meeting.recognize,
    "bodies": bodies.recognize,
    "people": people.recognize,
    "titles": titles.recognize,
    "roles": roles.recognize,
    "references": references.recognize,
    "seats": seats.recognize,
    "items": items.recognize,
    "money": money.recognize,
    "initiatives": initiatives.recognize,
    "decisions_elsewhere": decisions_elsewhere.recognize,
    "events": events.recognize,
}


def recognize(document: Document, recognizers: dict[str, Recognizer] | None = None) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """All that a document says, in document order, and the places that nobody understood."""
    reading = Reading(document)
    found: dict[str, Claim] = {}
    for recognizer in (RECOGNIZERS if recognizers is None else recognizers).values():
        for claim in recognizer(reading):
            found.setdefault(claim.id, claim)
    claims = sorted(found.values(), key=lambda c: (c.evidence[0].start, c.kind, c.id))
    return tuple(claims), coverage.unread(reading, claims)
