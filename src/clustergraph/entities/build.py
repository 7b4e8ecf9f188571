"""From groups of sightings to entities: which identifier each bears, and what it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from clustergraph.entities.bodies import Identity
from clustergraph.entities.describe import Describer
from clustergraph.entities.identifiers import choices, first_free, of_rows
from clustergraph.entities.sightings import Sighting
from clustergraph.model import Entity
from clustergraph.names import fold
from clustergraph.registry import Registry


class Held:
    """A group whose sightings lie in memory, in the order of time (:class:`clustergraph.entities.describe.Group`)."""

    def __init__(self, sightings: Iterable[Sighting], identities: Mapping[str, Identity]) -> None:
        self.sightings = sorted(sightings, key=lambda s: s.order)
        self._identities = identities

    @property
    def first(self) -> tuple[Sighting, Identity | None]:
        """The first sighting, with its identity where it is a body's."""
        return self.sightings[0], self._identities.get(self.sightings[0].key)

    @cached_property
    def first_of_row(self) -> tuple[Sighting, Identity] | None:
        """The first sighting of which the registry has a row."""
        return next(((s, found) for s in self.sightings if (found := self._identities.get(s.key)) and found.row), None)

    def names(self) -> Mapping[str, int]:
        """The names, and how many claims speak by each."""
        found: Counter[str] = Counter()
        for sighting in self.sightings:
            found[sighting.name] += sighting.weight
        return found

    def aliases(self) -> set[str]:
        """All names and other names."""
        return {alias for s in self.sightings for alias in (s.name, *s.aliases)}

    def latest(self, name: str) -> Any:
        """What the latest sighting that says it says."""
        return next((s.facts[name] for s in reversed(self.sightings) if s.facts.get(name) is not None), None)

    def region(self, *, latest: bool = False) -> str | None:
        """The region of the first, or the latest, document that has one."""
        return next((s.context.region for s in (reversed(self.sightings) if latest else self.sightings) if s.context.region), None)

    def owners(self, name: str) -> Iterator[tuple[str, str]]:
        """The documents that name an owner, with its name there."""
        return ((s.context.document_id, str(s.facts[name])) for s in self.sightings if s.facts.get(name))


class Builder:
    """Makes the entities of one resolution. ``groups`` are lists of sightings that are one thing.

    ``former`` is the identifier that each sighting bears without the judgements of people: a group keeps one of these, ``first`` before others.
    """

    def __init__(
        self,
        groups: Iterable[Sequence[Sighting]],
        identities: Mapping[str, Identity],
        registry: Registry,
        *,
        former: Mapping[str, str] | None = None,
        first: Sequence[str] = (),
    ) -> None:
        self._registry = registry
        self._former = former or {}
        self._first = {ident: place for place, ident in reversed(list(enumerate(first)))}
        self._identities = identities
        self._groups = sorted((Held(group, identities) for group in groups), key=lambda g: (g.sightings[0].order, g.sightings[0].key))
        self._taken: set[str] = set()
        self._of_row: dict[str, str] = {}
        self._canonical: dict[str, str] = {}
        self._ids = self._name_all()

    @property
    def sightings(self) -> Mapping[str, str]:
        """Sighting key → identifier."""
        return self._canonical

    def _name_all(self) -> list[str]:
        ids = [self._former_id(group) for group in self._groups]
        # Rows are not waited for: their identifiers depend on the registry alone and nothing else may bear them.
        taken = self._taken | set(of_rows(self._registry).values())
        for i, group in enumerate(self._groups):
            if ids[i] is None and (of_row := group.first_of_row) is not None and of_row[1].row is not None:
                ids[i] = self.of_row(of_row[1].row.id)
            elif ids[i] is None:
                ids[i] = first_free(choices(*group.first, self.identity, self._registry), taken)
                taken.add(ids[i] or "")
        for ident, group in zip(ids, self._groups, strict=True):
            assert ident is not None
            self._canonical.update({sighting.key: ident for sighting in group.sightings})
        return [ident for ident in ids if ident is not None]

    def _former_id(self, group: Held) -> str | None:
        """The identifier that a group keeps: the one that people named first, else that of its first sighting; None where others keep them all."""
        held = group.sightings
        known = sorted((ident for s in held if (ident := self._former.get(s.key))), key=lambda ident: self._first.get(ident, len(self._first)))
        ident = next((ident for ident in known if ident not in self._taken), None)
        if ident is not None:
            self._taken.add(ident)
            for sighting in held:
                identity = self._identities.get(sighting.key)
                if identity and identity.row:
                    self._of_row.setdefault(identity.row.id, ident)
        return ident

    def entities(self) -> dict[str, Entity]:
        """All entities by identifier: those that documents name, and those of the registry that these lead to."""
        describer = Describer(self._registry, self)
        found = {ident: describer.entity(ident, group) for ident, group in zip(self._ids, self._groups, strict=True)}
        inferred: dict[str, Entity] = {}
        done: set[str] = set()
        while todo := sorted(describer.rows - done):
            for row in todo:
                entity = describer.inferred(row)
                inferred[entity.id] = entity
            done.update(todo)
        return dict(sorted({**inferred, **found}.items()))

    # -- what a description asks of the others (:class:`clustergraph.entities.describe.World`) -----------------------------------

    def canonical(self, key: str) -> str | None:
        """The identifier that a sighting has."""
        return self._canonical.get(key)

    def identity(self, key: str) -> Identity | None:
        """The identity of a body's sighting."""
        return self._identities.get(key)

    def of_row(self, row_id: str) -> str:
        """The identifier of a registry row."""
        return self._of_row.get(row_id) or of_rows(self._registry)[row_id]

    def is_ambiguous(self, name: str) -> bool:
        """Whether several bodies bear a name."""
        return name in self._ambiguous

    @cached_property
    def _ambiguous(self) -> set[str]:
        owners: dict[str, set[str]] = defaultdict(set)
        for key, ident in self._canonical.items():
            if ident.partition("/")[0] in ("forum", "cluster", "organisation"):
                owners[key.partition("/")[2]].add(ident)
        return {name for name, ids in owners.items() if len(ids) > 1}

    def named_cluster(self, key: str) -> str | None:
        """The identifier of a cluster that the registry does not know."""
        return self._canonical.get(self._clusters.get(key, ""))

    @cached_property
    def _clusters(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for key in sorted(self._identities):
            for name in (self._identities[key].key, fold(key.partition("/")[2])):
                found.setdefault(name, key)
        return found
