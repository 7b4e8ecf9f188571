"""Organisations, forums and clusters: which names of which documents are one body.

A name is nothing without its owner: what a document calls "klyngestyregruppen" is the one of its cluster and of its time. So each
sighting gets an identity (a registry row, or name and owner), equal identities are one body, and near spellings under one owner too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from clustergraph import lexicon
from clustergraph.entities.sightings import Sighting
from clustergraph.model import Judgement
from clustergraph.names import fold, is_generic
from clustergraph.registry import Registry, Row

BY = "entities.bodies"
_DOCUMENT = "document "
_NEAR = 92  # per cent of letters that agree between two spellings of one name
_SHORT = 8  # letters: shorter names are compared as they are


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes a body itself. Bodies of one ``key`` are one; ``scope`` is the owner, cluster, region or document that the name belongs to."""

    key: str
    kind: str  # organisation forum cluster
    scope: str
    row: Row | None
    owner: str | None  # the sighting's owner, as this document names it
    cluster: str | None
    before: str | None  # the day before which a body of the earlier order is meant
    reason: str

    @property
    def is_local(self) -> bool:
        """Whether the name means something in its own document only: a general name, or a document of an unknown region."""
        return self.key.startswith("local ") or self.scope.startswith(_DOCUMENT)


def identify(sightings: Mapping[tuple[str, str], Sighting], registry: Registry) -> dict[str, Identity]:
    """The identity of each body of one document, by sighting key."""
    found: dict[str, Identity] = {}
    for sighting in sightings.values():
        if sighting.kind in ("organisation", "forum"):
            _identify(sighting, sightings, registry, found, ())
    return found


def _identify(
    sighting: Sighting,
    around: Mapping[tuple[str, str], Sighting],
    registry: Registry,
    found: dict[str, Identity],
    path: tuple[str, ...],
) -> Identity:
    if sighting.key in found:
        return found[sighting.key]
    owner = _owner_of(sighting, around)
    above = None
    if owner is not None and owner.key not in path:
        above = _identify(owner, around, registry, found, (*path, sighting.key))
    cluster = _cluster_of(sighting, above)
    row = _row(sighting, above, cluster, registry)
    if row is not None and row.kind == "forum":
        cluster = row.cluster
    elif above is None and not _is_own_forum(sighting) and not registry.is_shared(sighting.name):
        cluster = None  # a forum that a cluster's document names need not be the cluster's
    before = _before(sighting, cluster, registry)
    row = None if before else row
    identity = _with(sighting, above, cluster, before, row, registry)
    if len(path) == 0 or owner is None or above is not None:  # not the half-known identity of a ring of owners
        found[sighting.key] = identity
    return identity


def _owner_of(sighting: Sighting, around: Mapping[tuple[str, str], Sighting]) -> Sighting | None:
    name = sighting.facts.get("of") or sighting.facts.get("part_of")
    return (around.get(("forum", str(name))) or around.get(("organisation", str(name)))) if name else None


def _kind(sighting: Sighting) -> str:
    if sighting.kind == "forum" and sighting.facts.get("type") == "cluster" and not sighting.facts.get("collective"):
        return "cluster"
    return sighting.kind


def _cluster_of(sighting: Sighting, above: Identity | None) -> str | None:
    """The cluster that a forum belongs to: its owner's; the document's where no owner is named."""
    if sighting.kind != "forum" or _kind(sighting) == "cluster":
        return None
    if above is None:
        return None if sighting.facts.get("of") else sighting.context.cluster
    if above.kind == "cluster":
        return above.row.id if above.row else above.key
    return above.cluster


def _is_own_forum(sighting: Sighting) -> bool:
    """Whether a forum is the one whose meeting the document is of."""
    return bool(sighting.context.forum) and fold(sighting.context.forum or "") in sighting.spellings


def _before(sighting: Sighting, cluster: str | None, registry: Registry) -> str | None:
    """The day on which the clusters' present order began, where a document of the time before it names a cluster's forum."""
    row = registry.rows.get(cluster or "")
    day = sighting.context.day
    return row.valid_from if row and day and row.valid_from and day < row.valid_from else None


def _row(sighting: Sighting, above: Identity | None, cluster: str | None, registry: Registry) -> Row | None:
    kind = _kind(sighting)
    if kind == "forum" and is_generic(sighting.name):
        return None
    region = above.row.region if above and above.row and above.row.region else sighting.context.region
    # What a document calls abolished is looked up without its day: the row has ended by then.
    # A cluster is looked up without it too: it kept its name through the reform, only its forums became others.
    day = None if sighting.facts.get("status") == "abolished" or kind == "cluster" else sighting.context.day
    for name in _ways(sighting, kind):
        row = registry.find(name, kind, region=region, cluster=cluster, day=day)
        if row is not None and _fits(sighting, row):
            return row
    telling = [alias for alias in sorted(sighting.aliases) if not is_generic(alias)]
    rows = [row for alias in telling if (row := registry.find(alias, kind, region=region, cluster=cluster, day=day)) and _fits(sighting, row)]
    return rows[0] if len({row.id for row in rows}) == 1 else None


