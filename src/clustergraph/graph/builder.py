"""Documents, claims and entities become quads. Pure: the same input gives the same quads, in whatever order it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from clustergraph.graph import (
    actors,
    contradictions,
    evidence,
    matters,
    meetings,
    people,
    references,
    registry,
    review,
    shortcuts,
    succession,
    vocabulary,
)
from clustergraph.graph.facts import Fact, Facts
from clustergraph.graph.scene import Scene
from clustergraph.graph.terms import BASE, Iri, Minter, Quad
from clustergraph.model import Claim, Document, Resolution, Ruling

Statement: TypeAlias = Callable[[Scene, Claim, Facts], Iterable[Fact]]

# What each kind of claim states beside the existence of its subject.
STATEMENTS: Mapping[str, Statement] = {
    "meeting": meetings.meeting,
    "forum": succession.version,
    "holds_role": people.employment,
    "forum_role": people.part,
    "body_membership": people.body_membership,
    "seats": people.seats,
    "reporting_line": references.reference,
    "initiative": matters.initiative,
    "agenda_item": meetings.item,
    "decision_elsewhere": meetings.reported_decision,
    "approval": meetings.approval,
    "handover": meetings.handover,
    "event": matters.event,
    "deadline": matters.event,
    "money": matters.money,
}
# Claims that an entity exists are about the entity itself.
_ENTITIES = frozenset({"person", "organisation", "forum", "initiative"})


def build(
    documents: Iterable[Document],
    claims: Mapping[str, Sequence[Claim]],
    resolution: Resolution,
    *,
    registry_rows: registry.Tables | None = None,
    recorded: Mapping[str, str] | None = None,
    earlier: Iterable[evidence.Earlier] = (),
    rulings: Mapping[str, Ruling] | None = None,
    base: str = BASE,
) -> tuple[Quad, ...]:
    """See :func:`clustergraph.graph.build`."""
    mint, past = Minter(base), tuple(earlier)
    ruled = rulings or {}
    counting, rejected = parted(claims, ruled)
    sure = frozenset(ident for ident, ruling in ruled.items() if ruling.verdict == "confirmed")
    held = sorted(documents, key=lambda one: one.id)
    scenes = [Scene(mint, document, counting.get(document.id, ()), resolution, sure) for document in held]
    facts = Facts(mint)
    abouts = [state(scene, facts) for scene in scenes]
    succession.events(facts)
    references.share_out(facts, resolution.entities, mint)
    found: set[Quad] = set()
    for scene, about in zip(scenes, abouts, strict=True):
        found.update(of_document(scene, about, rejected.get(scene.document.id, ()), ruled, (recorded or {}).get(scene.document.id)))
    recognizers = {claim.recognizer for said in [*claims.values(), *(one.claims for one in past)] for claim in said}
    for version in past:
        found.update(evidence.earlier(mint, version))
    found.update(_current(mint, scenes, resolution, facts, registry.planned(registry_rows or {})))
    found.update(contradictions.quads(mint, facts))
    found.update(shortcuts.quads(mint, facts))
    found.update(evidence.run_quads(mint, recognizers))
    found.update(review.identity_quads(mint, resolution))
    found.update(review.claim_quads(mint, ruled))
    found.update(fixed(mint, registry_rows or {}))
    return tuple(sorted(found, key=str))


def state(scene: Scene, facts: Facts) -> dict[str, list[Iri]]:
    """State the facts of one document; what each of its claims is about, by the claim's id."""
    return {claim.id: [*(fact.node for fact in _facts(scene, claim, facts)), *_subject(scene, claim)] for claim in scene.claims}


def of_document(
    scene: Scene, abouts: Mapping[str, Sequence[Iri]], rejected: Iterable[Claim], rulings: Mapping[str, Ruling], recorded: str | None
) -> Iterator[Quad]:
    """The named graph of a document in force."""
    known = evidence.recorded_from(scene, recorded)
    yield from evidence.quads(scene, abouts, known)
    yield from review.rejected_quads(scene, rejected, rulings, known)


def parted(claims: Mapping[str, Sequence[Claim]], rulings: Mapping[str, Ruling]) -> tuple[dict[str, list[Claim]], dict[str, list[Claim]]]:
    """The claims that count and those that people rejected, by document."""
    counting: dict[str, list[Claim]] = {}
    rejected: dict[str, list[Claim]] = {}
    for document, said in claims.items():
        for claim in said:
            gone = claim.id in rulings and rulings[claim.id].verdict == "rejected"
            (rejected if gone else counting).setdefault(document, []).append(claim)
    return counting, rejected


def fixed(mint: Minter, rows: registry.Tables) -> Iterator[Quad]:
    """What does not depend on any document: the registry and the vocabulary."""
    yield from registry.quads(mint, rows)
    yield from vocabulary.quads(mint)


def _facts(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    statement = STATEMENTS.get(claim.kind)
    return statement(scene, claim, facts) if statement else ()


def _subject(scene: Scene, claim: Claim) -> Iterator[Iri]:
    if claim.kind in _ENTITIES:
        yield scene.entity(claim.subject.kind, claim.subject.name)
    elif claim.kind == "meeting":
        yield scene.mint.document(scene.document.id)


def _current(mint: Minter, scenes: Sequence[Scene], resolution: Resolution, facts: Facts, planned: Mapping[str, str]) -> Iterator[Quad]:
    graph = mint.graph("current")
    seen = actors.attestations(scenes)
    entities = (actors.planned(entity, seen.get(mint.entity(entity.id), set()), planned) for entity in resolution.entities.values())
    yield from actors.quads(mint, entities, seen, graph)
    strays = {entity.id: entity for entity in actors.unresolved(scenes)}
    yield from actors.quads(mint, strays.values(), {mint.entity(ident): set() for ident in strays}, graph)
    yield from facts.quads(graph)
