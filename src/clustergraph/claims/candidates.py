"""A name that may be an initiative's, before names of the same thing are put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from clustergraph.lexicon import initiatives as lexicon

Source = Literal["heading", "text", "list", "table"]
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name at a stretch of the view, with what a table or list says of it.

    ``sure`` is false where the name counts only if the document repeats it. ``facts`` holds qualifiers of the claim that come from a cell or
    a list; ``evidence`` the stretches that show them; ``scope`` the stretch that speaks of nothing else.
    """

    name: str
    start: int
    end: int
    source: Source
    head: str | None = None
    sure: bool = True
    aliases: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    evidence: tuple[tuple[int, int], ...] = ()
    scope: tuple[int, int] | None = None


_SMALL = re.compile(r"^(?:den|det|de|en|et|én|ét|and|og|i|på|af|til|for|om|vedr|vedrørende|ift|med|mellem|ved|fra|under)$")


def content_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: lower case, without articles, prepositions, genitive and plural endings."""
    words = re.findall(r"[\wæøåÆØÅ]+", re.sub(r"(\w)[-­](?=\s|\w)", r"\1 ", name.casefold()))
    return tuple(_stem(word) for word in words if not _SMALL.match(word))


def _stem(word: str) -> str:
    if word.isdigit() or len(word) < 5:
        return word
    word = re.sub(r"(?<=\w{4})s$", "", word)
    return re.sub(r"(?<=\w{4})(?:erne|ene|en|et|er|e)$", "", lexicon.base_form(word))
