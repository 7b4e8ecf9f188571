"""Signing in for writing: a token once, then a cookie that this site alone gets; and the mark in each form that shows it is ours."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph.server.rendering import page
from clustergraph.server.site import Site
from clustergraph.server.visit import Visit

COOKIE = "clustergraph_session"
FIELD = "csrf"
HEADER = "x-csrf-token"
_SECONDS = 8 * 3600
_PAUSE = 0.5  # seconds that a wrong token costs

Writer = Callable[[Visit, FormData], Response]


def routes(site: Site) -> list[BaseRoute]:
    """Signing in and out, where anything can be written."""
    if not site.writable:
        return []

    def form(request: Request) -> Response:
        return _page(Visit(site, request), wrong=False)

    async def sign_in(request: Request) -> Response:
        visit, given = Visit(site, request), await request.form()
        if not site.is_token(str(given.get("token", "")).strip()):
            await run_in_threadpool(time.sleep, _PAUSE)
            return _page(visit, wrong=True)
        answer = RedirectResponse(_within(visit, str(given.get("next", ""))), 303)
        answer.set_cookie(
            COOKIE, _signed(site), max_age=_SECONDS, path=site.prefix or "/", httponly=True, samesite="strict", secure=request.url.scheme == "https"
        )
        return answer

    def leave(visit: Visit, _form: FormData) -> Response:
        answer = RedirectResponse(visit.url("/"), 303)
        answer.delete_cookie(COOKIE, path=site.prefix or "/")
        return answer

    return [
        Route("/login", form, methods=["GET"]),
        Route("/login", sign_in, methods=["POST"]),
        Route("/logout", writing(site, leave), methods=["POST"]),
    ]


def writing(site: Site, handler: Writer) -> Callable[[Request], Awaitable[Response]]:
    """A handler that writes, as an endpoint: for who has signed in (else the form to do so), with the mark of our own form (else 403)."""

    async def answer(request: Request) -> Response:
        if not site.writable:
            raise HTTPException(403, "nothing can be written here")
        visit = Visit(site, request)
        if not signed_in(visit):
            if "html" not in request.headers.get("accept", ""):
                raise HTTPException(403, "sign in first")
            return RedirectResponse(visit.url("/login"), 303)
        form = await request.form()
        given = request.headers.get(HEADER) or str(form.get(FIELD, ""))
        if not hmac.compare_digest(given.encode(), mark(visit).encode()):
            raise HTTPException(403, "the form is not of this session")
        return await run_in_threadpool(handler, visit, form)

    return answer


def signed_in(visit: Visit) -> bool:
    """Whether the visitor has given the token and the session has not ended."""
    value = visit.request.cookies.get(COOKIE, "")
    told, _, seal = value.rpartition(".")
    until = told.partition(".")[0]
    return visit.site.writable and hmac.compare_digest(seal, _seal(visit.site, told)) and until.isdecimal() and int(until) > time.time()


def mark(visit: Visit) -> str:
    """What a form of this session carries in the field ``csrf`` (or a script in the header ``X-CSRF-Token``); empty for who has not signed in."""
    return _seal(visit.site, f"form {visit.request.cookies.get(COOKIE, '')}") if signed_in(visit) else ""


def _signed(site: Site) -> str:
    told = f"{int(time.time()) + _SECONDS}.{secrets.token_urlsafe(16)}"
    return f"{told}.{_seal(site, told)}"


def _seal(site: Site, told: str) -> str:
    return hmac.new(site.key, told.encode(), hashlib.sha256).hexdigest()


def _within(visit: Visit, address: str) -> str:
    """Where to go after signing in: an address of this site, never another one."""
    path = address.split("?")[0]
    return address if path.startswith(f"{visit.site.prefix}/") and not address.startswith(("//", "/\\")) and "\\" not in address else visit.url("/")


def _page(visit: Visit, wrong: bool) -> Response:
    found = page(visit, "login.html", 403 if wrong else 200, wrong=wrong, next=visit.asked("next"))
    found.headers["Cache-Control"] = "no-store"
    return found
