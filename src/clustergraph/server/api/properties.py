"""What an entity can be told apart by, and what may be fetched of it: the properties of the reconciliation service."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from clustergraph.queries.actors import Actor
from clustergraph.server.visit import Visit

Value = str | Actor
"""What a property says: words, or another entity."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property. ``kinds`` are those of the entities that have it, ``to`` the kind of entity that it leads to, None for words."""

    name: str
    kinds: tuple[str, ...]
    values: Callable[[Visit, Actor], Iterable[Value | None]]
    to: str | None = None
    told_by_itself: bool = True  # known without reading what is told of the entity


_ALL = ("person", "organisation", "forum", "cluster", "initiative")
_BODIES = ("organisation", "forum", "cluster")


def _actor(visit: Visit, iri: str | None) -> Actor | None:
    return visit.view.actors.get(iri)


def _roles(key: str, identified: bool = True) -> Callable[[Visit, Actor], Iterable[Value | None]]:
    def values(visit: Visit, actor: Actor) -> Iterable[Value | None]:
        rows = visit.view.near("roles", actor.id, person=actor.id, as_of=visit.as_of).rows
        return [_actor(visit, row[f"{key}_id"]) if identified else row[key] for row in rows if row["person_id"] == actor.id]

    return values


def _refers_to(visit: Visit, actor: Actor) -> Iterable[Value | None]:
    rows = visit.view.near("references", actor.id, forum=actor.id, as_of=visit.as_of).rows
    return [_actor(visit, row["to_id"]) for row in rows if row["from_id"] == actor.id and row["status"] == "in_force"]


def _members(visit: Visit, actor: Actor) -> Iterable[Value | None]:
    rows = visit.view.near("roster", actor.id, forum=actor.id, as_of=visit.as_of).rows
    return [_actor(visit, row["person_id"]) for row in rows if row["forum_id"] == actor.id]


def _initiative(key: str) -> Callable[[Visit, Actor], Iterable[Value | None]]:
    def values(visit: Visit, actor: Actor) -> Iterable[Value | None]:
        rows = visit.view.near("initiatives", actor.id, case=actor.label, as_of=visit.as_of).rows
        told = [row[key] for row in rows if row["initiative_id"] == actor.id]
        return [one for value in told for one in (value if isinstance(value, list) else [value])]

    return values


PROPERTIES = {
    one.name: one
    for one in (
        Property("alias", _ALL, lambda visit, actor: actor.aliases),
        Property("type", _BODIES, lambda visit, actor: [actor.type]),
        Property("status", ("forum", "cluster"), lambda visit, actor: [actor.status]),
        Property("of", ("forum", "organisation"), lambda visit, actor: [_actor(visit, actor.of)]),
        Property("cluster", ("forum", "initiative"), lambda visit, actor: [_actor(visit, visit.view.actors.cluster_of(actor.id))], "cluster"),
        Property("region", _BODIES, lambda visit, actor: [_actor(visit, visit.view.actors.region_of(actor.id))], "organisation"),
        Property("valid_from", ("forum", "cluster"), lambda visit, actor: [actor.valid_from]),
        Property("valid_until", ("forum", "cluster"), lambda visit, actor: [actor.valid_until]),
        Property("employer", ("person",), _roles("organisation"), "organisation", told_by_itself=False),
        Property("title", ("person",), _roles("role", identified=False), told_by_itself=False),
        Property("sits_in", ("person",), _roles("forum"), "forum", told_by_itself=False),
        Property("refers_to", _BODIES, _refers_to, told_by_itself=False),
        Property("members", ("forum", "cluster"), _members, "person", told_by_itself=False),
        Property("progress", ("initiative",), _initiative("status"), told_by_itself=False),
        Property("leads", ("initiative",), _initiative("leads"), told_by_itself=False),
        Property("anchored_in", ("initiative",), _initiative("anchored_in"), told_by_itself=False),
    )
}


def values(visit: Visit, actor: Actor, name: str) -> list[Value]:
    """What a property says of an entity, each value once; nothing where it has no such property."""
    found = PROPERTIES.get(name)
    if found is None or actor.kind not in found.kinds:
        return []
    return list(dict.fromkeys(value for value in found.values(visit, actor) if value))
