from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import DataError
from clustergraph.graph.terms import CG, Minter, concept, decimal, digest, moment, slug, word


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ane-Sofie Sølvtofte", "ane-sofie-soelvtofte"),
        ("Ærø Kommune", "aeroe-kommune"),
        ("Århus", "aarhus"),
        ("A\u030arhus", "aarhus"),
        ("Møller & Søn, 2. afd.", "moeller-soen-2-afd"),
        ("Élise Müller", "elise-muller"),
    ],
)
def test_slug(words: str, expected: str) -> None:
    assert slug(words) == expected


@given(st.text())
def test_a_slug_is_ascii_never_empty_and_stays_as_it_is(words: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(words))
    assert slug(slug(words)) == slug(words)


def test_a_hash_keeps_its_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")


def test_an_unknown_term_is_an_error_and_no_new_term() -> None:
    with pytest.raises(DataError, match="referenceStat"):
        CG["referenceStat"]


def test_an_unknown_word_is_an_error_that_names_the_words_there_are() -> None:
    with pytest.raises(DataError, match="in_force"):
        concept("status", "current")


def test_a_concept_leads_back_to_its_word() -> None:
    assert word(concept("capacity", "vice_chair").value) == "vice_chair"


@pytest.mark.parametrize(("number", "written"), [(1.0, "1"), (0.9, "0.9"), (0.0, "0"), (0.75, "0.75")])
def test_decimal_is_written_short(number: float, written: str) -> None:
    assert decimal(number).value == written


def test_a_day_of_registration_is_its_midnight() -> None:
    assert moment("2024-10-31").value == "2024-10-31T00:00:00Z"
    assert moment("2024-10-31T12:30:00Z").value == "2024-10-31T12:30:00Z"


def test_iris_are_minted_below_the_base() -> None:
    mint = Minter("https://example.org/k/")
    assert mint.entity("person/bo-lund").value == "https://example.org/k/id/person/bo-lund"
    assert mint.document_graph("ab" * 32).value == "https://example.org/k/graph/document/abababababababab"
