"""What can be said of a document whose layout is not known: its header, lists of people, labelled parts, tables, and running text."""

from __future__ import annotations

from collections.abc import Iterator

from clustergraph.documents.layouts import minutes
from clustergraph.documents.outline import Mark
from clustergraph.documents.sheet import Line, Sheet

name = "generic"


def matches(sheet: Sheet) -> float:
    """Fits any text a little."""
    return 0.1 if sheet.lines else 0.0


def outline(sheet: Sheet) -> Iterator[Mark]:
    """Header up to the first running text, then parts by their labels."""
    lines = sheet.lines
    yield from minutes.residue(sheet)
    content = [line for line in lines if not line.is_residue]
    if not content:
        return
    index = content[0].index
    stop = index
    while stop < len(lines) and not (
        lines[stop].is_prose or lines[stop].is_row or minutes.opens_attendees(lines[stop]) or (stop > index and _heads(lines[stop]))
    ):
        stop += 1
        if stop - index >= 6:
            break
    if stop > index:
        yield Mark("header", lines[index].start, lines[stop - 1].end)
    index = stop
    while index < len(lines):
        line, stop = lines[index], index + 1
        if minutes.opens_attendees(line):
            stop = minutes.attendees_end(sheet, index, len(lines))
            yield minutes.attendees(sheet, index, stop)
        elif not line.is_residue:
            while stop < len(lines) and not (_heads(lines[stop]) or lines[stop].is_residue):
                stop += 1
            kind = line.label.kind if line.label and _heads(line) and line.label.kind != "contents" else "body"
            yield minutes.headed(kind, line, lines[stop - 1].end)
            yield from minutes.tables(sheet, index, stop)
        index = stop


def _heads(line: Line) -> bool:
    """Whether a line is a heading by itself; a phrase such as "Det foreslås, at" opens a part only inside of a point."""
    return line.label is not None and (not line.label.weak or line.label_end == line.end)
