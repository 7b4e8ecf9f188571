"""Which sightings are one thing, after a change: bodies and initiatives node by node, people block by block.

What was decided stands where nothing of its component has changed: a verdict can only reach what is joined to it by a chain of "same".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Generic, Protocol, TypeVar

from clustergraph.entities import bodies, initiatives, people, person_names
from clustergraph.entities.bodies import Body
from clustergraph.entities.cluster import cluster
from clustergraph.entities.profiles import Evidence
from clustergraph.entities.sightings import Context, Sighting
from clustergraph.increment import mentions
from clustergraph.increment.index import Index
from clustergraph.increment.mentions import Touched
from clustergraph.model import Judgement
from clustergraph.records import dumps
from clustergraph.registry import Registry

Look = TypeVar("Look")
_EVIDENCE = tuple(one.name for one in fields(Evidence))


class Kind(Protocol[Look]):
    """How the nodes of one kind look and compare."""

    def look(self, node: str) -> Look | None:
        """All that comparisons see of a node as it is now; None where no document names it."""

    def written(self, look: Look) -> str:
        """A look as text, to see whether it has changed."""

    def read(self, node: str, written: str) -> Look:
        """A look from its text."""

    def key(self, node: str, look: Look) -> str:
        """What stands for the node in verdicts."""

    def blocks(self, look: Look) -> Iterable[str]:
        """The blocks in which it is compared."""

    def verdict(self, left: Look, right: Look) -> Judgement | None:
        """What is to be said of two nodes that share a block."""


class BodyNodes:
    """Bodies: a node is an identity."""

    def __init__(self, index: Index, registry: Registry) -> None:
        self._index, self._registry = index, registry

    def look(self, node: str) -> Body | None:
        """The body as its sightings of today show it."""
        first = self._index.row("SELECT key, folded, identity FROM sighting WHERE node = ? ORDER BY day, doc, name, key LIMIT 1", node)
        if first is None:
            return None
        spellings = self._index.steps("SELECT min(spelling) FROM spelling WHERE node = ? AND spelling > ?", node)
        identity = mentions.identity_of(first[2], self._registry)
        assert identity is not None, "a body has an identity"
        return Body(first[0], identity, first[1], frozenset(spellings))

    def written(self, look: Body) -> str:
        """The look as JSON."""
        return dumps([look.key, mentions.written(look.identity), look.name, sorted(look.spellings)])

    def read(self, node: str, written: str) -> Body:
        """The look from JSON."""
        key, identity, name, spellings = json.loads(written)
        found = mentions.identity_of(identity, self._registry)
        assert found is not None, "a body has an identity"
        return Body(key, found, name, frozenset(spellings))

    def key(self, node: str, look: Body) -> str:
        """The first sighting."""
        return look.key

    def blocks(self, look: Body) -> Iterable[str]:
        """Those of the comparison, without bodies that are only met in their own document."""
        return look.blocks

    def verdict(self, left: Body, right: Body) -> Judgement | None:
        """The comparison of bodies."""
        return bodies.verdict(left, right)


class InitiativeNodes:
    """Initiatives: a node is all that comparisons look at; two sightings of one node are never of one document."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def look(self, node: str) -> tuple[str, Sighting] | None:
        """The initiative, and the document that names it where only one does."""
        documents = self._index.column("SELECT doc FROM sighting WHERE node = ? ORDER BY day, doc LIMIT 2", node)
        return self.read(node, documents[0] if len(documents) == 1 else "several") if documents else None

    def written(self, look: tuple[str, Sighting]) -> str:
        """The only document; the rest is in the node's name."""
        return look[1].context.document_id

    def read(self, node: str, written: str) -> tuple[str, Sighting]:
        """The initiative as its node's name tells it."""
        name, aliases, region, in_cluster, _ = json.loads(node.removeprefix("initiative "))
        return node, Sighting(node, "initiative", name, Context(written, region, in_cluster, None, None), set(aliases))

    def key(self, node: str, look: tuple[str, Sighting]) -> str:
        """The node."""
        return node

    def blocks(self, look: tuple[str, Sighting]) -> Iterable[str]:
        """Those of the comparison."""
        return (f"initiative {block}" for block in initiatives.blocks_of(look[1]))

    def verdict(self, left: tuple[str, Sighting], right: tuple[str, Sighting]) -> Judgement | None:
        """The comparison of initiatives; of two nodes that several documents name there is always a pair of two documents."""
        one, other = left[1], right[1]
        if one.context.document_id == other.context.document_id == "several":
            one = self.read(left[0], "several others")[1]
        return initiatives.verdict(one, other)


