"""Stored forms: what goes in comes out, and what is none is named with its line."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import pytest

import factories
from clustergraph import records
from clustergraph.errors import RecordError
from clustergraph.model import Claim, Document, Judgement, Mention, Section, Span, Unread

DOCUMENT = factories.document("Øvelokale 2\nDer er afsat 4.000 kr. 😀\n", sections=(Section("item", "1. Økonomi", "1", 0, 11, 11),))


def claim(kind: str = "money", **more: Any) -> Claim:
    span = Span(DOCUMENT.id, 12, 37)
    mention = Mention("money", "afsat", span)
    return Claim(records.claim_id(kind, mention, None, more, (span,)), kind, mention, None, more, (span,), "money", 0.9)


def test_a_claim_survives_being_stored() -> None:
    row = json.loads(records.dumps(records.claim_to_json(claim(amount_dkk=4000))))
    assert records.claim_from_json(row) == claim(amount_dkk=4000)


def test_a_document_survives_being_stored_but_for_its_view() -> None:
    row = json.loads(records.dumps(records.document_to_json(DOCUMENT, [Unread(Span(DOCUMENT.id, 0, 4), "why")])))
    assert records.document_from_json(row, DOCUMENT.text) == DOCUMENT
    assert row["unread"] == [[0, 4, "why"]]


def test_another_text_is_not_the_documents() -> None:
    row = records.document_to_json(DOCUMENT)
    with pytest.raises(RecordError, match="not the text that was read"):
        records.document_from_json(row, DOCUMENT.text + "!")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda row: row.pop("subject"),
        lambda row: row.update(kind="gossip"),
        lambda row: row.update(evidence=[]),
        lambda row: row.update(evidence=[{"start": 1}]),
        lambda row: row.update(confidence="much"),
    ],
)
def test_a_wrong_claim_is_named_with_its_line(spoil: Any) -> None:
    row = records.claim_to_json(claim())
    spoil(row)
    with pytest.raises(RecordError, match=r"claims\.jsonl, line 7"):
        records.claim_from_json(row, "claims.jsonl", 7)


def test_a_wrong_judgement_is_named() -> None:
    good = asdict(Judgement("a", "b", "same", 1.0, "", "ida", "2025-01-01"))
    assert records.judgement_from_json(good).verdict == "same"
    with pytest.raises(RecordError, match="maybe"):
        records.judgement_from_json({**good, "verdict": "maybe"})
    with pytest.raises(RecordError, match="line 2"):
        records.judgement_from_json({"left": "a"}, "x", 2)


@pytest.mark.parametrize(("text", "line"), [("{}\n[1]\n", 2), ("{}\n\n{\n", 3)])
def test_a_line_that_is_no_object_is_named(text: str, line: int) -> None:
    with pytest.raises(RecordError, match=f"line {line}"):
        records.lines(text, "x.jsonl")


def test_the_id_of_a_claim_is_what_it_says_and_where() -> None:
    one = claim(amount_dkk=4000)
    assert one.id == claim(amount_dkk=4000).id != claim(amount_dkk=4001).id
    assert one.id != records.claim_id("money", one.subject, None, one.qualifiers, (Span(DOCUMENT.id, 0, 4),))


def line(status: str) -> Claim:
    span = Span(DOCUMENT.id, 0, 5)
    ends = Mention("forum", "A", span), Mention("forum", "B", span)
    return Claim("x", "reporting_line", *ends, {"kind": "reports_to", "status": status}, (span,), "references")


@pytest.mark.parametrize(("status", "word"), [("in_force", "current"), ("requested", "proposed"), ("lapsed", "lapsed"), ("former", "former")])
def test_the_exchange_form_has_its_own_words(status: str, word: str) -> None:
    facts = records.facts(DOCUMENT, [line(status)])
    assert facts["reporting_lines"][0]["status"] == word
    assert facts["reporting_lines"][0]["evidence"] == [{"start": 0, "end": 5}]


def test_a_sum_without_a_figure_is_no_row() -> None:
    assert records.facts(DOCUMENT, [claim()])["money"] == []
    assert [row["amount_dkk"] for row in records.facts(DOCUMENT, [claim(amount_dkk=4000)])["money"]] == [4000]


def test_an_unstated_head_comes_from_the_document_and_is_null_where_it_says_nothing() -> None:
    document: Document = replace(DOCUMENT, forum="Chefforum")
    head = records.facts(document, [])["document"]
    assert head["forum"] == "Chefforum" and head["date"] == "2024-10-31" and head["cluster"] is None and head["sha256"] == document.id
