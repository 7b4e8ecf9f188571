"""A part of what has been read: the facts around one entity, so that a page about it does not go through all there are.

Reports work on it unchanged. Around a person lie the lists of the forums that they are in, around a forum the titles of its people: all that
a report on the entity looks at is among the facts that name it or that name what stands in them (``tests/reports/test_pool.py`` compares both).
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence

from clustergraph.queries.actors import Actors
from clustergraph.reports.fact import Fact
from clustergraph.reports.pool import WINDOWS, Pool

_NEXT = {
    "person": ("employments",), "forum": ("memberships", "seats", "bodies"), "cluster": ("memberships", "seats", "bodies"),
    "organisation": (), "meeting": ("items", "attendance", "meetings"), "initiative": ("initiatives", "money", "involvements"),
}  # fmt: skip
"""Kind of what stands in a fact → the saved queries whose facts that name it belong to the surroundings."""


class Index:
    """Where each entity is named among the facts of a pool, as known at one moment."""

    def __init__(self, pool: Pool, known_at: str | None) -> None:
        self._pool, self.known_at = pool, known_at
        self._lock = threading.Lock()
        self._places: dict[str, dict[str, list[int]]] = {}

    def places(self, query: str, ident: str) -> Sequence[int]:
        """The places of the facts of one query that name an entity."""
        if query not in self._places:
            with self._lock:
                found: dict[str, list[int]] = defaultdict(list)
                for place, fact in enumerate(self._pool.facts(query, self.known_at)):
                    for name in named(fact):
                        found[name].append(place)
                self._places[query] = dict(found)
        return self._places[query].get(ident, ())


def named(fact: Fact) -> set[str]:
    """The addresses that a fact speaks of, its own among them."""
    return {fact.id, *_addresses(fact)}


def _addresses(fact: Fact) -> Iterator[str]:
    for values in fact.values.values():
        yield from (value for value in values if isinstance(value, str) and "/id/" in value)
    yield from (value for _, value in fact.pairs if "/id/" in value)


class Around(Pool):
    """The pool of one entity's surroundings: what is not about facts is that of the whole."""

    def __init__(self, whole: Pool, index: Index, center: str) -> None:
        super().__init__(whole.store, whole.mask)
        self._whole, self._index = whole, index
        self._quotes, self._said = whole._quotes, whole._said
        self._places = self._surroundings(center)

    def _surroundings(self, center: str) -> dict[str, list[int]]:
        found = {query: set(self._index.places(query, center)) for query in WINDOWS}
        near = {name for query, places in found.items() for place in places for name in named(self._of(query)[place])} - {center}
        for ident in near:
            for query in _NEXT.get(ident.partition("/id/")[2].partition("/")[0], ()):
                found[query].update(self._index.places(query, ident))
        return {query: sorted(places) for query, places in found.items()}

    def _of(self, query: str) -> Sequence[Fact]:
        return self._whole.facts(query, self._index.known_at)

    def facts(self, query: str, known_at: str | None) -> Sequence[Fact]:
        """The facts of the surroundings; for another moment than that of the index all there are."""
        if known_at != self._index.known_at:
            return self._whole.facts(query, known_at)
        facts = self._of(query)
        return [facts[place] for place in self._places[query]]

    @property
    def actors(self) -> Actors:
        """The entities of the whole graph."""
        return self._whole.actors

    @property
    def latest(self) -> tuple[str | None, str | None]:
        """How far the whole reaches."""
        return self._whole.latest

    @property
    def settings(self) -> dict[str, tuple[str | None, str | None, str | None]]:
        """Of all documents."""
        return self._whole.settings
