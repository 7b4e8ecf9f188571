"""The physical lines of a canonical text that hold anything."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_BLANK = " \t\r\f\v\u00a0\u2000\u2001\u2002\u2003\u2007\u2009\u200a\u202f\u200b\ufeff\u2028\u2029\uf020"


@dataclass(frozen=True, slots=True)
class Row:
    """One physical line without the blanks around it; ``start`` and ``end`` are canonical offsets.

    ``gap`` counts the empty lines before it, ``indent`` the blanks; ``page`` is its page from 0.
    Tabs before and after the cells of a table row stay in it.
    """

    text: str
    start: int
    end: int
    gap: int
    indent: int
    page: int
    line: int  # the index of the line in the text, counting empty ones


def rows(text: str, pages: tuple[int, ...] = ()) -> list[Row]:
    """All lines that hold more than blanks, in order. A form feed begins a page where no pages are given."""
    starts = pages or (0, *(found.end() for found in re.finditer("\f", text)))
    found: list[Row] = []
    gap = offset = 0
    for index, raw in enumerate(text.split("\n")):
        words = raw.strip(_BLANK)
        if words:
            bare, above = raw.strip(" \r"), found[-1].text if found else ""
            # a row of a table that goes on from the one above, or that has only empty cells behind its first one
            empty_cells = "\t" in above and (bare.startswith("\t\t") or 2 <= bare.count("\t") == above.count("\t"))
            edge = _BLANK.replace("\t", "") if "\t" in words or empty_cells else _BLANK
            left = len(raw) - len(raw.lstrip(edge))
            content = raw.strip(edge)
            start = offset + left
            found.append(Row(content, start, start + len(content), gap, left, max(0, bisect_right(starts, start) - 1), index))
        gap = 0 if words else gap + 1
        offset += len(raw) + 1
    return found
