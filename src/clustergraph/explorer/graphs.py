"""A drawing as a networkx graph: the door of networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clustergraph.explorer.drawing import Drawing

if TYPE_CHECKING:
    import networkx


def to_networkx(drawing: Drawing) -> networkx.MultiDiGraph:
    """A ``MultiDiGraph``: nodes by entity id, lines by their id as key.

    Node attributes: ``label kind rank region cluster type``; line attributes: ``kind status valid_from valid_until attested_first
    attested_last inferred sentences`` (the sentences as a list of words). Unknown is None.
    """
    import networkx

    graph = networkx.MultiDiGraph(view=drawing.view)
    for node in drawing.nodes:
        graph.add_node(node.id, label=node.label, kind=node.kind, rank=node.rank, region=node.region, cluster=node.cluster, type=node.type)
    for edge in drawing.edges:
        graph.add_edge(
            edge.source,
            edge.target,
            edge.id,
            kind=edge.kind,
            status=edge.status,
            valid_from=edge.valid_from,
            valid_until=edge.valid_until,
            attested_first=edge.attested_first,
            attested_last=edge.attested_last,
            inferred=edge.inferred,
            sentences=[q.sentence for q in edge.quotes],
        )
    return graph


def write(graph: networkx.MultiDiGraph, form: str) -> str:
    """The graph as ``graphml`` or ``gexf``; what is unknown is left out, sentences stand in one text, a line each."""
    import networkx

    plain = networkx.MultiDiGraph()
    for node, values in graph.nodes(data=True):
        plain.add_node(node, **_plain(values))
    for source, target, key, values in graph.edges(keys=True, data=True):
        plain.add_edge(source, target, key, **_plain(values))
    lines = networkx.generate_graphml(plain) if form == "graphml" else networkx.generate_gexf(plain)
    return "\n".join(lines) + "\n"


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: "\n".join(value) if isinstance(value, list) else value for name, value in values.items() if value is not None}
