"""The questions asked of the graph: saved SPARQL queries, what runs them, and how a free text finds an actor."""

from __future__ import annotations

from clustergraph.queries.run import Queryable, Rows, answer, run
from clustergraph.queries.saved import Saved, get, names

__all__ = ["Queryable", "Rows", "Saved", "answer", "get", "names", "run"]
