"""Lines as long as a chapter, as programs leave them that write a whole text into one: where the view breaks them, at the ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustergraph import lexicon
from clustergraph.documents.rows import Row
from clustergraph.documents.view import Edit

LONGEST = 2400  # characters of a line that stays as it is; no paragraph of a printed page has as many
_PART = 1200  # characters after which the next end of a sentence is taken
_END = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ\"”„«»(])")
_BLANK = re.compile(r"(?<=\S) (?=\S)")


def edits(rows: list[Row]) -> Iterator[Edit]:
    """A line break for a blank of each long line, again and again. Rows of tables stay whole."""
    for row in rows:
        if len(row.text) > LONGEST and "\t" not in row.text:
            yield from (Edit(row.start + at, row.start + at + 1, "\n") for at in _breaks(row.text))


def _breaks(text: str) -> Iterator[int]:
    last = 0
    while len(text) - last > LONGEST:
        end = next((m.start() for m in _END.finditer(text, last + _PART, last + LONGEST) if _closes(text[: m.start()])), None)
        if end is None:  # no sentence ends there: between two words
            blank = _BLANK.search(text, last + LONGEST)
            end = blank.start() if blank else None
        if end is None:
            return
        yield end
        last = end


def _closes(before: str) -> bool:
    """Whether a stop ends a sentence and no abbreviation, initial or ordinal."""
    word = re.search(r"[\w.]+$", before[-40:].rstrip("!?").removesuffix("."))
    return word is None or not (lexicon.is_abbreviation(word.group()) or len(word.group()) == 1 or word.group().isdigit())
