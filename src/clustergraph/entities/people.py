"""People: which names are one person. The name is never enough; a post, an employer or a forum must speak for it too.

A merge of two people is worse than one person twice, so doubt ends in "unsure": two entities, and a question for a person to settle.
Names that may be one make a **block**; blocks know nothing of each other, so a new document touches only the blocks of its own people.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from clustergraph.entities import person_names
from clustergraph.entities.cluster import Groups
from clustergraph.entities.comparisons import COMPARISONS, VETO, Finding, name
from clustergraph.entities.profiles import Evidence, Profile
from clustergraph.model import Judgement

BY = "entities.people"
SAME = 7.0  # points from which two are one person
UNSURE = 0.0  # points from which a person should look
_RIVAL = 2.0  # points within which a second candidate makes the first one doubtful
_RENAMED = 5.0  # points of all but the name at which unlike names may be one person's
_EVEN = 3.0  # points at which both answers are as likely


@dataclass(frozen=True, slots=True)
class Comparison:
    """What all comparisons say of two profiles together."""

    points: float
    reason: str
    exact: bool

    @property
    def score(self) -> float:
        """The points as a likelihood, 0 to 1."""
        odds: float = 2.0 ** (max(-50.0, min(50.0, self.points)) - _EVEN)
        return round(odds / (1 + odds), 3)


def weigh(a: Profile, b: Profile) -> Comparison | None:
    """All comparisons of two profiles; None where their names are two names."""
    named = name(a, b)
    if named is None:
        return None
    found = [finding for comparison in COMPARISONS if (finding := named if comparison is name else comparison(a, b)) is not None]
    exact = named.reason == person_names.EXACT.reason
    return Comparison(sum(f.points for f in found), _in_words(found), exact)


def is_renamed(a: Profile, b: Profile) -> bool:
    """Whether two profiles of unlike names may be one person who changed name: all but the name speaks for it, and no name rules it out."""
    if any(person_names.contradict(one, other) for one in a.names for other in b.names):
        return False
    found = [finding for comparison in COMPARISONS if comparison is not name and (finding := comparison(a, b)) is not None]
    return sum(finding.points for finding in found) >= _RENAMED


def _in_words(findings: Iterable[Finding]) -> str:
    return "; ".join(f"{finding.reason} ({finding.points:+g})" for finding in findings)


def compare(people: Sequence[Evidence], human: Iterable[Judgement] = ()) -> list[Judgement]:
    """All verdicts on people whose names may be one name; what people have judged comes first and is never gone against."""
    told = [j for j in human if j.verdict in ("same", "different")]
    touched = {end for j in told for end in (j.left, j.right)}
    found: list[Judgement] = []
    for block in blocks(counted(people), told):
        keys = {person.key for person in block}
        found += settle(block, [j for j in told if keys & {j.left, j.right}] if keys & touched else [])
    return found


def counted(people: Sequence[Evidence]) -> list[Evidence]:
    """The people with what their documents say of others of the same given name."""
    given: dict[tuple[str, str], int] = defaultdict(int)
    for person in people:
        given[person.document_id, person.words[0] if person.words else ""] += 1
    return [replace(person, alone=given[person.document_id, person.words[0] if person.words else ""] <= 2) for person in people]


def blocks(people: Iterable[Evidence], human: Iterable[Judgement] = ()) -> list[list[Evidence]]:
    """People whose names may be one name, directly or over a third name, or whom somebody has judged; sorted. A name of one word is nobody else's."""
    by_words: dict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    for person in sorted(people, key=lambda p: p.key):
        by_words[person.words].append(person)
    names = [words for words in sorted(by_words) if len(words) > 1]
    joined = Groups([" ".join(words) for words in sorted(by_words)])
    for one, other in _pairs(names):
        joined.join(" ".join(one), " ".join(other))
    words_of = {person.key: " ".join(words) for words, held in by_words.items() for person in held}
    for judgement in human:
        if judgement.left in words_of and judgement.right in words_of:
            joined.join(words_of[judgement.left], words_of[judgement.right])
    return [[person for written in group for person in by_words[tuple(written.split(" ")) if written else ()]] for group in joined.groups()]


