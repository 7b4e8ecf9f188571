from __future__ import annotations

import pytest

from clustergraph.graph.stores import Store
from clustergraph.graph.terms import text

LINES = """
SELECT ?from ?to ?status ?inferred WHERE {
  ?r a cg:Reference ; cg:from/skos:prefLabel ?from ; cg:to/skos:prefLabel ?to ; cg:referenceKind cg:kind-reports_to ;
     cg:referenceStatus/skos:notation ?status .
  OPTIONAL { ?r cg:inferred ?inferred }
} ORDER BY ?from ?status ?to
"""


def _lines(store: Store) -> list[tuple[str, ...]]:
    return [tuple(term.value if term else "" for term in row) for row in store.select(LINES)]


def test_members_with_a_line_of_their_own_are_the_exception(store: Store) -> None:
    gone = [(source, to) for source, to, status, _ in _lines(store) if status == "lapsed"]
    assert gone == [
        ("kvalitetsgruppen, Elme", "styregrupperne"),
        ("kvalitetsgruppen, Fyr", "styregrupperne"),
        ("kvalitetsgruppen, Gran", "styregrupperne"),
        ("kvalitetsgrupperne", "styregrupperne"),
    ]
    assert [source for source, _, status, _ in _lines(store) if status == "in_force"] == ["kvalitetsgruppen, Ask", "kvalitetsgruppen, Birk"]


def test_what_all_ask_for_each_asks_of_its_own_cluster(store: Store) -> None:
    asked = [(source, to, inferred) for source, to, status, inferred in _lines(store) if status == "requested"]
    assert asked == [
        *((f"kvalitetsgruppen, {t}", f"{t}klyngen", "true") for t in ("Ask", "Birk", "Elme", "Fyr", "Gran")),
        ("kvalitetsgrupperne", "klyngerne", ""),
    ]


def test_a_derived_line_names_where_it_comes_from_and_keeps_the_proof_of_the_exception(store: Store) -> None:
    found = store.select("""SELECT DISTINCT ?quote WHERE {
      ?r cg:from/skos:prefLabel "kvalitetsgruppen, Gran" ; cg:referenceStatus cg:status-lapsed ; cg:inferredFrom ?common ;
         prov:wasDerivedFrom/cg:evidence/oa:hasTarget/oa:hasSelector/oa:exact ?quote .
      ?common cg:from/skos:prefLabel "kvalitetsgrupperne" } ORDER BY ?quote""")
    assert found.rows == ((text("De fem kvalitetsgrupper svarede før til styregrupperne."),), (text("I dag gør kun Ask og Birk det."),))


def test_the_end_of_a_period_is_kept_as_printed_and_counts_to_its_last_day(store: Store) -> None:
    found = store.select("SELECT DISTINCT ?printed ?day WHERE { ?r cg:validUntil ?printed ; cg:validUntilDay ?day }")
    assert [tuple(term.value for term in row if term) for row in found] == [("2024", "2025-01-01")]


@pytest.mark.parametrize(("person", "forum"), [("Asta Krogh", "Styregruppen, Elmeklyngen"), ("Bo Lund", "Styregruppen, Elmeklyngen")])
def test_shortcuts_say_who_sits_where(store: Store, person: str, forum: str) -> None:
    assert store.query(f'ASK {{ ?p foaf:name "{person}" ; org:memberOf/skos:prefLabel "{forum}" }}')


def test_shortcuts_hold_only_references_in_force(store: Store) -> None:
    found = store.select("SELECT ?from WHERE { ?f org:reportsTo ?t . ?f skos:prefLabel ?from } ORDER BY ?from")
    assert [row[0].value for row in found if row[0]] == ["kvalitetsgruppen, Ask", "kvalitetsgruppen, Birk"]
