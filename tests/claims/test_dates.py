"""Dates in Danish text: every way of writing them, the year that is left out, and the numbers that are no dates."""

import pytest

from clustergraph.claims import dates

MEETING = "2021-09-15"  # a Wednesday

FORMS = [
    ("mødet den 4. maj 2021", ["2021-05-04"]),
    ("d. 04-05-2021 kl. 10", ["2021-05-04"]),
    ("4/5 2021", ["2021-05-04"]),
    ("senest den 4/5-2021", ["2021-05-04"]),
    ("pr. 1.7.2020", ["2020-07-01"]),
    ("1.feb. 2022", ["2022-02-01"]),
    ("fra 2021-05-04", ["2021-05-04"]),
    ("03.11.19", ["2019-11-03"]),
    ("marts 2022", ["2022-03"]),
    ("primo 2022", ["2022"]),
    ("medio juni 2022", ["2022-06"]),
    ("ved udgangen af 2023", ["2023"]),
    ("i foråret 2022", ["2022"]),
    ("2. kvartal 2022", ["2022-04/2022-06"]),
    ("Q4 2022", ["2022-10/2022-12"]),
    ("første halvår 2022", ["2022-01/2022-06"]),
    ("uge 3 2022", ["2022-01-17/2022-01-23"]),
    ("2021-2024", ["2021/2024"]),
    ("årene 2021 – 2024", ["2021/2024"]),
    ("aftalen 2021-24", ["2021/2024"]),
    ("for 2021 og 2022", ["2021/2022"]),
    ("februar – maj 2022", ["2022-02/2022-05"]),
    ("fra 1. marts til 30. juni 2022", ["2022-03-01/2022-06-30"]),
    ("1/3 2022 - 1/6 2022", ["2022-03-01/2022-06-01"]),
    ("november – februar 2022", ["2021-11/2022-02"]),
]


@pytest.mark.parametrize(("text", "values"), FORMS)
def test_forms(text: str, values: list[str]) -> None:
    assert [w.value for w in dates.find(text, MEETING)] == values


YEARS = [
    ("På mødet den 2. juni blev planen godkendt", "2021-06-02"),
    ("Næste temadag afholdes den 12. januar", "2022-01-12"),
    ("Fredag den 3. december holdes kursus", "2021-12-03"),
    ("Notatet blev i november sendt ud", "2020-11"),
    ("Midlerne udløb sidste år", "2020"),
    ("Det sker næste år", "2022"),
    ("regnskabet ved årets udgang", "2021"),
    ("i februar måned skal rapporten ligge klar", "2022-02"),
    ("fra 1. november til 1. januar", "2021-11-01/2022-01-01"),
    ("drøftes i udvalget 27/9", "2021-09-27"),
]


@pytest.mark.parametrize(("text", "value"), YEARS)
def test_the_year_comes_from_the_meeting_the_weekday_and_the_tense(text: str, value: str) -> None:
    assert [w.value for w in dates.find(text, MEETING)] == [value]


def test_without_a_meeting_day_the_year_stays_unknown() -> None:
    (when,) = dates.find("den 2. juni blev planen godkendt")
    assert (when.value, when.text) == (None, "den 2. juni")


def test_a_row_of_months_that_contradicts_the_meeting_stays_unknown() -> None:
    (when,) = dates.find("Prøveperiode oktober – januar 2021", MEETING)
    assert when.value is None


NO_DATES = [
    "Sagsnr. 21/4711", "j.nr. 1-10-72-05-17", "tlf. 2010 3040", "Principmeddelelse 19-21 om stomi", "svarprocent 44", "i alt 2020 patienter",
    "207/259 besvarede", "en 1/2 stilling", "lov nr. 2019", "version 2.0", "1.765.000", "kl. 13.00-15.30", "https://x.dk/2021/05/04/nyt", "§ 2021",
    "med Maj og August",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert dates.find(text, MEETING) == ()


@pytest.mark.parametrize(
    ("text", "months"), [("kører 3 år frem", 36), ("i seks måneder", 6), ("en toårig periode", 24), ("halvandet år", 18), ("mange år", None)]
)
def test_durations(text: str, months: int | None) -> None:
    assert dates.duration(text) == months


@pytest.mark.parametrize(
    ("value", "months", "later"), [("2022-04", 36, "2025-04"), ("2022", 24, "2024"), ("2022", 6, None), ("2022-11-15", 3, "2023-02-15")]
)
def test_later(value: str, months: int, later: str | None) -> None:
    assert dates.later(value, months) == later
