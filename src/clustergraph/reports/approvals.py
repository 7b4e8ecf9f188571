"""Who is still to approve what, with the part of the document that says so and whether another part says otherwise."""

from __future__ import annotations

from clustergraph.queries import folding
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.result import Row


def approvals(context: Context) -> list[Row]:
    """One row a forum and matter, the forum that prevails first."""
    facts = [one for one in context.facts("approvals", begin=()) if context.in_scope(one.text("approver"), one.text("forum"))]
    wanted = context.options.case
    rows = [row for row in (_row(context, fact) for fact in facts) if not wanted or _about(wanted, row)]
    return sorted(rows, key=lambda row: (row["date"] or "", row["item"] or "", row["matter"] or "", not row["prevails"], row["approver"] or ""))


def _about(wanted: str, row: Row) -> bool:
    words = " ".join(str(row[name] or "") for name in ("matter", "title"))
    return all(folding.stem(one) in {folding.stem(word) for word in folding.words(words)} for one in folding.words(wanted))


def _row(context: Context, fact: Fact) -> Row:
    shown = proof(fact)
    return {
        "approver": context.name(fact.text("approver")),
        "matter": fact.text("matter"),
        "said_in": sorted({str(quote["section"]) for quote in shown["quotes"] if quote["section"]}),
        "prevails": fact.flag("prevails"),
        "forum": context.name(fact.text("forum")),
        "date": fact.text("date"),
        "item": fact.text("number"),
        "title": fact.text("title"),
        "approver_id": fact.text("approver"),
        "forum_id": fact.text("forum"),
        **shown,
    }
