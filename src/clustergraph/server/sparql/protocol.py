"""``/sparql``: a query by GET and by POST in its two forms, its answer in the form that the client accepts; without a query what the service is."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph.graph.stores import Scope
from clustergraph.server.site import Site
from clustergraph.server.sparql import description, operation
from clustergraph.server.sparql.negotiation import GRAPHS, Form, choose, weight
from clustergraph.server.sparql.operation import FORMS, Operation, RefusedError
from clustergraph.server.sparql.pool import BusyError
from clustergraph.server.sparql.worker import Question, Reply
from clustergraph.server.visit import Visit

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
_AGAIN = {"Retry-After": "5"}


def routes(site: Site) -> list[BaseRoute]:
    """The endpoint."""

    async def endpoint(request: Request) -> Response:
        try:
            if request.method not in ("GET", "HEAD", "POST"):
                raise RefusedError(405, "a query comes by GET or POST")
            # The content has been measured on its way in, so it may be read whole.
            asked = operation.read(request.method, request.url.query, request.headers.get("content-type", ""), await request.body())
            if asked is None:
                return await run_in_threadpool(_about, site, request)
            return await run_in_threadpool(_answer, site, request, asked)
        except RefusedError as error:
            return refusal(error)

    return [Route("/sparql", endpoint, methods=METHODS)]


def refusal(error: RefusedError, headers: dict[str, str] | None = None) -> Response:
    """Why there is no answer, for programs and people: status, reason, and the place in the text where there is one."""
    told: dict[str, object] = {"status": error.status, "error": error.reason}
    if error.line is not None:
        told |= {"line": error.line, "column": error.column}
    allowed = {"Allow": "GET, HEAD, POST, OPTIONS"} if error.status == 405 else {}
    return JSONResponse(told, error.status, {"Cache-Control": "no-store", **allowed, **(headers or {})})


def _about(site: Site, request: Request) -> Response:
    """The description of the service; a browser is led to where one writes a query."""
    if request.method == "POST":
        raise RefusedError(400, "the parameter query is missing")
    visit, accept = Visit(site, request), request.headers.get("accept")
    if "/editor" in site.navigation and accept and weight("text/html", accept) > weight("text/turtle", accept):
        return RedirectResponse(visit.url("/editor"), 303, {"Vary": "Accept"})
    form, media = _chosen(GRAPHS, accept)
    body = description.write(visit, str(request.url.replace(query="", fragment="")), form.name)
    return Response(body, headers={"Vary": "Accept", "Cache-Control": "no-cache"}, media_type=form.content_type(media))


def _answer(site: Site, request: Request, asked: Operation) -> Response:
    operation.check(asked)
    form, media = _chosen(FORMS[asked.kind], request.headers.get("accept"))
    view = Visit(site, request).view
    scope = Scope(
        base=str(request.url.replace(query="", fragment="")),
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        union=not asked.chooses,
        rows=site.limits.rows,
    )
    try:
        reply = site.workers.ask(view, Question(asked.text, form.name, site.limits.seconds, scope))
    except BusyError:
        return refusal(RefusedError(503, "all who could answer are at work; try again in a few seconds"), _AGAIN)
    if reply.state != "answer":
        raise failed(site, reply)
    return Response(reply.body, headers={"Vary": "Accept", "Cache-Control": "no-cache"}, media_type=form.content_type(media))


def _chosen(forms: Sequence[Form], accept: str | None) -> tuple[Form, str]:
    found = choose(forms, accept)
    if found is None:
        there = ", ".join(form.media for form in forms)
        raise RefusedError(406, f"in none of the forms that are accepted; there are: {there}")
    return found


def failed(site: Site, reply: Reply) -> RefusedError:
    """A query without an answer. A part of an answer is never given: whoever counts its rows would be misled."""
    limits = site.limits
    if reply.state == "malformed":
        return RefusedError(400, reply.reason, reply.line, reply.column)
    if reply.state == "cut":
        return RefusedError(422, f"{reply.reason}; ask for less, or for parts of it with LIMIT and OFFSET")
    if reply.state == "slow":
        return RefusedError(504, f"the query took longer than {limits.seconds:g} seconds and was ended; ask for less")
    if reply.state == "memory":
        return RefusedError(507, f"the query needs more than the {limits.memory_mb} MB that it may have and was ended; ask for less")
    return RefusedError(503, reply.reason)
