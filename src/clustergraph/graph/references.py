"""Organisational references as facts, and what the reference of a collective says of its members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clustergraph.graph import asof
from clustergraph.graph.facts import Fact, Facts, Pair
from clustergraph.graph.scene import Scene
from clustergraph.graph.terms import CG, Iri, Minter, Term, concept, day, text
from clustergraph.model import Claim, Entity

_GONE = frozenset({concept("status", word) for word in ("lapsed", "former", "denied")})
_STANDS = concept("status", "in_force")


def reference(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``reporting_line``: one body's reference to another, with kind, status and period."""
    if claim.object is None:
        return
    told = claim.qualifiers
    meaning: list[tuple[Iri, Term | None]] = [
        (CG["from"], scene.entity(claim.subject.kind, claim.subject.name)),
        (CG["to"], scene.entity(claim.object.kind, claim.object.name)),
        (CG["referenceKind"], concept("kind", told.get("kind") or "reports_to")),
        (CG["referenceStatus"], concept("status", told.get("status") or "unclear")),
        (CG["askedOn"], text(told["asked_on"]) if told.get("asked_on") else None),
        *validity(told.get("valid_from"), told.get("valid_until")),
    ]
    change = [(CG["changeKind"], concept("change", told["change"]))] if told.get("change") else []
    yield facts.state("reference", CG["Reference"], meaning, scene.source(claim), besides=change)


def validity(valid_from: str | None, valid_until: str | None) -> Iterator[Pair]:
    """The printed bounds of a period and beside them the days, half-open: until 2019 is until 2020-01-01."""
    if valid_from:
        yield CG["validFrom"], text(valid_from)
        if first := asof.first_day(valid_from):
            yield CG["validFromDay"], day(first)
    if valid_until:
        yield CG["validUntil"], text(valid_until)
        if after := asof.day_after(valid_until):
            yield CG["validUntilDay"], day(after)


def share_out(facts: Facts, entities: Mapping[str, Entity], mint: Minter) -> None:
    """Add the references of members that follow from the reference of their collective.

    A member whose own line contradicts the collective's is the exception that the text makes: of five groups whose reference fell away,
    the two that are said to have kept it have it. Where the collective answers to many, each member answers to the one of its own cluster.
    """
    by_node = {mint.entity(entity.id): entity for entity in entities.values()}
    stated = facts.of(CG["Reference"])
    for line in stated:
        collective = by_node.get(_iri(line, "from"))
        target = by_node.get(_iri(line, "to"))
        if collective is None or target is None:
            continue
        members = [entities[ident] for ident in collective.attributes.get("members") or () if ident in entities]
        exceptions = {one.id: _exceptions(mint, one, line, target, stated, by_node) for one in members}
        for member in members:
            to = _own_target(member, target, entities)
            if exceptions[member.id] or to.id == member.id:
                continue
            changed = {CG["from"]: mint.entity(member.id), CG["to"]: mint.entity(to.id)}
            derived = facts.infer(line, "reference", [(prop, changed.get(prop, term)) for prop, term in line.meaning])
            if derived.inferred_from:  # who is left shows only in who is named: the exceptions are a part of the proof
                derived.proofs |= {claim for owns in exceptions.values() for own in owns for claim in own.claims}


def _exceptions(mint: Minter, member: Entity, line: Fact, target: Entity, stated: Iterable[Fact], by_node: Mapping[Iri, Entity]) -> list[Fact]:
    """A member's own lines that say otherwise than the collective's."""
    node = mint.entity(member.id)
    return [own for own in stated if own.value(CG["from"]) == node and _excepts(own, line, member, target, by_node)]


def _iri(fact: Fact, name: str) -> Iri:
    found = fact.value(CG[name])
    assert isinstance(found, Iri), "a reference is stated with both ends"
    return found


def _excepts(own: Fact, line: Fact, member: Entity, target: Entity, by_node: Mapping[Iri, Entity]) -> bool:
    """Whether a member's own line speaks of the same relation as the collective's and says otherwise."""
    if own.value(CG["referenceKind"]) != line.value(CG["referenceKind"]):
        return False
    mine, common = own.value(CG["referenceStatus"]), line.value(CG["referenceStatus"])
    if not ((mine == _STANDS and common in _GONE) or (common == _STANDS and mine in _GONE)):
        return False
    to = by_node.get(_iri(own, "to"))
    return to is not None and _same_side(to, target, member)


def _same_side(to: Entity, target: Entity, member: Entity) -> bool:
    """Whether a body is the collective target, one of its members, or what it comes to in the member's own cluster."""
    if to.id == target.id or to.id in (target.attributes.get("members") or ()):
        return True
    home = member.attributes.get("cluster")
    return bool(target.attributes.get("collective")) and home is not None and home in (to.id, to.attributes.get("cluster"), to.attributes.get("of"))


def _own_target(member: Entity, target: Entity, entities: Mapping[str, Entity]) -> Entity:
    home = member.attributes.get("cluster")
    if not target.attributes.get("collective") or home is None:
        return target
    if target.attributes.get("type") == "cluster" and home in entities:
        return entities[home]
    mine = [entities[i] for i in target.attributes.get("members") or () if i in entities and entities[i].attributes.get("cluster") == home]
    return mine[0] if len(mine) == 1 else target
