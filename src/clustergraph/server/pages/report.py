"""``/report``: the questions; ``/report/{name}`` one of them with filters, order and pages, with ``.csv`` or ``.json`` for programs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from clustergraph import reports
from clustergraph.reports import ReportResult, cells
from clustergraph.reports.cells import flat, folded
from clustergraph.reports.words import dates_within
from clustergraph.server import sorting
from clustergraph.server.grid import Heading, grid, ordered
from clustergraph.server.rendering import kept, text
from clustergraph.server.site import Site
from clustergraph.server.visit import Missing, Visit, endpoint, several

ROWS = 100  # of a page
_NAMED = 4  # of those that words mean
_MEANT = {"forum": ("forum", "cluster"), "person": ("person",), "organisation": ("organisation", "forum", "cluster")}
_FORMS = {"csv": "text/csv", "json": "application/json"}
_BODIES = ("forum", "cluster", "region")
_REFERENCE = ("in_force", "lapsed", "former", "requested", "proposed", "approved", "denied", "unclear")
_CAPACITY = ("chair", "vice_chair", "member", "deputy", "secretary", "representative", "observer", "invited", "presenter")
_GROUPS = (
    ("group.references", ("references", "gaps", "forums", "succession", "clusters")),
    ("group.people", ("roster", "vacancies", "roles", "tenures", "interlocks", "attendance", "coverage", "names")),
    ("group.matters", ("initiatives", "money", "decisions", "cases", "joined", "meetings", "deadlines", "events")),
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What one report can be narrowed by: free words, and words of a scheme for ``status``, ``kind`` and ``capacity``."""

    words: tuple[str, ...] = _BODIES
    schemes: tuple[tuple[str, tuple[str, ...]], ...] = ()


_PEOPLE = Filters((*_BODIES, "person", "organisation"), (("capacity", _CAPACITY),))
FILTERS: dict[str, Filters] = {
    "references": Filters(schemes=(("status", _REFERENCE), ("kind", (
        "reports_to", "subgroup_of", "set_up_by", "anchored_in", "secretariat_by", "represented_in", "may_refer_matters_to", "successor_of",
    )))),
    "gaps": Filters(schemes=(("kind", ("no_reference", "two_masters", "circle", "chain")),)),
    "forums": Filters(schemes=(("status", ("active", "temporary", "planned", "abolished", "paused")),)),
    "roles": _PEOPLE, "roster": _PEOPLE, "tenures": _PEOPLE,
    "attendance": Filters((*_BODIES, "person"), (("status", ("present", "apologies")), ("capacity", _CAPACITY))),
    "initiatives": Filters((*_BODIES, "person", "case"), (("status", ("active", "planned", "paused", "completed", "stopped", "proposed")),)),
    "decisions": Filters(schemes=(("status", ("approved", "denied", "noted", "discussed")),)),
    "cases": Filters((*_BODIES, "case")),
    "money": Filters((*_BODIES, "case"), (("status", ("allocated", "granted", "requested", "expected", "spent", "conditional", "announced")),)),
    "joined": Filters((*_BODIES, "case")),
    "interlocks": Filters((*_BODIES, "person")), "names": Filters((*_BODIES, "person")),
    "coverage": Filters(schemes=(("status", ("coverage_full", "open_seats", "too_many", "no_seats_known")),)),
}  # fmt: skip
"""Report → what it can be narrowed by; the others by forum, cluster and region."""


def routes(site: Site) -> list[BaseRoute]:
    """The list and the reports."""
    return [Route("/report", endpoint(site, listed)), Route("/report/{name}", endpoint(site, report))]


def listed(visit: Visit) -> Response:
    """The questions that can be asked by name."""
    told = {name for _, names in _GROUPS for name in names} | {"changes"}
    rest = ("group.checks", tuple(name for name in reports.REPORTS if name not in told))
    groups = [(visit.say(key), [(name, reports.REPORTS[name].question(visit.lang)) for name in names]) for key, names in (*_GROUPS, rest)]
    return kept(visit, "html", lambda: text(visit, "reports.html", groups=groups))


def report(visit: Visit) -> Response:
    """One question and its answer."""
    name, _, form = visit.request.path_params["name"].partition(".")
    if name not in reports.REPORTS or (form and form not in _FORMS):
        raise Missing(visit.say("fault.report"))
    if name == "changes":
        raise Missing(visit.say("fault.report"))
    given = options(visit, FILTERS.get(name, Filters()))
    if form:
        answer = kept(visit, form, lambda: reports.render(_ordered(visit, _asked(visit, name, given)), form, visit.lang), _FORMS[form])
        if form == "csv":
            answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer
    return kept(visit, "html", lambda: _page(visit, name, given))


def options(visit: Visit, filters: Filters) -> dict[str, Any]:
    """What the address narrows a report by; the address of an entity (``forum/…``) becomes its IRI."""
    found = several(visit, [*filters.words, *(scheme for scheme, _ in filters.schemes)])
    for name in filters.words:
        value = found.get(name)
        if isinstance(value, tuple):
            value = found[name] = value[-1]
        if value and visit.view.actors.get(iri := f"{visit.site.project.settings.base}id/{value}"):
            found[name] = iri
    return found


