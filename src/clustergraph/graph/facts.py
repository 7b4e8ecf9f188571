"""Facts over all documents: equal meaning is one node, with every claim that states it and the days it is attested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from clustergraph.graph.terms import CG, PROV, A, Iri, Minter, Quad, Term, boolean, day

Pair: TypeAlias = tuple[Iri, Term]


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: the claim, the day of its document (None where it has none), and what the document weighs against another."""

    claim: Iri
    day: str | None
    weight: tuple[str, int, str]  # day, minutes before agenda, document id


@dataclass(slots=True)
class Fact:
    """One fact: what it is, what makes it this fact, what else is said of it, and by whom."""

    node: Iri
    kind: Iri
    meaning: tuple[Pair, ...]
    details: dict[Iri, tuple[tuple[str, int, str], set[Term]]] = field(default_factory=dict)
    besides: set[Pair] = field(default_factory=set)
    claims: set[Iri] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    inferred_from: set[Iri] = field(default_factory=set)

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
        for prop, (_, terms) in self.details.items():
            yield from ((prop, term) for term in terms)
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

        ``details`` are what documents may disagree on: the value of the weightiest document stands, values of one document all stand.
        ``besides`` gathers over all documents.
        """
        pairs = tuple(sorted({(p, t) for p, t in meaning if t is not None}, key=_written))
        node = node or self.mint.fact(kind, *(f"{p} {t}" for p, t in pairs))
        fact = self._facts.setdefault(node, Fact(node, cls, pairs))
        fact.claims.add(source.claim)
        fact.besides.update(besides)
        if source.day:
            fact.days.add(source.day)
        for prop, term in details:
            if term is not None:
                _weigh(fact, prop, term, source.weight)
        return fact

    def infer(self, fact: Fact, kind: str, meaning: Iterable[Pair]) -> Fact:
        """A fact that follows from another one; it carries that fact's claims and days. A fact that is stated is left as it is."""
        pairs = tuple(sorted(set(meaning), key=_written))
        node = self.mint.fact(kind, *(f"{p} {t}" for p, t in pairs))
        found = self._facts.get(node)
        if found is not None and not found.inferred_from:
            return found
        found = found or self._facts.setdefault(node, Fact(node, fact.kind, pairs))
        found.claims |= fact.claims
        found.days |= fact.days
        found.inferred_from.add(fact.node)
        found.details.update({prop: (weight, set(terms)) for prop, (weight, terms) in fact.details.items()})
        return found

    def describe(self, node: Iri, pairs: Iterable[Pair]) -> None:
        """A node that is a value of facts and none itself, such as an amount of money."""
        self._values[node] = tuple(pairs)

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


def _weigh(fact: Fact, prop: Iri, term: Term, weight: tuple[str, int, str]) -> None:
    present = fact.details.get(prop)
    if present is None or weight > present[0]:
        fact.details[prop] = (weight, {term})
    elif weight == present[0]:
        present[1].add(term)