def _pairs(names: Iterable[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of different names that may be one, found by how they begin. Each name is compared once, however many bear it."""
    near: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in names:
        for start in starts(words):
            near[start].append(words)
    seen = set()
    for held in near.values():
        for pair in combinations(held, 2):
            if pair not in seen and person_names.alike(*pair):
                seen.add(pair)
                yield pair


def starts(words: tuple[str, ...]) -> list[str]:
    """How the words of a name begin, by ear: only names that share one of these are compared. None for a name of one word."""
    return sorted({person_names.sound(words[0])[0] + person_names.sound(word)[0] for word in words[1:]})


def settle(block: Sequence[Evidence], human: Sequence[Judgement]) -> list[Judgement]:
    """The verdicts of one block: the surest pair is joined first, and the joined are compared anew with all that is known of both."""
    return _Settling(block, human).run()


class _Settling:
    """One block on its way from sightings to people."""

    def __init__(self, block: Sequence[Evidence], human: Sequence[Judgement]) -> None:
        self._human = human
        self._judged = {end for j in human for end in (j.left, j.right)}
        self._found: list[Judgement] = []
        self._profiles = {profile.key: profile for profile in self._begin(block)}
        self._weighed: dict[tuple[str, str], Comparison] = {}
        self._heap: list[tuple[float, str, str, int, int]] = []

    def _begin(self, block: Sequence[Evidence]) -> list[Profile]:
        """Sightings that say the very same, and those that people have joined, are one profile from the start."""
        alike: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
        for person in block:
            told = person.region and len(person.words) > 1 and (person.titles or person.employers or person.forums)
            free = told and person.key not in self._judged
            what = (person.words, person.region, person.cluster, person.titles, person.employers, person.forums)
            alike[what if free else (person.key,)].append(person)
        groups = Groups(sorted(p.key for p in block))
        for same in alike.values():
            for other in same[1:]:
                groups.join(same[0].key, other.key)
                self._found.append(Judgement(same[0].key, other.key, "same", 0.99, "same name, post, employer, forum and region", BY))
        for judgement in self._human:
            if judgement.verdict == "different" and judgement.left in groups and judgement.right in groups:
                groups.keep_apart(judgement.left, judgement.right)
        for judgement in self._human:
            if judgement.verdict == "same" and judgement.left in groups and judgement.right in groups:
                groups.join(judgement.left, judgement.right)
        by_key = {person.key: person for person in block}
        self._apart = groups
        return [Profile(by_key[key] for key in group) for group in groups.groups()]

    def run(self) -> list[Judgement]:
        for left, right in combinations(sorted(self._profiles), 2):
            self._weigh(left, right)
        while self._heap:
            _, left, right, size_left, size_right = heapq.heappop(self._heap)
            if self._size(left) != size_left or self._size(right) != size_right:
                continue  # one of them has grown since: it was weighed anew
            comparison = self._weighed[left, right]
            if not self._rivalled(left, right, comparison):
                self._join(left, right, comparison)
        return self._found + list(self._doubts())

    def _size(self, key: str) -> int:
        return len(self._profiles[key].sightings) if key in self._profiles else 0

    def _weigh(self, left: str, right: str) -> None:
        pair = (min(left, right), max(left, right))
        a, b = self._profiles[pair[0]], self._profiles[pair[1]]
        found = weigh(a, b)
        self._weighed.pop(pair, None)
        if found is None:
            return
        self._weighed[pair] = found
        if found.points >= SAME and self._may_join(a.key, b.key):
            heapq.heappush(self._heap, (-found.points, *pair, len(a.sightings), len(b.sightings)))

    def _may_join(self, left: str, right: str) -> bool:
        return not self._apart.are_apart(left, right)

    def _rivalled(self, left: str, right: str, comparison: Comparison) -> bool:
        """Whether one of the two may as well be a third, who is not the other one."""
        for one, other in ((left, right), (right, left)):
            for third in self._profiles:
                if third in (left, right):
                    continue
                rival = self._weighed.get((min(one, third), max(one, third)))
                near = rival is not None and rival.points >= max(SAME, comparison.points - _RIVAL) and self._may_join(one, third)
                if near and self._are_two(other, third):
                    return True
        return False

    def _are_two(self, left: str, right: str) -> bool:
        found = self._weighed.get((min(left, right), max(left, right)))
        if found is not None or not self._may_join(left, right):
            return found is None or found.points < UNSURE or not self._may_join(left, right)
        return not is_renamed(self._profiles[left], self._profiles[right])

    def _join(self, left: str, right: str, comparison: Comparison) -> None:
        self._found.append(Judgement(left, right, "same", comparison.score, comparison.reason, BY))
        self._apart.join(left, right)
        merged = Profile((*self._profiles.pop(left).sightings, *self._profiles.pop(right).sightings))
        self._profiles[merged.key] = merged
        for key in sorted(self._profiles):
            self._weighed.pop((min(left, key), max(left, key)), None)
            self._weighed.pop((min(right, key), max(right, key)), None)
        for key in sorted(self._profiles):
            if key != merged.key:
                self._weigh(merged.key, key)

    def _doubts(self) -> Iterator[Judgement]:
        """What is left: people whom a document keeps apart, and pairs that somebody should look at."""
        for (left, right), found in sorted(self._weighed.items()):
            if left not in self._profiles or right not in self._profiles:
                continue
            if not self._may_join(left, right):
                if found.points >= SAME:  # what a person said stands; that all else speaks against it is noted
                    yield Judgement(left, right, "same", found.score, found.reason, BY)
            elif found.points < SAME - VETO:
                yield Judgement(left, right, "different", 0.9, found.reason, BY)
            elif found.points >= UNSURE or (found.exact and "same region" in found.reason):
                yield Judgement(left, right, "unsure", min(found.score, 0.89), found.reason, BY)


def bodies_by_name(groups: Mapping[str, str], document_id: str, name: str) -> str | None:
    """The body that a display name of a document stands for: a forum first, as in every other place."""
    for kind in ("forum", "organisation"):
        found = groups.get(f"{document_id}#{kind}/{name}")
        if found:
            return found
    return None
