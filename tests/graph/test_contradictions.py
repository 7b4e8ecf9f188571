"""Consolidation rule by rule: which source prevails, and that the other one stays visible."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import factories as make
from clustergraph import reports
from clustergraph.graph.facts import Weight
from clustergraph.graph.stores import Store, open_store
from clustergraph.model import Claim, Document, Section
from small_world import World

FORUM, OTHER = ("forum", "Styret"), ("forum", "Rådet")


def paper(name: str, *, kind: str = "minutes", date: str = "2031-01-02", listed: bool = False) -> Document:
    text = f"{name}\nDeltagere: Asta Krogh, Bo Lund\nStyret og Rådet"
    sections = (Section("attendees", None, None, 0, len(text), 0),) if listed else ()
    return make.document(text, kind=kind, date=date, sections=sections)


def chair(document: Document, person: str, **more: Any) -> Claim:
    return make.claim(document, "forum_role", ("person", person), FORUM, capacity="chair", **more)


def line(document: Document, **told: Any) -> Claim:
    return make.claim(document, "reporting_line", FORUM, OTHER, kind="reports_to", **told)


def world(*said: tuple[Document, Claim]) -> Store:
    papers = [document for document, _ in said]
    entities = [make.entity("forum/styret", "Styret", type="committee"), make.entity("forum/raadet", "Rådet", type="council")]
    entities += [make.entity("person/asta-krogh", "Asta Krogh"), make.entity("person/bo-lund", "Bo Lund")]
    entities.append(make.entity("initiative/varmt-vand", "Varmt vand"))
    names = {(one, entity.kind, entity.label): entity.id for one in papers for entity in entities}
    store = open_store()
    store.load(World(tuple(papers), {document.id: (claim,) for document, claim in said}, make.resolution(entities, names)).quads())
    return store


def listed(store: Store) -> list[tuple[Any, ...]]:
    rows = reports.run(store, "contradictions").rows
    return [(row["kind"], row["what"], row["left"], row["right"], row["reason"]) for row in rows]


EARLY, LATE = paper("En", date="2031-01-02"), paper("To", date="2032-01-02")
CASES = {
    "a person's word before a document": ({"recognizer": "review"}, {}, "verdict"),
    "minutes before an agenda": ({}, {"kind": "agenda", "listed": True}, "minutes"),
    "a list before running text": ({"listed": True}, {}, "list"),
    "a document that is a list before running text": ({"kind": "members"}, {"kind": "plan"}, "list"),
    "the surer reading": ({"confidence": 0.95}, {"confidence": 0.6}, "confidence"),
}


def told(name: str, person: str, *, recognizer: str = "test", confidence: float = 0.9, **header: Any) -> tuple[Document, Claim]:
    document = paper(name, **header)
    return document, replace(chair(document, person, confidence=confidence), recognizer=recognizer)


@pytest.mark.parametrize("name", CASES)
def test_who_is_chair_by_two_documents_of_a_day(name: str) -> None:
    left, right, reason = CASES[name]
    first, second = told("En", "Asta Krogh", **left), told("To", "Bo Lund", **right)
    for order in ((first, second), (second, first)):
        assert listed(world(*order)) == [("chair", "Styret", "Asta Krogh", "Bo Lund", reason)]


def test_the_order_of_the_rules() -> None:
    least = Weight(False, "2031-01-01", False, False, False, 0.5, "b")
    steps = [
        replace(least, confidence=0.6), replace(least, listed=True), replace(least, decided=True), replace(least, minutes=True),
        replace(least, day="2031-01-02"),
        replace(least, by_hand=True),
    ]  # fmt: skip
    assert sorted([*steps, least]) == [least, *steps]
    assert [one.reason(least) for one in steps] == ["confidence", "list", "decision_text", "minutes", "later", "verdict"]
    assert replace(least, document="c").reason(least) == "none"


def test_a_new_chair_on_a_later_day_is_no_contradiction() -> None:
    assert listed(world((EARLY, chair(EARLY, "Asta Krogh")), (LATE, chair(LATE, "Bo Lund")))) == []


def test_two_chairs_of_one_document_are_two_chairs() -> None:
    document = paper("En")
    entities = [make.entity("person/a", "Asta Krogh"), make.entity("person/b", "Bo Lund"), make.entity("forum/styret", "Styret", type="committee")]
    names = {(document, entity.kind, entity.label): entity.id for entity in entities}
    store = open_store()
    said = {document.id: (chair(document, "Asta Krogh"), chair(document, "Bo Lund"))}
    store.load(World((document,), said, make.resolution(entities, names)).quads())
    assert listed(store) == []


def test_a_decision_and_its_own_case_name_different_forums_to_approve() -> None:
    words = "1. Budget\nBudgettet sendes til godkendelse i Rådet.\nBeslutning\nStyret skal godkende budgettet."
    item, case, decision = ((words.index(start), len(words)) for start in ("1. ", "Budgettet", "Beslutning"))
    sections = (
        Section("item", "1", "Budget", *item, None),
        Section("case", None, None, case[0], decision[0], 0),
        Section("decision", None, None, *decision, 0),
    )
    document = make.document(words, date="2031-01-02", sections=sections)

    def store(first: str, second: str) -> Store:
        approvals = tuple(
            make.claim(document, "approval", forum, quotes=[quote], about="budget", item="1") for forum, quote in ((OTHER, first), (FORUM, second))
        )
        meeting = make.claim(document, "meeting", ("document", "M"), FORUM, kind="minutes", date="2031-01-02")
        point = make.claim(document, "agenda_item", ("item", "Budget"), number="1", title="Budget")
        entities = [make.entity("forum/styret", "Styret", type="committee"), make.entity("forum/raadet", "Rådet", type="council")]
        names = {(document, entity.kind, entity.label): entity.id for entity in entities}
        built = open_store()
        built.load(World((document,), {document.id: (meeting, point, *approvals)}, make.resolution(entities, names)).quads())
        return built

    told = store("Budgettet sendes til godkendelse i Rådet.", "Styret skal godkende budgettet.")
    assert listed(told) == [("approver", "budget", "Styret", "Rådet", "decision_text")]
    rows = reports.run(told, "approvals").rows
    assert [(row["approver"], row["said_in"], row["prevails"]) for row in rows] == [("Styret", ["decision"], True), ("Rådet", ["case"], False)]
    both = store("Styret skal godkende budgettet.", "Styret skal godkende budgettet.")
    assert listed(both) == []  # said in one breath: both are to approve


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ((EARLY, {"status": "in_force"}), (paper("To"), {"status": "lapsed"}), [("status", "none")]),
        ((EARLY, {"status": "lapsed"}), (paper("To"), {"status": "former"}), []),
        ((EARLY, {"status": "in_force"}), (paper("To"), {"status": "requested"}), []),
        ((EARLY, {"status": "in_force"}), (LATE, {"status": "lapsed"}), []),
        ((EARLY, {"status": "in_force", "valid_until": "2033"}), (LATE, {"status": "in_force", "valid_until": "2034"}), [("end", "later")]),
        (
            (EARLY, {"status": "in_force", "valid_from": "2030", "valid_until": "2033"}),
            (LATE, {"status": "in_force", "valid_from": "2034", "valid_until": "2035"}), [],
        ),
    ],
)  # fmt: skip
def test_status_and_end_of_a_reference(left: Any, right: Any, found: list[tuple[str, str]]) -> None:
    store = world(*((document, line(document, **told)) for document, told in (left, right)))
    assert [(row["kind"], row["reason"]) for row in reports.run(store, "contradictions").rows] == found


def test_amounts_ends_and_who_decides() -> None:
    def both(kind: str, *ends: tuple[str, str], **told: tuple[Any, Any]) -> list[tuple[Any, ...]]:
        pairs = [{name: values[i] for name, values in told.items()} for i in (0, 1)]
        return listed(world(*((one, make.claim(one, kind, *ends, **said)) for one, said in zip((EARLY, LATE), pairs, strict=True))))

    money = ("money", "pulje")
    assert both("money", money, what=("pulje", "pulje"), period=("2031", "2031"), amount_dkk=(5, 7)) == [("amount", "pulje", 7, 5, "later")]
    assert both("money", money, what=("pulje", "pulje"), period=("2031", "2032"), amount_dkk=(5, 7)) == []
    assert both("initiative", ("initiative", "Varmt vand"), end=("2032", "2033")) == [("end", "Varmt vand", "2033", "2032", "later")]
    decided = make.claim(EARLY, "decision_elsewhere", FORUM, about="takster", date="2030-12")
    other = make.claim(LATE, "decision_elsewhere", OTHER, about="takster", date="2030-12")
    assert listed(world((EARLY, decided), (LATE, other))) == [("approver", "takster", "Rådet", "Styret", "later")]


def test_agenda_and_minutes_tell_the_meeting_differently() -> None:
    agenda, minutes = paper("Dagsorden", kind="agenda"), paper("Referat")
    store = world(
        *((one, make.claim(one, "meeting", ("document", "M"), FORUM, place=place)) for one, place in ((agenda, "Sal 1"), (minutes, "Sal 2")))
    )
    assert listed(store) == [("place", "Styret", "Sal 2", "Sal 1", "minutes")]
    assert [row.value for (row,) in store.select("SELECT ?p WHERE { ?m a eli-dl:Activity ; cg:place ?p }")] == ["Sal 2"]  # type: ignore[union-attr]


def test_both_sides_show_their_sentences() -> None:
    (row,) = reports.run(
        world((EARLY, chair(EARLY, "Asta Krogh")), (paper("To"), chair(paper("To"), "Bo Lund", confidence=0.2))), "contradictions"
    ).rows
    assert [quote["quote"] for quote in row["left_quotes"]] == ["Asta Krogh"]
    assert [quote["quote"] for quote in row["right_quotes"]] == ["Bo Lund"]
    assert row["left_documents"] != row["right_documents"] and len(row["documents"]) == 2
    assert row["prevails"] == "Asta Krogh"
