"""Each report of the invented district: its rows, as of days, as known at moments, with sentences."""

from __future__ import annotations

from typing import Any

import pytest

from clustergraph import reports
from clustergraph.errors import UsageError
from clustergraph.graph.stores import Store
from clustergraph.reports import REPORTS

BETWEEN, LATER = "2030-06-01", "2031-06-01"


def rows(store: Store, report: str, *names: str, **options: Any) -> list[Any]:
    found = [tuple(row[name] for name in names) for row in reports.run(store, report, options).rows]
    return [one[0] for one in found] if len(names) == 1 else found


@pytest.mark.parametrize("name", list(REPORTS))
@pytest.mark.parametrize("as_of", [None, "2029-01-01", BETWEEN, LATER])
def test_every_row_leads_to_a_sentence_of_a_document(store: Store, name: str, as_of: str | None) -> None:
    for row in reports.run(store, name, {"as_of": as_of}).rows:
        assert row["documents"] and row["quotes"]
        for quote in row["quotes"]:
            assert quote["quote"] and quote["document"] in ("tidlig", "sen", "anden") and quote["line"] >= 1


@pytest.mark.parametrize("name", list(REPORTS))
def test_nothing_is_known_before_the_first_document(store: Store, name: str) -> None:
    assert list(reports.run(store, name, {"known_at": "2030-02-02"}).rows) == []


@pytest.mark.parametrize("name", [name for name in REPORTS if name not in ("references", "decisions", "changes")])
def test_nothing_holds_before_it_is_first_known_to_hold(store: Store, name: str) -> None:
    assert list(reports.run(store, name, {"as_of": "2029-01-01"}).rows) == []


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"as_of": BETWEEN}, [("Hygiejnegruppen", "Lederkredsen", "in_force"), ("Ringen", "Landsnævnet", "former")]),
        (
            {"as_of": LATER},
            [("Hygiejnegruppen", "Lederkredsen", "lapsed"), ("Ringen", "Landsnævnet", "former"), ("Hygiejnegruppen", "Elmklyngen", "requested")],
        ),
        ({"as_of": "2029-06-01"}, [("Ringen", "Landsnævnet", "unclear")]),
        ({"as_of": LATER, "known_at": "2030-12-31"}, [("Hygiejnegruppen", "Lederkredsen", "in_force")]),
        ({"status": "requested"}, [("Hygiejnegruppen", "Elmklyngen", "requested")]),
        ({"kind": ("subgroup_of",)}, [("Ringen", "Landsnævnet", "former")]),
        ({"forum": "ringens"}, [("Ringen", "Landsnævnet", "former")]),
        ({"cluster": "Elmklyngen"}, [("Hygiejnegruppen", "Elmklyngen", "requested")]),
        ({"region": "Region Øst"}, []),
    ],
)
def test_references(store: Store, options: dict[str, Any], found: list[tuple[str, str, str]]) -> None:
    assert rows(store, "references", "from", "to", "status", **options) == found


def test_gaps(store: Store) -> None:
    names = ("forum", "cluster", "problem", "last_to", "last_status", "requested_to", "asked_on")
    assert rows(store, "gaps", *names) == [("Hygiejnegruppen", "Asklyngen", "no_reference", "Lederkredsen", "lapsed", "Elmklyngen", "2031-03-05")]
    assert rows(store, "gaps", "forum", as_of=BETWEEN) == []


@pytest.mark.parametrize(
    ("as_of", "people"),
    [(BETWEEN, ["Ane Holt", "Bo Lund", "Cia Dahl"]), (LATER, ["Ane Holt", "Dan Skov", "Eva Krog", None])],
)
def test_a_later_list_replaces_an_earlier_one(store: Store, as_of: str, people: list[str | None]) -> None:
    assert rows(store, "roster", "person", forum="Lederkredsen", as_of=as_of) == people


def test_roster_has_titles_the_foremost_part_and_vacant_seats(store: Store) -> None:
    found = rows(store, "roster", "person", "role", "organisation", "capacity", "vacant", "seat", forum="Lederkredsen", as_of=LATER)
    assert found[0] == ("Ane Holt", "direktør", "Ask Kommune", "chair", False, None)
    assert found[-1] == (None, None, None, "member", True, "plads til borgerrådet")


def test_a_body_without_a_named_person_sits_too(store: Store) -> None:
    assert (None, "Apotekerne") in rows(store, "roster", "person", "organisation", forum="Kernegruppen")


def test_vacancies(store: Store) -> None:
    assert rows(store, "vacancies", "forum", "seat", "kind", "attested_first") == [("Lederkredsen", "plads til borgerrådet", "vacant", "2031-03-05")]


def test_roles_of_one_person(store: Store) -> None:
    found = rows(store, "roles", "role", "organisation", "forum", "capacity", person="ane holt")
    assert found == [
        ("direktør", "Ask Kommune", None, None),
        (None, None, "Kernegruppen", "member"),
        (None, None, "Lederkredsen", "member"),
        (None, None, "Lederkredsen", "chair"),
    ]


def test_attendance(store: Store) -> None:
    names = ("person", "attendance", "capacity", "item")
    assert rows(store, "attendance", *names, forum="Lederkredsen", as_of=LATER)[-4:] == [
        ("Ane Holt", "present", "chair", None),
        ("Dan Skov", "present", "member", None),
        ("Eva Krog", "apologies", "member", None),
        ("Fie Lund", None, "presenter", "2"),
    ]
    assert rows(store, "attendance", "person", status="apologies") == ["Eva Krog"]


