"""Why the graph says so: the sentences behind a fact, a claim or an entity, with their surroundings and the rule that read them."""

from __future__ import annotations

from collections.abc import Callable

from clustergraph.errors import UsageError
from clustergraph.queries import run
from clustergraph.queries.evidence import Quote
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.result import Row

COLUMNS = ("quote", "document", "item", "line", "recognizer", "confidence")
TextOf = Callable[[str], str | None]


def why(context: Context, ident: str, around: int = 0, text_of: TextOf | None = None) -> list[Row]:
    """One row a sentence. ``ident`` is an IRI, the end of one, a claim's id, or the name of an actor.

    ``text_of`` gives a document's text for its IRI, so that ``before`` and ``after`` can hold more than the few letters kept in the graph.
    Raises :class:`UsageError` where nothing is called so.
    """
    facts = _facts(context, ident)
    if not facts:
        raise UsageError(f"{ident}: no fact, claim or actor of that id or name")
    rows, evidence = [], context.evidence(*facts)
    for fact in facts:
        for quote in evidence.get(fact, []):
            before, after = _around(quote, around, text_of)
            rows.append({
                "quote": " ".join(quote.quote.split()), "before": before, "after": after, "document": quote.document, "title": quote.title,
                "date": quote.date or None, "item": quote.item, "line": quote.line, "recognizer": quote.recognizer, "confidence": quote.confidence,
                "recorded": quote.recorded, "verdicts": [], "claim": quote.claim, "start": quote.start, "end": quote.end,
                **proof(Fact(fact, {}, [quote])),
            })  # fmt: skip
    return rows


def _facts(context: Context, ident: str) -> list[str]:
    bare = ident.strip().strip("<>").strip("/")
    derived = [str(row["fact"]) for row in run(context.store, "derived", {"ident": bare}).dicts()]
    found = derived or [str(row["fact"]) for row in run(context.store, "identify", {"ident": bare}).dicts()]
    found = found or [actor.id for actor in context.actors.find(ident)]
    return list(dict.fromkeys(found))


def _around(quote: Quote, around: int, text_of: TextOf | None) -> tuple[str, str]:
    text = text_of(quote.document_id) if text_of and around else None
    if text is None:
        return quote.prefix, quote.suffix
    return text[max(0, quote.start - around) : quote.start], text[quote.end : quote.end + around]
