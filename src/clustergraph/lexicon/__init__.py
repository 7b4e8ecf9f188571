"""The words of the language as data, and the questions that one may ask of a word."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from clustergraph import resources


@cache
def table(name: str) -> dict[str, Any]:
    """One lexicon file, parsed."""
    return tomllib.loads(resources.text("lexicon", f"{name}.toml"))


def is_month(word: str) -> bool:
    """Whether a word is the name of a month, or its short form."""
    return word.casefold().strip(".,;:") in _months()


@cache
def _months() -> dict[str, int]:
    return {form: number for number, forms in enumerate(table("dates")["months"], 1) for form in forms}


def is_abbreviation(word: str) -> bool:
    """Whether a word before a full stop is an abbreviation, so that the stop ends no sentence."""
    return word.casefold().rstrip(".") in _abbreviations()


def may_close(word: str) -> bool:
    """Whether an abbreviation may stand at the end of a sentence ("… 2 mio. kr. Det …")."""
    return word.casefold().rstrip(".") in table("abbreviations")["closing"]


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(table("abbreviations")["words"])
