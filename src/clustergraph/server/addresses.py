"""Addresses of pages: the one place that knows the path prefix, and what an address keeps from page to page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

KEPT = ("as_of", "known_at", "lang")
"""Parameters that every link keeps, in this order at the end of an address."""


def url(prefix: str, path: str, kept: Mapping[str, str], params: Mapping[str, object]) -> str:
    """An address within the site: ``path`` below the prefix, with its parameters and those that are kept.

    A parameter of None or an empty word is left out, also where it would be kept; a list gives a pair each. ``anchor`` becomes the fragment.
    """
    given = dict(params)
    anchor = given.pop("anchor", None)
    pairs = [(name, one) for name, value in given.items() for one in _each(value)]
    pairs += [(name, kept[name]) for name in KEPT if name in kept and name not in given]
    query = f"?{urlencode(pairs)}" if pairs else ""
    return f"{prefix}{quote(path, safe='/:@!$,;=~*().')}{query}" + (f"#{quote(str(anchor), safe='/:@!$,;=~*().?&')}" if anchor else "")


def _each(value: object) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, str) or not isinstance(value, Iterable):
        return [str(value)]
    return [str(one) for one in value]


def slug_of(iri: str) -> str | None:
    """``person/ida-holm`` of an entity's address; None for what is none."""
    found = iri.partition("/id/")[2]
    return found or None
