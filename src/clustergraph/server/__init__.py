"""The pages, the endpoint and the API of a project, as one ASGI application. Starlette is imported only when they are served."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from clustergraph.server.site import Site

__all__ = ["application", "serve"]


def application(site: Site) -> ASGIApp:
    """The application of a site: all routes behind the checks of host, path prefix and origin."""
    from clustergraph.server import app

    return app.application(site)


def serve(site: Site, host: str, port: int) -> None:
    """Serve a site in this process until it is stopped."""
    from clustergraph.server import running

    running.serve(site, host, port)
