"""What a client accepts against what there is."""

from __future__ import annotations

import time

import pytest

from clustergraph.server.sparql.negotiation import BOOLEANS, GRAPHS, TABLES, choose, weight

CASES = [
    (None, TABLES, "json", "application/sparql-results+json"),
    ("", TABLES, "json", "application/sparql-results+json"),
    ("*/*", TABLES, "json", "application/sparql-results+json"),
    ("text/csv", TABLES, "csv", "text/csv"),
    ("text/*", TABLES, "xml", "text/xml"),
    ("text/csv;q=0.5, text/tab-separated-values", TABLES, "tsv", "text/tab-separated-values"),
    ("text/csv;q=0.5, */*;q=0.1", TABLES, "csv", "text/csv"),
    ("application/json", TABLES, "json", "application/json"),
    ("application/xml;q=0.9,text/html,*/*;q=0.8", TABLES, "xml", "application/xml"),
    ("APPLICATION/SPARQL-RESULTS+XML", TABLES, "xml", "application/sparql-results+xml"),
    ("application/sparql-results+json;charset=utf-8;q=0.2, text/csv;q=0.1", TABLES, "json", "application/sparql-results+json"),
    ("application/sparql-results+json;q=0, */*", TABLES, "json", "application/json"),
    ("application/sparql-results+json;q=0, application/json;q=0, */*", TABLES, "xml", "application/sparql-results+xml"),
    ("text/turtle", TABLES, None, None),
    ("*/*;q=0", TABLES, None, None),
    ("text/csv", BOOLEANS, None, None),
    ("text/csv, */*;q=0.1", BOOLEANS, "json", "application/sparql-results+json"),
    ("text/turtle;q=0.8, application/n-triples;q=0.9", GRAPHS, "nt", "application/n-triples"),
    ("application/rdf+xml", GRAPHS, "rdf", "application/rdf+xml"),
    ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted, x";q=0.9, text/turtle;q=0.1', GRAPHS, "jsonld", "application/ld+json"),
    ("text/plain", GRAPHS, "nt", "text/plain"),
    ("image/png", GRAPHS, None, None),
    ("text/turtle;q=nonsense, application/n-triples;q=0.1", GRAPHS, "nt", "application/n-triples"),
    ("text/turtle;q=2, application/n-triples;q=0.1", GRAPHS, "nt", "application/n-triples"),
]


@pytest.mark.parametrize(("accept", "forms", "name", "media"), CASES)
def test_the_form_that_suits_best_is_chosen(accept, forms, name, media):
    found = choose(forms, accept)
    assert (found and found[0].name, found and found[1]) == (name, media)


@pytest.mark.parametrize("begin", ["a/b;" * 15_000, "x/y;q=0.1," * 5_000, "a/" * 30_000, ';q="' * 15_000, " " * 60_000])
def test_a_long_header_is_read_at_once(begin):
    begun = time.perf_counter()
    choose(TABLES, begin + ",text/csv")
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    ("media", "accept", "wanted"), [("text/html", None, 1.0), ("text/html", "text/turtle", 0.0), ("text/html", "text/*;q=0.3, */*;q=0.9", 0.3)]
)
def test_how_much_one_type_is_wanted(media, accept, wanted):
    assert weight(media, accept) == wanted
