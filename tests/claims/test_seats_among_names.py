"""Unnamed people in a row of named ones are seats by kind, and no people."""

from __future__ import annotations

import pytest
from tests.claims.texts import found, minutes

ROWS = [
    ("Medicinnetværket består af overlæge Vera Holm Lund, sygeplejerske Bo Kvist og farmaceuter fra de tre kommuner, der skal se på sagen.",
     ["farmaceuter fra de tre kommuner"]),
    ("Arbejdsgruppen om medicin består af Vera Holm Lund samt to farmaceuter fra Lunde Kommune.", ["to farmaceuter fra Lunde Kommune"]),
    ("Arbejdsgruppen om medicin består af Vera Holm Lund og Bo Kvist.", []),
    ("Planen består af Vera Holm Lund, tre mål og tiltag i kommunerne.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_unnamed_people_among_named(text: str, expected: list[str]) -> None:
    claims = found(minutes(("Ny plan", "Drøftet."), case=text), "seats")
    assert [claim.qualifiers["seat"] for claim in claims] == expected
