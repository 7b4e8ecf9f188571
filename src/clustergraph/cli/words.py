"""What the command line says, in Danish and English: ``lexicon/messages.csv``."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from functools import cache

from clustergraph import resources

LANGUAGES = ("da", "en")
_chosen: list[str] = []


def language() -> str:
    """The language in use: what :func:`choose` set, else the locale's, else Danish."""
    return _chosen[-1] if _chosen else _of_locale()


def choose(arguments: Sequence[str]) -> None:
    """Set the language from ``--lang`` among the words of the command line, before anything is parsed; without one, from the locale."""
    _chosen.clear()
    for here, after in zip(arguments, [*arguments[1:], ""], strict=False):
        if here == "--":
            return
        value = after if here == "--lang" else here.removeprefix("--lang=") if here.startswith("--lang=") else None
        if value in LANGUAGES:
            _chosen.append(value)


def _of_locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.startswith("en") else "da"
    return "da"


def say(key: str, **values: object) -> str:
    """One message in the language in use; ``values`` fill its ``{places}``. An unknown key is a mistake of ours and raises KeyError."""
    text = _messages()[key][LANGUAGES.index(language())]
    return text.format(**values) if values else text


def known(key: str) -> bool:
    """Whether there is such a message."""
    return key in _messages()


@cache
def _messages() -> dict[str, tuple[str, str]]:
    rows = csv.DictReader(resources.text("lexicon", "messages.csv").splitlines())
    return {row["key"]: (_lines(row["da"]), _lines(row["en"])) for row in rows}


def _lines(text: str) -> str:
    return text.replace("\\n", "\n")  # a message is one line of the file
