"""What is done before the first visitor: the graph is read, and each kind of page is made once, so that nobody waits for what all share."""

from __future__ import annotations

import gc
import logging

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Scope

from clustergraph import reports
from clustergraph.errors import ClustergraphError
from clustergraph.server.addresses import slug_of
from clustergraph.server.site import Site

_LOG = logging.getLogger("clustergraph.server")
_KINDS = ("person", "organisation", "forum", "cluster", "initiative")


async def prepare(app: ASGIApp, site: Site) -> None:
    """Read what pages need and ask for one of each kind; the site counts as ready after it, also where there is no graph yet."""
    try:
        view = await run_in_threadpool(site.view)
        await run_in_threadpool(view.warm)
        for path in _paths(site):
            await _ask(app, site, path)
    except ClustergraphError as error:
        _LOG.warning("nothing could be read beforehand: %s", error)
    except Exception:
        _LOG.exception("nothing more could be read beforehand")  # whoever asks for that page will be told
    finally:
        # What has been read stays as long as the graph: nothing is gained by looking again and again whether it can go.
        gc.collect()
        gc.freeze()
        site.ready.set()


def _paths(site: Site) -> list[str]:
    """The start page, a page of each kind of entity, and all reports: without a filter they are asked for most."""
    actors = site.view().actors.by_id
    some = [next((iri for iri in sorted(actors) if actors[iri].kind == kind), "") for kind in _KINDS]
    pages = [f"/page/{slug}" for iri in some if (slug := slug_of(iri))]
    return ["/", "/search", "/report", "/.well-known/void", *pages, *(f"/report/{name}" for name in reports.REPORTS if name != "changes")]


async def _ask(app: ASGIApp, site: Site, path: str) -> None:
    scope: Scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": site.prefix + path,
        "raw_path": path.encode(), "root_path": site.prefix, "query_string": b"", "headers": [(b"host", b"localhost"), (b"accept", b"*/*")],
        "client": None, "server": ("localhost", 80), "state": {},
    }  # fmt: skip

    async def received() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def sent(_message: Message) -> None:
        return

    await app(scope, received, sent)
