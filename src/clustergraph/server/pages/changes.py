"""``/changes``: what has changed between two days; ``/changes.atom`` the same as a feed, ``.csv`` and ``.json`` for programs."""

from __future__ import annotations

import datetime
from itertools import groupby
from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from clustergraph import reports
from clustergraph.reports import ReportResult
from clustergraph.reports.feed import line
from clustergraph.server.pages.report import Filters, fields, options
from clustergraph.server.rendering import kept, text
from clustergraph.server.site import Site
from clustergraph.server.visit import Visit, endpoint

_FORMS = {"csv": "text/csv", "json": "application/json", "atom": "application/atom+xml"}
_BACK = 365  # days before the last one from which changes are shown where no day is given
_ROWS = 200  # of a page
_FILTERS = Filters()


def routes(site: Site) -> list[BaseRoute]:
    """The page and its forms for programs."""
    return [Route("/changes", endpoint(site, changes)), Route("/changes.{form}", endpoint(site, changes))]


def changes(visit: Visit) -> Response:
    """What has changed."""
    form = visit.request.path_params.get("form", "html")
    if form in _FORMS:
        return kept(visit, form, lambda: reports.render(_asked(visit, _given(visit)), form, visit.lang), _FORMS[form])
    return kept(visit, "html", lambda: _page(visit, _given(visit)))


def recent(visit: Visit) -> dict[str, Any]:
    """The options for what changed in the last year that the documents tell of."""
    last = visit.as_of or visit.view.pool.latest[0]
    if not last:
        return {}
    return {"from": (datetime.date.fromisoformat(f"{last}-12-31"[:10]) - datetime.timedelta(days=_BACK)).isoformat()}


def _given(visit: Visit) -> dict[str, Any]:
    found = options(visit, _FILTERS)
    found |= {name: visit.asked(name) for name in ("from", "to", "axis", "since_last_meeting") if visit.asked(name)}
    if visit.as_of and "to" not in found:
        found["to"] = visit.as_of
    return found if "from" in found or "since_last_meeting" in found else {**recent(visit), **found}


def _asked(visit: Visit, given: dict[str, Any]) -> ReportResult:
    return visit.view.report("changes", lang=visit.lang, **given)


def _page(visit: Visit, given: dict[str, Any]) -> str:
    result = _asked(visit, given)
    rows = sorted(result.rows, key=lambda row: row["day"] or "", reverse=True)
    pages = max(1, -(-len(rows) // _ROWS))
    number = min(visit.page, pages)
    here = rows[(number - 1) * _ROWS : number * _ROWS]
    days = [
        (day, [{"text": line(row, visit.lang), "row": row, "href": visit.entity(_subject(visit, row))} for row in found])
        for day, found in groupby(here, key=lambda row: row["day"])
    ]
    return text(
        visit, "changes.html", result=result, days=days, given=given, form=fields(visit, _FILTERS, given), number=number, pages=pages, count=len(rows)
    )


def _subject(visit: Visit, row: dict[str, Any]) -> str | None:
    """The entity that a change is about: the one that is named first in its line."""
    label = visit.view.actors.label
    return next((iri for iri in row["about_ids"] if label(iri) == row["what"]), next(iter(row["about_ids"]), None))
