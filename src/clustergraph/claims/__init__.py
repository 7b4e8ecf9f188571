"""Document → claims. One recognizer a module; the list grammar first, running text after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from clustergraph import lexicon
from clustergraph.claims import (
    approvals,
    bodies,
    coverage,
    decisions_elsewhere,
    events,
    handovers,
    initiatives,
    items,
    meeting,
    meetings_referred,
    money,
    people,
    references,
    roles,
    seats,
    seats_among_names,
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
    "seats_among_names": seats_among_names.recognize,
    "items": items.recognize,
    "money": money.recognize,
    "initiatives": initiatives.recognize,
    "decisions_elsewhere": decisions_elsewhere.recognize,
    "approvals": approvals.recognize,
    "handovers": handovers.recognize,
    "meetings_referred": meetings_referred.recognize,
    "events": events.recognize,
}


def recognize(document: Document) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """All that a document says, in document order, and the places that nobody understood. Confidences are shares that were right before."""
    found, unread = read(document)
    return tuple(map(calibrated, found)), unread


def read(document: Document, recognizers: dict[str, Recognizer] | None = None) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """The same with the confidence that each recognizer states."""
    reading = Reading(document)
    found: dict[str, Claim] = {}
    for recognizer in (RECOGNIZERS if recognizers is None else recognizers).values():
        for claim in recognizer(reading):
            found.setdefault(claim.id, claim)
    claims = sorted(found.values(), key=lambda c: (c.evidence[0].start, c.kind, c.id))
    return tuple(claims), coverage.unread(reading, claims)


def calibrated(claim: Claim) -> Claim:
    """A claim with the share of its kind that was right on the annotated documents, of those for which a recognizer states the same."""
    share = lexicon.table("confidence").get(claim.kind, {}).get(f"{claim.confidence:.2f}")
    return claim if share is None else replace(claim, confidence=float(share))
