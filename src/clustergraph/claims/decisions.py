"""What a block of decision text decides: ``decided approved noted discussed none``, the strongest that stands there, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clustergraph.claims import dates, meeting, places
from clustergraph.claims.reading import Line, Part, Reading, split_sentences
from clustergraph.lexicon import decisions as lexicon

_BULLET = re.compile(r"^\s*(?:[-–•*·▪o]|\d{1,2}[.)]|[a-zæøå]\))\s+")
_ORDER = ("decided", "approved", "noted", "discussed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The kind of a decision and the sentence that shows it (view offsets); a kind of ``none`` has no sentence."""

    kind: str
    start: int | None = None
    end: int | None = None


def decision_blocks(reading: Reading, item: Part) -> list[tuple[int, int]]:
    """Where the decisions of a point stand, in order.

    Minutes without headings inside a point tell the outcome below a line that names the forum and the day of the meeting, else in the
    whole text of the point; an agenda has none.
    """
    blocks = [(p.content, p.end) for p in reading.parts_of("decision", within=item)]
    if blocks:
        return blocks
    day = meeting.day_of(reading)
    for line in reading.lines_in(item.content, item.end):
        if day and _is_meeting_line(line.text, day):
            return [(line.end, item.end)] if line.end < item.end else []
    inner = reading.parts_of("recommendation", "case", within=item)
    whole = reading.document.kind != "agenda" and not inner and item.content < item.end
    return [(item.content, item.end)] if whole else []


def _is_meeting_line(text: str, day: str) -> bool:
    """Whether a line holds nothing but a forum and the day of the meeting ("Kredsrådet den 12. juni 2015")."""
    whens = dates.find(text, day)
    if len(whens) != 1 or whens[0].value != day or len(text.split()) > 14:
        return False
    tail = text[whens[0].end :].strip(" .:,")
    before = text[: whens[0].start].strip()
    return bool(re.fullmatch(r"(?:(?:pkt|punkt)\.?\s*\d+)?", tail)) and before[:1].isupper() and not re.search(r"[.:;]|(?<!\w)møde", before)


def outcome(
    reading: Reading, blocks: Sequence[tuple[int, int]], recommendations: Sequence[str] = (), elsewhere: frozenset[tuple[int, int]] = frozenset()
) -> Outcome:
    """The outcome of an item. Of several blocks the last is the decision and the ones before are a record of the talk.

    A last block without any word of a decision gives way to the one before it. ``elsewhere`` are sentences that tell what others decided.
    """
    for start, end in reversed(blocks):
        found = _of_block(reading, start, end, recommendations, elsewhere)
        if found.kind != "none" or found.start is not None:
            return found
    return Outcome("none")


def kind_of(sentence: str, listed: bool = False) -> str | None:
    """The kind of one sentence; ``listed`` says that it is a point of a list that is no list of decisions."""
    text = lexicon.pattern("attributive").sub(" ", sentence.strip())
    if lexicon.pattern("decided").search(text) or lexicon.pattern("alone").fullmatch(text.strip(" .")):
        return "decided"
    if lexicon.pattern("approved_alone").fullmatch(text.strip(" .!")):
        return "approved"
    if lexicon.by_forum().match(text) and lexicon.pattern("wishes").search(text):
        return "decided"
    if lexicon.pattern("voices").search(text):
        return next((kind for kind in ("approved", "noted", "discussed") if lexicon.pattern(kind).search(text)), None)
    if not listed and (lexicon.pattern("acts").search(text) or lexicon.to_do().search(text)) and not lexicon.pattern("attendance").search(text):
        return "decided"
    return next((kind for kind in ("approved", "noted", "discussed") if lexicon.pattern(kind).search(text)), None)


def _of_block(reading: Reading, start: int, end: int, recommendations: Sequence[str], elsewhere: frozenset[tuple[int, int]]) -> Outcome:
    best: dict[str, tuple[int, int]] = {}
    told: tuple[int, int] | None = None
    rest: tuple[int, int] | None = None
    for line, listed in _lines(reading, start, end):
        for s, e in split_sentences(line.text, line.start):
            words = reading.text[s:e]
            kind = kind_of(words, listed)
            if (s, e) in elsewhere or (_is_nothing(words) and kind != "noted"):
                continue
            if kind:
                best.setdefault(kind, (s, e))
            elif lexicon.pattern("told").search(words) and lexicon.by_forum().match(words):
                told = told or (s, e)
            elif not lexicon.pattern("attendance").search(words):
                rest = rest or (s, e)
    for kind in _ORDER:
        if kind in best:
            return Outcome(kind, *best[kind])
    if told:
        return Outcome("noted", *told)
    return _by_recommendation(rest, recommendations)


def _by_recommendation(rest: tuple[int, int] | None, recommendations: Sequence[str]) -> Outcome:
    words = " ".join(recommendations)
    if rest and words:
        for kind in ("discussed", "noted"):
            if lexicon.pattern(f"recommended.{kind}").search(words):
                return Outcome(kind, *rest)
    return Outcome("none")


def _lines(reading: Reading, start: int, end: int) -> list[tuple[Line, bool]]:
    """The lines of a block; a point of a list is marked unless the words before the list say that it lists decisions."""
    found = []
    decisions = False
    for line in places.clipped(reading, start, end):
        bullet = bool(_BULLET.match(line.text))
        if not bullet:
            lead = line.text.rstrip()
            decisions = lead.endswith((":", "at")) and bool(lexicon.pattern("leads").search(lead))
        found.append((line, bullet and not decisions))
    if found and all(listed for _, listed in found):  # the whole block is a list: its points are the decisions
        return [(line, False) for line, _ in found]
    return found


def _is_nothing(words: str) -> bool:
    text = _BULLET.sub("", words).strip(" .|\t")
    match = lexicon.pattern("nothing").match(text)
    return not text or (bool(match) and len(text.split()) <= 8)
