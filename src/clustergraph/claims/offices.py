"""Who holds an office in a forum as sentences tell it: chosen, named, in charge of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clustergraph.claims.spoken import (
    Mentioned,
    Part,
    Sentence,
    forum_at,
    forum_of_case,
    forum_spoken_of,
    joined,
    joined_behind,
    office_before,
    pattern,
)
from clustergraph.lexicon import people as words

if TYPE_CHECKING:
    from clustergraph.claims.bodies import Body


def find(sentence: Sentence) -> Iterator[Part]:
    """All offices that a sentence tells of; one may be told twice."""
    for rule in (_chosen, _predicates, _leads_meeting, _chairmanship, _office_in_forum):
        yield from rule(sentence)


def _office_in_forum(sentence: Sentence) -> Iterator[Part]:
    """As in "Formand for følgegruppen, Tina Holm," and "Tina Holm, formand for følgegruppen,": a part in the forum named."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        begin = sentence.begin(mention)
        office = office_before(text[sentence.start : begin])
        if office is not None:
            body = forum_at(sentence, sentence.start + office[2], sentence.start + office[3])
            if body is not None:
                here = body is sentence.reading.bodies.meeting_forum
                yield Part(mention[2], office[1], sentence.start + office[0], mention[1], body, here)
                yield from _fellow_officer(sentence, mention, body)
        commas = [mention[1] + m.start() for m in re.finditer(r",", text[mention[1] : sentence.close(mention)])]
        for end_of_name in sorted({mention[1], sentence.close(mention), *commas}):
            behind = re.match(r"\s*,\s*(?:(?:som|der)\s+(?:er|var|også er)\s+)?", text[end_of_name : sentence.end])
            if behind is None:
                continue
            at = end_of_name + behind.end()
            for phrase, capacity in words.capacity_phrases():
                if capacity not in ("representative", "sent") and words.starts_with(text[at : sentence.end], (phrase,)):
                    stop = re.search(r"[,.;:()]|$", text[at + len(phrase) : sentence.end])
                    body = forum_at(sentence, at + len(phrase), at + len(phrase) + (stop.start() if stop else 0))
                    if body is not None:
                        end = _body_end(sentence, at + len(phrase))
                        yield Part(mention[2], capacity, mention[0], end, body, body is sentence.reading.bodies.meeting_forum)
                    break


def _fellow_officer(sentence: Sentence, first: Mentioned, body: Body) -> Iterator[Part]:
    """As in "Formanden for netværket, A, og sekretær B deltager": B is the secretary of the same forum."""
    for mention in joined_behind(sentence, first)[1:]:
        title = sentence.reading.text[sentence.begin(mention) : mention[0]].strip(" ,")
        capacity = words.office_words().get(title.casefold())
        if capacity is not None:
            yield Part(mention[2], capacity, sentence.begin(mention), mention[1], body, body is sentence.reading.bodies.meeting_forum)


def _body_end(sentence: Sentence, at: int) -> int:
    """The end of the first body named after a place of a sentence."""
    return next((e for _, e, _ in sentence.reading.bodies.at(at, sentence.end)), at)


_CHOSEN_AHEAD = re.compile(
    r"\b(?:som|til)\s+((?:\w+ )?\w+)\s+(?:for [^.,;:()]{4,40}?\s+)?(?:blev\s+)?(?:valgt|valgtes|udpeget|udpegedes|vælges|udpeges)\s+$",
    re.IGNORECASE,
)
_CHOOSES = re.compile(r"\b(?:udpege[rd]\w*|vælger|valgte|indstille[rd]\w*|konstituerede)\s+$", re.IGNORECASE)


def _chosen(sentence: Sentence) -> Iterator[Part]:
    """As in "X blev valgt som formand", "Til formand valgtes X", "Udvalget udpegede X som medlem af …"; of the forum named, else of this one."""
    text = sentence.reading.text
    chosen = pattern("capacities", "chosen").pattern
    told = False
    for mention in sentence.mentions:
        at = sentence.close(mention)
        verb = r"[\s,]*(?:\w+ )?(?:blev|er|bliver|blevet|vælges|udpeges)?\s*"
        behind = re.match(rf"{verb}(?:{chosen})\s+((?:\w+ )?\w+)", text[at : sentence.end])
        if behind is None and _CHOOSES.search(text[sentence.start : sentence.begin(mention)]):
            behind = re.match(r"[\s,]+(?:som|til)\s+((?:\w+ )?\w+)", text[at : sentence.end])
        if behind is None and told:  # "A blev valgt til formand og B til næstformand"
            behind = re.match(r"\s+(?:som|til)\s+((?:\w+ )?\w+)", text[at : sentence.end])
        if behind and (found := _capacity_at(behind.group(1))):
            told = True
            yield from _in_named_forum(sentence, mention, found[0], at + behind.start(1) + found[1])
        ahead = _CHOSEN_AHEAD.search(text[sentence.start : sentence.begin(mention)])
        if ahead and (found := _capacity_at(ahead.group(1))):
            case = forum_of_case(sentence)
            here = case in (None, sentence.reading.bodies.meeting_forum)
            yield Part(mention[2], found[0], sentence.start, mention[1], case, here, attended=False)


def _capacity_at(phrase: str) -> tuple[str, int] | None:
    """(capacity, its end) of the one or two words with which a phrase begins: "formand for", "politisk kontaktperson"."""
    first = phrase.split()[0]
    for part in (phrase, first):
        if (capacity := words.capacity(part)) is not None:
            return capacity, len(part)
    capacity = words.capacity(phrase.split()[-1])
    return (capacity, len(phrase)) if capacity and first.islower() and not words.is_title_word(first) else None


