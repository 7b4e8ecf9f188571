"""What is checked before a page sees a request, and what every answer says of itself to the browser."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clustergraph.server.site import LOOPBACK, Site

POLICY = "; ".join((
    "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'", "object-src 'none'",
    "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
OPEN = ("/sparql", "/graph", "/api", "/id", "/data", "/reconcile", "/.well-known", "/catalog")
"""What other sites may read in a visitor's browser, and where a POST is a question that changes nothing."""
_ASKED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "86400",
}


class Guarded:
    """Refuses a foreign host (421), a writing request from elsewhere (403) and a body that is too large (413); knows the path prefix."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site
        self._hosts = {host.casefold() for host in (*LOOPBACK, *site.hosts)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is refused; pass the rest on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = self._below(scope)
        path, headers = scope["path"].removeprefix(scope["root_path"]), Headers(scope=scope)
        is_open = any(path == one or path.startswith((f"{one}/", f"{one}.")) for one in OPEN)
        refused = self._refused(scope, headers, is_open)
        if refused is None and is_open and scope["method"] == "OPTIONS":
            refused = Response(status_code=204, headers=_ASKED)

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    answered.setdefault(name, value)
                if not self._site.robots:
                    answered["X-Robots-Tag"] = "noindex, nofollow"
                if is_open:
                    answered["Access-Control-Allow-Origin"] = "*"
                    answered["Access-Control-Expose-Headers"] = "ETag, Link, Location, Retry-After"
            await send(message)

        if refused is not None:
            await refused(scope, receive, told)
        else:
            await self._app(scope, self._measured(receive, path), told)

    def _below(self, scope: Scope) -> Scope:
        """The path with its prefix, whether the proxy took it away or not."""
        prefix, path = self._site.prefix, scope["path"]
        if prefix and path != prefix and not path.startswith(f"{prefix}/"):
            path = prefix + path
        return {**scope, "path": path, "root_path": prefix}

    def _refused(self, scope: Scope, headers: Headers, is_open: bool) -> Response | None:
        host = urlsplit(f"//{headers.get('host', '')}")
        if _name(host.netloc) not in self._hosts:
            return PlainTextResponse("421 Misdirected Request: this site is not served under that name.\n", 421)
        length = headers.get("content-length", "0")
        if not re.fullmatch("[0-9]{1,15}", length) or int(length) > self._most(scope["path"]):
            return PlainTextResponse("413 Content Too Large\n", 413)
        if scope["method"] in ("GET", "HEAD", "OPTIONS") or is_open:
            return None
        origin = headers.get("origin")
        foreign = origin is not None and urlsplit(origin).netloc.casefold() != host.netloc.casefold()
        if foreign or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return PlainTextResponse("403 Forbidden: the request came from another site.\n", 403)
        return None

    def _most(self, path: str) -> int:
        limits = self._site.limits
        return limits.upload_mb * 1024 * 1024 if path.removeprefix(self._site.prefix).startswith("/upload") else limits.body_kb * 1024

    def _measured(self, receive: Receive, path: str) -> Receive:
        """What comes in, cut off where it grows beyond the limit without having said so."""
        left = self._most(path)

        async def measured() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            return message if left >= 0 else {"type": "http.disconnect"}

        return measured


def _name(netloc: str) -> str:
    """The host without its port, in small letters."""
    bare = netloc.casefold()
    return bare.rpartition(":")[0] if ":" in bare.rpartition("]")[2] else bare
