"""Linked data: ``/id/{type}/{slug}`` names a thing and leads (303) to its page or its data; ``/data/{type}/{slug}`` tells what is known of it.

The data of a thing are its own statements with the sentences behind them, the facts in which it stands, and the names of what they speak of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph.graph.stores import Table
from clustergraph.graph.stores.oxigraph import serialize
from clustergraph.graph.terms import CG, OA, PROV, SKOS, Iri, Triple
from clustergraph.server import jsonld
from clustergraph.server.rendering import kept
from clustergraph.server.site import Site
from clustergraph.server.sparql.negotiation import GRAPHS, Form, choose
from clustergraph.server.sparql.operation import RefusedError
from clustergraph.server.sparql.protocol import refusal
from clustergraph.server.visit import Missing, Visit

PAGES = {kind: f"/page/{kind}" for kind in ("person", "organisation", "forum", "cluster", "initiative", "meeting")} | {"document": "/document"}
"""Where what has a page has it."""
FACTS = 1000  # in which a thing stands, on one page of its data
_HTML = Form("html", "text/html", ("application/xhtml+xml",))
_DATA = {form.name: form for form in GRAPHS if form.name in ("ttl", "jsonld", "nt", "rdf")}
_NAME = re.compile(r"[A-Za-z0-9_\-]+")
_BATCH = 400  # things asked for at once
_ACTORS = ("person", "organisation", "forum", "cluster", "initiative", "meeting", "document")
_ASIDE = " ".join(str(one) for one in (CG["about"], CG["recordedIn"], PROV["wasGeneratedBy"], PROV["wasDerivedFrom"], OA["hasSource"]))


def routes(site: Site) -> list[BaseRoute]:
    """The addresses of things and of their data, and the context of the JSON-LD."""

    def answering(handler: Callable[[Visit], Response]) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            try:
                return handler(Visit(site, request))
            except RefusedError as error:
                return refusal(error)

        return answer

    return [
        Route("/id/{kind}/{name}", answering(named)),
        Route("/data/context.jsonld", answering(context)),
        Route("/data/{kind}/{name}", answering(data)),
    ]


def named(visit: Visit) -> Response:
    """Where a thing is told of: for people its page, for programs its data. What went into another one leads there."""
    kind, name = visit.request.path_params["kind"], visit.request.path_params["name"]
    moved = _moved(visit, kind, name, "/id")
    if moved:
        return moved
    forms = (_HTML, *_DATA.values())
    found = choose(forms, visit.request.headers.get("accept"))
    if found is None:
        raise _unacceptable(forms)
    form = found[0]
    if form is _HTML:
        to = f"{PAGES.get(kind, f'/page/{kind}')}/{name}"
    else:
        to = f"/data/{kind}/{name}.{form.name}"
    return RedirectResponse(visit.url(to), 303, {"Vary": "Accept", "Cache-Control": "no-cache"})


def data(visit: Visit) -> Response:
    """What the graph tells of a thing, a page of facts at a time; the ending of the address outweighs what is accepted."""
    kind, (name, _, ending) = visit.request.path_params["kind"], visit.request.path_params["name"].partition(".")
    moved = _moved(visit, kind, name, "/data", ending)
    if moved:
        return moved
    form, media = _form(visit, ending)
    page = visit.asked("page") or "1"
    if not re.fullmatch(r"[1-9][0-9]{0,4}", page):
        raise RefusedError(400, "page is a whole number from 1")
    thing = _iri(visit, kind, name)
    facts = visit.view.kept(("facts", thing.value), lambda: _facts(visit, thing))
    begin = (int(page) - 1) * FACTS

    def written() -> str:
        triples = sorted(set(_triples(visit, thing, facts[begin : begin + FACTS])), key=str)
        if form.name == "jsonld":
            return jsonld.write(triples, _address(visit, "/data/context.jsonld"), visit.view.once("terms", lambda: jsonld.terms(visit.view.store)))
        return serialize(triples, form.name).decode()

    answer = kept(visit, f"data {form.name}", written, form.content_type(media))
    links = [f'<{_address(visit, f"/data/{kind}/{name}.{one}")}>; rel="alternate"; type="{_DATA[one].media}"' for one in _DATA if one != form.name]
    if len(facts) > begin + FACTS:
        links.append(f'<{visit.same(page=int(page) + 1)}>; rel="next"')
    answer.headers["Link"] = ", ".join([f'<{thing.value}>; rel="describes"', *links])
    return answer


def context(visit: Visit) -> Response:
    """What the words of our JSON-LD mean."""
    return kept(visit, "context", lambda: jsonld.context(jsonld.terms(visit.view.store)), "application/ld+json")


def _form(visit: Visit, ending: str) -> tuple[Form, str]:
    if ending:
        if ending not in _DATA:
            raise Missing(f".{ending}: there is no such form (there are: {', '.join(_DATA)})")
        return _DATA[ending], _DATA[ending].media
    forms = tuple(_DATA.values())
    found = choose(forms, visit.request.headers.get("accept"))
    if found is None and "html" in visit.request.headers.get("accept", ""):
        return forms[0], forms[0].media  # a browser that follows a link to data gets them in the form that people read best
    if found is None:
        raise _unacceptable(forms)
    return found


def _unacceptable(forms: Sequence[Form]) -> RefusedError:
    return RefusedError(406, f"in none of the forms that are accepted; there are: {', '.join(form.media for form in forms)}")


def _iri(visit: Visit, kind: str, name: str) -> Iri:
    """The address of a thing in the graph, which need not be where this site is."""
    if not _NAME.fullmatch(kind) or not _NAME.fullmatch(name):
        raise Missing("there is nothing of that name")
    return Iri(f"{visit.site.project.settings.base}id/{kind}/{name}")


def _moved(visit: Visit, kind: str, name: str, path: str, ending: str = "") -> Response | None:
    """The way to the identifier that a thing has now; none where it has this one. Not for ever: what people joined they may part again."""
    iri = _iri(visit, kind, name)
    now = visit.view.redirects.get(iri.value)
    if now is not None:
        slug = now.partition("/id/")[2]
        return RedirectResponse(visit.url(f"{path}/{slug}{f'.{ending}' if ending else ''}"), 302, {"Cache-Control": "no-cache"})
    if not visit.view.store.query(f"ASK {{ {iri} ?property ?value }}"):
        raise Missing(f"{kind}/{name}: there is nothing of that name")
    return None


def _facts(visit: Visit, thing: Iri) -> list[Iri]:
    """What speaks of a thing, by address: facts, and what belongs to it."""
    found = visit.view.store.query(
        f"SELECT DISTINCT ?fact WHERE {{ ?fact ?property {thing} FILTER(?property NOT IN ({', '.join(_ASIDE.split())})) FILTER(isIRI(?fact)) }}"
    )
    assert isinstance(found, Table)
    return sorted((row[0] for row in found if isinstance(row[0], Iri)), key=lambda iri: iri.value)


def _triples(visit: Visit, thing: Iri, facts: Sequence[Iri]) -> Iterable[Triple]:
    """The thing with its evidence; the facts whole, and of bodies and people that speak of it only that they do; the names of all of them."""
    evidence = f"{PROV['wasDerivedFrom']}?/{CG['evidence']}?/{OA['hasTarget']}?/{OA['hasSelector']}?"
    found = _constructed(visit, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {thing} {evidence} ?s . ?s ?p ?o }}")
    for some in _batches(facts):
        whole = [one for one in some if _kind(one) not in _ACTORS]
        brief = [one for one in some if _kind(one) in _ACTORS]
        found += _constructed(visit, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {_list(whole)} }} ?s ?p ?o }}")
        found += _constructed(visit, f"CONSTRUCT {{ ?s ?p {thing} }} WHERE {{ VALUES ?s {{ {_list(brief)} }} ?s ?p {thing} }}")
    spoken = {term for triple in found for term in (triple.subject, triple.object) if isinstance(term, Iri)}
    for some in _batches(sorted(spoken, key=lambda iri: iri.value)):
        label = SKOS["prefLabel"]
        found += _constructed(visit, f"CONSTRUCT {{ ?s {label} ?o }} WHERE {{ VALUES ?s {{ {_list(some)} }} ?s {label} ?o }}")
    return found


def _constructed(visit: Visit, text: str) -> list[Triple]:
    found = visit.view.store.query(text)
    assert isinstance(found, tuple)
    return [Triple(*triple) for triple in found]


def _batches(things: Sequence[Iri]) -> Iterable[Sequence[Iri]]:
    return (things[begin : begin + _BATCH] for begin in range(0, len(things), _BATCH))


def _list(things: Iterable[Iri]) -> str:
    return " ".join(str(thing) for thing in things)


def _kind(iri: Iri) -> str:
    return str(iri.value).partition("/id/")[2].partition("/")[0]


def _address(visit: Visit, path: str) -> str:
    """An address of this site as others write it."""
    return str(visit.request.url.replace(path=f"{visit.site.prefix}{path}", query="", fragment=""))
