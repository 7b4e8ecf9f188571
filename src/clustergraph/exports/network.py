"""Who is who and who has which part, read from a store once: what the exchange forms have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clustergraph.queries import Queryable, run
from clustergraph.queries.actors import Actor, Actors, local

Values = Mapping[str, Any]


class Network:
    """The actors of a store and their ties as of a day (ISO; None: whenever)."""

    def __init__(self, store: Queryable, as_of: str | None = None) -> None:
        self._store = store
        self._params = {"as_of": as_of} if as_of else {}
        self._actors = Actors.load(store)

    def actors(self, *kinds: str) -> list[Actor]:
        """The actors of some kinds, by address."""
        return sorted((actor for actor in self._actors.by_id.values() if actor.kind in kinds), key=lambda actor: actor.id)

    def get(self, ident: Any) -> Actor | None:
        """The actor of an address."""
        return self._actors.get(str(ident)) if ident else None

    def rows(self, query: str) -> Iterator[Values]:
        """The rows of a saved query, a fact once."""
        seen: set[Any] = set()
        for row in run(self._store, query, self._params).dicts():
            if row["fact"] not in seen:
                seen.add(row["fact"])
                yield row


def word(iri: Any) -> str | None:
    """A concept as its word: ``vice_chair``."""
    return local(str(iri)) if iri else None
