"""What of a document is explained, line by line, and the lines that are not: `docs/facts.md` says what counts.

A line of the view is explained by a fact read from it, by being a heading, a label or the text of a recommendation or decision that its point
carries, or as running text that the recognizers have gone through. A name of a person or a sum of money that no fact accounts for is never explained.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from clustergraph import lexicon
from clustergraph.claims import amounts, names
from clustergraph.claims.reading import Line, Reading
from clustergraph.lexicon import people
from clustergraph.model import Claim, Span, Unread

_NO_CONTENT = ("residue", "contents")
_RUNNING = ("item", "case", "decision", "recommendation", "body")
_REASONS = {"attendees": "participant", "table": "row", "header": "head"}
_POINT = re.compile(r"^\s*(?:[-–•*·▪o\uf0b7]|\d{1,2}[.)]|[a-zæøå]\))\s+")
_FEWEST_WORDS = 4  # of a line without a full stop that is running text and no scrap
_NEAR = 400  # letters in which the line below begins
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+")


def unread(reading: Reading, claims: Iterable[Claim]) -> tuple[Unread, ...]:
    """The lines of a document's content that nothing explains, in order. ``reason`` is a word:

    ``participant``, ``row``, ``head`` (a line of a list of people, of a table, of the head that no fact was read from), ``person``, ``sum`` (a name,
    a sum that no fact accounts for), ``scrap`` (too short to be running text) and ``outside`` (in no part of the document that was recognized).
    """
    told = tuple(claims)
    read = _Stretches(span for claim in told for span in claim.evidence)
    money = _Stretches(span for claim in told if claim.kind in ("money", "initiative") for span in claim.evidence)
    found = ((line, _reason(reading, line, read, money)) for line in reading.lines)
    return tuple(Unread(reading.span(line.start, line.end), reason) for line, reason in found if reason)


class _Stretches:
    """Stretches of the canonical text, to ask whether one is touched."""

    def __init__(self, spans: Iterable[Span]) -> None:
        merged: list[list[int]] = []
        for start, end in sorted((span.start, span.end) for span in spans):
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([start, end])
        self._ends = [end for _, end in merged]
        self._starts = [start for start, _ in merged]

    def touch(self, span: Span) -> bool:
        """Whether any of them shares a letter with a span."""
        i = bisect_right(self._ends, span.start)
        return i < len(self._starts) and self._starts[i] < span.end


def _reason(reading: Reading, line: Line, read: _Stretches, money: _Stretches) -> str | None:
    part = reading.parts[line.section] if line.section is not None else None
    kind = part.section.kind if part else None
    # A number alone is content only in a table: the others are numbers of pages and of cases.
    if kind in _NO_CONTENT or not re.search(r"\w" if kind == "table" else r"[^\W\d_]{2}", line.text):
        return None
    if any(not read.touch(reading.span(*place)) and not reading.people.at(*place) for place in _people(line)):
        return "person"
    if any(not money.touch(reading.span(line.start + s.start, line.start + s.end)) for s in amounts.find(line.text)):
        return "sum"
    if read.touch(reading.span(line.start, line.end)) or _is_label(line.text) or any(p.start <= line.start < p.content for p in reading.parts):
        return None
    if kind == "annex" or (kind in ("recommendation", "decision") and reading.item_at(line.start)):
        return None
    if kind == "table" and _is_head_row(line.text):
        return None
    if kind in _RUNNING:
        return None if _is_running(line.text) or _opens(reading, line) else "scrap"
    return _REASONS.get(kind or "", "outside")


def _people(line: Line) -> Iterator[tuple[int, int]]:
    """Where a known given name begins a name of two words or more, in view offsets."""
    words = list(names.tokens(line.text))
    last = 0
    for word, after in pairwise(words):
        beside = not word.closed and not line.text[word.end : after.start].strip()
        if word.start >= last and beside and people.is_given_name(word.text) and names.is_name_word(word.text) and names.is_name_word(after.text):
            last = after.end
            yield line.start + word.start, line.start + after.end


def _is_running(text: str) -> bool:
    return bool(_POINT.match(text) or _ADDRESS.search(text)) or text.rstrip().endswith((".", "?", "!", ":")) or len(text.split()) >= _FEWEST_WORDS


def _opens(reading: Reading, line: Line) -> bool:
    """Whether a short line is a heading inside running text: words alone, and running text of the same part below it."""
    words = line.text.split()
    below = next(iter(reading.lines_in(line.end, line.end + _NEAR)), None)
    plain = words[0][0].isupper() and all(word.strip(",–-").isalpha() for word in words if word.strip(",–-"))
    return plain and below is not None and below.section == line.section and _is_running(below.text)


def _is_head_row(text: str) -> bool:
    """Whether a row of a table names its columns: half of its cells or more are words that columns are known by."""
    cells = [_fold(cell) for cell in re.split(r"[\t|/]", text) if cell.strip()]
    return 2 * sum(cell in _columns() for cell in cells) >= len(cells)


def _is_label(text: str) -> bool:
    """Whether a line is a known label, alone or before a colon with what it says after it."""
    label = _POINT.sub("", text).partition(":")[0]
    return _fold(label) in _labels()


def _fold(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .:,")


@cache
def _columns() -> frozenset[str]:
    headings, attendance = lexicon.table("headings"), lexicon.table("attendance")
    rows = [headings["kinds"]["terms_headings"], headings["kinds"]["plan_columns"], *headings["grid"].values(), attendance["columns"]]
    return _labels() | frozenset(_fold(word) for words in rows for word in words)


@cache
def _labels() -> frozenset[str]:
    headings = lexicon.table("headings")
    rows = [*headings["labels"].values(), *headings["fields"].values(), *lexicon.table("attendance")["headings"].values()]
    rows += [headings["items"]["states"], *headings["kinds"].values(), lexicon.table("attendance")["other_labels"]]
    return frozenset(_fold(word) for words in rows for word in words)