def _in_named_forum(sentence: Sentence, mention: Mentioned, capacity: str, at: int) -> Iterator[Part]:
    """A part that was given to somebody: in the forum that follows "for", and in none where that is not known."""
    following = re.match(r"\s+(?:for|i|af|til)\s+([^.,;:()]+)", sentence.reading.text[at : sentence.end])
    if following is None:
        body = _forum_just_told(sentence) or forum_spoken_of(sentence, sentence.begin(mention), here=False)
        yield Part(mention[2], capacity, mention[0], at, body, body in (None, sentence.reading.bodies.meeting_forum))
        return
    body = forum_at(sentence, at + following.start(1), at + following.end(1))
    if body is not None:
        yield Part(mention[2], capacity, mention[0], at + following.end(1), body, body is sentence.reading.bodies.meeting_forum)


def _forum_just_told(sentence: Sentence) -> Body | None:
    """The forum in which the sentence before gave somebody a part: "A vælges til gruppen. B er suppleant"."""
    line = sentence.reading.line_at(sentence.start)
    before = [s for s in sentence.reading.sentences_in(line) if s[1] <= sentence.start] if line else []
    if not before:
        return None
    mentions = tuple(sentence.reading.people.within(*before[-1]))
    return next((p.forum for p in _chosen(Sentence(sentence.reading, *before[-1], mentions)) if p.forum is not None), None)


_OFFICE_IS = re.compile(r"(?:^|[\s,(])([\w-]+)(?:\s+(?:for|i|af)\s+([^.,;:()]{3,80}?))?\s+(?:er|var|bliver|blev|er fortsat)\s*:?\s+$", re.IGNORECASE)
_JOINS = re.compile(r"\s+(?:er |er blevet |blev )?(?:indtrådt|indtræder|indtrådte|valgt ind|udpeget)\s+(?:i|til)\s+([^.,;:()]+)")
_OF_THE_MEETING = ("chair", "vice_chair", "secretary")  # offices that need no forum's name
_WHERE = re.compile(r",?\s+hvor\s+$")


def _predicates(sentence: Sentence) -> Iterator[Part]:
    """As in "Sekretær for styregruppen er X", "Mødeleder var X", and "… Kontaktrådet, hvor X er gruppens repræsentant"."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        begin = sentence.begin(mention)
        office = _OFFICE_IS.search(text[sentence.start : begin])
        capacity = words.capacity(office.group(1)) if office else None
        if office and capacity and not words.is_verb(office.group(1)):
            named = (
                forum_at(sentence, sentence.start + office.start(2), sentence.start + office.end(2))
                if office.group(2)
                else forum_spoken_of(sentence, sentence.start + office.start(1), here=False)
            )
            if named is not None or (not office.group(2) and capacity in _OF_THE_MEETING):
                for one in joined_behind(sentence, mention):
                    yield Part(one[2], capacity, sentence.start, one[1], named, named in (None, sentence.reading.bodies.meeting_forum))
        joins = _JOINS.match(text, sentence.close(mention), sentence.end)
        joined = forum_at(sentence, joins.start(1), joins.end(1)) if joins else None
        if joins and joined is not None:
            yield Part(mention[2], "member", mention[0], joins.end(), joined, joined is sentence.reading.bodies.meeting_forum)
        where = _WHERE.search(text[sentence.start : begin])
        behind = re.match(r"\s+(?:er|sidder som|deltager som)\s+(?:\w+s\s+)?((?:\w+ )?\w+)", text[sentence.close(mention) : sentence.end])
        if where and behind and (found := _capacity_at(behind.group(1))):
            ahead = [b for _, e, b in sentence.reading.bodies.at(sentence.start, sentence.start + where.start() + 1) if b.kind == "forum"]
            if ahead:
                end = sentence.close(mention) + behind.end()
                yield Part(mention[2], found[0], sentence.start, end, ahead[-1], ahead[-1] is sentence.reading.bodies.meeting_forum)


def _leads_meeting(sentence: Sentence) -> Iterator[Part]:
    """As in "X ledte mødet", "X er mødeleder"."""
    for mention in sentence.mentions:
        at = sentence.close(mention)
        lead = re.match(r"[\s,]*", sentence.reading.text[at : sentence.end])
        match = pattern("capacities", "leads_meeting").match(sentence.reading.text, at + (lead.end() if lead else 0), sentence.end)
        if match:
            for one in joined(sentence, mention):
                yield Part(one[2], "chair", one[0], match.end(), attended=True)
        before = sentence.text[: sentence.begin(mention) - sentence.start]
        led = list(pattern("capacities", "led_by").finditer(before))
        if led and re.search(r"\bmøde", before) and not before[led[-1].end() :].strip():
            yield Part(mention[2], "chair", sentence.start, mention[1], attended=True)


def _chairmanship(sentence: Sentence) -> Iterator[Part]:
    """As in "Formandskabet består af A samt B": chairs of the forum spoken of."""
    chairs, consists = (pattern("attendance", "groups", key).pattern for key in ("chairmanship", "consists"))
    match = re.search(rf"(?:{chairs})\b(.*?)(?:{consists})", sentence.text, re.IGNORECASE)
    if not match:
        return
    own = [b for _, _, b in sentence.reading.bodies.at(sentence.start + match.start(), sentence.start + match.end()) if b.kind == "forum"]
    line = sentence.reading.line_at(sentence.start)
    said = own or [b for _, _, b in sentence.reading.bodies.at(line.start if line else 0, sentence.start) if b.kind == "forum"]
    for mention in sentence.mentions:
        if mention[0] >= sentence.start + match.end():
            yield Part(mention[2], "chair", sentence.start, sentence.end, said[-1] if said else None, not said)
