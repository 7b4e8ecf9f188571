"""The organisations and forums of one document: who they are, how the document writes them, and whom a back-reference means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from clustergraph.claims.participants import Row
    from clustergraph.claims.reading import Reading

BodyKind = Literal["organisation", "forum"]


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or a forum as one document names it.

    ``name`` is unique in the document; ``of`` (forums) and ``part_of`` (organisations) are display names of other bodies.
    ``mentions`` are stretches of the view that name the body, in order; back-references are not among them.
    """

    name: str
    kind: BodyKind
    type: str
    of: str | None = None
    part_of: str | None = None
    aliases: tuple[str, ...] = ()
    status: str | None = None  # forums: active temporary planned abolished
    valid_from: str | None = None
    valid_until: str | None = None
    collective: bool = False
    mentions: tuple[tuple[int, int], ...] = ()


class Bodies:
    """All bodies of a document and the ways to ask for one. Built once a document; never changed."""

    def __init__(
        self,
        found: Sequence[Body],
        spellings: Mapping[str, Body],
        *,
        meeting_forum: Body | None = None,
        cluster: Body | None = None,
        region: Body | None = None,
    ) -> None:
        self.all: tuple[Body, ...] = tuple(found)
        self.meeting_forum = meeting_forum
        self.cluster = cluster
        self.region = region
        self._spellings = spellings
        places = sorted((start, end, i) for i, body in enumerate(self.all) for start, end in body.mentions)
        self._places = places
        self._starts = [start for start, _, _ in places]

    def named(self, text: str) -> Body | None:
        """The body that a spelling means, without regard to case, genitive, hyphens and blanks; None where none does."""
        return self._spellings.get(text.casefold().strip())

    def at(self, start: int, end: int) -> list[tuple[int, int, Body]]:
        """The mentions that lie inside a stretch of the view, in order."""
        first = bisect_left(self._starts, start)
        return [(s, e, self.all[i]) for s, e, i in self._places[first:] if s < end and e <= end]

    def meant(self, text: str, offset: int) -> Body | None:
        """The body that words at a place mean: a name, or a back-reference ("gruppen", "sekretariatet") where the text settles it."""
        return self.named(text)


def find(reading: Reading, rows: Sequence[Row]) -> Bodies:
    """All organisations and forums of a document."""
    return Bodies((), {})
