"""What one line of a list says by its own words: where it begins, whether it is an entry, a sentence, an empty seat."""

from __future__ import annotations

import re

from clustergraph.claims import entries, names
from clustergraph.claims.entries import Entry, Words
from clustergraph.lexicon import people

_BULLET = re.compile(r"\s*(?:(?:[•·▪◦*–—-]|\d{1,2}(?:\.\d{1,2}){1,2}[.)]?(?=\s)|\(?\d{1,2}[.)]|[a-hA-H][.)]|o(?=\s))\s*)(?=\S)")


def after_bullet(text: str, start: int, end: int) -> int:
    """Where the content of a line begins, behind its bullet or number."""
    bullet = _BULLET.match(text, start, end)
    if bullet is None:
        return start
    word = re.match(r"\w+", text[bullet.end() : end])
    numbered = any(c.isdigit() for c in bullet.group()) and word is not None and people.is_numbered_title(word.group())
    return start if numbered else bullet.end()


def is_forum(heading: Words) -> bool:
    """Whether the body in a heading is a forum by its words, and no organisation."""
    return people.looks_like_forum(heading.text) and not people.looks_like_body(heading.text)


def names_somebody(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a line names a person."""
    return any(e.name for e in entries.read(text, start, end))


def is_strong(found: list[Entry]) -> bool:
    """Whether a line is a list entry beyond doubt: a name with a party or title, or a known given name with an organisation or a capacity."""
    if not found or not all(e.name is not None and not e.bare for e in found):
        return False
    return any(e.name and names.begins_with_given(e.name.text.split()) for e in found) or any(e.titles or e.party for e in found)


def is_sentence(words: str) -> bool:
    """Whether a line tells something: a verb and a full stop, or a verb right behind a name."""
    bare = re.sub(r"\([^)]*\)", "", words)
    run = names.leading(bare)
    if run and (after := bare[run[1] :].split()) and people.is_verb(after[0]) and not bare[run[1] :].lstrip().startswith(","):
        return True
    tokens = re.split(r"\s[-–]\s|\)\s*-", bare)[0].split()
    return (bare.rstrip().endswith((".", ";", "?", "!")) or len(tokens) > 14) and any(people.is_verb(word) for word in tokens)


def is_empty_seat(words: str) -> bool:
    """Whether a part of a line says that nobody sits there yet: "En repræsentant for A (ikke udpeget endnu)"."""
    return any(people.is_vacant(part) for part in re.split(r"[,;:()|\t–-]", words))


def tells(sentence: str) -> bool:
    """Whether a sentence behind the people of a label tells something: it has a verb and no colon."""
    return ":" not in sentence and any(people.is_verb(word) for word in sentence.split()[1:])
