"""What can be asked of the API: each question with its address, its parameters, the form of its answer and what answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from clustergraph import reports
from clustergraph.queries.actors import Actor
from clustergraph.queries.evidence import Quote
from clustergraph.reports import REPORTS, ReportResult
from clustergraph.reports.changes import AXES
from clustergraph.server.api.parameters import Parameter
from clustergraph.server.visit import Missing, Visit

KINDS = ("person", "organisation", "forum", "cluster", "initiative")
Answer = Mapping[str, Any]


class Moved(Exception):
    """What was asked for went into another one; ``path`` is where that stands."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Operation:
    """One question. ``handler`` gets the checked values of the parameters; ``answer`` names a schema."""

    name: str
    path: str
    summary: str
    parameters: tuple[Parameter, ...]
    answer: str
    handler: Callable[[Visit, dict[str, Any]], Answer]


_WORDS = {"type": "string", "maxLength": 200}
_SEVERAL = {"type": "array", "items": {"type": "string", "maxLength": 50}, "maxItems": 20}
_DAY = {"type": "string", "format": "date"}
_SLUG = {"type": "string", "pattern": r"^[A-Za-z0-9_\-]+$", "minLength": 1, "maxLength": 200}
_AS_OF = Parameter("as_of", _DAY, "what held on that day (virkning); the latest document's day where it is not given")
_KNOWN_AT = Parameter("known_at", _DAY, "what was known at the end of that day (registrering); now where it is not given")
_LANG = Parameter(
    "lang", {"type": "string", "enum": ["da", "en"], "default": "da"}, "the language of questions and messages; keys are English always"
)
_OFFSET = Parameter("offset", {"type": "integer", "minimum": 0, "maximum": 1_000_000, "default": 0}, "how many to leave out at the beginning")
_BODIES = (
    Parameter("forum", _WORDS, "a forum, by any of its names or its identifier"),
    Parameter("cluster", _WORDS, "a cluster"),
    Parameter("region", _WORDS, "a region"),
)


def _limit(most: int, usual: int) -> Parameter:
    return Parameter("limit", {"type": "integer", "minimum": 1, "maximum": most, "default": usual}, "how many at most")


# ── answers ───────────────────────────────────────────────────────────────────────────────────────


def search(visit: Visit, given: dict[str, Any]) -> Answer:
    """Names in any spelling, and sentences."""
    finder, words, most = visit.view.finder, given["q"], given["limit"]
    hits, count = finder.names.find(words, most + given["offset"], given.get("kind"))
    quotes, said = finder.sentences.find(words, most) if len(words) > 1 and "kind" not in given else ([], 0)
    return {
        "words": words,
        "total": count,
        "names": [
            {
                "id": hit.actor.id, "kind": hit.actor.kind, "name": hit.actor.label, "type": hit.actor.type, "written": hit.written,
                "address": visit.url(f"/api/entity/{slug(hit.actor.id)}"), "belongs_to": belongs_to(visit, hit.actor),
            }
            for hit in hits[given["offset"] :]
        ],
        "sentences_total": said,
        "sentences": [_place(quote) for quote, _ in quotes],
    }  # fmt: skip


def entity(visit: Visit, given: dict[str, Any]) -> Answer:
    """What one entity is, and a row for each thing known of it on the day."""
    iri = address(visit, given)
    actor = visit.view.actors.get(iri)
    if actor is None:
        raise Missing(f"{given['kind']}/{given['slug']}: nobody and nothing is called so")
    result = visit.view.show(iri, as_of=given.get("as_of"), lang=given["lang"])
    return {
        "id": actor.id, "kind": actor.kind, "name": actor.label, "names": list(actor.names), "type": actor.type, "status": actor.status,
        "valid_from": actor.valid_from, "valid_until": actor.valid_until, "belongs_to": belongs_to(visit, actor),
        "page": visit.url(f"/page/{slug(actor.id)}"), "data": visit.url(f"/data/{slug(actor.id)}"), **_told(result, given, question=False),
    }  # fmt: skip


def report(visit: Visit, given: dict[str, Any]) -> Answer:
    """One report by name."""
    asked = {name: value for name, value in given.items() if name not in ("name", "limit", "offset", "known_at")}
    return _told(visit.view.report(given["name"], **asked), given)


def changes(visit: Visit, given: dict[str, Any]) -> Answer:
    """What changed between two days; nothing where the first comes after the last."""
    until = given.get("to") or given.get("known_at" if given.get("axis") == AXES[1] else "as_of") or "9999"
    if given.get("from", "") > until[:10]:
        return {"question": REPORTS["changes"].question(given["lang"]), "as_of": None, "known_at": visit.view.known_at, "total": 0, "rows": []}
    return report(visit, {**given, "name": "changes"})


def listed(visit: Visit, given: dict[str, Any]) -> Answer:
    """The reports there are."""
    told = [
        {"name": one.name, "question": one.question(given["lang"]), "columns": list(one.columns), "address": visit.url(f"/api/report/{one.name}")}
        for one in REPORTS.values()
    ]
    return {"reports": told}


def sentences(visit: Visit, given: dict[str, Any]) -> Answer:
    """The sentences behind a fact, a claim or an entity."""
    iri, view = address(visit, given), visit.view
    facts = [str(row[0].value) for row in view.store.select(f"SELECT ?fact WHERE {{ <{iri}> cg:about ?fact }}") if row[0] is not None]
    if not facts and not view.store.query(f"ASK {{ <{iri}> ?property ?value }}"):
        raise Missing(f"{given['kind']}/{given['slug']}: there is no fact, claim or entity of that name")
    found = [quote for quotes in view.pool.evidence(sorted(facts) or [iri], view.moment).values() for quote in quotes]
    if facts:
        found = [quote for quote in found if quote.claim == iri]
    rows = [_told_around(visit, quote, given["context"]) for quote in found[given["offset"] :][: given["limit"]]]
    return {"id": iri, "known_at": view.known_at, "total": len(found), "rows": rows}


