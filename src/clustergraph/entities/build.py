"""From groups of sightings to entities: identifiers that stay, labels that say whose forum it is, and what the registry adds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from clustergraph import lexicon
from clustergraph.entities.bodies import Identity
from clustergraph.entities.sightings import Sighting
from clustergraph.model import Entity
from clustergraph.names import fold, is_generic, slug
from clustergraph.registry import Registry, Row

_CARRIED = ("status", "valid_from", "valid_until", "type", "collective")


class Builder:
    """Makes the entities of one resolution. ``groups`` are lists of sightings that are one thing, each list in the order of time.

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
        self._groups = sorted((sorted(group, key=lambda s: s.order) for group in groups), key=lambda g: (g[0].order, g[0].key))
        self._taken: set[str] = set()
        self._of_row: dict[str, str] = {}
        self._inferred: dict[str, Entity] = {}
        self.canonical: dict[str, str] = {}
        self._ids = self._name_all()

    def _name_all(self) -> list[str]:
        ids = [self._former_id(group) for group in self._groups]
        # Rows first: their identifiers depend on the registry alone and must not give way to a name of a document.
        for wanted in (True, False):
            for i, group in enumerate(self._groups):
                row = self._row(group)
                if ids[i] is None and (row is not None) is wanted:
                    ids[i] = self._row_id(row) if row is not None else self._free_id(group)
        for ident, group in zip(ids, self._groups, strict=True):
            assert ident is not None
            self.canonical.update({sighting.key: ident for sighting in group})
        return [ident for ident in ids if ident is not None]

    def _former_id(self, group: Sequence[Sighting]) -> str | None:
        """The identifier that a group keeps: the one that people named first, else that of its first sighting; None where others keep them all."""
        known = sorted((ident for s in group if (ident := self._former.get(s.key))), key=lambda ident: self._first.get(ident, len(self._first)))
        ident = next((ident for ident in known if ident not in self._taken), None)
        if ident is not None:
            self._taken.add(ident)
            for sighting in group:
                identity = self._identities.get(sighting.key)
                if identity and identity.row:
                    self._of_row.setdefault(identity.row.id, ident)
        return ident

    def _row(self, group: Sequence[Sighting]) -> Row | None:
        rows = [identity.row for s in group if (identity := self._identities.get(s.key)) and identity.row]
        return rows[0] if rows else None

    def _row_id(self, row: Row) -> str:
        if row.id not in self._of_row:
            name = re.sub(r"\s*\(.*\)", "", row.name)
            place = ""
            if row.cluster and fold(self._name(row.cluster)) not in fold(name):
                place = self._name(row.cluster)
            elif row.region and not row.cluster and self._needs_region(row) and fold(self._name(row.region)) not in fold(name):
                place = self._name(row.region)
            self._of_row[row.id] = self._take(f"{row.kind}/{slug(name, place)}")
        return self._of_row[row.id]

    def _needs_region(self, row: Row) -> bool:
        return row.kind == "forum" or len({other.region for other in self._registry.named(row.name, row.kind)}) > 1

    def _free_id(self, group: Sequence[Sighting]) -> str:
        first = group[0]
        identity = self._identities.get(first.key)
        kind = identity.kind if identity else first.kind
        if identity is None or kind == "organisation":
            return self._take(f"{kind}/{slug(first.name)}", self._place(first), first.context.day or "")
        place = "" if fold(self._scope_name(first, identity)) in fold(first.name) else self._scope_name(first, identity)
        period = f"-{slug(str(lexicon.table('names')['earlier']))}-{identity.before}" if identity.before else ""
        return self._take(f"{kind}/{slug(first.name, place)}{period}", first.context.day or "")

    def _scope_name(self, sighting: Sighting, identity: Identity) -> str:
        """The name of what a forum belongs to: its owner, its cluster, its region."""
        if identity.row is not None:
            return self._name(identity.row.cluster or identity.row.region or "")
        owner = self._identities.get(f"{sighting.context.document_id}#forum/{identity.owner}")
        if identity.owner and not (owner and owner.row):
            return identity.owner
        for ident in (owner.row.id if owner and owner.row else None, identity.cluster, sighting.context.cluster, sighting.context.region):
            if ident:
                return self._name(ident)
        return ""

    def _place(self, sighting: Sighting) -> str:
        return min(sighting.employers, default="") or (self._name(sighting.context.region) if sighting.context.region else "")

    def _name(self, row_id: str) -> str:
        return self._registry.rows[row_id].name if row_id in self._registry.rows else row_id

    def _take(self, ident: str, *more: str) -> str:
        """The first free identifier: as it is, with more words one by one, with a number."""
        tries = [ident]
        for word in more:
            if word:
                tries.append(f"{tries[-1]}-{slug(word)}")
        free = next((t for t in tries if t not in self._taken and not t.endswith("/")), None)
        number = 2
        while free is None:
            if f"{tries[-1]}-{number}" not in self._taken:
                free = f"{tries[-1]}-{number}"
            number += 1
        self._taken.add(free)
        return free

    def entities(self) -> dict[str, Entity]:
        """All entities by identifier: those that documents name, and those of the registry that these lead to."""
        found = {ident: self._entity(ident, group) for ident, group in zip(self._ids, self._groups, strict=True)}
        for ident in sorted(found):
            found[ident] = self._with_members(found[ident])
        return dict(sorted({**self._inferred, **found}.items()))

    def _entity(self, ident: str, group: Sequence[Sighting]) -> Entity:
        names = Counter({name: sum(s.weight for s in group if s.name == name) for name in {s.name for s in group}})
        display = max(names, key=lambda n: (names[n], len(n), n))
        aliases = {a for s in group for a in (s.name, *s.aliases)}
        if ident.partition("/")[0] in ("person", "initiative"):
            label, attributes = display, self._plain(group)
        else:
            attributes = self._attributes(group)
            label = self._label(display, group, attributes)
        return Entity(ident, ident.partition("/")[0], label, tuple(sorted(aliases - {label})), attributes)

    def _plain(self, group: Sequence[Sighting]) -> dict[str, Any]:
        region = next((s.context.region for s in reversed(group) if s.context.region), None)
        return {"region": self._inferred_id(region)} if region and group[0].kind == "initiative" else {}

    def _attributes(self, group: Sequence[Sighting]) -> dict[str, Any]:
        identity, row = self._identities[group[0].key], self._row(group)
        found: dict[str, Any] = {}
        for name in _CARRIED:  # the latest document that says it
            found[name] = next((s.facts[name] for s in reversed(group) if s.facts.get(name) is not None), None)
        if row is not None:
            found["registry"] = row.id
            found["type"] = found["type"] or _types().get(row.type, "other")
        region = row.region if row else next((s.context.region for s in group if s.context.region), None)
        cluster = row.cluster if row else identity.cluster
        if region and not (row and row.table == "regions") and not (row is None and identity.scope == ""):
            found["region"] = self._inferred_id(region)
        if cluster:
            found["cluster"] = self._inferred_id(cluster) if cluster in self._registry.rows else self._cluster_of(cluster)
        found.update(self._above(group, row))
        if identity.before:
            found["valid_until"] = found["valid_until"] or identity.before
        return {key: value for key, value in sorted(found.items()) if value not in (None, "", False, [])}

    def _cluster_of(self, key: str) -> str | None:
        return next((self.canonical[k] for k, i in sorted(self._identities.items()) if key in (i.key, fold(k.partition("/")[2]))), None)

    def _above(self, group: Sequence[Sighting], row: Row | None) -> dict[str, str]:
        """The owner that a document names, else the registry's."""
        found: dict[str, str] = {}
        for sighting in group:
            for field in ("of", "part_of"):
                name = sighting.facts.get(field)
                for kind in ("forum", "organisation"):
                    target = self.canonical.get(f"{sighting.context.document_id}#{kind}/{name}")
                    if name and target and target != self.canonical[sighting.key]:
                        found.setdefault(field, target)
        if "part_of" not in found and row is not None and row.kind == "organisation" and row.parent:
            found["part_of"] = self._inferred_id(row.parent)
        if "of" not in found and row is not None and row.kind != "organisation" and (row.cluster or row.region):
            found["of"] = self._inferred_id(row.cluster or row.region or "")
        return found

    def _inferred_id(self, row_id: str) -> str:
        """The entity of a registry row, made here where no document names it."""
        ident = self._row_id(self._registry.rows[row_id])
        if ident not in self._inferred:
            row = self._registry.rows[row_id]
            label = _label_of_cluster(row.name, self._name(row.cluster)) if row.cluster else row.name
            self._inferred[ident] = Entity(ident, row.kind, label, (), {})  # ends a ring of references
            attributes: dict[str, Any] = {"inferred": True, "registry": row.id, "type": _types().get(row.type, "other")}
            if row.region and row.table != "regions":
                attributes["region"] = self._inferred_id(row.region)
            if row.cluster:
                attributes["cluster"] = attributes["of"] = self._inferred_id(row.cluster)
            elif row.kind != "organisation" and row.region:
                attributes["of"] = self._inferred_id(row.region)
            attributes.update({k: v for k, v in (("valid_from", row.valid_from), ("valid_until", row.valid_until)) if v})
            self._inferred[ident] = Entity(ident, row.kind, label, row.others, dict(sorted(attributes.items())))
        return ident

    def _with_members(self, entity: Entity) -> Entity:
        members = self._registry.collectives.get(str(entity.attributes.get("registry")), ())
        if not members:
            return entity
        attributes = {**entity.attributes, "collective": True, "members": sorted(self._inferred_id(member) for member in members)}
        return Entity(entity.id, entity.kind, entity.label, entity.aliases, dict(sorted(attributes.items())))

    def _is_member(self, row: Row) -> bool:
        return any(row.id in members for members in self._registry.collectives.values())

    def _label(self, display: str, group: Sequence[Sighting], attributes: Mapping[str, Any]) -> str:
        """The display name, with its owner where the name alone may mean several."""
        row = self._row(group)
        identity = next((self._identities[s.key] for s in group if self._identities[s.key].row is row), self._identities[group[0].key])
        if row is not None and row.kind == "cluster":
            display = row.name
        if row is not None and row.cluster and self._is_member(row):
            return _label_of_cluster(row.name, self._name(row.cluster))  # so that the members of one collective are called alike
        of_cluster = identity.kind == "forum" and identity.cluster is not None and not (row and not row.cluster)
        if not (of_cluster or is_generic(display) or self._registry.is_shared(display) or display in self._ambiguous):
            return display
        scope = self._scope_name(group[0], identity) if identity.kind == "forum" else ""
        region = self._registry.rows.get(next((s.context.region for s in group if s.context.region), None) or "")
        label = _label_with(display, scope or (region.name if region else ""))
        return str(lexicon.table("names")["earlier_label"]).format(label=label, day=identity.before) if identity.before else label

    @cached_property
    def _ambiguous(self) -> set[str]:
        owners: dict[str, set[str]] = defaultdict(set)
        for key, ident in self.canonical.items():
            owners[key.partition("/")[2]].add(ident)
        return {name for name, ids in owners.items() if len({i for i in ids if i.partition("/")[0] in ("forum", "cluster", "organisation")}) > 1}


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
