"""Who is still to approve what; and the decisions, wishes and other words that are none."""

import pytest
from tests.claims.texts import found, minutes

TOLD = [
    ("Det Regionale Samarbejdsudvalg skal godkende projektplanen, da udvalget betaler.", "projektplanen"),
    ("Det Regionale Samarbejdsudvalg skal endeligt godkende den reviderede kommunikationsplan.", "kommunikationsplan"),
    ("Der sendes en projektplan til skriftlig godkendelse i Det Regionale Samarbejdsudvalg.", "projektplan"),
    ("Projektplanen sendes derfor nu til endelig godkendelse i Det Regionale Samarbejdsudvalg.", "projektplanen"),
    ("Projektplanen skal godkendes af Det Regionale Samarbejdsudvalg inden sommer.", "projektplanen"),
    ("Budgettet forelægges til godkendelse hos Det Regionale Samarbejdsudvalg.", "budgettet"),
]


@pytest.mark.parametrize(("text", "about"), TOLD)
def test_told(text: str, about: str) -> None:
    (claim,) = found(minutes(("Ny plan", "Drøftet."), case=text), "approval")
    assert "Samarbejdsudvalg" in claim.subject.name
    assert (claim.qualifiers["about"], claim.qualifiers["item"]) == (about, "1")


@pytest.mark.parametrize(
    "text",
    [
        "Det Regionale Samarbejdsudvalg godkendte projektplanen.",
        "Projektplanen er godkendt af Det Regionale Samarbejdsudvalg.",
        "Det Regionale Samarbejdsudvalg skal drøfte projektplanen.",
        "Sagen sendes til Det Regionale Samarbejdsudvalg.",
        "Det sendes derfor til godkendelse i Det Regionale Samarbejdsudvalg.",
        "Det Regionale Samarbejdsudvalg skal godkende, at planen udsættes.",
    ],
)
def test_no_approval_to_come(text: str) -> None:
    assert found(minutes(("Ny plan", "Drøftet."), case=text), "approval") == []


def test_one_matter_has_one_name_in_a_point() -> None:
    text = "Der sendes en projektplan til godkendelse i Kystudvalget. Styregruppen for Kysten skal godkende projektplanen."
    claims = found(minutes(("Ny plan", "Drøftet."), case=text), "approval")
    assert {claim.qualifiers["about"] for claim in claims} == {"projektplan"} and len(claims) == 2
