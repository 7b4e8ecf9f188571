"""Tables as lines of text: a row a line, its cells apart by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustergraph.documents import vocabulary

Cell = list[str]  # the paragraphs of a cell
_LONG = 1200


def lines(rows: list[list[Cell]]) -> Iterator[str]:
    """The lines of a table.

    A row that only lays out the page comes as paragraphs: a single cell, a label beside its content, or a cell as long as a chapter.
    """
    for row in rows:
        cells = [[p for paragraph in cell if (p := _tidy(paragraph))] for cell in row]
        filled = [cell for cell in cells if cell]
        if not filled:
            continue
        if len(filled) == 1 and cells[0]:
            yield from filled[0]
        elif len(filled) == 2 and _is_label(filled[0]) and len(filled[1]) > 1:
            yield filled[0][0]
            yield from filled[1]
        elif any(sum(map(len, cell)) > _LONG and len(cell) > 3 for cell in filled):
            for cell in filled:
                yield from cell
        else:
            yield "\t".join(" / ".join(cell) for cell in cells)


def _is_label(cell: Cell) -> bool:
    return len(cell) == 1 and (vocabulary.label(cell[0]) is not None or vocabulary.field(cell[0]) is not None)


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
