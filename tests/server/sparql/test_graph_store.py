"""Whole graphs: by parameter, at their own address, in all forms, and never written."""

from __future__ import annotations

import threading

import pytest
import rdflib

from clustergraph.graph.terms import Iri
from clustergraph.server.site import Site
from clustergraph.server.sparql import dumps
from serving import client

FORMS = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml", "application/ld+json": "json-ld"}


@pytest.fixture
def current(site):
    return f"{site.project.settings.base}graph/current"


def triples(site, graph=None):
    return {quad.triple for quad in site.view().store.quads(graph)}


@pytest.mark.parametrize(("accept", "name"), FORMS.items())
def test_a_graph_comes_whole(pages, site, current, accept, name):
    found = pages.get("/sparql/graphs", params={"graph": current}, headers={"Accept": accept})
    assert found.headers["content-type"].startswith(accept)
    assert int(found.headers["content-length"]) == len(found.content)
    assert len(rdflib.Graph().parse(data=found.text, format=name)) == len(triples(site, Iri(current)))


def test_a_graph_is_had_at_its_own_address_too(pages, current):
    path = "/graph/" + current.partition("/graph/")[2]
    assert pages.get(path).content == pages.get("/sparql/graphs", params={"graph": current}).content


def test_the_default_graph_is_the_union(pages, site):
    found = pages.get("/sparql/graphs?default", headers={"Accept": "application/n-triples"})
    assert len(rdflib.Graph().parse(data=found.text, format="nt")) == len(triples(site))


def test_without_a_graph_the_service_tells_which_there_are(pages, site):
    found = rdflib.Graph().parse(data=pages.get("/sparql/graphs").text, format="turtle")
    names = set(found.objects(None, rdflib.URIRef("http://www.w3.org/ns/sparql-service-description#name")))
    assert {str(name) for name in names} == {name.value for name in site.view().store.graphs()}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/sparql/graphs?graph=https://example.org/none", 404), ("/sparql/graphs?graph=relative", 400), ("/sparql/graphs?graph=", 400),
        ("/sparql/graphs?graph=a:b&default", 400), ("/sparql/graphs?graph=a:b&graph=a:c", 400), ("/graph/none", 404), ("/graph/..%2f..%2fetc", 404),
        ("/sparql/graphs?graph=a:b%3E%20%7B%7D%20%7D%20%23", 400), ("/sparql/graphs?graph=file:///etc/passwd", 404), ("/graph/a%3E%20b", 400),
    ],
)  # fmt: skip
def test_what_is_no_graph(pages, path, status):
    assert pages.get(path).status_code == status


def test_a_form_that_there_is_not(pages, current):
    assert pages.get("/sparql/graphs", params={"graph": current}, headers={"Accept": "text/csv"}).status_code == 406


def test_head_tells_whether_there_is_one(pages, current):
    found = pages.head("/sparql/graphs", params={"graph": current})
    assert (found.status_code, found.content) == (200, b"")
    assert pages.head("/sparql/graphs?graph=a:none").status_code == 404


def test_what_one_has_is_not_sent_again(pages, current):
    first = pages.get("/sparql/graphs", params={"graph": current})
    again = pages.get("/sparql/graphs", params={"graph": current}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = pages.get(
        "/sparql/graphs", params={"graph": current}, headers={"If-None-Match": first.headers["etag"], "Accept": "application/n-triples"}
    )
    assert other.status_code == 200


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/sparql/graphs?default", "/sparql/graphs", "/sparql/graphs?graph=a:b", "/graph/current", "/graph/new"])
def test_no_graph_can_be_written(pages, site, method, path):
    before = site.view().store.dump()
    assert pages.request(method, path, content=b"<a:a> <a:b> 1 .", headers={"Content-Type": "text/turtle"}).status_code == 403
    assert site.view().store.dump() == before


def test_who_would_wait_for_another_graph_is_told_to_come_back(served_project, monkeypatch):
    begun, over = threading.Event(), threading.Event()

    def slow(*_args):
        begun.set()
        over.wait(10)
        return dumps.tempfile.TemporaryFile()

    monkeypatch.setattr(dumps, "_written", slow)
    monkeypatch.setattr(dumps, "_WAITING", 0.1)
    with client(Site(served_project)) as opened:
        first = threading.Thread(target=lambda: opened.get("/sparql/graphs?default"))
        first.start()
        begun.wait(10)
        found = opened.get("/graph/current")
        over.set()
        first.join()
    assert (found.status_code, found.headers["retry-after"]) == (503, "60")


def test_a_graph_is_written_once_and_read_by_several(served_project, monkeypatch):
    written, real = [], dumps._written
    monkeypatch.setattr(dumps, "_written", lambda write: written.append(1) or real(write))
    with client(Site(served_project)) as opened:
        bodies = {opened.get("/sparql/graphs?default").content for _ in range(3)}
        opened.get("/sparql/graphs?default", headers={"Accept": "application/n-triples"})
    assert len(bodies) == 1 and len(written) == 2


def test_what_was_written_of_a_graph_goes_with_it(tmp_path):
    held = dumps.Dumps()
    for now, graph in (("a", "a"), ("a", "a-2024-10-31"), ("b", "b")):
        size, chunks = held.open(now, graph, "mark", lambda place, graph=graph: place.write_bytes(graph.encode() * 3) and None)
        assert size == len(b"".join(chunks)) == 3 * len(graph)
    assert [key[0] for key in held._files] == ["b"]
    _, early = held.open("b", "b", "mark", lambda _place: pytest.fail("written again"))
    held.open("c", "c", "mark", lambda place: place.write_bytes(b"") and None)
    assert b"".join(early) == b"bbb"  # who has begun to read goes on
