"""From a group of sightings to an entity: the label that says whose forum it is, what documents tell of it, and what the registry adds.

A group is seen through the few questions of :class:`Group`, so that it does not matter whether its sightings lie in memory or in an index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from clustergraph import lexicon
from clustergraph.entities.bodies import Identity
from clustergraph.entities.identifiers import name_of, scope_name
from clustergraph.entities.sightings import Sighting
from clustergraph.model import Entity
from clustergraph.names import fold, is_generic
from clustergraph.registry import Registry, Row

CARRIED = ("status", "valid_from", "valid_until", "type", "collective")
OWNERS = ("of", "part_of")


class Group(Protocol):
    """The sightings that are one thing, in the order of time."""

    @property
    def first(self) -> tuple[Sighting, Identity | None]:
        """The first sighting, with its identity where it is a body's."""

    @property
    def first_of_row(self) -> tuple[Sighting, Identity] | None:
        """The first sighting of which the registry has a row."""

    def names(self) -> Mapping[str, int]:
        """The names, and how many claims speak by each."""

    def aliases(self) -> set[str]:
        """All names and other names."""

    def latest(self, name: str) -> Any:
        """What the latest sighting that says it says; None where none does."""

    def region(self, *, latest: bool = False) -> str | None:
        """The region of the first, or the latest, document that has one."""

    def owners(self, name: str) -> Iterator[tuple[str, str]]:
        """The documents that name an owner (``of``, ``part_of``), each with the owner's name there, in the order of time."""


class World(Protocol):
    """What else there is beside one group."""

    def canonical(self, key: str) -> str | None:
        """The identifier that a sighting has."""

    def identity(self, key: str) -> Identity | None:
        """The identity of a body's sighting."""

    def is_ambiguous(self, name: str) -> bool:
        """Whether several bodies bear a name."""

    def named_cluster(self, key: str) -> str | None:
        """The identifier of a cluster that the registry does not know, by its identity's key or its folded name."""

    def of_row(self, row_id: str) -> str:
        """The identifier of a registry row."""


