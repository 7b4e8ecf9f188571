"""What sources say differently of one thing that can be one only: the losers of consolidation stay visible beside what prevails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from clustergraph.graph.facts import Fact, Facts, Pair, Source, Weight
from clustergraph.graph.terms import CG, ORG, PROV, SCHEMA, A, Iri, Minter, Quad, Term, concept, day, text

_LAPSED = concept("status", "lapsed")
_GONE = frozenset({_LAPSED, concept("status", "former")})
_STANDS = concept("status", "in_force")
_CHAIR = concept("capacity", "chair")


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be one only. ``key`` gives what it is a property of (None: the rule does not speak of this fact), ``value`` the
    value. ``of_a_day``: it may change with time, so that only what sources of one day say differently is a contradiction.
    ``within``: a decision and the case that led to it contradict each other in one document too.
    """

    word: str
    cls: Iri
    key: Callable[[Fact], tuple[Term | None, ...] | None]
    value: Callable[[Fact], Term | None]
    of_a_day: bool = False
    within: bool = False


def _only(*needed: Iri, beside: tuple[Iri, ...] = ()) -> Callable[[Fact], tuple[Term | None, ...] | None]:
    """A key of properties that must be there, and of others that may be."""

    def key(fact: Fact) -> tuple[Term | None, ...] | None:
        found = tuple(fact.value(prop) for prop in needed)
        return None if None in found else (*found, *(fact.value(prop) for prop in beside))

    return key


def _chaired(fact: Fact) -> tuple[Term | None, ...] | None:
    forum = fact.value(ORG["organization"])
    return (forum,) if forum and fact.value(ORG["role"]) == _CHAIR else None


def _settled(fact: Fact) -> Term | None:
    """In force or gone; what is asked for contradicts neither."""
    status = fact.value(CG["referenceStatus"])
    return _LAPSED if status in _GONE else status if status == _STANDS else None


_ENDS = (CG["from"], CG["to"], CG["referenceKind"])

RULES = (
    Rule("chair", CG["ForumMembership"], _chaired, lambda fact: fact.value(ORG["member"]), of_a_day=True),
    Rule("status", CG["Reference"], _only(*_ENDS), _settled, of_a_day=True),
    Rule("end", CG["Reference"], _only(*_ENDS, beside=(CG["validFrom"],)), lambda fact: fact.value(CG["validUntil"])),
    Rule("phase", CG["InitiativeStatement"], _only(CG["initiative"]), lambda fact: fact.value(CG["initiativeStatus"]), of_a_day=True),
    Rule("end", CG["InitiativeStatement"], _only(CG["initiative"]), lambda fact: fact.value(CG["end"])),
    Rule("approver", CG["ReportedDecision"], _only(CG["matter"], CG["date"]), lambda fact: fact.value(CG["decidedBy"])),
    Rule(
        "approver", CG["Approval"], _only(CG["matter"], CG["toldIn"], beside=(CG["toldAtItem"],)), lambda fact: fact.value(CG["decidedBy"]),
        within=True,
    ),
    Rule(
        "amount", SCHEMA["MonetaryGrant"], _only(CG["what"], CG["period"], beside=(CG["funds"], CG["forBody"], CG["forBodyText"])),
        lambda fact: fact.value(SCHEMA["amount"]),
    ),
)  # fmt: skip
# Details of one fact that its sources may tell differently.
DETAILS: tuple[tuple[str, Iri], ...] = (("place", CG["place"]), ("time", CG["time"]), ("decision", CG["decisionType"]))