class Nodes(Generic[Look]):
    """The nodes of one kind, and their groups after a change."""

    def __init__(self, index: Index, kind: Kind[Look], touched: Touched) -> None:
        self._index, self._kind, self._touched = index, kind, touched
        self._looks: dict[str, Look] = {}
        self._beside: dict[str, dict[str, Judgement]] = {}

    def regroup(self, dirty: Iterable[str]) -> None:
        """Bring the groups up to date with nodes of which sightings have come or gone."""
        seeds: set[str] = set()
        for node in sorted(dirty):
            seeds |= self._renew(node)
        for gid in {gid for (gid,) in (self._index.row("SELECT gid FROM node WHERE node = ?", node) or (None,) for node in seeds) if gid}:
            seeds.update(self._index.column("SELECT node FROM node WHERE gid = ?", gid))
        done: set[str] = set()
        for seed in sorted(seeds):
            if seed not in done and self._has(seed):
                component = self._component(seed)
                done |= component
                self._settle(component)
        for node in sorted(set(dirty) - done):  # their groups are as they were; only new sightings join them
            if found := self._index.row("SELECT gid FROM node WHERE node = ?", node):
                mentions.move(self._index, self._touched.loose.get(node, ()), found[0], self._touched)

    def _renew(self, node: str) -> set[str]:
        """Note how a node looks now; the nodes whose groups may have changed by that."""
        held = self._index.row("SELECT gid, look FROM node WHERE node = ?", node)
        look = self._kind.look(node)
        written = None if look is None else self._kind.written(look)
        if held and held[1] == written:
            return set()
        mates = set(self._index.column("SELECT node FROM node WHERE gid = ?", held[0])) if held else set()
        self._index.do("DELETE FROM block WHERE node = ?", node)
        if look is None:
            self._index.do("DELETE FROM node WHERE node = ?", node)
            return mates - {node}
        self._index.do("INSERT OR REPLACE INTO node VALUES (?, ?, ?)", node, held[0] if held else None, written)
        self._index.many("INSERT OR IGNORE INTO block VALUES (?, ?)", ((block, node) for block in self._kind.blocks(look)))
        return mates | {node}

    def _has(self, node: str) -> bool:
        return self._index.row("SELECT 1 FROM node WHERE node = ?", node) is not None

    def _look(self, node: str) -> Look:
        if node not in self._looks:
            (written,) = self._index.row("SELECT look FROM node WHERE node = ?", node)
            self._looks[node] = self._kind.read(node, written)
        return self._looks[node]

    def _verdicts(self, node: str) -> Mapping[str, Judgement]:
        """The verdicts on a node and each that shares a block with it."""
        if node not in self._beside:
            sql = "SELECT DISTINCT b.node FROM block AS a JOIN block AS b USING (block) WHERE a.node = ? AND b.node <> a.node"
            found = {}
            for other in self._index.column(sql, node):
                left, right = sorted((node, other))
                if judgement := self._kind.verdict(self._look(left), self._look(right)):
                    found[other] = judgement
            self._beside[node] = found
        return self._beside[node]

    def _component(self, seed: str) -> set[str]:
        found, todo = {seed}, [seed]
        while todo:
            for other, judgement in self._verdicts(todo.pop()).items():
                if judgement.verdict == "same" and other not in found:
                    found.add(other)
                    todo.append(other)
        return found

    def _settle(self, component: set[str]) -> None:
        nodes = {self._kind.key(node, self._look(node)): node for node in component}
        verdicts = {judgement for node in component for other, judgement in self._verdicts(node).items() if other in component}
        number = {node: i for i, node in enumerate(sorted(component))}
        groups = [[number[nodes[key]] for key in group] for group in cluster(sorted(nodes), verdicts)]
        by_number = sorted(component)
        former = {i: self._index.row("SELECT gid FROM node WHERE node = ?", node)[0] for i, node in enumerate(by_number)}
        for gid, group in mentions.numbered(self._index, groups, former, self._touched.kept):
            for i in group:
                self._fill(by_number[i], former[i], gid)

    def _fill(self, node: str, before: int | None, gid: int) -> None:
        """Put the sightings of a node into its group: all of them where it was another one."""
        if before == gid:
            sids = self._touched.loose.get(node, [])
        else:
            self._index.do("UPDATE node SET gid = ? WHERE node = ?", gid, node)
            sids = self._index.column("SELECT id FROM sighting WHERE node = ?", node)
        mentions.move(self._index, sids, gid, self._touched)


def label_bodies(index: Index, touched: Touched) -> None:
    """Note which registry row each touched group of bodies is; where that is another one than before, its people are to be looked at anew."""
    for gid in sorted(touched.groups):
        nodes = index.column("SELECT node FROM node WHERE gid = ?", gid)
        if not nodes or nodes[0].startswith("initiative "):
            index.do("DELETE FROM band WHERE gid = ?", gid)
            continue
        rows = sorted(node.removeprefix("row ") for node in nodes if node.startswith("row "))
        if len(rows) > 1:
            rows = [min(rows, key=lambda row: str(index.row("SELECT min(key) FROM sighting WHERE node = ?", f"row {row}")[0]))]
        row = rows[0] if rows else None
        held = index.row("SELECT row FROM band WHERE gid = ?", gid)
        if held is None or held[0] != row:
            index.do("INSERT OR REPLACE INTO band VALUES (?, ?)", gid, row)
            touched.people.update(index.column("SELECT DISTINCT doc FROM sighting WHERE gid = ?", gid) if held else ())


