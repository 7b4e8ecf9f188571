"""People: which names are one person. The name is never enough; a post, an employer or a forum must speak for it too.

A merge of two people is worse than one person twice, so doubt ends in "unsure": two entities, and a judgement for a person to settle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement

from rapidfuzz import fuzz

from clustergraph.entities.sightings import Sighting
from clustergraph.model import Judgement
from clustergraph.names import fold
from clustergraph.registry import table

BY = "entities.people"
_SPELLING = 85  # per cent of letters that agree between two spellings of one family name


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one person in one document. ``employers`` and ``forums`` are body groups, employers with all that they are part of."""

    key: str
    document_id: str
    region: str | None
    tokens: tuple[str, ...]
    titles: frozenset[str]
    employers: frozenset[str]
    families: frozenset[str]
    forums: frozenset[str]


def evidence(sighting: Sighting, body: Callable[[str], str | None], above: Callable[[str], Sequence[str]]) -> Evidence:
    """A sighting with its employers and forums resolved.

    ``body`` turns a display name of its document into a body; ``above`` tells what a body is part of.
    """
    employers = frozenset(b for name in sighting.employers if (b := body(name)))
    return Evidence(
        sighting.key,
        sighting.context.document_id,
        sighting.context.region,
        tuple(fold(sighting.name).split()),
        frozenset(canonical_title(title) for title in sighting.titles),
        employers,
        employers | {up for employer in employers for up in above(employer)},
        frozenset(b for name in sighting.forums if (b := body(name))),
    )


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


def compare(people: Sequence[Evidence]) -> list[Judgement]:
    """All verdicts on pairs of people whose names may be one name."""
    by_given: dict[tuple[str, str], int] = defaultdict(int)
    for person in people:
        by_given[person.document_id, person.tokens[0] if person.tokens else ""] += 1
    first, found = _known_alike(people)
    for a, b in _pairs(people, first):
        alone = a.document_id == b.document_id and by_given[a.document_id, a.tokens[0]] == 2
        verdict = _verdict(a, b, alone)
        if verdict is not None:
            found.append(verdict)
    return found


def _known_alike(people: Sequence[Evidence]) -> tuple[list[Evidence], list[Judgement]]:
    """One of each that are known by the same name, posts, employers and forums in one region, and the verdicts that the others are it.

    The same people sit in the same forums year after year; only what differs need be compared.
    """
    first: dict[tuple[object, ...], Evidence] = {}
    found: list[Judgement] = []
    for person in sorted(people, key=lambda p: p.key):
        told = person.region is not None and len(person.tokens) > 1 and bool(person.titles or person.employers or person.forums)
        known = (person.tokens, person.region, person.titles, person.employers, person.forums) if told else (person.key,)
        other = first.setdefault(known, person)
        if other is not person:
            found.append(Judgement(other.key, person.key, "same", 0.97, f"{_EXACT}, {_support(other, person)}", BY))
    return list(first.values()), found


def _pairs(people: Sequence[Evidence], first: Sequence[Evidence]) -> Iterator[tuple[Evidence, Evidence]]:
    """Pairs that share a given name and the first letter of another: all of one document, and all of ``first``.

    A name of one word is compared with nobody.
    """
    blocks: dict[tuple[str, ...], dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
    for among, people_of in (("", first), ("document", people)):
        for person in people_of:
            for word in person.tokens[1:]:
                blocks[among and person.document_id, person.tokens[0], word[0]][person.tokens].add(person.key)
    # Names are compared once, however many people bear them.
    pairs = {
        (min(left, right), max(left, right))
        for names in blocks.values()
        for one, other in combinations_with_replacement(sorted(names), 2)
        if _same_name(one, other)
        for left in names[one]
        for right in names[other]
        if left != right
    }
    by_key = {person.key: person for person in people}
    for left, right in sorted(pairs):
        yield by_key[left], by_key[right]


def _verdict(a: Evidence, b: Evidence, alone: bool) -> Judgement | None:
    name = _same_name(a.tokens, b.tokens)
    if name is None:
        return None
    score, wording = name
    reason = _support(a, b)
    exact = wording == _EXACT
    if a.document_id == b.document_id:
        # The document keeps them apart: one person only where it writes the name in two ways and nobody else has this given name.
        if alone and not _conflict(a, b):
            return Judgement(a.key, b.key, "same", min(score, 0.9), f"{wording}, and nobody else in the document has this given name", BY)
        return Judgement(a.key, b.key, "unsure", 0.5, f"{wording}, but one document lists both", BY)
    if reason and (a.region == b.region is not None or "employer" in reason):
        return Judgement(a.key, b.key, "same", score, f"{wording}, {reason}", BY)
    silent = not (a.titles and b.titles) and not (a.employers and b.employers)
    if exact and len(a.tokens) > 2 and a.region == b.region is not None and silent:
        return Judgement(a.key, b.key, "same", 0.8, "same name of three words or more, same region, and nothing speaks against it", BY)
    return Judgement(a.key, b.key, "unsure", round(score * 0.6, 3), f"{wording}, but neither post, employer nor forum in common", BY)


_EXACT = "same name"


@cache
def _same_name(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str] | None:
    """How sure two names are one name, and in what way; None where they are not."""
    if a == b:
        return 0.97, _EXACT
    short, long = sorted((a, b), key=len)
    if len(short) < 2 or short[0] != long[0]:
        return None
    if short[-1] == long[-1] and _middles_agree(short[1:-1], long[1:-1]):
        return 0.9, "same given and family name, one with more names or initials"
    if all(any(_spelt_alike(word, other) for other in long[1:]) for word in short[1:]):
        return 0.85, "same given name, family names differ by spelling or by a name left out"
    return None


def _middles_agree(short: Sequence[str], long: Sequence[str]) -> bool:
    return all(any(word == other or (1 in (len(word), len(other)) and word[0] == other[0]) for other in long) for word in short)


def _spelt_alike(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) > 4 and fuzz.ratio(word, other) >= _SPELLING)


def _support(a: Evidence, b: Evidence) -> str:
    if a.employers & b.families or b.employers & a.families:
        return "same employer, and the same title" if a.titles & b.titles else "same employer"
    if _conflict(a, b):
        return ""
    if a.titles & b.titles:
        return f"same title {min(a.titles & b.titles)} in the same region"
    if a.forums & b.forums:
        return "same forum"
    return ""


def _conflict(a: Evidence, b: Evidence) -> bool:
    titles = bool(a.titles and b.titles and not a.titles & b.titles)
    employers = bool(a.employers and b.employers and not (a.employers & b.families or b.employers & a.families))
    return titles or employers


def bodies_by_name(groups: Mapping[str, str], document_id: str, name: str) -> str | None:
    """The body that a display name of a document stands for: a forum first, as in every other place."""
    for kind in ("forum", "organisation"):
        found = groups.get(f"{document_id}#{kind}/{name}")
        if found:
            return found
    return None
