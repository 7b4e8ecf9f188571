"""The endpoint as a client sees it: forms of answers, graphs, errors with their place, and that nothing can be written."""

from __future__ import annotations

import csv
import io
import json

import pytest
import rdflib

from clustergraph.server.limits import Limits
from clustergraph.server.site import Site
from serving import client

SELECT = "SELECT ?name WHERE { ?forum a cg:Forum ; skos:prefLabel ?name } ORDER BY ?name"
CONSTRUCT = "CONSTRUCT WHERE { ?forum a cg:Forum ; skos:prefLabel ?name }"
QUERY = {"Content-Type": "application/sparql-query"}


@pytest.fixture
def ask(pages):
    def asked(text, accept=None, **params):
        return pages.get("/sparql", params={"query": text, **params}, headers={"Accept": accept} if accept else {})

    return asked


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/sparql-results+json"), ("application/json", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
    ],
)  # fmt: skip
def test_a_table_in_the_form_that_is_accepted(ask, accept, media):
    found = ask(SELECT, accept)
    assert (found.status_code, found.headers["content-type"]) == (200, media)
    assert "Accept" in found.headers["vary"]


def test_the_three_ways_to_ask_give_one_answer(pages, ask):
    one = ask(SELECT).json()
    assert pages.post("/sparql", data={"query": SELECT}).json() == one
    assert pages.post("/sparql", content=SELECT.encode(), headers=QUERY).json() == one
    assert one["results"]["bindings"]


def test_the_reason_is_short_and_in_words(ask):
    assert ask("SELECT * {").json()["error"].startswith("not understood; here could stand: ")
    assert ask("SELECT * { ?x a nope:x }").json()["error"] == "a prefix that is not declared"
    assert ask("SELEKT").json()["error"].startswith("a query begins with SELECT")


def test_the_same_rows_in_all_forms(ask):
    names = [row["name"]["value"] for row in ask(SELECT).json()["results"]["bindings"]]
    assert [row[0] for row in csv.reader(io.StringIO(ask(SELECT, "text/csv").text, newline=""))][1:] == names
    assert [line.strip('"') for line in ask(SELECT, "text/tab-separated-values").text.splitlines()][1:] == names


