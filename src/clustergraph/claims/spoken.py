"""A sentence with the people in it, and what the rules on offices and parts ask of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from clustergraph import lexicon
from clustergraph.claims.people import Person
from clustergraph.lexicon import people as words

if TYPE_CHECKING:
    from clustergraph.claims.bodies import Body
    from clustergraph.claims.reading import Line, Reading

Mentioned = tuple[int, int, Person]


@dataclass(frozen=True, slots=True)
class Part:
    """One person's part. ``forum`` None is the forum of the meeting."""

    person: Person
    capacity: str
    start: int  # the stretch that shows it, name included
    end: int
    forum: Body | None = None
    here: bool = True  # the part is in the meeting of this document
    attended: bool = False  # the sentence shows that the person was there
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the people in it, for the rules on what they do."""

    reading: Reading
    start: int
    end: int
    mentions: tuple[Mentioned, ...]

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.reading.text[self.start : self.end]

    def begin(self, mention: Mentioned) -> int:
        """Where a mention begins with the title before the name."""
        return next((t.start for t in mention[2].told if t.name.start == mention[0]), mention[0])

    def close(self, mention: Mentioned) -> int:
        """Where a mention ends with the title and employer behind the name."""
        return next((t.end for t in mention[2].told if t.name.start == mention[0]), mention[1])


@cache
def pattern(*keys: str) -> re.Pattern[str]:
    """The phrases of one entry of the lexicon as one expression, longest first."""
    table: object = lexicon.table(keys[0])
    for key in keys[1:]:
        table = table[key]  # type: ignore[index]
    phrases = sorted(table, key=lambda p: (-len(p), p))  # type: ignore[call-overload]
    return re.compile("|".join(rf"(?<!\w){re.escape(p)}(?!\w)" for p in phrases), re.IGNORECASE)


def item_number(sentence: Sentence) -> str | None:
    """The number of the point in which a sentence stands."""
    item = sentence.reading.item_at(sentence.start)
    return item.section.number if item else None


def joined(sentence: Sentence, last: Mentioned) -> list[Mentioned]:
    """A mention and those joined to it before, by commas and "og"."""
    found = [last]
    for mention in reversed([m for m in sentence.mentions if m[1] <= last[0]]):
        between = sentence.reading.text[sentence.close(mention) : sentence.begin(found[0])]
        if not re.fullmatch(r"\s*(?:,|og|samt|,\s*og)\s*(?:ved\s+|v\.\s*)?", between):
            break
        found.insert(0, mention)
    return found


def joined_behind(sentence: Sentence, first: Mentioned) -> list[Mentioned]:
    """A mention and those joined to it behind, by commas and "og"."""
    found = [first]
    for mention in [m for m in sentence.mentions if m[0] >= first[1]]:
        if not re.fullmatch(r"\s*(?:,|og|samt|,\s*og)\s*", sentence.reading.text[sentence.close(found[-1]) : sentence.begin(mention)]):
            break
        found.append(mention)
    return found


def forum_at(sentence: Sentence, start: int, end: int) -> Body | None:
    """The forum that a stretch of a sentence names or points to."""
    named = next((b for _, _, b in sentence.reading.bodies.at(start, end + 1) if b.kind == "forum"), None)
    meant = named or sentence.reading.bodies.meant(sentence.reading.text[start:end].strip(), start)
    return meant if meant is not None and meant.kind == "forum" else None


def office_before(before: str) -> tuple[int, str, int, int] | None:
    """As in "formand for følgegruppen, " right before a name: (start, capacity, start and end of the forum's words)."""
    for phrase, capacity in words.capacity_phrases():
        if capacity in ("representative", "sent"):
            continue
        matches = list(re.finditer(rf"(?<!\w){re.escape(phrase)}\s+", before, re.IGNORECASE))
        if matches and re.fullmatch(r"[^,.;:()]{3,90},?\s*", before[matches[-1].end() :]):
            inner = before[matches[-1].end() :].rstrip(" ,")
            if not any(words.is_verb(w) for w in inner.split()):
                return matches[-1].start(), capacity, matches[-1].end(), matches[-1].end() + len(inner)
    return None


def forum_spoken_of(sentence: Sentence, end: int, *, here: bool = True) -> Body | None:
    """The forum that an office belongs to which names none: the subject of the sentence before a place, else that of the sentence before it.

    None where the paragraph names no forum; with ``here`` false also where only a cluster is named.
    """
    reading = sentence.reading
    line = reading.line_at(sentence.start)
    starts = [s for s, _ in reading.sentences_from(line.start, sentence.start)] if line else []
    own = sentence.reading.text[sentence.start : end].split()
    if not here and len(own) and words.names_project(own[0]):
        return None  # "Projekt Genvej ledes af A": a project is no forum
    head = _at_head(sentence, line)
    edges = [(sentence.start, end), *zip(reversed(starts), [sentence.start, *reversed(starts)], strict=False)]
    for start, stop in edges:
        owners = reading.bodies.genitives(start, stop)
        forums = [m for m in reading.bodies.pointed_at(start, stop) if m[2].kind == "forum" and not m[2].collective]
        forums = [m for m in forums if here or m[2].type != "cluster"]
        subject = next((m for m in forums if m[0] not in owners), next(iter(forums), None))
        if line is not None and start != sentence.start:  # of several the one that the paragraph speaks of most
            spoken = [m[2].name for m in reading.bodies.pointed_at(line.start, sentence.start)]
            subject = max(forums, key=lambda m: (spoken.count(m[2].name), m is subject), default=None)
        if head is not None and (start != sentence.start or (subject is not None and _points_back(reading, subject, head))):
            return head
        if subject is not None:
            return subject[2]
    return None


@cache
def _to_appoint() -> re.Pattern[str]:
    return re.compile("|".join(lexicon.table("attendance")["make_up"]["to_appoint"]), re.IGNORECASE)


def forum_of_case(sentence: Sentence) -> Body | None:
    """The forum to which the heading of a case, or the title of a letter, is to appoint somebody: "Udpegning til Følgegruppen"."""
    reading = sentence.reading
    item = reading.item_at(sentence.start)
    title = (item.section.heading if item else None) or reading.document.title or ""
    match = _to_appoint().search(title)
    return reading.bodies.named(match["forum"].strip()) if match else None


def _at_head(sentence: Sentence, line: Line | None) -> Body | None:
    """The forum with which the paragraph of a sentence begins, where the sentence is not its first."""
    if line is None or line.start >= sentence.start:
        return None
    first = next(iter(sentence.reading.bodies.at(line.start, sentence.start)), None)
    return first[2] if first is not None and first[2].kind == "forum" and first[0] - line.start <= 4 and first[2].type != "cluster" else None


def _points_back(reading: Reading, subject: tuple[int, int, Body], head: Body) -> bool:
    """Whether "rådet" takes up a noun in the name of the forum with which the paragraph begins."""
    word = reading.text[subject[0] : subject[1]].casefold()
    return " " not in word and any(len(w) > 2 and word.startswith(w) and word != w for w in head.name.casefold().split())
