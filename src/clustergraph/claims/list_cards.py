"""People written on several lines: a name, below it the title, below that the organisation; and titles that only their place gives away."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from clustergraph.claims.entries import Entry, Words
from clustergraph.lexicon import people

if TYPE_CHECKING:
    from clustergraph.claims.lists import Item


def joined(items: list[Item]) -> list[Item]:
    """The lines of a list with those put together that speak of one person; a list whose titles stand above its people is left as it is."""
    filled = [i for i in items if i.found or i.heading]
    if not filled or not _is_bare(filled[0]) or not any(_is_title(below) and _is_bare(item) for item, below in pairwise(filled)):
        return items
    kept: list[Item] = []
    open_: Item | None = None  # whose lines go on
    titled = False
    for item in filled:
        if open_ is not None and _is_title(item):
            _add(open_.found[0], item.found[0])
            titled = True
        elif open_ is not None and titled and item.heading is not None and not open_.found[0].bodies:
            open_.found[0].bodies.append(item.heading)
        else:
            kept.append(item)
            open_, titled = (item if _is_bare(item) else None), False
            continue
        open_.line = (open_.line[0], item.line[1])
    return kept


def _is_bare(item: Item) -> bool:
    return len(item.found) == 1 and item.found[0].bare


def _is_title(item: Item) -> bool:
    """Whether a line holds a title of one and perhaps where, and nobody's name."""
    if len(item.found) != 1 or item.found[0].name or item.found[0].vacant or not item.found[0].titles:
        return False
    return not any(people.is_plural_title(t.text.lower()) for t in item.found[0].titles)


def _add(entry: Entry, below: Entry) -> None:
    entry.titles += below.titles
    entry.bodies += below.bodies
    entry.capacities += below.capacities
    entry.memberships += below.memberships


def in_brackets(text: str, entries: list[Entry]) -> None:
    """Give a title that no list knows to who has it in brackets, where others of the list have theirs there: "(overlæge)", "(forløbsguide)"."""
    if not any(_opens_bracket(text, t) for e in entries for t in e.titles):
        return
    for entry in entries:
        note = next((n for n in entry.notes if _opens_bracket(text, n)), None)
        if note is not None and entry.name is not None and not entry.titles and _may_be_title(note.text):
            entry.notes.remove(note)
            entry.titles.append(note)


def _opens_bracket(text: str, words: Words) -> bool:
    return text[: words.start].endswith("(") if words.start < 2 else text[words.start - 1] == "("


def _may_be_title(words: str) -> bool:
    """Whether a phrase in small letters can be what somebody is: no verb, no small word, no word of a meeting."""
    parts = words.split()
    if not 1 <= len(parts) <= 3 or not re.fullmatch(r"[a-zæøå][\wæøå.-]+(?: [a-zæøå][\wæøå.-]+)*", words) or len(parts[-1]) < 5:
        return False
    return not any(people.is_verb(w) or w in people.function_words() or people.mark(w) or people.capacity(w) for w in parts)
