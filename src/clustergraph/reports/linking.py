"""How two are linked on a day: who sits in both, and the shortest way by references, seats, titles and initiatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clustergraph.queries.actors import Actor, local
from clustergraph.reports.context import Context, Fact, proof
from clustergraph.reports.people import OWN, memberships, titles
from clustergraph.reports.references import lines
from clustergraph.reports.result import Row

COLUMNS = ("step", "from", "kind", "to", "status", "who")
_BOTH = "sits_in_both"


@dataclass(frozen=True, slots=True)
class Link:
    """One fact by which two entities touch."""

    origin: str
    to: str
    kind: str
    status: str
    fact: Fact


def path(context: Context, left: str, right: str) -> list[Row]:
    """Those who sit in both first (``step`` 0), then the fewest steps from one to the other, whichever way they point; empty where there are none."""
    ends = context.actors.the(left), context.actors.the(right)
    links = list(_links(context))
    return [*_both(context, links, *ends), *_way(context, links, *ends)]


def _links(context: Context) -> Iterator[Link]:
    for line in lines(context):
        yield Link(line.origin, line.to, line.kind, line.status, line.fact)
    for fact in memberships(context):
        if (fact.word("capacity") or "") in OWN:
            yield Link(str(fact.text("person")), str(fact.text("forum")), fact.word("capacity") or "member", "in_force", fact)
    for fact in context.facts("bodies"):
        yield Link(str(fact.text("organisation")), str(fact.text("forum")), "member", "in_force", fact)
    for fact in titles(context).facts:
        if body := fact.text("organisation"):
            yield Link(str(fact.text("person")), body, fact.text("title") or "member", "in_force", fact)
    for fact in context.facts("initiatives"):
        for name, value in fact.pairs:
            if local(name) in ("anchoredIn", "lead"):
                yield Link(str(fact.text("initiative")), value, "anchored_in" if local(name) == "anchoredIn" else "leads", "in_force", fact)


def _both(context: Context, links: Iterable[Link], left: Actor, right: Actor) -> list[Row]:
    seats: dict[str, dict[str, Fact]] = defaultdict(dict)
    for link in links:
        for end in (left, right):
            if link.to == end.id or (end.kind == "cluster" and context.actors.cluster_of(link.to) == end.id):
                seats[link.origin].setdefault(end.id, link.fact)
    rows = []
    for who, found in seats.items():
        actor = context.actor(who)
        if len(found) == 2 and left.id != right.id and actor and actor.kind in ("person", "organisation"):
            rows.append({
                "step": 0, "from": left.label, "kind": _BOTH, "to": right.label, "status": "in_force", "who": actor.label,
                "from_id": left.id, "to_id": right.id, "who_id": who, **proof(*found.values()),
            })  # fmt: skip
    return sorted(rows, key=lambda row: (row["who"], row["who_id"]))


def _way(context: Context, links: Iterable[Link], left: Actor, right: Actor) -> list[Row]:
    near: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    # Of two ways as short the surer one is told.
    for link in sorted(links, key=lambda one: (one.status != "in_force", one.origin, one.to, one.kind, one.fact.id)):
        near[link.origin].append((link.to, link))
        near[link.to].append((link.origin, link))
    came: dict[str, tuple[str, Link] | None] = {left.id: None}
    reached = [left.id]
    for here in reached:
        for there, link in near[here]:
            if there not in came:
                came[there] = (here, link)
                reached.append(there)
    steps: list[Link] = []
    step = came.get(right.id)
    while step:
        steps.append(step[1])
        step = came[step[0]]
    return [
        {
            "step": number, "from": context.name(link.origin), "kind": link.kind, "to": context.name(link.to), "status": link.status, "who": None,
            "from_id": link.origin, "to_id": link.to, **proof(link.fact),
        }
        for number, link in enumerate(reversed(steps), 1)
    ]  # fmt: skip