@dataclass(frozen=True, slots=True)
class Telling:
    """One value of one thing: who says it, and the fact in which the weightiest of them does."""

    fact: Iri
    value: Term
    sources: frozenset[Source]

    @property
    def weight(self) -> Weight:
        """That of the weightiest source."""
        return max(source.weight for source in self.sources)

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the documents that tell it."""
        return frozenset(source.weight.document for source in self.sources)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two tellings of one thing; ``prevails`` is what the consolidated graph goes by."""

    word: str
    prevails: Telling
    yields: Telling

    def node(self, mint: Minter) -> Iri:
        """The IRI: what is contradicted, and between which values."""
        values = sorted((str(self.prevails.value), str(self.yields.value)))
        return mint.fact("contradiction", self.word, *sorted((str(self.prevails.fact), str(self.yields.fact))), *values)

    def pairs(self) -> Iterator[Pair]:
        """All properties and values."""
        yield A, CG["Contradiction"]
        yield CG["contradictionKind"], concept("contradiction", self.word)
        yield CG["contradictionOf"], self.prevails.fact
        yield CG["prevailsBy"], concept("reason", self.prevails.weight.reason(self.yields.weight))
        days = sorted({source.day for one in (self.prevails, self.yields) for source in one.sources if source.day})
        if days:
            yield CG["attestedFirst"], day(days[0])
            yield CG["attestedLast"], day(days[-1])
        for name, told in (("prevailing", self.prevails), ("yielding", self.yields)):
            yield (CG[f"{name}Value"], told.value) if isinstance(told.value, Iri) else (CG[f"{name}Text"], text(told.value.value))
            for source in told.sources:
                yield CG[f"{name}Claim"], source.claim
                yield PROV["wasDerivedFrom"], source.claim


Key: TypeAlias = tuple[str, ...]  # the word of the contradiction, the number of the rule (or OF: a detail of one fact), what it is of
OF = "of"
Told: TypeAlias = tuple[Term, Source, Iri]


def find(facts: Facts) -> Iterator[Contradiction]:
    """All contradictions between documents, and of a decision with its own case; what else one document says in two ways (two chairs) it means."""
    groups: dict[Key, list[Told]] = defaultdict(list)
    for fact in facts:
        for key, telling in tellings(fact):
            groups[key].append(telling)
    for key, told in groups.items():
        yield from between(key, told)


def tellings(fact: Fact) -> Iterator[tuple[Key, Told]]:
    """What a fact says of things that can be one only: of which thing, and the value, who says it, and where."""
    kind = fact.kind
    for number, rule in enumerate(RULES):
        if kind != rule.cls or fact.inferred_from:
            continue
        key, value = rule.key(fact), rule.value(fact)
        if key is not None and value is not None:
            named = (rule.word, str(number), *(str(part) for part in key))
            for source in fact.sources:
                yield (*named, source.day or "") if rule.of_a_day else named, (value, source, fact.node)
    for word, prop in DETAILS:
        for source, terms in fact.details.get(prop, {}).items():
            for term in terms:
                yield (word, OF, fact.node.value), (term, source, fact.node)


def between(key: Key, told: Iterable[Told]) -> Iterator[Contradiction]:
    """The contradictions in all that is told of one thing."""
    found: dict[Term, list[tuple[Source, Iri]]] = defaultdict(list)
    for value, source, fact in told:
        found[value].append((source, fact))
    yield from _against(key[0], found, within=key[1] != OF and RULES[int(key[1])].within)


def _against(word: str, found: Mapping[Term, list[tuple[Source, Iri]]], *, within: bool) -> Iterator[Contradiction]:
    if len(found) < 2:
        return
    told = [
        Telling(max(said, key=lambda one: (one[0].weight, str(one[1])))[1], value, frozenset(source for source, _ in said))
        for value, said in found.items()
    ]
    first, *others = sorted(told, key=lambda one: (one.weight, str(one.value)), reverse=True)
    for other in others:
        apart = not first.documents & other.documents or (within and first.weight.decided != other.weight.decided)
        if apart and not _alike(first.value, other.value):
            yield Contradiction(word, first, other)


def _alike(left: Term, right: Term) -> bool:
    return left.value.casefold().split() == right.value.casefold().split()


def quads(mint: Minter, facts: Facts) -> Iterator[Quad]:
    """The contradictions as nodes of the consolidated graph."""
    graph = mint.graph("current")
    for one in find(facts):
        yield from of(mint, one, graph)


def of(mint: Minter, one: Contradiction, graph: Iri) -> Iterator[Quad]:
    """One contradiction as quads."""
    node = one.node(mint)
    yield from (Quad(node, prop, term, graph) for prop, term in one.pairs())
