"""What people judged of two people, laid over what the program found by itself.

Only the blocks that a judged name stands in are looked at. What differs there from the program's own groups is kept in two tables: which
identifier a sighting bears (``judged``), and who that is (``judged_thing``; nobody, where the identifier went into another one).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from clustergraph.entities import people
from clustergraph.entities.build import Held
from clustergraph.entities.cluster import cluster
from clustergraph.entities.describe import Describer
from clustergraph.entities.identifiers import choices, first_free, of_rows
from clustergraph.entities.sightings import Sighting
from clustergraph.increment.grouping import evidence
from clustergraph.increment.index import Index
from clustergraph.increment.mentions import sighting_of
from clustergraph.increment.things import Things, written
from clustergraph.model import Entity, Judgement, Resolution
from clustergraph.records import dumps
from clustergraph.registry import Registry


@dataclass(frozen=True)
class Seen:
    """A sighting of a judged block: the identifier that it bears without judgements, and the day that it attests (None: no claim that counts)."""

    sighting: Sighting
    alone: str
    day: str | None


class Judged:
    """The groups of the people whom somebody judged."""

    def __init__(self, index: Index, registry: Registry, things: Things) -> None:
        self._index, self._registry, self._things = index, registry, things
        self.resolution = Resolution({}, {})

    def settle(self, judgements: Sequence[Judgement]) -> None:
        """Bring both tables up to date, and note which documents and entities are others by that."""
        human = self._of_keys(judgements)
        seen: dict[str, Seen] = {}
        groups: list[list[str]] = []
        for block in self._blocks([j for j in human if j.verdict in ("same", "different")]):
            groups += self._groups(block, human, seen)
        idents = self._named([Held([seen[key].sighting for key in group], {}) for group in groups], seen, human)
        self._keep(idents, seen)
        self.resolution = self._told(human, idents, seen)

    def _of_keys(self, judgements: Iterable[Judgement]) -> list[Judgement]:
        """The last judgement on each pair that both ends are still there for, with sighting keys as ends."""
        last: dict[frozenset[str], Judgement] = {}
        for judgement in judgements:
            left, right = (self._key(end) for end in (judgement.left, judgement.right))
            if left and right and left != right:
                last.pop(frozenset((left, right)), None)
                last[frozenset((left, right))] = replace(judgement, left=left, right=right)
        return [judgement for judgement in last.values() if judgement.verdict != "withdrawn"]

    def _key(self, end: str) -> str | None:
        if self._index.row("SELECT 1 FROM sighting WHERE key = ?", end):
            return end
        found = self._index.row("SELECT min(key) FROM sighting JOIN thing USING (gid) WHERE ident = ?", end)
        return str(found[0]) if found[0] else None

    def _blocks(self, told: Sequence[Judgement]) -> list[set[str]]:
        """The names that each judged name stands with, by the names themselves or by a judgement."""
        beside: dict[str, set[str]] = {}
        for judgement in told:
            left, right = (self._index.row("SELECT node FROM sighting WHERE key = ?", end)[0] for end in (judgement.left, judgement.right))
            beside.setdefault(left, set()).add(right)
            beside.setdefault(right, set()).add(left)
        found: list[set[str]] = []
        for words in sorted(beside):
            if any(words in block for block in found):
                continue
            block, todo = {words}, [words]
            while todo:
                one = todo.pop()
                others = {*self._index.column("SELECT other FROM alike WHERE one = ?", one), *beside.get(one, ())} - block
                block |= others
                todo += others
            found.append(block)
        return found

    def _groups(self, block: set[str], human: Sequence[Judgement], seen: dict[str, Seen]) -> list[list[str]]:
        sql = (
            "SELECT key, kind, name, weight, sighting.data, evidence, ident, sday FROM sighting JOIN thing USING (gid)"
            " WHERE node = ? AND kind = 'person' ORDER BY key"
        )
        held = []
        for words in sorted(block):
            for *columns, told, ident, sday in self._index.rows(sql, words):
                seen[columns[0]] = Seen(sighting_of(tuple(columns))[0], ident, sday)
                held.append(evidence(told))
        keys = {person.key for person in held}
        here = [j for j in human if j.verdict in ("same", "different") and keys & {j.left, j.right}]
        return cluster(sorted(keys), people.settle(held, here), here)

    def _named(self, groups: list[Held], seen: Mapping[str, Seen], human: Iterable[Judgement]) -> dict[str, str]:
        """Sighting → identifier: each group keeps one of those that its sightings bore, the one that people named first before others."""
        rank = {ident: i for i, ident in reversed(list(enumerate(seen[j.left].alone for j in human if j.verdict == "same")))}
        groups.sort(key=lambda g: (g.sightings[0].order, g.sightings[0].key))
        taken: set[str] = set()
        kept: list[str | None] = []
        for group in groups:
            known = sorted((seen[s.key].alone for s in group.sightings), key=lambda ident: rank.get(ident, len(rank)))
            kept.append(next((ident for ident in known if ident not in taken), None))
            taken.update(ident for ident in kept[-1:] if ident)
        elsewhere = _Taken(self._index, {one.alone for one in seen.values()}, taken | set(of_rows(self._registry).values()))
        found: dict[str, str] = {}
        for group, ident in zip(groups, kept, strict=True):
            if ident is None:
                ident = first_free(choices(*group.first, self._things.identity, self._registry), elsewhere)
                elsewhere.now.add(ident)
            found.update({sighting.key: ident for sighting in group.sightings})
        return found

    def _keep(self, idents: Mapping[str, str], seen: Mapping[str, Seen]) -> None:
        before = dict(self._index.rows("SELECT key, ident FROM judged"))
        turned = sorted(key for key in before.keys() | idents.keys() if before.get(key) != idents.get(key))
        self._things.changed.documents.update(key.partition("#")[0] for key in turned)
        self._index.many("DELETE FROM judged WHERE key = ?", ((key,) for key in turned))
        self._index.many("INSERT INTO judged VALUES (?, ?)", ((key, idents[key]) for key in turned if key in idents))
        things = {one.alone: "" for one in seen.values()} | self._entities(idents, seen)
        held = dict(self._index.rows("SELECT ident, data FROM judged_thing"))
        changed = sorted(ident for ident in held.keys() | things.keys() if held.get(ident) != things.get(ident))
        self._things.changed.entities.update(changed)
        self._index.many("DELETE FROM judged_thing WHERE ident = ?", ((ident,) for ident in changed))
        self._index.many("INSERT INTO judged_thing VALUES (?, ?)", ((ident, things[ident]) for ident in changed if ident in things))

    def _entities(self, idents: Mapping[str, str], seen: Mapping[str, Seen]) -> dict[str, str]:
        groups: dict[str, list[Seen]] = {}
        for key in sorted(idents):
            groups.setdefault(idents[key], []).append(seen[key])
        describer = Describer(self._registry, self._things)
        found = {}
        for ident, group in groups.items():
            days = sorted({one.day for one in group if one.day is not None})
            entity = describer.entity(ident, Held([one.sighting for one in group], {}))
            found[ident] = dumps({"entity": json.loads(written(entity)), "days": days or None})
        return found

    def _told(self, human: Sequence[Judgement], idents: Mapping[str, str], seen: Mapping[str, Seen]) -> Resolution:
        """The judgements as they count now, with the identifiers of their ends, and identifiers that went into another one."""
        canonical = {end: idents.get(end) or self._things.canonical(end) or end for j in human for end in (j.left, j.right)}
        entities = {ident: Entity(ident, ident.partition("/")[0], "") for ident in canonical.values()}
        redirects: dict[str, str] = {}
        used = set(idents.values())
        for key in sorted(idents):
            if seen[key].alone not in used:
                redirects.setdefault(seen[key].alone, idents[key])
        return Resolution(entities, canonical, tuple(human), redirects)


@dataclass
class _Taken:
    """What can't be had: what others bear, but not what the judged bore before they were judged, unless one of them bears it ``now``."""

    index: Index
    given_up: set[str]
    now: set[str]

    def __contains__(self, ident: object) -> bool:
        if ident in self.now:
            return True
        return ident not in self.given_up and self.index.row("SELECT 1 FROM thing WHERE ident = ?", ident) is not None
