"""One document as the recognizers see it: repaired lines and sentences, the section of every place, and claims with true evidence.

Offsets inside :mod:`clustergraph.claims` count code points of the repaired view; only :meth:`Reading.spans` leads to the canonical text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from clustergraph import lexicon
from clustergraph.model import Claim, Document, Mention, MentionKind, Section, Span
from clustergraph.records import claim_id

if TYPE_CHECKING:
    from clustergraph.claims.bodies import Bodies
    from clustergraph.claims.participants import Row
    from clustergraph.claims.people import People

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the view: a paragraph, a list point or a table row. ``text`` has no line end; ``indent`` and bullet are still in it."""

    text: str
    start: int
    end: int
    section: int | None  # index into Document.sections of the innermost section


@dataclass(frozen=True, slots=True)
class Part:
    """A section in view offsets."""

    index: int
    section: Section
    start: int
    end: int
    content: int  # where the content begins, after the heading


class Reading:
    """A document with the means to find one's way in it. Built once a document; never changed."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.view.text
        self._found: dict[Callable[[Reading], Any], Any] = {}

    def to_view(self, canonical: int) -> int:
        """The first view offset whose origin is at or after a canonical offset."""
        view = self.document.view
        low, high = 0, len(view.text)
        while low < high:
            middle = (low + high) // 2
            if view.origin(middle) < canonical:
                low = middle + 1
            else:
                high = middle
        return low

    def span(self, start: int, end: int) -> Span:
        """Canonical evidence of a stretch of the view, without blanks at its ends."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = max(start, end - (len(words) - len(words.rstrip())))
        return Span(self.document.id, *self.document.view.canonical(start, end))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All sections in view offsets, in document order."""
        return tuple(
            Part(i, s, self.to_view(s.start), self.to_view(s.end), self.to_view(s.heading_end)) for i, s in enumerate(self.document.sections)
        )

    def parts_of(self, *kinds: str, within: Part | None = None) -> list[Part]:
        """The sections of some kinds, in order; with ``within`` only those somewhere inside one section."""
        found = [p for p in self.parts if p.section.kind in kinds]
        return found if within is None else [p for p in found if within.index in self._ancestors(p.index)]

    def _ancestors(self, index: int | None) -> list[int]:
        chain: list[int] = []
        while index is not None:
            chain.append(index)
            index = self.document.sections[index].parent
        return chain

    def part_at(self, offset: int, *kinds: str) -> Part | None:
        """The innermost section that holds a view offset; with ``kinds`` the innermost of these."""
        edges, held = self._nesting
        i = bisect_right(edges, offset) - 1
        inside = held[i] if i >= 0 else ()
        return next((p for p in inside if not kinds or p.section.kind in kinds), None)

    @cached_property
    def _nesting(self) -> tuple[list[int], list[tuple[Part, ...]]]:
        """The offsets at which sections begin or end, and for each the sections that hold what follows, the innermost first."""
        starting: dict[int, list[Part]] = {}
        edges = sorted({edge for part in self.parts for edge in (part.start, part.end)})
        for part in self.parts:
            starting.setdefault(part.start, []).append(part)
        held: list[tuple[Part, ...]] = []
        open_: list[Part] = []
        for edge in edges:
            open_ = [p for p in open_ if p.end > edge] + [p for p in starting.get(edge, ()) if p.end > edge]
            held.append(tuple(sorted(open_, key=lambda p: (p.end - p.start, -p.index))))
        return edges, held

    def item_at(self, offset: int) -> Part | None:
        """The agenda item that holds a view offset."""
        return self.part_at(offset, "item")

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the view that hold anything."""
        found = []
        start = 0
        for raw in self.text.split("\n"):
            end = start + len(raw)
            if raw.strip():
                part = self.part_at(start + len(raw) - len(raw.lstrip()))
                found.append(Line(raw, start, end, part.index if part else None))
            start = end + 1
        return tuple(found)

    def lines_in(self, start: int, end: int) -> list[Line]:
        """The lines that begin inside a stretch of the view."""
        starts = self._line_starts
        return list(self.lines[bisect_left(starts, start) : bisect_left(starts, end)])

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line | None:
        """The line that holds a view offset."""
        i = bisect_right(self._line_starts, offset) - 1
        return self.lines[i] if i >= 0 and offset <= self.lines[i].end else None

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """All sentences as stretches of the view, in order; a sentence never leaves its line."""
        return tuple(pair for line in self.lines for pair in split_sentences(line.text, line.start))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds a view offset."""
        i = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[i] if i >= 0 else (0, len(self.text))

    def sentences_from(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The sentences that begin inside a stretch of the view."""
        starts = self._sentence_starts
        return self.sentences[bisect_left(starts, start) : bisect_left(starts, end)]

    @staticmethod
    def sentences_in(line: Line) -> list[tuple[int, int]]:
        """The sentences of a line as stretches of the view; in a table row no sentence leaves its cell or its paragraph."""
        found: list[tuple[int, int]] = []
        offset = line.start
        for piece in re.split(r"(\t|\s/\s|\s\|\s)", line.text):
            found.extend(split_sentences(piece, offset))
            offset += len(piece)
        return found

    @cached_property
    def bodies(self) -> Bodies:
        """The organisations and forums of the document."""
        from clustergraph.claims import bodies  # they read through this class

        return bodies.find(self, self.rows)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Who stands in the document's lists."""
        from clustergraph.claims import participants

        return participants.rows(self)

    @cached_property
    def people(self) -> People:
        """The people of the document."""
        from clustergraph.claims import people

        return people.find(self, self.rows)

    def once(self, find: Callable[[Reading], Found]) -> Found:
        """What a function finds in this document, worked out the first time that anybody asks."""
        if find not in self._found:
            self._found[find] = find(self)
        return cast("Found", self._found[find])

    def mention(self, kind: MentionKind, name: str, start: int, end: int) -> Mention:
        """A mention at a stretch of the view."""
        return Mention(kind, name, self.span(start, end))

    def claim(
        self,
        kind: str,
        /,
        subject: Mention,
        obj: Mention | None,
        evidence: list[tuple[int, int]],
        recognizer: str,
        confidence: float = 0.9,
        **qualifiers: Any,
    ) -> Claim:
        """A claim whose evidence is given as stretches of the view; qualifiers that are None or empty are left out."""
        kept = {k: v for k, v in sorted(qualifiers.items()) if v not in (None, "", [], ())}
        spans = tuple(dict.fromkeys(self.span(start, end) for start, end in evidence))
        ident = claim_id(kind, subject, obj, kept, spans)
        return Claim(ident, kind, subject, obj, kept, spans, recognizer, confidence)


