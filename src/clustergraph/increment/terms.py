"""Terms, quads and facts as text, for the index. IRIs of the installation and of our namespaces are kept short."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from clustergraph.graph.facts import Fact, Pair, Source, Weight
from clustergraph.graph.terms import PREFIXES, XSD, Iri, Literal, Quad, Term
from clustergraph.records import dumps

_STRING = XSD["string"].value


_WEIGHT = tuple(one.name for one in fields(Weight))


def weighed(weight: Weight) -> list[Any]:
    """A weight as its values in their order."""
    return [getattr(weight, name) for name in _WEIGHT]


class Writing:
    """Writes and reads terms. ``base`` is what the installation's IRIs begin with."""

    def __init__(self, base: str) -> None:
        self._long = {"": base, **PREFIXES}
        self._short = sorted(((iri, prefix) for prefix, iri in self._long.items()), key=lambda pair: -len(pair[0]))
        self._read: dict[str, Term] = {}
        self._written: dict[Term, str] = {}

    def term(self, term: Term) -> str:
        """A term as text."""
        if isinstance(term, Iri):
            if term not in self._written:
                self._written[term] = self.iri(term.value)
            return self._written[term]
        kind = term.datatype.value
        return f'"{term.value}' if kind == _STRING else f"^{self.iri(kind)} {term.value}"

    def iri(self, iri: str) -> str:
        """An IRI as text: a prefix, ``>`` and the rest."""
        return next((f"{prefix}>{iri[len(start) :]}" for start, prefix in self._short if iri.startswith(start)), f"<{iri}")

    def read(self, text: str) -> Term:
        """A term from its text."""
        if text.startswith('"'):
            return Literal(text[1:])
        if text not in self._read:
            self._read[text] = self._typed(text) if text.startswith("^") else self.read_iri(text)
        return self._read[text]

    def read_iri(self, text: str) -> Iri:
        """An IRI from its text."""
        if text.startswith("<"):
            return Iri(text[1:])
        prefix, _, rest = text.partition(">")
        return Iri(self._long[prefix] + rest)

    def _typed(self, text: str) -> Literal:
        kind, _, value = text[1:].partition(" ")
        return Literal(value, datatype=self.read_iri(kind))

    def pairs(self, pairs: Iterable[Pair]) -> list[list[str]]:
        """Properties and values, in their order."""
        return [[self.term(prop), self.term(term)] for prop, term in pairs]

    def read_pairs(self, rows: Iterable[tuple[str, str]]) -> tuple[Pair, ...]:
        """Properties and values from their texts."""
        return tuple((self.read_iri(prop), self.read(term)) for prop, term in rows)

    def quad(self, quad: Quad) -> str:
        """A quad as text."""
        subject, graph = quad.subject, quad.graph_name
        assert isinstance(subject, Iri) and isinstance(quad.object, Iri | Literal) and isinstance(graph, Iri), "no blank nodes in our graphs"
        return dumps([self.term(subject), self.term(quad.predicate), self.term(quad.object), self.term(graph)])

    def read_quad(self, text: str) -> Quad:
        """A quad from its text."""
        subject, prop, term, graph = json.loads(text)
        return Quad(self.read_iri(subject), self.read_iri(prop), self.read(term), self.read_iri(graph))

    # -- facts ---------------------------------------------------------------------------------------------------------------

    def fact(self, fact: Fact) -> str:
        """All of a fact but its node, and but its meaning where the node comes from that."""
        sources = list(fact.classes)
        place = {source: i for i, source in enumerate(sources)}
        row = {
            "s": [[*self._source(source), self.term(fact.classes[source])] for source in sources],
            "d": [
                [self.term(prop), [[place[source], sorted(map(self.term, terms))] for source, terms in said.items()]]
                for prop, said in sorted(fact.details.items(), key=lambda item: str(item[0]))
            ],
            "b": sorted(self.pairs(fact.besides)),
            "p": sorted(map(self.term, fact.proofs)),
            "i": sorted(map(self.term, fact.inferred_from)),
            "m": self.pairs(fact.meaning) if fact.is_named else [],
        }
        return dumps({name: value for name, value in row.items() if value})

    def _source(self, source: Source) -> list[Any]:
        return [self.term(source.claim), source.day, weighed(source.weight)]

    def add(self, fact: Fact, text: str) -> None:
        """Add what is kept of a fact to it."""
        row: Mapping[str, Any] = json.loads(text)
        sources = []
        for claim, day, weight, cls in row.get("s", ()):
            source = Source(self.read_iri(claim), day, Weight(*weight))
            sources.append(source)
            fact.classes[source] = self.read_iri(cls)
        for prop, said in row.get("d", ()):
            of_prop = fact.details.setdefault(self.read_iri(prop), {})
            for place, terms in said:
                of_prop.setdefault(sources[place], set()).update(map(self.read, terms))
        fact.besides.update(self.read_pairs(row.get("b", ())))
        fact.proofs.update(map(self.read_iri, row.get("p", ())))
        fact.inferred_from.update(map(self.read_iri, row.get("i", ())))
