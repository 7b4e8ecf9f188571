"""Bodies over time: dated versions of a forum, and the events that made, joined, replaced or ended bodies. Nothing is assumed: each event
rests on a sentence that says so, or on a row of the registry that is marked as such.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from clustergraph.graph import asof
from clustergraph.graph.facts import Fact, Facts, Pair
from clustergraph.graph.references import validity
from clustergraph.graph.scene import Scene
from clustergraph.graph.terms import CG, ORG, Iri, Term, concept, day, text
from clustergraph.model import Claim

_PENDING = frozenset({concept("status", word) for word in ("requested", "proposed", "denied")})
_RENAMED = concept("change", "renamed")
_GONE, _ACTIVE = concept("forumstatus", "abolished"), concept("forumstatus", "active")


def version(scene: Scene, claim: Claim, facts: Facts) -> Iterable[Fact]:
    """``forum``: a dated version of the timeless body, where the text gives it a period or says that it is more or less than active."""
    told = claim.qualifiers
    dated = list(validity(told.get("valid_from"), told.get("valid_until")))
    if not dated and told.get("status") in (None, "active"):
        return  # that a forum is named shows that it is there, and no more
    meaning: list[tuple[Iri, Term | None]] = [
        (CG["versionOf"], scene.entity("forum", claim.subject.name)),
        (CG["forumStatus"], concept("forumstatus", told["status"]) if told.get("status") else None),
        *dated,
    ]
    yield facts.state("forumversion", CG["ForumVersion"], meaning, scene.source(claim))


def events(facts: Facts) -> None:
    """Add the events that follow from what is stated: successors, foundings, closings, reopenings."""
    references = [fact for fact in facts.of(CG["Reference"]) if fact.value(CG["referenceStatus"]) not in _PENDING]
    _successions(facts, [fact for fact in references if fact.value(CG["referenceKind"]) == concept("kind", "successor_of")])
    for fact in references:
        founded = fact.value(CG["validFrom"])
        if founded and fact.value(CG["referenceKind"]) == concept("kind", "set_up_by"):
            _add(facts, [fact], "founded", after=[fact.value(CG["from"])], date=founded)
    versions: dict[Term | None, list[Fact]] = defaultdict(list)
    for fact in facts.of(CG["ForumVersion"]):
        versions[fact.value(CG["versionOf"])].append(fact)
    for body, found in versions.items():
        gone = [fact for fact in found if fact.value(CG["forumStatus"]) == _GONE]
        for fact in gone:
            _add(facts, [fact], "closed", before=[body], date=fact.value(CG["validUntil"]))
        for fact in found:
            ended = [one for one in gone if one.last and one.last < min(fact.days, default="")]
            begun = fact.value(CG["validFrom"])
            if ended and begun and fact.value(CG["forumStatus"]) == _ACTIVE:
                _add(facts, [fact, *ended], "reopened", after=[body], date=begun)


def _successions(facts: Facts, lines: Sequence[Fact]) -> None:
    """One event for bodies that went into one, one for a body of which several came, one each for the others."""
    before: dict[Term | None, list[Fact]] = defaultdict(list)
    after: dict[Term | None, list[Fact]] = defaultdict(list)
    for line in lines:
        before[line.value(CG["from"])].append(line)
        after[line.value(CG["to"])].append(line)
    for new, into in before.items():
        olds = {line.value(CG["to"]) for line in into}
        if len(olds) > 1:
            _add(facts, into, "merged", before=olds, after=[new], date=_common(into))
            continue
        (old,) = olds
        news = {line.value(CG["from"]) for line in after[old]}
        lone = [one for one in news if len({line.value(CG["to"]) for line in before[one]}) == 1]
        if len(lone) > 1:
            out = [line for line in after[old] if line.value(CG["from"]) in lone]
            _add(facts, out, "split", before=[old], after=lone, date=_common(out))
        else:
            renamed = any((CG["changeKind"], _RENAMED) in line.besides for line in into)
            _add(facts, into, "renamed" if renamed else "replaced", before=[old], after=[new], date=_common(into))


def _common(lines: Iterable[Fact]) -> Term | None:
    """The date that all lines give; None where they give none or several."""
    dates = {line.value(CG["validFrom"]) for line in lines}
    return dates.pop() if len(dates) == 1 else None


def _add(
    facts: Facts,
    stated: Iterable[Fact],
    kind: str,
    *,
    before: Iterable[Term | None] = (),
    after: Iterable[Term | None] = (),
    date: Term | None = None,
) -> None:
    meaning = list(event(kind, before, after, date.value if date else None))
    for fact in stated:
        facts.infer(fact, "change", meaning, cls=ORG["ChangeEvent"])


def event(kind: str, before: Iterable[Term | None], after: Iterable[Term | None], date: str | None) -> Iterator[Pair]:
    """The properties of one change: its kind, the bodies before and after it, and its date as printed with its first day."""
    yield CG["changeKind"], concept("change", kind)
    yield from ((ORG["originalOrganization"], one) for one in before if one)
    yield from ((ORG["resultingOrganization"], one) for one in after if one)
    if date:
        yield CG["date"], text(date)
        if first := asof.first_day(date):
            yield CG["dateDay"], day(first)


def registered(rows: Sequence[Mapping[str, str]]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...], str | None, Mapping[str, str]]]:
    """The events that rows of the registry tell: kind, ids before, ids after, date, and the row that says so."""
    known = {row["id"]: row for row in rows}
    after: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for old in (one for one in _ids(row.get("predecessor_ids")) if one in known):
            after[old].add(row["id"])
        for new in (one for one in _ids(row.get("successor_ids")) if one in known):
            after[row["id"]].add(new)
    before: dict[str, set[str]] = defaultdict(set)
    for old, news in after.items():
        for new in news:
            before[new].add(old)
    for old, news in sorted(after.items()):
        lone = tuple(sorted(new for new in news if len(before[new]) == 1))
        starts = {known[new].get("valid_from") or None for new in lone}
        if lone:
            yield "split" if len(lone) > 1 else "replaced", (old,), lone, starts.pop() if len(starts) == 1 else None, known[lone[0]]
    for new, olds in sorted(before.items()):
        if len(olds) > 1:
            yield "merged", tuple(sorted(olds)), (new,), known[new].get("valid_from") or None, known[new]
    for row in rows:
        if row.get("status") == "closed" and row["id"] not in after:
            yield "closed", (row["id"],), (), row.get("valid_until") or None, row


def _ids(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(";") if part.strip()]
