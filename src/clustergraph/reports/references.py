"""Who refers to whom, and which forums there are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from clustergraph.queries.actors import Actor
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.periods import ENDED, PENDING, last_attested, status_on, unless_replaced
from clustergraph.reports.result import Row

_KINDS = (
    "reports_to", "subgroup_of", "set_up_by", "anchored_in", "secretariat_by", "successor_of", "may_refer_matters_to", "represented_in", "",
)  # fmt: skip
UPWARDS = frozenset({"reports_to", "subgroup_of"})


@dataclass(frozen=True, slots=True)
class Line:
    """A reference with its status on the day."""

    fact: Fact
    origin: str
    to: str
    kind: str
    status: str
    seen: str  # the last day up to the day asked for on which it was said


def lines(context: Context) -> list[Line]:
    """All references that are known to hold, to have ended or to be asked for on the day; what a later document says replaces the earlier."""
    return context.shared("lines", lambda: _lines(context))


def _lines(context: Context) -> list[Line]:
    found: list[Line] = []
    for fact in context.facts("references"):
        status = status_on(
            context.as_of,
            fact.word("status") or "unclear",
            from_day=fact.text("from_day"),
            until_day=fact.text("until_day"),
            asked_on=fact.text("asked_on"),
            said=fact.attested[0] if fact.attested else None,
        )
        if status is not None:
            seen = last_attested(context.as_of, fact.attested)
            found.append(Line(fact, str(fact.text("from")), str(fact.text("to")), fact.word("kind") or "", status, seen))
    settled = unless_replaced(
        (line for line in found if line.status not in PENDING), lambda line: (line.origin, line.to, line.kind), lambda line: line.seen
    )
    granted: dict[tuple[str, str, str], str] = {}
    for line in found:
        if line.status == "in_force":
            granted[line.origin, line.to, line.kind] = max(line.seen, granted.get((line.origin, line.to, line.kind), ""))
    # What was asked for and has come about since is asked for no more, whatever became of it then.
    return settled + [line for line in found if line.status in PENDING and granted.get((line.origin, line.to, line.kind), "") <= line.seen]


def references(context: Context) -> list[Row]:
    """One row a reference that touches what is asked for, and those by which it goes on upwards."""
    options = context.options
    every = lines(context)
    chosen = [line for line in every if context.in_scope(line.origin, line.to)]
    if context.forums is not None:
        chosen += _onward(every, chosen)
    rows = [
        _row(context, line)
        for line in chosen
        if (not options.status or line.status in options.status) and (not options.kind or line.kind in options.kind)
    ]
    return sorted(rows, key=lambda row: (_rank(row["status"]), _KINDS.index(row["kind"]), row["from"] or "", row["to"] or ""))


def _onward(every: list[Line], chosen: list[Line]) -> list[Line]:
    """The references of those to whom the chosen ones lead, step by step: a closed network shows to whom it answered."""
    taken = {line.fact.id for line in chosen}
    found: list[Line] = []
    reached = {line.to for line in chosen if line.kind in UPWARDS}
    while step := [line for line in every if line.fact.id not in taken and line.origin in reached and line.kind in UPWARDS]:
        found += step
        taken |= {line.fact.id for line in step}
        reached = {line.to for line in step}
    return found


def _rank(status: str) -> int:
    return 0 if status == "in_force" else 1 if status in ENDED else 2 if status in PENDING else 3


def _row(context: Context, line: Line) -> Row:
    fact, actors = line.fact, context.actors
    cluster = actors.cluster_of(line.origin) or actors.cluster_of(line.to)
    region = actors.region_of(line.origin) or actors.region_of(line.to)
    return {
        "from": context.name(line.origin),
        "to": context.name(line.to),
        "kind": line.kind,
        "status": line.status,
        "valid_from": fact.text("valid_from"),
        "valid_until": fact.text("valid_until"),
        "asked_on": fact.text("asked_on"),
        "cluster": context.name(cluster),
        "region": context.name(region),
        "inferred": fact.flag("inferred"),
        "from_aliases": list(_aliases(context, line.origin)),
        "to_aliases": list(_aliases(context, line.to)),
        "from_id": line.origin,
        "to_id": line.to,
        "cluster_id": cluster,
        "collective": bool(getattr(context.actor(line.origin), "members", ())),
        "members": len(getattr(context.actor(line.origin), "members", ())) or None,
        **proof(fact),
    }


def _aliases(context: Context, ident: str) -> tuple[str, ...]:
    actor = context.actor(ident)
    return actor.aliases if actor else ()


def forums(context: Context) -> list[Row]:
    """One row a forum: what it is, where it belongs, whether it still is, and what came after it."""
    after: dict[str, list[Fact]] = defaultdict(list)
    about: dict[str, list[Fact]] = defaultdict(list)
    for line in lines(context):
        if line.kind == "successor_of":
            after[line.to].append(line.fact)
        about[line.origin].append(line.fact)
        about[line.to].append(line.fact)
    wanted = [actor for actor in context.actors.by_id.values() if actor.kind in ("forum", "cluster") and context.in_scope(actor.id)]
    said = context.evidence(*(actor.id for actor in wanted))
    rows = [_forum(context, actor, Fact(actor.id, {}, said.get(actor.id, ())), after[actor.id], about[actor.id]) for actor in wanted]
    status = context.options.status
    known = [row for row in rows if row["quotes"] and (context.as_of is None or (row["attested_first"] or "") <= context.as_of)]
    return sorted((row for row in known if not status or row["status"] in status), key=lambda row: (row["forum"], row["forum_id"]))


def _forum(context: Context, actor: Actor, own: Fact, after: list[Fact], about: list[Fact]) -> Row:
    cluster, region = context.actors.cluster_of(actor.id), context.actors.region_of(actor.id)
    # What names a forum shows it; only where nothing does, what is said of its references.
    shown = proof(own, *after) if own.quotes else proof(*about)
    return {
        "forum": actor.label, "type": actor.type, "status": actor.status, "cluster": context.name(cluster), "region": context.name(region),
        "of": context.name(actor.of), "valid_from": actor.valid_from, "valid_until": actor.valid_until,
        "successor": sorted({context.name(fact.text("from")) or "" for fact in after}), "forum_id": actor.id, "cluster_id": cluster,
        "region_id": region, "aliases": list(actor.aliases), **shown, "fact_id": actor.id,
    }  # fmt: skip
