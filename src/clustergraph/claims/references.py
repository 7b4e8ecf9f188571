"""Organisational references of a document: who answers to whom, is part of, was set up by, kept the minutes of, follows whom, and since when.

Each reference has a status (in force, lapsed, former, requested, proposed, approved) from the words of its clause, dates only where that
clause has them, and its sentence as evidence. Questions and plain negations say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING

from clustergraph.claims import (
    dates,
    meeting,
    reference_context,
    reference_grammar,
    reference_lists,
    reference_sentences,
    reference_status,
    retained,
    seats,
)
from clustergraph.claims import pointers as pointing
from clustergraph.claims.bodies import Body
from clustergraph.claims.pointers import Pointers
from clustergraph.claims.reference_grammar import Mention, Said
from clustergraph.claims.reference_status import OPEN
from clustergraph.lexicon import references as words

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading
    from clustergraph.model import Claim

_SILENT = ("residue", "contents")


@dataclass(frozen=True, slots=True)
class Line:
    """One reference; the bodies with the places in the view where they are meant."""

    source: Mention
    target: Mention
    kind: str
    status: str
    evidence: tuple[tuple[int, int], ...]
    valid_from: str | None = None
    valid_until: str | None = None
    confidence: float = 0.85
    change: str | None = None  # what became of the earlier body, where the words tell more than that another one follows


def recognize(reading: Reading) -> Iterable[Claim]:
    """The references of a document, who takes part in a forum by them, and the collectives and implied bodies that they speak of."""
    lines = _once(found(reading))
    told: set[str] = set()
    for line in lines:
        for place in (line.source, line.target):
            body = place[2]
            if (body.collective or body.unsure or not body.mentions) and body.name not in told:
                told.add(body.name)
                yield _body_claim(reading, place, line)
        yield _claim(reading, line)
        if line.kind == "represented_in" and line.status == "in_force" and line.source[2].kind == "organisation":
            yield _membership(reading, line)


def found(reading: Reading) -> list[Line]:
    """All references of a document, in the order of the text."""
    lines: list[Line] = []
    state = _State()
    pointers = Pointers(reading)
    heads = reference_context.cards(reading)
    for start, end in _sentences(reading):
        part = reading.item_at(start)
        if (part.index if part else None) != state.item:
            state = _State(part.index if part else None)
        here = list(_sentence(reading, pointers, (start, end), state, heads))
        here += _one_by_one(reading, pointers, (start, end), state)
        state.topics = {line.kind: tuple(other.source for other in here if other.kind == line.kind) for line in here}
        state.topics["seat"] = tuple(line.target for line in here if line.kind == "represented_in")
        here += retained.kept(reading, start, end, lines)
        here += _founded(reading, start, end)
        here += _became(reading, pointers, (start, end))
        lines += here
        open_ = next((line.status for line in here if line.status in OPEN), None)
        state.inherited = open_ or reference_status.wish(reading.text[start:end])
    lines += [
        Line(told.source, told.target, told.kind, told.status, told.evidence, told.valid_from, told.valid_until, 0.9)
        for told in reference_lists.found(reading, heads)
    ]
    lines += [Line(body, forum, "represented_in", status, evidence) for body, forum, status, evidence in seats.represented(reading)]
    return [_until_end(reading, line) for line in lines if line.source[2].name != line.target[2].name]


@dataclass(slots=True)
class _State:
    """What the sentences before say to the next one of the same item."""

    item: int | None = None
    inherited: str | None = None  # the status of what was asked for or proposed
    topics: dict[str, tuple[Mention, ...]] = field(default_factory=dict)  # kind → the sources of its references
    counted: reference_context.Counted | None = None
    age: int = 0  # sentences since then


def _sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    for start, end in reference_sentences.sentences(reading):
        part = reading.part_at(start)
        if part is None or part.section.kind not in _SILENT:
            yield start, end


def _sentence(reading: Reading, pointers: Pointers, place: tuple[int, int], state: _State, heads: Mapping[int, Mention | None]) -> Iterator[Line]:
    """The references of one sentence, with what the sentences before and the heading over it say to it."""
    start, end = place
    heading = reference_context.heading_of(reading, heads, start)
    text = reading.text[start:end]
    mentions = [pointing.moved(m, -start) for m in reference_context.centered(reading, pointers, place, heads)]
    if not mentions:
        return
    own, us = pointers.own(start), reference_context.us(reading, start, end)
    for said in reference_grammar.references(
        text,
        mentions,
        frozenset(s - start for s in pointers.genitives(start, end)),
        pointing.moved(own, -start) if own else None,
        {kind: tuple(pointing.moved(m, -start) for m in topic) for kind, topic in state.topics.items()},
        pointing.moved(us, -start) if us else None,
        pointing.moved(heading, -start) if heading else None,
    ):
        status = reference_status.status(reading, text, said, start, state.inherited)
        if status is None:
            continue
        for source, target in product(said.sources, said.targets):
            if said.verb.startswith("nu ") and source[2].status == "abolished":  # what it is now is another body, see _became
                continue
            yield from _between(reading, pointers, place, said, (source, target), status, heading)


def _between(
    reading: Reading, pointers: Pointers, place: tuple[int, int], said: Said, ends: tuple[Mention, Mention], status: str, heading: Mention | None
) -> Iterator[Line]:
    """The references of a clause between two of its bodies, each of them as many as it means; the ends are places in the sentence."""
    start = place[0]
    valid_from, valid_until = reference_status.validity(reading, reading.text[slice(*place)], said)
    told = pointers.told_in(ends[0][2]) or pointers.told_in(ends[1][2])
    if told and status == "past" and told.period and not (valid_from or valid_until):
        valid_from, valid_until = dates.start_of(told.period), dates.end_of(told.period)
    evidence = tuple(dict.fromkeys((place, *((told.sentence,) if told else ()), *((heading[:2],) if heading else ()))))
    for source, target in product(pointers.each(ends[0], start), pointing.single(ends[1])):
        yield Line(
            pointing.moved(source, start),
            pointing.moved(target, start),
            said.kind,
            reference_status.ended(status, source[2], target[2]),
            evidence,
            valid_from,
            valid_until,
            change=_change(said),
        )


def _change(said: Said) -> str | None:
    """``renamed`` where a body follows itself under another name."""
    return "renamed" if said.kind == "successor_of" and words.pattern("renaming", "verb").search(said.verb.casefold()) else None


def _one_by_one(reading: Reading, pointers: Pointers, place: tuple[int, int], state: _State) -> Iterator[Line]:
    """The parts of a forum that are named one by one behind the sentence that counts them."""
    told = state.counted
    if told is not None and state.age < 5:
        state.age += 1
        for part in reference_context.parts(reading, pointers, told, *place):
            yield from (Line(part, told.owner, kind, "in_force", (told.sentence, place)) for kind in told.kinds)
    if new := reference_context.counted(reading, pointers, *place):
        state.counted, state.age = new, 0


def _became(reading: Reading, pointers: Pointers, place: tuple[int, int]) -> Iterator[Line]:
    """What bodies that are no more have become: "de daværende styregrupper (nu undergrupper til styregrupperne)" are followed by those subgroups."""
    start, end = place
    match = words.pattern("became", "bracket").search(reading.text[start:end].casefold())
    mentions = pointers.in_sentence(start, end) if match else []
    before = [m for m in mentions if match and m[1] <= start + match.start()]
    whole = next((m for m in mentions if match and m[0] == start + match.end() and m[2].kind == "forum"), None)
    if match is None or whole is None or not before or before[-1][2].status != "abolished":
        return
    name = " ".join(reading.text[start + match.start("what") : whole[1]].split())
    body = Body(name, "forum", whole[2].type, status="active", collective=before[-1][2].collective)
    parts: Mention = (start + match.start("what"), whole[1], body)
    yield Line(parts, before[-1], "successor_of", "in_force", (place,))
    yield Line(parts, whole, "subgroup_of", "in_force", (place,))


def _until_end(reading: Reading, line: Line) -> Line:
    """A reference that ended with one of its bodies ended when that body did, where the text dates that."""
    if line.status != "former" or line.valid_until:
        return line
    gone = next((m[2] for m in (line.target, line.source) if m[2].status == "abolished"), None)
    return replace(line, valid_until=reference_status.end_of(reading, gone)) if gone else line


# Set up at a meeting, asked of a forum ---------------------------------------------------------------------


def _founded(reading: Reading, start: int, end: int) -> Iterator[Line]:
    """Groups that a forum set up at a meeting that was just told of, and groups that it was asked to set up."""
    low = reading.text[start:end].casefold()
    at_meeting = words.pattern("founding", "verb").search(low)
    if at_meeting:
        group = next((m for m in reading.bodies.pointed_at(start + at_meeting.end(), end) if m[0] - start - at_meeting.end() <= 2), None)
        forum, day = _meeting_before(reading, start, start + at_meeting.start())
        if group and forum and group[2].kind == "forum":
            yield Line(group, forum, "set_up_by", "in_force", ((start, end),), valid_from=day)
    asked = words.pattern("founding", "asked").search(low)
    noun = words.pattern("founding", "nouns").search(low, asked.end()) if asked else None
    if asked and noun:
        mentions = reading.bodies.pointed_at(start, end)
        forum = next((m for m in mentions if start + asked.end() <= m[0] < start + noun.start() and m[2].kind == "forum"), None)
        groups = [m for m in mentions if m[0] >= start + noun.end() and m[2].kind == "forum"]
        for group in groups[: _run(reading, groups)]:
            if forum:
                yield Line(group, forum, "set_up_by", "proposed", ((start, end),))


def _run(reading: Reading, groups: list[Mention]) -> int:
    """How many of the bodies stand in one list: "arbejdsgruppen og styregruppen"."""
    count = min(1, len(groups))
    while count < len(groups) and reading.text[groups[count - 1][1] : groups[count][0]].strip() in ("og", ",", "samt"):
        count += 1
    return count


def _meeting_before(reading: Reading, start: int, place: int) -> tuple[Mention | None, str | None]:
    """The forum whose meeting was told of in the sentences right before, and the day of that meeting."""
    line = reading.line_at(start)
    previous = reading.lines[max(0, reading.lines.index(line) - 1)] if line else None
    begin = previous.start if previous else start
    for naming in reversed(reading.bodies.pointed_at(begin, place)):
        lead = reading.text[max(begin, naming[0] - 20) : naming[0]].casefold()
        if re.search(r"\bmøde\w*\s+i\s*$", lead):
            after = reading.text[naming[1] : naming[1] + 40].split("\n")[0]
            when = next(iter(dates.find(after, meeting.day_of(reading))), None)
            return naming, when.value if when else None
    return None, None


# Claims ------------------------------------------------------------------------------------------------------------------


def _once(lines: list[Line]) -> list[Line]:
    """A reference told twice is one with both sentences; asked for and proposed are one."""
    kept: dict[tuple[str, str, str, str], Line] = {}
    for line in lines:
        open_ = "open" if line.status in OPEN else line.status
        key = (line.source[2].name, line.target[2].name, line.kind, open_)
        if key in kept:
            more = tuple(dict.fromkeys((*kept[key].evidence, *line.evidence)))
            first = kept[key]
            kept[key] = replace(
                first, evidence=more, valid_from=first.valid_from or line.valid_from, valid_until=first.valid_until or line.valid_until
            )
        else:
            kept[key] = line
    return list(kept.values())


def _claim(reading: Reading, line: Line) -> Claim:
    source, target = (reading.mention(m[2].kind, m[2].name, m[0], m[1]) for m in (line.source, line.target))
    return reading.claim(
        "reporting_line",
        source,
        target,
        list(line.evidence),
        "references",
        line.confidence,
        kind=line.kind,
        status=line.status,
        valid_from=line.valid_from,
        valid_until=line.valid_until,
        asked_on=meeting.day_of(reading) if line.status in OPEN else None,
        collective=True if line.source[2].collective else None,
        change=line.change,
    )


def _membership(reading: Reading, line: Line) -> Claim:
    """A body with a seat takes part in the forum."""
    source, target = (reading.mention(m[2].kind, m[2].name, m[0], m[1]) for m in (line.source, line.target))
    return reading.claim("body_membership", source, target, list(line.evidence), "references", line.confidence)


def _body_claim(reading: Reading, place: Mention, line: Line) -> Claim:
    start, end, body = place
    evidence = [body.mentions[0]] if body.mentions else list(line.evidence)
    return reading.claim(
        body.kind,
        reading.mention(body.kind, body.name, start, end),
        None,
        evidence,
        "references",
        line.confidence,
        aliases=list(body.aliases),
        type=body.type,
        of=body.of if body.kind == "forum" else None,
        status=body.status,
        collective=body.collective or None,
    )
