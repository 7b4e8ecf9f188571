"""What people do in a forum as sentences tell it: give a talk, chair, sit in for somebody, make up a group.

Each part is one person, one capacity and the forum's words or body; the forum of the meeting where a sentence names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from clustergraph import lexicon
from clustergraph.claims.people import Person
from clustergraph.lexicon import people as words

if TYPE_CHECKING:
    from clustergraph.claims.bodies import Body
    from clustergraph.claims.reading import Reading

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
    """A sentence with the people in it, for the rules below."""

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


def find(reading: Reading) -> Iterator[Part]:
    """All parts that sentences tell of, in document order; one may be told twice."""
    lines = {row.line for row in reading.rows if row.name}
    for start, end in reading.sentences:
        mentions = tuple(reading.people.within(start, end))
        if not mentions or any(line[0] <= start < line[1] for line in lines):
            continue
        sentence = Sentence(reading, start, end, mentions)
        for rule in (_talks, _chosen, _predicates, _leads_meeting, _chairmanship, _groups, _office_in_forum, _takes_part):
            yield from rule(sentence)


@cache
def _pattern(*keys: str) -> re.Pattern[str]:
    """The phrases of one entry of the lexicon as one expression, longest first."""
    table: object = lexicon.table(keys[0])
    for key in keys[1:]:
        table = table[key]  # type: ignore[index]
    phrases = sorted(table, key=lambda p: (-len(p), p))  # type: ignore[call-overload]
    return re.compile("|".join(rf"(?<!\w){re.escape(p)}(?!\w)" for p in phrases), re.IGNORECASE)


def _item(sentence: Sentence) -> str | None:
    item = sentence.reading.item_at(sentence.start)
    return item.section.number if item else None


def _joined(sentence: Sentence, last: Mentioned) -> list[Mentioned]:
    """A mention and those joined to it before, by commas and "og"."""
    found = [last]
    for mention in reversed([m for m in sentence.mentions if m[1] <= last[0]]):
        between = sentence.reading.text[sentence.close(mention) : sentence.begin(found[0])]
        if not re.fullmatch(r"\s*(?:,|og|samt|,\s*og)\s*(?:ved\s+|v\.\s*)?", between):
            break
        found.insert(0, mention)
    return found


def _forum_of_other_meeting(sentence: Sentence) -> Body | None:
    """The forum of a meeting that a sentence speaks of and that is not this one: "På mødet i … den 12. september deltog …"."""
    match = re.search(r"\bmøde[rt]?\s+i\s+", sentence.text)
    if not match:
        return None
    at = sentence.start + match.end()
    found = next((b for s, _, b in sentence.reading.bodies.at(at, sentence.end) if b.kind == "forum" and s <= at + 4), None)
    return found if found is not sentence.reading.bodies.meeting_forum else None


_ADVERB = re.compile(r"[\s,)]*(?:på mødet |kort |derefter |herefter |efterfølgende |indledningsvis )?")
_TALK = re.compile(
    r"\b\w*(?:oplæg|præsentation|fremlæg\w*|præsenteres|gennemgang|indlæg|orientering|status|indledning|forelægges|foredrag)\b", re.IGNORECASE
)
_PAST = re.compile(r"(?:\w+(?:ede|lte|ste|gte|tte|rte|ndte)|gav|gik|gennemgik|holdt|deltog|fremlagde|forelagde|redegjorde|bød|ledte|stod|sagde)\b")


def _talks(sentence: Sentence) -> Iterator[Part]:
    """Who presents: a verb of telling behind the name, "oplæg ved" before it, or "deltog … med et oplæg" around it."""
    other = _forum_of_other_meeting(sentence)
    in_item = _is_after_lists(sentence)
    text = sentence.reading.text
    kinds = "|".join(lexicon.table("attendance")["talks"]["with_talk"])
    with_talk = re.search(rf"\bdelt(?:og|ager)\b.*\bmed\s+(?:et |en |kort )?\w*(?:{kinds})\b", sentence.text)
    for mention in sentence.mentions:
        after = _ADVERB.match(text, sentence.close(mention), sentence.end)
        verb = _pattern("attendance", "talks", "verbs").match(text, after.end() if after else sentence.close(mention), sentence.end)
        cue = _cue_before(sentence, mention)
        if verb and in_item:
            for one in _joined(sentence, mention):
                attended = _is_past(verb.group()) or _is_decision(sentence)
                yield Part(one[2], "presenter", sentence.begin(one), verb.end(), other, other is None, attended, _item(sentence))
        elif (cue and in_item) or with_talk:
            yield Part(mention[2], "presenter", sentence.start, sentence.end, other, other is None, _is_decision(sentence), _item(sentence))


def _is_after_lists(sentence: Sentence) -> bool:
    """Whether a sentence stands in a point, or behind the lists of a document in which no points are seen."""
    reading = sentence.reading
    if reading.parts_of("item"):
        return reading.item_at(sentence.start) is not None
    return bool(reading.rows) and sentence.start > max(row.line[1] for row in reading.rows)


def _is_past(verb: str) -> bool:
    return bool(_PAST.match(verb.casefold()))


def _is_decision(sentence: Sentence) -> bool:
    return sentence.reading.part_at(sentence.start, "decision") is not None


def _cue_before(sentence: Sentence, mention: Mentioned) -> bool:
    """Whether "oplæg ved" leads to a mention, over an office in a forum or people joined before it."""
    first = _joined(sentence, mention)[0]
    before = sentence.reading.text[sentence.start : sentence.begin(first)]
    office = _office(before)
    if office is not None:
        before = before[: office[0]]
    if re.fullmatch(r"\W*(?:v\.|v/|ved)\s*", before):  # "v. A og B" on the line below the title
        return True
    return bool(_TALK.search(before)) and bool(re.search(r"(?:\b(?:ved|af|fra)|\bv\.|\bv/|:)\s*$", before))


def _office(before: str) -> tuple[int, str, int, int] | None:
    """As in "formand for følgegruppen, " right before a name: (start, capacity, start and end of the forum's words)."""
    for phrase, capacity in words.capacity_phrases():
        if capacity == "representative":
            continue
        matches = list(re.finditer(rf"(?<!\w){re.escape(phrase)}\s+", before, re.IGNORECASE))
        if matches and re.fullmatch(r"[^,.;:()]{3,90},?\s*", before[matches[-1].end() :]):
            inner = before[matches[-1].end() :].rstrip(" ,")
            if not any(words.is_verb(w) for w in inner.split()):
                return matches[-1].start(), capacity, matches[-1].end(), matches[-1].end() + len(inner)
    return None


def _office_in_forum(sentence: Sentence) -> Iterator[Part]:
    """As in "Formand for følgegruppen, Tina Holm," and "Tina Holm, formand for følgegruppen,": a part in the forum named."""
    text = sentence.reading.text
    for mention in sentence.mentions:
        begin = sentence.begin(mention)
        office = _office(text[sentence.start : begin])
        if office is not None:
            body = _forum_at(sentence, sentence.start + office[2], sentence.start + office[3])
            if body is not None:
                yield Part(mention[2], office[1], sentence.start + office[0], mention[1], body, body is sentence.reading.bodies.meeting_forum)
        behind = re.match(r"\s*,\s*", text[mention[1] : sentence.end])
        if behind:
            at = mention[1] + behind.end()
            for phrase, capacity in words.capacity_phrases():
                if capacity != "representative" and words.starts_with(text[at : sentence.end], (phrase,)):
                    stop = re.search(r"[,.;:()]|$", text[at + len(phrase) : sentence.end])
                    body = _forum_at(sentence, at + len(phrase), at + len(phrase) + (stop.start() if stop else 0))
                    if body is not None:
                        end = _body_end(sentence, at + len(phrase))
                        yield Part(mention[2], capacity, mention[0], end, body, body is sentence.reading.bodies.meeting_forum)
                    break


def _body_end(sentence: Sentence, at: int) -> int:
    """The end of the first body named after a place of a sentence."""
    return next((e for _, e, _ in sentence.reading.bodies.at(at, sentence.end)), at)


def _forum_at(sentence: Sentence, start: int, end: int) -> Body | None:
    named = next((b for _, _, b in sentence.reading.bodies.at(start, end + 1) if b.kind == "forum"), None)
    meant = named or sentence.reading.bodies.meant(sentence.reading.text[start:end].strip(), start)
    return meant if meant is not None and meant.kind == "forum" else None


_CHOSEN_AHEAD = re.compile(r"\b(?:som|til)\s+((?:\w+ )?\w+)\s+(?:blev\s+)?(?:valgt|valgtes|udpeget|udpegedes|vælges|udpeges)\s+$", re.IGNORECASE)
_CHOOSES = re.compile(r"\b(?:udpege[rd]\w*|vælger|valgte|indstille[rd]\w*|konstituerede)\s+$", re.IGNORECASE)


def _chosen(sentence: Sentence) -> Iterator[Part]:
    """As in "X blev valgt som formand", "Til formand valgtes X", "Udvalget udpegede X som medlem af …"; of the forum named, else of this one."""
    text = sentence.reading.text
    chosen = _pattern("capacities", "chosen").pattern
    told = False
    for mention in sentence.mentions:
        at = sentence.close(mention)
        verb = r"[\s,]*(?:\w+ )?(?:blev|er|bliver|blevet|vælges|udpeges)?\s*"
        behind = re.match(rf"{verb}(?:{chosen})\s+((?:\w+ )?\w+)", text[at : sentence.end])
        if behind is None and _CHOOSES.search(text[sentence.start : sentence.begin(mention)]):
            behind = re.match(r"\s+(?:som|til)\s+((?:\w+ )?\w+)", text[at : sentence.end])
        if behind is None and told:  # "A blev valgt til formand og B til næstformand"
            behind = re.match(r"\s+(?:som|til)\s+((?:\w+ )?\w+)", text[at : sentence.end])
        if behind and (found := _capacity_at(behind.group(1))):
            told = True
            yield from _in_named_forum(sentence, mention, found[0], at + behind.start(1) + found[1])
        ahead = _CHOSEN_AHEAD.search(text[sentence.start : sentence.begin(mention)])
        if ahead and (found := _capacity_at(ahead.group(1))):
            yield Part(mention[2], found[0], sentence.start, mention[1], attended=False)


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
        body = _forum_just_told(sentence)
        yield Part(mention[2], capacity, mention[0], at, body, body in (None, sentence.reading.bodies.meeting_forum))
        return
    body = _forum_at(sentence, at + following.start(1), at + following.end(1))
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
                _forum_at(sentence, sentence.start + office.start(2), sentence.start + office.end(2)) if office.group(2) else _forum_of_line(sentence)
            )
            if named is not None or (not office.group(2) and capacity in _OF_THE_MEETING):
                for one in _joined_behind(sentence, mention):
                    yield Part(one[2], capacity, sentence.start, one[1], named, named in (None, sentence.reading.bodies.meeting_forum))
        joins = _JOINS.match(text, sentence.close(mention), sentence.end)
        joined = _forum_at(sentence, joins.start(1), joins.end(1)) if joins else None
        if joins and joined is not None:
            yield Part(mention[2], "member", mention[0], joins.end(), joined, joined is sentence.reading.bodies.meeting_forum)
        where = _WHERE.search(text[sentence.start : begin])
        behind = re.match(r"\s+(?:er|sidder som|deltager som)\s+(?:\w+s\s+)?((?:\w+ )?\w+)", text[sentence.close(mention) : sentence.end])
        if where and behind and (found := _capacity_at(behind.group(1))):
            ahead = [b for _, e, b in sentence.reading.bodies.at(sentence.start, sentence.start + where.start() + 1) if b.kind == "forum"]
            if ahead:
                end = sentence.close(mention) + behind.end()
                yield Part(mention[2], found[0], sentence.start, end, ahead[-1], ahead[-1] is sentence.reading.bodies.meeting_forum)


