"""What is amiss in the references: forums that lack one, forums with two masters, circles; and the chains that they make."""

from __future__ import annotations

from collections import defaultdict

from clustergraph.reports.context import Context, proof
from clustergraph.reports.periods import ENDED, PENDING
from clustergraph.reports.references import UPWARDS, Line, lines
from clustergraph.reports.result import Row

_ANSWERS = frozenset({"reports_to", "subgroup_of", "anchored_in", "set_up_by"})  # kinds by which a forum has somebody above it
_ORDER = ("no_reference", "two_masters", "circle", "chain")
_LEAST_CHAIN = 2


def gaps(context: Context) -> list[Row]:
    """Forums of which no reference is in force though one was or is asked for; then forums with two masters, circles, and chains."""
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
    rows += [_course(context, [*loop, loop[0]], "circle") for loop in _circles(by_origin) if context.in_scope(*(line.origin for line in loop))]
    rows += [_course(context, chain, "chain") for chain in _chains(by_origin) if context.in_scope(*(line.origin for line in chain))]
    wanted = context.options.kind
    chosen = [row for row in rows if not wanted or row["kind"] in wanted]
    return sorted(chosen, key=lambda row: (_ORDER.index(row["kind"]), row["forum"] or "", row["masters"]))


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
        "kind": problem,
        "forum_id": origin,
        "cluster_id": cluster,
        "last_to": None,
        "last_status": None,
        "last_valid_until": None,
        "requested_to": None,
        "masters": [],
    }


def _masters(context: Context, origin: str, found: list[Line]) -> Row | None:
    masters = {line.to: line for line in found if line.kind == "reports_to" and line.status == "in_force"}
    if len(masters) < 2:
        return None
    names = sorted(context.name(to) or "" for to in masters)
    return {**_gap_head(context, origin, "two_masters"), "masters": names, **proof(*(line.fact for line in masters.values()))}


def _circles(by_origin: dict[str, list[Line]]) -> list[list[Line]]:
    """References in force that lead back to where they began, each circle once."""
    onward = _onward(by_origin)
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


def _chains(by_origin: dict[str, list[Line]]) -> list[list[Line]]:
    """References in force by which one leads to the next, from each forum to which nobody refers; two at least."""
    onward = _onward(by_origin)
    reached = {line.to for found in onward.values() for line in found}
    chains: list[list[Line]] = []
    open_ends: list[list[Line]] = [[line] for origin in sorted(onward) if origin not in reached for line in onward[origin]]
    while open_ends:
        chain = open_ends.pop()
        further = [line for line in onward.get(chain[-1].to, ()) if line.to not in {one.origin for one in chain}]
        open_ends += [[*chain, line] for line in further]
        if not further and len(chain) >= _LEAST_CHAIN:
            chains.append(chain)
    return chains


def _onward(by_origin: dict[str, list[Line]]) -> dict[str, list[Line]]:
    return {origin: [line for line in found if line.kind in UPWARDS and line.status == "in_force"] for origin, found in by_origin.items()}


def _course(context: Context, course: list[Line], kind: str) -> Row:
    names = [context.name(line.origin) or "" for line in course]
    ends = [] if kind == "circle" else [context.name(course[-1].to) or ""]
    return {**_gap_head(context, course[0].origin, kind), "masters": [*names, *ends], **proof(*(line.fact for line in course))}
