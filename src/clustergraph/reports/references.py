"""Who refers to whom: the references themselves, and the forums that lack one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from clustergraph.queries.actors import Actor
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.periods import ENDED, PENDING, last_attested, status_on, unless_replaced
from clustergraph.reports.result import Row

_ANSWERS = frozenset({"reports_to", "subgroup_of", "anchored_in", "set_up_by"})  # kinds by which a forum has somebody above it
_KINDS = (
    "reports_to", "subgroup_of", "set_up_by", "anchored_in", "secretariat_by", "successor_of", "may_refer_matters_to", "represented_in", "",
)  # fmt: skip
_UPWARDS = frozenset({"reports_to", "subgroup_of"})


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
    return settled + [line for line in found if line.status in PENDING and not _granted(line, settled)]


def _granted(asked: Line, settled: Iterable[Line]) -> bool:
    """Whether what was asked for has come about since."""
    same = (asked.origin, asked.to, asked.kind)
    return any(line.status == "in_force" and (line.origin, line.to, line.kind) == same and line.seen > asked.seen for line in settled)


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
    reached = {line.to for line in chosen if line.kind in _UPWARDS}
    while step := [line for line in every if line.fact.id not in taken and line.origin in reached and line.kind in _UPWARDS]:
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


def gaps(context: Context) -> list[Row]:
    """Forums of which no reference is in force though one was or is asked for; then forums with two masters, and circles."""
    by_origin: dict[str, list[Line]] = defaultdict(list)
    for line in lines(context):
        if line.kind in _ANSWERS:
            by_origin[line.origin].append(line)
    rows = []
    for origin in sorted(by_origin, key=lambda ident: (context.name(ident) or "", ident)):
        actor = context.actor(origin)
        if not context.in_scope(origin) or actor is None or actor.status in ("abolished", "planned") or _all_told(context, origin, by_origin):
            continue
        if row := _gap(context, origin, by_origin[origin]) or _masters(context, origin, by_origin[origin]):
            rows.append(row)
    rows += [_circle(context, loop) for loop in _circles(by_origin) if context.in_scope(*(line.origin for line in loop))]
    order = {"no_reference": 0, "two_masters": 1, "circle": 2}
    return sorted(rows, key=lambda row: (order[row["problem"]], row["forum"] or ""))


def _all_told(context: Context, origin: str, by_origin: dict[str, list[Line]]) -> bool:
    """A collective whose members stand for themselves is no forum that could lack anything."""
    actor = context.actor(origin)
    return bool(actor and actor.members and any(member in by_origin for member in actor.members))


def _gap(context: Context, origin: str, found: list[Line]) -> Row | None:
    upwards = [line for line in found if line.kind != "set_up_by"]
    if any(line.status == "in_force" for line in upwards):
        return None
    ended = [line for line in upwards if line.status in ENDED or line.status == "unclear"]
    asked = [line for line in upwards if line.status in PENDING]
    if not ended and not asked:
        return None
    # The reference that one answered by says more than having been part of something.
    last = max(ended, key=lambda line: (line.kind == "reports_to", line.seen, line.to), default=None)
    # What is asked for one forum says more than what is asked for all of its kind.
    wish = max(asked, key=lambda line: (not line.fact.flag("inferred"), line.kind == "reports_to", line.seen, line.to), default=None)
    return {
        **_gap_head(context, origin, "no_reference"),
        "last_to": context.name(last.to) if last else None,
        "last_kind": last.kind if last else None,
        "last_status": last.status if last else None,
        "last_valid_until": last.fact.text("valid_until") if last else None,
        "requested_to": context.name(wish.to) if wish else None,
        "requested_status": wish.status if wish else None,
        "asked_on": wish.fact.text("asked_on") if wish else None,
        "last_to_id": last.to if last else None,
        "requested_to_id": wish.to if wish else None,
        "all_requested_to": sorted({context.name(line.to) or "" for line in asked}),
        **proof(*(line.fact for line in (last, wish) if line)),
    }


def _gap_head(context: Context, origin: str, problem: str) -> Row:
    cluster = context.actors.cluster_of(origin)
    return {
        "forum": context.name(origin),
        "cluster": context.name(cluster),
        "problem": problem,
        "forum_id": origin,
        "cluster_id": cluster,
        "last_to": None,
        "last_status": None,
        "last_valid_until": None,
        "requested_to": None,
    }


def _masters(context: Context, origin: str, found: list[Line]) -> Row | None:
    masters = {line.to: line for line in found if line.kind == "reports_to" and line.status == "in_force"}
    if len(masters) < 2:
        return None
    names = sorted(context.name(to) or "" for to in masters)
    return {**_gap_head(context, origin, "two_masters"), "masters": names, **proof(*(line.fact for line in masters.values()))}


def _circles(by_origin: dict[str, list[Line]]) -> list[list[Line]]:
    """References in force that lead back to where they began, each circle once."""
    onward = {origin: [line for line in found if line.kind in _UPWARDS and line.status == "in_force"] for origin, found in by_origin.items()}
    circles: dict[frozenset[str], list[Line]] = {}
    for start in sorted(onward):
        path: list[Line] = []
        here, seen = start, set[str]()
        while here not in seen and onward.get(here):
            seen.add(here)
            path.append(onward[here][0])
            here = path[-1].to
        if here == start and path:
            circles.setdefault(frozenset(line.origin for line in path), path)
    return list(circles.values())


def _circle(context: Context, loop: list[Line]) -> Row:
    names = [context.name(line.origin) or "" for line in loop]
    return {**_gap_head(context, loop[0].origin, "circle"), "masters": [*names, names[0]], **proof(*(line.fact for line in loop))}


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
