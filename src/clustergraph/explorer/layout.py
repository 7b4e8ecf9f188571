"""Where each node stands: ranks from above, lanes by region and cluster, ordered so that lines cross little.

A layered layout on a grid: a lane is a cluster (or what a region has in common), a rank a band across all lanes. Every node has a cell
of its own, so labels never overlap. Nodes of the national and regional rank stand over the lanes that they are responsible for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clustergraph.explorer.drawing import RANKS, Edge, Node

WIDTH, HEIGHT = 148, 60  # of a node
PITCH_X, PITCH_Y = 180, 106  # from one cell to the next
LANE_GAP, REGION_GAP, BAND_GAP = 12, 36, 30
ASPECT = 1.45  # of the space that a page has at first sight
_SWEEPS = 6

Lane = tuple[str, str]  # region, cluster; "" where there is none


@dataclass(frozen=True, slots=True)
class Box:
    """A lane, a region or a band as it is drawn; x and y are of the upper left corner."""

    label: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions (of the middle of a node), and the lanes, regions and bands around them."""

    positions: Mapping[str, tuple[float, float]]
    lanes: tuple[Box, ...]
    regions: tuple[Box, ...]
    bands: tuple[Box, ...]


@dataclass(slots=True)
class _Grid:
    """The cells while they are being ordered."""

    lanes: list[Lane]
    columns: dict[Lane, int]
    cells: dict[tuple[int, tuple[int, int]], list[str]] = field(default_factory=dict)  # (rank, first and last lane) → nodes


def arrange(nodes: Sequence[Node], edges: Sequence[Edge]) -> Layout:
    """Place the nodes; the same input always gives the same places."""
    grid = _cells(nodes)
    _choose_columns(grid)
    left, lane_boxes = _lane_edges(grid)
    rows, tops = _bands(grid)
    positions = _ordered(grid, nodes, edges, left, tops)
    bottom = tops[-1][1] + tops[-1][2] if tops else 0.0
    return Layout(
        positions,
        tuple(Box(lane[1], x, _first_lane_row(tops, rows), width, bottom - _first_lane_row(tops, rows)) for lane, x, width in lane_boxes),
        _region_boxes(lane_boxes, tops, bottom),
        tuple(Box(RANKS[rank], 0.0, top, lane_boxes[-1][1] + lane_boxes[-1][2], height) for rank, top, height in tops) if lane_boxes else (),
    )


def _lane_of(node: Node) -> Lane:
    return (node.region or "", node.cluster or "")


def _lane_order(lane: Lane) -> tuple[bool, str, bool, str]:
    return (lane[0] == "", lane[0].casefold(), lane[1] != "", lane[1].casefold())


def _rank(node: Node) -> int:
    return RANKS.index(node.rank)


def _spans_region(node: Node) -> bool:
    return node.rank == "regional" and bool(node.region) and not node.cluster


def _cells(nodes: Sequence[Node]) -> _Grid:
    """Which cell each node stands in; a lane exists where a node needs it."""
    wanted = {_lane_of(n) for n in nodes if n.rank != "national" and not _spans_region(n)}
    wanted |= {(n.region or "", "") for n in nodes if _spans_region(n) and not any(lane[0] == n.region for lane in wanted)}
    lanes = sorted(wanted, key=_lane_order) or [("", "")]
    grid = _Grid(lanes, dict.fromkeys(lanes, 1))
    for node in nodes:
        if node.rank == "national":
            span = (0, len(lanes) - 1)
        elif _spans_region(node):
            own = [i for i, lane in enumerate(lanes) if lane[0] == node.region]
            span = (own[0], own[-1])
        else:
            span = (lanes.index(_lane_of(node)),) * 2
        grid.cells.setdefault((_rank(node), span), []).append(node.id)
    return grid


