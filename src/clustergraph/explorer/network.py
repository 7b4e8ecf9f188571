"""The door of pyvis: writes nodes and lines as a vis-network network, positions given, physics off."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from clustergraph.explorer.drawing import Edge, Node

_DASHES: Mapping[str, bool | list[int]] = {
    "in_force": False,
    "approved": False,
    "lapsed": [2, 5],
    "former": [2, 5],
    "denied": [2, 5],
    "requested": [10, 6],
    "proposed": [10, 6],
    "unclear": [10, 4, 2, 4],
}
_OPTIONS = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": False,
        "dragNodes": False,
        "hideEdgesOnDrag": False,
        "keyboard": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "zoomSpeed": 0.6,
    },
    # The page draws nodes and lines itself, so that a picture stands before vis-network has started, and is only moved while it is dragged.
    "nodes": {"hidden": True},
    "edges": {"smooth": False, "hidden": True, "arrows": "to"},
}


@dataclass(frozen=True, slots=True)
class Network:
    """What pyvis wrote: nodes, edges and options for vis-network."""

    nodes: Sequence[Mapping[str, object]]
    edges: Sequence[Mapping[str, object]]
    options: Mapping[str, object]


def network(nodes: Sequence[Node], edges: Sequence[Edge], positions: Mapping[str, tuple[float, float]]) -> Network:
    """The network of the nodes that have a position, and of the lines between them."""
    from pyvis.network import Network as PyvisNetwork

    net = PyvisNetwork(directed=True, cdn_resources="in_line")
    net.set_options(json.dumps(_OPTIONS))
    for node in nodes:
        if node.id in positions:
            x, y = positions[node.id]
            net.add_node(node.id, label=node.label, shape="box", x=x, y=y, physics=False)
    for edge in edges:
        if edge.source in positions and edge.target in positions:
            net.add_edge(edge.source, edge.target, id=edge.id, dashes=_DASHES.get(edge.status, False), arrows="to")
    written_nodes, written_edges, _, _, _, options = net.get_network_data()
    return Network(written_nodes, written_edges, json.loads(options))


@cache
def library() -> str:
    """vis-network as pyvis ships it; the newest where there are several. Nothing in it can end a script element or names another file."""
    library = files("pyvis") / "templates" / "lib"
    newest = max((f for f in library.iterdir() if f.name.startswith("vis-")), key=lambda f: [int(n) for n in f.name[4:].split(".")])
    script = (newest / "vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"//# sourceMappingURL=\S+", "", script).replace("</script", "<\\/script")
