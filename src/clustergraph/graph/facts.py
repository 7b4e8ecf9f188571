"""Facts over all documents: equal meaning is one node, with every claim that states it and the days it is attested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from clustergraph.graph.terms import CG, PROV, A, Iri, Minter, Quad, Term, boolean, day

Pair: TypeAlias = tuple[Iri, Term]


@dataclass(frozen=True, slots=True, order=True)
class Weight:
    """What one source counts against another, the first difference deciding: the order of consolidation.

    A person's word before a document's, the later document (``day``, empty where it has none), minutes before an agenda, a decision before
    the case that led to it, an official list before running text, the surer reading; last the document's id, so that the same sources
    always give the same picture.
    """

    by_hand: bool = False
    day: str = ""
    minutes: bool = False
    decided: bool = False
    listed: bool = False
    confidence: float = 1.0
    document: str = ""

    def reason(self, other: Weight) -> str:
        """By what this source prevails over another one, as a word of the scheme of reasons; ``none`` where nothing but chance decides."""
        tests = (
            ("verdict", "by_hand"),
            ("later", "day"),
            ("minutes", "minutes"),
            ("decision_text", "decided"),
            ("list", "listed"),
            ("confidence", "confidence"),
        )
        return next((word for word, name in tests if getattr(self, name) != getattr(other, name)), "none")


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: the claim, the day of its document (None where it has none), and what it weighs against another."""

    claim: Iri
    day: str | None
    weight: Weight


@dataclass(slots=True)
class Fact:
    """One fact: what it is, what makes it this fact, what else is said of it, and by whom.

    ``is_named``: its node has a name of its own and does not come from its meaning. ``details`` are what documents may disagree on, with
    everything that each source says; ``proofs`` are claims that a derived fact rests on
    beside those of the fact that it follows from.
    """

    node: Iri
    meaning: tuple[Pair, ...]
    classes: dict[Source, Iri] = field(default_factory=dict)
    details: dict[Iri, dict[Source, set[Term]]] = field(default_factory=dict)
    besides: set[Pair] = field(default_factory=set)
    proofs: set[Iri] = field(default_factory=set)
    inferred_from: set[Iri] = field(default_factory=set)
    is_named: bool = False

    @property
    def kind(self) -> Iri:
        """The class, by the weightiest source."""
        return self.classes[max(self.classes, key=lambda source: source.weight)]

    @property
    def sources(self) -> Iterable[Source]:
        """All who say it."""
        return self.classes.keys()

    @property
    def claims(self) -> set[Iri]:
        """The claims that it rests on."""
        return {source.claim for source in self.classes} | self.proofs

    @property
    def days(self) -> set[str]:
        """The days on which it is attested."""
        return {source.day for source in self.classes if source.day}

    @property
    def last(self) -> str:
        """The last day on which the fact is attested; empty where no document has a day."""
        return max(self.days, default="")

    def value(self, prop: Iri) -> Term | None:
        """The one value of a property that makes the fact."""
        return next((term for name, term in self.meaning if name == prop), None)

    def pairs(self) -> Iterator[Pair]:
        """All properties and values."""
        yield A, self.kind
        yield from self.meaning
        yield from self.besides
        for prop, said in self.details.items():
            yield from ((prop, term) for term in _prevailing(said))
        for claim in self.claims:
            yield PROV["wasDerivedFrom"], claim
        if self.days:
            yield CG["attestedFirst"], day(min(self.days))
            yield CG["attestedLast"], day(max(self.days))
        if self.inferred_from:
            yield CG["inferred"], boolean(True)
            yield from ((CG["inferredFrom"], node) for node in self.inferred_from)


class Facts:
    """Collects what documents state. The order in which they come never matters."""

    def __init__(self, mint: Minter) -> None:
        self.mint = mint
        self._facts: dict[Iri, Fact] = {}
        self._values: dict[Iri, tuple[Pair, ...]] = {}

    def state(
        self,
        kind: str,
        cls: Iri,
        meaning: Iterable[tuple[Iri, Term | None]],
        source: Source,
        details: Iterable[tuple[Iri, Term | None]] = (),
        *,
        besides: Iterable[Pair] = (),
        node: Iri | None = None,
    ) -> Fact:
        """State a fact once more. Its IRI comes from ``meaning`` unless it has a ``node`` of its own.

        ``details`` are what documents may disagree on: the values of the weightiest source stand.
        ``besides`` gathers over all documents.
        """
        pairs = tuple(sorted({(p, t) for p, t in meaning if t is not None}, key=_written))
        made = Fact(node or self.mint.fact(kind, *(f"{p} {t}" for p, t in pairs)), pairs, is_named=node is not None)
        fact = self._facts.setdefault(made.node, made)
        fact.classes[source] = cls
        fact.besides.update(besides)
        for prop, term in details:
            if term is not None:
                fact.details.setdefault(prop, {}).setdefault(source, set()).add(term)
        return fact

    def infer(self, fact: Fact, kind: str, meaning: Iterable[Pair], *, cls: Iri | None = None) -> Fact:
        """A fact that follows from another one, of its class unless ``cls`` is another; it carries that fact's claims and days.

        A fact that is stated is left as it is.
        """
        pairs = tuple(sorted(set(meaning), key=_written))
        node = self.mint.fact(kind, *(f"{p} {t}" for p, t in pairs))
        found = self._facts.get(node)
        if found is not None and not found.inferred_from:
            return found
        found = found or self._facts.setdefault(node, Fact(node, pairs))
        found.classes.update(dict.fromkeys(fact.classes, cls) if cls else fact.classes)
        found.proofs |= fact.proofs
        found.inferred_from.add(fact.node)
        return found

    def describe(self, node: Iri, pairs: Iterable[Pair]) -> None:
        """A node that is a value of facts and none itself, such as an amount of money."""
        self._values[node] = tuple(pairs)

    def hold(self, fact: Fact) -> None:
        """Take in a fact as it is, with all who say it."""
        self._facts[fact.node] = fact

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts.values())

    @property
    def values(self) -> Mapping[Iri, tuple[Pair, ...]]:
        """The nodes that are values of facts, and what is said of them."""
        return self._values

    def of(self, cls: Iri) -> list[Fact]:
        """The facts of a class, by IRI."""
        return sorted((fact for fact in self._facts.values() if fact.kind == cls), key=lambda fact: fact.node.value)

    def quads(self, graph: Iri) -> Iterator[Quad]:
        """All facts as quads of one graph."""
        for fact in self._facts.values():
            yield from (Quad(fact.node, prop, term, graph) for prop, term in fact.pairs())
        for node, pairs in self._values.items():
            yield from (Quad(node, prop, term, graph) for prop, term in pairs)


def _written(pair: Pair) -> tuple[str, str]:
    return str(pair[0]), str(pair[1])


def _prevailing(said: Mapping[Source, set[Term]]) -> set[Term]:
    """What the weightiest source says; all of it where it says several things."""
    top = max(source.weight for source in said)
    return {term for source, terms in said.items() if source.weight == top for term in terms}
