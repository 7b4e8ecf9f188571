"""Initiatives: one name, one region and, where the name is an ordinary one, one cluster."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from clustergraph.entities.bodies import near
from clustergraph.entities.sightings import Sighting
from clustergraph.model import Judgement
from clustergraph.names import fold, is_generic

BY = "entities.initiatives"
_TELLING = 5  # words: a name as long as this is nobody else's


def compare(sightings: Sequence[Sighting]) -> list[Judgement]:
    """All verdicts on pairs of initiatives of different documents that bear one name."""
    blocks: dict[str, dict[str, Sighting]] = defaultdict(dict)
    for sighting in sightings:
        for block in blocks_of(sighting):
            blocks[block][sighting.key] = sighting
    pairs = {pair for block in blocks.values() for pair in combinations(sorted(block), 2)}
    by_key = {sighting.key: sighting for sighting in sightings}
    found = (verdict(by_key[left], by_key[right]) for left, right in sorted(pairs))
    return [judgement for judgement in found if judgement is not None]


def blocks_of(sighting: Sighting) -> set[str]:
    """The blocks in which an initiative is compared with others: its spellings, and how they begin."""
    telling = [spelling for spelling in sighting.spellings if not is_generic(spelling)]
    return {block for spelling in telling for block in (spelling, f"{spelling[:6]}*")}


def verdict(a: Sighting, b: Sighting) -> Judgement | None:
    """What is to be said of two sightings that share a block; None for two of one document and for two names."""
    if a.context.document_id == b.context.document_id:
        return None
    shared = {spelling for spelling in a.spellings & b.spellings if not is_generic(spelling)}
    alike = shared or near(fold(a.name), fold(b.name))
    if not alike:
        return None
    name = min(shared, default=fold(a.name))
    if a.context.region is None or a.context.region != b.context.region:
        return Judgement(a.key, b.key, "unsure", 0.5, f"both are called {name}, in two regions", BY)
    if a.context.cluster == b.context.cluster or None in (a.context.cluster, b.context.cluster):
        return Judgement(a.key, b.key, "same", 0.95 if shared else 0.9, f"both are called {name}, in one cluster", BY)
    if _is_proper(a.name) and _is_proper(b.name):
        return Judgement(a.key, b.key, "same", 0.85, f"both bear the proper name {name}, in one region", BY)
    return Judgement(a.key, b.key, "unsure", 0.6, f"both are called {name}, in two clusters", BY)


def _is_proper(name: str) -> bool:
    """Whether a name is a title of its own (``STIME``, ``Læsehjælp Nu``) and no description that any cluster may use."""
    words = name.split()
    spelt = any(sum(letter.isupper() for letter in word) > 1 for word in words) or sum(word[:1].isupper() for word in words) > 1
    return spelt or len(words) >= _TELLING
