"""The graph ``vocab``: the shipped ontology with its concept schemes and alignments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clustergraph import resources
from clustergraph.graph.stores.oxigraph import parse
from clustergraph.graph.terms import Iri, Minter, Quad


def files() -> list[Path]:
    """The Turtle files of the vocabulary; the shapes are none of it."""
    top = resources.folder("ontology")
    return [top / "clustergraph.ttl", top / "alignments.ttl", *sorted((top / "schemes").glob("*.ttl"))]


def quads(mint: Minter) -> Iterator[Quad]:
    """All of it as quads of one graph; raises :class:`clustergraph.errors.DataError` where a file can't be read."""
    graph: Iri = mint.graph("vocab")
    for path in files():
        yield from parse(path.read_text(encoding="utf-8"), graph, path.name)
