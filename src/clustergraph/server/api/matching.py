"""Which entities a name in somebody's list may mean: how alike the names are, and whether what else is said of it agrees.

A match is what can be taken over without looking: one entity alone is called so, and nothing that was said speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz, process

from clustergraph.queries import folding
from clustergraph.queries.actors import Actor
from clustergraph.server.api.properties import PROPERTIES, values
from clustergraph.server.visit import Visit

_SAME = 100.0
_LIKE = 70.0  # below it two names are not alike
_FOUND = 50.0  # of what the search finds: the words asked for are among those of the name, or begin them
_REORDERED = 98.0  # the same words in another order
_PART = 0.9  # of the likeness where one name holds all words of the other
_AGREES, _DIFFERS = 3.0, 12.0
_LOOKED_AT = 60  # entities that are compared in full


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be meant. ``score`` from 0 to 100; ``alike`` of the names alone; ``agrees`` and ``differs`` count what else was said."""

    actor: Actor
    score: float
    alike: float
    agrees: int
    differs: int
    match: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: a name, kinds of entities (none: all), and what is said of it: property and words or identifiers."""

    name: str
    kinds: tuple[str, ...] = ()
    said: tuple[tuple[str, tuple[str, ...]], ...] = ()


def candidates(visit: Visit, wanted: Wanted, most: int) -> list[Candidate]:
    """The entities that may be meant, the likeliest first."""
    own = visit.view.actors.get(wanted.name) or visit.view.actors.get(f"{visit.site.project.settings.base}id/{wanted.name}")
    if own:
        return [Candidate(own, _SAME, _SAME, 0, 0, match=True)]
    likely = _called(visit, wanted) if wanted.name else _described(visit, wanted)
    found = sorted(
        (_compared(visit, actor, alike, wanted) for actor, alike in likely), key=lambda one: (-one.score, -one.agrees, one.actor.label, one.actor.id)
    )
    return _decided(found, wanted)[:most]


def _decided(found: list[Candidate], wanted: Wanted) -> list[Candidate]:
    """One entity is a match where it alone has the name, or alone of those that have it agrees with all that was said."""
    same = [one for one in found if one.alike == _SAME and not one.differs]
    if len(same) > 1 and wanted.said:
        same = [one for one in same if one.agrees == len(wanted.said)]
    if len(same) != 1:
        return found
    (match,) = same
    sure = Candidate(match.actor, match.score, match.alike, match.agrees, match.differs, match=True)
    return [sure, *(one for one in found if one is not match)]


def _called(visit: Visit, wanted: Wanted) -> Iterable[tuple[Actor, float]]:
    """Entities with a like name, and how alike: those that the search finds, and those that are written a little differently."""
    least: dict[str, float] = {}
    for kind in wanted.kinds or (None,):
        hits, _ = visit.view.finder.names.find(wanted.name, _LOOKED_AT, kind)
        least |= {hit.actor.id: _FOUND for hit in hits}
    ids, names = visit.view.once("spellings", lambda: _spellings(visit.view.actors.by_id.values()))
    near = process.extract(folding.fold(wanted.name), names, scorer=fuzz.ratio, processor=None, score_cutoff=_LIKE, limit=_LOOKED_AT)
    for actor in dict.fromkeys([*(visit.view.actors.by_id[iri] for iri in least), *(ids[place] for _, _, place in near)]):
        alike = max(least.get(actor.id, 0.0), *(likeness(wanted.name, name) for name in actor.names))
        if alike >= _FOUND and (not wanted.kinds or actor.kind in wanted.kinds):
            yield actor, alike


def _spellings(actors: Iterable[Actor]) -> tuple[list[Actor], list[str]]:
    pairs = sorted(((actor, folding.fold(name)) for actor in actors for name in actor.names), key=lambda pair: (pair[1], pair[0].id))
    return [actor for actor, _ in pairs], [name for _, name in pairs]


def _described(visit: Visit, wanted: Wanted) -> Iterable[tuple[Actor, float]]:
    """Entities without a name to go by: those that agree with all that is said, as far as it is known without reading on."""
    if not wanted.said or not all(PROPERTIES[name].told_by_itself for name, _ in wanted.said):
        return []
    actors = sorted(visit.view.actors.by_id.values(), key=lambda one: one.id)
    fitting = (one for one in actors if not wanted.kinds or one.kind in wanted.kinds)
    agreeing = (one for one in fitting if all(_agrees(visit, one, name, told) for name, told in wanted.said))
    return [(one, _FOUND) for one in islice(agreeing, _LOOKED_AT)]


def _compared(visit: Visit, actor: Actor, alike: float, wanted: Wanted) -> Candidate:
    verdicts = [_agrees(visit, actor, name, told) for name, told in wanted.said]
    agrees, differs = verdicts.count(True), verdicts.count(False)
    score = alike - _DIFFERS * differs + _AGREES * agrees
    return Candidate(actor, round(max(1.0, min(_SAME, score)), 1), alike, agrees, differs)


def likeness(asked: str, name: str) -> float:
    """How alike two names are, from 0 to 100: 100 for the same letters, whatever their case, accents, hyphens and blanks."""
    if folding.joined(asked) == folding.joined(name):
        return _SAME
    left, right = folding.fold(asked), folding.fold(name)
    if not left or not right:
        return 0.0
    whole = min(_REORDERED, fuzz.token_sort_ratio(left, right))
    part = _PART * fuzz.token_set_ratio(left, right) if min(len(left.split()), len(right.split())) > 1 else 0.0
    return round(max(whole, part), 1)


def _agrees(visit: Visit, actor: Actor, name: str, told: Sequence[str]) -> bool | None:
    """Whether what is said of an entity is so; None where nothing is known of it."""
    known = values(visit, actor, name)
    if not known or not told:
        return None
    ways = {way for value in known for way in _ways(value)}
    return any(folding.joined(one) in ways for one in told)


def _ways(value: str | Actor) -> Iterable[str]:
    """All that a value may be called."""
    if isinstance(value, str):
        return [folding.joined(value)]
    return [folding.joined(name) for name in (*value.names, value.id, value.id.partition("/id/")[2])]
