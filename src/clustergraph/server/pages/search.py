"""``/search``: names in any spelling, then sentences."""

from __future__ import annotations

import json

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from clustergraph.queries.evidence import Quote
from clustergraph.server.finding import Hit
from clustergraph.server.rendering import kept, text
from clustergraph.server.site import Site
from clustergraph.server.visit import Visit, endpoint

_NAMES, _SENTENCES = 30, 20
KINDS = ("person", "forum", "organisation", "cluster", "initiative")


def routes(site: Site) -> list[BaseRoute]:
    """The search page, and the same for programs."""
    return [Route("/search", endpoint(site, search)), Route("/search.json", endpoint(site, for_programs))]


def search(visit: Visit) -> Response:
    """Names and sentences that hold the words asked for."""
    if not visit.view.finder.ready:
        return Response(_page(visit), headers={"Cache-Control": "no-store"}, media_type="text/html")
    return kept(visit, "html", lambda: _page(visit))


def for_programs(visit: Visit) -> Response:
    """The names that were found: id, name, kind, the spelling, cluster and region."""
    return kept(visit, "json", lambda: _json(visit), "application/json")


def _found(visit: Visit) -> tuple[list[Hit], int]:
    kind = visit.asked("kind")
    return visit.view.finder.names.find(visit.asked("q"), _NAMES, kind if kind in KINDS else None)


def _page(visit: Visit) -> str:
    words = visit.asked("q")
    hits, count = _found(visit) if words else ([], 0)
    finder = visit.view.finder
    # Short words stand in so many sentences that none of them is meant.
    wanted = len(words) > 1 and not visit.asked("kind")
    sentences, said = finder.sentences.find(words, _SENTENCES) if wanted and finder.ready else ([], 0)
    return text(
        visit, "search.html", words=words, kinds=KINDS, chosen=visit.asked("kind"), hits=[_hit(visit, hit) for hit in hits], count=count,
        sentences=[_quote(quote) for quote, _ in sentences], said=said, waiting=wanted and not finder.ready,
    )  # fmt: skip


def _hit(visit: Visit, hit: Hit) -> dict[str, object]:
    actors, actor = visit.view.actors, hit.actor
    places = [
        actors.label(iri) for iri in dict.fromkeys((actor.of, actors.cluster_of(actor.id), actors.region_of(actor.id))) if iri and iri != actor.id
    ]
    return {
        "id": actor.id, "name": actor.label, "kind": actor.kind, "type": actor.type, "written": hit.written if hit.written != actor.label else None,
        "places": places,
    }  # fmt: skip


def _quote(quote: Quote) -> dict[str, object]:
    return {
        "quote": quote.quote, "document": quote.document, "document_id": quote.document_id, "title": quote.title, "date": quote.date or None,
        "item": quote.item, "line": quote.line, "start": quote.start, "end": quote.end, "before": quote.prefix, "after": quote.suffix,
    }  # fmt: skip


def _json(visit: Visit) -> str:
    hits, count = _found(visit)
    return json.dumps({"words": visit.asked("q"), "count": count, "rows": [_hit(visit, hit) for hit in hits]}, ensure_ascii=False, indent=1) + "\n"
