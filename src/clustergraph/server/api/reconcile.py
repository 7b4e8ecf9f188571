"""The Reconciliation Service API 0.2 at ``/reconcile``: names in a table matched with our entities, by OpenRefine and its like."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph.errors import UsageError
from clustergraph.graph.terms import CG_NAMESPACE, Iri
from clustergraph.queries import folding
from clustergraph.queries.actors import Actor
from clustergraph.server.api.matching import Candidate, Wanted, candidates
from clustergraph.server.api.operations import KINDS, belongs_to, slug
from clustergraph.server.api.properties import PROPERTIES, Property, values
from clustergraph.server.rendering import text
from clustergraph.server.site import Site
from clustergraph.server.visit import Missing, Visit, endpoint

BATCH = 100  # questions, and entities of which values are fetched, in one request
_MOST, _USUAL = 50, 10  # candidates
_SUGGESTED = 20
_WIDTH, _HEIGHT = 420, 260
_FRAMED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"

Found = Mapping[str, Any]


def routes(site: Site) -> list[BaseRoute]:
    """The service, its suggestions, the preview of an entity, and the properties that may be fetched."""

    async def service(request: Request) -> Response:
        given = dict(parse_qsl(request.url.query, keep_blank_values=True))
        if request.method == "POST":
            try:
                given |= dict(parse_qsl((await request.body()).decode("utf-8"), keep_blank_values=True, max_num_fields=50))
            except ValueError as error:
                raise UsageError("the content can't be read") from error
        return await run_in_threadpool(_served, Visit(site, request), given)

    def suggest(answer: Callable[[Visit, str], list[dict[str, Any]]]) -> Any:
        return endpoint(site, lambda visit: _answer({"result": answer(visit, visit.asked("prefix"))[cursor(visit) :][:_SUGGESTED]}))

    return [
        Route("/reconcile", service, methods=["GET", "POST"]),
        Route("/reconcile/suggest/entity", suggest(_entities)),
        Route("/reconcile/suggest/type", suggest(_types)),
        Route("/reconcile/suggest/property", suggest(_properties)),
        Route("/reconcile/properties", endpoint(site, proposed)),
        Route("/reconcile/preview", endpoint(site, preview)),
    ]


def _served(visit: Visit, given: Mapping[str, str]) -> Response:
    if "extend" in given:
        return _answer(extended(visit, _object("extend", given["extend"])))
    if "queries" in given:
        asked = _object("queries", given["queries"])
        if len(asked) > BATCH:
            return _answer({"error": f"at most {BATCH} queries at a time", "status": 413}, 413)
        return _answer({name: {"result": _matched(visit, query)} for name, query in asked.items()})
    if "query" in given:
        one = given["query"]
        return _answer({"result": _matched(visit, _object("query", one) if one.lstrip().startswith("{") else {"query": one})})
    return _answer(manifest(visit))


def _answer(found: Found, status: int = 200) -> Response:
    return JSONResponse(found, status, {"Cache-Control": "no-cache"})


def _object(name: str, value: str) -> dict[str, Any]:
    try:
        found = json.loads(value)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name}: this is no JSON") from error
    if not isinstance(found, dict):
        raise UsageError(f"{name}: a JSON object is expected")
    return found


# ── what the service is ───────────────────────────────────────────────────────────────────────────


def manifest(visit: Visit) -> Found:
    """The description of the service."""
    here = str(visit.request.url.replace(path=f"{visit.site.prefix}/", query="", fragment="")).rstrip("/")
    settings = visit.site.project.settings
    suggestions = {kind: {"service_url": here, "service_path": f"/reconcile/suggest/{kind}"} for kind in ("entity", "type", "property")}
    return {
        "versions": ["0.2"],
        "name": visit.say("reconcile.name", name=settings.name or "clustergraph"),
        "identifierSpace": f"{settings.base}id/",
        "schemaSpace": CG_NAMESPACE,
        "serviceVersion": version("clustergraph"),
        "documentation": f"{here}/help",
        "defaultTypes": [_type(visit, kind) for kind in KINDS],
        "batchSize": BATCH,
        "view": {"url": f"{here}/id/{{{{id}}}}"},
        "preview": {"url": f"{here}/reconcile/preview?id={{{{id}}}}", "width": _WIDTH, "height": _HEIGHT},
        "suggest": suggestions,
        "extend": {"propose_properties": {"service_url": here, "service_path": "/reconcile/properties"}, "property_settings": []},
    }


def _type(visit: Visit, kind: str) -> dict[str, str]:
    return {"id": kind, "name": visit.say(f"reconcile.{kind}")}


def _property(visit: Visit, one: Property) -> dict[str, str]:
    return {"id": one.name, "name": visit.say(f"property.{one.name}")}


# ── queries ───────────────────────────────────────────────────────────────────────────────────────


def _matched(visit: Visit, query: Any) -> list[dict[str, Any]]:
    if not isinstance(query, dict):
        raise UsageError("a query is a JSON object")
    wanted, limit = _wanted(query), query.get("limit", _USUAL)
    if not wanted.name and not wanted.said:
        raise UsageError("a query holds a name (query), properties, or both")
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise UsageError("limit: a whole number from 1")
    return [_told(visit, one) for one in candidates(visit, wanted, min(limit, _MOST))]


def _wanted(query: Mapping[str, Any]) -> Wanted:
    name, kinds, said = query.get("query") or "", query.get("type") or (), query.get("properties") or []
    if not isinstance(name, str) or len(name) > 500:
        raise UsageError("query: a name of at most 500 signs")
    kinds = (kinds,) if isinstance(kinds, str) else kinds
    if not isinstance(kinds, list | tuple) or not all(isinstance(kind, str) for kind in kinds):
        raise UsageError("type: a list of types")
    if not isinstance(said, list) or not all(isinstance(one, dict) and isinstance(one.get("pid"), str) for one in said):
        raise UsageError("properties: a list of objects with pid and v")
    # A kind that there is not here restricts to nothing, so nothing is found; words about what is not known here say nothing.
    return Wanted(name.strip(), tuple(kinds), tuple((one["pid"], _words(one.get("v"))) for one in said[:20] if one["pid"] in PROPERTIES))


def _words(value: Any) -> tuple[str, ...]:
    """A value of a property as words: words themselves, numbers, entities by their identifier, and lists of these."""
    if isinstance(value, list):
        return tuple(word for one in value[:50] for word in _words(one))
    if isinstance(value, dict):
        return _words(value.get("id"))
    return () if value is None else (str(value)[:500],)


def _told(visit: Visit, one: Candidate) -> dict[str, Any]:
    features: list[dict[str, Any]] = [{"id": "name", "value": one.alike}]
    if one.agrees or one.differs:
        features += [{"id": "agrees", "value": one.agrees}, {"id": "differs", "value": one.differs}]
    return {
        "id": slug(one.actor.id), "name": one.actor.label, "description": _description(visit, one.actor), "type": [_type(visit, one.actor.kind)],
        "score": one.score, "match": one.match, "features": features,
    }  # fmt: skip


def _description(visit: Visit, actor: Actor) -> str:
    """What tells namesakes apart: the kind, and what the entity belongs to; of a person who employs it."""
    around = visit.view.once("employers", lambda: _employers(visit)).get(actor.id, []) if actor.kind == "person" else []
    return " · ".join([visit.say(f"reconcile.{actor.kind}"), *around, *(one["name"] for one in belongs_to(visit, actor))])


def _employers(visit: Visit) -> dict[str, list[str]]:
    """Person → the names of those that employ it or did, in the order of the alphabet."""
    found: dict[str, set[str]] = defaultdict(set)
    told = "SELECT ?person ?body WHERE { ?fact a cg:Employment ; org:member ?person ; org:organization ?body }"
    for person, body in visit.view.store.select(told):
        if isinstance(person, Iri) and isinstance(body, Iri):
            found[person.value].add(visit.view.actors.label(body.value) or body.value)
    return {person: sorted(names) for person, names in found.items()}


# ── suggestions ───────────────────────────────────────────────────────────────────────────────────


def cursor(visit: Visit) -> int:
    """How many suggestions to leave out."""
    return _whole(visit, "cursor", "0")


def _whole(visit: Visit, name: str, usual: str) -> int:
    given = visit.asked(name) or usual
    if not re.fullmatch(r"[0-9]{1,6}", given):
        raise UsageError(f"{name}: a whole number")
    return int(given)


def _entities(visit: Visit, prefix: str) -> list[dict[str, Any]]:
    own = visit.view.actors.get(f"{visit.site.project.settings.base}id/{prefix}")
    hits, _ = visit.view.finder.names.find(prefix[:500], min(_SUGGESTED + cursor(visit), 2000))
    actors = [own] if own else [hit.actor for hit in hits]
    return [{"id": slug(one.id), "name": one.label, "description": _description(visit, one), "notable": [_type(visit, one.kind)]} for one in actors]


def _types(visit: Visit, prefix: str) -> list[dict[str, Any]]:
    return _beginning([_type(visit, kind) for kind in KINDS], prefix)


def _properties(visit: Visit, prefix: str) -> list[dict[str, Any]]:
    return _beginning([_property(visit, one) for one in PROPERTIES.values()], prefix)


def _beginning(found: list[dict[str, str]], prefix: str) -> list[dict[str, Any]]:
    asked = folding.fold(prefix)

    def fits(name: str) -> bool:
        return any(word.startswith(asked) for word in (folding.fold(name), *folding.fold(name).split()))

    return [dict(one) for one in found if any(fits(name) for name in one.values())]


# ── values ────────────────────────────────────────────────────────────────────────────────────────


def proposed(visit: Visit) -> Response:
    """The properties of a type that may be fetched."""
    kind, limit = visit.asked("type"), _whole(visit, "limit", "100")
    found = [_property(visit, one) for one in PROPERTIES.values() if not kind or kind in one.kinds]
    return _answer({"properties": found[:limit], "type": kind, "limit": limit})


def extended(visit: Visit, asked: Mapping[str, Any]) -> Found:
    """The values of properties of entities; an entity that there is not has none."""
    ids, names = asked.get("ids"), asked.get("properties")
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise UsageError("ids: a list of identifiers")
    if not isinstance(names, list) or not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in names):
        raise UsageError("properties: a list of objects with an id")
    if len(ids) > BATCH or len(names) > len(PROPERTIES):
        raise UsageError(f"at most {BATCH} entities and {len(PROPERTIES)} properties at a time")
    wanted = list(dict.fromkeys(one["id"] for one in names))
    meta = [_meta(visit, name) for name in wanted]
    return {"meta": meta, "rows": {ident: {name: _fetched(visit, ident, name) for name in wanted} for ident in ids}}


def _meta(visit: Visit, name: str) -> dict[str, Any]:
    one = PROPERTIES.get(name)
    if one is None:
        raise UsageError(f"{name[:50]}: there is no such property (there are: {', '.join(PROPERTIES)})")
    return {**_property(visit, one), "type": _type(visit, one.to)} if one.to else _property(visit, one)


def _fetched(visit: Visit, ident: str, name: str) -> list[dict[str, str]]:
    actor = _actor(visit, ident)
    found = values(visit, actor, name) if actor else []
    return [{"str": value} if isinstance(value, str) else {"id": slug(value.id), "name": value.label} for value in found]


def _actor(visit: Visit, ident: str) -> Actor | None:
    """The entity of an identifier, also of one that went into another one."""
    iri = ident if "://" in ident else f"{visit.site.project.settings.base}id/{ident}"
    return visit.view.actors.get(visit.view.redirects.get(iri, iri))


def preview(visit: Visit) -> Response:
    """A small page about one entity, to be shown in a frame of another program."""
    actor = _actor(visit, visit.asked("id"))
    if actor is None:
        raise Missing(f"{visit.asked('id')[:100]}: nobody and nothing is called so")
    told = [
        (visit.say(f"property.{name}"), ", ".join(one if isinstance(one, str) else one.label for one in found[:6]))
        for name in PROPERTIES
        if (found := values(visit, actor, name))
    ]
    page = text(visit, "preview.html", actor=actor, description=_description(visit, actor), told=told)
    return Response(page, headers={"Cache-Control": "no-cache", "Content-Security-Policy": _FRAMED}, media_type="text/html")