def test_initiatives(store: Store) -> None:
    (row,) = reports.run(store, "initiatives", {"case": "varm hverdag"}).rows
    assert (row["anchored_in"], row["leads"], row["status"], row["start"]) == (["Lederkredsen"], ["Ane Holt"], "active", "2031")
    assert (row["priority"], row["needs_cluster_money"]) == ("1", True)
    assert row["amounts"] == [{"amount_dkk": 250000, "period": "2031", "status": "granted"}]
    assert [(part["body"], part["part"]) for part in row["involved"]] == [("Ask Kommune", "starter")]
    assert row["led_by"] == [{"person": "Ane Holt", "role": "direktør", "organisation": "Ask Kommune", "part_of": None}]


def test_money(store: Store) -> None:
    assert rows(store, "money", "cluster", "what", "amount_dkk", "period", "status") == [("Asklyngen", "Varm Hverdag", 250000, "2031", "granted")]
    assert rows(store, "money", "what", cluster="Elmklyngen") == []


def test_decisions_of_meetings_and_those_told_of(store: Store) -> None:
    found = rows(store, "decisions", "date", "forum", "title", "decision_type", as_of=LATER)
    assert found == [
        ("2031-01-10", "Landsnævnet", "Varm Hverdag", "approved"),
        ("2031-03-05", "Lederkredsen", "Hygiejne", "approved"),
        ("2031-03-05", "Lederkredsen", "Varm Hverdag", None),
    ]
    assert rows(store, "decisions", "forum", as_of="2031-02-01") == ["Landsnævnet"]
    assert rows(store, "decisions", "title", forum="Lederkredsen", status="approved") == ["Hygiejne"]


def test_a_case_goes_by_date(store: Store) -> None:
    (row,) = reports.run(store, "cases", {"case": "varme hverdage"}).rows or reports.run(store, "cases", {"case": "varm"}).rows
    assert [(step["date"], step["forum"]) for step in row["steps"]] == [
        ("2031-01-10", "Landsnævnet"),
        ("2031-03-05", "Lederkredsen"),
        ("2031-05", None),
    ]


def test_interlocks(store: Store) -> None:
    assert rows(store, "interlocks", "person", "forums", "clusters", "count") == [
        ("Ane Holt", ["Kernegruppen", "Lederkredsen"], ["Asklyngen", "Elmklyngen"], 2)
    ]
    assert rows(store, "interlocks", "person", as_of=BETWEEN) == []


def test_clusters_and_names(store: Store) -> None:
    assert rows(store, "clusters", "cluster", "organisation", kind="municipality", as_of=BETWEEN) == [("Asklyngen", "Ask Kommune")]
    assert rows(store, "names", "person", "other_form", "documents") == [("Ane Holt", "Anne Holdt", ["anden"])]


def test_forums_meetings_deadlines(store: Store) -> None:
    assert rows(store, "forums", "forum", status="abolished") == ["Ringen"]
    assert rows(store, "meetings", "date", "forum", "held") == [
        ("2030-02-03", "Lederkredsen", True),
        ("2031-03-05", "Lederkredsen", True),
        ("2031-04-09", "Kernegruppen", False),
    ]
    assert rows(store, "deadlines", "date", "date_text", "what") == [("2031-05", "maj 2031", "regnskab")]


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [("reference", {}, "references"), ("gaps", {"as_of": "i går"}, "i går"), ("gaps", {"known_at": "?"}, "known"), ("gaps", {"who": "x"}, "who")],
)
def test_wrong_use_is_named(store: Store, name: str, options: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        reports.run(store, name, options)


def test_one_actor_on_one_page(store: Store) -> None:
    result = reports.show(store, "Hygiejnegruppen", {"as_of": LATER})
    assert [(row["section"], row["who"], row["status"]) for row in result.rows][1:] == [
        ("references", "Lederkredsen", "lapsed"),
        ("references", "Elmklyngen", "requested"),
    ]
    with pytest.raises(UsageError, match="Ingen Her"):
        reports.show(store, "Ingen Her")


def test_why_takes_a_fact_a_claim_and_a_name(store: Store) -> None:
    (row,) = reports.run(store, "references", {"status": "requested"}).rows
    quote = row["quotes"][0]["quote"]
    for ident in (row["fact_id"], row["fact_id"].rpartition("/")[2], row["quotes"][0]["claim"]):
        found = reports.why(store, ident).rows
        assert [one["quote"] for one in found] == [quote]
        assert (found[0]["recognizer"], found[0]["confidence"]) == ("tests.factories", 0.9)
    assert {one["document"] for one in reports.why(store, "Ane Holt").rows} == {"tidlig", "sen", "anden"}
    around = reports.why(store, row["fact_id"], around=5, text_of=lambda ident: "x" * 5000).rows[0]
    assert (around["before"], around["after"]) == ("xxxxx", "xxxxx")
    with pytest.raises(UsageError, match="nothing-here"):
        reports.why(store, "nothing-here")


def test_search_finds_names_in_any_spelling_then_sentences(store: Store) -> None:
    found = reports.search(store, "ANNE holdt").rows
    assert [(row["kind"], row["name"], row["written"]) for row in found] == [("person", "Ane Holt", "Anne Holdt")]
    found = reports.search(store, "landsnaevnet").rows
    assert found[0]["name"] == "Landsnævnet" and {row["kind"] for row in found} == {"forum", "sentence"}
    assert reports.search(store, "findes-ikke").rows == []
    assert reports.search(store, ".*").rows == []
