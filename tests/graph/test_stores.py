"""What every store must do; a new store is done when it passes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph.errors import StoreError
from clustergraph.graph.stores import STORES, Store, Table, open_store
from clustergraph.graph.terms import FOAF, Iri, Minter, Quad, text

MINT = Minter()
ONE, TWO = MINT.graph("one"), MINT.graph("two")
NAMES = "SELECT ?n WHERE { ?p foaf:name ?n } ORDER BY ?n"


def named(name: str, graph: Iri = ONE) -> Quad:
    return Quad(MINT.node("person", name), FOAF["name"], text(name), graph)


def names(store: Store) -> list[str]:
    return [row[0].value for row in store.select(NAMES) if row[0]]


@pytest.fixture(params=[(kind, disk) for kind in sorted(STORES) for disk in (False, True)], ids=lambda p: f"{p[0]}-{'disk' if p[1] else 'memory'}")
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    kind, disk = request.param
    return open_store(tmp_path / "store" if disk else None, kind=kind)


def test_a_new_store_is_empty(store: Store) -> None:
    assert store.dump() == []
    assert store.graphs() == ()


def test_load_adds_and_says_nothing_twice(store: Store) -> None:
    store.load([named("Ea"), named("Ea"), named("Bo", TWO)])
    store.load([named("Ea")])
    assert names(store) == ["Bo", "Ea"]
    assert store.graphs() == (ONE, TWO)


def test_replace_gives_one_graph_a_new_content_and_leaves_the_others(store: Store) -> None:
    store.load([named("Ea"), named("Ib"), named("Bo", TWO)])
    store.replace(ONE, [named("Ib"), named("Åse")])
    assert names(store) == ["Bo", "Ib", "Åse"]


@pytest.mark.parametrize("name", ["} } ; CLEAR ALL ; INSERT DATA { GRAPH <x:g> { <x:a> <x:b> <x:c>", 'a"b', "a\\nb\\", "a\nb\r\t", "\u2028", "<x:y>"])
def test_replace_keeps_any_text_as_text(store: Store, name: str) -> None:
    store.load([named("Bo", TWO), named("Ea")])
    kept = Quad(MINT.node("person", "kept"), FOAF["name"], text(name), ONE)
    store.replace(ONE, [kept])
    assert list(store.quads(ONE)) == [kept]
    assert store.graphs() == (ONE, TWO)
    store.replace(ONE, [])
    assert names(store) == ["Bo"]


def test_replace_refuses_quads_of_another_graph_and_changes_nothing(store: Store) -> None:
    store.load([named("Ea")])
    with pytest.raises(ValueError, match="outside"):
        store.replace(ONE, [named("Bo", TWO)])
    assert names(store) == ["Ea"]


def test_remove_drops_one_graph_and_forgives_one_that_is_not_there(store: Store) -> None:
    store.load([named("Ea"), named("Bo", TWO)])
    store.remove(ONE)
    store.remove(ONE)
    assert names(store) == ["Bo"]
    assert store.graphs() == (TWO,)


def test_dump_is_sorted_n_quads(store: Store) -> None:
    store.load([named("Bo", TWO), named('Å "q"\n'), named("Ea")])
    dump = store.dump()
    assert dump == sorted(dump)
    assert len(dump) == 3
    assert all(line.endswith(" .") for line in dump)
    assert any(r'"Å \"q\"\n"' in line for line in dump)


def test_a_dump_read_again_is_the_same(store: Store) -> None:
    store.load([named("Bo", TWO), named("Ea")])
    again = open_store()
    again.load(store.quads())
    assert again.dump() == store.dump()


@pytest.mark.parametrize(
    ("sparql", "answer"),
    [
        ("ASK { ?p foaf:name 'Ea' }", True),
        ("ASK { ?p foaf:name 'Ingen' }", False),
        ("SELECT ?n ?none WHERE { ?p foaf:name ?n }", Table(("n", "none"), ((text("Ea"), None),))),
    ],
)
def test_query_answers_over_the_union_of_the_graphs(store: Store, sparql: str, answer: object) -> None:
    store.load([named("Ea", TWO)])
    assert store.query(sparql) == answer


def test_construct_gives_triples(store: Store) -> None:
    store.load([named("Ea")])
    assert store.query("CONSTRUCT { ?p skos:prefLabel ?n } WHERE { ?p foaf:name ?n }") == (
        (MINT.node("person", "Ea"), Iri("http://www.w3.org/2004/02/skos/core#prefLabel"), text("Ea")),
    )


def test_a_text_that_is_no_query_is_a_syntax_error(store: Store) -> None:
    with pytest.raises(SyntaxError):
        store.query("SELEKT ?x")


@pytest.mark.parametrize("update", ["INSERT DATA { <x:a> <x:b> <x:c> }", "CLEAR ALL", "DROP DEFAULT"])
def test_a_query_can_not_write(store: Store, update: str) -> None:
    store.load([named("Ea")])
    with pytest.raises(SyntaxError):
        store.query(update)
    assert names(store) == ["Ea"]


# -- on disk ---------------------------------------------------------------------------------------------------------------------


def test_what_is_stored_is_there_when_opened_again(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s")
    store.load([named("Ea")])
    store.close()
    assert names(open_store(tmp_path / "s", read_only=True)) == ["Ea"]


def test_reading_a_store_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere"):
        open_store(tmp_path / "nowhere", read_only=True)
    assert not (tmp_path / "nowhere").exists()


def test_a_store_that_is_being_written_by_another_program_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "busy"
    held = open_store(place)
    held.load([named("Ea")])
    code = (
        "from pathlib import Path; from clustergraph.errors import StoreError; from clustergraph.graph.stores import open_store\n"
        f"try: open_store(Path({str(place)!r}))\nexcept StoreError as error: print(error)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "busy" in told
    assert "another program" in told


def test_a_file_in_the_place_of_a_store_is_an_error_that_names_it(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("no store")
    for read_only in (False, True):
        with pytest.raises(StoreError, match="file"):
            open_store(place, read_only=read_only)


def _break_manifest(place: Path) -> None:
    for path in place.glob("MANIFEST*"):
        path.write_bytes(b"broken")


def _lose_current(place: Path) -> None:
    (place / "CURRENT").unlink()


@pytest.mark.parametrize("harm", [_break_manifest, _lose_current])
def test_a_broken_store_is_an_error_that_names_it(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    place = tmp_path / "hurt"
    store = open_store(place)
    store.load([named("Ea")])
    store.close()
    del store
    harm(place)
    with pytest.raises(StoreError, match="hurt"):
        open_store(place, read_only=True)
