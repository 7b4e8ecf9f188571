from __future__ import annotations

import pytest
import rdflib

from clustergraph.errors import DataError
from clustergraph.graph import rdf
from clustergraph.graph.stores import Store
from clustergraph.graph.terms import PREFIXES
from small_world import World


def test_the_dataset_holds_every_quad_of_the_store(store: Store, world: World) -> None:
    dataset = rdf.dataset(store)
    assert len(list(dataset.quads())) == len(world.quads())
    assert {str(graph.identifier) for graph in dataset.graphs() if len(graph)} == {name.value for name in store.graphs()}


@pytest.mark.parametrize(
    "pattern",
    [
        "?r a cg:Reference ; cg:from/skos:prefLabel ?a ; cg:to/skos:prefLabel ?b",
        "?a cg:evidence/oa:hasTarget/oa:hasSelector/oa:exact ?b",
        "?a cg:validUntilDay ?b FILTER(?b > '2024-06-01'^^xsd:date)",
        "?c a skos:Concept ; skos:notation ?a ; skos:prefLabel ?b FILTER(lang(?b) = 'da')",
    ],
)
def test_both_engines_answer_alike(store: Store, pattern: str) -> None:
    prefixes = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())
    query = f"SELECT DISTINCT ?a ?b WHERE {{ {pattern} }}"
    ours = {tuple(term.value for term in row if term) for row in store.select(query)}
    theirs = {tuple(str(term) for term in row) for row in rdf.dataset(store).query(f"{prefixes}\n{query}")}
    assert ours == theirs
    assert ours


def test_turtle_is_readable_and_read_again_the_same(world: World) -> None:
    quads = [quad for quad in world.quads() if quad.graph_name.value.endswith("/current")]
    turtle = rdf.turtle(quads)
    assert "cg:referenceStatus cg:status-in_force" in turtle
    assert rdf.parse(turtle, "again").isomorphic(rdf.graph(quads))


def test_a_turtle_text_that_is_none_is_an_error_that_names_it() -> None:
    with pytest.raises(DataError, match=r"wrong\.ttl"):
        rdf.parse("<x:a> <x:b> ", "wrong.ttl")


def test_switches_of_rdflib_are_put_back() -> None:
    before = rdflib.NORMALIZE_LITERALS
    with pytest.raises(RuntimeError), rdf.unchanged():
        rdflib.NORMALIZE_LITERALS = not before
        raise RuntimeError
    assert rdflib.NORMALIZE_LITERALS == before
    assert rdflib.Literal("1", datatype=rdflib.XSD.boolean).value is True
