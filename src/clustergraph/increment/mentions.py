"""What each document names, in the index: its sightings, put in and taken out, and what is asked of those of one group."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from clustergraph.entities import bodies, initiatives
from clustergraph.entities.bodies import Identity
from clustergraph.entities.describe import CARRIED, OWNERS
from clustergraph.entities.profiles import Evidence, evidence
from clustergraph.entities.sightings import Context, Sighting, gather
from clustergraph.increment.index import Index
from clustergraph.model import Claim, Document, mention_key
from clustergraph.names import fold
from clustergraph.records import dumps
from clustergraph.registry import Registry

BODIES = ("organisation", "forum")
_NO_DAY = "9999"
_CONTEXT, _IDENTITY = (tuple(one.name for one in fields(kind)) for kind in (Context, Identity))


@dataclass
class Touched:
    """What a change has touched so far, for the next stage to look at."""

    nodes: set[str] = field(default_factory=set)  # of bodies and initiatives
    loose: dict[str, list[int]] = field(default_factory=dict)  # node → sightings of bodies and initiatives that have no group yet
    names: set[str] = field(default_factory=set)  # of people
    people: set[str] = field(default_factory=set)  # documents of whose people something else may be known now
    groups: set[int] = field(default_factory=set)  # groups of which a sighting has come, gone or moved
    kept: set[int] = field(default_factory=set)  # numbers that groups worked out anew have kept
    bearers: set[str] = field(default_factory=set)  # names that a body has come to bear or bears no more
    clusters: set[str] = field(default_factory=set)  # names and keys by which an unregistered cluster may be meant
    documents: set[str] = field(default_factory=set)  # in which a name may stand for another entity


def take_out(index: Index, document: str, touched: Touched) -> None:
    """Forget what a document names."""
    for sid, kind, name, folded, node, gid in index.rows("SELECT id, kind, name, folded, node, gid FROM sighting WHERE doc = ?", document):
        touched.groups.add(gid)
        if kind in BODIES:
            touched.bearers.add(name)
            touched.clusters |= {node, folded}
        (touched.names if kind == "person" else touched.nodes).add(node)
        for table in ("alias", "told", "spelling"):
            index.do(f"DELETE FROM {table} WHERE sid = ?", sid)
    index.do("DELETE FROM sighting WHERE doc = ?", document)


def put_in(
    index: Index, document: Document, claims: Sequence[Claim], counting: Sequence[Claim], seen: str, registry: Registry, touched: Touched
) -> None:
    """Note what a document names. ``counting`` are its claims without those that people rejected; ``seen`` is the day that they attest."""
    sightings = gather(document, claims, registry)
    identities = bodies.identify({(s.kind, s.name): s for s in sightings}, registry)
    named = {mention_key(document.id, m.kind, m.name) for claim in counting for m in (claim.subject, claim.object) if m is not None}
    given = Counter(_words(s)[:1] for s in sightings if s.kind == "person")
    for sighting in sightings:
        identity = identities.get(sighting.key)
        node = _node(sighting, identity)
        alone = sighting.kind == "person" and given[_words(sighting)[:1]] <= 2
        attested = seen if sighting.key in named else None
        sid = _insert(index, sighting, identity, node, attested, alone)
        if sighting.kind == "person":
            touched.names.add(node)
        else:
            touched.nodes.add(node)
            touched.loose.setdefault(node, []).append(sid)
        if identity:
            _note_body(index, sid, sighting, identity, touched)
    touched.people.add(document.id)
    touched.documents.add(document.id)


def _node(sighting: Sighting, identity: Identity | None) -> str:
    """What sightings have in common that no comparison tells apart: a body's identity, a person's name, all that counts of an initiative."""
    if identity:
        return identity.key
    if sighting.kind == "person":
        return " ".join(_words(sighting))
    return initiative_node(sighting)


def initiative_node(sighting: Sighting) -> str:
    """All that comparisons of initiatives look at; the document only where the name is compared with no other of its kind."""
    context = sighting.context
    own = context.document_id if context.region is None or not initiatives.blocks_of(sighting) else None
    return f"initiative {dumps([sighting.name, sorted(sighting.aliases), context.region, context.cluster, own])}"


def _words(sighting: Sighting) -> tuple[str, ...]:
    return evidence(sighting, lambda _: None, lambda _: ()).words


def _insert(index: Index, s: Sighting, identity: Identity | None, node: str, attested: str | None, alone: bool) -> int:
    facts = {name: s.facts[name] for name in (*CARRIED, *OWNERS) if s.facts.get(name) is not None} if identity else {}
    context = {name: getattr(s.context, name) for name in _CONTEXT}
    data = {
        "context": context, "aliases": sorted(s.aliases), "facts": facts, "titles": sorted(s.titles), "employers": sorted(s.employers),
        "forums": sorted(s.forums), "attends": s.attends, "alone": alone,
    }  # fmt: skip
    day = s.context.day or _NO_DAY
    values = (s.key, s.context.document_id, s.kind, s.name, fold(s.name), day, attested, s.weight, node, s.context.region, dumps(data))
    sid = index.do(
        "INSERT INTO sighting (key, doc, kind, name, folded, day, sday, weight, node, region, data, identity)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *values,
        written(identity) if identity else None,
    )
    index.many("INSERT INTO alias (alias, sid) VALUES (?, ?)", ((alias, sid) for alias in sorted({s.name, *s.aliases})))
    notes: dict[str, Any] = {**facts, "region": s.context.region, "row": identity.row.id if identity and identity.row else None}
    rows = ((name, day, s.context.document_id, s.name, s.key, dumps(value), sid) for name, value in notes.items() if value is not None)
    index.many("INSERT INTO told (field, day, doc, name, key, value, sid) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    return sid


def _note_body(index: Index, sid: int, sighting: Sighting, identity: Identity, touched: Touched) -> None:
    spellings = () if identity.is_local else sorted(bodies.telling(sighting))
    index.many("INSERT INTO spelling VALUES (?, ?, ?)", ((identity.key, spelling, sid) for spelling in spellings))
    touched.bearers.add(sighting.name)
    touched.clusters |= {identity.key, fold(sighting.name)}


def move(index: Index, sids: Iterable[int], gid: int, touched: Touched) -> None:
    """Put sightings into a group."""
    for sid in sids:
        before, kind, name, folded, node, document = index.row("SELECT gid, kind, name, folded, node, doc FROM sighting WHERE id = ?", sid)
        touched.groups.add(gid)
        if before == gid:
            continue
        for table, by in (("sighting", "id"), ("alias", "sid"), ("told", "sid")):
            index.do(f"UPDATE {table} SET gid = ? WHERE {by} = ?", gid, sid)
        touched.documents.add(document)
        if before is not None:
            touched.groups.add(before)
        if kind in BODIES:
            touched.people.add(document)
            touched.bearers.add(name)
            touched.clusters |= {node, folded}


def numbered(index: Index, groups: Sequence[Sequence[int]], former: Mapping[int, int | None], kept: set[int]) -> list[tuple[int, Sequence[int]]]:
    """The groups with their numbers: one that its members had before, as far as no other group keeps it (``kept``), else a new one."""
    found = []
    for group in groups:
        olds = Counter(old for member in group if (old := former.get(member)) is not None)
        free = [old for old, _ in sorted(olds.items(), key=lambda item: (-item[1], item[0])) if old not in kept]
        gid = free[0] if free else index.number()
        kept.add(gid)
        found.append((gid, group))
    return found


def sighting_of(row: tuple[str, str, str, int, str]) -> tuple[Sighting, Mapping[str, Any]]:
    """A sighting from its columns (key, kind, name, weight, data), and the data."""
    key, kind, name, weight, data = row
    told = json.loads(data)
    sighting = Sighting(
        key, kind, name, Context(**told["context"]), set(told["aliases"]), told["facts"], set(told["titles"]), set(told["employers"]),
        set(told["forums"]), told["attends"], weight,
    )  # fmt: skip
    return sighting, told


def written(identity: Identity) -> str:
    """An identity as its column has it."""
    return dumps({name: getattr(identity, name) if name != "row" else identity.row and identity.row.id for name in _IDENTITY})


def identity_of(plain: str | None, registry: Registry) -> Identity | None:
    """An identity from its column."""
    if plain is None:
        return None
    told = json.loads(plain)
    return Identity(**{**told, "row": registry.rows[told["row"]] if told["row"] else None})


def evidence_of(index: Index, row: tuple[str, str, str, int, str], registry: Registry) -> Evidence:
    """What a document says of a person, with the bodies that its names stand for now."""
    sighting, told = sighting_of(row)
    document = sighting.context.document_id

    def label(name: str) -> str | None:
        for kind in ("forum", "organisation"):
            found = index.row("SELECT gid FROM sighting WHERE key = ?", f"{document}#{kind}/{name}")
            if found:
                return label_of(index, found[0])
        return None

    def above(body: str) -> list[str]:
        return [f"row {up}" for up in registry.ancestors(body.removeprefix("row "))] if body.startswith("row ") else []

    return replace(evidence(sighting, label, above), alone=told["alone"])


def label_of(index: Index, gid: int) -> str:
    """A name for a group of bodies that no other group has: its registry row where it has one."""
    found = index.row("SELECT row FROM band WHERE gid = ?", gid)
    return f"row {found[0]}" if found and found[0] else f"group {gid}"


class Kept:
    """A group whose sightings lie in the index (:class:`clustergraph.entities.describe.Group`)."""

    def __init__(self, index: Index, gid: int, registry: Registry) -> None:
        self._index, self._gid, self._registry = index, gid, registry

    def _sighting(self, key: str | None) -> tuple[Sighting, Identity | None]:
        row = self._index.row("SELECT key, kind, name, weight, data, identity FROM sighting WHERE key = ?", key)
        return sighting_of(row[:5])[0], identity_of(row[5], self._registry)

    @property
    def first(self) -> tuple[Sighting, Identity | None]:
        """The first sighting, with its identity where it is a body's."""
        found = self._index.row("SELECT key FROM sighting WHERE gid = ? ORDER BY day, doc, name, key LIMIT 1", self._gid)
        return self._sighting(found[0])

    @property
    def first_of_row(self) -> tuple[Sighting, Identity] | None:
        """The first sighting of which the registry has a row."""
        found = self._index.row("SELECT key FROM told WHERE gid = ? AND field = 'row' ORDER BY day, doc, name, key LIMIT 1", self._gid)
        if not found:
            return None
        sighting, identity = self._sighting(found[0])
        assert identity is not None, "only a body has a row"
        return sighting, identity

    def names(self) -> Mapping[str, int]:
        """The names, and how many claims speak by each."""
        return dict(self._index.rows("SELECT name, sum(weight) FROM sighting WHERE gid = ? GROUP BY name", self._gid))

    def aliases(self) -> set[str]:
        """All names and other names."""
        return set(self._index.steps("SELECT min(alias) FROM alias WHERE gid = ? AND alias > ?", self._gid))

    def latest(self, name: str) -> Any:
        """What the latest sighting that says it says."""
        return self._told(name, latest=True)

    def region(self, *, latest: bool = False) -> str | None:
        """The region of the first, or the latest, document that has one."""
        found = self._told("region", latest=latest)
        return str(found) if found else None

    def _told(self, name: str, *, latest: bool) -> Any:
        way = "DESC" if latest else "ASC"
        order = ", ".join(f"{column} {way}" for column in ("day", "doc", "name", "key"))
        found = self._index.row(f"SELECT value FROM told WHERE gid = ? AND field = ? ORDER BY {order} LIMIT 1", self._gid, name)
        return json.loads(found[0]) if found else None

    def owners(self, name: str) -> Iterator[tuple[str, str]]:
        """The documents that name an owner, with its name there."""
        sql = "SELECT doc, value FROM told WHERE gid = ? AND field = ? ORDER BY day, doc, name, key"
        for document, value in self._index.each(sql, self._gid, name):
            if owner := json.loads(value):
                yield document, str(owner)
