"""The claims of one document in words, with links: what stands in the margin beside its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clustergraph.model import Claim, Document, Mention
from clustergraph.reports import cells, words
from clustergraph.server import words as own
from clustergraph.server.contacts import masked
from clustergraph.server.grid import Part
from clustergraph.server.visit import Visit

_PAGES = ("person", "organisation", "forum", "cluster", "initiative", "meeting")
_ORDER = (
    "meeting", "agenda_item", "decision_elsewhere", "approval", "handover", "reporting_line", "forum_role", "holds_role", "body_membership", "seats",
    "initiative", "money", "event", "deadline", "forum", "organisation", "person",
)  # fmt: skip
_VERB = {"forum_role": "capacity", "holds_role": "role", "reporting_line": "kind"}
_SAID = frozenset({"valid_from", "valid_until", "status", "what", "title", "vacant", "collective", "date_text"})
_WORDS = frozenset({"capacity", "attendance", "kind", "decision_type", "type", "part", "status", "maturity", "change"})

_MOST = 160  # letters of a value: the whole of it stands in the text


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of evidence stands: its first letter and its line."""

    start: int
    line: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim in words: its ends with links and the word between them, status, period, what else is told, and where it stands."""

    number: int
    kind: str
    ends: tuple[Part, ...]
    verb: str
    status: str | None
    sign: str
    period: str
    details: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    confidence: float
    verdict: str | None = None
    fact: str | None = None  # the address of its fact in the graph


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one kind, in the order of the text."""

    kind: str
    statements: tuple[Statement, ...]


def groups(visit: Visit, document: Document, claims: Sequence[Claim], base: str) -> list[Group]:
    """What a document says, kind by kind. ``base`` is the project's, for the addresses of claims and documents."""
    held = _Known(visit, document, claims, base)
    found = [held.statement(number, claim) for number, claim in enumerate(claims, 1)]
    kinds = sorted({claim.kind for claim in claims}, key=lambda kind: (_ORDER.index(kind) if kind in _ORDER else len(_ORDER), kind))
    return [Group(kind, tuple(one for one in found if one.kind == kind)) for kind in kinds]


class _Known:
    """What the graph knows of the claims of one document: whom they are about, and what people said of them."""

    def __init__(self, visit: Visit, document: Document, claims: Iterable[Claim], base: str) -> None:
        self._visit = visit
        self._document = document
        self._about: dict[str, list[str]] = {}
        self._verdicts: dict[str, str] = {}
        for row in visit.view.query("said", {"document": f"{base}id/document/{document.id[:16]}"}).dicts():
            claim = str(row["claim"]).rpartition("/")[2]
            self._about.setdefault(claim, []).append(str(row["about"]))
            if row["verdict"]:
                self._verdicts[claim] = str(row["verdict"]).rpartition("#")[2].removeprefix("verdict-")
        self._entities = dict(self._named(claims))

    def _named(self, claims: Iterable[Claim]) -> Iterator[tuple[tuple[str, str], str]]:
        """Kind and name of a mention → its entity. Each name that a document uses has a claim of its own."""
        for claim in claims:
            if claim.kind == claim.subject.kind or claim.kind == "meeting":
                for iri in self._about.get(claim.id, ()):
                    if _type(iri) in _PAGES:
                        yield (claim.subject.kind, claim.subject.name), iri

    def statement(self, number: int, claim: Claim) -> Statement:
        told = claim.qualifiers
        ends = [self._end(mention) for mention in (claim.subject, claim.object) if mention]
        verb = told.get(_VERB.get(claim.kind, ""))
        status = told.get("status")
        about = [iri for iri in self._about.get(claim.id, ()) if _type(iri) not in _PAGES]
        return Statement(
            number, claim.kind, tuple(ends), words.word(str(verb), self._visit.lang) if verb else "", str(status) if status else None,
            cells.sign({"status": status, "vacant": told.get("vacant")}).strip(), self._period(told), tuple(self._details(claim)),
            tuple({(line := self._document.line_of(span.start)): Place(span.start, line) for span in reversed(claim.evidence)}.values())[::-1],
            claim.confidence,
            self._verdicts.get(claim.id), about[0] if about else None,
        )  # fmt: skip

    def _end(self, mention: Mention) -> Part:
        name = masked(words.dates_within(mention.name, self._visit.lang))
        return Part(name, self._visit.entity(self._entities.get((mention.kind, mention.name))))

    def _period(self, told: Mapping[str, Any]) -> str:
        return cells.cell({"valid_from": told.get("valid_from"), "valid_until": told.get("valid_until")}, "period", self._visit.lang).strip("–") or ""

    def _details(self, claim: Claim) -> Iterator[tuple[str, str]]:
        """What else is told, each with the word for it."""
        shown = _VERB.get(claim.kind)
        for name, value in sorted(claim.qualifiers.items(), key=lambda pair: isinstance(pair[1], list)):
            if name in _SAID or name == shown or value in (None, "", [], False, claim.subject.name):
                continue
            told = masked(self._value(name, value))
            yield label(name, self._visit.lang), told if len(told) <= _MOST else told[: _MOST - 1].rstrip() + "…"

    def _value(self, name: str, value: Any) -> str:
        lang = self._visit.lang
        if isinstance(value, list):
            return "; ".join(self._value(name, one) for one in value)
        if isinstance(value, Mapping):
            return ", ".join(self._value(key, one) for key, one in value.items() if one not in (None, "", []))
        if value is True:
            return words.word("true", lang)
        if name in _WORDS:
            return word(str(value), lang)
        return cells.cell({name: str(value) if not isinstance(value, int) else value}, name, lang)


def label(name: str, lang: str) -> str:
    """The word for a qualifier: that of the columns of reports, or one of our own."""
    return own.catalogue(lang).get(f"told.{name}") or words.column(name, lang)


def word(value: str, lang: str) -> str:
    """The word for a value."""
    return own.catalogue(lang).get(f"told.word.{value}") or words.word(value, lang)


def _type(iri: str) -> str:
    """``person`` of an entity's address."""
    return iri.partition("/id/")[2].partition("/")[0]
