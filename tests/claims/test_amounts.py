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
]


@pytest.mark.parametrize(("text", "expected"), SUMS)
def test_sums(text: str, expected: list[int]) -> None:
    assert [s.amount for s in amounts.find(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "12.480 borgere svarede", "1,2 mio. borgere", "budget på 1.200 patienter", "et overskud på 12 procent", "16 pladser",
        "lov nr. 1.234", "tre krav",
        "i 2024",
        "Tabel 3 (i mio. kr.)", "15 % af midlerne", "§ 12.500",
    ],
)  # fmt: skip
def test_no_sums(text: str) -> None:
    assert amounts.find(text) == ()


def test_the_stretch_shows_the_sum() -> None:
    text = "Der er afsat 4,5 mio. kr. til formålet."
    (one,) = amounts.find(text)
    assert text[one.start : one.end] == "4,5 mio. kr."
