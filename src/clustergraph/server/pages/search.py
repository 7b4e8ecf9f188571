"""Search."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from clustergraph.server.rendering import kept, text
from clustergraph.server.site import Site
from clustergraph.server.visit import Visit, endpoint


def routes(site: Site) -> list[BaseRoute]:
    """The search page alone."""
    return [Route("/search", endpoint(site, search))]


def search(visit: Visit) -> Response:
    """Names and sentences that hold the words asked for."""
    return kept(visit, "html", lambda: text(visit, "start.html"))
