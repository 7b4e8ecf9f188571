"""The list grammar: who stands in which list of a document, before anybody asks who or what the names are.

Lists come first because names in them need no guessing: the place in the list says what is a name, a title, an organisation or a mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading

ListKind = Literal["participants", "members", "apologies", "guests", "secretariat", "observers", "deputies", "chair", "minutes", "contacts", "leads"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words and where they stand: view offsets, half-open; ``text`` is tidied, so it may be shorter than the stretch."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One person of a list, one vacant seat, or seats by kind without a person.

    ``name`` is None where no person stands there; ``seat`` then holds the seat's own words, and ``start``/``end`` lead to them.
    Organisations are in the order of the line: the unit before the body it belongs to.
    """

    name: str | None
    start: int
    end: int
    line: tuple[int, int]  # the whole line or table row
    kind: ListKind
    aliases: tuple[str, ...] = ()  # initials in brackets, call names
    titles: tuple[Words, ...] = ()  # as written
    organisations: tuple[Words, ...] = ()  # as written on the line or on the line below
    heading_organisation: Words | None = None  # the organisation heading that the person stands under
    forum_heading: Words | None = None  # the heading that is a forum ("Chefforum"); a secretariat heading is not one: see kind
    memberships: tuple[tuple[str, Words], ...] = ()  # (capacity, forum as written) of other forums: "medlem af bestyrelsen for …"
    capacities: tuple[str, ...] = ()  # capacity words of the line, as keys of lexicon/capacities.toml
    party: str | None = None
    attendance: Literal["present", "apologies"] | None = None  # said by the line or by the list's heading; None: the list says nothing
    notes: tuple[Words, ...] = ()  # what stands in brackets or after a dash and is none of the above
    vacant: bool = False
    seat: str | None = None
    number: int | None = None  # how many seats of a kind


def rows(reading: Reading) -> tuple[Row, ...]:
    """All rows of all lists of a document, in document order."""
    return ()
