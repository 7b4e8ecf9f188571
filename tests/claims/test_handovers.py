"""Who sends or recommends what to whom; and the sentences that only look like it."""

import pytest
from tests.claims.texts import found, minutes

TOLD = [
    ("Kystudvalget anbefaler til Landsrådet, at ordningen fortsætter.", ("Kystudvalget", "recommends", "Landsrådet")),
    ("Kystudvalget besluttede at anbefale over for Landsrådet, at ordningen fortsætter.", ("Kystudvalget", "recommends", "Landsrådet")),
    ("Kystudvalget sender hvert år en opgørelse over midlerne til Landsrådet.", ("Kystudvalget", "sends", "Landsrådet")),
    ("Opgørelsen fremsendes forud for mødet i Landsrådet af Kystudvalget.", ("Kystudvalget", "sends", "Landsrådet")),
    ("De fire kystgrupper laver en liste. Den fremsendes til Landsrådet - grupperne har frist den 3. maj.", ("kystgrupper", "sends", "Landsrådet")),
    ("Opgørelsen indsendes til Landsrådet, og Kystudvalget har frist den 3. maj.", ("Kystudvalget", "sends", "Landsrådet")),
]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_a_step_is_told(text: str, told: tuple[str, str, str]) -> None:
    (claim,) = found(minutes(("Midlerne", "Drøftet."), case=text), "handover")
    assert claim.object is not None
    assert (claim.subject.name, claim.qualifiers["act"], claim.object.name) == told
    assert claim.qualifiers["item"] == "1"


@pytest.mark.parametrize(
    "text",
    [
        "Kystudvalget sender ikke sager til Landsrådet.",
        "Skal Kystudvalget sende opgørelsen til Landsrådet?",
        "Opgørelsen fremsendes til Landsrådet.",
        "Kystudvalget refererer til Landsrådet.",
        "Formanden i Kystudvalget sender en hilsen til Landsrådet.",
        "Det indstilles, at Kystudvalget godkender opgørelsen.",
    ],
)
def test_no_step_is_told(text: str) -> None:
    assert found(minutes(("Midlerne", "Drøftet."), case=text), "handover") == []


def test_a_step_is_no_reference() -> None:
    text = "Kystudvalget anbefaler til Landsrådet, at ordningen fortsætter."
    assert found(minutes(("Midlerne", "Drøftet."), case=text), "reporting_line") == []


def test_denne_brings_the_sentence_that_says_what_it_is() -> None:
    text = "Der laves en opgørelse over kystmidlerne. Denne opgørelse sendes til Landsrådet af Kystudvalget."
    (claim,) = found(minutes(("Midlerne", "Drøftet."), case=text), "handover")
    assert len(claim.evidence) == 2
    assert "kystmidlerne" in str(claim.qualifiers["what"])
