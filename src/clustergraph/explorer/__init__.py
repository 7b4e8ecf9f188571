"""The drawing: report rows → nodes and lines → one offline HTML file (pyvis), or a networkx graph."""

from __future__ import annotations

from clustergraph.explorer.drawing import VIEWS, Drawing, Edge, Fact, Node, Quote
from clustergraph.explorer.graphs import to_networkx
from clustergraph.explorer.network import library
from clustergraph.explorer.page import Frame, draw, program, style
from clustergraph.explorer.views import ego, initiatives, rank_of, references, roles

__all__ = [
    "VIEWS", "Drawing", "Edge", "Fact", "Frame", "Node", "Quote", "draw", "ego", "initiatives", "library", "program", "rank_of", "references",
    "roles", "style", "to_networkx",
]  # fmt: skip
