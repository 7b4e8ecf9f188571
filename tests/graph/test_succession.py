"""Bodies over time: versions and events from sentences and from the registry, and none that is only likely."""

from __future__ import annotations

from typing import Any

import pytest

import factories as make
from clustergraph import reports
from clustergraph.graph import builder
from clustergraph.graph.stores import Store, open_store
from clustergraph.model import Claim, Document

NAMES = ("Gamle Råd", "Andet Råd", "Nye Råd", "Tredje Råd")
DAY, LATER = "2031-01-02", "2033-01-02"
ROW = {"name": "", "source": "lov", "type": "council", "valid_from": "", "valid_until": "", "predecessor_ids": "", "successor_ids": "", "status": ""}


def paper(date: str = DAY) -> Document:
    return make.document(f"{date}: " + ", ".join(NAMES), date=date)


def line(document: Document, new: str, old: str, **told: Any) -> Claim:
    return make.claim(document, "reporting_line", ("forum", new), ("forum", old), **{"kind": "successor_of", "status": "in_force", **told})


def forum(document: Document, name: str, **told: Any) -> Claim:
    return make.claim(document, "forum", ("forum", name), **told)


def store(*claims: Claim) -> Store:
    papers = {one.id: one for one in (paper(DAY), paper(LATER))}
    entities = [make.entity(f"forum/{i}", name, type="council") for i, name in enumerate(NAMES)]
    said: dict[str, list[Claim]] = {ident: [] for ident in papers}
    for claim in claims:
        said[claim.evidence[0].document_id].append(claim)
    names = {(one, "forum", entity.label): entity.id for one in papers.values() for entity in entities}
    held = open_store()
    held.load(builder.build(papers.values(), said, make.resolution(entities, names)))
    return held


def told(held: Store, **options: str) -> list[tuple[Any, ...]]:
    rows = reports.run(held, "succession", options).rows
    return [(row["kind"], row["date"], tuple(row["before"]), tuple(row["after"]), row["told_by"]) for row in rows]