def _forum_of_line(sentence: Sentence) -> Body | None:
    """The forum with which a paragraph begins: "Chefforum er nedsat af … Formand er A"."""
    line = sentence.reading.line_at(sentence.start)
    if line is None or line.start == sentence.start:
        return None
    first = next(iter(sentence.reading.bodies.at(line.start, sentence.start)), None)
    return first[2] if first is not None and first[2].kind == "forum" and first[0] - line.start <= 4 else None


def _joined_behind(sentence: Sentence, first: Mentioned) -> list[Mentioned]:
    """A mention and those joined to it behind, by commas and "og"."""
    found = [first]
    for mention in [m for m in sentence.mentions if m[0] >= first[1]]:
        if not re.fullmatch(r"\s*(?:,|og|samt|,\s*og)\s*", sentence.reading.text[sentence.close(found[-1]) : sentence.begin(mention)]):
            break
        found.append(mention)
    return found


def _leads_meeting(sentence: Sentence) -> Iterator[Part]:
    """As in "X ledte mødet", "X er mødeleder"."""
    for mention in sentence.mentions:
        at = sentence.close(mention)
        lead = re.match(r"[\s,]*", sentence.reading.text[at : sentence.end])
        match = _pattern("capacities", "leads_meeting").match(sentence.reading.text, at + (lead.end() if lead else 0), sentence.end)
        if match:
            for one in _joined(sentence, mention):
                yield Part(one[2], "chair", one[0], match.end(), attended=True)
        before = sentence.text[: sentence.begin(mention) - sentence.start]
        led = list(_pattern("capacities", "led_by").finditer(before))
        if led and re.search(r"\bmøde", before) and not before[led[-1].end() :].strip():
            yield Part(mention[2], "chair", sentence.start, mention[1], attended=True)


