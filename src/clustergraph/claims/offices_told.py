"""Offices that sentences give without choosing anybody: "Netværket har to formænd: A og B", "Formandskabet varetages af A", "A tog referat"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from clustergraph import lexicon
from clustergraph.claims.spoken import Mentioned, Part, Sentence, forum_at, forum_spoken_of, joined, joined_behind
from clustergraph.lexicon import people as words

if TYPE_CHECKING:
    from clustergraph.claims.bodies import Body

_GAP = 60  # characters between an office and the verb by which somebody holds it: "… går på skift; i 2010 varetages det af"


def find(sentence: Sentence) -> Iterator[Part]:
    """All offices that a sentence tells of in these ways; one may be told twice."""
    for rule in (_held, _took_over, _as_office, _inverted, _apposed, _led, _minutes, _served, _invited):
        yield from rule(sentence)


@cache
def _told(key: str) -> str:
    return "(?:" + "|".join(lexicon.table("capacities")["told"][key]) + ")"


@cache
def _before(key: str) -> re.Pattern[str]:
    """The phrases of one entry of the lexicon as they end right before a name."""
    return re.compile(rf"\b{_told(key)}\s*:?\s+$", re.IGNORECASE)


@cache
def _behind(key: str) -> re.Pattern[str]:
    """The same as they begin right behind a name; ``rest`` is the clause that follows."""
    return re.compile(rf"[\s,]*{_told(key)}(?!\w)(?P<rest>[^.;]*)", re.IGNORECASE)


@cache
def _office() -> str:
    found = {**words.office_words(), **lexicon.table("capacities")["told"]["posts"]}
    return "(?P<office>" + "|".join(re.escape(w) for w in sorted(found, key=lambda w: (-len(w), w))) + ")"


def _capacity(office: str) -> str:
    low = office.casefold()
    return str(lexicon.table("capacities")["told"]["posts"].get(low) or words.office_words()[low])


@cache
def _held_before() -> re.Pattern[str]:
    forum = r"(?:\s+(?:for|i|af)\s+(?P<forum>[^.,;:()]{3,80}?))?"
    return re.compile(rf"(?<![\w-]){_office()}(?!\w){forum}(?P<gap>[^.:()]{{0,{_GAP}}}?)\s(?:{_told('held_by')}|har været)\s*:?\s+$", re.IGNORECASE)


def _held(sentence: Sentence) -> Iterator[Part]:
    """As in "Formandskabet varetages af A", "Gruppens to formænd er A og B", "Netværket har to formænd: A og B"."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        before = text[sentence.start : sentence.begin(mention)]
        match = _held_before().search(before) or _several_before().search(before)
        if match is None or _names_within(sentence, sentence.start + match.start(), sentence.begin(mention)) or words.negates(match.group()):
            continue
        place = (sentence.start + match.start("forum"), sentence.start + match.end("forum"))
        named = match["forum"] is not None
        forum = forum_at(sentence, *place) if named else forum_spoken_of(sentence, sentence.start + match.start())
        if forum is None and (named or not _may_be_of_meeting(sentence, _capacity(match["office"]))):
            continue
        for one in joined_behind(sentence, mention):
            yield _part(sentence, one, _capacity(match["office"]), sentence.start + match.start(), one[1], forum)


@cache
def _several_before() -> re.Pattern[str]:
    return re.compile(rf"\bhar\s+(?:\w+\s+){{0,2}}{_office()}(?P<forum>(?!))?\s*:\s*$", re.IGNORECASE)


@cache
def _post_behind() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:(?:som|der)\s+)?(?:\w+\s+)?{_told('holds')}\s+{_office()}(?!\w)", re.IGNORECASE)


def _took_over(sentence: Sentence) -> Iterator[Part]:
    """As in "A, som har overtaget sekretærposten", "A varetager formandskabet"."""
    for mention in sentence.mentions:
        match = _post_behind().match(sentence.reading.text, sentence.close(mention), sentence.end)
        if match is not None:
            forum = forum_spoken_of(sentence, sentence.begin(mention), here=False)
            yield _part(sentence, mention, _capacity(match["office"]), mention[0], match.end(), forum)


@cache
def _as_behind() -> re.Pattern[str]:
    forum = r"(?:\s+(?:for|i|af)\s+(?P<forum>[^.,;:()]{3,80}))?"
    return re.compile(rf"[\s,]*(?:\([^()]*\))?[\s,]*som\s+(?:\w+\s+)?{_office()}(?!\w){forum}", re.IGNORECASE)


_GIVEN = re.compile(r"\b(?:har|havde|med|fik|får|valgte|vælger)\s+(?:\w+\s+){0,1}$", re.IGNORECASE)


