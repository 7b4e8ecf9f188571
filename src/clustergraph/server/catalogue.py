"""What there is to be had here, for machines that look for data: VoID, DCAT, and what search engines may read."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph.graph.stores.oxigraph import serialize
from clustergraph.graph.terms import CG, DCT, FOAF, PREFIXES, RDF, Iri, Namespace, Triple, integer, text
from clustergraph.server.rendering import kept, version
from clustergraph.server.site import Site
from clustergraph.server.sparql.negotiation import GRAPHS, choose
from clustergraph.server.sparql.operation import RefusedError
from clustergraph.server.sparql.protocol import refusal
from clustergraph.server.visit import Visit

VOID = Namespace("http://rdfs.org/ns/void#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_FORMS = tuple(form for form in GRAPHS if form.name in ("ttl", "jsonld", "nt", "rdf"))
_UNREAD = ("/sparql", "/graph", "/api", "/reconcile", "/review", "/upload", "/login")  # nothing to be found by a name there


def routes(site: Site) -> list[BaseRoute]:
    """The two descriptions and ``/robots.txt``."""

    def described(request: Request) -> Response:
        visit, found = Visit(site, request), choose(_FORMS, _accepted(request))
        if found is None:
            return refusal(RefusedError(406, f"in none of the forms that are accepted; there are: {', '.join(form.media for form in _FORMS)}"))
        form, media = found
        spaces = {**PREFIXES, "void": VOID.iri, "dcat": DCAT.iri}
        return kept(visit, f"catalogue {form.name}", lambda: serialize(triples(visit), form.name, prefixes=spaces).decode(), form.content_type(media))

    def robots(_request: Request) -> Response:
        refused = [f"{site.prefix}{path}" for path in _UNREAD] if site.robots else [f"{site.prefix}/"]
        return PlainTextResponse("User-agent: *\n" + "".join(f"Disallow: {path}\n" for path in refused))

    return [Route("/.well-known/void", described), Route("/catalog", described), Route("/robots.txt", robots)]


def _accepted(request: Request) -> str | None:
    """A browser reads the form that is given unasked."""
    accepted = request.headers.get("accept")
    return None if accepted and "text/html" in accepted else accepted


def triples(visit: Visit) -> list[Triple]:
    """The catalogue of this site with its one data set: what it holds, and how it is had."""
    return sorted(visit.view.kept(("catalogue", str(visit.request.base_url)), lambda: list(_triples(visit))), key=str)


def _triples(visit: Visit) -> Iterator[Triple]:
    def address(path: str) -> Iri:
        return Iri(str(visit.request.url.replace(path=f"{visit.site.prefix}{path}", query="", fragment="")))

    settings = visit.site.project.settings
    catalogue, dataset = address("/catalog"), Iri(f"{address('/.well-known/void').value}#dataset")
    title = text(settings.name or "clustergraph")
    for subject, kinds in ((catalogue, [DCAT["Catalog"]]), (dataset, [DCAT["Dataset"], VOID["Dataset"]])):
        yield from (Triple(subject, RDF["type"], kind) for kind in kinds)
        yield Triple(subject, DCT["title"], title)
        yield Triple(subject, FOAF["homepage"], address("/"))
    yield Triple(catalogue, DCAT["dataset"], dataset)
    yield Triple(dataset, DCT["identifier"], text(visit.view.name))
    yield Triple(dataset, DCT["conformsTo"], Iri(CG.iri.rstrip("#")))
    yield Triple(dataset, DCAT["version"], text(version()))
    yield Triple(dataset, VOID["uriSpace"], text(f"{settings.base}id/"))
    yield Triple(dataset, VOID["sparqlEndpoint"], address("/sparql"))
    yield Triple(dataset, VOID["dataDump"], Iri(f"{address('/sparql/graphs').value}?default"))
    yield from (Triple(dataset, VOID["vocabulary"], Iri(iri)) for iri in PREFIXES.values())
    yield from _counted(visit, dataset)
    yield from _distributions(dataset, address("/sparql"), Iri(f"{address('/sparql/graphs').value}?default"), address("/api/openapi.json"))


def _counted(visit: Visit, dataset: Iri) -> Iterator[Triple]:
    held = visit.view.counts
    for prop, number in (("triples", held.triples), ("distinctSubjects", held.subjects), ("properties", held.properties)):
        yield Triple(dataset, VOID[prop], integer(number))
    for place, (kind, count) in enumerate(held.classes):
        part = Iri(f"{dataset.value.partition('#')[0]}#class{place}")
        yield Triple(dataset, VOID["classPartition"], part)
        yield Triple(part, VOID["class"], kind)
        yield Triple(part, VOID["entities"], integer(count))


def _distributions(dataset: Iri, endpoint: Iri, dump: Iri, api: Iri) -> Iterator[Triple]:
    parts = [(f"dump-{form.name}", DCAT["downloadURL"], dump, form.media) for form in _FORMS]
    parts += [("sparql", DCAT["accessURL"], endpoint, "application/sparql-query"), ("api", DCAT["accessURL"], api, "application/json")]
    for name, prop, place, media in parts:
        one = Iri(f"{dataset.value.partition('#')[0]}#{name}")
        yield Triple(dataset, DCAT["distribution"], one)
        yield Triple(one, RDF["type"], DCAT["Distribution"])
        yield Triple(one, prop, place)
        yield Triple(one, DCAT["mediaType"], Iri(_MEDIA + media))
