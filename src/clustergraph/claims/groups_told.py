"""Who makes up a forum as sentences tell it: "Fra regionen sidder A og B", "Kommunen udpeger A til følgegruppen", "Pladserne beklædes af A og B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from clustergraph import lexicon
from clustergraph.claims.spoken import Mentioned, Part, Sentence, forum_at, forum_of_case, forum_spoken_of
from clustergraph.lexicon import people as words

if TYPE_CHECKING:
    from clustergraph.claims.bodies import Body

_BETWEEN = 60  # characters between two of those enumerated: party, place, employer


@cache
def _told(key: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in lexicon.table("attendance")["make_up"][key]), re.IGNORECASE)


def find(sentence: Sentence) -> Iterator[Part]:
    """All members that a sentence tells of in these ways; one may be told twice."""
    for rule in (_sitting, _appointed, _sits_as, _holding_seats, _instead):
        yield from rule(sentence)


def _sitting(sentence: Sentence) -> Iterator[Part]:
    """As in "Fra PLO sidder A og B, fra regionen kontorchef C", "Desuden deltager A og B": members, where no meeting is told of."""
    reading = sentence.reading
    if reading.document.kind in ("minutes", "agenda") or not sentence.mentions:
        return
    first = sentence.mentions[0]
    verb = _told("sitting").search(sentence.text[: sentence.begin(first) - sentence.start])
    if verb is None or words.negates(sentence.text[: verb.end()]):
        return
    own = [m for m in reading.bodies.pointed_at(sentence.start + verb.start(), sentence.begin(first)) if m[2].kind == "forum"]
    forum = own[-1][2] if own else forum_spoken_of(sentence, sentence.start + verb.end(), here=False)
    if forum is not None and forum.type != "secretariat":
        for mention in sentence.mentions:
            yield _member(sentence, mention, "member", forum)


def _appointed(sentence: Sentence) -> Iterator[Part]:
    """As in "KKR udpegede A (V), Lund, og B (A), Holm": of the forum named behind "til", else of that which the heading of the case names."""
    for first in sentence.mentions:
        if not _told("appoints").search(sentence.text[: sentence.begin(first) - sentence.start]):
            continue
        listed = _enumerated(sentence, first)
        end = sentence.close(listed[-1])
        behind = _told("appointed_to").match(sentence.reading.text, end, sentence.end)
        forum = forum_at(sentence, behind.start("forum"), behind.end("forum")) if behind else forum_of_case(sentence)
        deputy = _told("as_deputy").search(sentence.text[: sentence.begin(first) - sentence.start])
        if forum is not None and not words.negates(sentence.text[: first[0] - sentence.start]):
            for mention in listed:
                yield _member(sentence, mention, "deputy" if deputy else "member", forum)
        return


def _sits_as(sentence: Sentence) -> Iterator[Part]:
    """As in "A deltager som observatør" in a case on who is to sit in a forum: an office in it."""
    forum = forum_of_case(sentence)
    for mention in sentence.mentions if forum is not None else ():
        match = _told("sits_as").match(sentence.reading.text, sentence.close(mention), sentence.end)
        if match is not None:
            yield _member(sentence, mention, words.capacity(match["office"]) or "member", forum)


def _enumerated(sentence: Sentence, first: Mentioned) -> list[Mentioned]:
    """Somebody and those enumerated behind, with a few words for each between them."""
    found = [first]
    for mention in [m for m in sentence.mentions if m[0] > first[1]]:
        between = sentence.reading.text[found[-1][1] : sentence.begin(mention)]
        if len(between) > _BETWEEN or any(words.is_verb(w) for w in between.split()) or not re.search(r",|\b(?:og|samt)\b", between):
            break
        found.append(mention)
    return found


def _holding_seats(sentence: Sentence) -> Iterator[Part]:
    """As in "Udvalget har to pladser i Rådet. De beklædes af A og B (stedfortræder: C)": members of the forum that has the seats."""
    held = _told("held").search(sentence.text)
    line = sentence.reading.line_at(sentence.start)
    if held is None or line is None:
        return
    before = list(_told("seats_in").finditer(sentence.reading.text, line.start, sentence.start + held.end()))
    forum = forum_at(sentence, before[-1].start("forum"), before[-1].end("forum")) if before else None
    for mention in sentence.mentions if forum is not None else ():
        if mention[0] >= sentence.start + held.end():
            deputy = words.capacity(sentence.text[: sentence.begin(mention) - sentence.start].rstrip(" :").rsplit("(", 1)[-1]) == "deputy"
            yield _member(sentence, mention, "deputy" if deputy else "member", forum)


def _instead(sentence: Sentence) -> Iterator[Part]:
    """As in "A havde meldt afbud; konsulent B sad med i stedet": a deputy at this meeting."""
    for mention in sentence.mentions:
        match = _told("instead").match(sentence.reading.text, sentence.close(mention), sentence.end)
        if match is not None and not mention[2].rows:
            yield Part(mention[2], "deputy", sentence.begin(mention), match.end(), attended=True)


def _member(sentence: Sentence, mention: Mentioned, capacity: str, forum: Body | None) -> Part:
    """A part of somebody, or the office that stands beside the name."""
    own = next((t.capacities[0] for t in mention[2].told if t.name.start == mention[0] and t.capacities), None)
    here = forum is sentence.reading.bodies.meeting_forum
    return Part(mention[2], own or capacity, sentence.start, sentence.close(mention), forum, here)
