"""What is drawn: nodes and lines with their facts and sentences. Standard library only; every view ends here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

View = Literal["references", "roles", "initiatives", "ego"]
VIEWS: tuple[View, ...] = ("references", "roles", "initiatives", "ego")
RANKS: tuple[str, ...] = ("national", "regional", "cluster", "operative", "temporary", "people")


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """One sentence of a document: the words that show a fact, what stands before and after, and the place."""

    document: str
    sentence: str
    before: str = ""
    after: str = ""
    item: str | None = None
    line: int | None = None
    date: str | None = None
    forum: str | None = None
    href: str | None = None  # where the document can be read; only http(s) and relative addresses become links


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of a node or a line. ``name`` is a key of the word list or plain words."""

    name: str
    value: str
    valid_from: str | None = None
    valid_until: str | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A person, organisation, forum, cluster, initiative or meeting. ``rank`` is one of :data:`RANKS`; region and cluster are display names."""

    id: str
    label: str
    kind: str
    rank: str
    region: str | None = None
    cluster: str | None = None
    type: str | None = None
    aliases: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A line; it points to whom ``source`` answers, or to what it takes part in.

    ``status`` is a status of a reference; periods are as printed (``2019``, ``2024-10``), open at either side where None.
    """

    id: str
    source: str
    target: str
    label: str
    status: str
    kind: str
    valid_from: str | None = None
    valid_until: str | None = None
    attested_first: str | None = None
    attested_last: str | None = None
    inferred: bool = False
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """The nodes and lines of one view; ``focus`` is the node it was asked around, if any."""

    view: View
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    focus: str | None = None


def drawing(view: View, nodes: Iterable[Node], edges: Iterable[Edge], focus: str | None = None) -> Drawing:
    """A drawing in one settled order, without lines whose ends are missing."""
    ordered = tuple(sorted(nodes, key=lambda n: (n.label.casefold(), n.id)))
    known = {n.id for n in ordered}
    lines = sorted((e for e in edges if e.source in known and e.target in known), key=lambda e: (e.source, e.target, e.kind, e.status, e.id))
    return Drawing(view, ordered, tuple(lines), focus)


def around(whole: Drawing, focus: str, depth: int) -> Drawing:
    """What lies within ``depth`` steps of one node, whichever way the lines point."""
    near: dict[str, set[str]] = {}
    for edge in whole.edges:
        near.setdefault(edge.source, set()).add(edge.target)
        near.setdefault(edge.target, set()).add(edge.source)
    seen = {focus}
    edge_of_known = {focus}
    for _ in range(depth):
        edge_of_known = {n for known in edge_of_known for n in near.get(known, ())} - seen
        seen |= edge_of_known
    inside = [e for e in whole.edges if e.source in seen and e.target in seen]
    return drawing("ego", (n for n in whole.nodes if n.id in seen), inside, focus)
