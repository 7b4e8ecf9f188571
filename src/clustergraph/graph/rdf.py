"""The door to rdflib: the library's public face, slower than the store and good for small graphs and for tools that want rdflib."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import rdflib
from rdflib import term

from clustergraph.errors import DataError
from clustergraph.graph.stores import Store
from clustergraph.graph.terms import PREFIXES, Iri, Quad, Term


def dataset(store: Store) -> rdflib.Dataset:
    """A copy of a whole store in memory; queries see the union of its graphs."""
    found = rdflib.Dataset(default_union=True)
    for name, iri in PREFIXES.items():
        found.bind(name, iri, replace=True)
    graphs = {name: found.graph(rdflib.URIRef(name.value)) for name in store.graphs()}
    for quad in store.quads():
        if isinstance(quad.graph_name, Iri):
            graphs[quad.graph_name].add(_triple(quad))
    return found


def graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """Quads as one rdflib graph; their graph names are dropped."""
    found = rdflib.Graph()
    for name, iri in PREFIXES.items():
        found.bind(name, iri, replace=True)
    for quad in quads:
        found.add(_triple(quad))
    return found


def parse(turtle: str, name: str) -> rdflib.Graph:
    """A Turtle text as a graph; raises :class:`DataError` naming the text where it can't be read."""
    try:
        return rdflib.Graph().parse(data=turtle, format="turtle")
    except Exception as error:  # rdflib's parsers raise what they like, a bare SyntaxError among it
        raise DataError(f"{name}: {' '.join(str(error).split())}") from error


def turtle(quads: Iterable[Quad]) -> str:
    """Quads as readable Turtle, without their graph names."""
    return graph(quads).serialize(format="turtle")


@contextmanager
def unchanged() -> Iterator[None]:
    """Puts rdflib's global switches back, whatever another library did to them inside."""
    normalize, parsers = rdflib.NORMALIZE_LITERALS, dict(term._toPythonMapping)
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = normalize
        term._toPythonMapping.clear()
        term._toPythonMapping.update(parsers)


def _triple(quad: Quad) -> tuple[rdflib.URIRef, rdflib.URIRef, rdflib.URIRef | rdflib.Literal]:
    assert isinstance(quad.subject, Iri), "the graph has no blank nodes"
    assert not isinstance(quad.object, Quad), "the graph has no quoted triples"
    return rdflib.URIRef(quad.subject.value), rdflib.URIRef(quad.predicate.value), _term(quad.object)  # type: ignore[arg-type]


def _term(value: Term) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(value, Iri):
        return rdflib.URIRef(value.value)
    if value.language:
        return rdflib.Literal(value.value, lang=value.language)
    plain = value.datatype.value == f"{PREFIXES['xsd']}string"
    return rdflib.Literal(value.value) if plain else rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value))
