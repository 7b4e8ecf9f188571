"""Claims to entities: block, compare, cluster, and what people have judged. Pure: the same claims give the same entities, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from clustergraph.entities import bodies, initiatives, people
from clustergraph.entities.build import Builder
from clustergraph.entities.cluster import cluster
from clustergraph.entities.profiles import Evidence, evidence
from clustergraph.entities.sightings import Sighting, by_document, gather
from clustergraph.model import Claim, Document, Judgement, Resolution
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
    An identifier never depends on what people judged: what they join keeps the identifier of the one named first, and the other one redirects.
    """
    known = registry or load()
    sightings = [s for d in sorted(documents, key=lambda d: d.id) for s in gather(d, claims_by_document.get(d.id, ()), known)]
    identities = {key: identity for around in by_document(sightings).values() for key, identity in bodies.identify(around, known).items()}
    by_key = {s.key: s for s in sightings}
    found, groups = _decide(sightings, identities, known, ())
    builder = Builder([[by_key[key] for key in group] for group in groups], identities, known)
    human = _of_keys(judgements, builder.sightings)
    redirects: dict[str, str] = {}
    if human:
        alone = builder.sightings
        found, groups = _decide(sightings, identities, known, human)
        first = [alone[j.left] for j in human if j.verdict == "same"]
        builder = Builder([[by_key[key] for key in group] for group in groups], identities, known, former=alone, first=first)
        redirects = _redirects(alone, builder.sightings)
    log = sorted({*found, *human}, key=lambda j: (j.left, j.right, j.by, j.verdict))
    return Resolution(builder.entities(), dict(sorted(_with_aliases(builder.sightings, sightings).items())), tuple(log), redirects)


def _decide(
    sightings: Sequence[Sighting], identities: Mapping[str, bodies.Identity], registry: Registry, human: Sequence[Judgement]
) -> tuple[list[Judgement], list[list[str]]]:
    """The verdicts on all pairs that may be one, and the groups of sighting keys that follow from them."""
    named_bodies = [s for s in sightings if s.kind in ("organisation", "forum")]
    found = bodies.compare(named_bodies, identities)
    of_bodies = cluster([s.key for s in named_bodies], found, human)
    found += people.compare(_people(sightings, of_bodies, identities, registry), human)
    found += initiatives.compare([s for s in sightings if s.kind == "initiative"])
    return found, cluster([s.key for s in sightings], found, human)


def _people(
    sightings: Sequence[Sighting], groups: Sequence[Sequence[str]], identities: Mapping[str, bodies.Identity], registry: Registry
) -> list[Evidence]:
    body = {key: group[0] for group in groups for key in group}
    rows = {group[0]: next((r.id for key in group if (r := identities[key].row)), None) for group in groups}
    group_of_row = {row: key for key, row in rows.items() if row}

    def above(key: str) -> list[str]:
        row = rows.get(key)
        return [group_of_row.get(up, up) for up in registry.ancestors(row)] if row else []

    return [
        evidence(s, lambda name, d=s.context.document_id: people.bodies_by_name(body, d, name), above)  # type: ignore[misc]
        for s in sightings
        if s.kind == "person"
    ]


def _of_keys(judgements: Iterable[Judgement], canonical: Mapping[str, str]) -> list[Judgement]:
    """The last judgement on each pair that both ends are still there for, in the order of judging, with mention keys as ends."""
    first: dict[str, str] = {}
    for key in sorted(canonical):
        first.setdefault(canonical[key], key)
    last: dict[frozenset[str], Judgement] = {}
    for judgement in judgements:
        left, right = (end if end in canonical else first.get(end) for end in (judgement.left, judgement.right))
        if left and right and left != right:
            last.pop(frozenset((left, right)), None)
            last[frozenset((left, right))] = replace(judgement, left=left, right=right)
    return [judgement for judgement in last.values() if judgement.verdict != "withdrawn"]


def _redirects(alone: Mapping[str, str], canonical: Mapping[str, str]) -> dict[str, str]:
    """Identifiers that are in use no more, and the one that each thing bears now."""
    used = set(canonical.values())
    found: dict[str, str] = {}
    for key in sorted(alone):
        if alone[key] not in used:
            found.setdefault(alone[key], canonical[key])
    return dict(sorted(found.items()))


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
