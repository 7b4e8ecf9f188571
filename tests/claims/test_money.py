"""Money as claims: period, status, purpose, owner, once each; and sums that a missing table would hold."""

import pytest
from tests.claims.texts import found, minutes

PERIODS = [
    ("Der er afsat 200.000 kr. i 2024.", "2024"),
    ("I perioden 2023-2026 er der 3 mio. kr. til kurser.", "2023/2026"),
    ("Klyngen får 2 mio. kr. fra 2025 og frem.", "2025/"),
    ("Midlerne dækker perioden 2022-2025. For perioden er der i alt 4,2 mio. kr.", "2022/2025"),
    ("Prisen er 1,5 mio. kr. Arbejdet igangsættes i maj 2023. Det kører 2 år frem.", "2023-05/2025-05"),
    ("Der er 90.000 kr. tilbage.", None),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_period(text: str, period: str | None) -> None:
    (money,) = found(minutes(("Økonomi", "Drøftet."), case=text), "money")
    assert money.qualifiers.get("period") == period


STATUSES = [
    ("Puljen er på 2 mio. kr., som staten har bevilget.", "granted"),
    ("Der er afsat 2 mio. kr. til opgaven.", "allocated"),
    ("Der forventes et overskud på 400.000 ved årets udgang.", "expected"),
    ("Der søges 2 mio. kr. hos en fond.", "requested"),
    ("Planen giver en besparelse på 2 mio. kr.", "saving"),
    ("Såfremt aftalen indgås, koster den 2 mio. kr.", "conditional"),
    ("Det koster 2 mio. kr.", None),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status(text: str, status: str | None) -> None:
    (money,) = found(minutes(("Økonomi", "Drøftet."), case=text), "money")
    assert money.qualifiers.get("status") == status


def test_a_sum_told_twice_is_one_claim_with_two_sentences() -> None:
    (money,) = found(minutes(("Økonomi", "De 300.000 kr. blev drøftet."), case="Der er afsat 300.000 kr. i 2023."), "money")
    assert money.qualifiers["amount_dkk"] == 300_000
    assert len(money.evidence) == 2


def test_the_name_of_the_money_is_what_it_is() -> None:
    (money,) = found(minutes(("Økonomi", "Drøftet."), case="Bloktilskuddet er på 8 mio. kr. i 2023."), "money")
    assert money.qualifiers["what"] == "Bloktilskuddet"


def test_an_announced_table_that_is_missing_is_unknown_and_not_zero() -> None:
    text = minutes(("Økonomi", "Drøftet."), case="Midler til Sundhedsklynge Bælt (i mio. kr.):\n\nForventet forbrug i 2024 (i kr.):")
    rows = found(text, "money")
    assert [("amount_dkk" in m.qualifiers, m.qualifiers["status"]) for m in rows] == [(False, "announced"), (False, "announced")]
    assert rows[0].qualifiers["what"] == "Midler til Sundhedsklynge Bælt"
