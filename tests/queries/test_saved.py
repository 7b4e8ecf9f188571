"""Each saved query says what it asks, runs, and gives the same answer under two engines."""

from __future__ import annotations

import re

import pytest

import askable
from clustergraph import queries
from clustergraph.errors import QueryError, UsageError
from clustergraph.graph.stores import Store
from clustergraph.queries.saved import parse

NAMES = [query.name for query in queries.names()]
VALUES = {
    "evidence": {"facts": "https://data.example.dk/klynge/id/person/ane-holt"},
    "sources": {"facts": "https://data.example.dk/klynge/id/person/ane-holt"},
    "said": {"document": f"https://data.example.dk/klynge/id/document/{askable.LATE.id[:16]}"},
    "quotes": {"pattern": "lederkredsen"},
    "identify": {"ident": "person/ane-holt"},
    "derived": {"ident": "nothing"},
}


@pytest.fixture(scope="module")
def other(store: Store) -> askable.RdflibStore:
    return askable.RdflibStore(store)


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_it_asks(name: str) -> None:
    query = queries.get(name)
    assert query.da.endswith("?") and query.en.endswith("?") and query.description
    used = set(re.findall(r"\$(\w+)", query.text))
    assert used == {parameter.name for parameter in query.parameters}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("day", ["2030-06-01", "9999-12-31"])
def test_two_engines_agree(store: Store, other: askable.RdflibStore, name: str, day: str) -> None:
    values = VALUES.get(name, {})
    if any(parameter.name == "as_of" for parameter in queries.get(name).parameters):
        values = {**values, "as_of": day}
    here, there = queries.run(store, name, values), queries.run(other, name, values)
    assert here.columns == there.columns
    assert sorted(map(_in_any_order, here.rows)) == sorted(map(_in_any_order, there.rows))


def _in_any_order(row: tuple[object, ...]) -> str:
    """A row in which the parts that an engine may concatenate in any order (SPARQL 1.1, 18.5.1.7) are sorted."""
    return repr([sorted(value.split("\x1e")) if isinstance(value, str) else value for value in row])


# What the small graph of these tests holds nothing of.
ABSENT = ("contradictions", "derived", "seats", "calendar", "redirects", "succession", "verdicts")


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ABSENT])
def test_it_finds_something(store: Store, name: str) -> None:
    assert len(queries.run(store, name, VALUES.get(name, {})))


def test_a_header_is_read() -> None:
    query = parse("x", "# da: Hvad?\n# en: What?\n# about: one row\n# about: more\n# param n: integer = 3 · how many\n# param s: string\nSELECT 1")
    assert (query.question(), query.question("en"), query.description) == ("Hvad?", "What?", "one row more")
    assert [(p.name, p.type, p.default, p.description) for p in query.parameters] == [
        ("n", "integer", "3", "how many"),
        ("s", "string", None, ""),
    ]


def test_an_unknown_name_and_a_broken_text(store: Store) -> None:
    with pytest.raises(UsageError, match="memberships"):
        queries.run(store, "nothing-of-that-name")
    with pytest.raises(QueryError, match=r"line 2, column \d+"):
        queries.run(store, "SELECT ?x {\n ?x ?y z }")


def test_rows_are_plain_values(store: Store) -> None:
    text = 'SELECT (1 AS ?i) (1.5 AS ?f) (true AS ?b) ("æ" AS ?s) ("2024-01-02"^^xsd:date AS ?d) ?none {}'
    rows = queries.run(store, text)
    assert rows.dicts() == [{"i": 1, "f": 1.5, "b": True, "s": "æ", "d": "2024-01-02", "none": None}]
    assert list(rows.to_dataframe().columns) == ["i", "f", "b", "s", "d", "none"]
    assert queries.run(store, "ASK {}").rows == ((True,),)
    assert queries.run(store, "CONSTRUCT { ?s a ?o } WHERE { ?s a ?o }").columns == ("subject", "predicate", "object")