@pytest.mark.parametrize(
    ("accept", "name"),
    [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/rdf+xml", "xml"), ("application/ld+json", "json-ld")],
)
def test_triples_in_the_form_that_is_accepted(ask, accept, name):
    found = ask(CONSTRUCT, accept)
    assert found.headers["content-type"].startswith(accept)
    assert len(rdflib.Graph().parse(data=found.text, format=name)) > 10


@pytest.mark.parametrize(("text", "accept"), [(SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), ("ASK {}", "text/csv"), (SELECT, "image/png")])
def test_a_form_that_there_is_not(ask, text, accept):
    found = ask(text, accept)
    assert found.status_code == 406
    assert found.json()["error"]


@pytest.mark.parametrize(
    ("text", "status", "line", "column"),
    [
        ("SELECT * {", 400, 1, 11), ("SELECT *\n{ ?a ?b }", 400, 2, 10), ("SELECT * { ?x a nope:x }", 400, 1, 23), ("nonsense", 400, 1, 1),
        ("SELECT * {\n SERVICE <http://127.0.0.1:9/> {} }", 403, 2, 2), ("DELETE WHERE { ?a ?b ?c }", 403, 1, 1), ("", 400, 1, 1),
    ],
)  # fmt: skip
def test_an_error_says_where(ask, text, status, line, column):
    found = ask(text)
    assert (found.status_code, found.json()["line"], found.json()["column"]) == (status, line, column)
    assert found.headers["content-type"] == "application/json"


@pytest.mark.parametrize("accept", ["text/csv", "text/turtle", "text/html"])
def test_an_error_is_told_whatever_is_accepted(ask, accept):
    assert ask("SELEKT * {}", accept).status_code == 400


# -- graphs ------------------------------------------------------------------------------------------------------------------------------


def count(found):
    return int(found.json()["results"]["bindings"][0]["n"]["value"])


COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
NAMED = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


def test_the_default_graph_is_all_or_what_is_named(ask, site):
    base = site.project.settings.base
    current, registry = f"{base}graph/current", f"{base}graph/registry"
    whole, one, other = count(ask(COUNT)), count(ask(COUNT, **{"default-graph-uri": current})), count(ask(COUNT, **{"default-graph-uri": registry}))
    assert 0 < one < whole and 0 < other < whole
    assert count(ask(COUNT, **{"default-graph-uri": [current, registry]})) == one + other
    assert count(ask(COUNT, **{"named-graph-uri": current})) == 0
    assert count(ask(NAMED)) == len(site.view().store.graphs())
    assert count(ask(NAMED, **{"named-graph-uri": [current, registry]})) == 2
    assert count(ask(NAMED, **{"default-graph-uri": current})) == 0


def test_from_names_graphs_of_the_store_and_the_protocol_outweighs_it(ask, site):
    base = site.project.settings.base
    chosen = f"SELECT (COUNT(*) AS ?n) FROM <{base}graph/registry> {{ ?s ?p ?o }}"
    registry = count(ask(COUNT, **{"default-graph-uri": f"{base}graph/registry"}))
    assert count(ask(chosen)) == registry
    assert count(ask(chosen, **{"default-graph-uri": f"{base}graph/current"})) == count(ask(COUNT, **{"default-graph-uri": f"{base}graph/current"}))


def test_a_graph_of_an_earlier_moment_can_be_asked(ask):
    assert count(ask(COUNT, known_at="2019-12-31")) < count(ask(COUNT))


# -- reading only ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "request_",
    [
        {"method": "POST", "content": b"CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}},
        {"method": "POST", "data": {"update": "CLEAR ALL"}},
        {"method": "POST", "content": b"INSERT DATA { <a:a> <a:b> 1 }", "headers": {"Content-Type": "text/plain"}},
        {"method": "GET", "params": {"update": "CLEAR ALL"}},
        {"method": "POST", "params": {"using-graph-uri": "http://a/"}, "content": b"ASK {}", "headers": QUERY},
        {"method": "GET", "params": {"query": "INSERT DATA { <a:a> <a:b> 1 }"}},
        {"method": "GET", "params": {"query": "LOAD <http://127.0.0.1:9/>"}},
    ],
)
def test_nothing_can_be_written(pages, site, request_):
    before = site.view().store.dump()
    found = pages.request(url="/sparql", **request_)
    assert found.status_code == 403
    assert site.view().store.dump() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_a_query_comes_by_get_or_post(pages, method):
    found = pages.request(method, "/sparql?query=ASK{}")
    assert found.status_code == 405
    assert found.headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_other_sites_may_read(pages, ask):
    found = pages.options("/sparql", headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"})
    assert found.status_code == 204 and "POST" in found.headers["access-control-allow-methods"]
    assert "ETag" in ask("ASK {}").headers["access-control-expose-headers"]
    assert ask("ASK {}").headers["access-control-allow-origin"] == "*"
    assert pages.post("/sparql", data={"query": "ASK {}"}, headers={"Origin": "https://elsewhere.example"}).status_code == 200


def test_head_answers_as_get_does(pages):
    head, get = (pages.request(method, "/sparql?query=ASK{}") for method in ("HEAD", "GET"))
    assert head.status_code == 200
    assert head.headers["content-type"] == get.headers["content-type"]


# -- limits ------------------------------------------------------------------------------------------------------------------------------


def test_a_cut_answer_is_no_answer(served_project):
    with client(Site(served_project, limits=Limits(rows=5))) as few:
        assert few.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 5"}).status_code == 200
        for text in ("SELECT * { ?s ?p ?o } LIMIT 6", "CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE ?s { ?s a cg:Forum }"):
            found = few.get("/sparql", params={"query": text})
            assert found.status_code == 422
            assert "more than 5 rows" in found.json()["error"]


def test_a_body_that_is_too_large_is_not_read(pages):
    assert pages.post("/sparql", content=b"ASK {} #" + b"x" * 300_000, headers=QUERY).status_code == 413


# -- what the service is -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "name"), [("*/*", "turtle"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt"), ("application/ld+json", "json-ld")]
)
def test_the_service_describes_itself(pages, accept, name):
    found = rdflib.Graph().parse(data=pages.get("/sparql", headers={"Accept": accept}).text, format=name)
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    (service,) = found.subjects(sd.endpoint, rdflib.URIRef("http://localhost/sparql"))
    assert (service, rdflib.RDF.type, sd.Service) in found
    assert (service, sd.feature, sd.UnionDefaultGraph) in found
    assert len(list(found.objects(service, sd.resultFormat))) == 11
    assert (service, sd.supportedLanguage, sd.SPARQL11Update) not in found


def test_a_browser_is_led_to_the_editor(pages, site):
    found = pages.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    there = "/editor" in site.navigation
    assert (found.status_code, found.headers.get("location")) == ((303, "/editor") if there else (200, None))


def test_relative_addresses_are_those_of_the_endpoint(ask):
    assert "<http://localhost/a>" in ask("CONSTRUCT { <a> <b> 1 } WHERE {}", "application/n-triples").text


def test_a_post_without_a_query_is_wrong(pages):
    found = pages.post("/sparql", data={"nothing": "x"})
    assert found.status_code == 400
    assert json.loads(found.text)["error"] == "the parameter query is missing"
