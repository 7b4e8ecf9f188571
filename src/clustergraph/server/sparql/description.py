"""What the service is, as RDF (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from collections.abc import Iterator

from clustergraph.graph.stores.oxigraph import serialize
from clustergraph.graph.terms import DCT, PREFIXES, RDF, Iri, Namespace, Triple, text
from clustergraph.server.sparql.negotiation import GRAPHS, TABLES
from clustergraph.server.visit import Visit

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_NAMES = {
    "json": "SPARQL_Results_JSON", "xml": "SPARQL_Results_XML", "csv": "SPARQL_Results_CSV", "tsv": "SPARQL_Results_TSV", "ttl": "Turtle",
    "nt": "N-Triples", "rdf": "RDF_XML", "jsonld": "JSON-LD", "n3": "N3", "trig": "TriG", "nq": "N-Quads",
}  # fmt: skip


def write(visit: Visit, endpoint: str, form: str) -> bytes:
    """The description of the endpoint at an address, in a form of RDF."""
    triples = visit.view.kept(("service", endpoint), lambda: list(_triples(visit, endpoint)))
    return serialize(triples, form, prefixes={**PREFIXES, "sd": SD.iri, "formats": _FORMATS.iri})


def _triples(visit: Visit, endpoint: str) -> Iterator[Triple]:
    service, dataset, default = (Iri(f"{endpoint}#{name}") for name in ("service", "dataset", "default"))
    yield Triple(service, RDF["type"], SD["Service"])
    yield Triple(service, SD["endpoint"], Iri(endpoint))
    yield Triple(service, SD["supportedLanguage"], SD["SPARQL11Query"])
    yield Triple(service, SD["feature"], SD["UnionDefaultGraph"])
    for form in (*TABLES, *GRAPHS):
        yield Triple(service, SD["resultFormat"], _FORMATS[_NAMES[form.name]])
    yield Triple(service, SD["defaultDataset"], dataset)
    yield Triple(dataset, RDF["type"], SD["Dataset"])
    yield Triple(dataset, DCT["title"], text(visit.site.project.settings.name or "clustergraph"))
    yield Triple(dataset, SD["defaultGraph"], default)
    yield Triple(default, RDF["type"], SD["Graph"])
    for number, name in enumerate(visit.view.store.graphs()):
        graph = Iri(f"{endpoint}#graph{number}")
        yield Triple(dataset, SD["namedGraph"], graph)
        yield Triple(graph, RDF["type"], SD["NamedGraph"])
        yield Triple(graph, SD["name"], name)
