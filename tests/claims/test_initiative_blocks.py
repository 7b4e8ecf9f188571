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


CARDS = (
    "Projektkort 1 af 2\nTitel: Hånd om Natten (tidligere Nattevagten)\nHvad: Ledsagelse af ældre\nHvem ejer: Lunde Kommune\n"
    "Projektleder: Vera Holm Lund, Lunde Kommune\nPeriode: 1. august 2022 –\nØkonomi: 120.000 kr. om året\n"
    "Hvor langt er vi: Stoppet d. 30. april 2023\n\n"
    "Projektkort 2 af 2\nTitel: Mad der Glæder\nHvad: Kampagne\nHvem ejer: Lunde Kommune\n"
    "Periode: Ventes startet 1. januar 2024\nØkonomi: 85.000 kr.\nHvor langt er vi: Planlægges\n"
)


def test_cards_name_their_project_behind_a_label() -> None:
    first, second = found(HEAD + CARDS, "initiative")
    assert (first.subject.name, second.subject.name) == ("Hånd om Natten", "Mad der Glæder")
    told = first.qualifiers
    assert "Nattevagten" in told["aliases"]
    assert (told["start"], told["end"], told["status"], told["anchored_in"]) == ("2022-08-01", "2023-04-30", "stopped", ["Lunde Kommune"])
    assert (second.qualifiers["start"], second.qualifiers["status"], second.qualifiers["maturity"]) == ("2024-01-01", "planned", "Planlægges")
