"""The W3C tests of the SPARQL 1.1 Protocol and the Graph Store Protocol against `clustergraph serve` in its default mode.

    python benchmarks/sparql_protocol.py FOLDER

FOLDER is `sparql/sparql11` of the W3C's RDF tests (github.com/w3c/rdf-tests), which are not part of this project. The server is started on
a graph that holds the data of the tests. A test that only reads must pass as it stands; of one that writes each writing request must be
answered 403. Exit code 1 where one fails.
"""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection

from clustergraph.graph.terms import Iri, Quad
from clustergraph.project import Project

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
TABULAR = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
RDF = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")


def main(folder: Path) -> int:
    manifest = rdflib.Graph().parse(folder / "protocol" / "manifest.ttl")
    port = free_port()
    with tempfile.TemporaryDirectory() as place:
        project = filled(Path(place), manifest)
        server = subprocess.Popen(
            [sys.executable, "-m", "clustergraph", "--project", str(project), "serve", "--port", str(port)], stderr=subprocess.DEVNULL
        )
        try:
            wait(port)
            failed = run(manifest, port) + graph_store(folder, port) + described(port)
        finally:
            server.terminate()
            server.wait()
    return 1 if failed else 0


def filled(place: Path, manifest: rdflib.Graph) -> Path:
    """A project whose graph holds the graphs of the tests."""
    project = Project.create(place / "project", "tests")
    quads = set()
    for data in manifest.objects(None, UT.graphData):
        name = Iri(str(manifest.value(data, rdflib.RDFS.label)))
        path = urlsplit(str(manifest.value(data, UT.graph))).path
        quads |= {Quad(t.subject, t.predicate, t.object, name) for t in ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES)}
    with project.new_store("0123456789abcdef") as store:
        store.load(sorted(quads, key=str))
    return project.folder


def run(manifest: rdflib.Graph, port: int) -> int:
    """The tests of the protocol: how many failed."""
    counts = {"query": [0, 0], "update": [0, 0]}
    for test in tests(manifest):
        name = str(test).rpartition("#")[2]
        kind = "update" if "update" in name else "query"
        faults = [fault for request in requests(manifest, test) if (fault := check(manifest, request, port, kind))]
        counts[kind][0] += not faults
        counts[kind][1] += 1
        for fault in faults:
            print(f"{name}: {fault}")
    print("SPARQL Protocol: query tests passed {} of {}; of the tests that write, answered 403: {} of {}".format(*counts["query"], *counts["update"]))
    return sum(whole - passed for passed, whole in counts.values())


def check(manifest: rdflib.Graph, request: rdflib.term.Node, port: int, kind: str) -> str:
    """What is wrong with the answer to one request; nothing where it is right."""
    method, path, headers, body = parts(manifest, request)
    path = path.replace("/sparql/", "/sparql", 1)
    status, given, content = ask(port, method, path, headers, body)
    writes = kind == "update" and headers.get("content-type", "") != "application/sparql-query"
    if writes:
        return "" if status == 403 else f"{method} {path}: {status} where 403 was expected"
    if kind == "update":
        return ""  # what a write would have left behind
    told = manifest.value(request, HT.resp)
    wanted = {str(one).rpartition("#")[2].removeprefix("StatusCode")[0] for one in manifest.objects(told, MF.expectedStatus)}
    if str(status)[0] not in wanted:
        return f"{method} {path}: {status} {content[:200]!r}"
    media = given.get("content-type", "").partition(";")[0]
    form = manifest.value(told, MF.expectedFormat)
    if form is not None and media not in {"boolean": TABULAR[:2], "tabular": TABULAR, "RDF": RDF}[str(form)]:
        return f"{method} {path}: answered as {media}"
    truth = manifest.value(told, MF.expectedBoolean)
    if truth is not None and json.loads(content)["boolean"] != truth.toPython():
        return f"{method} {path}: {content[:200]!r}"
    return ""


def graph_store(folder: Path, port: int) -> int:
    """Of the tests of the Graph Store Protocol the writing requests, which are refused; what they would have written can't be read."""
    refused = whole = 0
    for name in ("manifest-direct.ttl", "manifest-indirect.ttl"):
        manifest = rdflib.Graph().parse(folder / "graph-store-protocol" / name)
        for test in tests(manifest):
            for request in requests(manifest, test):
                method, path, headers, body = parts(manifest, request)
                path = path.replace("/gsp/", "/graph/", 1).replace("/gsp", "/sparql/graphs", 1)
                if method in ("PUT", "POST", "DELETE", "PATCH"):
                    status = ask(port, method, path, headers, body)[0]
                    whole, refused = whole + 1, refused + (status == 403)
                    if status != 403:
                        print(f"{method} {path}: {status} where 403 was expected")
    print(f"Graph Store Protocol: writing requests answered 403: {refused} of {whole}")
    return whole - refused


def described(port: int) -> int:
    """The three tests of the service description."""
    status, given, content = ask(port, "GET", "/sparql", {"accept": "text/turtle"}, None)
    found = rdflib.Graph().parse(data=content, format="turtle") if status == 200 else rdflib.Graph()
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    endpoint = rdflib.URIRef(f"http://127.0.0.1:{port}/sparql")
    service = next(found.subjects(sd.endpoint, endpoint), None)
    passed = [
        given.get("content-type", "").startswith("text/turtle") and len(found) > 0,
        service is not None,
        (service, rdflib.RDF.type, sd.Service) in found and (service, sd.defaultDataset, None) in found,
    ]
    print(f"Service description: passed {sum(passed)} of {len(passed)}")
    return len(passed) - sum(passed)


def tests(manifest: rdflib.Graph) -> Iterator[rdflib.term.Node]:
    yield from Collection(manifest, next(manifest.objects(None, MF.entries)))


def requests(manifest: rdflib.Graph, test: rdflib.term.Node) -> Iterator[rdflib.term.Node]:
    yield from Collection(manifest, manifest.value(manifest.value(test, MF.action), HT.requests))


def parts(manifest: rdflib.Graph, request: rdflib.term.Node) -> tuple[str, str, dict[str, str], bytes | None]:
    """Method, path, headers and content of a request."""
    method, path = (str(manifest.value(request, name)) for name in (HT.methodName, HT.absolutePath))
    listed = manifest.value(request, HT.headers)
    named = Collection(manifest, listed) if listed is not None else ()
    headers = {str(manifest.value(one, HT.fieldName)).lower(): str(manifest.value(one, HT.fieldValue)) for one in named}
    content = manifest.value(request, HT.body)
    if content is None:
        return method, path, headers, None
    body = str(manifest.value(content, CNT.chars)).encode(str(manifest.value(content, CNT.characterEncoding)))
    return method, path, headers, body


def ask(port: int, method: str, path: str, headers: dict[str, str], body: bytes | None) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path, body=body, headers=headers)
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait(port: int) -> None:
    for _ in range(200):
        try:
            ask(port, "GET", "/health", {}, None)
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
