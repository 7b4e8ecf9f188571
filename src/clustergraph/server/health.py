"""``/health``: whether there is a graph to read and it has been read; for whoever keeps the service running."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from clustergraph.errors import ClustergraphError
from clustergraph.server.site import Site


def routes(site: Site) -> list[BaseRoute]:
    """The one address."""

    def health(_request: Request) -> JSONResponse:
        try:
            graph = site.view().name
        except ClustergraphError:
            return JSONResponse({"status": "no graph"}, 503, {"Cache-Control": "no-store"})
        if not site.ready.is_set():
            return JSONResponse({"status": "reading", "graph": graph}, 503, {"Cache-Control": "no-store", "Retry-After": "5"})
        return JSONResponse({"status": "ok", "graph": graph, "writable": site.writable}, headers={"Cache-Control": "no-store"})

    return [Route("/health", health)]
