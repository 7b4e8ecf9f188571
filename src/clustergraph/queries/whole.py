"""The evidence of all facts of a graph, read at once for a service that will show most of it.

The saved query ``evidence`` asks for each fact alone what its many parts are; here every part is asked for all facts together and joined,
which for a whole graph takes a fifth of the time (``tests/queries/test_whole.py`` compares both).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from clustergraph.queries.actors import local
from clustergraph.queries.evidence import Quote, Source, known
from clustergraph.queries.run import Queryable, Value, run

_DOCUMENT = ("dct:title", "dct:source", "dct:date", "cg:documentKind")


class _Claim(NamedTuple):
    document: str
    recorded: str | None
    closed: str | None
    recognizer: str | None
    confidence: float | None


class _Place(NamedTuple):
    """Where words stand in a document: what does not depend on the claim."""

    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    line: int | None
    item: str | None
    section: str | None


@dataclass(frozen=True, slots=True)
class Whole:
    """What is said of every fact and entity, whenever it was known."""

    claims_of: Mapping[str, tuple[str, ...]]  # fact or entity → claims that carry it
    _claims: Mapping[str, _Claim]
    _places: Mapping[str, tuple[_Place, ...]]
    _documents: Mapping[str, tuple[str | None, ...]]

    @classmethod
    def load(cls, store: Queryable) -> Whole:
        """Read a graph."""
        claims = _claims(store)
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for fact, claim in run(store, "SELECT ?fact ?claim WHERE { ?fact prov:wasDerivedFrom|^cg:about ?claim }"):
            if claim in claims:
                found[str(fact)][str(claim)] = None
        parts = [_first(store, name) for name in _DOCUMENT]
        documents = {claim.document: tuple(_text(part.get(claim.document)) for part in parts) for claim in claims.values()}
        return cls({fact: tuple(held) for fact, held in found.items()}, claims, _places(store), documents)

    def sources(self, known_at: str | None) -> dict[str, list[Source]]:
        """Fact → where it is said, as :func:`clustergraph.queries.evidence.sources`."""
        found = {}
        for fact, held in self.claims_of.items():
            said = [Source(name, claim.document, self._documents[claim.document][2] or "") for name, claim in self._known(held, known_at)]
            if said:
                found[fact] = sorted(said, key=lambda one: (one.date, one.document_id, one.claim))
        return found

    def quotes(self, known_at: str | None) -> dict[str, list[Quote]]:
        """Fact or entity → its evidence, as :func:`clustergraph.queries.evidence.quotes`."""
        made: dict[str, list[Quote]] = {}
        found = {}
        for fact, held in self.claims_of.items():
            evidence = [quote for name, claim in self._known(held, known_at) for quote in self._quotes(name, claim, made)]
            if evidence:
                found[fact] = sorted(evidence, key=lambda q: (q.date, q.document, q.start, q.end, q.claim))
        return found

    def _known(self, names: tuple[str, ...], known_at: str | None) -> Iterator[tuple[str, _Claim]]:
        for name in names:
            claim = self._claims[name]
            if known(claim.recorded, claim.closed, known_at):
                yield name, claim

    def _quotes(self, name: str, claim: _Claim, made: dict[str, list[Quote]]) -> list[Quote]:
        """The evidence of one claim: the same objects for all facts that it carries."""
        if name not in made:
            title, source, date, kind = self._documents[claim.document]
            source = source or title or str(local(claim.document))
            document = source.rpartition("/")[2].rpartition(".")[0] or source
            made[name] = [
                Quote(
                    date or "", document, one.start, one.end, one.quote, one.line, one.item, name, claim.document, title or source, local(kind),
                    claim.recorded, claim.closed, claim.recognizer, claim.confidence, one.prefix, one.suffix, one.section,
                )
                for one in dict.fromkeys(self._places.get(name, ()))
            ]  # fmt: skip
        return made[name]


def _claims(store: Queryable) -> dict[str, _Claim]:
    recorded, closed, recognizer = (_first(store, f"cg:{name}") for name in ("recordedFrom", "recordedUntil", "recognizer"))
    confidence = _first(store, "cg:confidence")
    found = {}
    for name, document in _pairs(store, "cg:recordedIn"):
        sure = confidence.get(name)
        until, by = _text(closed.get(name)), _text(recognizer.get(name))
        found[name] = _Claim(str(document), _text(recorded.get(name)), until, by, float(sure) if sure is not None else None)
    return found


def _places(store: Queryable) -> dict[str, tuple[_Place, ...]]:
    """Claim → where its words stand."""
    line, item, section = (_first(store, f"cg:{name}") for name in ("line", "itemNumber", "sectionKind"))
    words = _words(store)
    placed: dict[str, list[_Place]] = defaultdict(list)
    for annotation, target in _pairs(store, "oa:hasTarget"):
        number = line.get(annotation)
        at = int(number) if number is not None else None
        placed[annotation] += (_Place(*one, at, _text(item.get(annotation)), _text(section.get(annotation))) for one in words.get(str(target), ()))
    found: dict[str, list[_Place]] = defaultdict(list)
    for claim, evidence in _pairs(store, "cg:evidence"):
        found[claim] += placed.get(str(evidence), ())
    return {claim: tuple(places) for claim, places in found.items()}


def _words(store: Queryable) -> dict[str, list[tuple[str, str, str, int, int]]]:
    """Target of an annotation → words, what stands before and after them, first and last offset: it is told twice, by its words and by its place."""
    exact, prefix, suffix, start, end = (_first(store, f"oa:{name}") for name in ("exact", "prefix", "suffix", "start", "end"))
    selectors: dict[str, list[str]] = defaultdict(list)
    for target, selector in _pairs(store, "oa:hasSelector"):
        selectors[target].append(str(selector))
    found: dict[str, list[tuple[str, str, str, int, int]]] = {}
    for target, both in selectors.items():
        told = [(str(exact[one]), _text(prefix.get(one)) or "", _text(suffix.get(one)) or "") for one in both if one in exact]
        places = [(int(start[one] or 0), int(end[one] or 0)) for one in both if one in start and one in end]
        found[target] = [(*words, *place) for words in told for place in places]
    return found


def _pairs(store: Queryable, name: str) -> Iterator[tuple[str, Value]]:
    """What a property says of all that have it."""
    for subject, told in run(store, f"SELECT ?subject ?told WHERE {{ ?subject {name} ?told }}"):
        yield str(subject), told


def _first(store: Queryable, name: str) -> dict[str, Value]:
    """The same for a property that is stated once."""
    return dict(_pairs(store, name))


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
