"""All parts of the site as one application: their routes, what goes wrong told as a page or as JSON, and the checks around it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib import import_module

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from clustergraph.errors import ClustergraphError
from clustergraph.server import faults, places, rehearsal
from clustergraph.server.access_log import Logged
from clustergraph.server.guarding import Guarded
from clustergraph.server.site import Site

PARTS = (
    "health",
    "pages.session",
    "pages.start",
    "pages.search",
    "pages.entity",
    "pages.report",
    "pages.query",
    "pages.changes",
    "pages.help",
    "pages.document",
    "pages.review",
    "pages.upload",
    "pages.explore",
    "pages.editor",
    "pages.answer",
    "sparql.graph_store",
    "sparql.protocol",
    "linked",
    "catalogue",
    "api.routes",
    "api.reconcile",
)
"""The modules of this package whose ``routes(site)`` make the site, in the order in which they are tried."""


def application(site: Site) -> ASGIApp:
    """The application of a site."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        # Who comes meanwhile waits for the first answer, as long as the limit says: no page is slow because it is the first.
        reading = asyncio.create_task(rehearsal.prepare(inner, site))
        await asyncio.wait({reading}, timeout=site.limits.reading)
        yield
        reading.cancel()

    routes = [*_routes(site), Mount("/static", StaticFiles(directory=places.STATIC), name="static")]
    site.navigation = tuple(getattr(route, "path", "") for route in routes)
    told = _fault(site)
    inner = Starlette(routes=routes, lifespan=lifespan, exception_handlers={HTTPException: told, ClustergraphError: told, Exception: told})
    inner.router.redirect_slashes = False  # one address a page
    return Logged(Guarded(inner, site))


def _routes(site: Site) -> list[BaseRoute]:
    found: list[BaseRoute] = []
    for name in PARTS:
        found += import_module(f"clustergraph.server.{name}").routes(site)
    return found


def _fault(site: Site) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def answer(request: Request, error: Exception) -> Response:
        return faults.answer(site, request, error)

    return answer
