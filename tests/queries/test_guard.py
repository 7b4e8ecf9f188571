"""A text that would write, reach outside or break the engine never comes to it."""

from __future__ import annotations

import pytest

from clustergraph.errors import QueryError
from clustergraph.queries import guard

OUTSIDE = [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "select * { service silent <http://127.0.0.1:9/> {} }",
    "SELECT * {\n\tSeRvIcE\n<http://127.0.0.1:9/>{} }",
    "SELECT * { #a\n SERVICE#b\n<http://127.0.0.1:9/> {} }",
    "SELECT * { SERVICE ?where {} }",
    "SELECT * { { { SERVICE cg:x {} } } }",
    "SELECT * FROM <file:///etc/passwd> {}",
    "SELECT * FROM NAMED <http://127.0.0.1:9/> {}",
    "LOAD <http://127.0.0.1:9/>",
    "load silent <file:///etc/passwd> into graph <g:a>",
    "SELECT * { SERV\\u0049CE <http://127.0.0.1:9/> {} }",
    "SELECT * { OPTIONAL { SERVICE <http://127.0.0.1:9/> {} } }",
]
WRITING = ["INSERT DATA { <g:a> <g:b> 1 }", "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "DROP GRAPH <g:a>", "COPY DEFAULT TO <g:a>"]
HARMLESS = [
    'SELECT ?x { ?x ?p "SERVICE and LOAD" }',
    "SELECT ?service { ?service ?load ?from }",
    "SELECT ?x { ?x cg:service <http://example.org/LOAD#FROM> } # SERVICE",
    "SELECT ?x { ?x ?p '''a \" LOAD ' b''' }",
    'SELECT ?x { ?x ?p "a\\" LOAD " }',
]


@pytest.mark.parametrize("text", [*OUTSIDE, *WRITING])
def test_refused(text: str) -> None:
    with pytest.raises(QueryError, match=r"line \d+, column \d+"):
        guard.check(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_words_in_strings_names_and_comments_are_harmless(text: str) -> None:
    guard.check(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * " + "{" * 2200 + "}" * 2200,
        "SELECT (" + "(" * 4700 + "1" + ")" * 4700 + " AS ?x) {}",
        "SELECT (" + "!" * 9000 + "true AS ?x) {}",
        "SELECT * { " + "?a ?b ?c . " * 500 + "}",
        "SELECT * { } #" + "x" * 17000,
    ],
)
def test_what_breaks_an_engine_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        guard.check(text)


def test_the_place_is_that_of_the_word() -> None:
    with pytest.raises(QueryError, match="line 2, column 3: SERVICE"):
        guard.check("SELECT * {\n  SERVICE <g:a> {} }")


@pytest.mark.parametrize("text", [*OUTSIDE, *HARMLESS])
def test_pieces_make_the_text_again(text: str) -> None:
    assert "".join(token.text for token in guard.tokens(text)) == text
