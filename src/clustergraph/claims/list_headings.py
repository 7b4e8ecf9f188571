"""Headings over or under people: the organisation or forum that a short line of a list names, however it is put."""

from __future__ import annotations

import re

from clustergraph.claims import entries
from clustergraph.claims.entries import Words
from clustergraph.lexicon import people

_SHORT = 9  # words of a heading
_CONTACT_ADDRESS = re.compile(r"\S+@\S+")
_COUNT = re.compile(r"\s*\(\d{1,3}\)(?=\s*:?$)")  # "Vejby Kommune (2):"


def body(text: str, start: int, end: int) -> Words | None:
    """A short line that names a body and no person: an organisation or forum over or under people."""
    words = text[start:end].strip()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    lead = people.leads_to_body(words)
    start, words = start + lead, words[lead:]
    bare = _COUNT.sub("", words).rstrip(":").strip()
    bare = bare[: people.ends_of_body(bare)].strip()
    if not bare or len(bare.split()) > _SHORT or bare.endswith((".", "!", "?")) or ": " in bare or _CONTACT_ADDRESS.search(bare):
        return None
    if not (people.looks_like_body(bare) or people.looks_like_forum(bare)) and not words.endswith(":"):
        return None
    pieces = entries.read(text, start, start + len(bare))
    if any(e.name or e.vacant or e.titles or e.capacities for e in pieces) or not (bare[0].isupper() or lead):
        return None
    return Words(bare, start, start + len(bare))


def who_appoints(text: str, start: int, end: int) -> Words | None:
    """Whose people a heading of a list announces: "Udpeget af Region Nord:", "Deltagere fra Vejby Kommune", "KKR har udpeget"."""
    words = text[start:end].rstrip(" :")
    told = people.ends_of_body(words)
    if told < len(words):
        return _named(words[:told].strip(), start, forum=True)
    origin = re.search(r"\s(?:fra|for|af|i)\s+(?=[A-ZÆØÅ])", words)
    if origin is None:
        return None
    return _named(
        words[origin.end() :].strip(),
        start + origin.end(),
        forum=bool(re.search(r"(?:udpeget|indstillet|valgt)\s+af\s*$", words[: origin.end()], re.IGNORECASE)),
    )


def _named(words: str, start: int, *, forum: bool) -> Words | None:
    known = people.looks_like_body(words) or (forum and people.looks_like_forum(words))
    return Words(words, start, start + len(words)) if known and len(words.split()) <= _SHORT else None


_CONTACT = re.compile(r"(?:(?:tlf|telefon|mobil|mobiltlf|mail|e-mail|email|direkte|lokal)\b\.?:?.*|[\d\s+()./-]{8,}|\S+@\S+)", re.IGNORECASE)


def is_contact(words: str) -> bool:
    """Whether a line holds nothing but how to reach the person above it: a telephone number, an address of mail."""
    return bool(_CONTACT.fullmatch(words.strip()))


def has_nobody(words: str) -> bool:
    """Whether a line says that a body sent nobody: "Vejby Kommune: afbud", "Sygehuset: ingen deltagelse"."""
    label, colon, rest = words.partition(":")
    said = people.fold(rest)
    return bool(colon) and bool(said) and people.looks_like_body(label) and (people.mark(said) == "apologies" or people.is_nobody(said))
