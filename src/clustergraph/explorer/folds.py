"""What is folded at first sight: nodes of one kind and place become one counted node that opens."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from clustergraph.explorer.drawing import Drawing, Edge, Node

FIRST_SIGHT = 42
_UPWARDS = ("reports_to", "subgroup_of", "set_up_by", "anchored_in")
_SMALLEST = 3  # two nodes are as easily read as "2 arbejdsgrupper"


@dataclass(frozen=True, slots=True)
class Fold:
    """A counted node: its id, what it counts (a type or kind, a key of the word list), where it stands and whom it holds, best linked first."""

    id: str
    what: str
    node: Node
    members: tuple[str, ...]


Key = Callable[[Node], tuple[str, ...] | None]


def fold(drawing: Drawing, limit: int = FIRST_SIGHT) -> tuple[Fold, ...]:
    """The folds that bring a drawing down to at most ``limit`` nodes, where that can be done.

    First the leaves that hang on one and the same node, then organisations of a lane (one comes for forums and people), then what
    shares a lane and rank; where that is not enough all of a lane, of a region, of a rank. What has lapsed or is asked for is kept in
    sight as long as can be: it is what one comes for.
    """
    degree: Counter[str] = Counter()
    near: dict[str, set[str]] = defaultdict(set)
    focus = {drawing.focus} if drawing.focus else set()
    kept = set(focus)
    for edge in drawing.edges:
        degree.update((edge.source, edge.target))
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
        if edge.status != "in_force" and edge.kind in _UPWARDS:
            kept.update((edge.source, edge.target))
    nodes = settled(drawing)
    leaf = _leaf(near)
    folds: list[Fold] = []
    plans: tuple[tuple[tuple[Key, ...], set[str]], ...] = (
        ((leaf, _organisations, _lane), kept),
        ((_lane,), kept),
        ((_region,), kept),
        ((_lane,), focus),
        ((_region,), focus),
        ((_rank,), focus),
    )
    for keys, spared in plans:
        folds = _folds(nodes, keys, spared, degree, limit)
        if len(nodes) - sum(len(f.members) - 1 for f in folds) <= limit:
            break
    return tuple(folds)


def _folds(nodes: Sequence[Node], keys: Sequence[Key], spared: Collection[str], degree: Mapping[str, int], limit: int) -> list[Fold]:
    """Fold by one key after the other, within a key the fullest group first, until few enough are left."""
    left = {n.id: n for n in nodes}
    folds: list[Fold] = []
    for key in keys:
        groups: dict[tuple[str, ...], list[Node]] = defaultdict(list)
        for node in left.values():
            if (found := key(node)) and node.id not in spared:
                groups[found].append(node)
        for found, members in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])):
            if len(left) + len(folds) <= limit:
                return folds
            if len(members) >= _SMALLEST:
                folds.append(_fold(found, members, degree))
                for member in members:
                    del left[member.id]
    return folds


def _leaf(near: Mapping[str, set[str]]) -> Key:
    def key(node: Node) -> tuple[str, ...] | None:
        if len(near[node.id]) > 1:
            return None
        only = next(iter(near[node.id]), "")
        return ("leaf", only, node.kind, node.rank, node.region or "", node.cluster or "")

    return key


def _organisations(node: Node) -> tuple[str, ...] | None:
    return ("organisations", node.region or "", node.cluster or "", node.rank) if node.kind == "organisation" else None


def _lane(node: Node) -> tuple[str, ...]:
    return ("lane", node.region or "", node.cluster or "", node.rank, node.kind)


def _region(node: Node) -> tuple[str, ...]:
    return ("region", node.region or "", node.rank, node.kind)


def _rank(node: Node) -> tuple[str, ...]:
    return ("rank", node.rank, node.kind)


def _fold(key: tuple[str, ...], members: list[Node], degree: Mapping[str, int]) -> Fold:
    first = members[0]
    types = {m.type for m in members}
    what = types.pop() if len(types) == 1 else None
    same_cluster = len({m.cluster for m in members}) == 1
    same_region = len({m.region for m in members}) == 1
    node = Node(
        "fold:" + "/".join(key),
        what or first.kind,
        "fold",
        first.rank,
        first.region if same_region else None,
        first.cluster if same_cluster else None,
        what,
    )
    ordered = sorted(members, key=lambda m: (-degree.get(m.id, 0), m.label.casefold(), m.id))
    return Fold(node.id, what or first.kind, node, tuple(m.id for m in ordered))


def first_sight(drawing: Drawing, folds: Sequence[Fold]) -> tuple[list[Node], list[Edge]]:
    """What is laid out: the nodes in no fold, the folds, and the lines between them."""
    inside = {member: f.id for f in folds for member in f.members}
    nodes = [n for n in settled(drawing) if n.id not in inside]
    nodes += [f.node for f in folds]
    lines: dict[tuple[str, ...], Edge] = {}
    for edge in drawing.edges:
        source, target = inside.get(edge.source, edge.source), inside.get(edge.target, edge.target)
        if source != target:
            key = (edge.id,) if (source, target) == (edge.source, edge.target) else (source, target)
            lines.setdefault(key, replace(edge, source=source, target=target))
    return nodes, list(lines.values())


def settled(drawing: Drawing) -> list[Node]:
    """The nodes with the region and cluster that they are drawn in: their own, else that of all they are linked to."""
    home = {n.id: n for n in drawing.nodes}
    near: dict[str, list[Node]] = defaultdict(list)
    for edge in drawing.edges:
        near[edge.source].append(home[edge.target])
        near[edge.target].append(home[edge.source])
    return [_settle(node, near[node.id]) for node in drawing.nodes]


def _settle(node: Node, near: Sequence[Node]) -> Node:
    if node.region or node.cluster or node.rank == "national":
        return node
    region = _same(n.region for n in near if n.region)
    return replace(node, region=region, cluster=_same(n.cluster for n in near if n.cluster) if region else None)


def _same(values: Iterable[str | None]) -> str | None:
    """The one value that all share."""
    found = set(values)
    return found.pop() if len(found) == 1 else None
