"""Minutes in a table: a row a point, with columns for number, title, minutes or decision, and who follows up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clustergraph.documents import numbering, vocabulary
from clustergraph.documents.agenda import Points
from clustergraph.documents.evidence import setting
from clustergraph.documents.headline import title_of
from clustergraph.documents.layouts import minutes
from clustergraph.documents.outline import Mark
from clustergraph.documents.sheet import Line, Sheet
from clustergraph.model import SectionKind

name = "gridded"

_BARRED = re.compile(r"[^|\s](?:[^|]|\|(?!\s))*|(?<=\| )(?=\||$)")  # the cells between bars, also the empty one at the end
_NUMBER = re.compile(r"\d{1,3}[a-z]?[.):]?")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; ``head`` is the line of the column titles."""

    head: int
    number: int | None
    title: int
    parts: dict[int, SectionKind]


def _is_row(line: Line) -> bool:
    """Whether this is a row of a table, also one of two cells and an empty one."""
    return line.is_row or (line.text.endswith(" |") and " | " in line.text)


def _cells(line: Line) -> list[tuple[int, str]]:
    """The cells of a row with the view offsets at which they begin."""
    if "\t" not in line.text:  # a row drawn with bars
        return [(line.start + cell.start(), cell.group().strip()) for cell in _BARRED.finditer(f"{line.text} ")]
    found = []
    offset = line.start
    for cell in line.text.split("\t"):
        found.append((offset + len(cell) - len(cell.lstrip()), cell.strip()))
        offset += len(cell) + 1
    return found


@lru_cache(maxsize=2)
def _columns(sheet: Sheet) -> _Columns | None:
    """The columns, by the first row that names a title and a part of a point; in an agenda also a title beside numbers or times."""
    place = setting(sheet.lines)
    agenda = place.meets or any(vocabulary.kind_of_title(line.text) in ("agenda", "minutes") for line in sheet.lines[:8])
    for line in sheet.lines:
        if not line.is_row:
            continue
        names = [vocabulary.bare(cell) for _, cell in _cells(line)]
        number = next((i for i, name in enumerate(names) if name in vocabulary.word_set("grid", "number") and _counts(sheet, line, i)), None)
        named = [i for i, name in enumerate(names) if i != number and name in _title_names()]
        parts = {i: kind for i, (_, cell) in enumerate(_cells(line)) if i != number and i not in named[:1] and (kind := _part(cell))}
        title = named[0] if named else number + 1 if number is not None and number + 1 < len(names) and number + 1 not in parts else None
        timed = any(name in vocabulary.word_set("grid", "time") for name in names)
        if title is not None and ("decision" in parts.values() or (agenda and named and (number is not None or timed))):
            return _Columns(line.index, number, title, {i: kind for i, kind in parts.items() if kind != "attendees"})
    return None


def _title_names() -> frozenset[str]:
    return vocabulary.word_set("grid", "title") | vocabulary.word_set("grid", "number")


def _part(cell: str) -> SectionKind | None:
    """The part of a point that a column holds: "Referat", "Beslutning / opsamling"."""
    label = next((found for words in (cell, *cell.split("/")) if (found := vocabulary.label(words.strip()))), None)
    return label.kind if label else None


def _counts(sheet: Sheet, head: Line, column: int) -> bool:
    """Whether a column holds numbers and nothing else."""
    cells = [cells[column][1] for line in sheet.lines[head.index + 1 :] if line.is_row and column < len(cells := _cells(line))]
    filled = [cell for cell in cells if cell]
    return bool(filled) and 2 * sum(1 for cell in filled if _NUMBER.fullmatch(cell)) > len(filled)


def _rows(sheet: Sheet, columns: _Columns) -> list[Line]:
    """The rows with which a point begins: those with a title."""
    return [
        line for line in sheet.lines[columns.head + 1 :] if _is_row(line) and columns.title < len(cells := _cells(line)) and cells[columns.title][1]
    ]


def matches(sheet: Sheet) -> float:
    """A row of column titles with minutes or decisions in it, and at least one point below."""
    columns = _columns(sheet)
    return 1.0 if columns and _rows(sheet, columns) else 0.0


def outline(sheet: Sheet) -> Iterator[Mark]:
    """What stands above as in other minutes; every row a point, its cells the parts."""
    columns = _columns(sheet)
    if columns is None:
        return
    lines = sheet.lines
    rows = _rows(sheet, columns)
    ends = [*(row.index for row in rows[1:]), _table_end(sheet, rows[-1])]
    yield from minutes.marks(sheet.until(columns.head), Points((), (), ()))
    yield Mark("table", lines[columns.head].start, lines[ends[-1] - 1].end)
    for line, end in zip(rows, ends, strict=True):
        yield from _point(line, lines[line.index + 1 : end], columns)
    if ends[-1] < len(lines):
        yield Mark("body", lines[ends[-1]].start, lines[-1].end)


def _table_end(sheet: Sheet, last: Line) -> int:
    """The index of the line after the table: rows without a title go on with the last point."""
    end = last.index + 1
    while end < len(sheet.lines) and _is_row(sheet.lines[end]):
        end += 1
    return end


def _point(line: Line, below: Sequence[Line], columns: _Columns) -> Iterator[Mark]:
    cells = _cells(line)
    start, words = cells[columns.title]
    number = cells[columns.number][1].rstrip(".:)") if columns.number is not None else None
    counted = numbering.candidate(words) if not number else None
    if counted and counted.title:  # "1. Velkomst" in one cell
        number, start, words = counted.text, start + counted.title_start, counted.title
    title = title_of(words)
    yield Mark("item", line.start, below[-1].end if below else line.end, title, start + len(title), number or None)
    for row in (line, *below):
        for i, (at, cell) in enumerate(_cells(row)):
            if cell and i in columns.parts:
                yield Mark(columns.parts[i], at, at + len(cell))
