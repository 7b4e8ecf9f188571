"""How much a graph holds, for its description: asked of the store itself, which counts while other threads go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clustergraph.graph.terms import Iri, Literal

if TYPE_CHECKING:
    from clustergraph.graph.stores import Store

_SUBJECTS = "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p"
_CLASSES = "SELECT ?class (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?class } GROUP BY ?class ORDER BY STR(?class)"


@dataclass(frozen=True, slots=True)
class Counts:
    """Triples, subjects and properties of a graph, and how many things each class has, by the address of the class."""

    triples: int
    subjects: int
    properties: int
    classes: tuple[tuple[Iri, int], ...]


def counts(store: Store) -> Counts:
    """Count a graph; some seconds for a million triples."""
    used = [_number(row[1]) for row in store.select(_PROPERTIES)]
    (subjects,) = store.select(_SUBJECTS)
    classes = tuple((kind, _number(number)) for kind, number in store.select(_CLASSES) if isinstance(kind, Iri))
    return Counts(sum(used), _number(subjects[0]), len(used), classes)


def _number(term: object) -> int:
    assert isinstance(term, Literal)
    return int(term.value)
