"""What the dates of a fact say of one day."""

from __future__ import annotations

import pytest

from clustergraph.reports.periods import last_attested, status_on, unless_replaced

SAID = "2031-03-05"


@pytest.mark.parametrize(
    ("status", "day", "dates", "found"),
    [
        ("in_force", None, {}, "in_force"),
        ("in_force", "2031-03-04", {}, None),
        ("in_force", "2031-03-05", {}, "in_force"),
        ("in_force", "2035-01-01", {}, "in_force"),
        ("in_force", "2029-06-01", {"from_day": "2029-01-01"}, "in_force"),
        ("in_force", "2028-12-31", {"from_day": "2029-01-01"}, None),
        ("in_force", "2031-12-31", {"until_day": "2032-01-01"}, "in_force"),
        ("in_force", "2032-01-01", {"until_day": "2032-01-01"}, "former"),
        ("lapsed", "2031-03-04", {}, None),
        ("lapsed", "2031-03-05", {}, "lapsed"),
        ("former", "2030-01-01", {"until_day": "2030-01-01"}, "former"),
        ("former", "2029-12-31", {"until_day": "2030-01-01"}, "unclear"),
        ("former", "2020-01-01", {"until_day": "2030-01-01", "from_day": "2025-01-01"}, None),
        ("former", "2026-01-01", {"until_day": "2030-01-01", "from_day": "2025-01-01"}, "unclear"),
        ("requested", "2031-03-04", {}, None),
        ("requested", "2031-03-05", {}, "requested"),
        ("proposed", "2031-02-01", {"asked_on": "2031-02-01"}, "proposed"),
        ("proposed", "2031-01-31", {"asked_on": "2031-02-01"}, None),
        ("denied", "2031-03-05", {}, "denied"),
        ("unclear", "2031-03-05", {}, "unclear"),
    ],
)
def test_status_on(status: str, day: str | None, dates: dict[str, str], found: str | None) -> None:
    assert status_on(day, status, said=SAID, **dates) == found


def test_without_any_date_it_holds() -> None:
    assert status_on("2000-01-01", "in_force") == "in_force"


def test_last_attested() -> None:
    days = ["2030-01-01", "2031-01-01", "2032-01-01"]
    assert last_attested("2031-06-01", days) == "2031-01-01"
    assert last_attested(None, days) == "2032-01-01"
    assert last_attested("2029-01-01", days) == "2030-01-01"
    assert last_attested(None, []) == ""


def test_what_is_seen_later_replaces_and_equals_stay() -> None:
    items = [("a", "2030"), ("a", "2031"), ("b", "2029"), ("a", "2031")]
    assert unless_replaced(items, lambda one: one[0], lambda one: one[1]) == [("a", "2031"), ("b", "2029"), ("a", "2031")]
