"""Claims about what is being done, as facts: initiatives, money, events and deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clustergraph import lexicon
from clustergraph.graph import asof
from clustergraph.graph.facts import Fact, Facts
from clustergraph.graph.meetings import dated, told_at
from clustergraph.graph.scene import Scene
from clustergraph.graph.terms import CG, SCHEMA, A, Iri, Term, boolean, concept, day, integer, text
from clustergraph.model import Claim

_PRINTED = (("maturity", "maturity"), ("targetGroup", "target_group"), ("purpose", "purpose"), ("condition", "condition"), ("priority", "priority"))


def initiative(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``initiative``: what a document says of an initiative, who takes part in it, and the money given to it."""
    told = claim.qualifiers
    node = scene.entity("initiative", claim.subject.name)
    yield facts.state("statement", CG["InitiativeStatement"], _statement(scene, claim, node), scene.source(claim))
    for one in told.get("involved") or ():
        if one.get("body"):
            body = scene.body(one["body"]) or scene.person(one["body"])
            who = (CG["body"], body) if body else (CG["bodyText"], text(str(one["body"])))
            parts: list[tuple[Iri, Term | None]] = [
                (CG["initiative"], node),
                who,
                (CG["part"], text(one["part"]) if one.get("part") else None),
                (CG["count"], integer(one["count"]) if one.get("count") is not None else None),
                (CG["joined"], text(str(one["to"])) if one.get("to") else None),
            ]
            yield facts.state("involvement", CG["Involvement"], parts, scene.source(claim))
    for one in told.get("budget") or ():
        told_apart = any(other.kind == "money" and _is_same_sum(one, other.qualifiers) for other in scene.claims)
        if one.get("amount_dkk") is not None and not told_apart:
            yield from grant(scene, claim, facts, {**one, "what": one.get("what") or claim.subject.name}, node)


def _statement(scene: Scene, claim: Claim, node: Iri) -> Iterator[tuple[Iri, Term | None]]:
    told = claim.qualifiers
    yield CG["initiative"], node
    if told.get("status"):
        yield CG["initiativeStatus"], concept("initiative", told["status"])
    for name, key in _PRINTED:
        if told.get(key) is not None:
            yield CG[name], text(str(told[key]))
    if level := _level(told.get("maturity")):
        yield CG["maturityLevel"], concept("maturity", level)
    yield from bounds(told.get("start"), told.get("end"))
    if isinstance(told.get("needs_cluster_money"), bool):
        yield CG["needsClusterMoney"], boolean(told["needs_cluster_money"])
    for name, key, find in (("anchoredIn", "anchored_in", scene.body), ("lead", "leads", scene.person), ("contact", "contacts", scene.person)):
        for one in told.get(key) or ():
            found = find(one)
            yield (CG[name], found) if found else (CG[f"{name}Text"], text(str(one)))
    focus = told.get("focus") or ()
    yield from ((CG["focus"], text(str(one))) for one in ([focus] if isinstance(focus, str) else focus))
    yield from told_at(scene, claim)


def _level(word: object) -> str | None:
    levels: dict[str, list[str]] = lexicon.table("maturity")["levels"]
    return next((level for level, words in levels.items() if str(word).strip().casefold() in words), None)


def bounds(start: str | None, end: str | None) -> Iterator[tuple[Iri, Term]]:
    """Start and end as printed, with the days: the end's day is the first one after it."""
    if start:
        yield from dated(start, "start")
    if end:
        yield CG["end"], text(end)
        if after := asof.day_after(end):
            yield CG["endDay"], day(after)


def money(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``money``: a sum of kroner, or a sum that is announced without a figure."""
    told = {**claim.qualifiers, "what": claim.qualifiers.get("what") or claim.subject.name}
    # A sum that is told both by itself and as an initiative's budget is one grant.
    budgets = [(one, budget) for one in scene.claims if one.kind == "initiative" for budget in one.qualifiers.get("budget") or ()]
    owners = {one.subject.name for one, budget in budgets if _is_same_sum(budget, told)}
    yield from grant(scene, claim, facts, told, scene.initiative(owners.pop()) if len(owners) == 1 else None)


def _is_same_sum(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether two tellings of one document mean one sum: the same amount, and no two different periods."""
    periods = {told["period"] for told in (left, right) if told.get("period")}
    return left.get("amount_dkk") is not None and left.get("amount_dkk") == right.get("amount_dkk") and len(periods) <= 1


def grant(scene: Scene, claim: Claim, facts: Facts, told: dict[str, object], funds: Iri | None) -> Iterator[Fact]:
    """A grant and its amount; ``funds`` is the initiative it goes to."""
    amount, period, status, owner = told.get("amount_dkk"), told.get("period"), told.get("status"), told.get("of")
    source = scene.source(claim)
    owner_name = str(owner) if owner else None
    funds = funds or scene.initiative(owner_name)
    meaning: list[tuple[Iri, Term | None]] = [
        (CG["what"], text(str(told["what"]))),
        (CG["period"], text(str(period)) if period else None),
        (CG["amountStatus"], concept("amount", str(status)) if status else None),
        *_owner(scene, owner_name, funds),
        (CG["funds"], funds),
        *told_at(scene, claim),
    ]
    start, end = asof.period(str(period) if period else None)
    details = [(CG["periodFromDay"], day(start) if start else None), (CG["periodUntilDay"], day(end) if end else None)]
    if amount is None:
        yield facts.state("grant", SCHEMA["MonetaryGrant"], meaning, source, details)
        return
    sum_node = scene.mint.fact("amount", str(amount), "DKK")
    fact = facts.state("grant", SCHEMA["MonetaryGrant"], [*meaning, (SCHEMA["amount"], sum_node)], source, details)
    facts.describe(sum_node, [(A, SCHEMA["MonetaryAmount"]), (SCHEMA["value"], integer(int(str(amount)))), (SCHEMA["currency"], text("DKK"))])
    yield fact


def _owner(scene: Scene, name: str | None, funds: Iri | None) -> Iterator[tuple[Iri, Term]]:
    """Whom the money is for: the body, or the words where they stand for no body and no initiative."""
    body = scene.body(name)
    if body:
        yield CG["forBody"], body
    elif name and funds is None:
        yield CG["forBodyText"], text(name)


def event(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``event`` and ``deadline``: what happens or is due, and when."""
    told = claim.qualifiers
    meaning = [
        (CG["what"], text(told.get("what") or claim.subject.name)),
        *dated(told.get("date")),
        (CG["dateText"], text(told["date_text"]) if told.get("date_text") else None),
        *told_at(scene, claim),
    ]
    cls = CG["Deadline"] if claim.kind == "deadline" else SCHEMA["Event"]
    yield facts.state(claim.kind, cls, meaning, scene.source(claim))
