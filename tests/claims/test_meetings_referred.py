"""Earlier meetings that a text refers to without telling what they decided."""

from __future__ import annotations

import pytest
from tests.claims.texts import document, found, minutes

from clustergraph import claims, records

TEXT = "Styregruppen følger sagen. Punktet hører til arbejdet ift. nye mødeformer, jf. styregruppemødet den 3. februar 2023."


def test_a_meeting_referred_to_has_its_forum_day_and_topic_and_no_outcome() -> None:
    (claim,) = found(minutes(("Ny plan", "Drøftet."), case=TEXT), "decision_elsewhere")
    told = claim.qualifiers
    assert claim.subject.name == "Styregruppen for Sundhedsklynge Bælt"
    assert (told["date"], told["about"], told["item"]) == ("2023-02-03", "nye mødeformer", "1")
    assert not told.get("outcome")


@pytest.mark.parametrize("text", ["Planen følges, jf. bilag 3 af 3. februar 2023.", "Planen følges, jf. styregruppemødet den 3. maj 2023."])
def test_papers_and_later_meetings_are_none(text: str) -> None:
    assert found(minutes(("Ny plan", "Drøftet."), case=text), "decision_elsewhere") == []


def test_it_is_no_row_of_the_exchange_form() -> None:
    paper = document(minutes(("Ny plan", "Drøftet."), case=TEXT))
    assert records.facts(paper, claims.recognize(paper)[0])["decisions_elsewhere"] == []
