"""What a request asks for, and why it gets no answer."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from clustergraph.server.sparql import operation
from clustergraph.server.sparql.operation import FORM, QUERY, UPDATE, Operation, RefusedError

ASK = "ASK {}"
READ = [
    ("GET", "query=ASK%20%7B%7D", "", b"", Operation(ASK)),
    ("GET", "", "", b"", None),
    ("GET", "lang=en", "", b"", None),
    ("POST", "", f"{QUERY}; charset=utf-8", ASK.encode(), Operation(ASK)),
    ("POST", "", FORM, urlencode({"query": ASK}).encode(), Operation(ASK)),
    ("POST", "default-graph-uri=http%3A%2F%2Fa%2F", QUERY, ASK.encode(), Operation(ASK, ("http://a/",))),
    ("POST", "", FORM, urlencode([("query", ASK), ("named-graph-uri", "http://a/"), ("named-graph-uri", "http://b/")]).encode(),
     Operation(ASK, (), ("http://a/", "http://b/"))),
    ("GET", urlencode({"query": 'SELECT * { ?s ?p "æøå" }'}), "", b"", Operation('SELECT * { ?s ?p "æøå" }')),
]  # fmt: skip
REFUSED = [
    ("GET", "query=ASK{}&query=ASK{}", "", b"", 400),
    ("GET", "query=%FF", "", b"", 400),
    ("GET", "query=ASK{}&default-graph-uri=relative", "", b"", 400),
    ("GET", "query=ASK{}&default-graph-uri=", "", b"", 400),
    ("GET", "query=ASK{}&named-graph-uri=http://a/%3E%20SERVICE", "", b"", 400),
    ("GET", "update=CLEAR%20ALL", "", b"", 403),
    ("POST", "using-graph-uri=http://a/", QUERY, ASK.encode(), 403),
    ("POST", "", UPDATE, b"CLEAR ALL", 403),
    ("POST", "", f"{UPDATE}; charset=UTF-16", "CLEAR ALL".encode("utf-16"), 403),
    ("POST", "", FORM, b"update=CLEAR%20ALL", 403),
    ("POST", "", FORM, b"update=CLEAR+XYZ&update=x", 403),
    ("POST", "", "text/plain", b"PREFIX a: <http://a/> CLEAR ALL", 403),
    ("POST", "", "", b"update=CLEAR%20ALL", 403),
    ("POST", "", "text/plain", ASK.encode(), 415),
    ("POST", "", "", ASK.encode(), 415),
    ("POST", "", "application/json", b"{}", 415),
    ("POST", "", "multipart/form-data; boundary=x", b"--x--", 415),
    ("POST", "", f"{QUERY}; charset=UTF-16", "ASK {}".encode("utf-16"), 415),
    ("POST", "", QUERY, b"ASK { ?s ?p '\xff' }", 400),
    ("POST", "query=ASK{}", QUERY, ASK.encode(), 400),
    ("GET", "&".join(["a=b"] * 300), "", b"", 400),
]


@pytest.mark.parametrize(("method", "query", "media", "body", "wanted"), READ)
def test_a_query_is_read(method, query, media, body, wanted):
    assert operation.read(method, query, media, body) == wanted


@pytest.mark.parametrize(("method", "query", "media", "body", "status"), REFUSED)
def test_what_is_no_query_is_refused(method, query, media, body, status):
    with pytest.raises(RefusedError) as told:
        operation.read(method, query, media, body)
    assert told.value.status == status


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("select * {}", "select"), ("# ASK\nPREFIX a: <http://a/#SELECT>\nBASE <http://b/>\nconstruct {} {}", "construct"),
        ("PREFIX ask: <http://a/> DESCRIBE ask:x", "describe"), ("ASK{}", "ask"), ("nonsense", ""), ("", ""), ("CLEAR ALL", ""),
    ],
)  # fmt: skip
def test_the_kind_of_a_query_stands_after_its_prefixes(text, kind):
    assert Operation(text).kind == kind


@pytest.mark.parametrize(
    ("text", "chooses"), [("SELECT * FROM <http://a/> {}", True), ('SELECT * { ?s ?p "from" }', False), ("SELECT ?from {}", False)]
)
def test_a_query_may_choose_its_graphs(text, chooses):
    assert Operation(text).chooses is chooses


CHECKED = [
    ("SELECT * {\n  SERVICE <http://127.0.0.1:9/> {} }", 403, 2, 3), ("LOAD <http://127.0.0.1:9/>", 403, 1, 1),
    ("INSERT DATA { <http://a/> <http://a/> 1 }", 403, 1, 1), ("SELECT * " + "{" * 200, 400, 1, 110), ("ASK {} #" + "x" * 17_000, 400, None, None),
    ("ASK {}\x00", 400, None, None), ("ASK {\ud800}", 400, None, None), ("SELECT * { " + "?a ?b ?c . " * 500 + "}", 400, 1, 4410),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "line", "column"), CHECKED)
def test_what_may_not_run_is_refused_at_its_place(text, status, line, column):
    with pytest.raises(RefusedError) as told:
        operation.check(Operation(text))
    assert (told.value.status, told.value.line, told.value.column) == (status, line, column)


@pytest.mark.parametrize("text", [ASK, "SELECT * FROM <http://a/> FROM NAMED <http://b/> {}", 'SELECT * { ?s ?p "SERVICE" }'])
def test_what_may_run_passes(text):
    operation.check(Operation(text))
