"""Earlier meetings that a text only refers to ("… om ny organisering, jf. styregruppemødet den 3. maj 2024"): no decision is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustergraph.claims import meeting, places
from clustergraph.claims.decisions_elsewhere import meeting_named, told_sentences
from clustergraph.claims.reading import Reading
from clustergraph.lexicon import decisions as lexicon
from clustergraph.model import Claim

RECOGNIZER = "meetings_referred"
_SKIP = ("residue", "contents", "attendees")


def recognize(reading: Reading) -> Iterator[Claim]:
    """A ``decision_elsewhere`` without outcome and decision type for each meeting that a sentence refers to by forum and day."""
    anchor = meeting.day_of(reading)
    told = told_sentences(reading)
    for line in reading.lines:
        part = reading.part_at(line.start)
        if part and part.section.kind in _SKIP:
            continue
        for low, high in reading.sentences_in(line):
            cue = lexicon.pattern("elsewhere.referred").search(reading.text[low:high])
            named = meeting_named(reading, low + cue.end(), high, anchor) if cue and (low, high) not in told else None
            if cue is None or named is None or named[2] is None or (anchor is not None and named[2] >= anchor):
                continue
            forum, at, day = named
            yield reading.claim(
                "decision_elsewhere",
                reading.mention("forum", forum.name, *at),
                None,
                [(low, high)],
                RECOGNIZER,
                0.8,
                date=day,
                about=_about(reading, low, low + cue.start()),
                item=places.item_number(reading, low),
            )


def _about(reading: Reading, low: int, high: int) -> str:
    """The topic that the words before the reference end with ("… ift. ny organisering"), else the title of the point, else those words."""
    words = " ".join(reading.text[low:high].split()).strip(" ,;(–-")
    topics = list(lexicon.pattern("elsewhere.topics").finditer(words))
    if topics and (topic := re.split(r"[,;:()]", words[topics[-1].end() :])[0].strip()):
        return topic
    item = places.item_of(reading, low)
    return places.title_of(reading, item) if item else words
