import pytest

from clustergraph.explorer import ego, initiatives, references, roles
from clustergraph.explorer.drawing import RANKS
from clustergraph.explorer.views import find, rank_of

QUOTE = {"document": "referat-a", "title": "Referat A", "quote": "Fjordgruppen svarer til Styregruppen", "line": 7, "item": "3", "date": "2024-05-02"}
ACTORS = [
    {"id": "forum/styregruppen", "label": "Styregruppen", "kind": "forum", "type": "steering_group", "region": "Region Vest",
     "cluster": "Fjordklyngen"},
    {"id": "forum/fjordgruppen", "label": "Fjordgruppen", "kind": "forum", "type": "working_group", "region": "Region Vest", "aliases": ("FG",)},
]  # fmt: skip
REFERENCES = [
    {"from": "Fjordgruppen", "from_id": "forum/fjordgruppen", "to": "Styregruppen", "to_id": "forum/styregruppen", "kind": "reports_to",
     "status": "requested", "asked_on": "2024-05-02", "attested_first": None, "valid_from": None, "quotes": [QUOTE]},
]  # fmt: skip
ROLES = [
    {"person": "Tove Lind", "person_id": "person/tove-lind", "role": "chefkonsulent", "organisation": "Ø Kommune", "forum": None, "quotes": [QUOTE]},
    {"person": "Tove Lind", "person_id": "person/tove-lind", "forum": "Fjordgruppen", "forum_id": "forum/fjordgruppen",
     "capacity": "chair", "quotes": []},
]  # fmt: skip
INITIATIVES = [
    {"initiative": "Fælles fald", "initiative_id": "initiative/faelles-fald", "anchored_in": ["Fjordgruppen"], "leads": ["Tove Lind"],
     "status": "running", "quotes": []},
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "type_", "region", "cluster", "rank"),
    [
        ("person", None, "Region Vest", None, "people"),
        ("forum", "project_group", "Region Vest", "K", "temporary"),
        ("forum", "working_group", "Region Vest", "K", "operative"),
        ("forum", "steering_group", "Region Vest", "K", "cluster"),
        ("forum", "steering_group", "Region Vest", None, "regional"),
        ("organisation", "ministry", None, None, "national"),
        ("initiative", None, None, "K", "temporary"),
    ],
)
def test_rank(kind, type_, region, cluster, rank):
    assert rank_of(kind, type_, region, cluster) == rank
    assert rank in RANKS


def test_a_reference_keeps_status_day_and_sentence():
    (edge,) = references(REFERENCES, ACTORS).edges
    assert (edge.source, edge.target, edge.status, edge.attested_first) == ("forum/fjordgruppen", "forum/styregruppen", "requested", "2024-05-02")
    (quote,) = edge.quotes
    assert (quote.document, quote.sentence, quote.line, quote.item) == ("Referat A", "Fjordgruppen svarer til Styregruppen", 7, "3")


def test_nodes_are_described_by_the_actors():
    nodes = {n.id: n for n in references(REFERENCES, ACTORS).nodes}
    assert nodes["forum/styregruppen"].cluster == "Fjordklyngen"
    assert nodes["forum/fjordgruppen"].aliases == ("FG",)


def test_a_title_is_a_fact_of_the_person_and_a_seat_is_a_line():
    drawn = roles(ROLES, ACTORS)
    (person,) = (n for n in drawn.nodes if n.kind == "person")
    assert [f.value for f in person.facts] == ["chefkonsulent, Ø Kommune"]
    assert [(e.source, e.target, e.kind) for e in drawn.edges] == [("person/tove-lind", "forum/fjordgruppen", "chair")]


def test_an_initiative_is_anchored_and_led():
    drawn = initiatives(INITIATIVES, ACTORS)
    assert {(e.source, e.target, e.kind) for e in drawn.edges} == {
        ("initiative/faelles-fald", "forum/fjordgruppen", "anchored_in"),
        ("person/Tove Lind", "initiative/faelles-fald", "leads"),
    }


def test_ego_joins_all_views_around_a_name_in_any_spelling():
    tables = {"references": REFERENCES, "roles": ROLES, "initiatives": INITIATIVES}
    drawn = ego("fg", 1, tables, ACTORS)
    assert drawn is not None and drawn.focus == "forum/fjordgruppen"
    assert {n.kind for n in drawn.nodes} == {"forum", "person", "initiative"}
    assert ego("Ingen", 1, tables, ACTORS) is None
    assert find(drawn, "fjord") == "forum/fjordgruppen"


@pytest.mark.parametrize("rows", [[], [{"from": None, "to": "X", "kind": "reports_to", "status": "in_force"}]])
def test_rows_without_ends_draw_nothing(rows):
    assert references(rows).edges == ()
