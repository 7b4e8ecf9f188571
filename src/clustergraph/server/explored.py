"""The part of the graph that a visitor looks at: a view of it, what has been opened, or the way between two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clustergraph import explorer, reports
from clustergraph.errors import UsageError
from clustergraph.explorer.drawing import Drawing, Edge, Fact, Node, around, drawing
from clustergraph.explorer.neighbors import widened
from clustergraph.queries.actors import Actor, Actors
from clustergraph.server.views import View
from clustergraph.server.visit import Visit

_BUILDERS = {"references": explorer.references, "roles": explorer.roles, "initiatives": explorer.initiatives}
VIEWS = ("all", *_BUILDERS)
MOST = 1500  # nodes that a page is sent at once; the rest comes when it is asked for
_BEGIN = 200  # nodes that a larger graph begins with: those with most lines
_BOTH = "sits_in_both"


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn, and for each node how many lines of it are not."""

    drawing: Drawing
    hidden: Mapping[str, int]
    left_out: int


def scene(visit: Visit, view: str, opened: Sequence[Actor], depth: int, narrowing: Mapping[str, str]) -> Scene:
    """A view: all of it where nothing is opened and it is not too large, else what lies around the opened ones."""
    whole = _whole(visit, view, narrowing)
    known = {node.id for node in whole.nodes}
    centers = [actor.id for actor in opened if actor.id in known]
    if opened:
        shown = _around(whole, centers, depth)
        drawn = drawing(whole.view, _with(whole, shown, opened, visit.view.actors), _between(whole, shown), opened[0].id)
    elif len(known) > MOST:
        degrees = _degrees(whole)
        first = sorted(known, key=lambda ident: (-degrees.get(ident, 0), ident))[:_BEGIN]
        drawn = drawing(whole.view, (node for node in whole.nodes if node.id in first), _between(whole, set(first)))
    else:
        drawn = whole
    shown_degrees, degrees = _degrees(drawn), _degrees(whole)
    hidden = {node.id: left for node in drawn.nodes if (left := degrees.get(node.id, 0) - shown_degrees.get(node.id, 0)) > 0}
    return Scene(drawn, hidden, len(known) - len(drawn.nodes))


def way(visit: Visit, left: Actor, right: Actor) -> Scene:
    """How two are linked: who sits in both, and the shortest way. A scene without lines where there is none."""
    view = visit.view
    rows = reports.path(view.store, left.id, right.id, _times(visit), pool=view.pool).rows
    lines: list[dict[str, Any]] = []
    for row in rows:
        if row["kind"] == _BOTH:
            lines += [
                {**row, "from": row["who"], "from_id": row["who_id"], "kind": "member", "to": row[end], "to_id": row[f"{end}_id"]}
                for end in ("from", "to")
            ]
        else:
            lines.append(row)
    told = explorer.references(_sourced(visit, lines), actor_rows(view.actors))
    ends = _with(told, {node.id for node in told.nodes}, (left, right), view.actors)
    return Scene(drawing("references", ends, told.edges, left.id), {}, 0)


def actor_rows(actors: Actors) -> list[dict[str, Any]]:
    """What the drawing wants to know of each entity."""
    return [
        {
            "id": actor.id, "kind": actor.kind, "label": actor.label, "type": actor.type, "region": actors.label(actors.region_of(actor.id)),
            "cluster": actors.label(actors.cluster_of(actor.id)), "aliases": actor.aliases, "members": actor.members,
        }
        for actor in actors.by_id.values()
    ]  # fmt: skip


def _whole(visit: Visit, view: str, narrowing: Mapping[str, str]) -> Drawing:
    """Everything in a view; worked out once for each graph, language and narrowing."""
    names = tuple(_BUILDERS) if view == "all" else (view,)

    def make() -> Drawing:
        known = actor_rows(visit.view.actors)
        parts = [_BUILDERS[name](_sourced(visit, visit.view.report(name, lang=visit.lang, **narrowing).rows), known) for name in names]
        return parts[0] if len(parts) == 1 else _joined(parts)

    return visit.view.kept(("explored", names, visit.lang, tuple(sorted(narrowing.items()))), make)


def _joined(parts: Sequence[Drawing]) -> Drawing:
    nodes: dict[str, Node] = {}
    for node in (node for part in parts for node in part.nodes):
        before = nodes.get(node.id)
        told: tuple[Fact, ...] = (*before.facts, *(fact for fact in node.facts if fact not in before.facts)) if before else node.facts
        nodes[node.id] = replace(before or node, facts=told)
    return drawing("ego", nodes.values(), (edge for part in parts for edge in part.edges))


def _sourced(visit: Visit, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows whose sentences have their neighbors and lead to their documents."""
    found = widened(rows, visit.view.text_of)
    for row in found:
        row["quotes"] = [
            {**quote, "href": f"{visit.site.prefix}/document/{quote['document_id'].rpartition('/')[2]}#at-{quote['start']}"}
            for quote in row["quotes"]
        ]
    return found


def _around(whole: Drawing, centers: Iterable[str], depth: int) -> set[str]:
    shown: set[str] = set()
    for number, center in enumerate(centers):
        shown |= {node.id for node in around(whole, center, depth if number == 0 else 1).nodes}
    return shown


def _between(whole: Drawing, shown: set[str]) -> Iterable[Edge]:
    return (edge for edge in whole.edges if edge.source in shown and edge.target in shown)


def _with(whole: Drawing, shown: set[str], asked: Iterable[Actor], actors: Actors) -> list[Node]:
    """The nodes shown, and those asked for that no line of the view touches."""
    nodes = {node.id: node for node in whole.nodes if node.id in shown}
    for actor in asked:
        if actor.id not in nodes:
            region, cluster = actors.label(actors.region_of(actor.id)), actors.label(actors.cluster_of(actor.id))
            nodes[actor.id] = Node(
                actor.id,
                actor.label,
                actor.kind,
                explorer.rank_of(actor.kind, actor.type, region, cluster),
                region,
                cluster,
                actor.type,
                actor.aliases,
            )
    return list(nodes.values())


def _degrees(drawn: Drawing) -> dict[str, int]:
    found: dict[str, int] = {}
    for edge in drawn.edges:
        for end in {edge.source, edge.target}:
            found[end] = found.get(end, 0) + 1
    return found


def _times(visit: Visit) -> dict[str, str]:
    return {name: value for name, value in (("as_of", visit.as_of), ("known_at", visit.view.known_at), ("lang", visit.lang)) if value}


def named(view: View, words: str) -> list[Actor]:
    """Whom a visitor means by a name or an address, best first. Raises :class:`UsageError` where nobody is called so."""
    found = view.actors.find(view.project.current(words) if "/" in words else words)
    if not found:
        raise UsageError(f"{words}: nobody and nothing in the graph is called so")
    return found
