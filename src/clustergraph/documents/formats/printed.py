"""Printed pages by their geometry: rows of tables put together from their cells, and where paragraphs end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_NEAR = 3.0  # points by which edges that are meant to be the same may differ


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one printed line without wide gaps inside; in points, ``bottom`` growing upwards. ``word`` is the width of its first word."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    word: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text of a page: what was printed in one line, or a row of a table with its cells apart by tabs.

    ``ends`` says that a paragraph ends here beyond doubt: the next word would have fitted.
    """

    text: str
    top: float
    bottom: float
    ends: bool


@dataclass(slots=True)
class _Row:
    """Cells side by side, each with the segments that stand below each other in it."""

    cells: list[list[Segment]] = field(default_factory=list)

    def continues(self, segment: Segment) -> bool:
        """Whether a segment stands right below the last one of the last cell."""
        last = self.cells[-1][-1]
        step = last.bottom - segment.bottom
        return abs(self.cells[-1][0].left - segment.left) <= _NEAR and 0 < step < 1.7 * segment.height

    def beside(self, segment: Segment) -> int | None:
        """The index of the segment of the last cell beside which a new cell begins; None where the segment begins none."""
        last = self.cells[-1]
        if segment.left < max(s.right for s in last) + _NEAR:
            return None
        if len(self.cells) > 1:
            first = self.cells[0]
            within = first[-1].bottom - segment.height < segment.bottom < first[0].bottom + 1.3 * segment.height
            return 0 if within else None
        level = [i for i, s in enumerate(last) if abs(s.bottom - segment.bottom) <= 0.35 * segment.height]
        return level[0] if level else None


def lines(segments: Sequence[Segment]) -> Iterator[Line]:
    """The lines of a page in the order in which its text is written."""
    run: list[_Row] = []
    for row in _rows(segments):
        if len(row.cells) > 1:
            run.append(row)
            continue
        yield from _run(run, segments)
        run = []
        yield from _plain(row.cells[0], segments)
    yield from _run(run, segments)


def _rows(segments: Sequence[Segment]) -> Iterator[_Row]:
    row = _Row()
    for segment in segments:
        if not row.cells:
            row.cells.append([segment])
            continue
        at = row.beside(segment)
        if at is not None:
            if at:  # what stands above the line of the new cell is no part of the row
                yield _Row([row.cells[0][:at]])
                row = _Row([row.cells[0][at:]])
            row.cells.append([segment])
        elif row.continues(segment):
            row.cells[-1].append(segment)
        else:
            yield row
            row = _Row([[segment]])
    if row.cells:
        yield row


def _run(run: Sequence[_Row], segments: Sequence[Segment]) -> Iterator[Line]:
    """Rows with several cells: a table where at least two of them share the edge of a column that is not the first, else ordinary lines."""
    edges = _edges(run)
    if not edges:
        for row in run:
            yield from _plain([s for cell in row.cells for s in cell], segments)
        return
    for row in run:
        cells = [""] * len(edges)
        for cell in row.cells:
            at = min(range(len(edges)), key=lambda i: abs(edges[i] - cell[0].left))
            cells[at] = f"{cells[at]} {_joined(cell)}".strip()
        bottom = min(s.bottom for cell in row.cells for s in cell)
        yield Line("\t".join(cells).rstrip("\t"), max(s.bottom for cell in row.cells for s in cell), bottom, True)


def _edges(run: Sequence[_Row]) -> list[float]:
    """The left edges of the columns; none where the cells of no two rows stand below each other."""
    edges: list[list[float]] = []
    for left in sorted(cell[0].left for row in run for cell in row.cells):
        if edges and left - edges[-1][0] <= _NEAR:
            edges[-1].append(left)
        else:
            edges.append([left])
    shared = sum(1 for edge in edges[1:] if len(edge) > 1)
    return [edge[0] for edge in edges] if shared and len(run) > 1 else []


def _joined(cell: Sequence[Segment]) -> str:
    text = ""
    for segment in cell:
        words = segment.text.strip()
        if text.endswith("\u0002"):
            text = text[:-1] + words
        elif text:
            text = f"{text} {words}"
        else:
            text = words
    return text


def _plain(found: Sequence[Segment], segments: Sequence[Segment]) -> Iterator[Line]:
    """Ordinary lines; segments at the same height are one."""
    level: list[Segment] = []
    rows: list[list[Segment]] = []
    for segment in found:
        if level and abs(level[-1].bottom - segment.bottom) <= 0.35 * segment.height and segment.left >= level[-1].right - _NEAR:
            level.append(segment)
        else:
            level = [segment]
            rows.append(level)
    for i, row in enumerate(rows):
        after = rows[i + 1][0] if i + 1 < len(rows) else None
        ends = after is not None and row[-1].right + 0.3 * after.height + after.word < _margin(row[0], segments) - 1
        yield Line("   ".join(s.text for s in row), row[0].bottom, row[-1].bottom, ends)


def _margin(segment: Segment, segments: Sequence[Segment]) -> float:
    """How far the lines reach that begin where a segment does."""
    return max(s.right for s in segments if abs(s.left - segment.left) <= 4 * s.height)
