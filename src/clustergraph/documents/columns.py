"""Columns that a text sets apart by blanks: "Deltagere      Afbud" above two lists side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from clustergraph.documents.rows import Row
from clustergraph.documents.view import Edit

_WIDE = re.compile(r"(?<=\S) {3,}(?=\S)")
_LONGEST = 400


def gaps(rows: Sequence[Row]) -> dict[int, list[Edit]]:
    """By the index of a row, the wide blanks that are borders of columns, each as an edit to a tab.

    A border is one where the next column begins at the same place in two rows that follow each other.
    """
    found: dict[int, list[Edit]] = {}
    for block in _blocks(rows):
        begins = Counter(rows[i].indent + gap.end() for i in block for gap in _gaps(rows[i]))
        for i in block:
            row = rows[i]
            edits = [Edit(row.start + g.start(), row.start + g.end(), "\t") for g in _gaps(row) if begins[row.indent + g.end()] > 1]
            if edits:
                found[i] = edits
    return found


def _gaps(row: Row) -> list[re.Match[str]]:
    return list(_WIDE.finditer(row.text)) if len(row.text) <= _LONGEST and "\t" not in row.text else []


def _blocks(rows: Sequence[Row]) -> Iterator[list[int]]:
    """Rows without an empty line between them of which the first is divided; the others may hold the first column only."""
    block: list[int] = []
    for i, row in enumerate(rows):
        if block and row.gap:
            yield block
            block = []
        if block or _gaps(row):
            block.append(i)
    if block:
        yield block
