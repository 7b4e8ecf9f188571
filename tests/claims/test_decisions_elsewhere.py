"""What other meetings decided, as a text tells it; and the plans, wishes and own decisions that are none."""

import pytest
from tests.claims.texts import found, minutes

TOLD = [
    ("Den 3. februar 2023 godkendte Det Regionale Samarbejdsudvalg planen.", "2023-02-03", "approved"),
    ("Det Regionale Samarbejdsudvalg godkendte på mødet d. 3. februar planen.", "2023-02-03", "approved"),
    ("Det Regionale Samarbejdsudvalg tog på mødet den 3. februar 2023 planen til efterretning.", "2023-02-03", "noted"),
    ("Planen blev godkendt på mødet i Det Regionale Samarbejdsudvalg den 3. februar.", "2023-02-03", "approved"),
    ("På møde i Det Regionale Samarbejdsudvalg den 3. februar 2023 blev det besluttet, at planen skal gælde alle.", "2023-02-03", "decided"),
    ("Sagen er også behandlet på møde i Det Regionale Samarbejdsudvalg den 3. februar 2023.", "2023-02-03", "discussed"),
    ("Det Regionale Samarbejdsudvalg har på sit møde den 3. februar 2023 sendt planen i høring.", "2023-02-03", "decided"),
    ("Det Regionale Samarbejdsudvalg har på sit møde den 3. februar bevilget 1,1 mio. kr. til planen.", "2023-02-03", "decided"),
    ("Vera har deltaget i Det Regionale Samarbejdsudvalgs møde den 3. februar. Udvalget godkendte her planen.", "2023-02-03", "approved"),
    ("Behandling i Det Regionale Samarbejdsudvalg den 03-02-2023, pkt. 4\nUdsat.", "2023-02-03", "decided"),
    ("Det Regionale Samarbejdsudvalg har tidligere besluttet at lave en plan.", None, "decided"),
    ("Det Regionale Samarbejdsudvalg er orienteret om planen.", None, "noted"),
    ("Det Regionale Samarbejdsudvalg bad på mødet den 3. februar 2023 om et overblik.", "2023-02-03", "decided"),
    ("Det Regionale Samarbejdsudvalg har på sit møde den 3. februar anbefalet et fælles kursus.", "2023-02-03", "decided"),
    ("Det Regionale Samarbejdsudvalg holdt møde den 3. februar 2023 og indstillede, at planen ændres.", "2023-02-03", "decided"),
    ("Forsøget er stoppet efter beslutning i Det Regionale Samarbejdsudvalg den 3. februar 2023.", "2023-02-03", "decided"),
]


@pytest.mark.parametrize(("text", "date", "kind"), TOLD)
def test_told(text: str, date: str | None, kind: str) -> None:
    (claim,) = found(minutes(("Ny plan", "Drøftet."), case=text), "decision_elsewhere")
    assert "Samarbejdsudvalg" in claim.subject.name
    assert (claim.qualifiers.get("date"), claim.qualifiers["decision_type"], claim.qualifiers["item"]) == (date, kind, "1")


@pytest.mark.parametrize(
    "text",
    [
        "Planen skal godkendes i Det Regionale Samarbejdsudvalg den 3. maj 2023.",
        "Det Regionale Samarbejdsudvalg skal drøfte planen.",
        "Det Regionale Samarbejdsudvalg ønsker planen drøftet.",
        "Hvis Det Regionale Samarbejdsudvalg har godkendt planen, går arbejdet i gang.",
        "Planen sendes til Det Regionale Samarbejdsudvalg.",
    ],
)
def test_plans_and_wishes_are_no_decisions(text: str) -> None:
    assert found(minutes(("Ny plan", "Drøftet."), case=text), "decision_elsewhere") == []


def test_a_forum_behind_the_label_of_its_line_is_the_subject() -> None:
    text = "Kort fortalt: Det Regionale Samarbejdsudvalg har den 3. februar 2023 tilsluttet sig planen."
    (claim,) = found(minutes(("Ny plan", "Drøftet."), case=text), "decision_elsewhere")
    assert (claim.qualifiers["date"], claim.qualifiers["decision_type"]) == ("2023-02-03", "approved")


def test_the_meeting_of_the_sentence_before() -> None:
    text = "På mødet i Det Regionale Samarbejdsudvalg den 3. februar 2023 deltog to læger. På mødet blev det besluttet at samle tal."
    (claim,) = found(minutes(("Ny plan", "Drøftet."), case=text), "decision_elsewhere")
    assert claim.qualifiers["date"] == "2023-02-03"
    assert len(claim.evidence) == 2
