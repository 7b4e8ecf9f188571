"""The entities after a change: which identifier each group bears, and what it is.

An identifier goes to the group that comes first in time of all that may bear it. So a group notes whom it has passed by (``passed``), and
looks again when one of these is given up; a group that came later gives way to one that came earlier.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from clustergraph.entities.bodies import Identity
from clustergraph.entities.describe import Describer
from clustergraph.entities.identifiers import candidates, choices, of_rows
from clustergraph.increment.index import Index
from clustergraph.increment.mentions import Kept, Touched, identity_of
from clustergraph.model import Entity
from clustergraph.records import dumps
from clustergraph.registry import Registry


@dataclass
class Changed:
    """What may be other than before."""

    entities: set[str] = field(default_factory=set)  # identifiers, in use or given up
    described: set[str] = field(default_factory=set)  # those of which something else is told than the days on which they are named
    documents: set[str] = field(default_factory=set)  # in which names stand for other entities


def written(entity: Entity) -> str:
    """An entity as text."""
    told = {"id": entity.id, "kind": entity.kind, "label": entity.label, "aliases": entity.aliases, "attributes": dict(entity.attributes)}
    return dumps(told)


def entity_of(told: Mapping[str, Any]) -> Entity:
    """An entity from its text."""
    return Entity(**{**told, "aliases": tuple(told["aliases"])})


class Things:
    """Names and describes groups (and is the world that they are described in)."""

    def __init__(self, index: Index, registry: Registry, touched: Touched) -> None:
        self._index, self._registry, self._touched = index, registry, touched
        self.changed = Changed(documents=set(touched.documents))
        self._queue: list[tuple[str, int]] = []
        self._former: dict[int, str | None] = {}  # of groups that look for an identifier: the one they had
        self._rows_led_to: set[str] = set()

    # -- identifiers ---------------------------------------------------------------------------------------------------------

    def name(self) -> None:
        """Give every touched group its identifier."""
        for gid in sorted(self._touched.groups):
            self._look(gid)
        while self._queue:
            place, gid = heapq.heappop(self._queue)
            held = self._index.row("SELECT ident, place, tries FROM thing WHERE gid = ?", gid)
            if held and held[0] is None and held[1] == place:
                self._take(gid, place, json.loads(held[2]))
        for gid, before in self._former.items():
            self._touched.groups.add(gid)
            if self._index.row("SELECT ident FROM thing WHERE gid = ?", gid) != (before,):
                self._spread(gid)

    def _look(self, gid: int) -> None:
        held = self._index.row("SELECT ident, place, tries FROM thing WHERE gid = ?", gid)
        group = Kept(self._index, gid, self._registry)
        first = self._index.row("SELECT day, doc, name, key FROM sighting WHERE gid = ? ORDER BY day, doc, name, key LIMIT 1", gid)
        if first is None:
            self._give_up(gid)
            self._rows_led_to.update(self._index.column("SELECT row FROM leads WHERE gid = ?", gid))
            for table in ("thing", "leads", "wants"):
                self._index.do(f"DELETE FROM {table} WHERE gid = ?", gid)
            return
        place, of_row = "\x01".join(first), group.first_of_row
        if of_row is not None and of_row[1].row is not None:
            tries = [f"={self.of_row(of_row[1].row.id)}"]  # nothing else may bear it
        else:
            tries = choices(*group.first, self.identity, self._registry)
        if held and held[1:] == (place, dumps(tries)):
            return
        self._give_up(gid)
        self._index.do("INSERT OR REPLACE INTO thing (gid, ident, place, tries) VALUES (?, NULL, ?, ?)", gid, place, dumps(tries))
        heapq.heappush(self._queue, (place, gid))

    def _give_up(self, gid: int) -> None:
        """Let go of a group's identifier; those who have passed it by look again."""
        held = self._index.row("SELECT ident FROM thing WHERE gid = ?", gid)
        self._former.setdefault(gid, held[0] if held else None)
        self._index.do("DELETE FROM passed WHERE gid = ?", gid)
        if not held or held[0] is None:
            return
        self._index.do("UPDATE thing SET ident = NULL WHERE gid = ?", gid)
        self.changed.entities.add(held[0])
        self.changed.described.add(held[0])
        for other in self._index.column("SELECT gid FROM passed WHERE ident = ?", held[0]):
            if other != gid:
                self._again(other)

    def _again(self, gid: int) -> None:
        self._give_up(gid)
        (place,) = self._index.row("SELECT place FROM thing WHERE gid = ?", gid)
        heapq.heappush(self._queue, (place, gid))

    def _take(self, gid: int, place: str, tries: list[str]) -> None:
        if tries[0].startswith("="):
            self._bear(gid, tries[0][1:])
            return
        for ident in candidates(tries):
            if ident in self._reserved:
                continue
            holder = self._index.row("SELECT gid, place FROM thing WHERE ident = ?", ident)
            if holder is None or holder[1] > place:
                if holder is not None:
                    self._former.setdefault(holder[0], ident)
                    self._index.do("UPDATE thing SET ident = NULL WHERE gid = ?", holder[0])
                    self._again(holder[0])
                self._bear(gid, ident)
                return
            self._index.do("INSERT OR IGNORE INTO passed VALUES (?, ?)", ident, gid)

    def _bear(self, gid: int, ident: str) -> None:
        self._index.do("UPDATE thing SET ident = ? WHERE gid = ?", ident, gid)
        self.changed.entities.add(ident)

    @cached_property
    def _reserved(self) -> frozenset[str]:
        return frozenset(of_rows(self._registry).values())

    def _spread(self, gid: int) -> None:
        """Note where the identifier of a group counts: in its documents, for its cluster, for what it leads to."""
        self._touched.groups.add(gid)
        for document, name, folded, node, identity in self._index.rows(
            "SELECT DISTINCT doc, name, folded, node, identity IS NOT NULL FROM sighting WHERE gid = ?", gid
        ):
            self.changed.documents.add(document)
            if identity:
                self._touched.bearers.add(name)
                self._touched.clusters |= {folded, node}

    # -- entities ------------------------------------------------------------------------------------------------------------

    def describe(self) -> None:
        """Describe every group anew that the change may have made another."""
        rows = self._rows_led_to
        for gid in sorted(self._touched.groups | self._leaning()):
            rows |= self._describe(gid)
        idents = {self.of_row(row) for row in rows}
        self.changed.entities |= idents
        self.changed.described |= idents

    def _leaning(self) -> set[int]:
        """The groups whose description looks at others that have changed."""
        found: set[int] = set()
        for document in self.changed.documents:
            found.update(self._index.column("SELECT gid FROM told WHERE doc = ? AND field IN ('of', 'part_of')", document))
        for name in self._touched.bearers:
            found.update(self._bearers(name, 64))
        for key in self._touched.clusters:
            found.update(self._index.column("SELECT gid FROM wants WHERE cluster = ?", key))
        return found

    def _bearers(self, name: str, most: int) -> list[int]:
        """The groups of bodies that bear a name, one by one however many sightings there are."""
        sql = "SELECT min(gid) FROM sighting WHERE name = ? AND identity IS NOT NULL AND gid > ?"
        found = [-1]
        while len(found) <= most and (gid := self._index.row(sql, name, found[-1])[0]) is not None:
            found.append(gid)
        return found[1:]

    def _describe(self, gid: int) -> set[str]:
        """Note what a group is; the rows of the registry that it has come to lead to or leads to no more."""
        held = self._index.row("SELECT ident, data FROM thing WHERE gid = ?", gid)
        before = set(self._index.column("SELECT row FROM leads WHERE gid = ?", gid))
        after: set[str] = set()
        if held:
            describer = Describer(self._registry, self)
            entity = describer.entity(held[0], Kept(self._index, gid, self._registry))
            self.changed.entities.add(held[0])
            if (data := written(entity)) != held[1]:
                self._index.do("UPDATE thing SET data = ? WHERE gid = ?", data, gid)
                self.changed.described.add(held[0])
            after = self._all_led_to(describer.rows)
            self._note_cluster(gid)
        if before != after:
            self._index.do("DELETE FROM leads WHERE gid = ?", gid)
            self._index.many("INSERT INTO leads VALUES (?, ?)", ((gid, row) for row in sorted(after)))
        return before ^ after

    def _note_cluster(self, gid: int) -> None:
        _, identity = Kept(self._index, gid, self._registry).first
        self._index.do("DELETE FROM wants WHERE gid = ?", gid)
        if identity and identity.row is None and identity.cluster and identity.cluster not in self._registry.rows:
            self._index.do("INSERT INTO wants VALUES (?, ?)", gid, identity.cluster)

    def _all_led_to(self, rows: Iterable[str]) -> set[str]:
        """Rows with those that they lead to in turn."""
        describer = Describer(self._registry, self, set(rows))
        done: set[str] = set()
        while todo := describer.rows - done:
            for row in todo:
                describer.inferred(row)
            done |= todo
        return done

    def entity(self, ident: str) -> tuple[Entity, int | None] | None:
        """The entity of an identifier and its group (None where only the registry leads to it); None where nothing bears it."""
        held = self._index.row("SELECT gid, data FROM thing WHERE ident = ?", ident)
        if held:
            return entity_of(json.loads(held[1])), held[0]
        row = self._rows.get(ident)
        if row and self._index.row("SELECT 1 FROM leads WHERE row = ?", row):
            return Describer(self._registry, self).inferred(row), None
        return None

    @cached_property
    def _rows(self) -> dict[str, str]:
        return {ident: row for row, ident in of_rows(self._registry).items()}

    # -- what a description asks of the others (:class:`clustergraph.entities.describe.World`) -----------------------------------

    def canonical(self, key: str) -> str | None:
        """The identifier that a sighting has."""
        found = self._index.row("SELECT ident FROM sighting JOIN thing USING (gid) WHERE key = ?", key)
        return found[0] if found else None

    def identity(self, key: str) -> Identity | None:
        """The identity of a body's sighting."""
        found = self._index.row("SELECT identity FROM sighting WHERE key = ?", key)
        return identity_of(found[0], self._registry) if found else None

    def of_row(self, row_id: str) -> str:
        """The identifier of a registry row."""
        return of_rows(self._registry)[row_id]

    def is_ambiguous(self, name: str) -> bool:
        """Whether several bodies bear a name."""
        return len(self._bearers(name, 2)) > 1

    def named_cluster(self, key: str) -> str | None:
        """The identifier of a cluster that the registry does not know."""
        found = [
            self._index.row("SELECT min(key) FROM sighting WHERE node = ? AND identity IS NOT NULL", key)[0],
            self._index.row("SELECT min(key) FROM sighting WHERE folded = ? AND identity IS NOT NULL", key)[0],
        ]
        keys = sorted(one for one in found if one is not None)
        return self.canonical(keys[0]) if keys else None
