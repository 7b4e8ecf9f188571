"""What became of forums: founded, merged, split, replaced, closed, reopened, by documents and by the registry."""

from __future__ import annotations

from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.result import Row


def succession(context: Context) -> list[Row]:
    """One row a change, by date. What only the registry says is shown of bodies that documents name, and says so."""
    rows = [_row(context, fact) for fact in context.facts("succession", begin=("day",)) if _wanted(context, fact)]
    return sorted(rows, key=lambda row: (row["date"] or row["attested_first"] or "", row["kind"], row["before"], row["after"], row["fact_id"]))


def _wanted(context: Context, fact: Fact) -> bool:
    known = [ident for name in ("before", "after") for ident in fact.texts(name)]
    return bool(known or fact.quotes) and context.in_scope(*known, *(() if known else (None,)))


def _row(context: Context, fact: Fact) -> Row:
    return {
        "kind": fact.word("kind"),
        "date": fact.text("date"),
        "before": sorted(fact.texts("before_name")),
        "after": sorted(fact.texts("after_name")),
        "told_by": "registry" if fact.flag("register") else "documents",
        **proof(fact),
    }
