"""Tables of points whose columns a text sets under each other by blanks: "Pkt  Emne      Konklusion      Ansvarlig"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clustergraph.documents import vocabulary
from clustergraph.documents.rows import Row
from clustergraph.documents.view import Edit

_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_LEAST = 2  # rows below the titles of the columns
_LOOSE = 2  # blanks by which a cell may begin before its column


def borders(rows: Sequence[Row]) -> dict[int, list[Edit]]:
    """By the index of a row, its borders and the empty cells before its first, each as an edit to tabs."""
    found: dict[int, list[Edit]] = {}
    for head, row in enumerate(rows):
        if head in found or not _names_columns(row):
            continue
        begins = [start for start, _ in _cells(row)]
        table = [head, *_below(rows, head, begins)]
        if len(table) > _LEAST:
            found.update({i: list(_edits(rows[i], begins)) for i in table})
    return found


def _cells(row: Row) -> list[tuple[int, str]]:
    """What wide blanks set apart, with the column of a page at which it begins."""
    starts = [0, *(gap.end() for gap in _WIDE.finditer(row.text)), len(row.text)]
    return [(row.indent + start, row.text[start:end].strip()) for start, end in pairwise(starts)]


def _names_columns(row: Row) -> bool:
    """Whether a row holds the titles of columns: a title or number of points, and what was decided."""
    cells = [vocabulary.bare(cell) for _, cell in _cells(row)]
    if len(cells) < 2 or "\t" in row.text:
        return False
    titled = sum(cell in vocabulary.word_set("grid", "title") | vocabulary.word_set("grid", "number") for cell in cells)
    decided = any(cell in vocabulary.word_set("labels", "decision") for cell in cells)
    return titled > 0 and (decided or titled > 1) and len(cells) > 2


def _below(rows: Sequence[Row], head: int, begins: Sequence[int]) -> Iterator[int]:
    """The rows that go on below the titles: every cell begins where a column does, and no text runs over the second column."""
    for i in range(head + 1, len(rows)):
        row = rows[i]
        places = [_column(start, begins) for start, _ in _cells(row)]
        runs_over = len(places) == 1 and places[0] == 0 and row.indent + len(row.text) > begins[1]
        if "\t" in row.text or runs_over or row.gap > 1 or None in places:
            return
        yield i


def _column(start: int, begins: Sequence[int]) -> int | None:
    """The column in which a cell begins; None where it begins inside of the first."""
    found = max((i for i, begin in enumerate(begins) if begin <= start + _LOOSE), default=None)
    return None if found == 0 and start > begins[0] + _LOOSE else found


def _edits(row: Row, begins: Sequence[int]) -> Iterator[Edit]:
    """Tabs for the borders between the cells of a row, one for each column from the one to the other; a single blank may be a border too."""
    place = _column(row.indent, begins) or 0
    if place:
        yield Edit(row.start, row.start, "\t" * place)
    for gap in re.finditer(r"(?<=\S) +(?=\S)", row.text):
        at = row.indent + gap.end()
        wide = len(gap.group()) > 1
        reached = _column(at, begins) if wide else next((i for i, begin in enumerate(begins) if begin == at), None)
        if reached is not None and reached > place:
            yield Edit(row.start + gap.start(), row.start + gap.end(), "\t" * (reached - place))
            place = reached
