"""Who sends or recommends what to whom, the steps of one meeting in the order in which one follows from the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clustergraph.queries import folding
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.result import Row


def handovers(context: Context) -> list[Row]:
    """One row a step; ``step`` counts from those who are handed nothing at that meeting on the matter asked for."""
    facts = [one for one in context.facts("handovers", begin=()) if context.in_scope(one.text("from"), one.text("to"), one.text("forum"))]
    wanted = context.options.case
    rows = [row for row in (_row(context, fact) for fact in facts) if not wanted or _about(wanted, row)]
    meetings: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        meetings.setdefault((row["date"] or "", row["forum_id"] or ""), []).append(row)
    for told in meetings.values():
        steps = _steps([(row["from_id"], row["to_id"]) for row in told])
        for row in told:
            row["step"] = steps[row["from_id"]]
    return sorted(rows, key=lambda row: (row["date"] or "", row["forum"] or "", row["step"], row["item"] or "", row["from"] or "", row["to"] or ""))


def _steps(pairs: Sequence[tuple[str, str]]) -> Mapping[str, int]:
    """Giver → how many steps lead to it, and one; a ring counts no longer than it has members."""
    step = {giver: 1 for giver, _ in pairs}
    for _ in range(len(step)):
        for giver, receiver in pairs:
            if receiver in step and receiver != giver and step[receiver] <= step[giver] < len(step):
                step[receiver] = step[giver] + 1
    return step


def _about(wanted: str, row: Row) -> bool:
    """Whether the title, the matter or the sentences of a step hold every word that is asked for, as the begin or the end of a word."""
    told = folding.words(" ".join([str(row["what"] or ""), str(row["title"] or ""), *(str(quote["quote"]) for quote in row["quotes"])]))
    stems = {folding.stem(word) for word in told}
    return all(any(folding.stem(one) in (stem, stem[: len(folding.stem(one))]) for stem in stems) for one in folding.words(wanted))


def _row(context: Context, fact: Fact) -> Row:
    return {
        "step": 1,
        "from": context.name(fact.text("from")),
        "to": context.name(fact.text("to")),
        "act": fact.word("act"),
        "what": fact.text("what"),
        "forum": context.name(fact.text("forum")),
        "date": fact.text("date"),
        "item": fact.text("number"),
        "title": fact.text("title"),
        "from_id": fact.text("from"),
        "to_id": fact.text("to"),
        "forum_id": fact.text("forum"),
        **proof(fact),
    }