def _as_office(sentence: Sentence) -> Iterator[Part]:
    """As in "Gruppen har A som tovholder", "… med A som formand": of the forum that has them."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        match = _as_behind().match(text, sentence.close(mention), sentence.end)
        first = joined(sentence, mention)[0]
        if match is None or not _GIVEN.search(text[sentence.start : sentence.begin(first)]):
            continue
        forum = forum_at(sentence, match.start("forum"), match.end("forum")) if match["forum"] else forum_spoken_of(sentence, sentence.begin(first))
        for one in joined(sentence, mention):
            yield _part(sentence, one, _capacity(match["office"]), sentence.begin(first), match.end("office"), forum)


@cache
def _office_behind() -> re.Pattern[str]:
    return re.compile(
        rf",?\s+(?:fortsat\s+|ny\s+|konstitueret\s+|fungerende\s+)?{_office()}(?!\w)(?:\s+(?:for|i|af)\s+(?P<forum>[^.,;:()]{{3,80}}))?",
        re.IGNORECASE,
    )


def _inverted(sentence: Sentence) -> Iterator[Part]:
    """As in "Indtil da er A formand for rådet"."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        if not re.search(r"\b(?:er|var|bliver|blev)\s+$", text[sentence.start : sentence.begin(mention)]):
            continue
        match = _office_behind().match(text, sentence.close(mention), sentence.end)
        if match is None:
            continue
        forum = forum_at(sentence, match.start("forum"), match.end("forum")) if match["forum"] else forum_spoken_of(sentence, mention[0])
        if forum is not None or not match["forum"]:
            yield _part(sentence, mention, _capacity(match["office"]), mention[0], match.end("office"), forum)


@cache
def _office_before() -> re.Pattern[str]:
    own = "|".join(lexicon.table("capacities")["told"]["own"])
    return re.compile(rf"(?:^|[\s,(])(?:(?P<own>{own})\s+)?(?:\w+ede\s+|ny\w*\s+)?{_office()}(?P<comma>,?)\s+$", re.IGNORECASE)


def _apposed(sentence: Sentence) -> Iterator[Part]:
    """As in "vores formand, A fra Regionen,", "Formand A bød velkommen": of the meeting's forum, where A is told to be of no other body."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        before = text[sentence.start : sentence.begin(mention)]
        match = _office_before().search(before)
        if match is None or _capacity(match["office"]) not in ("chair", "vice_chair", "secretary") or words.negates(before[-60:]):
            continue
        told = [t for t in mention[2].told if t.name.start == mention[0]]
        free = match["own"] or (not match["comma"] and not any(t.organisations for t in told))
        if free and sentence.reading.document.kind in ("minutes", "agenda") and not re.match(r"\s+for\s", text[sentence.close(mention) :]):
            yield _part(sentence, mention, _capacity(match["office"]), sentence.start + match.start("office"), sentence.close(mention), None)


def _led(sentence: Sentence) -> Iterator[Part]:
    """As in "Svangregruppen ledes af A", "… med A for bordenden": who leads a forum is its chair."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        before = text[sentence.start : sentence.begin(mention)]
        lead = _before("led_by").search(before)
        if lead is None:
            continue
        charge = _behind("in_charge").match(text, sentence.close(mention), sentence.end)
        if not lead.group().strip().endswith("af") and charge is None:
            continue
        forum = forum_spoken_of(sentence, sentence.start + lead.start(), here=False)
        if forum is not None:
            for one in joined_behind(sentence, mention):
                yield _part(sentence, one, "chair", sentence.start, sentence.close(one), forum)


def _minutes(sentence: Sentence) -> Iterator[Part]:
    """As in "A tog referat", "Referatet er skrevet af A"."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        behind = _behind("writes_minutes").match(text, sentence.close(mention), sentence.end)
        before = _before("minutes_by").search(text[sentence.start : sentence.begin(mention)])
        if behind or before:
            end = behind.start("rest") if behind else sentence.close(mention)
            yield Part(mention[2], "secretary", sentence.start if before else mention[0], end, attended=bool(behind))


def _served(sentence: Sentence) -> Iterator[Part]:
    """As in "Gruppen sekretariatsbetjenes af A": who serves a forum is its secretary."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        match = _before("served_by").search(text[sentence.start : sentence.begin(mention)])
        forum = forum_spoken_of(sentence, sentence.start + match.start(), here=False) if match else None
        if forum is not None:
            for one in joined_behind(sentence, mention):
                yield _part(sentence, one, "secretary", sentence.start, sentence.close(one), forum)


def _invited(sentence: Sentence) -> Iterator[Part]:
    """As in "A inviteres til næste møde i udvalget", "Som gæst deltog A"."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        if any(row.intro is None for row in mention[2].rows):
            continue
        at = sentence.close(mention)
        behind = _behind("invited").match(text, at, sentence.end)
        before = _before("guest").search(text[sentence.start : sentence.begin(mention)])
        if behind is None and before is None:
            continue
        forums = [b for _, _, b in sentence.reading.bodies.pointed_at(at, behind.end()) if b.kind == "forum"] if behind else []
        came = before is not None or (behind is not None and "som" in behind.group().split())
        for one in joined_behind(sentence, mention) if before else joined(sentence, mention):
            end = (behind.end() if forums else behind.start("rest")) if behind else at
            forum = forums[0] if forums else None
            yield Part(one[2], "invited", sentence.begin(one), end, forum, _is_here(sentence, forum), came)


def _may_be_of_meeting(sentence: Sentence, capacity: str) -> bool:
    """Whether an office without any forum is that of the document's: a contact named in minutes is one of a case."""
    return capacity in ("chair", "vice_chair", "secretary") or sentence.reading.document.kind in ("terms", "members")


def _names_within(sentence: Sentence, start: int, end: int) -> bool:
    """Whether somebody else is named between an office and who is said to hold it."""
    return any(start <= m[0] < end for m in sentence.mentions)


def _part(sentence: Sentence, one: Mentioned, capacity: str, start: int, end: int, forum: Body | None) -> Part:
    return Part(one[2], capacity, min(start, one[0]), max(end, one[1]), forum, _is_here(sentence, forum))


def _is_here(sentence: Sentence, forum: Body | None) -> bool:
    return forum is None or forum is sentence.reading.bodies.meeting_forum
