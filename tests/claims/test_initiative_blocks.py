"""Blocks of a portfolio: a name, a few words, labelled lines."""

from __future__ import annotations

import pytest

from claims.texts import found

HEAD = "Sundhedsklynge Lunde\nProjektoversigt pr. 1. maj 2023\n\n"
BLOCK = (
    "NATTENS LÆGE (G)\nTilbud til borgere, der falder om natten.\nAnsvarlig: Vera Holm Lund, Lunde Kommune\n"
    "Periode: 1. januar 2022 – 31. december 2024\nØkonomi: 1.200.000 kr.\nModenhed: Tidlig afprøvning\n"
)


def test_a_block_is_an_initiative_with_what_its_labels_say() -> None:
    (claim,) = found(HEAD + BLOCK, "initiative")
    assert claim.subject.name == "NATTENS LÆGE"
    told = claim.qualifiers
    assert (told["start"], told["end"], told["maturity"], told["leads"]) == ("2022-01-01", "2024-12-31", "Tidlig afprøvning", ["Vera Holm Lund"])
    assert [sum_["amount_dkk"] for sum_ in told["budget"]] == [1_200_000]
    assert told["status"] == "active"


BLOCKS = [
    (BLOCK + "\nMad der Glæder\nKampagne på plejehjem.\nAnsvarlig: Vera Holm Lund\nØkonomi: 85.000 kr.\n", ["NATTENS LÆGE", "Mad der Glæder"]),
    ("Økonomi\nAnsvarlig: Vera Holm Lund\nBudget: 85.000 kr.\n", []),
    ("Lunde Kommune\nAnsvarlig: Vera Holm Lund\nBudget: 85.000 kr.\n", []),
    ("Nattens Læge\nAnsvarlig: Vera Holm Lund\n", []),
    ("Nattens Læge\nAnsvarlig: Vera Holm Lund\nStatus: Drøftet.\n", []),
    ("Projektperiode: 2022-2024\nAnsvarlig: Vera Holm Lund\nBudget: 85.000 kr.\n", []),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_blocks(text: str, expected: list[str]) -> None:
    assert [claim.subject.name for claim in found(HEAD + text, "initiative")] == expected
