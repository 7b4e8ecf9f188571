"""The words of the drawing in Danish and English, from ``words.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("da", "en")


@cache
def words(lang: str) -> Mapping[str, str]:
    """Key → words in one language; Danish for a language that there are no words in."""
    lang = lang if lang in LANGUAGES else "da"
    text = files("clustergraph.explorer").joinpath("words.csv").read_text(encoding="utf-8")
    return {row["key"]: row[lang] for row in csv.DictReader(text.splitlines())}
