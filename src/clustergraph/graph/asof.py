"""Partial dates as stretches of days, for comparing: ``2019`` is 2019-01-01 up to and without 2020-01-01."""

from __future__ import annotations

import re
from datetime import date, timedelta

_PARTIAL = re.compile(r"(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?")


def days(partial: str | None) -> tuple[str, str] | None:
    """The half-open stretch of days of a partial date: first day, first day after. None for what is no date.

    Understands ``2025``, ``2025-02``, ``2025-02-14``, ``2025-Q1``.
    """
    match = _PARTIAL.fullmatch(partial or "")
    if not match:
        return None
    year, quarter, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day and month:
            first = date(year or 0, month, day)
            return first.isoformat(), (first + timedelta(days=1)).isoformat()
        if month:
            return _months(year or 0, month, 1)
        return _months(year or 0, 3 * quarter - 2, 3) if quarter else _months(year or 0, 1, 12)
    except (ValueError, OverflowError):
        return None


def _months(year: int, month: int, count: int) -> tuple[str, str]:
    after = month + count
    last = date(year + 1, 1, 1) if after > 12 else date(year, after, 1)
    return date(year, month, 1).isoformat(), last.isoformat()


def first_day(partial: str | None) -> str | None:
    """The first day of a partial date."""
    found = days(partial)
    return found[0] if found else None


def day_after(partial: str | None) -> str | None:
    """The first day after a partial date."""
    found = days(partial)
    return found[1] if found else None


def period(value: str | None) -> tuple[str | None, str | None]:
    """The half-open stretch of days of a date or an interval ``start/end``, open where a side is empty or no date."""
    start, slash, end = (value or "").partition("/")
    return first_day(start), day_after(end if slash else start)
