"""The addresses of the API."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph.server.api import openapi, parameters
from clustergraph.server.api.operations import OPERATIONS, Moved, Operation, slug
from clustergraph.server.rendering import kept
from clustergraph.server.site import Site
from clustergraph.server.visit import Visit, endpoint

_MEDIA = "application/json"


def routes(site: Site) -> list[BaseRoute]:
    """One route an operation, the OpenAPI document, and a list of all for who comes to the beginning."""
    found = [Route(one.path, _answering(site, one)) for one in OPERATIONS]
    return [*found, Route("/api/openapi.json", endpoint(site, described)), Route("/api", endpoint(site, beginning))]


def _answering(site: Site, operation: Operation) -> Any:
    def answer(request: Request) -> Response:
        # The parameters first: what is wrong with them is said before anything is read by them.
        given = parameters.read(request, operation.parameters)
        visit = Visit(site, request)
        try:
            return kept(visit, "api", lambda: dumps(operation.handler(visit, given)), _MEDIA)
        except Moved as moved:
            asked = {name: visit.request.query_params.getlist(name) for name in visit.request.query_params if name not in visit.kept}
            return RedirectResponse(visit.url(moved.path, **asked), 302, {"Cache-Control": "no-cache"})

    return answer


def described(visit: Visit) -> Response:
    """The OpenAPI document."""
    server = str(visit.request.url.replace(path=visit.site.prefix or "/", query="", fragment="")).rstrip("/")
    kind, _, name = slug(min(visit.view.actors.by_id, default="")).partition("/")
    title = visit.site.project.settings.name or "clustergraph"
    return kept(visit, "openapi", lambda: dumps(openapi.document(title, server, (kind, name) if name else None)), _MEDIA)


def beginning(visit: Visit) -> Response:
    """What can be asked, and where it is described."""
    told = {"openapi": visit.url("/api/openapi.json"), "paths": {one.path: one.summary for one in OPERATIONS}}
    return kept(visit, "api", lambda: dumps(told), _MEDIA)


def dumps(found: Any) -> str:
    """JSON as all of the API writes it."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