class People:
    """The people of all documents in blocks of names that may be one name."""

    def __init__(self, index: Index, registry: Registry, touched: Touched) -> None:
        self._index, self._registry, self._touched = index, registry, touched

    def regroup(self) -> None:
        """Bring the groups up to date with names that have come or gone and people of whom something else is known."""
        for document in sorted(self._touched.people):
            self._renew(document)
        seeds = set()
        for words in sorted(self._touched.names):
            seeds |= self._note(words)
        done: set[str] = set()
        for words in sorted(seeds):
            if words not in done and self._is_borne(words):
                block = self._block(words)
                done |= block
                self._settle(block)

    def _renew(self, document: str) -> None:
        """Work out anew what a document says of its people."""
        sql = "SELECT id, evidence, node, key, kind, name, weight, data FROM sighting WHERE doc = ? AND kind = 'person'"
        for sid, before, words, *columns in self._index.rows(sql, document):
            found = mentions.evidence_of(self._index, tuple(columns), self._registry)
            told = dumps({name: sorted(value) if isinstance(value := getattr(found, name), frozenset) else value for name in _EVIDENCE})
            if told != before:
                self._index.do("UPDATE sighting SET evidence = ? WHERE id = ?", told, sid)
                self._touched.names.add(words)

    def _is_borne(self, words: str) -> bool:
        return self._index.row("SELECT 1 FROM sighting WHERE node = ? AND kind = 'person'", words) is not None

    def _note(self, words: str) -> set[str]:
        """Note whether a name is borne; the names whose blocks may have changed by that."""
        known = self._index.row("SELECT 1 FROM name WHERE words = ?", words) is not None
        borne = self._is_borne(words)
        parts = tuple(words.split())
        if known and not borne:
            near = self._index.column("SELECT other FROM alike WHERE one = ?", words)
            for sql in ("DELETE FROM name WHERE words = ?", "DELETE FROM begins WHERE words = ?", "DELETE FROM alike WHERE one = ?"):
                self._index.do(sql, words)
            self._index.many("DELETE FROM alike WHERE one = ? AND other = ?", ((other, words) for other in near))
            return set(near)
        if borne and not known:
            self._index.do("INSERT INTO name VALUES (?)", words)
            near = sorted(set(self._near(parts))) if len(parts) > 1 else []
            self._index.many("INSERT INTO alike VALUES (?, ?)", (pair for other in near for pair in ((words, other), (other, words))))
            self._index.many("INSERT INTO begins VALUES (?, ?)", ((start, words) for start in people.starts(parts)))
        return {words}

    def _near(self, parts: tuple[str, ...]) -> Iterator[str]:
        for start in people.starts(parts):
            for other in self._index.column("SELECT words FROM begins WHERE start = ?", start):
                if person_names.alike(*sorted((parts, tuple(other.split())))):
                    yield other

    def _block(self, words: str) -> set[str]:
        found, todo = {words}, [words]
        while todo:
            for other in self._index.column("SELECT other FROM alike WHERE one = ?", todo.pop()):
                if other not in found:
                    found.add(other)
                    todo.append(other)
        return found

    def _settle(self, block: set[str]) -> None:
        rows = [
            row
            for words in sorted(block)
            for row in self._index.rows("SELECT id, gid, evidence FROM sighting WHERE node = ? AND kind = 'person' ORDER BY key", words)
        ]
        held = [evidence(told) for _, _, told in rows]
        ids = {person.key: sid for person, (sid, _, _) in zip(held, rows, strict=True)}
        groups = [[ids[key] for key in group] for group in cluster(sorted(ids), people.settle(held, ()))]
        for gid, group in mentions.numbered(self._index, groups, {sid: gid for sid, gid, _ in rows}, self._touched.kept):
            mentions.move(self._index, group, gid, self._touched)


def evidence(told: str) -> Evidence:
    """What a document says of a person, from its column."""
    row = json.loads(told)
    sets = {name: frozenset(row[name]) for name in ("titles", "employers", "families", "forums")}
    return Evidence(**{**row, **sets, "words": tuple(row["words"])})


def regroup(index: Index, touched: Touched, registry: Registry) -> None:
    """All groups after a change."""
    initiative = {node for node in touched.nodes if node.startswith("initiative ")}
    Nodes(index, BodyNodes(index, registry), touched).regroup(touched.nodes - initiative)
    label_bodies(index, touched)
    Nodes(index, InitiativeNodes(index), touched).regroup(initiative)
    People(index, registry, touched).regroup()
