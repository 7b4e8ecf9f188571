"""Printed pages by their geometry: rows of tables put together from their cells, and where paragraphs end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NEAR = 3.0  # points by which edges that are meant to be the same may differ
_COLUMN = 24.0  # points within which lines begin that belong to one column


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
    """Cells side by side, each with the segments that stand below each other in it. ``ceiling`` is how high its cells may reach."""

    cells: list[list[Segment]]
    ceiling: float
    inside: bool  # whether a row with several cells stands above it

    @property
    def bottom(self) -> float:
        return min(s.bottom for cell in self.cells for s in cell)

    def continues(self, segment: Segment) -> bool:
        """Whether a segment stands right below the last one of the last cell."""
        step = self.cells[-1][-1].bottom - segment.bottom
        return abs(self.cells[-1][0].left - segment.left) <= _NEAR and 0 < step < 1.4 * segment.height

    def beside(self, segment: Segment) -> int | None:
        """The index of the segment of the last cell beside which a new cell begins; None where the segment begins none.

        What stands above the first row of a table is a heading and no part of a cell.
        """
        last = self.cells[-1]
        if segment.left < max(s.right for s in last) + _NEAR or segment.bottom >= self.ceiling:
            return None
        if len(self.cells) > 1 or self.inside:
            return 0 if segment.bottom > self.bottom - segment.height else None
        level = [i for i, s in enumerate(last) if abs(s.bottom - segment.bottom) <= 0.35 * segment.height]
        return level[0] if level else None


def lines(segments: Sequence[Segment]) -> Iterator[Line]:
    """The lines of a page in the order in which its text is written."""
    rows = list(_rows(segments))
    ended = _ended(rows)
    run: list[_Row] = []
    for row in rows:
        if len(row.cells) > 1:
            run.append(row)
            continue
        yield from _run(run, ended)
        run = []
        yield from _plain(row.cells[0], ended)
    yield from _run(run, ended)


def _ended(rows: Sequence[_Row]) -> frozenset[Segment]:
    """The segments that end a paragraph: the first word after it would have fitted between it and where rows reach that begin like it."""
    reach: dict[int, float] = {}
    for row in rows:
        column = round(row.cells[0][0].left / _COLUMN)
        slack = 0.0 if len(row.cells) == 1 else 2 * row.cells[0][0].height  # a table may be a little wider than the text
        reach[column] = max(reach.get(column, 0.0), *(s.right - slack for cell in row.cells for s in cell))
    found = set()
    for segment, after in pairwise(s for row in rows for cell in row.cells for s in cell):
        column = round(segment.left / _COLUMN)
        margin = max(reach.get(near, 0.0) for near in (column - 1, column, column + 1))
        if segment.right + 0.3 * after.height + after.word < margin - 1:
            found.add(segment)
    return frozenset(found)


def _rows(segments: Sequence[Segment]) -> Iterator[_Row]:
    row: _Row | None = None
    for segment in segments:
        at = row.beside(segment) if row else None
        if row is None:
            row = _begun(segment, None)
        elif at is not None:
            if at:
                yield _Row([row.cells[0][:at]], row.ceiling, False)
                row = _Row([row.cells[0][at:]], row.ceiling, False)
            row.cells.append([segment])
        elif row.continues(segment):
            row.cells[-1].append(segment)
        else:
            yield row
            row = _begun(segment, row)
    if row:
        yield row


def _begun(segment: Segment, above: _Row | None) -> _Row:
    """A new row. Below a row with several cells its cells may begin higher than the first one, but not beside that row."""
    inside = above is not None and len(above.cells) > 1 and above.bottom > segment.bottom
    return _Row([[segment]], above.bottom if above and inside else segment.bottom + 1.3 * segment.height, inside)


def _run(run: Sequence[_Row], ended: frozenset[Segment]) -> Iterator[Line]:
    """Rows with several cells: a table where at least two of them share the edge of a column that is not the first, else ordinary lines."""
    edges = _edges(run)
    if not edges:
        for row in run:
            yield from _plain([s for cell in row.cells for s in cell], ended)
        return
    for row in run:
        cells = [""] * len(edges)
        for cell in row.cells:
            at = min(range(len(edges)), key=lambda i: abs(edges[i] - cell[0].left))
            cells[at] = f"{cells[at]} {_joined(cell)}".strip()
        yield Line("\t".join(cells).rstrip("\t"), max(s.bottom for cell in row.cells for s in cell), row.bottom, True)


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


def _plain(found: Sequence[Segment], ended: frozenset[Segment]) -> Iterator[Line]:
    """Ordinary lines; segments at the same height are one."""
    level: list[Segment] = []
    for segment in found:
        if level and not (abs(level[-1].bottom - segment.bottom) <= 0.35 * segment.height and segment.left >= level[-1].right - _NEAR):
            yield _line(level, ended)
            level = []
        level.append(segment)
    if level:
        yield _line(level, ended)


def _line(level: Sequence[Segment], ended: frozenset[Segment]) -> Line:
    return Line("   ".join(s.text for s in level), level[0].bottom, level[-1].bottom, level[-1] in ended)
