"""The drawing: report rows → nodes and lines → one offline HTML file (pyvis), or a networkx graph."""

from __future__ import annotations

from clustergraph.explorer.drawing import VIEWS, Drawing, Edge, Fact, Node, Quote
from clustergraph.explorer.graphs import to_networkx
from clustergraph.explorer.page import draw
from clustergraph.explorer.views import ego, initiatives, references, roles

__all__ = ["VIEWS", "Drawing", "Edge", "Fact", "Node", "Quote", "draw", "ego", "initiatives", "references", "roles", "to_networkx"]