_END = re.compile(r"[.!?:;](?=[\s\"”»)]|$)")


def split_sentences(text: str, offset: int = 0) -> Iterator[tuple[int, int]]:
    """The sentences of one line. No end after an abbreviation, an initial, an ordinal or a number before a month."""
    start = 0
    for match in re.finditer(r"[.!?](?=\s|$)", text):
        if not _ends(text, match.start()) if match.group() == "." else text[match.end() :].lstrip()[:1].islower():
            continue  # a question may be a name: "undersøgelsen Hvordan går det? er gennemført"
        if text[start : match.end()].strip():
            lead = len(text[start:]) - len(text[start:].lstrip())
            yield offset + start + lead, offset + match.end()
        start = match.end()
    if text[start:].strip():
        lead = len(text[start:]) - len(text[start:].lstrip())
        yield offset + start + lead, offset + len(text.rstrip())


def _ends(text: str, dot: int) -> bool:
    word = re.search(r"[\w.\-]*$", text[:dot])
    before = word.group() if word else ""
    after = text[dot + 1 :].lstrip()
    if not after:
        return True
    if re.fullmatch(r"\d{1,2}", before):  # "den 12. marts", "punkt 3. Sagen": only a capital that is no month ends here
        return after[0].isupper() and not lexicon.is_month(after.split()[0])
    if len(before) == 1 and before.isupper():  # an initial: "Ole B. Andersen"
        return False
    if lexicon.may_close(before):
        return after[0].isupper()
    if lexicon.is_abbreviation(before) or lexicon.is_abbreviation(before.rsplit(".", 1)[-1]):  # "1.feb. 2024"
        return False
    return not after[0].islower()
