"""Answers as bytes, read back by other people's parsers."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
import rdflib

from clustergraph.errors import QueryError
from clustergraph.graph.stores import Table
from clustergraph.graph.terms import Iri, Literal, Triple
from clustergraph.server.sparql import results

KINDS = {Iri: "uri", Literal: "literal", ox.BlankNode: "bnode"}
XSD = "http://www.w3.org/2001/XMLSchema#"
TERMS = [
    Iri("https://example.org/æ?a=1&b=2"), Literal("plain"), Literal("dansk", language="da"), Literal(""), None,
    Literal("2024-10-31", datatype=Iri(f"{XSD}date")), Literal("7", datatype=Iri(f"{XSD}integer")), Literal('a "quote", a , and a \t tab'),
    Literal("<b>&amp;</b> ]]> "), Literal("two\nlines\r\nand three"), Literal("å"), ox.BlankNode("x1"), Literal("=1+1"),
    Literal("true", datatype=Iri(f"{XSD}boolean")),
]  # fmt: skip
TABLE = Table(("a", "b"), tuple((term, Literal(str(n))) for n, term in enumerate(TERMS)))
FORMS = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "tsv": ox.QueryResultsFormat.TSV}


def rows(found):
    return [tuple(solution[i] for i in range(2)) for solution in found]


@pytest.mark.parametrize("form", ["json", "tsv"])
def test_a_table_comes_back_as_it_was(form):
    found = ox.parse_query_results(results.write(TABLE, form), format=FORMS[form])
    assert [variable.value for variable in found.variables] == ["a", "b"]
    back = [tuple(None if isinstance(term, ox.BlankNode) else term for term in row) for row in rows(found)]
    assert back == [tuple(None if isinstance(term, ox.BlankNode) else term for term in row) for row in TABLE.rows]


def test_a_table_as_xml_comes_back_as_it_was():
    space = "{http://www.w3.org/2005/sparql-results#}"
    found = ElementTree.fromstring(results.write(TABLE, "xml"))
    assert [one.get("name") for one in found.iter(f"{space}variable")] == ["a", "b"]
    for row, (term, _) in zip(found.iter(f"{space}result"), TABLE.rows, strict=True):
        told = next((one[0] for one in row if one.get("name") == "a"), None)
        assert (told is None) == (term is None)
        if told is not None:
            assert (told.tag.removeprefix(space), told.text or "") == (KINDS[type(term)], term.value)
            assert told.get("{http://www.w3.org/XML/1998/namespace}lang") == getattr(term, "language", None)
            datatype = getattr(getattr(term, "datatype", None), "value", None)
            assert told.get("datatype") == (datatype if datatype and not datatype.endswith(("#string", "#langString")) else None)


def plain(term):
    if isinstance(term, ox.BlankNode):
        return "_:x1"
    return "" if term is None else term.value


def test_a_table_as_csv_has_the_plain_words():
    back = list(csv.reader(io.StringIO(results.write(TABLE, "csv").decode(), newline="")))
    assert back[0] == ["a", "b"]
    assert [row[0] for row in back[1:]] == [
        "" if term is None else str(getattr(term, "value", "")) if not isinstance(term, ox.BlankNode) else "_:x1" for term in TERMS
    ]
    assert results.write(TABLE, "csv").startswith(b"a,b\r\n")


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("truth", [True, False])
def test_yes_and_no(form, truth):
    assert bool(ox.parse_query_results(results.write(truth, form), format=FORMS[form])) is truth


def test_an_empty_table_is_one():
    empty = Table((), ())
    assert json.loads(results.write(empty, "json")) == {"head": {"vars": []}, "results": {"bindings": []}}
    for form in FORMS:
        assert rows(ox.parse_query_results(results.write(Table(("a", "b"), ()), form), format=FORMS[form])) == []


def test_what_xml_has_no_sign_for_is_shown_as_missing():
    table = Table(("a", "b"), ((Literal("a\x00b\x1bc"), None),))
    assert "a\ufffdb\ufffdc" in results.write(table, "xml").decode()


def test_a_triple_as_a_term():
    table = Table(("a",), ((Triple(Iri("http://a/"), Iri("http://b/"), Literal("c")),),))
    told = json.loads(results.write(table, "json"))["results"]["bindings"][0]["a"]
    assert told["type"] == "triple" and told["value"]["object"] == {"type": "literal", "value": "c"}
    assert b"<triple><subject><uri>http://a/</uri></subject>" in results.write(table, "xml")


TRIPLES = tuple((Iri(f"http://e/{n}"), Iri("https://example.org/ns#p"), Literal(f"n {n}\n")) for n in (2, 1, 3))


@pytest.mark.parametrize(
    ("form", "name"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld"), ("n3", "n3"), ("trig", "trig"), ("nq", "nquads")]
)
def test_triples_come_back_as_they_were(form, name):
    found = rdflib.Dataset(default_union=True)
    found.parse(data=results.write(TRIPLES, form), format=name)
    assert {(str(s), str(p), str(o)) for s, p, o, _ in found.quads()} == {(s.value, p.value, o.value) for s, p, o in TRIPLES}
    assert results.write(TRIPLES, form) == results.write(TRIPLES[::-1], form)


@pytest.mark.parametrize("prop", ["http://e/1", "http://e/a/"])
def test_rdf_xml_that_would_be_none_is_not_given_out(prop):
    with pytest.raises(QueryError, match="another form"):
        results.write(((Iri("http://e/s"), Iri(prop), Literal("x")),), "rdf")
    assert results.write(((Iri("http://e/s"), Iri(prop), Literal("x")),), "ttl")
