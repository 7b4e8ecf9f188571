"""The words of reports in Danish and English: ``lexicon/reports.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from clustergraph import resources

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")

_BRACKET = re.compile(r"\(([^()]*?)(\d{4}-\d{2}-\d{2})\)")


def _pick(section: str, key: str, lang: str) -> str | None:
    found = _table()[section].get(key)
    return str(found[1 if lang == "en" else 0]) if found else None


def column(key: str, lang: str) -> str:
    """The heading of a column."""
    return _pick("columns", key, lang) or key.replace("_", " ")


def word(key: str, lang: str) -> str:
    """The word for a status, a kind, a capacity; anything else as it is."""
    return _pick("words", key, lang) or key


def phrase(key: str, lang: str, **values: object) -> str:
    """A sentence with its places filled; an unknown key is a mistake of ours and raises KeyError."""
    found = _pick("phrases", key, lang)
    if found is None:
        raise KeyError(key)
    return found.format(**values)


def date(value: str, lang: str) -> str:
    """A full day as people write it (``31.10.2024``, in English ISO); partial dates and other texts as they are."""
    match = _DAY.fullmatch(value)
    if not match:
        return value
    year, month, day = match.groups()
    return f"{year}-{month}-{day}" if lang == "en" else f"{int(day)}.{int(month)}.{year}"


def dates_within(text: str, lang: str) -> str:
    """A name with the days in brackets behind it as people write them: "(før 1.7.2022)"."""
    return _BRACKET.sub(lambda match: f"({match[1]}{date(match[2], lang)})", text)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.text("lexicon", "reports.toml"))