@dataclass
class Describer:
    """Describes the groups of one resolution. ``rows`` gathers the registry rows that descriptions lead to."""

    registry: Registry
    world: World
    rows: set[str] = field(default_factory=set)

    def entity(self, ident: str, group: Group) -> Entity:
        """The entity of a group."""
        names = group.names()
        display = max(names, key=lambda n: (names[n], len(n), n))
        kind = ident.partition("/")[0]
        if kind in ("person", "initiative"):
            label, attributes = display, self._plain(kind, group)
        else:
            attributes = self._attributes(ident, group)
            label = self._label(display, group)
        return self._with_members(Entity(ident, kind, label, tuple(sorted(group.aliases() - {label})), attributes))

    def inferred(self, row_id: str) -> Entity:
        """The entity of a registry row that no document names."""
        row = self.registry.rows[row_id]
        label = _label_of_cluster(row.name, name_of(row.cluster, self.registry)) if row.cluster else row.name
        attributes: dict[str, Any] = {"inferred": True, "registry": row.id, "type": _types().get(row.type, "other")}
        if row.region and row.table != "regions":
            attributes["region"] = self._led_to(row.region)
        if row.cluster:
            attributes["cluster"] = attributes["of"] = self._led_to(row.cluster)
        elif row.kind != "organisation" and row.region:
            attributes["of"] = self._led_to(row.region)
        attributes.update({k: v for k, v in (("valid_from", row.valid_from), ("valid_until", row.valid_until)) if v})
        return Entity(self.world.of_row(row_id), row.kind, label, row.others, dict(sorted(attributes.items())))

    def _led_to(self, row_id: str) -> str:
        self.rows.add(row_id)
        return self.world.of_row(row_id)

    def _plain(self, kind: str, group: Group) -> dict[str, Any]:
        region = group.region(latest=True)
        return {"region": self._led_to(region)} if region and kind == "initiative" else {}

    def _attributes(self, ident: str, group: Group) -> dict[str, Any]:
        identity, row = group.first[1], _row(group)
        assert identity is not None, "a body's sighting has an identity"
        found: dict[str, Any] = {name: group.latest(name) for name in CARRIED}  # the latest document that says it
        if row is not None:
            found["registry"] = row.id
            found["type"] = found["type"] or _types().get(row.type, "other")
        region = row.region if row else group.region()
        cluster = row.cluster if row else identity.cluster
        if region and not (row and row.table == "regions") and not (row is None and identity.scope == ""):
            found["region"] = self._led_to(region)
        if cluster:
            found["cluster"] = self._led_to(cluster) if cluster in self.registry.rows else self.world.named_cluster(cluster)
        found.update(self._above(ident, group, row))
        if identity.before:
            found["valid_until"] = found["valid_until"] or identity.before
        return {key: value for key, value in sorted(found.items()) if value not in (None, "", False, [])}

    def _above(self, ident: str, group: Group, row: Row | None) -> dict[str, str]:
        """The owner that a document names, else the registry's."""
        found = {name: owner for name in OWNERS if (owner := self._named_owner(ident, group, name))}
        if "part_of" not in found and row is not None and row.kind == "organisation" and row.parent:
            found["part_of"] = self._led_to(row.parent)
        if "of" not in found and row is not None and row.kind != "organisation" and (row.cluster or row.region):
            found["of"] = self._led_to(row.cluster or row.region or "")
        return found

    def _named_owner(self, ident: str, group: Group, field_name: str) -> str | None:
        for document, name in group.owners(field_name):
            for kind in ("forum", "organisation"):
                target = self.world.canonical(f"{document}#{kind}/{name}")
                if target and target != ident:
                    return target
        return None

    def _with_members(self, entity: Entity) -> Entity:
        members = self.registry.collectives.get(str(entity.attributes.get("registry")), ())
        if not members:
            return entity
        attributes = {**entity.attributes, "collective": True, "members": sorted(self._led_to(member) for member in members)}
        return Entity(entity.id, entity.kind, entity.label, entity.aliases, dict(sorted(attributes.items())))

    def _is_member(self, row: Row) -> bool:
        return any(row.id in members for members in self.registry.collectives.values())

    def _label(self, display: str, group: Group) -> str:
        """The display name, with its owner where the name alone may mean several."""
        first, identity = group.first
        row = _row(group)
        if (of_row := group.first_of_row) is not None:
            identity = of_row[1]
        assert identity is not None, "a body's sighting has an identity"
        if row is not None and row.kind == "cluster":
            display = row.name
        if row is not None and row.cluster and self._is_member(row):
            return _label_of_cluster(row.name, name_of(row.cluster, self.registry))  # so that the members of one collective are called alike
        of_cluster = identity.kind == "forum" and identity.cluster is not None and not (row and not row.cluster)
        if not (of_cluster or is_generic(display) or self.registry.is_shared(display) or self.world.is_ambiguous(display)):
            return display
        scope = scope_name(first, identity, self.world.identity, self.registry) if identity.kind == "forum" else ""
        region = self.registry.rows.get(group.region() or "")
        label = _label_with(display, scope or (region.name if region else ""))
        return str(lexicon.table("names")["earlier_label"]).format(label=label, day=identity.before) if identity.before else label


def _row(group: Group) -> Row | None:
    found = group.first_of_row
    return found[1].row if found else None


def _label_with(name: str, owner: str) -> str:
    short = re.sub(r"\s*\(.*\)", "", name)
    return name if not owner or fold(owner) in fold(short) else f"{short}, {owner}"


def _label_of_cluster(name: str, cluster: str) -> str:
    """The registry's full name of a cluster's forum as a label: the forum, a comma, the cluster."""
    short = re.sub(r"\s*\(.*\)", "", name)
    return _label_with(short.removesuffix(cluster).rstrip(" ,").rpartition(" ")[0] if short.endswith(f" {cluster}") else short, cluster)


def _types() -> Mapping[str, str]:
    types: Mapping[str, str] = lexicon.table("names")["registry_types"]
    return types
