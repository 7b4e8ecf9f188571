"""Minutes in a table: a row a point, with columns for number, title, minutes or decision, and who follows up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clustergraph.documents import vocabulary
from clustergraph.documents.layouts import minutes
from clustergraph.documents.layouts.points import Points, title_of
from clustergraph.documents.outline import Mark
from clustergraph.documents.sheet import Line, Sheet
from clustergraph.model import SectionKind

name = "gridded"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; ``head`` is the line of the column titles."""

    head: int
    number: int | None
    title: int
    parts: dict[int, SectionKind]


def _cells(line: Line) -> list[tuple[int, str]]:
    """The cells of a row with the view offsets at which they begin."""
    found = []
    offset = line.start
    for cell in line.text.split("\t"):
        found.append((offset + len(cell) - len(cell.lstrip()), cell.strip()))
        offset += len(cell) + 1
    return found


def _columns(sheet: Sheet) -> _Columns | None:
    """The columns, by the first row that names a title and a part of a point."""
    for line in sheet.lines:
        if not line.is_row:
            continue
        names = [vocabulary.bare(cell) for _, cell in _cells(line)]
        number = next((i for i, cell in enumerate(names) if cell in vocabulary.word_set("grid", "number")), None)
        title = next((i for i, cell in enumerate(names) if cell in vocabulary.word_set("grid", "title")), None)
        parts = {i: label.kind for i, (_, cell) in enumerate(_cells(line)) if i not in (number, title) and (label := vocabulary.label(cell))}
        if title is None and number is not None and number + 1 < len(names):
            title = number + 1
        if title is not None and parts and "decision" in parts.values():
            return _Columns(line.index, number, title, {i: kind for i, kind in parts.items() if kind != "attendees"})
    return None


def _rows(sheet: Sheet, columns: _Columns) -> list[Line]:
    return [
        line for line in sheet.lines[columns.head + 1 :] if line.is_row and columns.title < len(cells := _cells(line)) and cells[columns.title][1]
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
    yield from minutes.marks(sheet.until(columns.head), Points((), (), ()))
    yield Mark("table", lines[columns.head].start, rows[-1].end)
    for line in rows:
        yield from _point(line, columns)
    if rows[-1].index + 1 < len(lines):
        yield Mark("body", lines[rows[-1].index + 1].start, lines[-1].end)


def _point(line: Line, columns: _Columns) -> Iterator[Mark]:
    cells = _cells(line)
    start, title = cells[columns.title]
    number = cells[columns.number][1].rstrip(".:)") if columns.number is not None else None
    yield Mark("item", line.start, line.end, title_of(title), start + len(title_of(title)), number or None)
    for i, kind in columns.parts.items():
        if i < len(cells) and cells[i][1]:
            yield Mark(kind, cells[i][0], cells[i][0] + len(cells[i][1]))