def _asked(visit: Visit, name: str, given: dict[str, Any]) -> ReportResult:
    return visit.view.report(name, as_of=visit.as_of, lang=visit.lang, **given)


def _ordered(visit: Visit, result: ReportResult) -> ReportResult:
    by = visit.asked("sort")
    return replace(result, rows=ordered(result.rows, by)) if by.removeprefix("-") in result.columns else result


def _page(visit: Visit, name: str, given: dict[str, Any]) -> str:
    found = _asked(visit, name, given)
    result = _ordered(visit, replace(found, rows=flat(folded(found.rows))))
    pages = max(1, -(-len(result.rows) // ROWS))
    number = min(visit.page, pages)
    rows = result.rows[(number - 1) * ROWS : number * ROWS]
    return text(
        visit, "report.html", name=name, result=result, form=fields(visit, FILTERS.get(name, Filters()), given), number=number, pages=pages,
        grid=grid(visit, result.question, result.columns, rows, _headings(visit, result)), notes=_notes(visit, result),
        documents=len({document for row in result.rows for document in row.get("documents", ())}),
    )  # fmt: skip


def _headings(visit: Visit, result: ReportResult) -> list[Heading]:
    now, found = visit.asked("sort"), []
    columns = [name for name in result.columns if any(cells.cell(row, name, visit.lang) != "–" for row in result.rows)]
    for name in columns or result.columns:
        order = "ascending" if now == name else "descending" if now == f"-{name}" else None
        to = f"-{name}" if now == name else None if now == f"-{name}" else name
        sortable = any(row.get(name) is not None for row in result.rows)
        found.append(Heading(name, reports.column(name, visit.lang), visit.same(sort=to, page=None) if sortable else None, order))
    return found


def _notes(visit: Visit, result: ReportResult) -> list[str]:
    """Why an answer may be empty, and what was asked for that nothing is called."""
    found = [visit.say("report.no_match", text=note.partition(":")[2]) for note in result.notes if note.startswith("no_")]
    if not result.rows:
        found += [visit.say("report.silent")]
        found += [visit.say("report.early", day=reports.date(visit.as_of, visit.lang))] if visit.as_of else []
        found += [visit.say("report.unknown", day=reports.date(visit.known_at, visit.lang))] if visit.known_at else []
    return found


def fields(visit: Visit, filters: Filters, given: dict[str, Any]) -> list[dict[str, Any]]:
    """The filters as fields of a form: a choice where there are few, a box for words where there are many."""
    found: list[dict[str, Any]] = []
    for name in filters.words:
        value, choices = given.get(name), _choices(visit, name)
        actor = visit.view.actors.get(value)
        chosen = value.partition("/id/")[2] if value and actor else value or ""
        if choices is not None and chosen and chosen not in {choice for choice, _ in choices}:
            choices = [*choices, (chosen, actor.label if actor else chosen)]
        found.append({"name": name, "value": chosen, "choices": choices, "means": _meant(visit, name, value) if choices is None else []})
    for name, terms in filters.schemes:
        value = given.get(name) or ()
        chosen = (value,) if isinstance(value, str) else value
        found.append({"name": name, "chosen": chosen, "terms": [(term, reports.word(term, visit.lang)) for term in terms]})
    return found


def _meant(visit: Visit, name: str, value: str | None) -> list[tuple[str, str, bool]]:
    """Whom the words of a filter mean, and who is called alike: names, the address that asks for that one alone, and whether it is meant."""
    kinds = _MEANT.get(name)
    if not value or kinds is None:
        return []
    found = visit.view.actors.find(value, kinds)[:_NAMED]
    alike = [hit.actor for hit in visit.view.finder.names.find(value, _NAMED)[0] if hit.actor.kind in kinds and hit.actor not in found]
    return [
        (dates_within(actor.label, visit.lang), visit.same(**{name: actor.id.partition("/id/")[2], "page": None}), actor in found)
        for actor in (*found, *alike)
    ]


def _choices(visit: Visit, name: str) -> list[tuple[str, str]] | None:
    """The clusters or regions that there are, with the region behind a cluster's name; None where words are asked for."""
    if name not in ("cluster", "region"):
        return None
    return visit.view.once(("choices", name), lambda: _listed(visit, name))


def _listed(visit: Visit, name: str) -> list[tuple[str, str]]:
    actors, found = visit.view.actors, []
    for actor in actors.by_id.values():
        if actor.kind == "cluster" if name == "cluster" else actor.type == "region":
            region = actors.label(actors.region_of(actor.id)) if name == "cluster" else None
            found.append((actor.id.partition("/id/")[2], f"{actor.label} ({region})" if region else actor.label))
    return sorted(found, key=lambda pair: sorting.key(pair[1]))
