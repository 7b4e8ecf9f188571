"""Values become terms, whatever they hold."""

from __future__ import annotations

import pytest

from clustergraph import queries
from clustergraph.errors import UsageError
from clustergraph.graph.stores import Store
from clustergraph.queries.parameters import Parameter, day, fill, moment


@pytest.mark.parametrize(
    ("text", "found"), [("2024-10-31", "2024-10-31"), ("2024-02", "2024-02-29"), ("2024-12", "2024-12-31"), ("2025", "2025-12-31")]
)
def test_a_partial_day_means_its_last_day(text: str, found: str) -> None:
    assert day(text) == found


@pytest.mark.parametrize("text", ["", "i går", "2024-13", "2024-02-30", "31-10-2024", "2024-10-31 OR 1", "0000-01-01"])
def test_no_date_is_named(text: str) -> None:
    with pytest.raises(UsageError, match="--as-of"):
        day(text, "--as-of")


@pytest.mark.parametrize(
    ("text", "found"),
    [("2024-10-31", "2024-10-31T23:59:59Z"), ("2024-10-31T12:00", "2024-10-31T12:00:00Z"), ("2024-10-31T12:00:00+02:00", "2024-10-31T10:00:00Z")],
)
def test_moments(text: str, found: str) -> None:
    assert moment(text) == found


@pytest.mark.parametrize("nasty", ['"', "\\", "'''", '" } DROP ALL #', "a\nb", "\\u0022", "$x", "?x", "<g:a>", "⁂ æøå"])
def test_a_string_comes_back_as_it_was(store: Store, nasty: str) -> None:
    text = "# param x: string ·\nSELECT ?x WHERE { BIND($x AS ?x) }"
    assert queries.run(store, text, {"x": nasty}).rows == ((nasty,),)


@pytest.mark.parametrize("nasty", ["g:a> ?p ?o } #", "no address", 'g:"', "g:a b", "g:{}"])
def test_an_address_that_is_none_is_refused(nasty: str) -> None:
    with pytest.raises(UsageError, match="x: "):
        fill("SELECT * { $x ?p ?o }", (Parameter("x", "iri", None),), {"x": nasty})


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        ("integer", "007", "7"), ("boolean", "TRUE", "true"), ("iris", "g:a <g:b>", "<g:a> <g:b>"), ("strings", "a|b c", '"a" "b c"'),
        ("date", "2024", '"2024-12-31"^^<http://www.w3.org/2001/XMLSchema#date>'),
    ],
)  # fmt: skip
def test_types(kind: str, value: str, written: str) -> None:
    assert fill("VALUES ?x { $x }", (Parameter("x", kind, None),), {"x": value}) == f"VALUES ?x {{ {written} }}"


@pytest.mark.parametrize(("kind", "value"), [("integer", "1; DROP"), ("boolean", "ja"), ("date", "snart"), ("dateTime", "snart")])
def test_wrong_values_name_the_parameter(kind: str, value: str) -> None:
    with pytest.raises(UsageError, match=r"^x: "):
        fill("$x", (Parameter("x", kind, None),), {"x": value})


def test_missing_and_unknown_parameters() -> None:
    asked = (Parameter("x", "string", None),)
    with pytest.raises(UsageError, match="x: the query asks"):
        fill("SELECT $x", asked, {})
    with pytest.raises(UsageError, match="y: the query has no such"):
        fill("SELECT $x", asked, {"x": "1", "y": "2"})


def test_names_in_strings_and_comments_are_left() -> None:
    text = 'SELECT ?x { ?x ?p "$x" } # $x'
    assert fill(text, (Parameter("x", "string", "a"),), {}) == text
