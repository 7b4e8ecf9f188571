"""The words of dates: months, weekdays, seasons, and the cues that tell a date from a number."""

from __future__ import annotations

import re
from functools import cache

from clustergraph.lexicon import table


def words(name: str) -> tuple[str, ...]:
    """One list of ``dates.toml``."""
    return tuple(table("dates")[name])


@cache
def month_numbers() -> dict[str, int]:
    """Every form of a month, lower case, and its number."""
    return {form: number for number, forms in enumerate(table("dates")["months"], 1) for form in forms}


@cache
def weekday_numbers() -> dict[str, int]:
    """The weekdays, Monday 0."""
    return {name: number for number, name in enumerate(words("weekdays"))}


@cache
def ordinals() -> dict[str, int]:
    """Ordinal words; 0 stands for the last."""
    return dict(table("dates")["ordinals"])


@cache
def relative_years() -> dict[str, int]:
    """Phrases for a whole year, counted from the year of the meeting."""
    return dict(table("dates")["relative_years"])


@cache
def duration_units() -> dict[str, int]:
    """Units of time in months."""
    return dict(table("dates")["duration_units"])


@cache
def numbers() -> dict[str, float]:
    """Number words."""
    return dict(table("dates")["numbers"])


@cache
def word_set(name: str) -> frozenset[str]:
    """One list of ``dates.toml`` as a set."""
    return frozenset(words(name))


@cache
def any_of(name: str) -> str:
    """A regular expression for one list or table of ``dates.toml``, the longest first."""
    return alternatives(tuple(table("dates")[name]))


@cache
def any_month() -> str:
    """A regular expression for the name of a month."""
    return alternatives(tuple(month_numbers()))


def alternatives(forms: tuple[str, ...]) -> str:
    """A regular expression for any of some words, the longest first; a blank in a word stands for any blanks."""
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=lambda f: (-len(f), f)))


@cache
def tense(sentence: str) -> str | None:
    """``past`` or ``future`` where the words of a sentence speak for one of them alone."""
    text = sentence.casefold()
    found = [name for name in ("past", "future") if re.search(rf"(?<!\w)(?:{any_of(name)})(?!\w)", text)]
    return found[0] if len(found) == 1 else None


@cache
def cue(kind: str) -> re.Pattern[str]:
    """The words of a list such as ``due.words`` or ``events.words`` as one expression; "…" stands for up to five words."""
    group, _, name = kind.partition(".")
    words = alternatives(tuple(table("dates")[group][name])).replace("…", r"(?:\S+\s+){0,5}?\S+")
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
