"""What another meeting, named with its forum, has decided, approved, noted or discussed, as a text tells it.

By grammar: a forum that is the subject of a verb in the past ("Den 3. maj godkendte Styregruppen …"), a participle with its forum ("godkendt i
Kredsrådet"), a meeting named first ("På møde i X den 4. juni blev det besluttet"), or the meeting of the sentence before ("På mødet blev …").
Plans, wishes and duties are none; neither is what this very meeting decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from clustergraph.claims import dates, meeting, places
from clustergraph.claims.bodies import Body
from clustergraph.claims.decisions import decision_blocks, kind_of
from clustergraph.claims.initiatives import groups, named_in
from clustergraph.claims.reading import Line, Part, Reading
from clustergraph.lexicon import decisions as lexicon
from clustergraph.model import Claim

RECOGNIZER = "decisions_elsewhere"
_KINDS = ("approved", "noted", "decided", "discussed")
_ARTICLE = r"(?:(?:[Dd]en|[Dd]et|[Dd]e)\s+(?:[\wæøåÆØÅ]+e\s+)?)?"  # "Det Nye" before a forum that is known without
_SKIP = ("recommendation", "residue", "contents", "attendees")


@dataclass(frozen=True, slots=True)
class _Told:
    forum: Body
    at: tuple[int, int]  # where the forum is named
    date: str | None
    kind: str
    sentence: tuple[int, int]
    evidence: tuple[tuple[int, int], ...]


def recognize(reading: Reading) -> Iterator[Claim]:
    """One claim a forum, day and matter."""
    seen: set[tuple[str, str | None, str]] = set()
    for told in _all(reading):
        about = _about(reading, told.sentence)
        key = (told.forum.name, told.date, about)
        if key in seen:
            continue
        seen.add(key)
        yield reading.claim(
            "decision_elsewhere",
            reading.mention("forum", told.forum.name, *told.at),
            None,
            [told.sentence, *told.evidence],
            RECOGNIZER,
            0.9 if told.date else 0.8,
            date=told.date,
            about=about,
            outcome=_outcome(reading, told.sentence),
            decision_type=told.kind,
            item=places.item_number(reading, told.sentence[0]),
        )


def told_sentences(reading: Reading) -> frozenset[tuple[int, int]]:
    """The sentences that tell what a meeting on another day decided: they decide nothing in the point that tells them."""
    return frozenset(told.sentence for told in _all(reading) if told.date)


def _all(reading: Reading) -> Iterator[_Told]:
    anchor = meeting.day_of(reading)
    last: tuple[Body, tuple[int, int], str | None, tuple[int, int], int] | None = None  # the meeting named last, and its point
    for line in reading.lines:
        part = reading.part_at(line.start)
        if (part and part.section.kind in _SKIP) or ("\t" in line.text and part and part.section.kind == "header"):
            continue
        item = places.item_of(reading, line.start)
        index = item.index if item else -1
        if (heading := _treated(reading, line, anchor)) is not None:
            yield heading
            continue
        for low, high in reading.sentences_in(line):
            found = list(_of_sentence(reading, low, high, anchor))
            if last and last[4] == index:
                found = _at_meeting(reading, found, last, low, high)
            yield from (told for told in found if _is_elsewhere(reading, told, anchor, line.start))
            named = meeting_named(reading, low, high, anchor)
            last = (*named, (low, high), index) if named else last


def _at_meeting(
    reading: Reading, found: list[_Told], last: tuple[Body, tuple[int, int], str | None, tuple[int, int], int], low: int, high: int
) -> list[_Told]:
    """What a sentence tells of the meeting named before it: "På mødet blev …", "Udvalget godkendte her …", or the same forum without a day."""
    words = reading.text[low:high]
    kind = _kind(words)
    here = re.match(r"(?:På|Ved)\s+(?:dette\s+|det\s+)?møde(?:t)?\s+blev\b|Her\s+blev\b", words) or re.search(
        r"(?<!\w)(?:ede|te|tog|blev)\s+her(?!\w)|\w(?:ede|te)\s+her(?!\w)", words
    )
    if here and kind and not any(told.date for told in found):
        return [_Told(last[0], last[1], last[2], kind, (low, high), (last[3],))]
    return [
        replace(t, date=last[2], evidence=(last[3],))
        if t.date is None and last[0] is not reading.bodies.meeting_forum and t.forum.name == last[0].name
        else t
        for t in found
    ]


def _treated(reading: Reading, line: Line, anchor: str | None) -> _Told | None:
    """A heading that names another meeting, with what it decided below: "Behandling i Økonomiudvalget den 3. maj 2019, pkt. 4"."""
    match = re.match(rf"\W*(?:{lexicon.pattern('elsewhere.treated').pattern})\s+(?:i|fra|af)\s", line.text, re.IGNORECASE)
    whens = [w for w in dates.find(line.text, anchor) if w.value and len(w.value) == 10]
    forums = _forums(reading, line.start, line.end)
    if not match or len(whens) != 1 or len(line.text.split()) > 16 or not forums:
        return None
    below = next((other for other in reading.lines_in(line.end + 1, line.end + 400)), None)
    if below is None or not _is_elsewhere(
        reading, told := _Told(forums[0][2], forums[0][:2], whens[0].value, "discussed", (line.start, line.end), ()), anchor, line.start
    ):
        return None
    kind = kind_of(below.text)
    return replace(told, kind=kind, sentence=(below.start, below.end), evidence=((line.start, line.end),)) if kind else None


def _is_elsewhere(reading: Reading, told: _Told, anchor: str | None, offset: int) -> bool:
    own = reading.bodies.meeting_forum
    if told.date and anchor and told.date > anchor:  # a plan
        return False
    if told.date is None and (item := places.item_of(reading, offset)) and _in_own_decision(reading, item, offset):
        return False
    meets = reading.document.kind in ("agenda", "minutes")  # a plan has no meeting of its own: its day is that of its approval
    if told.date and anchor and told.date == anchor and meets and (own is None or own.name == told.forum.name):
        return False
    if own is None or own.name != told.forum.name:
        return True
    words = reading.text[told.sentence[0] : told.sentence[1]]
    return told.date is not None or (bool(re.search(r"(?<!\w)tidligere(?!\w)", words)) and reading.part_at(offset, "decision") is None)


def _in_own_decision(reading: Reading, item: Part, offset: int) -> bool:
    return any(low <= offset < high for low, high in decision_blocks(reading, item))


# --- the grammar of one sentence -----------------------------------------------------------------------------------------------


def _of_sentence(reading: Reading, low: int, high: int, anchor: str | None) -> Iterator[_Told]:
    words = reading.text[low:high]
    kind = _kind(words)
    if kind is None:
        return
    forums = _forums(reading, low, high)
    for order, (start, end, body) in enumerate(forums):
        verb = _verb_of(words, start - low, end - low)
        if verb is None:
            continue
        limit = forums[order + 1][0] - low if order + 1 < len(forums) and _coordinated(words, end - low, forums[order + 1][0] - low) else len(words)
        others = [(s - low, e - low) for s, e, _ in forums if (s, e) != (start, end)]
        when = _date(words, start - low, end - low, verb, limit, anchor, others)
        yield _Told(body, (start, end), when, verb.kind, (low, high), ())
    if not forums and (named := meeting_named(reading, low, high, anchor)) and named[2]:
        yield _Told(named[0], named[1], named[2], kind, (low, high), ())


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    end: int
    kind: str


def _verb_of(words: str, start: int, end: int) -> _Verb | None:
    """The verb that a forum at a place is the subject of, or the place of."""
    after, before = words[end:], words[:start]
    subject = bool(re.match(r"(?:[^.:;]{1,40}:)?\W*(?:(?:[Dd]en|[Dd]et|[Dd]esuden|[Ee]ndvidere|[Oo]g)\s+)*$", before))
    for verb in _verbs(words):
        if verb.start >= end and subject and len(words[end : verb.start].split()) <= 16 and not _hindered(words[end : verb.end]):
            return verb
        if verb.end <= start and re.fullmatch(rf"\s+{_ARTICLE}", words[verb.end : start]) and _finite(words[verb.start : verb.end]):
            return verb
        near = words[verb.end : start]
        if (
            verb.end <= start
            and re.search(r"(?:^|\s)(?:i|af|på|for)\s+(?:(?:på|mødet?|i)\s+)*$", re.sub(rf"(?<=\s){_ARTICLE}$", "", near))
            and len(near.split()) <= 8
            and not re.search(r",|(?<!\w)at(?!\w)", near)
        ):
            told = _auxiliary(words[: verb.end]) or verb.start <= 3 or words[verb.start : verb.end].casefold().startswith("efter ")
            if told and not _hindered(words[: verb.end]):
                return verb
    if subject is False and re.search(rf"(?:{_meeting_words()})\s+(?:i\s+)?{_ARTICLE}$", before, re.IGNORECASE):
        later = next((v for v in _verbs(words) if v.start >= end), None)
        if later and _auxiliary(after[: later.start - end]) and not _hindered(after[: later.end - end]):
            return later
    return None


def _verbs(words: str) -> list[_Verb]:
    found = [_Verb(m.start(), m.end(), kind) for kind in _KINDS for m in lexicon.pattern(f"elsewhere.{kind}").finditer(words)]
    return sorted(found, key=lambda v: (v.start, -v.end))


def _kind(words: str) -> str | None:
    return next((v.kind for v in _verbs(words)), None)


def _finite(verb: str) -> bool:
    return bool(re.search(r"(?:ede|te|tog|valgte)$", verb.split()[0])) or " " in verb


def _auxiliary(words: str) -> bool:
    return bool(re.search(r"(?<!\w)(?:er|blev|har|var|blevet)(?!\w)", words))


def _hindered(words: str) -> bool:
    return bool(lexicon.pattern("elsewhere.not_yet").search(words))


def _coordinated(words: str, end: int, start: int) -> bool:
    return bool(re.search(r",?\s+og\s+(?:af\s+)?$", words[end:start]))


@cache
def _meeting_words() -> str:
    return lexicon.pattern("elsewhere.meeting").pattern


def _date(words: str, start: int, end: int, verb: _Verb, limit: int, anchor: str | None, others: Sequence[tuple[int, int]]) -> str | None:
    """The day in the clause of the verb: no other finite verb between it and the verb or the forum."""
    rows = []
    for when in dates.find(words, anchor):
        if when.value is None or "/" in when.value or when.start >= limit or len(when.value) < 10:
            continue
        if any(0 <= when.start - e <= 3 for _, e in others):  # the day of another forum's meeting
            continue
        edge = min((start, verb.start), key=lambda p: abs(p - when.start))
        between = words[min(when.end, edge) : max(when.start, edge)]
        between = between.replace(words[verb.start : verb.end], " ")
        if re.search(r"(?<!\w)(?:trådte|træder|starter|startede|løber|gælder|skal|vil|deltog|,\s+(?:der|som))(?!\w)", between):
            continue
        rows.append((when.start < end and not re.match(r"\W*$", words[: when.start]), abs(when.start - end), when.value))
    return min(rows)[2] if rows else None


# --- meetings ------------------------------------------------------------------------------------------------------------------


def _forums(reading: Reading, low: int, high: int) -> list[tuple[int, int, Body]]:
    own = reading.bodies.meeting_forum
    found = [row for row in reading.bodies.at(low, high) if row[2].kind == "forum" and row[2].type not in ("cluster", "secretariat")]
    if own is None:
        return found
    return [(s, e, own if reading.text[s:e].casefold() == own.name.casefold() else body) for s, e, body in found]


def meeting_named(reading: Reading, low: int, high: int, anchor: str | None) -> tuple[Body, tuple[int, int], str | None] | None:
    """The meeting that a sentence names: "mødet i X den …", "X-mødet den …", "mødet den …" (this forum's own)."""
    words = reading.text[low:high]
    match = re.search(r"(?<!\w)(?P<stem>[\wæøåÆØÅ-]*?)-?møde(?:t)?(?!\w)(?P<after>\s+(?:i|for)\s+)?", words, re.IGNORECASE)
    if not match:
        return None
    when = next((w for w in dates.find(words, anchor) if w.value and len(w.value) == 10 and w.start >= match.start()), None)
    at = (low + match.start(), low + match.end())
    if match["after"]:
        row = next((r for r in _forums(reading, low, high) if 0 <= r[0] - (low + match.end()) <= 6), None)
        return (row[2], (row[0], row[1]), when.value if when else None) if row else None
    if match["stem"]:
        body = next(
            (b for f in (match["stem"], match["stem"] + "n", match["stem"] + "en", match["stem"] + "t") if (b := reading.bodies.named(f))), None
        )
        return (body, at, when.value if when else None) if body and body.kind == "forum" else None
    genitive = next((r for r in _forums(reading, low, high) if 0 <= low + match.start() - r[1] <= 2), None)
    if genitive and when:
        return genitive[2], genitive[:2], when.value
    own = reading.bodies.meeting_forum
    direct = when is not None and re.fullmatch(r"\s*(?:d\.|den)?\s*", words[match.end() : when.start])
    return (own, at, when.value if when else None) if own and direct and when and when.value != anchor else None


def _outcome(reading: Reading, sentence: tuple[int, int]) -> str:
    """The sentence; where it only leads ("Besluttet på mødet …:"), with the rest of its cell or line."""
    words = reading.text[sentence[0] : sentence[1]]
    line = reading.line_at(sentence[0])
    if words.rstrip().endswith(":") and line is not None:
        rest = reading.text[sentence[1] : line.end].split("\t")[0]
        words = f"{words} {rest.replace(' / ', ' ')}"
    return " ".join(words.split())


def _about(reading: Reading, sentence: tuple[int, int]) -> str:
    """The initiative that the sentence names, else the title of its point, else the sentence."""
    row = next(
        (g for g in reading.once(groups) for c in g.candidates if c.source == "table" and c.scope and c.scope[0] <= sentence[0] < c.scope[1]), None
    )
    group = row or named_in(reading, *sentence)
    if group:
        return group.name
    item = places.item_of(reading, sentence[0])
    return places.title_of(reading, item) if item else " ".join(reading.text[sentence[0] : sentence[1]].split())
