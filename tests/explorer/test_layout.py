import random
from itertools import pairwise

import pytest

from clustergraph.explorer import Drawing, Edge, Node
from clustergraph.explorer.drawing import RANKS, drawing
from clustergraph.explorer.folds import FIRST_SIGHT, first_sight, fold
from clustergraph.explorer.layout import HEIGHT, WIDTH, arrange


def invented(count: int, seed: int = 1) -> Drawing:
    """A drawing with people and forums in three regions; most people sit in one forum."""
    dice = random.Random(seed)
    forums = [
        Node(f"forum/{i}", f"Forum {i}", "forum", dice.choice(RANKS[:5]), f"Region {i % 3}", f"Klynge {i % 7}", "working_group")
        for i in range(max(2, count // 4))
    ]
    people = [Node(f"person/{i}", f"Person {i}", "person", "people") for i in range(max(0, count - len(forums)))]
    lines = [
        Edge(f"{p.id}-{f.id}", p.id, f.id, "member", "in_force", "member") for p in people for f in dice.sample(forums, dice.choice((1, 1, 1, 2)))
    ]
    return drawing("roles", [*forums, *people], lines)


@pytest.mark.parametrize("count", [1, 2, 12, 40, 90, 400])
def test_nodes_never_lie_on_each_other(count):
    drawn = invented(count)
    places = list(arrange(drawn.nodes, drawn.edges).positions.values())
    assert len(places) == len(drawn.nodes)
    for i, (x, y) in enumerate(places):
        assert all(abs(x - u) >= WIDTH or abs(y - v) >= HEIGHT for u, v in places[i + 1 :])


def test_ranks_lie_below_each_other_and_clusters_in_their_lanes():
    drawn = invented(60)
    layout = arrange(drawn.nodes, drawn.edges)
    ys = {rank: {layout.positions[n.id][1] for n in drawn.nodes if n.rank == rank} for rank in RANKS}
    present = [rank for rank in RANKS if ys[rank]]
    assert all(max(ys[a]) < min(ys[b]) for a, b in pairwise(present))
    lanes = {(box.x, box.label): box for box in layout.lanes}
    for n in drawn.nodes:
        if n.cluster and n.rank != "national":
            x = layout.positions[n.id][0]
            assert any(box.label == n.cluster and box.x <= x <= box.x + box.width for box in lanes.values())


def test_neighbours_come_above_each_other():
    nodes = [Node(i, i, "forum", "cluster", "R", "K") for i in "abc"] + [Node(i, i, "forum", "operative", "R", "K") for i in "xyz"]
    crossing = [Edge(s + t, s, t, "reports_to", "in_force", "reports_to") for s, t in ("xc", "yb", "za")]
    places = arrange(nodes, crossing).positions
    above = [sorted("abc", key=lambda i: places[i]), sorted("xyz", key=lambda i: places[i])]
    answers = dict(zip("xyz", "cba", strict=True))
    assert [answers[i] for i in above[1]] == above[0]


def test_the_same_input_gives_the_same_places():
    drawn = invented(90)
    assert arrange(drawn.nodes, drawn.edges) == arrange(drawn.nodes, drawn.edges)


@pytest.mark.parametrize("count", [30, 90, 400, 3000])
def test_first_sight_is_small_and_nothing_is_lost(count):
    drawn = invented(count)
    folds = fold(drawn)
    nodes, edges = first_sight(drawn, folds)
    assert len(nodes) <= max(FIRST_SIGHT, 60)
    folded = [m for f in folds for m in f.members]
    assert len(folded) == len(set(folded))
    assert {n.id for n in drawn.nodes} == {n.id for n in nodes if n.kind != "fold"} | set(folded)
    known = {n.id for n in nodes}
    assert all(e.source in known and e.target in known and e.source != e.target for e in edges)


def test_what_is_asked_for_or_lapsed_stays_in_sight():
    drawn = invented(200)
    asked = Edge("asked", "forum/0", "forum/1", "reports_to", "requested", "reports_to")
    nodes, _ = first_sight(more := drawing("references", drawn.nodes, [*drawn.edges, asked]), fold(more))
    assert {"forum/0", "forum/1"} <= {n.id for n in nodes}
