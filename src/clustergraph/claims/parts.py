"""What people do in a forum as sentences tell it: give a talk, make up a group, take part.

Each part is one person, one capacity and the forum's words or body; the forum of the meeting where a sentence names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clustergraph import lexicon
from clustergraph.claims import groups_told, offices, offices_told, writer
from clustergraph.claims.spoken import Mentioned, Part, Sentence, forum_at, forum_of_case, item_number, joined, office_before, pattern
from clustergraph.lexicon.people import presence_verbs

if TYPE_CHECKING:
    from clustergraph.claims.bodies import Body
    from clustergraph.claims.reading import Reading


def find(reading: Reading) -> Iterator[Part]:
    """All parts that sentences tell of, in document order; one may be told twice."""
    lines = {row.line for row in reading.rows if row.name}
    for start, end in reading.sentences:
        mentions = tuple(reading.people.within(start, end))
        if not mentions or any(line[0] <= start < line[1] for line in lines):
            continue
        sentence = Sentence(reading, start, end, mentions)
        for rule in (_talks, offices.find, offices_told.find, groups_told.find, _groups, _takes_part):
            yield from rule(sentence)
    yield from _written(reading)


def _written(reading: Reading) -> Iterator[Part]:
    """Who wrote the minutes and says to have been there: "… og undertegnede"."""
    there = writer.among_those_present(reading)
    name = writer.name(reading) if there is not None else None
    person = reading.people.named(name.text) if name is not None else None
    if there is not None and person is not None:
        yield Part(person, "secretary", there.start, there.end, attended=True)


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


_TELLS_THAT = re.compile(r"(?:\s+\w+)?(?:\s+om)?,?\s+(?:at|hvordan|hvorfor|hvornår)\b")  # "orienterede om, at …": a remark and no talk


def _talks(sentence: Sentence) -> Iterator[Part]:
    """Who presents: a verb of telling behind the name, "oplæg ved" before it, or "deltog … med et oplæg" around it."""
    other = _forum_of_other_meeting(sentence)
    in_item = _is_after_lists(sentence)
    text = sentence.reading.text
    kinds = "|".join(lexicon.table("attendance")["talks"]["with_talk"])
    with_talk = re.search(rf"\bdelt(?:og|ager)\b.*\bmed\s+(?:et |en |kort )?\w*(?:{kinds})\b", sentence.text)
    for mention in sentence.mentions:
        after = _ADVERB.match(text, sentence.close(mention), sentence.end)
        verb = pattern("attendance", "talks", "verbs").match(text, after.end() if after else sentence.close(mention), sentence.end)
        cue = _cue_before(sentence, mention)
        if verb and in_item and not _TELLS_THAT.match(text, verb.end(), sentence.end):
            for one in joined(sentence, mention):
                attended = _is_past(verb.group()) or _is_decision(sentence)
                yield Part(one[2], "presenter", sentence.begin(one), verb.end(), other, other is None, attended, item_number(sentence))
        elif (cue and in_item) or with_talk:
            yield Part(mention[2], "presenter", sentence.start, sentence.end, other, other is None, _is_decision(sentence), item_number(sentence))


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
    first = joined(sentence, mention)[0]
    before = sentence.reading.text[sentence.start : sentence.begin(first)]
    office = office_before(before)
    if office is not None:
        before = before[: office[0]]
    if re.fullmatch(r"\W*(?:v\.|v/|ved)\s*", before):  # "v. A og B" on the line below the title
        return True
    return bool(_TALK.search(before)) and bool(re.search(r"(?:\b(?:ved|af|fra)|\bv\.|\bv/|:)\s*$", before))


_SET_UP_WITH = re.compile(r"(?<=\w)(?<=gruppe|udvalg|.forum|.panel|..team) med(?= [A-ZÆØÅ]\S+ [A-ZÆØÅ])")  # "nedsatte en arbejdsgruppe med A og B"


def _groups(sentence: Sentence) -> Iterator[Part]:
    """As in "… nedsat en gruppe bestående af A og B": members of the group."""
    match = re.search(r"\b(?:bestående af|består af|bestod af|sammensat af)\b", sentence.text) or _SET_UP_WITH.search(sentence.text)
    if not match or pattern("attendance", "groups", "chairmanship").search(sentence.text[: match.start()]):
        return
    at = sentence.start + match.start()
    forums = [b for s, _, b in sentence.reading.bodies.at(sentence.start, at) if b.kind == "forum"]
    body = forums[-1] if forums else forum_at(sentence, sentence.start, at)
    lead = pattern("attendance", "groups", "lead_words").search(sentence.text[: match.start()])
    for mention in sentence.mentions:
        if mention[0] > at and body is not None:
            own = next((t.capacities[0] for t in mention[2].told if t.name.start == mention[0] and t.capacities), None)
            yield Part(mention[2], own or ("project_lead" if lead else "member"), sentence.start, sentence.end, body, False)


def _takes_part(sentence: Sentence) -> Iterator[Part]:
    """As in "Desuden deltog A og B" in the head of minutes, and people of whom attendance is told: members; a guest's welcome: invited."""
    in_item = sentence.reading.item_at(sentence.start) is not None
    verb = presence_verbs().search(sentence.text)
    for mention in sentence.mentions:
        if mention[2].rows:
            continue
        if not in_item and verb and forum_of_case(sentence) is None and sentence.reading.document.kind in ("minutes", "agenda", "other"):
            attended = "deltager" not in verb.group()
            yield Part(mention[2], "member", sentence.begin(mention), sentence.close(mention), attended=attended)
        elif in_item and re.match(r"[\s,]*(?:bød|byder) velkommen", sentence.reading.text[sentence.close(mention) : sentence.end]):
            yield Part(mention[2], "invited", sentence.begin(mention), sentence.end, attended=True)