def _ways(sighting: Sighting, kind: str) -> Iterator[str]:
    yield sighting.name
    if kind == "cluster":
        for form in lexicon.table("names")["cluster_forms"]:
            yield form.format(sighting.name)


def _fits(sighting: Sighting, row: Row) -> bool:
    """Several forums under one name are never the one forum of a cluster."""
    return not sighting.facts.get("collective") or row.kind != "forum" or row.cluster is None


def _with(sighting: Sighting, above: Identity | None, cluster: str | None, before: str | None, row: Row | None, registry: Registry) -> Identity:
    kind, owner, context = _kind(sighting), sighting.facts.get("of") or sighting.facts.get("part_of"), sighting.context
    name, place = fold(sighting.name), context.region or f"{_DOCUMENT}{context.document_id}"
    if row is not None:
        return Identity(f"row {row.id}", kind, row.cluster or row.region or "", row, owner, cluster, None, f"registry {row.id}")
    if kind == "forum" and is_generic(sighting.name):
        key = f"local {context.document_id} {sighting.name}"
        return Identity(key, kind, context.document_id, None, owner, cluster, before, "a general name, of this document only")
    if kind == "organisation" and sighting.facts.get("type") in lexicon.table("names")["nationwide_types"]:
        return Identity(f"organisation {name}", kind, "", None, owner, None, None, "same name, a body of the whole country")
    if kind == "forum" and cluster is not None:
        scope = cluster
    elif above is not None and not (above.row and above.row.type == "region"):
        scope = above.key
    else:
        scope = place
    period = f" before {before}" if before else ""
    return Identity(f"{kind} {name} of {scope}{period}", kind, scope + period, None, owner, cluster, before, f"same name and owner{period}")


@dataclass(frozen=True, slots=True)
class Body:
    """All sightings of one identity as one: the key and folded name of the first, and the spellings that tell something."""

    key: str
    identity: Identity
    name: str
    spellings: frozenset[str]

    @property
    def blocks(self) -> list[str]:
        """The blocks in which it is compared with others; none for a name that means something in its own document only."""
        if self.identity.is_local:
            return []
        return [f"scope {self.identity.kind} {self.identity.scope} {self.name[:4]}", *(f"name {spelling}" for spelling in sorted(self.spellings))]


def compare(sightings: Sequence[Sighting], identities: Mapping[str, Identity]) -> list[Judgement]:
    """All verdicts on the bodies of all documents: within an identity, and between identities of one scope or one name."""
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sorted(sightings, key=lambda s: s.order):
        groups[identities[sighting.key].key].append(sighting)
    found = [Judgement(group[0].key, other.key, "same", 1.0, identities[other.key].reason, BY) for group in groups.values() for other in group[1:]]
    bodies = {
        key: Body(group[0].key, identities[group[0].key], fold(group[0].name), frozenset().union(*(telling(s) for s in group)))
        for key, group in groups.items()
    }
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, body in bodies.items():
        for block in body.blocks:
            blocks[block].append(key)
    pairs = {pair for block in blocks.values() for pair in combinations(sorted(block), 2)}
    return found + [judgement for left, right in sorted(pairs) if (judgement := verdict(bodies[left], bodies[right])) is not None]


def verdict(left: Body, right: Body) -> Judgement | None:
    """What is to be said of two bodies of different identities that share a block."""
    a, b = left.identity, right.identity
    ends = (left.key, right.key)
    shared = left.spellings & right.spellings
    if a.row and b.row:
        return Judgement(*ends, "different", 1.0, f"{a.row.id} and {b.row.id} are two in the registry", BY) if shared else None
    if a.kind != b.kind:
        return None
    if _scope(a) != _scope(b) or a.before != b.before:
        return Judgement(*ends, "different", 0.9, f"one name, two owners: {a.scope}; {b.scope}", BY) if shared else None
    if shared:
        return Judgement(*ends, "same", 0.95, f"one owner, and both are called {min(shared)}", BY)
    if near(left.name, right.name):
        return Judgement(
            *ends, "same", round(fuzz.ratio(left.name, right.name) / 100, 3), "one owner, and the names differ by a slip of spelling", BY
        )
    return None


def _scope(identity: Identity) -> str:
    """What two names must belong to alike; a registry row belongs to its cluster, region or the country."""
    return identity.scope.partition(" before ")[0]


def telling(sighting: Sighting) -> set[str]:
    """The spellings that tell something; what only says what sort of group it is does not."""
    return {spelling for spelling in sighting.spellings if len(spelling) > 2 and not is_generic(spelling)}


def near(one: str, other: str) -> bool:
    """Whether two folded names differ by a slip only: as many words, the same numbers, and each pair of words nearly alike."""
    if min(len(one), len(other)) < _SHORT or fuzz.ratio(one, other) < _NEAR:
        return False
    pairs = list(zip(one.split(), other.split(), strict=False))
    if len(one.split()) != len(other.split()):
        return one.replace(" ", "") == other.replace(" ", "")
    return all(a == b or (not any(c.isdigit() for c in a + b) and min(len(a), len(b)) > 5 and fuzz.ratio(a, b) >= _NEAR) for a, b in pairs)
