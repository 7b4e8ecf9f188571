"""Seats by kind: their number and who fills them, and no people."""

from __future__ import annotations

import pytest

from clustergraph.claims import seats
from clustergraph.claims.reading import Reading
from clustergraph.model import Document, View


def reading(text: str, kind: str = "minutes", forum: str | None = None) -> Reading:
    return Reading(Document("0" * 64, "x.txt", "text/plain", "plain", kind, forum, None, None, None, forum, text, View(text, (0,), (0,))))


def test_a_list_of_proposed_seats() -> None:
    text = "Til Kystforum foreslås udpeget:\n- 1 repræsentant fra Vejle Kommune\n- to læger fra almen praksis\n- Mødet slutter kl. 12"
    found = [(s.text, s.number, s.represents and s.represents[2].name, s.status) for s in seats.seats(reading(text))]
    assert found == [
        ("1 repræsentant fra Vejle Kommune", 1, "Vejle Kommune", "proposed"),
        ("to læger fra almen praksis", 2, "almen praksis", "proposed"),
    ]


@pytest.mark.parametrize("line", ["- Ida Holm, konsulent, Vejle Kommune", "- Vejle Kommune afleverer et notat", "Formanden takkede af"])
def test_people_and_other_points_are_no_seats(line: str) -> None:
    assert seats.seats(reading(f"Medlemmer af Kystforum er foreslået:\n{line}")) == []


def test_a_seat_claim_names_its_forum_and_body() -> None:
    text = "Kystforum består af:\n- 2 repræsentanter fra Vejle Kommune"
    (claim,) = seats.recognize(reading(text))
    assert claim.object is not None and claim.object.name == "Kystforum"
    assert dict(claim.qualifiers) == {"number": 2, "represents": "Vejle Kommune", "seat": "2 repræsentanter fra Vejle Kommune", "status": "in_force"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kystforum, hvor Vejle Kommune og Region Fyrtårn er med, mødes.", {"Vejle Kommune", "Region Fyrtårn"}),
        ("Der nedsættes en følgegruppe med repræsentanter fra Kystforum.", {"Kystforum"}),
        ("Kystforum består af en medarbejder fra Vejle Kommune.", set()),
        ("Mødet bestod af oplæg fra Vejle Kommune.", set()),
    ],
)
def test_who_has_a_seat_by_a_sentence(text: str, expected: set[str]) -> None:
    assert {body[2].name for body, _, _, _ in seats.represented(reading(text))} == expected


def test_bodies_listed_below_a_line_have_seats() -> None:
    text = "Følgende har plads i Kystforum:\n• Vejle Kommune og Bakkeby Kommune\n• Region Fyrtårn (2 pladser)\n\nTangrådet\nRådet er nyt."
    assert {(body[2].name, forum[2].name) for body, forum, *_ in seats.represented(reading(text))} == {
        ("Vejle Kommune", "Kystforum"),
        ("Bakkeby Kommune", "Kystforum"),
        ("Region Fyrtårn", "Kystforum"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kystforum er sammensat af fiskere, der repræsenterer hhv. egnens havne, Vejle Kommune, lodser og Region Fyrtårn (se bilag).",
            ["egnens havne", "lodser"],
        ),
        ("Kystforum består af repræsentanter for Vejle Kommune, skippere og Region Fyrtårn.", ["skippere"]),
        ("Kystforum består af repræsentanter fra Vejle Kommune og Region Fyrtårn.", []),
        ("Kystforum består af repræsentanter fra Vejle Kommune, som mødes to gange om året med redere.", []),
        ("Kystforum, som repræsenterer Vejle Kommune, drøftede planen.", []),
        ("Der er repræsentanter for lodser og fiskere i dag.", []),
    ],
)
def test_parties_of_a_list_that_are_groups_and_no_bodies(text: str, expected: list[str]) -> None:
    assert [seat.text for seat in seats.seats(reading(text))] == expected
