"""The Graph Store Protocol for reading: a graph by ``/sparql/graphs?graph=…`` or ``?default``, or at its own address ``/graph/…``."""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from clustergraph.graph.terms import Iri
from clustergraph.server.site import Site
from clustergraph.server.sparql import description
from clustergraph.server.sparql.negotiation import GRAPHS, choose
from clustergraph.server.sparql.operation import RefusedError, address
from clustergraph.server.sparql.protocol import METHODS, refusal
from clustergraph.server.visit import Visit

_CHUNK = 1 << 18
_WAITING = 3.0  # seconds


def routes(site: Site) -> list[BaseRoute]:
    """Graphs by parameter and by their own addresses."""
    one_at_a_time = threading.Lock()

    def answer(request: Request) -> Response:
        try:
            if request.method not in ("GET", "HEAD"):
                raise RefusedError(403, "nothing can be written here: graphs are only read")
            return _read(Visit(site, request), one_at_a_time)
        except RefusedError as error:
            return refusal(error)

    return [Route("/sparql/graphs", answer, methods=METHODS), Route("/graph/{name:path}", answer, methods=METHODS)]


def _read(visit: Visit, one_at_a_time: threading.Lock) -> Response:
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
    # A large graph takes long to write: who would wait for that holds a thread that others need.
    if not one_at_a_time.acquire(timeout=_WAITING):
        return refusal(RefusedError(503, "another graph is being written; try again in a minute"), {"Retry-After": "60"})
    try:
        file = _written(visit, name, form.name)
    finally:
        one_at_a_time.release()
    headers["Content-Length"] = str(os.fstat(file.fileno()).st_size)
    return StreamingResponse(_chunks(file), headers=headers)


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


def _written(visit: Visit, name: Iri | None, form: str) -> IO[bytes]:
    """A graph in a file that is gone when it is closed, for one graph may be larger than memory."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "graph"
        visit.view.store.write(place, form, name)
        return place.open("rb")  # what is open stays readable when its folder is gone


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk
