"""What the documents name, with everything that helps to tell it apart: one sighting a document, kind and display name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from clustergraph.model import Claim, Document, mention_key
from clustergraph.names import fold
from clustergraph.registry import Registry, Row


@dataclass(frozen=True, slots=True)
class Context:
    """Where and when a document stands: a region's code, a cluster's registry id or folded name, the forum of the meeting, the day."""

    document_id: str
    region: str | None
    cluster: str | None
    forum: str | None
    day: str | None


@dataclass(slots=True)
class Sighting:
    """One name in one document. ``facts`` are the qualifiers of the claim that lists it; the sets are folded keys."""

    key: str
    kind: str  # person organisation forum initiative
    name: str
    context: Context
    aliases: set[str] = field(default_factory=set)
    facts: dict[str, Any] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    employers: set[str] = field(default_factory=set)  # display names of this document
    forums: set[str] = field(default_factory=set)  # display names of this document
    attends: bool = False  # stands in a list of who was there
    weight: int = 0  # claims that speak of it

    @property
    def order(self) -> tuple[str, str, str]:
        """The order in which sightings count as first: the day, the document, the name."""
        return (self.context.day or "9999", self.context.document_id, self.name)

    @property
    def spellings(self) -> set[str]:
        """The folded name and aliases."""
        return {fold(name) for name in (self.name, *self.aliases)} - {""}


NAMED = ("person", "organisation", "forum", "initiative")


def gather(document: Document, claims: Iterable[Claim], registry: Registry) -> list[Sighting]:
    """All sightings of one document, ordered by kind and name."""
    claims = list(claims)
    context = context_of(document, claims, registry)
    found: dict[tuple[str, str], Sighting] = {}

    def sight(kind: str, name: str) -> Sighting:
        if (kind, name) not in found:
            found[kind, name] = Sighting(mention_key(document.id, kind, name), kind, name, context)
        return found[kind, name]

    for claim in claims:
        ends = [mention for mention in (claim.subject, claim.object) if mention is not None and mention.kind in NAMED]
        seen = [sight(mention.kind, mention.name) for mention in ends]
        for sighting in seen:
            sighting.weight += 1
        if claim.kind in NAMED:
            seen[0].aliases.update(claim.qualifiers.get("aliases") or ())
            seen[0].facts.update(claim.qualifiers)
        elif claim.subject.kind == "person" and claim.kind == "holds_role":
            seen[0].titles.add(fold(str(claim.qualifiers.get("role") or "")))
            seen[0].employers.update(mention.name for mention in ends[1:])
        elif claim.subject.kind == "person" and claim.kind == "forum_role":
            seen[0].forums.update(mention.name for mention in ends[1:])
            seen[0].attends |= bool(claim.qualifiers.get("attendance"))
            if represents := claim.qualifiers.get("represents"):
                seen[0].employers.add(str(represents))
    for sighting in found.values():
        sighting.titles.discard("")
    return [found[pair] for pair in sorted(found)]


def context_of(document: Document, claims: Iterable[Claim], registry: Registry) -> Context:
    """The region and cluster that a document speaks from: what its meeting says, else what most of its bodies belong to."""
    claims = list(claims)
    meeting = next((c for c in claims if c.kind == "meeting"), None)
    stated: Mapping[str, Any] = meeting.qualifiers if meeting else {}
    forum = (meeting.object.name if meeting and meeting.object else None) or stated.get("forum") or document.forum
    day = stated.get("date") or document.date
    rows = [row for name in _bodies(claims) if (row := _only(registry.named(name)))]
    region = _code(stated.get("region"), registry) or _majority(row.region for row in rows)
    cluster = _cluster(stated.get("cluster"), region, day, registry)
    if cluster is None:
        cluster = _cluster_in(" ".join(str(x) for x in (forum, document.title) if x), region, registry) or _of_municipalities(rows, registry)
    if cluster in registry.rows and region is None:
        region = registry.rows[cluster].region
    return Context(document.id, region, cluster, str(forum) if forum else None, day)


def _bodies(claims: Iterable[Claim]) -> list[str]:
    return sorted({m.name for c in claims for m in (c.subject, c.object) if m is not None and m.kind in ("organisation", "forum")})


def _only(rows: list[Row]) -> Row | None:
    return rows[0] if len(rows) == 1 else None


def _code(name: object, registry: Registry) -> str | None:
    row = _only([row for row in registry.named(str(name), "organisation") if row.type == "region"]) if name else None
    return row.region if row else None


def _majority(regions: Iterable[str | None]) -> str | None:
    """The region of three in five of the bodies that belong to one region only."""
    votes = Counter(region for region in regions if region)
    if not votes:
        return None
    region, count = max(votes.items(), key=lambda item: (item[1], item[0]))
    return region if count * 5 >= votes.total() * 3 else None


def _cluster(name: object, region: str | None, day: str | None, registry: Registry) -> str | None:
    if not name:
        return None
    row = registry.find(str(name), "cluster", region=region) if region else _only(registry.named(str(name), "cluster"))
    return row.id if row else fold(str(name))


def _cluster_in(words: str, region: str | None, registry: Registry) -> str | None:
    """The one cluster of the region whose name stands in a title or the name of a forum."""
    text = f" {fold(words)} "
    hits = {
        row.id
        for row in registry.rows.values()
        if row.kind == "cluster" and row.region == region and any(f" {fold(name)} " in text for name in (row.name, *row.others))
    }
    return hits.pop() if len(hits) == 1 else None


def _of_municipalities(rows: Iterable[Row], registry: Registry) -> str | None:
    """The cluster that holds every municipality that is named, where at least two are."""
    clusters = [set(registry.clusters_of_municipality.get(row.id, ())) for row in rows if row.type == "municipality"]
    shared = set.intersection(*clusters) if len(clusters) > 1 else set()
    return shared.pop() if len(shared) == 1 else None


def by_document(sightings: Iterable[Sighting]) -> dict[str, dict[tuple[str, str], Sighting]]:
    """The sightings by document id, then by kind and name."""
    found: dict[str, dict[tuple[str, str], Sighting]] = defaultdict(dict)
    for sighting in sightings:
        found[sighting.context.document_id][sighting.kind, sighting.name] = sighting
    return dict(found)
