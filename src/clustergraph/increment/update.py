"""One change of a graph: the documents that come, go or are read anew, and the quads that go and come with them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clustergraph.graph import actors, builder, evidence, registry, review
from clustergraph.graph.evidence import Earlier
from clustergraph.graph.facts import Facts
from clustergraph.graph.scene import Scene
from clustergraph.graph.stores import Store
from clustergraph.graph.terms import BASE, Iri, Minter, Quad
from clustergraph.increment import mentions
from clustergraph.increment.grouping import regroup
from clustergraph.increment.index import Index
from clustergraph.increment.judged import Judged
from clustergraph.increment.mentions import Touched
from clustergraph.increment.statements import Collectives, Difference, Statements
from clustergraph.increment.terms import Writing
from clustergraph.increment.things import Things, entity_of
from clustergraph.model import Claim, Document, Entity, Judgement, Resolution, Ruling, mention_key
from clustergraph.records import dumps
from clustergraph.registry import Registry

_HELD = 200  # documents that are kept in memory between the stages
_MANY = 200_000  # quads that a new store takes at once


@dataclass(frozen=True)
class Unit:
    """One document as the graph takes it: in force, with what people ruled of its claims, or as an earlier version (``earlier``)."""

    document: Document
    claims: Sequence[Claim]
    recorded: str | None
    rulings: Mapping[str, Ruling]
    earlier: Earlier | None
    weight: int  # a digest of the version and what was read of it, as a number

    @property
    def counting(self) -> list[Claim]:
        """The claims that nobody rejected."""
        return builder.parted({"": self.claims}, self.rulings)[0].get("", [])

    @property
    def rejected(self) -> list[Claim]:
        """The claims that somebody rejected."""
        return builder.parted({"": self.claims}, self.rulings)[1].get("", [])


class Update:
    """Brings an index and its store to what a project holds now.

    ``load`` reads a unit by its document's id. ``store`` holds the graph that the index belongs to, and is ours to change: nobody reads it yet.
    ``known`` and ``tables`` are the registry as resolution and as the graph take it.
    """

    def __init__(
        self, index: Index, store: Store, load: Callable[[str], Unit], *, known: Registry, tables: registry.Tables, base: str = BASE
    ) -> None:
        self._index, self._store, self._load_unit = index, store, load
        self._mint, self._writing, self._registry = Minter(base), Writing(base), known
        self._tables = tables
        self._planned = registry.planned(self._tables)
        self._units: dict[str, Unit] = {}
        self._is_new = index.get("generation") is None
        self._difference = Difference()
        self._loads = 0  # parts in which a new store was filled

    def run(self, wanted: Mapping[str, str], rulings: Mapping[str, Ruling], judgements: Sequence[Judgement] = ()) -> None:
        """Make the graph that of the documents wanted. ``wanted`` is document id → a text that is another one when it must be read anew;
        ``judgements`` are people's on two people, in the order in which they were given.
        """
        before = dict(self._index.rows("SELECT doc, input FROM unit"))
        changed = sorted(doc for doc, given in wanted.items() if before.get(doc) != given)
        touched = Touched()
        for doc in sorted({*(before.keys() - wanted.keys()), *(doc for doc in changed if doc in before)}):
            mentions.take_out(self._index, doc, touched)
        current = [doc for doc in changed if self._note(doc, wanted[doc], touched)]
        regroup(self._index, touched, self._registry)
        things = Things(self._index, self._registry, touched)
        things.name()
        things.describe()
        judged = Judged(self._index, self._registry, things)
        judged.settle(judgements)
        statements = self._statements(things)
        for doc in sorted((before.keys() - wanted.keys()) | (set(changed) - set(current))):
            statements.take_out(doc)
            self._document(doc, self._past(doc) if doc in wanted else ())
        for doc in sorted((things.changed.documents & wanted.keys()) | set(current)):
            self._restate(doc, doc in set(current), statements)
        for doc in before.keys() - wanted.keys():
            self._forget(doc)
        self._entities(things)
        statements.follow(sorted(things.changed.described))
        statements.quads(self._held, self._difference)
        self._small_graphs(judged.resolution, rulings)
        self._apply()
        if self._loads > 1:
            self._store.pack()

    # -- documents -----------------------------------------------------------------------------------------------------------

    def _unit(self, doc: str) -> Unit:
        if doc in self._units:
            return self._units[doc]
        unit = self._load_unit(doc)
        if len(self._units) < _HELD:
            self._units[doc] = unit
        return unit

    def _note(self, doc: str, given: str, touched: Touched) -> bool:
        """Note a document that is new or another; whether it is one in force."""
        unit = self._unit(doc)
        held = self._index.row("SELECT sign FROM unit WHERE doc = ?", doc)
        self._weigh(unit.weight - (int(held[0]) if held else 0))
        self._index.do("INSERT OR REPLACE INTO unit VALUES (?, ?, ?, NULL)", doc, str(unit.weight), given)
        self._index.do("DELETE FROM recognizer WHERE doc = ?", doc)
        self._index.many("INSERT INTO recognizer VALUES (?, ?)", ((name, doc) for name in sorted({claim.recognizer for claim in unit.claims})))
        if unit.earlier:
            return False
        counting = unit.counting
        scene = Scene(self._mint, unit.document, counting, Resolution({}, {}))
        mentions.put_in(self._index, unit.document, unit.claims, counting, scene.day or "", self._registry, touched)
        return True

    def _forget(self, doc: str) -> None:
        (weight,) = self._index.row("SELECT sign FROM unit WHERE doc = ?", doc)
        self._weigh(-int(weight))
        for table in ("unit", "recognizer"):
            self._index.do(f"DELETE FROM {table} WHERE doc = ?", doc)

    def _weigh(self, more: int) -> None:
        self._index.put("weight", str((int(self._index.get("weight") or 0) + more) % 2**256))

    def _past(self, doc: str) -> Iterator[Quad]:
        earlier = self._unit(doc).earlier
        return evidence.earlier(self._mint, earlier) if earlier else iter(())

    def _document(self, doc: str, quads: Iterable[Quad]) -> None:
        """Give the graph of a document a new content."""
        graph = self._mint.document_graph(doc)
        self._turn(() if self._is_new else self._store.quads(graph), quads)

    def _restate(self, doc: str, is_read: bool, statements: Statements) -> None:
        """State the facts of a document in force, where it is new or one of its names stands for another thing than before."""
        held = self._index.row("SELECT canon FROM unit WHERE doc = ?", doc)
        if held is None:
            return
        names = self._names(doc)
        canon = hashlib.sha256(dumps(names).encode()).hexdigest()[:32]
        if not is_read and held[0] in (canon, None):
            return
        self._index.do("UPDATE unit SET canon = ? WHERE doc = ?", canon, doc)
        unit = self._unit(doc)
        entities = {ident: Entity(ident, ident.partition("/")[0], "") for ident in names.values()}
        sure = frozenset(ident for ident, ruling in unit.rulings.items() if ruling.verdict == "confirmed")
        scene = Scene(self._mint, unit.document, unit.counting, Resolution(entities, names), sure)
        facts = Facts(self._mint)
        abouts = builder.state(scene, facts)
        statements.put_in(doc, facts)
        self._document(doc, builder.of_document(scene, abouts, unit.rejected, unit.rulings, unit.recorded))

    def _names(self, doc: str) -> dict[str, str]:
        """What each name of a document stands for, other names too where they mean one thing there."""
        sql = (
            "SELECT key, kind, sighting.data, coalesce(judged.ident, thing.ident) FROM sighting JOIN thing USING (gid) LEFT JOIN judged USING (key)"
            " WHERE doc = ? ORDER BY key"
        )
        found: dict[str, str] = {}
        meant: dict[str, set[str]] = {}
        for key, kind, data, ident in self._index.rows(sql, doc):
            found[key] = ident
            for alias in json.loads(data)["aliases"]:
                meant.setdefault(mention_key(doc, kind, alias), set()).add(ident)
        for key, idents in sorted(meant.items()):
            if len(idents) == 1:
                found.setdefault(key, min(idents))
        return dict(sorted(found.items()))

    # -- entities and facts --------------------------------------------------------------------------------------------------

    def _statements(self, things: Things) -> Statements:
        def entity(ident: str) -> Entity | None:
            found = things.entity(ident)
            return found[0] if found else None

        return Statements(self._index, self._mint, self._writing, Collectives.of(self._registry, things.of_row), entity)

    def _entities(self, things: Things) -> None:
        graph = self._mint.graph("current")
        for ident in sorted(things.changed.entities):
            node, found = self._mint.entity(ident), self._entity(things, ident)
            quads: Iterable[Quad] = ()
            if found:
                seen = found[1]
                entity = actors.planned(found[0], seen or set(), self._planned)
                quads = actors.quads(self._mint, [entity], {} if seen is None else {node: seen}, graph)
            self._turn(self._held(node), quads)

    def _entity(self, things: Things, ident: str) -> tuple[Entity, set[str] | None] | None:
        """The entity of an identifier, with the days on which it is attested: as people judged, else as it was found."""
        judged = self._index.row("SELECT data FROM judged_thing WHERE ident = ?", ident)
        if judged:
            told = json.loads(judged[0]) if judged[0] else None
            return (entity_of(told["entity"]), told["days"] and set(told["days"]) - {""}) if told else None
        found = things.entity(ident)
        return (found[0], self._seen(found[1])) if found else None

    def _seen(self, gid: int | None) -> set[str] | None:
        """The first and the last day on which documents name a thing; None where no claim that counts does."""
        if gid is None:
            return None
        first, last = self._index.row("SELECT min(sday), max(sday) FROM sighting WHERE gid = ? AND sday > ''", gid)
        if first is not None:
            return {first, last}
        return set() if self._index.row("SELECT 1 FROM sighting WHERE gid = ? AND sday = ''", gid) else None

    def _small_graphs(self, resolution: Resolution, rulings: Mapping[str, Ruling]) -> None:
        """What is as large as what people judged, and the parts of the program that read."""
        names = self._index.steps("SELECT min(name) FROM recognizer WHERE name > ?")
        for graph, quads in (
            ("run", evidence.run_quads(self._mint, names)),
            ("review", review.claim_quads(self._mint, rulings)),
            ("identity", review.identity_quads(self._mint, resolution)),
        ):
            self._turn(() if self._is_new else self._store.quads(self._mint.graph(graph)), quads)
        if self._is_new:
            self._turn((), builder.fixed(self._mint, self._tables))

    def _held(self, node: Iri) -> Iterable[Quad]:
        return () if self._is_new else self._store.about(node, self._mint.graph("current"))

    def _turn(self, before: Iterable[Quad], after: Iterable[Quad]) -> None:
        self._difference.turn(before, after)
        if self._is_new and len(self._difference.new) > _MANY:
            self._apply()

    def _apply(self) -> None:
        difference, self._difference.out, self._difference.new = replace(self._difference), set(), set()
        if self._is_new:
            self._loads += 1
            self._store.load(difference.new)
        else:
            self._store.turn(difference.out, difference.new)
