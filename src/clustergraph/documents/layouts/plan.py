"""Plans: a table whose rows are what is done, with columns such as purpose, maturity, cost and status."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustergraph.documents import vocabulary
from clustergraph.documents.layouts import minutes
from clustergraph.documents.outline import Mark
from clustergraph.documents.sheet import Line, Sheet
from clustergraph.lexicon import initiatives

name = "plan"


def _cells(line: Line) -> list[str]:
    return [vocabulary.bare(re.sub(r"\s*\([^()]*\)", "", cell)) for cell in line.text.replace(" | ", "\t").split("\t")]


def _is_head(line: Line) -> bool:
    """Whether a row names at least three columns of a plan."""
    if not line.is_row:
        return False
    known = vocabulary.word_set("kinds", "plan_columns")
    cells = _cells(line)
    sure = sum(1 for cell in cells if any(part in known for part in cell.split("/")))
    more = sum(1 for cell in cells if cell in initiatives.columns() and cell not in known)
    return sure >= 3 or (sure >= 1 and sure + more >= 4)


def rows(sheet: Sheet) -> frozenset[int]:
    """The lines of the tables that begin with the columns of a plan."""
    found: set[int] = set()
    for line in sheet.lines:
        if line.is_row and (_is_head(line) or line.index - 1 in found):
            found.add(line.index)
    return frozenset(found)


def matches(sheet: Sheet) -> float:
    """A row with the columns of a plan, and half of the text in table rows."""
    if not any(_is_head(line) for line in sheet.lines):
        return 0.0
    inside = sum(len(line.text) for line in sheet.lines if line.is_row)
    return 0.95 if inside * 2 >= len(sheet.text.strip()) else 0.2


def outline(sheet: Sheet) -> Iterator[Mark]:
    """The text above the first table is header and body; rows and what stands between them are one table."""
    lines = sheet.lines
    yield from minutes.residue(sheet)
    rows = [line.index for line in lines if line.is_row]
    first, last = rows[0], rows[-1]
    body = next((line.index for line in lines[:first] if line.is_prose), first)
    if body:
        yield Mark("header", lines[0].start, lines[body - 1].end)
    if body < first:
        yield Mark("body", lines[body].start, lines[first - 1].end)
    yield Mark("table", lines[first].start, lines[last].end)
    if last + 1 < len(lines):
        yield Mark("body", lines[last + 1].start, lines[-1].end)
