from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as make
from clustergraph import graph
from clustergraph.graph import registry
from clustergraph.graph.builder import STATEMENTS
from clustergraph.graph.stores import Store, open_store
from clustergraph.graph.stores.oxigraph import lines
from clustergraph.graph.terms import CG, ORG, A, Iri, Literal, Minter, Quad, concept
from clustergraph.model import FACT_KINDS, Resolution
from small_world import World, small_world

QUOTES = """
SELECT ?claim ?source ?exact ?start ?end ?prefix ?suffix ?line WHERE {
  ?claim a cg:Claim ; cg:evidence ?note .
  ?note oa:hasTarget ?target ; cg:line ?line . ?target oa:hasSource ?source ; oa:hasSelector ?place , ?quote .
  ?place oa:start ?start ; oa:end ?end . ?quote oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
}"""


def plain(store: Store, sparql: str) -> list[tuple[str, ...]]:
    return [tuple(term.value if term else "" for term in row) for row in store.select(sparql)]


def built(world: World) -> Store:
    store = open_store()
    store.load(world.quads())
    return store


def test_every_claim_leads_to_its_quote(world: World, store: Store) -> None:
    documents = {Minter().document(one.id).value: one for one in world.documents}
    found = plain(store, QUOTES)
    assert {row[0].rpartition("/")[2] for row in found} == {claim.id for said in world.claims.values() for claim in said}
    for _, source, exact, start, end, prefix, suffix, line in found:
        text = documents[source].text
        assert exact == text[int(start) : int(end)]
        assert text[: int(start)].endswith(prefix)
        assert text[int(end) :].startswith(suffix)
        assert len(prefix) == min(32, int(start))
        assert exact.split("\n")[0] in text.split("\n")[int(line) - 1]


def test_every_claim_is_about_something_that_the_graph_describes(store: Store) -> None:
    assert plain(store, "SELECT ?c WHERE { ?c a cg:Claim FILTER NOT EXISTS { ?c cg:about/rdf:type ?kind } }") == []


def test_every_kind_of_claim_is_stated_or_about_an_entity() -> None:
    assert set(FACT_KINDS) - set(STATEMENTS) == {"person", "organisation"}


def test_the_graph_has_no_blank_nodes_and_every_quad_a_graph(world: World) -> None:
    for quad in world.quads():
        assert isinstance(quad.subject, Iri)
        assert isinstance(quad.object, Iri | Literal)
        assert isinstance(quad.graph_name, Iri)


def test_claims_and_evidence_lie_in_the_graph_of_their_document(store: Store) -> None:
    where = plain(store, "SELECT DISTINCT ?g ?d WHERE { GRAPH ?g { ?c a cg:Claim ; cg:recordedIn ?d ; cg:evidence/oa:hasTarget/oa:hasSource ?d } }")
    assert len(where) == 2
    assert all(g.rpartition("/")[2] == d.rpartition("/")[2] for g, d in where)


def test_item_number_and_line_stand_with_the_evidence(store: Store) -> None:
    found = plain(store, 'SELECT ?item ?line WHERE { ?n cg:itemNumber ?item ; cg:line ?line ; oa:hasTarget/oa:hasSelector/oa:exact "1,5 mio. kr." }')
    assert found == [("2", "14")]


def test_the_same_fact_of_two_documents_is_one_node_with_both_claims(store: Store) -> None:
    found = plain(
        store,
        """SELECT ?f ?first ?last (COUNT(?c) AS ?claims) WHERE { ?f a cg:Employment ; cg:title "kvalitetschef" ;
             cg:attestedFirst ?first ; cg:attestedLast ?last ; prov:wasDerivedFrom ?c } GROUP BY ?f ?first ?last""",
    )
    assert [row[1:] for row in found] == [("2031-03-14", "2031-05-02", "2")]


def test_a_meeting_with_minutes_was_held_and_one_with_an_agenda_is_foreseen(store: Store) -> None:
    found = plain(store, "SELECT ?kind ?date WHERE { ?m a ?kind ; dct:date ?date ; cg:meetingOf ?f } ORDER BY ?date")
    assert [(kind.rpartition("#")[2], date) for kind, date in found] == [("Activity", "2031-03-14"), ("ForeseenActivity", "2031-05-02")]


