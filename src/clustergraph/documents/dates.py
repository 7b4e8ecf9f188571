"""Danish dates and times of day as headers write them. A date without a year is none here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from clustergraph import lexicon


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text, with the stretch that says it (with the weekday and "den" before it)."""

    iso: str
    start: int
    end: int


@cache
def _months() -> dict[str, int]:
    return {form: number for number, forms in enumerate(lexicon.table("dates")["months"], 1) for form in forms}


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(_months(), key=lambda m: (-len(m), m)))
    lead = r"(?:\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b,?\s*)?(?:\b(?:den|d\.|d)\s*)?"
    words = rf"(?P<d1>\d{{1,2}})\.?\s*(?P<m1>{months})\.?,?\s+(?P<y1>(?:19|20)\d\d)"
    iso = r"(?P<y2>(?:19|20)\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d)"
    digits = r"(?P<d3>\d{1,2})(?:\.\s?|-|/)(?P<m3>\d{1,2})(?:\.\s?|-|/|\s)(?P<y3>(?:19|20)\d\d)"
    short = r"(?P<d4>\d{1,2})[.\-/](?P<m4>\d{1,2})[.\-/](?P<y4>[0-4]\d)(?![.\-/]\d)"
    return re.compile(rf"{lead}(?<![\d.\-/])(?:{words}|{iso}|{digits}|{short})(?!\d)", re.IGNORECASE)


def find(text: str) -> Iterator[Found]:
    """All full dates in a text, in order; what is no day of the calendar is left out."""
    for match in _pattern().finditer(text):
        groups = match.groupdict()
        year = groups["y1"] or groups["y2"] or groups["y3"] or f"20{groups['y4']}"
        month = _months().get((groups["m1"] or "").casefold(), 0) or int(groups["m2"] or groups["m3"] or groups["m4"] or 0)
        day = groups["d1"] or groups["d2"] or groups["d3"] or groups["d4"]
        try:
            iso = date(int(year), month, int(day)).isoformat()
        except ValueError:
            continue
        yield Found(iso, match.start(), match.end())


def first(text: str) -> Found | None:
    """The first full date in a text."""
    return next(find(text), None)


_TIME = re.compile(r"\b(?:kl(?:okken)?\.?|klokken)\s*(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?(?!\d)", re.IGNORECASE)
_BARE = re.compile(r"(?<![\d.\-/])(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?![\d])(?!\.\d)")

_HOURS = re.compile(r"(?P<h>[01]?\d|2[0-3])(?P<m>)\s*[-–]\s*\d{1,2}(?:[.:]\d\d)?")


def time_of_day(text: str, labelled: bool = False) -> str | None:
    """The first time of day as ``HH:MM``: after "kl."; under a label of its own also without."""
    found = _TIME.search(text) or ((_BARE.search(text) or _HOURS.fullmatch(text.strip())) if labelled else None)
    return f"{int(found['h']):02d}:{found['m'] or '00'}" if found else None
