"""``/page/{type}/{slug}``: one person, organisation, forum, cluster, meeting or initiative; with ``.csv`` and ``.json`` its facts for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph import reports
from clustergraph.queries.actors import Actor
from clustergraph.reports.result import Row
from clustergraph.server import drawing, entities
from clustergraph.server.grid import grid
from clustergraph.server.linked import PAGES
from clustergraph.server.pages import fact
from clustergraph.server.rendering import kept, text
from clustergraph.server.site import Site
from clustergraph.server.visit import Missing, Visit, endpoint

_SHOWN = 50  # rows of a section; the report has all
_NAME = re.compile(r"[A-Za-z0-9_\-]+/[A-Za-z0-9_\-]+")
_FORMS = {"csv": "text/csv", "json": "application/json"}


def routes(site: Site) -> list[BaseRoute]:
    """One address for all kinds."""
    return [Route("/page/{type}/{slug:path}", endpoint(site, entity))]


def entity(visit: Visit) -> Response:
    """The page of an entity, or its facts as CSV or JSON."""
    kind, slug = visit.request.path_params["type"], visit.request.path_params["slug"]
    if kind == "document":
        return RedirectResponse(visit.url(f"/document/{slug}"), 303)
    name, _, form = slug.rpartition(".")
    if name and form in _FORMS:
        slug = name
    else:
        form = "html"
    iri = f"{visit.site.project.settings.base}id/{kind}/{slug}"
    if iri in visit.view.redirects:
        return RedirectResponse(visit.entity(visit.view.redirects[iri]) or visit.url("/"), 301)
    if kind == "meeting":
        return kept(visit, form, lambda: _meeting(visit, iri, form), _FORMS.get(form, "text/html"))
    actor = visit.view.actors.get(iri)
    if actor is None and kind not in PAGES and form == "html" and _NAME.fullmatch(f"{kind}/{slug}"):
        return kept(visit, form, lambda: fact.page(visit, iri, kind))
    if actor is None or actor.kind != kind:
        raise Missing(visit.say("fault.entity"))
    return kept(visit, form, lambda: _made(visit, actor, form), _FORMS.get(form, "text/html"))


def _made(visit: Visit, actor: Actor, form: str) -> str:
    if form in ("csv", "json"):
        return reports.render(visit.view.show(actor.id, as_of=visit.as_of, lang=visit.lang), form, visit.lang)
    shown = entities.portrait(visit, actor)
    history = visit.view.timeline(actor.id, as_of=visit.as_of, lang=visit.lang).rows
    return text(
        visit, "entity.html", heading=reports.dates_within(actor.label, visit.lang), kind=actor.kind, iri=actor.id,
        about=_about(visit, actor, shown.titles), aliases=sorted(set(actor.aliases)), sections=_sections(visit, shown), own=shown.own,
        small=drawing.small(actor.label, actor.kind, shown.references), timeline=[row for row in history if row["day"]],
        slug=actor.id.partition("/id/")[2],
    )  # fmt: skip


def _about(visit: Visit, actor: Actor, titles: Sequence[Row]) -> list[tuple[str, str | None]]:
    """What it is, in pieces of a line with their addresses."""
    actors = visit.view.actors
    pieces: list[tuple[str, str | None]] = [(reports.word(actor.type or actor.kind, visit.lang), None)] if actor.kind != "person" else []
    for row in titles:
        pieces += [(str(row["capacity"]), None)] if row["capacity"] else []
        pieces += [(row["forum"], visit.entity(row["forum_id"]))] if row["forum"] else []
    for iri in dict.fromkeys((actor.of, actors.cluster_of(actor.id), actors.region_of(actor.id))):
        if iri and iri != actor.id:
            pieces.append((actors.label(iri) or "", visit.entity(iri)))
    if actor.status:
        pieces.append((reports.word(actor.status, visit.lang), None))
    return pieces


def _sections(visit: Visit, shown: entities.Portrait) -> list[dict[str, Any]]:
    found = []
    for section in shown.sections:
        heading = visit.say(f"entity.{section.key}")
        more = len(section.rows) - _SHOWN
        options = {name: value.partition("/id/")[2] or value for name, value in section.options.items()}
        found.append({
            "key": section.key, "heading": heading, "count": len(section.rows), "more": max(0, more),
            "grid": grid(visit, heading, section.columns, section.rows[:_SHOWN]),
            "report": visit.url(f"/report/{section.report}", **options) if section.report else None,
        })  # fmt: skip
    return found


def _meeting(visit: Visit, iri: str, form: str) -> str:
    found = entities.meeting(visit, iri)
    if found is None:
        raise Missing(visit.say("fault.entity"))
    head, shown = found
    if form == "json":
        return json.dumps({"meeting": head, **{section.key: list(section.rows) for section in shown.sections}}, ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        result = visit.view.near("attendance", iri, as_of=visit.as_of, lang=visit.lang)
        return reports.render(result, "csv", visit.lang)
    heading = head["meeting"] or visit.say("kind.meeting")
    return text(
        visit, "entity.html", heading=heading, kind="meeting", iri=iri, about=_of_meeting(visit, head), aliases=[],
        sections=_sections(visit, shown), own=shown.own, small=None, timeline=[], slug=iri.partition("/id/")[2],
    )  # fmt: skip


def _of_meeting(visit: Visit, head: Row) -> list[tuple[str, str | None]]:
    pieces: list[tuple[str, str | None]] = [(visit.say("meeting.held" if head["held"] else "meeting.called"), None)]
    if head["date"]:
        pieces.append((reports.date(head["date"], visit.lang), None))
    pieces += [(str(head[name]), None) for name in ("time", "place") if head[name]]
    if head["forum_id"]:
        pieces.append((head["forum"], visit.entity(head["forum_id"])))
    return pieces
