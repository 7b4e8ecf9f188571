"""``/editor/answer``: a question in SPARQL and its answer as a page, for who has no scripts; ``.csv`` is the whole table."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph.errors import StoreError
from clustergraph.graph.stores import Scope
from clustergraph.reports.machine import table
from clustergraph.server.pages.query import linked
from clustergraph.server.rendering import page
from clustergraph.server.site import Site
from clustergraph.server.sparql import operation
from clustergraph.server.sparql.operation import Operation, RefusedError
from clustergraph.server.sparql.pool import BusyError
from clustergraph.server.sparql.protocol import failed
from clustergraph.server.sparql.worker import Question
from clustergraph.server.visit import Visit, endpoint

_ROWS = 500  # of a page; the CSV has all
_FORMS = {"select": "rows", "ask": "json", "construct": "ttl", "describe": "ttl"}


def routes(site: Site) -> list[BaseRoute]:
    """The page and the table."""
    return [Route("/editor/answer", endpoint(site, answer)), Route("/editor/answer.csv", endpoint(site, as_table))]


def answer(visit: Visit) -> Response:
    """The answer in words, or what is wrong with the question and where."""
    asked = visit.request.query_params.get("query", "")
    if not asked.strip():
        return RedirectResponse(visit.url("/editor"), 303)
    told: dict[str, Any] = {"columns": (), "rows": [], "count": 0, "yes": None, "triples": "", "wrong": "", "line": None, "column": None}
    status = 200
    try:
        told |= _told(visit, asked)
    except RefusedError as error:
        told |= {"wrong": error.reason, "line": error.line, "column": error.column}
        status = error.status
    return page(visit, "answer.html", status, asked=asked, **told)


def _told(visit: Visit, asked: str) -> dict[str, Any]:
    kind, body = _reply(visit, asked)
    if kind == "select":
        found = json.loads(body)
        rows = [[linked(visit, value) for value in row] for row in found["rows"][:_ROWS]]
        return {"columns": found["columns"], "rows": rows, "count": len(found["rows"])}
    if kind == "ask":
        return {"yes": json.loads(body)["boolean"]}
    return {"triples": body.decode()}


def as_table(visit: Visit) -> Response:
    """All rows of a SELECT."""
    try:
        kind, body = _reply(visit, visit.request.query_params.get("query", ""))
    except RefusedError as error:
        raise StoreError(error.reason) from error
    found = json.loads(body) if kind == "select" else {"columns": [], "rows": []}
    return Response(table(found["columns"], found["rows"]), media_type="text/csv", headers={"Cache-Control": "no-cache"})


def _reply(visit: Visit, asked: str) -> tuple[str, bytes]:
    """The kind of a question and its answer, by the workers and within the limits of the endpoint."""
    one = Operation(asked)
    operation.check(one)
    limits = visit.site.limits
    scope = Scope(base=str(visit.request.url.replace(query="", fragment="")), union=not one.chooses, rows=limits.rows)
    try:
        reply = visit.site.workers.ask(visit.view, Question(asked, _FORMS[one.kind], limits.seconds, scope))
    except BusyError as error:
        raise RefusedError(503, visit.say("query.busy")) from error
    if reply.state != "answer":
        raise failed(visit.site, reply)
    return one.kind, reply.body
