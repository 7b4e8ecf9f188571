"""Columns that a text sets apart by blanks ("Deltagere      Afbud" above two lists side by side), or by bars below a row of heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from clustergraph.documents.rows import Row
from clustergraph.documents.view import Edit
from clustergraph.lexicon import initiatives, people

_BAR = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)")
_HEAD = 6  # words at most in the head of a column
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


def barred(rows: Sequence[Row]) -> dict[int, list[Edit]]:
    """By the index of a row, the bars between the cells of a table, each as an edit to a tab.

    A table begins with the heads of its columns, of which two at least are known, and all its rows have as many bars.
    """
    found: dict[int, list[Edit]] = {}
    i = 0
    while i < len(rows):
        last = i + 1
        count = len(_BAR.findall(rows[i].text))
        if count >= 2 and _heads(_BAR.split(rows[i].text)):
            while last < len(rows) and len(_BAR.findall(rows[last].text)) == count:
                last += 1
            if last - i >= 2:
                found.update((n, [_border(rows[n], bar) for bar in _BAR.finditer(rows[n].text)]) for n in range(i, last))
        i = last
    return found


def _heads(cells: Sequence[str]) -> bool:
    """Whether cells are the heads of the columns of a table of matters or money."""
    words = [" ".join(cell.split()) for cell in cells]
    known = [w for w in words if people.is_matter_column(w) or people.is_column(w) or w.casefold().rstrip(".:") in initiatives.columns()]
    matters = any(people.is_matter_column(w) or initiatives.columns().get(w.casefold()) == "name" for w in words)
    return matters and len(known) >= 2 and all(len(w.split()) <= _HEAD for w in words) and not any(map(people.is_person_column, words))


def _border(row: Row, mark: re.Match[str]) -> Edit:
    """A bar with the blanks around it as one tab; one at the edge of its row has an empty cell beside it."""
    left = len(row.text[: mark.start()].rstrip(" "))
    right = mark.end() + len(row.text[mark.end() :]) - len(row.text[mark.end() :].lstrip(" "))
    return Edit(row.start + left, row.start + right, "\t")


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
