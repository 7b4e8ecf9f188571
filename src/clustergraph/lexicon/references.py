"""Questions about the words of organisational references: ``references.toml``, its patterns compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from clustergraph.lexicon import table


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say how two bodies stand to each other; the fields are those of ``references.toml``."""

    kind: str
    trigger: re.Pattern[str]
    source: tuple[str, ...]
    target: tuple[str, ...]
    voice: str | None = None
    source_kind: str | None = None
    target_kind: str | None = None
    any_bodies: bool = False
    members: bool = False
    bridge: bool = False
    bracket: bool = False
    weak: bool = False
    pronoun: bool = False
    needs: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    status: str | None = None


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of the file."""
    sets = table("references")["sets"]
    return tuple(Frame(**{key: _field(key, value, sets) for key, value in row.items()}) for row in table("references")["frames"])


def _field(key: str, value: Any, sets: dict[str, str]) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if key not in ("trigger", "needs", "unless") or not isinstance(value, str):
        return value
    written = re.sub(r"\{([a-z]+)\}", lambda m: sets[m.group(1)], value)
    return re.compile(rf"(?<!\S)(?:{written})(?!\S)" if key == "trigger" else written)


@cache
def label(words: str) -> tuple[str, bool] | None:
    """The kind of reference that a label before a colon tells, and whether it is over: "Reference: …", "Svarede til: …"."""
    low = " ".join(words.casefold().split())
    return next(((row["kind"], row.get("past", False)) for row in table("references")["labels"] if low in row["words"]), None)


@cache
def pattern(group: str, name: str) -> re.Pattern[str]:
    """One pattern of a group of ``references.toml``; "{finite}" and "{participle}" in it are any of these verbs."""
    written = table("references")[group][name]
    verbs = "|".join(sorted(_clause_words("finite"))) if "{finite}" in written else ""
    participles = "|".join(sorted(_clause_words("participles"))) if "{participle}" in written else ""
    return re.compile(written.replace("{finite}", rf"(?:{verbs}|[^\W\d_]+ede)").replace("{participle}", f"(?:{participles})"))


@cache
def _clause_words(name: str) -> frozenset[str]:
    return frozenset(table("references")["clauses"][name])


def is_clause_word(name: str, word: str) -> bool:
    """Whether a word, in small letters, stands in one of the word lists under ``clauses``."""
    return word in _clause_words(name)


@cache
def _joints(name: str) -> frozenset[str]:
    return frozenset(table("references")["joints"][name])


def is_joint(name: str, word: str) -> bool:
    """Whether a word stands in one of the word lists under ``joints``."""
    return word.casefold() in _joints(name)


@cache
def seat_numbers() -> dict[str, int]:
    """Number words of seats."""
    return dict(table("references")["seats"]["numbers"])


@cache
def seat_nouns() -> frozenset[str]:
    """What a seat by kind is called: "repræsentant", "direktører"."""
    return frozenset(table("references")["seats"]["nouns"])
