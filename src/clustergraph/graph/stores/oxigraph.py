"""The embedded store: Oxigraph, on disk or in memory."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, Any, TypeVar

import pyoxigraph as ox

from clustergraph.errors import CutError, DataError, QueryError, StoreError
from clustergraph.graph.stores import Answer, Scope, Table
from clustergraph.graph.terms import PREFIXES, Iri, Quad, Triple

T = TypeVar("T")

EVERYTHING = Scope()
FORMS = {
    "ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "rdf": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD,
    "n3": ox.RdfFormat.N3, "trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS,
}  # fmt: skip
"""The forms in which :func:`serialize` writes triples, by the ending of a file of that form."""
_JOINED = ("ttl", "nt", "n3", "trig", "nq")  # two texts of these forms, one after the other, are one


class OxigraphStore:
    """A :class:`clustergraph.graph.stores.Store` in this process. One process may write a place on disk at a time."""

    def __init__(self, place: Path | None = None, *, read_only: bool = False) -> None:
        self.place = place
        self._store: ox.Store = self._open(place, read_only)
        self._read_only = read_only

    @staticmethod
    def _open(place: Path | None, read_only: bool) -> ox.Store:
        if place is None:
            return ox.Store()
        if read_only and not place.is_dir():
            raise StoreError(f"{place}: no graph store here; build it first")
        try:
            if read_only:
                return ox.Store.read_only(str(place))
            place.mkdir(parents=True, exist_ok=True)
            return ox.Store(str(place))
        except (OSError, RuntimeError, ValueError) as error:  # a corrupt file is a RuntimeError there
            locked = "lock" in str(error).lower()
            reason = "the graph store is in use by another program" if locked else f"the graph store can't be opened ({error})"
            raise StoreError(f"{place}: {reason}") from error

    def load(self, quads: Iterable[Quad]) -> None:
        """Add many quads at once, with the bulk loader."""
        try:
            self._store.bulk_extend(quads)
        except OSError as error:
            raise self._broken(error) from error

    def replace(self, graph: Iri, quads: Iterable[Quad]) -> None:
        """Give one graph a new content."""
        wanted = set(quads)
        if any(quad.graph_name != graph for quad in wanted):
            raise ValueError(f"a quad outside of {graph.value}")
        present = set(self._store.quads_for_pattern(None, None, None, graph))
        try:
            # One update request is one transaction: readers, and whoever opens the store after a crash, see the old content or the new.
            self._store.update(f"{_data('DELETE', graph, present - wanted)} ; {_data('INSERT', graph, wanted - present)}")
            self._flush()
        except OSError as error:
            raise self._broken(error) from error

    def turn(self, out: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Take quads out, then add others."""
        try:
            for quad in out:
                self._store.remove(quad)
            self._store.extend(new)
            self._flush()
        except OSError as error:
            raise self._broken(error) from error

    def remove(self, graph: Iri) -> None:
        """Drop one graph."""
        try:
            self._store.remove_graph(graph)
            self._flush()
        except OSError as error:
            raise self._broken(error) from error

    def query(self, sparql: str, scope: Scope = EVERYTHING) -> Answer:
        """Run a query. Prefixes of :data:`PREFIXES` need no declaration."""
        try:
            found = self._store.query(sparql, prefixes=PREFIXES, **_dataset(scope))
            if isinstance(found, ox.QuerySolutions):
                names = tuple(variable.value for variable in found.variables)
                return Table(names, tuple(tuple(solution[i] for i in range(len(names))) for solution in _at_most(scope.rows, found)))
            if isinstance(found, ox.QueryTriples):
                return tuple((triple.subject, triple.predicate, triple.object) for triple in _at_most(scope.rows, found))
            return bool(found)
        except (ValueError, RuntimeError) as error:
            if "corruption" in str(error).lower():
                raise self._broken(error) from error
            raise QueryError(f"the query can't be run: {error}") from error
        except OSError as error:
            raise self._broken(error) from error

    def select(self, sparql: str) -> Table:
        """Run a SELECT."""
        found = self.query(sparql)
        if not isinstance(found, Table):
            raise QueryError("a SELECT was expected")
        return found

    def graphs(self) -> tuple[Iri, ...]:
        """The names of the graphs, sorted."""
        return tuple(sorted((name for name in self._store.named_graphs() if isinstance(name, Iri)), key=lambda name: name.value))

    def quads(self, graph: Iri | None = None) -> Iterator[Quad]:
        """All quads, or those of one graph."""
        return iter(self._store.quads_for_pattern(None, None, None, graph))

    def about(self, node: Iri, graph: Iri) -> Iterator[Quad]:
        """The quads of one graph whose subject is a node."""
        return iter(self._store.quads_for_pattern(node, None, None, graph))

    def __len__(self) -> int:
        """How many quads there are."""
        return len(self._store)

    def dump(self) -> list[str]:
        """All quads as sorted N-Quads lines."""
        return lines(self._store)

    def write(self, place: Path, form: str, graph: Iri | None = None) -> None:
        """One graph, or the union of all, as triples into a file: many at a time, so that other threads can go on meanwhile."""
        if graph is not None:
            self._store.dump(str(place), FORMS[form], from_graph=graph, prefixes=PREFIXES)
        elif form in _JOINED:
            part = place.with_name(f"{place.name}.part")
            with place.open("wb") as whole:
                for name in self.graphs():
                    self.write(part, form, name)
                    with part.open("rb") as file:
                        shutil.copyfileobj(file, whole)
            part.unlink(missing_ok=True)
        else:
            with place.open("wb") as whole:
                serialize((quad.triple for quad in self.quads()), form, whole)

    def pack(self) -> None:
        """Put the files in order."""
        try:
            self._store.optimize()
        except OSError as error:
            raise self._broken(error) from error

    def close(self) -> None:
        """Make everything last and let go of the files."""
        self._flush()
        self._store = ox.Store()

    def _flush(self) -> None:
        if self.place is not None and not self._read_only:
            self._store.flush()

    def _broken(self, error: Exception) -> StoreError:
        return StoreError(f"{self.place or 'memory'}: the graph store can't be read or written ({error})")


