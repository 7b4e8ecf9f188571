"""A small drawing of an entity's references as SVG: above those to whom it answers, below those that answer to it.

It shows what the tables beside it say: solid in force, dashed asked for, dotted ended, with the word at the line and the arrow towards
whom one answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clustergraph.reports.periods import ENDED, PENDING
from clustergraph.reports.result import Row

_BOX, _HIGH, _GAP, _ACROSS, _EACH = 168, 52, 72, 4, 188
_LINE, _LINES = 22, 2  # letters of a line in a box, lines
_MOST = 8  # boxes of a row


@dataclass(frozen=True, slots=True)
class Box:
    """A node: where it stands, its kind, and its name in lines."""

    x: int
    y: int
    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from lower left to upper right or the like: its ends, its style, and the status that stands at it."""

    x1: int
    y1: int
    x2: int
    y2: int
    style: str
    status: str


@dataclass(frozen=True, slots=True)
class Small:
    """A drawing: its size, boxes and lines, and how many are left out."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    left_out: int


def small(name: str, kind: str, references: Sequence[Row]) -> Small | None:
    """The drawing of one entity's references (rows with ``direction``, ``other`` and ``other_id``); None where there are none."""
    once: dict[tuple[str, str, str], Row] = {}
    for row in references:
        once.setdefault((row["direction"], row["other_id"], _style(row["status"])), row)
    above, below = ([row for row in once.values() if row["direction"] == way] for way in ("up", "down"))
    if not once:
        return None
    shown_above, shown_below = above[:_MOST], below[:_MOST]
    rows_above, rows_below = (_rows(shown) for shown in (shown_above, shown_below))
    middle = len(rows_above) * (_HIGH + _GAP) + 8
    width = max(2, *(len(rows) for rows in (*rows_above, *rows_below))) * _EACH
    center = Box((width - _BOX) // 2, middle, kind, _wrapped(name))
    boxes, edges = [center], []
    for placed, up in ((rows_above, True), (rows_below, False)):
        for level, rows in enumerate(placed):
            y = 8 + level * (_HIGH + _GAP) if up else middle + (level + 1) * (_HIGH + _GAP)
            for box, row in zip(_placed(rows, y, width), rows, strict=True):
                boxes.append(box)
                edges.append(_edge(center, box, row, up))
    height = middle + _HIGH + len(rows_below) * (_HIGH + _GAP) + 8
    return Small(width, height, tuple(boxes), tuple(edges), len(above) + len(below) - len(shown_above) - len(shown_below))


def _rows(shown: Sequence[Row]) -> list[Sequence[Row]]:
    return [shown[first : first + _ACROSS] for first in range(0, len(shown), _ACROSS)]


def _placed(rows: Sequence[Row], y: int, width: int) -> list[Box]:
    each = width // len(rows)
    return [
        Box(place * each + (each - _BOX) // 2, y, row["other_id"].partition("/id/")[2].partition("/")[0], _wrapped(row["other"]))
        for place, row in enumerate(rows)
    ]


def _edge(center: Box, other: Box, row: Row, up: bool) -> Edge:
    lower, upper = (center, other) if up else (other, center)
    return Edge(lower.x + _BOX // 2, lower.y, upper.x + _BOX // 2, upper.y + _HIGH, _style(row["status"]), row["status"])


def _style(status: str) -> str:
    return "dotted" if status in ENDED or status == "denied" else "dashed" if status in PENDING else "solid"


def _wrapped(name: str) -> tuple[str, ...]:
    """A name in at most two lines; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    shown = [line if len(line) <= _LINE + 2 else f"{line[: _LINE + 1]}…" for line in lines[:_LINES]]
    if len(lines) > _LINES and not shown[-1].endswith("…"):
        shown[-1] = f"{shown[-1][:_LINE]}…"
    return tuple(shown)
