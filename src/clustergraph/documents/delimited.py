"""Tables whose cells a text sets apart by semicolons, as programs write them out: "Pkt;Emne;Beslutning"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clustergraph.documents.rows import Row
from clustergraph.documents.view import Edit

_BORDER = re.compile(r"[ \u00a0]*;[ \u00a0]*")
_LEAST = 2  # borders of a row, and rows below the titles of the columns
_LONGEST_TITLE = 40  # characters of the title of a column


def borders(rows: Sequence[Row]) -> dict[int, list[Edit]]:
    """By the index of a row, its borders, each as an edit to a tab."""
    return {i: [Edit(rows[i].start + m.start(), rows[i].start + m.end(), "\t") for m in _BORDER.finditer(rows[i].text)] for i in _tables(rows)}


def _tables(rows: Sequence[Row]) -> Iterator[int]:
    """The rows of tables: titles of columns, each once, above at least two rows with as many borders."""
    at = 0
    while at < len(rows):
        titles = _BORDER.split(rows[at].text)
        end = at + 1
        if _are_titles(titles):
            while end < len(rows) and len(_BORDER.findall(rows[end].text)) == len(titles) - 1:
                end += 1
            if end - at > _LEAST:
                yield from range(at, end)
        at = end


def _are_titles(cells: Sequence[str]) -> bool:
    """Whether cells name columns: short, filled, and no two the same; one at the end may be empty."""
    filled = cells[:-1] if cells and not cells[-1] else cells
    short = all(0 < len(cell) <= _LONGEST_TITLE and not cell.isdigit() and cell[-1] not in ",:!?" for cell in filled)
    return len(cells) > _LEAST and short and len(set(filled)) == len(filled)
