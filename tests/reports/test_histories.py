"""Coverage of seats, tenures, how two are linked, and the courses that references take."""

from __future__ import annotations

from typing import Any

import pytest

import factories as make
from clustergraph import graph, reports
from clustergraph.errors import UsageError
from clustergraph.graph.stores import Store, open_store
from clustergraph.model import Claim

TEXT = """Kommissorium for Nordrådet
Nordrådet svarer til Østrådet. Østrådet svarer til Sydrådet. Sydrådet svarer til Østrådet.
Alfrådet svarer til Betarådet. Betarådet svarer til Gammarådet. Betarådet svarer også til Deltarådet.
Ask Kommune har to pladser, Elm Kommune har én.
Liv Holm, Ask Kommune
Max Berg, Birk Kommune
"""
COUNCILS = ("Nordrådet", "Østrådet", "Sydrådet", "Alfrådet", "Betarådet", "Gammarådet", "Deltarådet")
BODIES = ("Ask Kommune", "Elm Kommune", "Birk Kommune")
PEOPLE = ("Liv Holm", "Max Berg")


@pytest.fixture(scope="module")
def councils() -> Store:
    document = make.document(TEXT, date="2031-03-05", source="kommissorium.txt")
    lines = [("Nordrådet", "Østrådet"), ("Østrådet", "Sydrådet"), ("Sydrådet", "Østrådet"), ("Alfrådet", "Betarådet"), ("Betarådet", "Gammarådet")]
    claims: list[Claim] = [
        make.claim(document, "reporting_line", ("forum", a), ("forum", b), quotes=[f"{a} svarer til {b}."], kind="reports_to", status="in_force")
        for a, b in lines
    ]
    claims.append(
        make.claim(
            document, "reporting_line", ("forum", "Betarådet"), ("forum", "Deltarådet"), quotes=["Betarådet svarer også til Deltarådet."],
            kind="reports_to", status="in_force",
        )
    )  # fmt: skip
    sentence = "Ask Kommune har to pladser, Elm Kommune har én."
    for body, number in (("Ask Kommune", 2), ("Elm Kommune", 1)):
        told: dict[str, Any] = {"seat": body, "number": number, "represents": body}
        claims.append(make.claim(document, "seats", ("seat", body), ("forum", "Nordrådet"), quotes=[sentence], **told))
    for person, body, forums in (("Liv Holm", "Ask Kommune", ("Nordrådet", "Alfrådet")), ("Max Berg", "Birk Kommune", ("Nordrådet",))):
        for forum in forums:
            quote = f"{person}, {body}"
            claims.append(
                make.claim(document, "forum_role", ("person", person), ("forum", forum), quotes=[quote], capacity="member", represents=body)
            )
    known = {("forum", name): f"forum/{n}" for n, name in enumerate(COUNCILS)}
    known |= {("organisation", name): f"organisation/{n}" for n, name in enumerate(BODIES)}
    known |= {("person", name): f"person/{n}" for n, name in enumerate(PEOPLE)}
    entities = [make.entity(ident, name) for (_, name), ident in known.items()]
    opened = open_store()
    resolution = make.resolution(entities, {(document, kind, name): ident for (kind, name), ident in known.items()})
    opened.load(graph.build([document], {document.id: claims}, resolution))
    return opened


def test_coverage_counts_seats_and_who_sits_without_one(councils: Store) -> None:
    (row,) = [row for row in reports.run(councils, "coverage", {"forum": "Nordrådet"}).rows if row["forum"] == "Nordrådet"]
    assert (row["seats_given"], row["seats_filled"], row["seats_open"], row["status"]) == (3, 2, 1, "open_seats")
    assert [(seat["represents"], seat["given"], seat["filled"]) for seat in row["seats"]] == [("Ask Kommune", 2, 1), ("Elm Kommune", 1, 0)]
    assert row["without_seat"] == ["Max Berg"] and row["no_minutes"] and row["last_minutes"] is None and row["reviewed"] == 0.0
    (other,) = reports.run(councils, "coverage", {"forum": "Alfrådet"}).rows
    assert (other["seats_given"], other["seats_open"], other["status"]) == (None, None, "no_seats_known")


@pytest.mark.parametrize(("as_of", "silent"), [("2032-03-04", False), ("2032-03-05", True)])
def test_a_forum_without_minutes_for_a_year(store: Store, as_of: str, silent: bool) -> None:
    (row,) = reports.run(store, "coverage", {"forum": "Lederkredsen", "as_of": as_of}).rows
    assert (row["last_minutes"], row["no_minutes"], row["seats_vacant"]) == ("2031-03-05", silent, 1)


@pytest.mark.parametrize(
    ("kind", "courses"),
    [
        ("two_masters", [["Deltarådet", "Gammarådet"]]),
        ("circle", [["Sydrådet", "Østrådet", "Sydrådet"]]),
        (
            "chain",
            [["Alfrådet", "Betarådet", "Deltarådet"], ["Alfrådet", "Betarådet", "Gammarådet"], ["Nordrådet", "Østrådet", "Sydrådet"]],
        ),
    ],
)
def test_courses_of_references(councils: Store, kind: str, courses: list[list[str]]) -> None:
    rows = reports.run(councils, "gaps", {"kind": kind}).rows
    found = [row["masters"] for row in rows]
    same = [sorted(one[:-1]) for one in found] if kind == "circle" else found
    assert same == ([sorted(one[:-1]) for one in courses] if kind == "circle" else courses)
    assert all(row["quotes"] for row in rows)


def test_tenures_as_stated_and_as_seen(store: Store) -> None:
    names = ("person", "capacity", "valid_from", "attested_first", "attested_last")
    rows = reports.run(store, "tenures", {"forum": "Lederkredsen"}).rows
    found = [tuple(row[name] for name in names) for row in rows]
    assert ("Bo Lund", "member", None, "2030-02-03", "2030-02-03") in found
    assert ("Ane Holt", "member", None, "2030-02-03", "2031-03-05") in found and ("Ane Holt", "chair", None, "2031-03-05", "2031-03-05") in found
    titles = reports.run(store, "tenures", {"person": "Gro Berg"}).rows
    assert [(row["role"], row["organisation"]) for row in titles if row["forum"] is None] == [("chef", "Elm Kommune")]


@pytest.mark.parametrize(("as_of", "who"), [(None, ["Ane Holt"]), ("2031-03-31", [])])
def test_who_sits_in_both(store: Store, as_of: str | None, who: list[str]) -> None:
    rows = reports.path(store, "Lederkredsen", "Kernegruppen", {"as_of": as_of}).rows
    both = [row for row in rows if row["kind"] == "sits_in_both"]
    assert [row["who"] for row in both] == who
    assert all({quote["document"] for quote in row["quotes"]} >= {"sen", "anden"} for row in both)


def test_the_shortest_way(councils: Store) -> None:
    rows = reports.path(councils, "Nordrådet", "Gammarådet").rows
    assert [(row["step"], row["from"], row["to"], row["kind"]) for row in rows if row["step"]] == [
        (1, "Liv Holm", "Nordrådet", "member"),
        (2, "Liv Holm", "Alfrådet", "member"),
        (3, "Alfrådet", "Betarådet", "reports_to"),
        (4, "Betarådet", "Gammarådet", "reports_to"),
    ]
    assert reports.path(councils, "Nordrådet", "Elm Kommune").rows == []
    with pytest.raises(UsageError, match="Vestrådet"):
        reports.path(councils, "Nordrådet", "Vestrådet")
