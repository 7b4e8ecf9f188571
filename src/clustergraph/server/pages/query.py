"""``/query``: the saved queries; ``/query/{name}`` one of them as a form with its parameters; with ``.csv`` or ``.json`` its rows for programs."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from clustergraph import queries
from clustergraph.errors import UsageError
from clustergraph.queries import Rows
from clustergraph.queries.saved import Saved
from clustergraph.reports.machine import table
from clustergraph.server import questions
from clustergraph.server.contacts import masked
from clustergraph.server.rendering import kept, text
from clustergraph.server.site import Site
from clustergraph.server.visit import Missing, Visit, endpoint

ROWS = 100  # of a page
_FORMS = {"csv": "text/csv", "json": "application/json"}
_KINDS = {"date": "date", "integer": "number"}


def routes(site: Site) -> list[BaseRoute]:
    """The list and the queries."""
    return [Route("/query", endpoint(site, listed)), Route("/query/{name}", endpoint(site, query))]


def listed(visit: Visit) -> Response:
    """The saved queries with their questions."""
    return kept(visit, "html", lambda: text(visit, "queries.html", saved=[(one.name, one.question(visit.lang)) for one in queries.names()]))


def query(visit: Visit) -> Response:
    """One saved query and its rows."""
    name, _, form = visit.request.path_params["name"].partition(".")
    try:
        saved = queries.get(name)
    except UsageError as error:
        raise Missing(visit.say("fault.query")) from error
    if form and form not in _FORMS:
        raise Missing(visit.say("fault.query"))
    given = {one.name: visit.asked(one.name) for one in saved.parameters if visit.asked(one.name)}
    if visit.as_of and any(one.name == "as_of" for one in saved.parameters):
        given["as_of"] = visit.as_of
    if form:
        answer = kept(visit, form, lambda: _for_programs(visit, saved, questions.rows(visit, saved, given), form), _FORMS[form])
        if form == "csv":
            answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer
    return kept(visit, "html", lambda: _page(visit, saved, given))


def _page(visit: Visit, saved: Saved, given: dict[str, str]) -> str:
    missing = [one.name for one in saved.parameters if one.default is None and one.name not in given]
    told, rows = None, None
    if not missing:
        try:
            rows = questions.rows(visit, saved, given)
        except UsageError as error:
            told = str(error)
    pages = max(1, -(-len(rows or ()) // ROWS))
    number = min(visit.page, pages)
    shown = [[linked(visit, value) for value in row] for row in (rows.rows if rows else ())[(number - 1) * ROWS : number * ROWS]]
    fields = [
        {"name": one.name, "kind": _KINDS.get(one.type, "text"), "type": one.type, "about": visit.say(f"query.of.{saved.name}.{one.name}"),
         "value": given.get(one.name, ""),
         "default": one.default, "needed": one.default is None}
        for one in saved.parameters if one.name != "as_of"
    ]  # fmt: skip
    return text(
        visit,
        "query.html",
        saved=saved,
        fields=fields,
        rows=rows,
        shown=shown,
        number=number,
        pages=pages,
        told=told,
        begun=bool(given) or not missing,
    )


def linked(visit: Visit, value: Any) -> tuple[str, str | None]:
    """A value in words, and the page it leads to."""
    if value is None:
        return "–", None
    words, base = masked(str(value)) if "/id/" not in str(value) else str(value), visit.site.project.settings.base
    if words.startswith(f"{base}id/") and words in visit.view.actors.by_id:
        return visit.view.actors.label(words) or words, visit.entity(words)
    return words.removeprefix(f"{base}id/").removeprefix(f"{base}ns#"), None


def _for_programs(visit: Visit, saved: Saved, rows: Rows, form: str) -> str:
    if form == "json":
        return json.dumps({"question": saved.question(visit.lang), "rows": rows.dicts()}, ensure_ascii=False, indent=1) + "\n"
    return table(rows.columns, rows)
