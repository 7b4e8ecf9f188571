"""Deadlines and dated happenings."""

import pytest
from tests.claims.texts import HEAD, found, minutes

DUE = [
    ("Frist for svar er den 1. maj 2023.", "2023-05-01", "den 1. maj 2023"),
    ("Kommunerne sender tal senest fredag den 21. april.", "2023-04-21", "fredag den 21. april."),
    ("Vera og Bo laver et nyt budget inden 1. maj.", "2023-05-01", "1. maj."),
    ("Sekretariatet samler tal inden den 1. maj.", "2023-05-01", "den 1. maj."),
    ("Rådet godkendte tallene, som indsendes til ministeriet inden den 1. maj.", "2023-05-01", "den 1. maj."),
    ("Arbejdsgruppen vender tilbage i juni.", "2023-06", "juni"),
    ("Der følger en afrapportering i starten af 2024.", "2024", "i starten af 2024"),
    ("Sekretariatet udarbejder et oplæg om drift til mødet den 15. juni 2023.", "2023-06-15", "den 15. juni 2023"),
    ("Rådet bedes tage stilling til forslaget på mødet den 3. maj 2023.", "2023-05-03", "den 3. maj 2023"),
    ("15. maj 2023\tKommunerne indsender budget", "2023-05-15", "15. maj 2023"),
    ("Der skal gives en status på Kystforums møde i juni 2023.", "2023-06", "juni 2023"),
    ("Indsatsen skal beskrives yderligere frem mod mødet den 15. juni 2023.", "2023-06-15", "den 15. juni 2023"),
    ("Planen skal godkendes i 2. kvartal 2023.", "2023-04/2023-06", "2. kvartal 2023"),
]


@pytest.mark.parametrize(("text", "date", "words"), DUE)
def test_deadlines(text: str, date: str, words: str) -> None:
    (claim,) = found(minutes(("Ny plan", "Drøftet."), case=text), "deadline")
    assert (claim.qualifiers["date"], claim.qualifiers["date_text"]) == (date, words)


def test_each_day_behind_senest_is_due() -> None:
    text = "Gruppen fremlægger en plan senest den 1. maj 2023 og en rapport senest 1. december 2024."
    claims = found(minutes(("Ny plan", "Drøftet."), case=text), "deadline")
    assert [claim.qualifiers["date"] for claim in claims] == ["2023-05-01", "2024-12-01"]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunerne har indsendt deres budget den 1. maj 2023.",
        "Fristen udløb den 1. maj 2021.",
        "Siden er senest opdateret 3. juni 2023.",
        "Der er ingen frist.",
        "Planen gælder i 2023.",
        "Referat af mødet den 1. februar 2023 forelægges.",
    ],
)
def test_no_deadlines(text: str) -> None:
    assert found(minutes(("Ny plan", "Drøftet."), case=text), "deadline") == []


def test_what_stands_apart_below_a_recommendation_is_due() -> None:
    head = f"{HEAD}4. Ny plan\n\nSagsfremstilling\n\nPlanen er klar.\n\nIndstilling\n\n"
    text = f"{head}Det indstilles, at planen sendes ud senest 1. maj 2023.\n\nRettelser bedes sendt til Lunde Kommune senest 8. maj 2023.\n"
    assert [claim.qualifiers["date"] for claim in found(text, "deadline")] == ["2023-05-08"]


def test_events_keep_the_words_of_the_date() -> None:
    (claim,) = found(minutes(("Ny plan", "Drøftet."), case="Der afholdes en temadag den 9. juni på hotellet."), "event")
    assert (claim.qualifiers["date"], claim.qualifiers["date_text"]) == ("2023-06-09", "den 9. juni")
