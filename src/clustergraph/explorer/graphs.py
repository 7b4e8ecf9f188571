"""A drawing as a networkx graph: the door of networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
