"""The access log: what kind of page, when, how it went and how long it took. No query, no name, no address of a visitor."""

from __future__ import annotations

import logging
import re
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger("clustergraph.access")
_NAMED = re.compile(r"/(page|id|data|document|api/entity|api/evidence)/.*")


class Logged:
    """Writes a line for each request to the logger ``clustergraph.access``."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and tell of it when it has been answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 500

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, told)
        finally:
            _LOG.info("%s %s %d %d ms", scope["method"], without_names(scope["path"]), status, (time.perf_counter() - begun) * 1000)


def without_names(path: str) -> str:
    """A path without what names a person, a body or a document, and on one line."""
    return _NAMED.sub(lambda match: f"/{match[1]}/…", "".join(sign if sign.isprintable() else "?" for sign in path))[:200]
