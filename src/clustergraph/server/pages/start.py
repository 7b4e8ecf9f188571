"""``/``: search, what is new, what is missing, the last meetings, and how far the reading reaches."""

from __future__ import annotations

from collections import Counter
from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from clustergraph.queries import run
from clustergraph.server.contacts import masked
from clustergraph.server.grid import grid
from clustergraph.server.pages.changes import recent
from clustergraph.server.rendering import kept, text
from clustergraph.server.site import Site
from clustergraph.server.views import View
from clustergraph.server.visit import Visit, endpoint

_ROWS = 6  # of each list


def routes(site: Site) -> list[BaseRoute]:
    """The start page alone."""
    return [Route("/", endpoint(site, start))]


def start(visit: Visit) -> Response:
    """Search, and what there is to see."""
    return kept(visit, "html", lambda: _page(visit))


def _page(visit: Visit) -> str:
    view = visit.view
    gaps = [row for row in _rows(visit, "gaps") if row["kind"] == "no_reference"]
    vacant = _rows(visit, "vacancies")
    meetings = sorted(_rows(visit, "meetings"), key=lambda row: row["date"] or "", reverse=True)
    kinds = Counter(actor.kind for actor in view.actors.by_id.values())
    return text(
        visit, "start.html", documents=view.once("documents", lambda: _documents(view))[:_ROWS], kinds=kinds, since=recent(visit),
        gaps=grid(visit, visit.say("start.gaps"), ("forum", "cluster", "last_to", "requested_to"), gaps[:_ROWS]), gap_count=len(gaps),
        vacant=grid(visit, visit.say("start.vacant"), ("seat", "forum", "cluster"), vacant[:_ROWS]), vacant_count=len(vacant),
        meetings=grid(visit, visit.say("start.meetings"), ("date", "forum", "place"), meetings[:_ROWS]), meeting_count=len(meetings),
        quality=view.once("quality", lambda: _quality(view)),
    )  # fmt: skip


def _rows(visit: Visit, name: str) -> list[dict[str, Any]]:
    return list(visit.view.report(name, as_of=visit.as_of, lang=visit.lang).rows)


def _documents(view: View) -> list[dict[str, Any]]:
    """The documents, the newest first: id, title, day, day on which it became known, forum."""
    rows: dict[str, dict[str, Any]] = {}
    for row in run(view.store, "documents").dicts():
        rows.setdefault(str(row["document"]), dict(row))
    found = [
        {**row, "title": masked(str(row["title"])) if row["title"] else None, "forum_name": view.actors.label(row["forum"])} for row in rows.values()
    ]
    return sorted(found, key=lambda row: (str(row["recorded"] or ""), str(row["date"] or "")), reverse=True)


def _quality(view: View) -> dict[str, int]:
    """How many documents and claims there are, how many claims a person has judged, how many were read with doubt, how many contradict."""
    claims, unsure = run(view.store, _CLAIMS).rows[0]
    judged = len({row[0] for row in run(view.store, "verdicts")})
    return {
        "documents": len(view.pool.settings), "claims": int(claims or 0), "unsure": int(unsure or 0), "judged": judged,
        "contradictions": len(view.facts("contradictions")),
    }  # fmt: skip


_CLAIMS = """SELECT (COUNT(?claim) AS ?claims) (SUM(IF(COALESCE(?confidence, 1) < 0.7, 1, 0)) AS ?unsure) WHERE {
  ?claim a cg:Claim .
  OPTIONAL { ?claim cg:confidence ?confidence }
  FILTER NOT EXISTS { ?claim cg:recordedUntil ?closed }
}"""