P, Q = paper(), paper(LATER)
CASES = {
    "one for one": ([line(P, "Nye Råd", "Gamle Råd", valid_from="2030")], [("replaced", "2030", ("Gamle Råd",), ("Nye Råd",))]),
    "one under another name": (
        [line(P, "Nye Råd", "Gamle Råd", change="renamed", valid_from="2030")], [("renamed", "2030", ("Gamle Råd",), ("Nye Råd",))],
    ),
    "one document tells that it is the same one": (
        [line(P, "Nye Råd", "Gamle Råd"), line(Q, "Nye Råd", "Gamle Råd", change="renamed")], [("renamed", None, ("Gamle Råd",), ("Nye Råd",))],
    ),
    "another name only wished for": ([line(P, "Nye Råd", "Gamle Råd", change="renamed", status="proposed")], []),
    "two of which one was renamed": (
        [line(P, "Nye Råd", "Gamle Råd", change="renamed"), line(P, "Nye Råd", "Andet Råd")],
        [("merged", None, ("Andet Råd", "Gamle Råd"), ("Nye Råd",))],
    ),
    "two into one": (
        [line(P, "Nye Råd", "Gamle Råd"), line(P, "Nye Råd", "Andet Råd")], [("merged", None, ("Andet Råd", "Gamle Råd"), ("Nye Råd",))],
    ),
    "one into two": (
        [line(P, "Nye Råd", "Gamle Råd", valid_from="2030-05"), line(P, "Tredje Råd", "Gamle Råd", valid_from="2030-05")],
        [("split", "2030-05", ("Gamle Råd",), ("Nye Råd", "Tredje Råd"))],
    ),
    "only wished for": ([line(P, "Nye Råd", "Gamle Råd", status="proposed")], []),
    "set up with a date": ([line(P, "Nye Råd", "Gamle Råd", kind="set_up_by", valid_from="2029")], [("founded", "2029", (), ("Nye Råd",))]),
    "set up without a date": ([line(P, "Nye Råd", "Gamle Råd", kind="set_up_by")], []),
    "closed": ([forum(P, "Gamle Råd", status="abolished", valid_until="2030")], [("closed", "2030", ("Gamle Råd",), ())]),
    "said to be there": ([forum(P, "Gamle Råd", status="active")], []),
    "closed and later there again": (
        [forum(P, "Gamle Råd", status="abolished", valid_until="2030"), forum(Q, "Gamle Råd", status="active", valid_from="2032")],
        [("closed", "2030", ("Gamle Råd",), ()), ("reopened", "2032", (), ("Gamle Råd",))],
    ),
    "closed and later named": (
        [forum(P, "Gamle Råd", status="abolished"), forum(Q, "Gamle Råd", status="active")], [("closed", None, ("Gamle Råd",), ())],
    ),
    "there and later closed": (
        [forum(P, "Gamle Råd", status="active"), forum(Q, "Gamle Råd", status="abolished")], [("closed", None, ("Gamle Råd",), ())],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_events_of_the_text(name: str) -> None:
    claims, expected = CASES[name]
    held = store(*claims)
    assert [row[:4] for row in told(held)] == expected
    assert all(row["quotes"] and row["told_by"] == "documents" for row in reports.run(held, "succession").rows)


def test_an_event_of_a_later_day_has_not_happened_yet() -> None:
    held = store(line(Q, "Nye Råd", "Gamle Råd", valid_from="2033"))
    assert told(held, as_of="2032-12-31") == [] and len(told(held, as_of="2033-01-02")) == 1


def test_a_forum_has_a_version_a_period_that_a_text_gives() -> None:
    held = store(
        forum(P, "Gamle Råd", status="abolished", valid_from="2025", valid_until="2030"), forum(Q, "Gamle Råd", status="active", valid_from="2032")
    )
    found = held.select(
        "SELECT ?from ?until WHERE { ?v a cg:ForumVersion ; cg:versionOf ?f ; cg:validFromDay ?from "
        "OPTIONAL { ?v cg:validUntilDay ?until } } ORDER BY ?from"
    )
    assert [[term.value if term else None for term in row] for row in found] == [["2025-01-01", "2031-01-01"], ["2032-01-01", None]]


def test_events_of_the_registry_say_so_and_are_shown_of_bodies_that_documents_name() -> None:
    rows = [
        {**ROW, "id": "F-1", "name": "Gamle Råd", "valid_until": "2029", "status": "closed", "successor_ids": "F-2"},
        {**ROW, "id": "F-2", "name": "Nyt Råd", "valid_from": "2030", "predecessor_ids": "F-1"},
        {**ROW, "id": "F-3", "name": "Ukendt Råd", "valid_until": "2020", "status": "closed"},
    ]
    held = store_of(rows)
    assert told(held) == [("replaced", "2030", ("Gamle Råd",), ("Nyt Råd",), "registry")]
    assert held.query('ASK { ?e a org:ChangeEvent ; cg:inferred true ; cg:registrySource "lov" }')


def store_of(rows: list[dict[str, str]]) -> Store:
    document = paper()
    entity = make.entity("forum/0", "Gamle Råd", type="council", registry="F-1")
    held = open_store()
    said = {document.id: [forum(document, "Gamle Råd")]}
    held.load(
        builder.build([document], said, make.resolution([entity], {(document, "forum", "Gamle Råd"): entity.id}), registry_rows={"forums": rows})
    )
    return held


@pytest.mark.parametrize(("begin", "expected"), [("2040-01-01", "planned"), ("", "planned"), ("2030-01-01", None)])
def test_a_body_that_the_registry_plans_is_planned_until_documents_of_its_time_name_it(begin: str, expected: str | None) -> None:
    held = store_of([{**ROW, "id": "F-1", "name": "Gamle Råd", "status": "planned", "valid_from": begin}])
    (row,) = reports.run(held, "forums").rows
    assert row["status"] == expected
