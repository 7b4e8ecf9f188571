"""A fact, a claim or another thing that is no entity, for people: what the graph states of it in words, and the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clustergraph import queries, reports
from clustergraph.errors import UsageError
from clustergraph.server.pages.query import linked
from clustergraph.server.rendering import text
from clustergraph.server.visit import Missing, Visit

_TOLD = "SELECT DISTINCT ?property ?value WHERE { $thing ?property ?value FILTER(isIRI(?value) || isLiteral(?value)) } ORDER BY ?property ?value"
_ASIDE = frozenset({"evidence", "wasDerivedFrom", "wasGeneratedBy", "sourceText"})  # shown as sentences, or not for people


@dataclass(frozen=True, slots=True)
class Told:
    """One property of a thing: its word, and its values with the pages they lead to."""

    name: str
    values: list[tuple[str, str | None]]


def page(visit: Visit, iri: str, kind: str) -> str:
    """The page of a thing; raises :class:`Missing` where the graph says nothing of it."""
    told = list(_told(visit, iri))
    if not told:
        raise Missing(visit.say("fault.entity"))
    quotes = _quotes(visit, iri)
    return text(visit, "fact.html", told=told, quotes=quotes, kind=_word(visit, kind), iri=iri, slug=iri.partition("/id/")[2])


def _quotes(visit: Visit, iri: str) -> list[dict[str, object]]:
    try:
        rows = reports.why(visit.view.store, iri, {"lang": visit.lang}, pool=visit.view.pool).rows
    except UsageError:  # nothing is told by a sentence: what was worked out of other facts
        return []
    return [quote for row in rows for quote in row.get("quotes", ())]


def _told(visit: Visit, iri: str) -> Iterator[Told]:
    found: dict[str, list[tuple[str, str | None]]] = {}
    for prop, value in queries.run(visit.view.store, _TOLD, {"thing": f"<{iri}>"}):
        name = str(prop).rpartition("#")[2].rpartition("/")[2]
        if name not in _ASIDE:
            found.setdefault(name, []).append(_value(visit, value))
    for name, values in found.items():
        yield Told(_word(visit, name), values)


def _value(visit: Visit, value: object) -> tuple[str, str | None]:
    words, href = linked(visit, value)
    if href is None and isinstance(value, str) and "/id/" in value:
        return words, visit.entity(value)
    if href is None and isinstance(value, str) and value.startswith("http"):
        return _word(visit, value.rpartition("#")[2].rpartition("/")[2].partition("-")[2] or value.rpartition("#")[2].rpartition("/")[2]), None
    return reports.dates_within(words, visit.lang), href


def _word(visit: Visit, name: str) -> str:
    """The word of the vocabulary for a term, in the visitor's language; its own name where it has none."""
    labels = visit.view.once(("labels", visit.lang), lambda: _labels(visit))
    return labels.get(name) or reports.word(name, visit.lang)


def _labels(visit: Visit) -> dict[str, str]:
    asked = 'SELECT ?term ?label WHERE { ?term rdfs:label|skos:prefLabel ?label FILTER(LANG(?label) = "%s") FILTER(STRSTARTS(STR(?term), STR(cg:))) }'
    return {str(term).rpartition("#")[2]: str(label) for term, label in queries.run(visit.view.store, asked % visit.lang)}
