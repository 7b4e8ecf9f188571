"""What the documents say differently of what can be one thing only, side by side with the sentences of both."""

from __future__ import annotations

from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.result import Row

_CONCEPTS = frozenset({"status", "phase", "decision"})


def contradictions(context: Context) -> list[Row]:
    """One row a contradiction: what prevails on the left, what yields on the right, and why."""
    rows = [_row(context, fact) for fact in context.facts("contradictions", begin=()) if context.in_scope(fact.text("body"), fact.text("to"))]
    return sorted(rows, key=lambda row: (row["kind"], row["what"] or "", row["left"] or "", row["right"] or "", row["fact_id"]))


def _row(context: Context, fact: Fact) -> Row:
    ends = [name for end in ("body", "to") if (name := context.name(fact.text(end)))]
    shown = proof(fact)
    sides = {side: _documents(fact, f"{value}_claim") for side, value in (("left", "prevailing"), ("right", "yielding"))}
    return {
        "kind": fact.word("kind"),
        "what": " → ".join(ends) or fact.text("words"),
        "words": fact.text("words"),
        "left": _value(context, fact, "prevailing"),
        "right": _value(context, fact, "yielding"),
        "prevails": _value(context, fact, "prevailing"),
        "reason": fact.word("reason"),
        "left_documents": sides["left"],
        "right_documents": sides["right"],
        "body_id": fact.text("body"),
        "left_quotes": _quotes(fact, shown, "prevailing_claim"),
        "right_quotes": _quotes(fact, shown, "yielding_claim"),
        **shown,
    }


def _value(context: Context, fact: Fact, side: str) -> str | int | None:
    amount = fact.number(f"amount_{side}")
    if amount is not None:
        return amount
    return fact.word(side) if fact.word("kind") in _CONCEPTS else context.name(fact.text(side))


def _documents(fact: Fact, side: str) -> list[str]:
    claims = set(fact.texts(side))
    return sorted({quote.document for quote in fact.quotes if quote.claim in claims})


def _quotes(fact: Fact, shown: Row, side: str) -> list[Row]:
    places = {(quote.document_id, quote.start, quote.end) for quote in fact.quotes if quote.claim in set(fact.texts(side))}
    return [quote for quote in shown["quotes"] if (quote["document_id"], quote["start"], quote["end"]) in places]
