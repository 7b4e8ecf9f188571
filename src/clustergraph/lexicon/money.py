"""The words of money: currencies, scales, the nouns beside a sum and what they say of it."""

from __future__ import annotations

import re
from functools import cache

from clustergraph.lexicon import table
from clustergraph.lexicon.dates import alternatives


@cache
def any_of(name: str) -> str:
    """A regular expression for one list or table of ``money.toml``, the longest first."""
    return alternatives(tuple(table("money")[name]))


@cache
def scales() -> dict[str, int]:
    """Words for a multiple of one krone."""
    return dict(table("money")["scales"])


@cache
def number_words() -> dict[str, float]:
    """Numbers that stand in words before a scale."""
    return dict(table("money")["number_words"])


@cache
def columns(name: str) -> frozenset[str]:
    """Words of the headings of columns (``amount``, ``counts`` or ``total``), or those ``behind`` a sum in its cell."""
    return frozenset(table("money")["columns"][name])


@cache
def _status_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"(?<!\w)(?:{alternatives(tuple(words))})(?!\w)", re.IGNORECASE)) for name, words in table("money")["status"].items()
    )


def status(words: str) -> str | None:
    """What became of a sum by the words around it: a key of ``[status]``, or None."""
    return next((name for name, pattern in _status_patterns() if pattern.search(words)), None)
