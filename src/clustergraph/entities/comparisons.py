"""The table of comparisons: each looks at one thing in two profiles and says in words what speaks for or against their being one person.

Points are bits of evidence: one more doubles the odds. The table is the whole rule; what is decided from the sum stands in ``people.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from rapidfuzz import fuzz

from clustergraph import lexicon
from clustergraph.entities import person_names
from clustergraph.entities.profiles import Profile
from clustergraph.names import fold

VETO = 100.0  # points: no evidence outweighs it
_YEAR = 365.25
_TITLE_ALIKE = 90  # per cent of letters


@dataclass(frozen=True, slots=True)
class Finding:
    """What one comparison found: points for (above 0) or against, and why in words."""

    points: float
    reason: str


Comparison: TypeAlias = Callable[[Profile, Profile], Finding | None]


def name(a: Profile, b: Profile) -> Finding | None:
    """The names: what a name says, less what is not written alike. None where they are two names."""
    if any(person_names.contradict(one, other) for one in a.names for other in b.names):
        return None
    found = [
        (min(person_names.points(one), person_names.points(other)) - likeness.lost, likeness.reason)
        for one in sorted(a.names)
        for other in sorted(b.names)
        if (likeness := person_names.alike(one, other))
    ]
    return Finding(*max(found)) if found else None


def title(a: Profile, b: Profile) -> Finding | None:
    """The titles: one in common, or other ones."""
    shared = _alike(a.titles, b.titles)
    if shared:
        return Finding(1.0 if shared in _weak() else 2.0, f"same title {shared}")
    if not (a.titles and b.titles) or _moved(a, b):
        return None  # a new post has a new title
    return Finding(-1.5, f"other title: {min(a.titles)}; {min(b.titles)}")


def employer(a: Profile, b: Profile) -> Finding | None:
    """The employers: one in common; another one later, which may be a new post; another one at the same time."""
    if a.employers & b.employers:
        return Finding(5.0, "same employer")
    if a.employers & b.families or b.employers & a.families:
        return Finding(4.0, "same employer, one within the other")
    if not (a.employers and b.employers):
        return None
    return Finding(-2.0, "another employer later") if _moved(a, b) else Finding(-8.0, "two employers at the same time")


def _moved(a: Profile, b: Profile) -> bool:
    """Whether one is told of with another employer well after the other."""
    apart = a.employers and b.employers and not (a.employers & b.families or b.employers & a.families)
    return bool(apart) and a.span(lambda s: s.employers).follows(b.span(lambda s: s.employers))


def forum(a: Profile, b: Profile) -> Finding | None:
    """The forums, else the cluster, in which the documents show them."""
    if a.forums & b.forums:
        return Finding(4.0, "same forum")
    return Finding(2.0, "same cluster") if a.clusters & b.clusters else None


def region(a: Profile, b: Profile) -> Finding | None:
    """The region of the documents; it says little of people whom one employer sends to several."""
    if a.regions & b.regions:
        return Finding(1.0, "same region")
    if not (a.regions and b.regions):
        return Finding(-1.5, "region unknown")
    return Finding(-1.0 if a.employers & b.employers else -4.0, "two regions")


def time(a: Profile, b: Profile) -> Finding | None:
    """Years in which nothing is told of either."""
    gap = a.span().gap(b.span())
    years = int(gap / _YEAR) if gap is not None else 0
    if years < 5:
        return None
    return Finding(-2.0 if years < 10 else -4.0, f"{years} years between")


def document(a: Profile, b: Profile) -> Finding | None:
    """One document that names both keeps them apart, unless it writes one name in two ways and nobody else in it has the given name."""
    both = a.documents & b.documents
    if not both:
        return None
    here = [s for s in (*a.sightings, *b.sightings) if s.document_id in both]
    spoken = (title(a, b), employer(a, b))
    if len(here) == 2 and all(s.alone for s in here) and not all(s.attends for s in here) and not any(f and f.points < 0 for f in spoken):
        return Finding(6.0, "nobody else in the document has this given name")
    return Finding(-VETO, "one document lists both")


COMPARISONS: tuple[Comparison, ...] = (name, title, employer, forum, region, time, document)


def _alike(left: frozenset[str], right: frozenset[str]) -> str | None:
    """A title that both hold, the most telling one; a slip of spelling is no other title."""
    shared = sorted(x for x in left for y in right if x == y or (min(len(x), len(y)) > 6 and fuzz.ratio(x, y) >= _TITLE_ALIKE))
    return next((x for x in shared if x not in _weak()), shared[0] if shared else None)


@cache
def _weak() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon.table("identity")["weak_titles"])
