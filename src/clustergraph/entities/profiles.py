"""What is known of one person: in one document, and over several that are held to name the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from clustergraph.entities.sightings import Sighting
from clustergraph.names import fold
from clustergraph.registry import table

_AT_ONCE = 183  # days: what is told within half a year is told of one time


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one document says of one person. ``employers`` and ``forums`` are body groups, ``families`` employers with all that they are part of."""

    key: str
    document_id: str
    region: str | None
    cluster: str | None
    day: int | None  # ordinal
    words: tuple[str, ...]
    titles: frozenset[str]
    employers: frozenset[str]
    families: frozenset[str]
    forums: frozenset[str]
    attends: bool  # stands in a list of who was there
    alone: bool = False  # at most one other person of the document has this given name


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last day on which something is told; both None where no document has a day."""

    first: int | None
    last: int | None

    def gap(self, other: Span) -> int | None:
        """Days between two spans, 0 where they overlap; None where a day is unknown."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return None
        return max(0, other.first - self.last, self.first - other.last)

    def follows(self, other: Span) -> bool:
        """Whether one comes well after the other, so that things may have changed between."""
        gap = self.gap(other)
        return gap is not None and gap > _AT_ONCE


class Profile:
    """What several documents say of one person, as one."""

    __slots__ = ("clusters", "documents", "employers", "families", "forums", "key", "names", "regions", "sightings", "titles")

    def __init__(self, sightings: Iterable[Evidence]) -> None:
        self.sightings = tuple(sorted(sightings, key=lambda s: (s.day or 0, s.key)))
        self.key = min(s.key for s in self.sightings)
        self.names = frozenset(s.words for s in self.sightings)
        self.titles = _union(s.titles for s in self.sightings)
        self.employers = _union(s.employers for s in self.sightings)
        self.families = _union(s.families for s in self.sightings)
        self.forums = _union(s.forums for s in self.sightings)
        self.regions = frozenset(s.region for s in self.sightings if s.region)
        self.clusters = frozenset(s.cluster for s in self.sightings if s.cluster)
        self.documents = {s.document_id for s in self.sightings}

    def span(self, among: Callable[[Evidence], object] = lambda _: True) -> Span:
        """The time over which documents tell of the person, or of something of the person."""
        told = [s for s in self.sightings if among(s)]
        days = [s.day for s in told if s.day is not None]
        return Span(min(days), max(days)) if days and len(days) == len(told) else Span(None, None)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def evidence(sighting: Sighting, body: Callable[[str], str | None], above: Callable[[str], Sequence[str]]) -> Evidence:
    """A sighting with its employers and forums resolved.

    ``body`` turns a display name of its document into a body; ``above`` tells what a body is part of.
    """
    employers = frozenset(b for name in sighting.employers if (b := body(name)))
    titles, words = _without_titles(tuple(fold(sighting.name).split()))
    return Evidence(
        sighting.key,
        sighting.context.document_id,
        sighting.context.region,
        sighting.context.cluster,
        _ordinal(sighting.context.day),
        words,
        frozenset(canonical_title(title) for title in sighting.titles) | titles,
        employers,
        employers | {up for employer in employers for up in above(employer)},
        frozenset(b for name in sighting.forums if (b := body(name))),
        sighting.attends,
    )


def _ordinal(day: str | None) -> int | None:
    """The day as a number; the middle of a year or month that is told without more."""
    parts = (day or "").split("-")
    try:
        year, month, of_month = (int(part) if part else None for part in (*parts, "", "")[:3])
        return date(year or 0, month or 7, of_month or 15).toordinal()
    except ValueError:
        return None


def _without_titles(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """A name whose first words are a title, as title and name."""
    titles: set[str] = set()
    while len(words) > 2 and words[0] in _titles():
        titles.add(_titles()[words[0]])
        words = words[1:]
    return frozenset(titles), words


@cache
def _titles() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("titles"):
        for name in (row["title"], *row["aliases"].split(";")):
            if name.strip():
                found.setdefault(fold(name), fold(row["title"]))
    return found


def canonical_title(title: str) -> str:
    """A title in the one form that the registry gives it; itself where the registry has none."""
    return _titles().get(fold(title), fold(title))
