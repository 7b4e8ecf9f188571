"""The graph ``shortcuts``: plain ``org:`` properties for what holds by the latest document, for drawings and for tools that know only ORG."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clustergraph.graph.facts import Fact, Facts
from clustergraph.graph.terms import CG, ORG, SKOS, A, Iri, Minter, Quad, Term, concept, text

# Who only speaks at a meeting or is invited to it does not belong to the forum.
_PASSING = frozenset({concept("capacity", word) for word in ("presenter", "invited")})


def quads(mint: Minter, facts: Facts) -> Iterator[Quad]:
    """``org:reportsTo`` for references in force, ``org:memberOf`` for the latest list of a forum, ``org:holds`` for posts at an employer."""
    graph = mint.graph("shortcuts")
    for fact in _in_force(facts):
        yield Quad(_end(fact, "from"), ORG["reportsTo"], _end(fact, "to"), graph)
    for fact in _latest(facts.of(CG["ForumMembership"]), ORG["organization"]):
        person, forum = fact.value(ORG["member"]), fact.value(ORG["organization"])
        if isinstance(person, Iri) and forum and fact.value(ORG["role"]) not in _PASSING:
            yield Quad(person, ORG["memberOf"], forum, graph)
    for fact in _latest(facts.of(CG["Employment"]), ORG["member"]):
        yield from _post(mint, fact, graph)


def _end(fact: Fact, name: str) -> Iri:
    found = fact.value(CG[name])
    assert isinstance(found, Iri), "a reference is stated with both ends"
    return found


def _in_force(facts: Facts) -> Iterator[Fact]:
    """Lines that answer to somebody, in force, without an end, and not said to be gone by a later document."""
    kind = concept("kind", "reports_to")
    latest: dict[tuple[Iri, Iri], str] = {}
    lines = [fact for fact in facts.of(CG["Reference"]) if fact.value(CG["referenceKind"]) == kind]
    gone = {concept("status", word) for word in ("lapsed", "former")}
    for fact in lines:
        if fact.value(CG["referenceStatus"]) in gone:
            ends = _end(fact, "from"), _end(fact, "to")
            latest[ends] = max(fact.last, latest.get(ends, ""))
    for fact in lines:
        stands = fact.value(CG["referenceStatus"]) == concept("status", "in_force") and fact.value(CG["validUntil"]) is None
        if stands and fact.last >= latest.get((_end(fact, "from"), _end(fact, "to")), ""):
            yield fact


def _latest(facts: list[Fact], by: Iri) -> Iterator[Fact]:
    """The facts that the latest document states, of all with the same value of a property."""
    groups: dict[Term | None, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.value(by)].append(fact)
    for group in groups.values():
        last = max(fact.last for fact in group)
        yield from (fact for fact in group if fact.last == last)


def _post(mint: Minter, fact: Fact, graph: Iri) -> Iterator[Quad]:
    person, employer, title = fact.value(ORG["member"]), fact.value(ORG["organization"]), fact.value(CG["title"])
    if not isinstance(person, Iri) or not isinstance(employer, Iri) or title is None:
        return
    post = mint.fact("post", employer.value, title.value)
    yield Quad(person, ORG["holds"], post, graph)
    yield Quad(post, A, ORG["Post"], graph)
    yield Quad(post, SKOS["prefLabel"], text(title.value), graph)
    yield Quad(post, ORG["postIn"], employer, graph)