def test_agenda_and_minutes_of_one_meeting_are_one_meeting_that_was_held() -> None:
    agenda, minutes = (make.document(f"{kind} Styret", kind=kind, date="2031-01-02") for kind in ("agenda", "minutes"))
    styret = make.entity("forum/styret", "Styret", type="committee")
    claims = {one.id: (make.claim(one, "meeting", ("document", one.kind), ("forum", "Styret")),) for one in (agenda, minutes)}
    world = World((agenda, minutes), claims, make.resolution([styret], {(one, "forum", "Styret"): styret.id for one in (agenda, minutes)}))
    for order in (world, replace(world, documents=(minutes, agenda))):
        found = plain(
            built(order), "SELECT ?kind ?title (COUNT(?d) AS ?n) WHERE { ?m a ?kind ; dct:title ?title ; cg:document ?d } GROUP BY ?kind ?title"
        )
        assert [(kind.rpartition("#")[2], title, n) for kind, title, n in found] == [("Activity", "minutes", "2")]


def test_vacancy_has_a_seat_and_nobody(store: Store) -> None:
    assert plain(store, "SELECT ?seat ?kind WHERE { ?v a cg:Vacancy ; cg:seat ?seat ; cg:vacancyKind/skos:notation ?kind }") == [
        ("praktiserende læge", "vacant")
    ]


def test_attendance_holds_what_the_minutes_say(store: Store) -> None:
    found = plain(
        store,
        """SELECT ?name ?word ?from WHERE { ?p a eli-dl:Participation ; eli-dl:had_participant_person/foaf:name ?name ;
             cg:attendance/skos:notation ?word OPTIONAL { ?p cg:fromItem ?from } } ORDER BY ?name""",
    )
    assert found == [("Asta Krogh", "present", ""), ("Bo Lund", "apologies", "2")]


def test_an_agenda_proves_no_attendance() -> None:
    doc = make.document("Asta", kind="agenda")
    role = make.claim(doc, "forum_role", ("person", "Asta"), ("forum", "Styret"), capacity="member")
    kinds = {q.object for q in graph.build([doc], {doc.id: (role,)}, Resolution({}, {})) if q.predicate == A}
    assert CG["ForumMembership"] in kinds
    assert not any(kind.value.endswith("Participation") for kind in kinds if kind.value.startswith("http://data.europa.eu"))


def test_a_sum_told_by_itself_and_as_a_budget_is_one_grant(store: Store) -> None:
    found = plain(
        store,
        """SELECT ?what ?value ?from ?until ?label WHERE { ?g a schema:MonetaryGrant ; cg:what ?what ; schema:amount ?a .
             ?a schema:value ?value ; schema:currency "DKK" .
             ?g cg:periodFromDay ?from ; cg:periodUntilDay ?until ; cg:funds/skos:prefLabel ?label }""",
    )
    assert found == [("tilskud", "1500000", "2030-01-01", "2032-01-01", "Trygt hjem")]


def test_an_amount_that_is_not_told_is_left_out_and_not_zero(store: Store) -> None:
    assert store.query('ASK { ?g cg:what "rest" ; cg:amountStatus cg:amount-surplus FILTER NOT EXISTS { ?g schema:amount ?a } }')


def test_maturity_is_kept_as_written_and_as_a_concept(store: Store) -> None:
    found = plain(store, "SELECT ?word ?level WHERE { ?s cg:maturity ?word ; cg:maturityLevel/skos:notation ?level }")
    assert found == [("høj", "high")]


def test_what_is_told_knows_its_meeting_and_its_item(store: Store) -> None:
    assert plain(store, 'SELECT ?n WHERE { ?d a cg:Deadline ; cg:what "regnskab" ; cg:toldAtItem/cg:number ?n ; cg:toldIn/cg:meetingOf ?f }') == [
        ("2",)
    ]


def test_entities_that_no_document_names_are_marked_as_inferred(store: Store) -> None:
    found = plain(store, "SELECT ?label WHERE { ?f a cg:Forum ; cg:inferred true ; skos:prefLabel ?label } ORDER BY ?label")
    assert found == [(f"kvalitetsgruppen, {tree}",) for tree in ("Elme", "Fyr", "Gran")]