def _chairmanship(sentence: Sentence) -> Iterator[Part]:
    """As in "Formandskabet består af A samt B": chairs of the forum spoken of."""
    chairs, consists = (_pattern("attendance", "groups", key).pattern for key in ("chairmanship", "consists"))
    match = re.search(rf"(?:{chairs})\b(.*?)(?:{consists})", sentence.text, re.IGNORECASE)
    if not match:
        return
    own = [b for _, _, b in sentence.reading.bodies.at(sentence.start + match.start(), sentence.start + match.end()) if b.kind == "forum"]
    line = sentence.reading.line_at(sentence.start)
    said = own or [b for _, _, b in sentence.reading.bodies.at(line.start if line else 0, sentence.start) if b.kind == "forum"]
    for mention in sentence.mentions:
        if mention[0] >= sentence.start + match.end():
            yield Part(mention[2], "chair", sentence.start, sentence.end, said[-1] if said else None, not said)


def _groups(sentence: Sentence) -> Iterator[Part]:
    """As in "… nedsat en gruppe bestående af A og B": members of the group."""
    match = re.search(r"\b(?:bestående af|består af|bestod af|sammensat af)\b", sentence.text)
    if not match or _pattern("attendance", "groups", "chairmanship").search(sentence.text[: match.start()]):
        return
    at = sentence.start + match.start()
    forums = [b for s, _, b in sentence.reading.bodies.at(sentence.start, at) if b.kind == "forum"]
    body = forums[-1] if forums else _forum_at(sentence, sentence.start, at)
    lead = _pattern("attendance", "groups", "lead_words").search(sentence.text[: match.start()])
    for mention in sentence.mentions:
        if mention[0] > at and body is not None:
            own = next((t.capacities[0] for t in mention[2].told if t.name.start == mention[0] and t.capacities), None)
            yield Part(mention[2], own or ("project_lead" if lead else "member"), sentence.start, sentence.end, body, False)


def _takes_part(sentence: Sentence) -> Iterator[Part]:
    """As in "Desuden deltog A og B" in the head of minutes, and people of whom attendance is told: members; a guest's welcome: invited."""
    in_item = sentence.reading.item_at(sentence.start) is not None
    verb = re.search(r"\b(?:deltog|deltager|til stede var|var til stede|mødte)\b", sentence.text, re.IGNORECASE)
    for mention in sentence.mentions:
        if mention[2].rows:
            continue
        if not in_item and verb and sentence.reading.document.kind in ("minutes", "agenda", "other"):
            attended = "deltager" not in verb.group()
            yield Part(mention[2], "member", sentence.begin(mention), sentence.close(mention), attended=attended)
        elif in_item and re.match(r"[\s,]*(?:bød|byder) velkommen", sentence.reading.text[sentence.close(mention) : sentence.end]):
            yield Part(mention[2], "invited", sentence.begin(mention), sentence.end, attended=True)
