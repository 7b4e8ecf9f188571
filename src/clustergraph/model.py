"""The shared types. Standard library only; every stage meets here and nowhere else.

All offsets count Unicode code points of :attr:`Document.text`, from 0, half-open. All dates are ISO 8601 strings, as
partial as the text (``2025``, ``2025-02``, ``2025-02-14``); a period is ``start/end``, open at either side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

Capacity = Literal[
    "member",
    "chair",
    "vice_chair",
    "secretary",
    "deputy",
    "presenter",
    "project_lead",
    "contact",
    "representative",
    "invited",
    "observer",
]
ReferenceStatus = Literal["in_force", "lapsed", "former", "requested", "proposed", "approved", "denied", "unclear"]
Verdict = Literal["same", "different", "unsure", "withdrawn"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's canonical text: code points, half-open. The only locating type."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class View:
    """A repaired reading of the canonical text, with a map back.

    Soft hyphens, words broken over lines, hard-wrapped lines, page heads and feet and private-use bullets are gone from ``text``;
    one line of ``text`` is one paragraph, list point or table row. ``starts[i]`` is where the i-th piece begins in ``text`` and
    ``origins[i]`` where it begins in the canonical text; inside a piece both run in step. A piece of inserted text (a blank for
    a line break) has the origin of what it replaces.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The canonical offset of a view offset."""
        i = max(0, bisect_right(self.starts, offset) - 1)
        start = self.starts[i]
        # A piece never maps past where the next one begins: inserted text is shorter or longer than what it replaces.
        limit = self.origins[i + 1] if i + 1 < len(self.origins) else None
        found = self.origins[i] + (offset - start)
        return found if limit is None or found <= limit else limit

    def canonical(self, start: int, end: int) -> tuple[int, int]:
        """The half-open canonical offsets of a half-open stretch of the view."""
        if end <= start:
            here = self.origin(start)
            return here, here
        return self.origin(start), self.origin(end - 1) + 1


SectionKind = Literal[
    "header",  # title, date, time, place, forum of the meeting
    "contents",  # a table of contents
    "attendees",  # who took part or is a member
    "item",  # one point of the agenda; holds the next kinds
    "recommendation",
    "case",
    "decision",
    "annex",
    "table",
    "body",  # running text outside a point
    "residue",  # menus, cookie texts, buttons, page heads and feet: no content
]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document. Sections of one level do not overlap; ``parent`` is the index of the section that holds this one."""

    kind: SectionKind
    heading: str | None
    number: str | None
    start: int
    end: int
    heading_end: int  # where the heading ends and the content begins (equals start where there is no heading)
    page: int | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    r"""A document as read: one canonical text (NFC, ``\n``) and what its layout says of its parts.

    ``id`` is the SHA-256 of ``text``; ``source`` the file name as given. Header fields are as written and may be None; nothing is guessed.
    """

    id: str
    source: str
    media_type: str
    layout: str
    kind: str  # agenda minutes plan members terms other
    title: str | None
    date: str | None
    time: str | None
    place: str | None
    forum: str | None  # as the header writes it
    text: str
    view: View
    sections: tuple[Section, ...] = ()
    pages: tuple[int, ...] = ()  # canonical offsets at which pages begin, where the format has pages

    def span(self, start: int, end: int) -> Span:
        """A span of this document from canonical offsets."""
        return Span(self.id, start, end)

    def quote(self, span: Span) -> str:
        """The words at a span."""
        return self.text[span.start : span.end]

    def line_of(self, offset: int) -> int:
        """The line number, from 1, of a canonical offset."""
        return bisect_left(_line_ends(self.text), offset) + 1


@lru_cache(maxsize=8)
def _line_ends(text: str) -> tuple[int, ...]:
    """Where the lines of a text end; kept, for whoever asks for one line of a document asks for hundreds."""
    return tuple(i for i, char in enumerate(text) if char == "\n")


MentionKind = Literal["person", "organisation", "forum", "initiative", "seat", "item", "event", "money", "document"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Something as one document names it. ``name`` is the tidied display name and is unique a document and kind:
    two claims of one document that carry the same kind and name speak of the same thing.
    """

    kind: MentionKind
    name: str
    span: Span


Qualifiers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says. Never rewritten by resolution.

    ``kind`` is a key of ``FACT_KINDS``; ``qualifiers`` hold JSON values, with other entities by their display name in this document.
    ``evidence`` is never empty. ``id`` is a content hash (:func:`clustergraph.records.claim_id`).
    """

    id: str
    kind: str
    subject: Mention
    object: Mention | None
    qualifiers: Qualifiers
    evidence: tuple[Span, ...]
    recognizer: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch of a document that no recognizer placed, with a reason in words."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """What survives resolution. ``id`` is ``{type}/{slug}``, for instance ``person/jannie-falk-bjerregaard``."""

    id: str
    kind: str  # person organisation forum cluster initiative
    label: str
    aliases: tuple[str, ...] = ()
    attributes: Qualifiers = field(default_factory=dict)  # type, part_of, of, region, cluster (entity ids), registry, status …


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict on two entities or mentions, by a comparison or a person."""

    left: str
    right: str
    verdict: Verdict
    score: float
    reason: str
    by: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person says of one claim: ``confirmed``, ``rejected`` or ``unsure``."""

    verdict: str
    reason: str
    by: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """mention key → entity id, the entities, and why. ``redirects``: identifiers that went into another one by a judgement of people."""

    entities: Mapping[str, Entity]
    canonical: Mapping[str, str]  # "{document_id}#{kind}/{name}" → entity id
    judgements: tuple[Judgement, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)

    def entity(self, document_id: str, kind: str, name: str) -> Entity | None:
        """The entity that a display name of a document stands for."""
        ident = self.canonical.get(mention_key(document_id, kind, name))
        return self.entities[ident] if ident else None


def mention_key(document_id: str, kind: str, name: str) -> str:
    """The key of :attr:`Resolution.canonical`."""
    return f"{document_id}#{kind}/{name}"


FACT_KINDS: tuple[str, ...] = (
    "meeting",
    "person",
    "organisation",
    "forum",
    "holds_role",
    "forum_role",
    "body_membership",
    "reporting_line",
    "initiative",
    "agenda_item",
    "decision_elsewhere",
    "approval",
    "handover",
    "event",
    "deadline",
    "money",
    "seats",
)