# ── parts of answers ──────────────────────────────────────────────────────────────────────────────


def address(visit: Visit, given: Mapping[str, Any]) -> str:
    """The identifier in the graph; raises :class:`Moved` where it went into another one."""
    iri = f"{visit.site.project.settings.base}id/{given['kind']}/{given['slug']}"
    now = visit.view.redirects.get(iri)
    if now is not None:
        path = visit.request.url.path.removeprefix(visit.site.prefix).removesuffix(f"/{given['kind']}/{given['slug']}")
        raise Moved(f"{path}/{slug(now)}")
    return iri


def slug(iri: str) -> str:
    """``person/ida-holm`` of an identifier."""
    return iri.partition("/id/")[2]


def belongs_to(visit: Visit, actor: Actor) -> list[dict[str, str]]:
    """The body, the cluster and the region that an entity is of."""
    actors = visit.view.actors
    around = dict.fromkeys((actor.of, actors.cluster_of(actor.id), actors.region_of(actor.id)))
    return [{"id": iri, "name": actors.label(iri) or iri} for iri in around if iri and iri != actor.id]


def _told(result: ReportResult, given: Mapping[str, Any], *, question: bool = True) -> Answer:
    rows = list(result.rows)[given["offset"] :][: given["limit"]]
    told = {"as_of": result.as_of, "known_at": result.known_at, "total": len(result.rows), "rows": rows}
    return {"question": result.question, **told} if question else told


def _place(quote: Quote) -> dict[str, Any]:
    return {
        "quote": quote.quote, "document": quote.document, "document_id": quote.document_id, "title": quote.title, "date": quote.date or None,
        "item": quote.item, "line": quote.line, "start": quote.start, "end": quote.end, "claim": quote.claim,
    }  # fmt: skip


def _told_around(visit: Visit, quote: Quote, around: int) -> dict[str, Any]:
    text = visit.view.text_of(quote.document_id) if around else None
    before = quote.prefix if text is None else text[max(0, quote.start - around) : quote.start]
    after = quote.suffix if text is None else text[quote.end : quote.end + around]
    read = {"recognizer": quote.recognizer, "confidence": quote.confidence, "recorded": quote.recorded}
    return {**_place(quote), "before": before, "after": after, **read}


_REPORTED = tuple(name for name in reports.REPORTS if name != "changes")
OPERATIONS = (
    Operation(
        "search", "/api/search", "Names in any spelling, and sentences that hold the words.",
        (
            Parameter("q", {**_WORDS, "minLength": 1}, "the words to look for; aa finds å, capital letters and accents do not count", required=True),
            Parameter("kind", {"type": "string", "enum": list(KINDS)}, "entities of one kind only, and no sentences"),
            _limit(100, 20), _OFFSET, _KNOWN_AT, _LANG,
        ),
        "Found", search,
    ),
    Operation(
        "entity", "/api/entity/{kind}/{slug}", "What one entity is, and a row for each thing known of it.",
        (
            Parameter("kind", {"type": "string", "enum": list(KINDS)}, "the kind of the entity", "path"),
            Parameter("slug", _SLUG, "the last part of its identifier", "path"), _limit(1000, 1000), _OFFSET, _AS_OF, _KNOWN_AT, _LANG,
        ),
        "Entity", entity,
    ),
    Operation("reports", "/api/reports", "The reports there are.", (_LANG,), "Reports", listed),
    Operation(
        "report", "/api/report/{name}", "The answer to a report, each row with its sentences.",
        (
            Parameter("name", {"type": "string", "enum": list(_REPORTED)}, "the name of the report", "path"), *_BODIES,
            Parameter("person", _WORDS, "a person"), Parameter("organisation", _WORDS, "an organisation"),
            Parameter("case", _WORDS, "words of a matter or an initiative"), Parameter("status", _SEVERAL, "statuses; several are alternatives"),
            Parameter("kind", _SEVERAL, "kinds of what is told; several are alternatives"),
            Parameter("capacity", _SEVERAL, "capacities in a forum; several are alternatives"),
            _limit(10_000, 1000), _OFFSET, _AS_OF, _KNOWN_AT, _LANG,
        ),
        "Report", report,
    ),
    Operation(
        "changes", "/api/changes", "What changed between two days, a line each with its sentence.",
        (
            Parameter("from", _DAY, "the first day; everything before is taken as known"), Parameter("to", _DAY, "the last day"),
            Parameter("axis", {"type": "string", "enum": list(AXES), "default": AXES[0]}, "whether what held or what was known is compared"),
            *_BODIES, _limit(10_000, 1000), _OFFSET, _KNOWN_AT, _LANG,
        ),
        "Report", changes,
    ),
    Operation(
        "evidence", "/api/evidence/{kind}/{slug}", "The sentences behind a fact, a claim or an entity.",
        (
            Parameter("kind", _SLUG, "the kind in its identifier: reference, membership, claim, person …", "path"),
            Parameter("slug", _SLUG, "the last part of its identifier", "path"),
            Parameter("context", {"type": "integer", "minimum": 0, "maximum": 2000, "default": 0}, "signs to give before and after a sentence"),
            _limit(1000, 100), _OFFSET, _KNOWN_AT, _LANG,
        ),
        "Evidence", sentences,
    ),
)  # fmt: skip
"""All there is; the routes and the OpenAPI document follow from it."""
