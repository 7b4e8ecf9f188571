from __future__ import annotations

import subprocess
import sys

import pytest
import rdflib

from clustergraph import graph
from clustergraph.graph import shacl
from clustergraph.graph.stores import Store, open_store
from clustergraph.graph.terms import CG, ORG, PROV, A, Iri, Quad, concept
from small_world import World


def broken(world: World, *, without: Iri | None = None, of: Iri | None = None, added: tuple[Quad, ...] = ()) -> Store:
    """The graph of the small world without a property of the things of a class, and with some quads more."""
    quads = world.quads()
    things = {quad.subject for quad in quads if quad.predicate == A and quad.object == of}
    store = open_store()
    store.load([quad for quad in quads if not (quad.predicate == without and quad.subject in things)])
    store.load(added)
    return store


def test_the_built_graph_breaks_nothing(store: Store) -> None:
    assert graph.validate(store) == ()


def test_a_violation_names_the_thing_the_document_and_what_is_wrong(world: World) -> None:
    vacancy = next(q for q in world.quads() if q.predicate == A and q.object == CG["Vacancy"])
    person = next(q.subject for q in world.quads() if q.subject.value.endswith("/person/bo-lund"))
    found = graph.validate(broken(world, added=(Quad(vacancy.subject, ORG["member"], person, vacancy.graph_name),)))
    assert len(found) == 1
    one = found[0]
    assert (one.kind_da, one.kind_en) == ("Ubesat plads", "Vacant seat")
    assert one.label == "praktiserende læge"
    assert one.message_da == "En ubesat plads kan ikke have en person."
    assert one.message_en == "A vacant seat can have no person."
    assert one.documents == (world.documents[0].source,)
    assert (one.shape, one.path, one.severity) == ("Vacancy-nobody", "member", "violation")


def test_a_reference_is_called_by_what_it_ties_together(world: World) -> None:
    found = graph.validate(broken(world, without=CG["referenceStatus"], of=CG["Reference"]))
    assert {one.shape for one in found} == {"Reference-status"}
    assert any("kvalitetsgruppen, Ask" in one.label and "Styregruppen, Askeklyngen" in one.label for one in found)


def test_a_fact_without_evidence_is_found(world: World) -> None:
    found = graph.validate(broken(world, without=PROV["wasDerivedFrom"], of=CG["Employment"]))
    assert [one.message_da for one in found] == ["Oplysningen mangler et bevis: ingen sætning i noget dokument siger den."]


def test_violations_come_in_the_same_order_each_time(world: World) -> None:
    store = broken(world, without=CG["referenceKind"], of=CG["Reference"])
    assert graph.validate(store) == graph.validate(store)


def test_only_facts_and_documents_are_asked_and_not_the_registry(world: World) -> None:
    name = Iri("https://data.example.dk/klynge/graph/registry")
    odd = Quad(Iri("x:odd"), A, CG["Reference"], name)
    assert graph.validate(broken(world, added=(odd,))) == ()


def test_two_statuses_are_one_violation_too_many(world: World) -> None:
    line = next(q for q in world.quads() if q.predicate == CG["referenceStatus"] and q.object == concept("status", "in_force"))
    found = graph.validate(broken(world, added=(Quad(line.subject, line.predicate, concept("status", "lapsed"), line.graph_name),)))
    assert [one.shape for one in found] == ["Reference-status"]


def test_rdflib_is_left_as_it_was(store: Store) -> None:
    before = rdflib.NORMALIZE_LITERALS
    graph.validate(store)
    assert rdflib.NORMALIZE_LITERALS == before
    assert rdflib.Literal("1", datatype=rdflib.XSD.boolean).value is True


def test_shapes_are_parsed_once() -> None:
    assert shacl.shapes() is shacl.shapes()


@pytest.mark.parametrize("module", ["clustergraph.graph", "clustergraph.graph.stores"])
def test_heavy_libraries_are_loaded_only_when_asked_for(module: str) -> None:
    code = f"import sys, {module}; print(sorted(set(sys.modules) & {{'pyoxigraph', 'rdflib', 'pyshacl'}}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