def _dataset(scope: Scope) -> dict[str, Any]:
    given: dict[str, Any] = {"base_iri": scope.base}
    if scope.default_graphs or scope.named_graphs:
        given["default_graph"] = [Iri(name) for name in scope.default_graphs]
        given["named_graphs"] = [Iri(name) for name in scope.named_graphs]
    else:
        given["use_default_graph_as_union"] = scope.union
    return given


def _at_most(rows: int | None, found: Iterable[T]) -> Iterator[T]:
    yield from islice(iterator := iter(found), rows)
    if rows is not None and next(iterator, None) is not None:
        raise CutError(f"the answer has more than {rows} rows")


def serialize(triples: Iterable[Triple], form: str, output: IO[bytes] | None = None, prefixes: Mapping[str, str] = PREFIXES) -> bytes:
    """Triples in one of :data:`FORMS`, with our prefixes; into ``output`` where one is given, and then the value is empty."""
    return ox.serialize(triples, output, FORMS[form], prefixes=dict(prefixes)) or b""


def _data(verb: str, graph: Iri, quads: Iterable[Quad]) -> str:
    return f"{verb} DATA {{ GRAPH {graph} {{ {' '.join(f'{quad.triple} .' for quad in quads)} }} }}"


def lines(quads: Iterable[Quad]) -> list[str]:
    """Quads as sorted N-Quads lines, without line ends."""
    return sorted(f"{quad} ." for quad in quads)


def parse(turtle: str, graph: Iri, name: str) -> list[Quad]:
    """The quads of a Turtle text, put into a graph; raises :class:`DataError` naming the text where it can't be read."""
    try:
        found = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        return [Quad(quad.subject, quad.predicate, quad.object, graph) for quad in found]
    except SyntaxError as error:
        raise DataError(f"{name}: {error}") from error
