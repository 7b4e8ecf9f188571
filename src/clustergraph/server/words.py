"""The words of the pages in Danish and English: one file an owner in ``words/``, with the columns ``key,da,en``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("da", "en")


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
