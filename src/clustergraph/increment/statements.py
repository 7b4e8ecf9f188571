"""The facts after a change: what documents state, what follows from it, and the quads of both.

A fact belongs to **topics**: what may have to be worked out anew when it changes (the list of a forum, the line between two bodies, a thing
that can be one only). Each topic knows the quads that it has given, so that only what differs goes to the store.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from clustergraph.graph import contradictions, references, shortcuts, succession
from clustergraph.graph.facts import Fact, Facts, Pair, Source, Weight
from clustergraph.graph.terms import CG, ORG, Iri, Minter, Quad, concept
from clustergraph.increment.index import SHARED, Index
from clustergraph.increment.terms import Writing, weighed
from clustergraph.model import Entity
from clustergraph.records import dumps
from clustergraph.registry import Registry

_ANSWERS, _SUCCEEDS, _SET_UP = (concept("kind", word) for word in ("reports_to", "successor_of", "set_up_by"))


@dataclass
class Difference:
    """Quads that go and quads that come. One that does both stays."""

    out: set[Quad] = field(default_factory=set)
    new: set[Quad] = field(default_factory=set)

    def turn(self, before: Iterable[Quad], after: Iterable[Quad]) -> None:
        """What was so becomes otherwise."""
        was, now = set(before), set(after)
        self.out |= was - now
        self.new |= now - was


@dataclass(frozen=True)
class Collectives:
    """The collectives of the registry: identifier → those of its members. ``related`` leads from any of them to the collectives it counts for."""

    members: Mapping[str, tuple[str, ...]]
    related: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, registry: Registry, ident: Callable[[str], str]) -> Collectives:
        """The collectives by identifier."""
        members = {ident(row): tuple(sorted(map(ident, held))) for row, held in registry.collectives.items()}
        related: dict[str, set[str]] = {}
        for collective, held in members.items():
            for one in (collective, *held):
                related.setdefault(one, set()).add(collective)
        return cls(members, {one: frozenset(found) for one, found in related.items()})


class Statements:
    """The facts of the index. ``entity`` gives the entity of an identifier as it is now."""

    def __init__(self, index: Index, mint: Minter, writing: Writing, collectives: Collectives, entity: Callable[[str], Entity | None]) -> None:
        self._index, self._mint, self._writing = index, mint, writing
        self._collectives, self._entity = collectives, entity
        self._dirty: set[str] = set()  # facts, as written
        self._topics: set[str] = set()
        self._inferring: set[str] = set()
        self._filed: set[str] = set()

    # -- what documents state ------------------------------------------------------------------------------------------------

    def take_out(self, document: str) -> None:
        """Forget what a document states."""
        for table in ("stated", "described"):
            self._dirty.update(self._index.column(f"SELECT node FROM {table} WHERE doc = ?", document))
            self._index.do(f"DELETE FROM {table} WHERE doc = ?", document)

    def put_in(self, document: str, facts: Facts) -> None:
        """Note what a document states, in place of what it stated before."""
        now = {self._writing.term(fact.node): (fact, self._writing.fact(fact)) for fact in facts}
        before = dict(self._index.rows("SELECT node, value FROM stated WHERE doc = ?", document))
        for node in before.keys() - now.keys():
            self._index.do("DELETE FROM stated WHERE node = ? AND doc = ?", node, document)
        changed = {node for node, (_, value) in now.items() if before.get(node) != value}
        self._index.many("INSERT OR REPLACE INTO stated VALUES (?, ?, ?)", ((node, document, now[node][1]) for node in sorted(changed)))
        meanings = ((node, dumps({"m": self._writing.pairs(now[node][0].meaning)})) for node in sorted(changed))
        self._index.many("INSERT OR IGNORE INTO fact VALUES (?, ?)", meanings)
        self._dirty |= changed | (before.keys() - now.keys())
        self._describe(document, facts)

    def _describe(self, document: str, facts: Facts) -> None:
        now = {self._writing.term(node): dumps(self._writing.pairs(pairs)) for node, pairs in facts.values.items()}
        before = dict(self._index.rows("SELECT node, value FROM described WHERE doc = ?", document))
        if now != before:
            self._index.do("DELETE FROM described WHERE doc = ?", document)
            self._index.many("INSERT INTO described VALUES (?, ?, ?)", ((node, document, value) for node, value in sorted(now.items())))
            self._dirty.update(node for node in before.keys() | now.keys() if before.get(node) != now.get(node))

    # -- what follows --------------------------------------------------------------------------------------------------------

    def follow(self, described: Iterable[str]) -> None:
        """Work out anew what follows from facts that have changed; ``described`` are entities of which something else is told."""
        for ident in described:
            around = self._collectives.related.get(ident, frozenset())
            self._inferring.update(f"share {one}" for one in around)
            for target in around | {ident}:
                self._inferring.update(self._index.column(f"SELECT topic FROM topic WHERE value = ? AND {SHARED}", target))
        for node in sorted(self._dirty):
            self._file(node)
        for topic in sorted(self._inferring):
            self._infer(topic)
        for node in sorted(self._dirty - self._filed):
            self._file(node)

    def _file(self, node: str) -> None:
        """Put a fact under its topics."""
        self._filed.add(node)
        before = {topic: (last, value) for topic, last, value in self._index.rows("SELECT topic, last, value FROM topic WHERE node = ?", node)}
        fact = self.fact(node)
        after = dict(self._topics_of(fact)) if fact else {}
        for topic in before.keys() - after.keys():
            self._index.do("DELETE FROM topic WHERE topic = ? AND node = ?", topic, node)
        rows = ((topic, node, *told) for topic, told in sorted(after.items()) if before.get(topic) != told)
        self._index.many("INSERT OR REPLACE INTO topic VALUES (?, ?, ?, ?)", rows)
        for topic in before.keys() | after.keys():
            kind = topic.partition(" ")[0]
            if kind != "one" or before.get(topic) != after.get(topic):
                (self._inferring if kind in _INFERENCES else self._topics).add(topic)
        if fact is None:
            self._index.do("DELETE FROM fact WHERE node = ?", node)
        else:
            brief = {"m": self._writing.pairs(fact.meaning), "k": self._writing.term(fact.kind), "l": fact.last}
            self._index.do("INSERT OR REPLACE INTO fact VALUES (?, ?)", node, dumps(brief))

    def fact(self, node: str) -> Fact | None:
        """A fact with all who say it: as documents state it, else as it follows from others; None where it is gone."""
        told = self._index.column("SELECT value FROM stated WHERE node = ? ORDER BY doc", node)
        if told:
            (brief,) = self._index.row("SELECT value FROM fact WHERE node = ?", node)
            meaning = json.loads(told[0]).get("m") or json.loads(brief)["m"]
        else:
            told = self._index.column("SELECT value FROM inferred WHERE node = ? ORDER BY topic", node)
            if not told:
                return None
            meaning = json.loads(told[0])["m"]
        fact = Fact(self._writing.read_iri(node), self._writing.read_pairs(meaning))
        for value in told:
            self._writing.add(fact, value)
        return fact

    def _brief(self, node: str) -> Fact:
        """A fact with its meaning, its class and the last day on which it is attested, which is enough for what holds now."""
        row = json.loads(self._index.row("SELECT value FROM fact WHERE node = ?", node)[0])
        fact = Fact(self._writing.read_iri(node), self._writing.read_pairs(row["m"]))
        fact.classes[Source(fact.node, row["l"] or None, Weight())] = self._writing.read_iri(row["k"])
        return fact

    def _topics_of(self, fact: Fact) -> Iterator[tuple[str, tuple[str, str]]]:
        write, last = self._writing.term, fact.last
        if fact.kind == CG["ForumMembership"] and (forum := fact.value(ORG["organization"])):
            yield f"list {write(forum)}", (last, "")
        elif fact.kind == CG["Employment"] and (person := fact.value(ORG["member"])):
            yield f"post {write(person)}", (last, "")
        elif fact.kind == CG["ForumVersion"] and (body := fact.value(CG["versionOf"])):
            yield f"version {write(body)}", (last, "")
        elif fact.kind == CG["Reference"]:
            yield from self._topics_of_reference(fact)
        told: dict[contradictions.Key, list[contradictions.Told]] = {}
        for key, telling in contradictions.tellings(fact):
            told.setdefault(key, []).append(telling)
        for key, tellings in told.items():
            who = sorted(dumps([write(value), write(source.claim), weighed(source.weight)]) for value, source, _ in tellings)
            yield f"one {dumps(key)}", (hashlib.sha256("\n".join(who).encode()).hexdigest()[:16], write(tellings[0][0]))

    def _topics_of_reference(self, fact: Fact) -> Iterator[tuple[str, tuple[str, str]]]:
        start, end, kind = (fact.value(CG[name]) for name in ("from", "to", "referenceKind"))
        assert isinstance(start, Iri) and isinstance(end, Iri), "a reference is stated with both ends"
        if kind == _ANSWERS:
            yield f"line {self._writing.term(start)} {self._writing.term(end)}", (fact.last, "")
        if fact.inferred_from:
            return
        for collective in sorted(self._collectives.related.get(self._ident(start), ())):
            yield f"share {collective}", (fact.last, self._ident(end))
        if kind == _SUCCEEDS:
            yield "succession", (fact.last, "")
        elif kind == _SET_UP:
            yield f"founded {self._writing.term(fact.node)}", (fact.last, "")

    def _ident(self, node: Iri) -> str:
        return node.value.removeprefix(f"{self._mint.base}id/")

    def _infer(self, topic: str) -> None:
        """Work out what follows from the facts of a topic."""
        facts = Facts(self._mint)
        for node in self._index.column("SELECT node FROM topic WHERE topic = ? ORDER BY node", topic):
            if fact := self.fact(node):
                facts.hold(fact)
        if topic.startswith("share "):
            references.share_out(facts, self._around(topic.removeprefix("share "), facts), self._mint)
        else:
            succession.events(facts)
        now = {self._writing.term(fact.node): fact for fact in facts if fact.inferred_from}
        values = {node: dumps({"m": self._writing.pairs(fact.meaning), **json.loads(self._writing.fact(fact))}) for node, fact in now.items()}
        before = dict(self._index.rows("SELECT node, value FROM inferred WHERE topic = ?", topic))
        if values != before:
            self._index.do("DELETE FROM inferred WHERE topic = ?", topic)
            self._index.many("INSERT INTO inferred VALUES (?, ?, ?)", ((node, topic, value) for node, value in sorted(values.items())))
            changed = {node for node in before.keys() | values.keys() if before.get(node) != values.get(node)}
            self._dirty |= changed
            self._filed.difference_update(changed)

    def _around(self, collective: str, facts: Facts) -> dict[str, Entity]:
        """The entities that count for what the lines of a collective say of its members."""
        wanted = {collective, *self._collectives.members[collective]}
        wanted |= {self._ident(end) for fact in facts if isinstance(end := fact.value(CG["to"]), Iri)}
        found: dict[str, Entity] = {}
        while wanted:
            ident = wanted.pop()
            entity = self._entity(ident)
            if entity is None or ident in found:
                continue
            found[ident] = entity
            if ident != collective and ident in self._collectives.members and entity.attributes.get("members"):
                wanted.update(self._collectives.members[ident])
            if home := entity.attributes.get("cluster"):
                wanted.add(str(home))
            wanted -= found.keys()
        return found

    # -- quads ---------------------------------------------------------------------------------------------------------------

    def quads(self, held: Callable[[Iri], Iterable[Quad]], difference: Difference) -> None:
        """Tell what goes from the store and what comes. ``held`` gives the quads of the consolidated graph that are about a node."""
        graph = self._mint.graph("current")
        for node in sorted(self._dirty):
            subject = self._writing.read_iri(node)
            fact = self.fact(node)
            pairs = fact.pairs() if fact else self._described(node)
            difference.turn(held(subject), (Quad(subject, prop, term, graph) for prop, term in pairs))
        for topic in sorted(self._topics):
            self._derive(topic, difference)

    def _described(self, node: str) -> Iterable[Pair]:
        found = self._index.row("SELECT value FROM described WHERE node = ? LIMIT 1", node)
        return self._writing.read_pairs(json.loads(found[0])) if found else ()

    def _derive(self, topic: str, difference: Difference) -> None:
        now = {self._writing.quad(quad): quad for quad in self._quads_of(topic)}
        before = set(self._index.column("SELECT quad FROM derived WHERE topic = ?", topic))
        for gone in before - now.keys():
            self._index.do("DELETE FROM derived WHERE topic = ? AND quad = ?", topic, gone)
            if not self._index.row("SELECT 1 FROM derived WHERE quad = ?", gone):
                difference.out.add(self._writing.read_quad(gone))
        come = now.keys() - before
        self._index.many("INSERT INTO derived VALUES (?, ?)", ((topic, quad) for quad in sorted(come)))
        difference.new.update(now[quad] for quad in come)

    def _quads_of(self, topic: str) -> Iterable[Quad]:
        kind, _, what = topic.partition(" ")
        if kind == "one":
            return self._contradictions(topic, tuple(json.loads(what)))
        sql = "SELECT node FROM topic WHERE topic = ?1"
        if kind in ("list", "post"):
            sql += " AND last = (SELECT max(last) FROM topic WHERE topic = ?1)"
        facts = Facts(self._mint)
        for node in self._index.column(f"{sql} ORDER BY node", topic):
            facts.hold(self._brief(node))
        return shortcuts.quads(self._mint, facts)

    def _contradictions(self, topic: str, key: contradictions.Key) -> Iterator[Quad]:
        rows = self._index.rows("SELECT node, value FROM topic WHERE topic = ? ORDER BY node", topic)
        if key[1] != contradictions.OF and len({value for _, value in rows}) < 2:
            return
        facts = [fact for node, _ in rows if (fact := self.fact(node))]
        told = [telling for fact in facts for of, telling in contradictions.tellings(fact) if of == key]
        for one in contradictions.between(key, told):
            yield from contradictions.of(self._mint, one, self._mint.graph("current"))


_INFERENCES = frozenset({"share", "succession", "founded", "version"})
