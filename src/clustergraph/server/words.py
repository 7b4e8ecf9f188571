"""The words of the pages in Danish and English: one file an owner in ``words/``, with the columns ``key,da,en``."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("da", "en")
_POINTS = re.compile(r" \([+-][\d.]+\)$")


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """Key → words in one language; Danish for a language that there are no words in."""
    lang = lang if lang in LANGUAGES else LANGUAGES[0]
    found: dict[str, str] = {}
    for file in sorted(files("clustergraph.server").joinpath("words").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".csv"):
            found |= {row["key"]: row[lang] for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())}
    return found


def say(lang: str, key: str, **values: object) -> str:
    """One message with its ``{places}`` filled; an unknown key is a mistake of ours and raises KeyError."""
    text = catalogue(lang)[key]
    return text.format(**values) if values else text


@cache
def _reasons() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What the program says in English of two names or of a file, as a pattern, and its key."""
    told = ((key, text) for key, text in catalogue("en").items() if key.startswith("reason."))
    return tuple((re.compile(re.sub(r"\\\{\d\\\}", "(.+)", re.escape(text))), key) for key, text in told)


def reason(lang: str, text: str) -> str:
    """Why two names are one ("same name (+3); two regions (-4)") or a file can't be read, in a language; what is not known stays as it is."""
    return "; ".join(_reason(lang, part) for part in text.split("; "))


def _reason(lang: str, part: str) -> str:
    points = _POINTS.search(part)
    words = part[: points.start()] if points else part
    for pattern, key in _reasons():
        if found := pattern.fullmatch(words):
            return catalogue(lang)[key].format(*found.groups()) + part[len(words) :]
    return part