def _rows(grid: _Grid) -> dict[int, int]:
    """How many rows of nodes each rank needs."""
    rows: dict[int, int] = defaultdict(int)
    for (rank, (first, last)), members in grid.cells.items():
        columns = sum(grid.columns[lane] for lane in grid.lanes[first : last + 1])
        rows[rank] = max(rows[rank], -(-len(members) // columns))
    return dict(rows)


def _choose_columns(grid: _Grid) -> None:
    """Widen the lane that saves most height, until the drawing has the shape of the page."""
    while True:
        height = sum(_rows(grid).values())
        if sum(grid.columns.values()) * PITCH_X >= ASPECT * height * PITCH_Y:
            return
        best: tuple[int, Lane] | None = None
        for lane in grid.lanes:
            grid.columns[lane] += 1
            saved = height - sum(_rows(grid).values())
            grid.columns[lane] -= 1
            if saved > 0 and (best is None or saved > best[0]):
                best = (saved, lane)
        if best is None:
            best = _tallest(grid)
        if best is None:
            return
        grid.columns[best[1]] += 1


def _tallest(grid: _Grid) -> tuple[int, Lane] | None:
    """Where no single lane saves a row, the one with the fullest cell: two lanes may share the tallest row."""
    fullest = max(
        ((-(-len(m) // grid.columns[grid.lanes[first]]), -first) for (_, (first, last)), m in grid.cells.items() if first == last), default=(0, 0)
    )
    return (0, grid.lanes[-fullest[1]]) if fullest[0] > 1 else None


def _lane_edges(grid: _Grid) -> tuple[list[float], list[tuple[Lane, float, float]]]:
    x, region, left = 0.0, None, []
    boxes: list[tuple[Lane, float, float]] = []
    for lane in grid.lanes:
        if region is not None:
            x += LANE_GAP if lane[0] == region else REGION_GAP + LANE_GAP
        region = lane[0]
        width = float(grid.columns[lane] * PITCH_X)
        left.append(x)
        boxes.append((lane, x, width))
        x += width
    return left, boxes


def _bands(grid: _Grid) -> tuple[dict[int, int], list[tuple[int, float, float]]]:
    """Rank, top and height of each band that holds something."""
    rows = _rows(grid)
    y, tops = 0.0, []
    for rank in sorted(rows):
        height = float(rows[rank] * PITCH_Y)
        tops.append((rank, y, height))
        y += height + BAND_GAP
    return rows, tops


def _first_lane_row(tops: Sequence[tuple[int, float, float]], rows: Mapping[int, int]) -> float:
    below = [top for rank, top, _ in tops if RANKS[rank] not in ("national", "regional")]
    return min(below, default=tops[-1][1] if tops else 0.0) if rows else 0.0


def _region_boxes(lanes: Sequence[tuple[Lane, float, float]], tops: Sequence[tuple[int, float, float]], bottom: float) -> tuple[Box, ...]:
    top = min((t for rank, t, _ in tops if RANKS[rank] != "national"), default=0.0)
    boxes = []
    for region in dict.fromkeys(lane[0] for lane, _, _ in lanes):
        own = [(x, width) for lane, x, width in lanes if lane[0] == region]
        boxes.append(Box(region, own[0][0], top, own[-1][0] + own[-1][1] - own[0][0], bottom - top))
    return tuple(boxes)


def _ordered(
    grid: _Grid, nodes: Sequence[Node], edges: Sequence[Edge], left: Sequence[float], tops: Sequence[tuple[int, float, float]]
) -> dict[str, tuple[float, float]]:
    """Barycenter sweeps, down and up in turn: each cell is sorted by the mean place of its neighbours."""
    near: dict[str, list[str]] = {n.id: [] for n in nodes}
    for edge in edges:
        near[edge.source].append(edge.target)
        near[edge.target].append(edge.source)
    label = {n.id: (n.label.casefold(), n.id) for n in nodes}
    top_of = {rank: top for rank, top, _ in tops}
    for members in grid.cells.values():
        members.sort(key=label.__getitem__)
    places: dict[str, tuple[float, float]] = {}
    for key, members in grid.cells.items():
        places.update(_placed(grid, key, members, left, top_of))
    for sweep in range(_SWEEPS):
        for key in sorted(grid.cells, reverse=bool(sweep % 2)):
            members = grid.cells[key]
            means = {m: _mean([places[n][0] for n in near[m]], places[m][0]) for m in members}
            members.sort(key=lambda m, means=means: (means[m], label[m]))  # type: ignore[misc]
            places.update(_placed(grid, key, members, left, top_of))
    return places


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _placed(
    grid: _Grid, key: tuple[int, tuple[int, int]], members: Sequence[str], left: Sequence[float], top_of: Mapping[int, float]
) -> dict[str, tuple[float, float]]:
    """The members of one cell in rows, each row in the middle of the cell."""
    rank, (first, last) = key
    start = left[first]
    width = left[last] + grid.columns[grid.lanes[last]] * PITCH_X - start
    rows = -(-len(members) // max(1, int(width // PITCH_X)))
    per_row = -(-len(members) // rows)
    # Over several lanes the few that stand there are spread, so that each is near what answers to it.
    step = min(width / per_row, PITCH_X * 2.0) if first != last else float(PITCH_X)
    places = {}
    for i, member in enumerate(members):
        # Filled column by column, so that neighbours in the order stay neighbours on the page.
        row, column = i % rows, i // rows
        in_row = len(range(row, len(members), rows))
        offset = start + (width - in_row * step) / 2
        places[member] = (offset + (column + 0.5) * step, top_of[rank] + (row + 0.5) * PITCH_Y)
    return places
