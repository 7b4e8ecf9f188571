"""Sums of kroner: scales, decimal commas, shared units, sums without the word; and the numbers that are none."""

import pytest

from clustergraph.claims import amounts

SUMS = [
    ("Projektet koster 2,5 mio. kr. samt 0,3 mio. Kr. til følgeforskning.", [2_500_000, 300_000]),
    ("samlet 3,125 mio. kr.", [3_125_000]),
    ("60 mio. kr. om året (i alt 180 mio. kr.)", [60_000_000, 180_000_000]),
    ("240.000 kr. i 2023 og 480.000 kr. i 2024", [240_000, 480_000]),
    ("240.000 i 2023 og 480.000 kr. i 2024", [240_000, 480_000]),
    ("mellem 200.000 og 300.000 kr.", [200_000, 300_000]),
    ("2-3 mio. kr.", [2_000_000, 3_000_000]),
    ("350 t.kr. og 20 tkr.", [350_000, 20_000]),
    ("1,2 mia. kroner", [1_200_000_000]),
    ("kr. 25.000", [25_000]),
    ("DKK 1.200", [1_200]),
    ("25.000,-", [25_000]),
    ("1 160 000 kr.", [1_160_000]),
    ("et mindreforbrug på 845.000 i år", [845_000]),
    ("Budget: 90.000", [90_000]),
    ("12.345,50 kr.", [12_346]),
    ("40 mio. kr. i 2022 og 40 mio. kr. i 2023", [40_000_000, 40_000_000]),
    ("heraf 750 t. kr. i 2019 og 1.500 t.kr. i 2020", [750_000, 1_500_000]),
    ("20 mio. kr. i 2022 og 2023 og 3 mio. kr. derefter", [20_000_000, 3_000_000]),
    ("i 2025 til 4 mio. kr.", [4_000_000]),
    ("den 12. marts 2024 og 3 mio. kr.", [3_000_000]),
    ("punkt 2 og 3 mio. kr.", [3_000_000]),
    ("bilag 1, 2 og 3 mio. kr.", [3_000_000]),
    ("mellem 2 og 3 mio. kr.", [2_000_000, 3_000_000]),
    ("mellem 200 og 300 t.kr.", [200_000, 300_000]),
    ("1,2-1,5 mio. kr.", [1_200_000, 1_500_000]),
    ("400.000 i 2023, 500.000 i 2024 og 600.000 kr. i 2025", [400_000, 500_000, 600_000]),
    ("400.000 kr. i 2023, 500.000 i 2024 og 600.000 i 2025", [400_000, 500_000, 600_000]),
    ("4,5 mio. kr. i 2023 og 5,0 i 2024", [4_500_000, 5_000_000]),
    ("750.000 kr., heraf 250.000 til projekter", [750_000, 250_000]),
    ("100.000 kr. fra regionen og 50.000 fra kommunen", [100_000, 50_000]),
    ("1½ mio. kr. og en halv million kroner", [1_500_000, 500_000]),
    ("halvanden million kroner til to millioner kroner", [1_500_000, 2_000_000]),
    ("der er afsat 300.000 til formålet", [300_000]),
    ("bevilget 1.300.000 i 2024", [1_300_000]),
    ("1,1 mio.\tAfsluttet", [1_100_000]),
    ("5 millioner i alt", [5_000_000]),
    ("75.000.-", [75_000]),
    ("T.kr. 450", [450_000]),
    ("100.000 kroners støtte", [100_000]),
]


@pytest.mark.parametrize(("text", "expected"), SUMS)
def test_sums(text: str, expected: list[int]) -> None:
    assert [s.amount for s in amounts.find(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "12.480 borgere svarede", "1,2 mio. borgere", "budget på 1.200 patienter", "et overskud på 12 procent", "16 pladser",
        "lov nr. 1.234", "tre krav",
        "i 2024", "(i 1.000 kr.)", "Tabel 1 (1.000 kr.)", "alle tal i 1000 kr.", "2 millioner henvendelser", "300 millioner danskere",
        "100 mio. euro",
        "bevilget 12.000 doser", "sag 27.15.12-A00-1-23", "tlf. 12 34 56 78",
        "Tabel 3 (i mio. kr.)", "15 % af midlerne", "§ 12.500",
    ],
)  # fmt: skip
def test_no_sums(text: str) -> None:
    assert amounts.find(text) == ()


def test_the_stretch_shows_the_sum() -> None:
    text = "Der er afsat 4,5 mio. kr. til formålet."
    (one,) = amounts.find(text)
    assert text[one.start : one.end] == "4,5 mio. kr."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Møde lørdag-søndag 22.-23. februar.", []),
        ("Pilotdriften må højst koste 600.000.", [600_000]),
        ("nul kroner fra puljen (søgt: 40.000)", [40_000]),
        ("Det koster 500,- at deltage.", [500]),
    ],
)
def test_numbers_with_a_dash_or_behind_a_word_of_money(text: str, expected: list[int]) -> None:
    assert [one.amount for one in amounts.find(text)] == expected
