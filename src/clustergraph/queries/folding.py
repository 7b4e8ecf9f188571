"""Two spellings of one word made alike: for finding, never for showing."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache

from clustergraph import resources

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "ð": "d", "þ": "th", "ß": "ss"})
_MIN_STEM = 3  # letters that must be left of a word when an ending goes


@lru_cache(maxsize=100_000)  # the same few thousand names are compared with every question
def fold(text: str) -> str:
    """Lower case, æ as ae, ø as oe, å as aa, accents gone, everything that is no letter or digit a single blank."""
    # The å must go before decomposing, or it would end as a plain a.
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def words(text: str) -> list[str]:
    """The folded words of a text without the small ones; the small ones too where there are no others."""
    every = fold(text).split()
    return [word for word in every if word not in _skip()] or every


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A folded word without its ending: ``kommunernes``, ``kommunerne`` and ``kommuner`` are one."""
    for ending in _endings():
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            return word.removesuffix(ending)
    return word


def joined(text: str, stems: bool = False) -> str:
    """The folded words without blanks, for a hyphen or a blank inside a compound makes no other name; with ``stems`` without endings too."""
    return "".join(stem(word) if stems else word for word in fold(text).split())


@cache
def _skip() -> frozenset[str]:
    return frozenset(fold(word) for word in _table()["skip"])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_table()["endings"])


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(resources.text("lexicon", "finding.toml"))
