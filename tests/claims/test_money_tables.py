"""Sums in tables that name their unit once, and the columns that hold none."""

import pytest
from tests.claims.texts import found

HEAD = "Notat om Sundhedsklynge Højland\n\n"

TABLES = [
    ("Projekt\tBevilling (kr.)\nRolig nat\t400.000\nNy dag\t75.500\n", [(75_500, None), (400_000, None)]),
    ("Projekt\tBeløb i 1.000 kr.\tAntal borgere\nRolig nat\t400\t1.200\n", [(400_000, None)]),
    ("Post\tBudget 2024 (mio. kr.)\tBudget 2025 (mio. kr.)\nDrift\t1,5\t2\n", [(1_500_000, "2024"), (2_000_000, "2025")]),
    ("Udgifter (i t.kr.):\nPost\t2023\t2024\tÅrsværk\nLøn\t650\t1.300\t2\n", [(650_000, "2023"), (1_300_000, "2024")]),
    ("Post | Beløb\nLøn | 250.000\nUge | 12\n", [(250_000, None)]),
    ("Projekt\tBevilling (kr.)\nRolig nat\t2023: 400.000\n\t2024: 450.000\n", [(400_000, "2023"), (450_000, "2024")]),
    ("Post\tBudget\nLøn\t1,1 mio. kr.\n", [(1_100_000, None)]),
    ("Projekt\tAndel (%)\tPeriode\nRolig nat\t40\t2024\n", []),
    ("Navn\tDeltagere\tÅr\nRolig nat\t1.200\t2024\n", []),
]


@pytest.mark.parametrize(("table", "expected"), TABLES)
def test_sums_of_a_table(table: str, expected: list[tuple[int, str | None]]) -> None:
    rows = [(c.qualifiers["amount_dkk"], c.qualifiers.get("period")) for c in found(HEAD + table, "money")]
    assert sorted(rows, key=lambda r: r[0]) == expected


def test_the_evidence_is_the_row() -> None:
    text = HEAD + "Projekt\tBevilling (kr.)\nRolig nat\t400.000\n"
    (money,) = found(text, "money")
    assert "400.000" in text[money.evidence[0].start : money.evidence[0].end]