def test_a_name_that_resolution_leaves_out_stands_for_itself() -> None:
    doc = make.document("Asta er direktør i Hus")
    said = (make.claim(doc, "holds_role", ("person", "Asta"), ("organisation", "Hus"), role="direktør"),)
    store = built(World((doc,), {doc.id: said}, Resolution({}, {})))
    assert plain(store, "SELECT ?p ?o WHERE { ?e a cg:Employment ; org:member/foaf:name ?p ; org:organization/skos:prefLabel ?o }") == [
        ("Asta", "Hus")
    ]
    assert graph.validate(store) == ()


def test_a_type_that_no_scheme_lists_is_other() -> None:
    doc = make.document("Hus")
    world = World((doc,), {}, make.resolution([make.entity("organisation/hus", "Hus", type="lighthouse")], {}))
    assert plain(built(world), 'SELECT ?t WHERE { ?o skos:prefLabel "Hus" ; org:classification/skos:notation ?t }') == [("other",)]


def test_recorded_is_what_is_given_or_the_documents_own_date(world: World) -> None:
    first, second = world.documents
    quads = graph.build(world.documents, world.claims, world.resolution, recorded={first.id: "2040-01-01"})
    found = {
        q.subject.value.rpartition("/")[2]: q.object.value for q in quads if q.predicate == CG["recordedFrom"] and "/document/" in q.subject.value
    }
    assert found == {first.id[:16]: "2040-01-01T00:00:00Z", second.id[:16]: "2031-05-02T00:00:00Z"}


# -- the registry ----------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def registry_quads() -> list[Quad]:
    return list(registry.quads(Minter(), registry.tables()))


def test_registry_facts_are_marked_and_are_no_facts_of_documents(registry_quads: list[Quad]) -> None:
    nodes = {q.subject for q in registry_quads}
    marked = {q.subject for q in registry_quads if q.predicate == CG["inferred"]}
    assert nodes == marked
    assert {q.object for q in registry_quads if q.predicate == A} == {
        CG["RegistryEntry"], CG["RegistryReference"], CG["RegistryMembership"], ORG["ChangeEvent"],
    }  # fmt: skip


def test_registry_links_lead_to_entries(registry_quads: list[Quad]) -> None:
    entries = {q.subject for q in registry_quads if q.predicate == A and q.object == CG["RegistryEntry"]}
    ends = {CG["from"], CG["to"], CG["inRegion"], CG["inCluster"]}
    assert {q.object for q in registry_quads if q.predicate in ends} <= entries


def test_an_entity_points_to_its_registry_entry(world: World) -> None:
    store = open_store()
    store.load(graph.build(world.documents, world.claims, world.resolution, registry=registry.tables()))
    found = plain(store, 'SELECT ?label WHERE { ?e skos:prefLabel "Elme Kommune" ; cg:registryEntry/skos:prefLabel ?label }')
    assert len(found) == 1


def test_a_status_is_never_lost_between_registry_and_scheme(registry_quads: list[Quad]) -> None:
    assert {q.object for q in registry_quads if q.predicate == CG["referenceStatus"]} <= {
        concept("status", word) for word in ("in_force", "former", "proposed", "unclear")
    }


# -- the same input gives the same bytes -----------------------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_claims_and_entities_changes_nothing(chance: random.Random) -> None:
    world = small_world()
    shuffled = World(
        tuple(chance.sample(world.documents, len(world.documents))),
        {ident: tuple(chance.sample(said, len(said))) for ident, said in chance.sample(sorted(world.claims.items()), len(world.claims))},
        replace(world.resolution, entities=dict(chance.sample(sorted(world.resolution.entities.items()), len(world.resolution.entities)))),
    )
    assert lines(shuffled.quads()) == lines(world.quads())


def test_the_hash_seed_changes_nothing() -> None:
    code = "import hashlib, small_world\nfrom clustergraph.graph.stores.oxigraph import lines\n"
    code += "print(hashlib.sha256('\\n'.join(lines(small_world.small_world().quads())).encode()).hexdigest())"
    seen = set()
    for seed in ("0", "1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent)}
        seen.add(subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(seen) == 1
    assert len(seen.pop().strip()) == 64
