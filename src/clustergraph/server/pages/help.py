"""``/help``: what the pages show and how to ask them."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from clustergraph.server.rendering import page
from clustergraph.server.site import Site
from clustergraph.server.visit import Visit, endpoint


def routes(site: Site) -> list[BaseRoute]:
    """The help page alone."""
    return [Route("/help", endpoint(site, explained))]


def explained(visit: Visit) -> Response:
    """The help page; it is there without a graph too."""
    return page(visit, "help.html")
