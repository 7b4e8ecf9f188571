"""The Graph Store Protocol for reading: a graph by ``/sparql/graphs?graph=…`` or ``?default``, or at its own address ``/graph/…``."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from clustergraph.graph.terms import Iri
from clustergraph.server.site import Site
from clustergraph.server.sparql import description
from clustergraph.server.sparql.dumps import Dumps, WritingError
from clustergraph.server.sparql.negotiation import GRAPHS, choose
from clustergraph.server.sparql.operation import RefusedError, address
from clustergraph.server.sparql.protocol import METHODS, refusal
from clustergraph.server.visit import Visit


def routes(site: Site) -> list[BaseRoute]:
    """Graphs by parameter and by their own addresses."""
    dumps = Dumps()

    def answer(request: Request) -> Response:
        try:
            if request.method not in ("GET", "HEAD"):
                raise RefusedError(403, "nothing can be written here: graphs are only read")
            return _read(Visit(site, request), dumps)
        except RefusedError as error:
            return refusal(error)

    return [Route("/sparql/graphs", answer, methods=METHODS), Route("/graph/{name:path}", answer, methods=METHODS)]


def _read(visit: Visit, dumps: Dumps) -> Response:
    request = visit.request
    found = choose(GRAPHS, request.headers.get("accept"))
    if found is None:
        raise RefusedError(406, f"in none of the forms that are accepted; there are: {', '.join(form.media for form in GRAPHS)}")
    form, media = found
    names = _asked(visit)
    if names is None:
        whole = description.write(visit, str(request.url.replace(path=f"{visit.site.prefix}/sparql", query="", fragment="")), form.name)
        return Response(whole, headers={"Vary": "Accept", "Cache-Control": "no-cache"}, media_type=form.content_type(media))
    (name,) = names
    if name is not None and not visit.view.store.query(f"ASK {{ GRAPH {name} {{ ?s ?p ?o }} }}"):
        raise RefusedError(404, "there is no graph of that name")
    mark = hashlib.sha256("\n".join((visit.view.name, str(name), form.name)).encode()).hexdigest()[:24]
    headers = {"ETag": f'"{mark}"', "Vary": "Accept", "Cache-Control": "no-cache", "Content-Type": form.content_type(media)}
    if mark in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if request.method == "HEAD":
        return Response(headers=headers)
    try:
        size, chunks = dumps.open(visit.site.view().name, visit.view.name, mark, lambda place: visit.view.store.write(place, form.name, name))
    except WritingError:
        return refusal(RefusedError(503, "another graph is being written; try again in a minute"), {"Retry-After": "60"})
    return StreamingResponse(chunks, headers={**headers, "Content-Length": str(size)})


def _asked(visit: Visit) -> tuple[Iri | None] | None:
    """The graph that is asked for, None in it for the union of all; None where none is named."""
    if "name" in visit.request.path_params:
        return (Iri(address(f"{visit.site.project.settings.base}graph/{visit.request.path_params['name']}", "graph")),)
    given = [(name, value) for name, value in parse_qsl(visit.request.url.query, keep_blank_values=True) if name in ("graph", "default")]
    if len(given) > 1:
        raise RefusedError(400, "one graph at a time")
    if not given:
        return None
    return (None,) if given[0][0] == "default" else (Iri(address(given[0][1], "graph")),)
