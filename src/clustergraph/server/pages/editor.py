"""Questions in SPARQL, written by hand: an editor, the saved questions to begin with, and what it completes from vocabularies and graph."""

from __future__ import annotations

from typing import Any

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph import queries
from clustergraph.errors import UsageError
from clustergraph.graph.terms import CG_NAMESPACE, PREFIXES
from clustergraph.queries import parameters
from clustergraph.queries.saved import Saved
from clustergraph.server import places
from clustergraph.server.rendering import asset, kept, text
from clustergraph.server.site import Site
from clustergraph.server.visit import Missing, Visit, endpoint

_FIRST = """SELECT ?forum ?name WHERE {
  ?forum a cg:Forum ; skos:prefLabel ?name .
}
ORDER BY ?name
LIMIT 100
"""
_SAMPLES = {"iri": "https://example.org/id", "iris": "https://example.org/id", "string": "ord", "strings": "ord", "integer": "1", "boolean": "true"}
_NAMES = 12  # names that are proposed at a time
_USED = "SELECT DISTINCT ?term WHERE { { ?s ?term ?o } UNION { ?s a ?term } }"
_DEFINED = """SELECT ?term ?label ?kind WHERE {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty skos:Concept }
  ?term a ?kind .
  OPTIONAL { ?term rdfs:label|skos:prefLabel ?label . FILTER(LANG(?label) = "%s") }
}"""
_KINDS = {"Class": "class", "ObjectProperty": "property", "DatatypeProperty": "property", "Concept": "constant"}


def routes(site: Site) -> list[BaseRoute]:
    """The page, and what it completes."""
    return [
        Route("/editor", endpoint(site, editor)),
        Route("/editor/terms", endpoint(site, terms)),
        Route("/editor/names", endpoint(site, names)),
    ]


def editor(visit: Visit) -> Response:
    """The page. ``query`` is the text to begin with, ``name`` a saved question."""
    return kept(visit, "html", lambda: _page(visit))


def _page(visit: Visit) -> str:
    saved = [one for one in queries.names() if _filled(one, visit.as_of) is not None]
    chosen = next((one for one in saved if one.name == visit.asked("name")), None)
    if visit.asked("name") and chosen is None:
        raise Missing(visit.say("fault.query"))
    begun = visit.request.query_params.get("query") or (_filled(chosen, visit.as_of) if chosen else None) or _FIRST
    bundle = asset(visit, "bundle/editor.js") if (places.STATIC / "bundle" / "editor.js").is_file() else ""
    return text(
        visit, "editor.html", saved=[(one.name, one.question(visit.lang)) for one in saved], chosen=chosen, begun=begun, bundle=bundle,
        base=visit.site.project.settings.base, limits=visit.site.limits,
    )  # fmt: skip


def _filled(saved: Saved, as_of: str | None) -> str | None:
    """The text of a saved question with values in its places: the defaults, the day asked for, else samples to write over."""
    declared = {one.name: one for one in saved.parameters}
    given = {name: _SAMPLES[one.type] for name, one in declared.items() if one.default is None and one.type in _SAMPLES}
    if as_of and "as_of" in declared:
        given["as_of"] = as_of
    try:
        return parameters.fill(saved.text, saved.parameters, given)
    except UsageError:
        return None


def terms(visit: Visit) -> Response:
    """The prefixes, and the terms of the vocabularies with their words; ``used`` are those that the graph holds."""
    found = visit.view.once(("terms", visit.lang), lambda: _terms(visit))
    return JSONResponse(found, headers={"Cache-Control": "private, max-age=600"})


def _terms(visit: Visit) -> dict[str, Any]:
    store = visit.view.store
    used = {str(row[0]) for row in queries.run(store, _USED)}
    known: dict[str, tuple[str, str]] = {}
    for term, label, kind in queries.run(store, _DEFINED % visit.lang):
        known.setdefault(str(term), (str(label or ""), _KINDS[str(kind).rpartition("#")[2].rpartition("/")[2]]))
    rows = []
    for iri in sorted({*used, *known}):
        name = _short(iri)
        label, kind = known.get(iri, ("", "class" if iri.rpartition("#")[2].rpartition("/")[2][:1].isupper() else "property"))
        if name:
            rows.append({"name": name, "label": label, "kind": kind, "used": iri in used})
    return {"prefixes": {**dict(sorted(PREFIXES.items()))}, "terms": rows}


def _short(iri: str) -> str | None:
    """A term with its prefix; None where none of ours fits, or the rest can't be written so."""
    for prefix, namespace in PREFIXES.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and rest.replace("-", "").replace("_", "").isalnum() and (prefix != "cg" or namespace == CG_NAMESPACE):
            return f"{prefix}:{rest}"
    return None


def names(visit: Visit) -> Response:
    """Entities whose names begin with the words asked for, to be put in as their addresses."""
    hits, _ = visit.view.finder.names.find(visit.asked("q"), _NAMES)
    rows = [{"id": hit.actor.id, "label": hit.actor.label, "kind": visit.say(f"kind.{hit.actor.kind}")} for hit in hits]
    return JSONResponse({"rows": rows}, headers={"Cache-Control": "private, max-age=60"})
