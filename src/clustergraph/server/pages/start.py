"""The start page."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from clustergraph.server.rendering import kept, text
from clustergraph.server.site import Site
from clustergraph.server.visit import Visit, endpoint


def routes(site: Site) -> list[BaseRoute]:
    """The start page alone."""
    return [Route("/", endpoint(site, start))]


def start(visit: Visit) -> Response:
    """Search, and what there is to see."""
    return kept(visit, "html", lambda: text(visit, "start.html"))
