"""What one query is asked of, how long its answer may be, and graphs written whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from clustergraph.errors import CutError
from clustergraph.graph.stores import Scope, Store, open_store
from clustergraph.graph.stores.oxigraph import FORMS
from clustergraph.graph.terms import Iri, Literal, Quad

ALL = "SELECT ?o { ?s ?p ?o }"
READERS = {"ttl": "turtle", "nt": "nt", "rdf": "xml", "jsonld": "json-ld", "n3": "turtle", "trig": "turtle", "nq": "nt"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path / "store")
    made.load(Quad(Iri("http://e/s"), Iri("http://e/ns#p"), Literal(f"{graph}{n}"), Iri(f"http://e/{graph}")) for graph in "abc" for n in range(2))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("text", "scope", "count"),
    [
        (ALL, Scope(), 6), (ALL, Scope(union=False), 0),
        (ALL, Scope(default_graphs=("http://e/a",)), 2), (ALL, Scope(named_graphs=("http://e/a",)), 0),
        (ALL, Scope(default_graphs=("http://e/a", "http://e/b")), 4), (ALL, Scope(default_graphs=("http://e/none",)), 0),
        ("SELECT ?o { GRAPH ?g { ?s ?p ?o } }", Scope(named_graphs=("http://e/a", "http://e/b")), 4),
        ("SELECT ?o FROM <http://e/c> { ?s ?p ?o }", Scope(union=False), 2),
        ("SELECT ?o FROM <http://e/c> { ?s ?p ?o }", Scope(default_graphs=("http://e/a", "http://e/b")), 4),
    ],
)  # fmt: skip
def test_a_query_sees_the_graphs_of_its_scope(store: Store, text: str, scope: Scope, count: int) -> None:
    found = store.query(text, scope)
    assert not isinstance(found, bool) and len(found) == count


@pytest.mark.parametrize("text", [ALL, "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_an_answer_is_whole_or_an_error(store: Store, text: str) -> None:
    found = store.query(text, Scope(rows=6))
    assert not isinstance(found, bool) and len(found) == 6
    with pytest.raises(CutError, match="more than 5 rows"):
        store.query(text, Scope(rows=5))


def test_relative_addresses_need_a_base(store: Store) -> None:
    found = store.query("CONSTRUCT { <x> <y> 1 } WHERE {}", Scope(base="http://e/base/"))
    assert isinstance(found, tuple) and found[0][0] == Iri("http://e/base/x")


@pytest.mark.parametrize("form", FORMS)
def test_a_graph_and_the_union_are_written_whole(store: Store, tmp_path: Path, form: str) -> None:
    for graph, count in ((Iri("http://e/a"), 2), (None, 6)):
        store.write(tmp_path / "out", form, graph)
        found = rdflib.Graph().parse(tmp_path / "out", format=READERS[form])
        assert len(found) == count
    assert {path.name for path in tmp_path.iterdir()} == {"store", "out"}
