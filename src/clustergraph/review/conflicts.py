"""Verdicts that go against each other, and verdicts that documents go against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from clustergraph.model import Claim, Judgement, Resolution, mention_key
from clustergraph.review.bind import Bound
from clustergraph.review.log import ClaimVerdict, PairVerdict

Pairs: TypeAlias = Sequence[tuple[PairVerdict, Judgement]]


def contradicted(pairs: Pairs, new: Judgement, final: Mapping[str, str], alone: Mapping[str, str]) -> list[PairVerdict]:
    """The verdicts that a new one goes against: a "different" across which it would join, or a "same" that holds its two ends together.

    ``pairs`` are the verdicts that stand, with their ends of today; ``final`` is mention key → entity as things are, ``alone`` the same without
    what people judged.
    """
    last = {frozenset((j.left, j.right)): (verdict, j) for verdict, j in pairs}
    standing = [(verdict, j) for verdict, j in last.values() if verdict.verdict != "withdrawn"]
    if new.verdict == "same":
        here, there = final.get(new.left, new.left), final.get(new.right, new.right)
        ends = ({final.get(j.left, j.left), final.get(j.right, j.right)} for _, j in standing)
        return [verdict for (verdict, _), found in zip(standing, ends, strict=True) if verdict.verdict == "different" and found == {here, there}]
    if new.verdict == "different":
        ways: dict[str, list[tuple[str, PairVerdict]]] = defaultdict(list)
        for verdict, j in standing:
            if verdict.verdict == "same":
                left, right = alone.get(j.left, j.left), alone.get(j.right, j.right)
                ways[left].append((right, verdict))
                ways[right].append((left, verdict))
        return _last_link(ways, alone.get(new.left, new.left), alone.get(new.right, new.right))
    return []


def _last_link(ways: Mapping[str, list[tuple[str, PairVerdict]]], start: str, end: str) -> list[PairVerdict]:
    """The last link of the shortest chain between two ends; nothing where there is no chain."""
    came: dict[str, PairVerdict | None] = {start: None}
    todo = [start]
    for here in todo:
        for there, verdict in ways.get(here, ()):
            if there not in came:
                came[there] = verdict
                todo.append(there)
    link = came.get(end)
    return [link] if link else []


@dataclass(frozen=True, slots=True)
class Conflict:
    """A verdict, and what documents say against it in words."""

    verdict: PairVerdict | ClaimVerdict
    against: str


def conflicts(bound: Bound, resolution: Resolution) -> list[Conflict]:
    """The verdicts that documents go against: told apart though all speaks for one, joined though a document lists both, claims said otherwise."""
    names = {document.id: document.source for document in bound.documents}
    return [*_pairs(bound, resolution, names), *_claims(bound, resolution, names)]


def _pairs(bound: Bound, resolution: Resolution, names: Mapping[str, str]) -> Iterator[Conflict]:
    ours = [j for j in resolution.judgements if j.by.startswith("entities.")]
    sure = {frozenset(resolution.canonical.get(end, end) for end in (j.left, j.right)): j for j in ours if j.verdict == "same"}
    listed: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    present = {
        mention_key(document, claim.subject.kind, claim.subject.name)
        for document, claims in bound.said.items()
        for claim in claims
        if claim.kind == "forum_role" and claim.qualifiers.get("attendance")
    }
    for key in sorted(present):
        if key in resolution.canonical:
            listed[resolution.canonical[key]][key.partition("#")[0]].append(key.partition("/")[2])
    for verdict, judgement in bound.pairs:
        left, right = (resolution.canonical.get(end, end) for end in (judgement.left, judgement.right))
        if verdict.verdict == "different" and left != right and (found := sure.get(frozenset((left, right)))):
            yield Conflict(verdict, found.reason)
        elif verdict.verdict == "same" and left == right:
            for document, both in sorted(listed.get(left, {}).items()):
                if len(both) > 1:
                    yield Conflict(verdict, f"{names.get(document, document)}: {', '.join(both)}")


def _claims(bound: Bound, resolution: Resolution, names: Mapping[str, str]) -> Iterator[Conflict]:
    where = {claim.id: document for document, claims in bound.said.items() for claim in claims}
    by_id = {claim.id: claim for claims in bound.said.values() for claim in claims}
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in by_id.values():
        alike[_about(claim, where[claim.id], resolution)].append(claim)
    for ident, verdict in sorted(bound.claims.items()):
        if verdict.verdict not in ("rejected", "confirmed"):
            continue
        mine = by_id[ident]
        for other in sorted(alike[_about(mine, where[ident], resolution)], key=lambda c: (where[c.id], c.id)):
            judged = bound.claims.get(other.id)
            if where[other.id] == where[ident] or judged is not None:
                continue
            same = _told(mine) == _told(other)
            if same is (verdict.verdict == "rejected"):
                yield Conflict(verdict, f"{names.get(where[other.id], '')}: {_words(other)}")


_TELLING: Mapping[str, tuple[str, ...]] = {
    "holds_role": ("role",),
    "forum_role": ("capacity",),
    "reporting_line": ("status",),
    "initiative": ("status",),
    "decision_elsewhere": ("outcome",),
}


def _about(claim: Claim, document: str, resolution: Resolution) -> tuple[object, ...]:
    """Of whom a claim speaks: its kind and its ends as entities."""
    ends = tuple(
        resolution.canonical.get(mention_key(document, end.kind, end.name), f"{document} {end.name}") if end else None
        for end in (claim.subject, claim.object)
    )
    return (claim.kind, *ends, claim.qualifiers.get("kind") if claim.kind == "reporting_line" else None)


def _told(claim: Claim) -> tuple[object, ...]:
    return tuple(claim.qualifiers.get(name) for name in _TELLING.get(claim.kind, ()))


def _words(claim: Claim) -> str:
    ends: Iterable[str] = (end.name for end in (claim.subject, claim.object) if end)
    told = ", ".join(str(value) for value in _told(claim) if value)
    return " → ".join(ends) + (f" ({told})" if told else "")
