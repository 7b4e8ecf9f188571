"""How long somebody sat or held a title: as stated and as seen, in two columns, for a list of participants proves only its day."""

from __future__ import annotations

from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.result import Row


def tenures(context: Context) -> list[Row]:
    """One row a part in a forum or a title: ``valid_from/until`` where a text states them, ``attested_first/last`` as seen."""
    facts = [(fact, fact.text("forum")) for fact in context.facts("memberships")]
    facts += [(fact, None) for fact in context.facts("employments")]
    rows = [_row(context, fact, forum) for fact, forum in facts if _wanted(context, fact, forum)]
    return sorted(rows, key=lambda row: (row["forum"] or "~", row["valid_from"] or row["attested_first"] or "", row["person"] or "", row["fact_id"]))


def _wanted(context: Context, fact: Fact, forum: str | None) -> bool:
    bodies = {fact.text("organisation"), fact.text("represents")}
    capacity = context.options.capacity
    narrowed = context.forums is not None or context.clusters is not None or context.regions is not None
    return (
        (context.people is None or fact.text("person") in context.people)
        and (context.organisations is None or bool(context.organisations & bodies))
        and (not capacity or (fact.word("capacity") or "") in capacity)
        and (not narrowed or context.in_scope(forum, fact.text("organisation") if forum is None and context.forums is None else None))
    )


def _row(context: Context, fact: Fact, forum: str | None) -> Row:
    body = fact.text("organisation") or fact.text("represents")
    return {
        "person": context.name(fact.text("person")), "forum": context.name(forum), "capacity": fact.word("capacity") if forum else None,
        "role": fact.text("title"), "organisation": context.name(body),
        "valid_from": fact.text("valid_from"), "valid_until": fact.text("valid_until"),
        "person_id": fact.text("person"), "forum_id": forum, "organisation_id": body, **proof(fact),
    }  # fmt: skip
