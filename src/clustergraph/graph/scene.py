"""One document among its claims and entities: what a name of the document stands for, and where a claim stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from clustergraph.graph import asof
from clustergraph.graph.facts import Source, Weight
from clustergraph.graph.terms import Iri, Minter, slug
from clustergraph.model import Claim, Document, Resolution, Section

BY_HAND = "review"  # the recognizer of what a person added or corrected
_OFFICIAL = frozenset({"members", "terms"})  # kinds of documents that are lists as a whole
_PARTS = frozenset({"recommendation", "case", "decision", "annex", "attendees", "table", "header"})  # of the kinds of sections
_LISTS = frozenset({"attendees", "table"})
_BODY_KINDS = ("forum", "organisation")


class Scene:
    """What the statements of one document need to become facts of the graph."""

    def __init__(
        self, mint: Minter, document: Document, claims: Sequence[Claim], resolution: Resolution, confirmed: frozenset[str] = frozenset()
    ) -> None:
        self.mint = mint
        self.document = document
        self.claims = claims
        self.resolution = resolution
        self._confirmed = confirmed  # ids of claims

    @cached_property
    def meeting_claim(self) -> Claim | None:
        """The claim about the meeting (or, without one, about the document as a whole)."""
        return next((claim for claim in self.claims if claim.kind == "meeting"), None)

    @cached_property
    def date(self) -> str | None:
        """The date of the document as printed, perhaps partial."""
        told = self.meeting_claim.qualifiers.get("date") if self.meeting_claim else None
        return self.document.date or told

    @cached_property
    def day(self) -> str | None:
        """The first day of the document's date."""
        return asof.first_day(self.date)

    @cached_property
    def kind(self) -> str:
        """agenda, minutes, plan, members, terms or other."""
        return self.document.kind

    def source(self, claim: Claim) -> Source:
        """A claim as the source of a fact."""
        weight = Weight(
            by_hand=claim.id in self._confirmed or claim.recognizer.partition(".")[0] == BY_HAND,
            day=self.day or "",
            minutes=self.kind == "minutes",
            decided=self.section_kind(claim.evidence[0].start) == "decision",
            listed=self.kind in _OFFICIAL or self._in_list(claim.evidence[0].start),
            confidence=claim.confidence,
            document=self.document.id,
        )
        return Source(self.mint.claim(claim.id), self.day, weight)

    def section_kind(self, offset: int) -> str | None:
        """What part of a document a place stands in: the innermost section that is more than a point of the agenda; None outside all."""
        found = [one for one in self.document.sections if one.start <= offset < one.end and one.kind in _PARTS]
        return min(found, key=lambda one: one.end - one.start).kind if found else None

    def _in_list(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self._lists)

    @cached_property
    def _lists(self) -> list[tuple[int, int]]:
        return [(section.start, section.end) for section in self.document.sections if section.kind in _LISTS]

    def find(self, kind: str, name: str | None) -> Iri | None:
        """The entity that a display name stands for; None where resolution knows none."""
        entity = self.resolution.entity(self.document.id, kind, name) if name else None
        return self.mint.entity(entity.id) if entity else None

    def entity(self, kind: str, name: str) -> Iri:
        """The entity of a name that must be one. A name that resolution leaves out stands for itself, in this document only."""
        return self.find(kind, name) or self.mint.node(kind, f"{slug(name)}-{self.document.id[:8]}")

    def person(self, name: str | None) -> Iri | None:
        """The person of a name."""
        return self.find("person", name)

    def body(self, name: str | None) -> Iri | None:
        """The forum or organisation of a name."""
        return next((found for kind in _BODY_KINDS if (found := self.find(kind, name))), None)

    def initiative(self, name: str | None) -> Iri | None:
        """The initiative of a name."""
        return self.find("initiative", name)

    @cached_property
    def forum(self) -> Iri | None:
        """The forum whose document this is."""
        told = self.meeting_claim
        return self.find("forum", told.object.name) if told and told.object else None

    @cached_property
    def meeting(self) -> Iri | None:
        """The meeting of this document; agenda and minutes of one meeting share it. None for a document that belongs to no meeting."""
        if self.kind not in ("agenda", "minutes") and not any(claim.kind == "agenda_item" for claim in self.claims):
            return None
        if self.forum is None or not self.date:
            return self.mint.node("meeting", self.document.id[:16])
        return self.mint.node("meeting", f"{self.forum.value.rpartition('/')[2]}-{self.date}")

    @cached_property
    def items(self) -> dict[str, Iri]:
        """The agenda items of the document in its order, by number, or by title where they have none."""
        found: dict[str, Iri] = {}
        for claim in sorted(self.claims, key=lambda one: (one.evidence[0].start, one.id)):
            if claim.kind == "agenda_item" and self.meeting is not None:
                key = str(claim.qualifiers.get("number") or claim.subject.name)
                found[key] = self.mint.fact("item", self.meeting.value, key)
        return found

    def item_at(self, offset: int) -> Iri | None:
        """The agenda item that holds a canonical offset."""
        for section in self._item_sections(offset):
            found = self.items.get(section.number or "") or self.items.get(section.heading or "")
            if found:
                return found
        return None

    def item_number(self, offset: int) -> str | None:
        """The number of the innermost numbered item that holds a canonical offset, as printed."""
        return next((section.number for section in self._item_sections(offset) if section.number), None)

    def _item_sections(self, offset: int) -> list[Section]:
        inside = [s for s in self.document.sections if s.kind == "item" and s.start <= offset < s.end]
        return sorted(inside, key=lambda s: s.end - s.start)
