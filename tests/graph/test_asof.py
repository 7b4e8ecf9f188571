from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.graph import asof


@pytest.mark.parametrize(
    ("partial", "expected"),
    [
        ("2019", ("2019-01-01", "2020-01-01")),
        ("2024-02", ("2024-02-01", "2024-03-01")),
        ("2024-12", ("2024-12-01", "2025-01-01")),
        ("2024-02-28", ("2024-02-28", "2024-02-29")),
        ("2024-12-31", ("2024-12-31", "2025-01-01")),
        ("2025-Q1", ("2025-01-01", "2025-04-01")),
        ("2025-Q4", ("2025-10-01", "2026-01-01")),
        ("2024-02-30", None), ("2024-13", None), ("0000", None), ("9999-12-31", None), ("24-10-31", None), ("snart", None),
        ("2024-10-31T12:00", None),
        ("", None), (None, None),
    ],
)  # fmt: skip
def test_days(partial: str | None, expected: tuple[str, str] | None) -> None:
    assert asof.days(partial) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023", ("2023-01-01", "2024-01-01")),
        ("2023/2027", ("2023-01-01", "2028-01-01")),
        ("2020/", ("2020-01-01", None)),
        ("/2020-06", (None, "2020-07-01")),
        ("2025-01/2025-03", ("2025-01-01", "2025-04-01")),
        ("engang", (None, None)),
        (None, (None, None)),
    ],
)
def test_period(value: str | None, expected: tuple[str | None, str | None]) -> None:
    assert asof.period(value) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_a_day_lies_in_its_month_and_its_year(day: date) -> None:
    exact = asof.days(day.isoformat())
    assert exact == (day.isoformat(), (day + timedelta(days=1)).isoformat())
    for partial in (day.isoformat()[:4], day.isoformat()[:7]):
        stretch = asof.days(partial)
        assert stretch is not None
        assert stretch[0] <= exact[0] < exact[1] <= stretch[1]
