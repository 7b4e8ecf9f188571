"""Questions about the words of organisational references: ``references.toml``, its patterns compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from clustergraph.lexicon import table


@dataclass(frozen=True, slots=True)
class Relation:
    """One way to say how two bodies stand to each other; the fields are those of ``references.toml``."""

    kind: str
    verb: re.Pattern[str]
    link: re.Pattern[str] | None  # None: the other body follows the verb at once
    stranded: re.Pattern[str]  # the link where the other body stands before "som": "rådet, som gruppen refererer til"
    turn: bool
    direct: bool
    attribute: bool
    near: bool
    nearest: bool  # it speaks of the nearest forum before it, whatever its case
    clause: bool  # the verb must begin its clause
    governed: bool  # our body stands behind the verb, which ends with a preposition
    own: str | None  # "subject", "object": which one may be the forum of the document, or of the sentence before
    any_bodies: bool  # also between two organisations
    adverbial: re.Pattern[str]  # the link as an adverb: "hertil", "derunder"
    target: str | None
    subject: str | None


_NOTHING_BEHIND = r"(?:\s+(?:i|den|pr\.?|siden|fra)\s+[^,.;]{0,24}?\d{4})?\s*(?:[,.;)]|$)"


@cache
def relations() -> tuple[Relation, ...]:
    """All relations, in the order of the file."""
    return tuple(
        Relation(
            row["kind"],
            re.compile(rf"(?<!\w){row['verb']}(?!\w)"),
            re.compile(rf"(?<!\w)(?:{row['link']})(?:\s+|(?=:$))") if row["link"] else None,
            re.compile(rf"\s+(?:[^\s,.;]+\s+)?(?:{row['link']})(?=\s*(?:[,.;)]|$))" if row["link"] else _NOTHING_BEHIND),
            row.get("turn", False),
            row.get("direct", False),
            row.get("attribute", False),
            row.get("near", False),
            row.get("nearest", False),
            row.get("clause", False),
            row.get("governed", False),
            row.get("own"),
            row.get("any_bodies", False),
            re.compile(rf"(?:\s+[^\s,.;]+){{0,2}}?\s+(?:her|der)(?:{row['link'] or 'til'})(?!\w)"),
            row.get("target"),
            row.get("subject"),
        )
        for row in table("references")["relations"]
    )


@cache
def label(words: str) -> str | None:
    """The kind of reference that a label before a colon tells: "Reference: …"."""
    low = " ".join(words.casefold().split())
    return next((row["kind"] for row in table("references")["labels"] if low in row["words"]), None)


@cache
def pattern(group: str, name: str) -> re.Pattern[str]:
    """One pattern of a group of ``references.toml``."""
    return re.compile(table("references")[group][name])


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
