"""Stores of the graph: what a store can do, and the table of those there are. One suite of tests holds for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from clustergraph.graph.terms import Iri, Quad, Term

    Row: TypeAlias = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The answer of a SELECT: the variables without ``?``, and a row of terms each, None where unbound."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> list[dict[str, Term | None]]:
        """One mapping a row."""
        return [dict(zip(self.variables, row, strict=True)) for row in self.rows]


Triple: TypeAlias = "tuple[Iri, Iri, Term]"
Answer: TypeAlias = "Table | bool | tuple[Triple, ...]"


@dataclass(frozen=True, slots=True)
class Scope:
    """What one query is asked of, and how long its answer may be.

    ``base`` resolves the relative addresses of the text. Where ``default_graphs`` or ``named_graphs`` are given the query sees these alone and
    nothing of what its text says; else, with ``union``, the union of all graphs. An answer of more than ``rows`` rows or triples is an error.
    """

    base: str | None = None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    union: bool = True
    rows: int | None = None


class Store(Protocol):
    """A set of named graphs. Queries see the union of all graphs as the default graph. ``place`` is its folder, None for one in memory."""

    place: Path | None

    def load(self, quads: Iterable[Quad]) -> None:
        """Add many quads at once, all or none."""

    def replace(self, graph: Iri, quads: Iterable[Quad]) -> None:
        """Give one graph a new content; readers see the old or the new, nothing between."""

    def turn(self, out: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Take quads out, then add others."""

    def remove(self, graph: Iri) -> None:
        """Drop one graph; no error where there is none."""

    def query(self, sparql: str, scope: Scope = ...) -> Answer:
        """Run a SPARQL query; raises ``SyntaxError`` for a text that is none, ``QueryError`` for one that can't be run, and
        :class:`clustergraph.errors.CutError` where the answer is longer than it may be.
        """

    def select(self, sparql: str) -> Table:
        """Run a SELECT."""

    def graphs(self) -> tuple[Iri, ...]:
        """The names of the graphs, sorted."""

    def quads(self, graph: Iri | None = None) -> Iterator[Quad]:
        """All quads, or those of one graph, in no order."""

    def about(self, node: Iri, graph: Iri) -> Iterator[Quad]:
        """The quads of one graph whose subject is a node, in no order."""

    def __len__(self) -> int:
        """How many quads there are."""

    def dump(self) -> list[str]:
        """All quads as sorted N-Quads lines."""

    def write(self, place: Path, form: str, graph: Iri | None = None) -> None:
        """One graph, or the union of all, as triples into a file, in a form named by the ending of its files, in no order."""

    def pack(self) -> None:
        """Put the files of a store that was filled in many parts in order, so that later changes are quick."""

    def close(self) -> None:
        """Make everything last and let go of the files."""


def _oxigraph(place: Path | None, read_only: bool) -> Store:
    from clustergraph.graph.stores.oxigraph import OxigraphStore  # opened only when a store is asked for: the command line starts without it

    return OxigraphStore(place, read_only=read_only)


STORES: dict[str, Callable[[Path | None, bool], Store]] = {"oxigraph": _oxigraph}


def open_store(place: Path | None = None, *, read_only: bool = False, kind: str = "oxigraph") -> Store:
    """Open a store on disk, or in memory where no place is given; raises :class:`clustergraph.errors.StoreError` naming the place."""
    return STORES[kind](place, read_only)
