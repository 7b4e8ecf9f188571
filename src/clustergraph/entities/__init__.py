"""Claims to entities: block, compare, cluster, and what people have judged. Pure: the same claims give the same entities, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from clustergraph.entities import bodies, initiatives, people
from clustergraph.entities.build import Builder
from clustergraph.entities.cluster import cluster
from clustergraph.entities.sightings import Sighting, by_document, gather
from clustergraph.model import Claim, Document, Entity, Judgement, Resolution
from clustergraph.registry import Registry, load

__all__ = ["resolve"]


def resolve(
    documents: Iterable[Document],
    claims_by_document: Mapping[str, Iterable[Claim]],
    registry: Registry | None = None,
    judgements: Sequence[Judgement] = (),
) -> Resolution:
    """Which names of which documents are one thing.

    ``judgements`` are people's, in the order in which they were given; the last one on a pair counts, and it outweighs every comparison.
    Their ends are entity ids or mention keys. The resolution holds them and the program's own, each with a score and a reason in words.
    """
    known = registry or load()
    sightings = [s for d in sorted(documents, key=lambda d: d.id) for s in gather(d, claims_by_document.get(d.id, ()), known)]
    human = _last(judgements)
    identities = {key: identity for around in by_document(sightings).values() for key, identity in bodies.identify(around, known).items()}
    named_bodies = [s for s in sightings if s.kind in ("organisation", "forum")]
    found = bodies.compare(named_bodies, identities)
    groups = cluster([s.key for s in named_bodies], found, human)
    found += people.compare(_people(sightings, groups, identities, known))
    found += initiatives.compare([s for s in sightings if s.kind == "initiative"])
    every = cluster([s.key for s in sightings], found, human)
    by_key = {s.key: s for s in sightings}
    builder = Builder([[by_key[key] for key in group] for group in every], identities, known)
    entities, canonical = _judged(builder.entities(), builder.canonical, human)
    log = sorted({*found, *human}, key=lambda j: (j.left, j.right, j.by, j.verdict))
    return Resolution(entities, dict(sorted(_with_aliases(canonical, sightings).items())), tuple(log))


def _people(
    sightings: Sequence[Sighting], groups: Sequence[Sequence[str]], identities: Mapping[str, bodies.Identity], registry: Registry
) -> list[people.Evidence]:
    body = {key: group[0] for group in groups for key in group}
    rows = {group[0]: next((r.id for key in group if (r := identities[key].row)), None) for group in groups}
    group_of_row = {row: key for key, row in rows.items() if row}

    def above(key: str) -> list[str]:
        row = rows.get(key)
        return [group_of_row.get(up, up) for up in registry.ancestors(row)] if row else []

    return [
        people.evidence(s, lambda name, d=s.context.document_id: people.bodies_by_name(body, d, name), above)  # type: ignore[misc]
        for s in sightings
        if s.kind == "person"
    ]


def _last(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The last judgement on each pair."""
    last = {frozenset((j.left, j.right)): j for j in judgements}
    return sorted(last.values(), key=lambda j: (j.at or "", j.left, j.right))


def _judged(entities: Mapping[str, Entity], canonical: Mapping[str, str], human: Iterable[Judgement]) -> tuple[dict[str, Entity], dict[str, str]]:
    """Entities that people call one become one: the one named first takes in the other, its names and its attributes."""
    found = dict(entities)
    moved: dict[str, str] = {}

    def now(ident: str) -> str:
        while ident in moved:
            ident = moved[ident]
        return ident

    for judgement in human:
        left, right = now(judgement.left), now(judgement.right)
        if judgement.verdict == "same" and left != right and left in found and right in found:
            kept, gone = found[left], found.pop(right)
            aliases = {*kept.aliases, gone.label, *gone.aliases} - {kept.label}
            found[left] = replace(kept, aliases=tuple(sorted(aliases)), attributes={**gone.attributes, **kept.attributes})
            moved[right] = left
    settled = {ident: replace(e, attributes={k: _follow(v, now) for k, v in e.attributes.items()}) for ident, e in found.items()}
    return dict(sorted(settled.items())), {key: now(ident) for key, ident in canonical.items()}


def _follow(value: object, now: object) -> object:
    assert callable(now)
    if isinstance(value, str):
        return now(value)
    return sorted({now(v) for v in value}) if isinstance(value, list) else value


def _with_aliases(canonical: Mapping[str, str], sightings: Iterable[Sighting]) -> dict[str, str]:
    """The mapping with every alias of a document that means one thing of its kind there."""
    found = dict(canonical)
    meant: dict[str, set[str]] = {}
    for sighting in sightings:
        for alias in sighting.aliases:
            meant.setdefault(f"{sighting.context.document_id}#{sighting.kind}/{alias}", set()).add(canonical[sighting.key])
    for key, ids in meant.items():
        if len(ids) == 1:
            found.setdefault(key, next(iter(ids)))
    return found
