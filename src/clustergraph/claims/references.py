"""Organisational references of a document: who answers to whom, is part of, was set up by, kept the minutes of, follows whom, and since when.

Each reference has a status (in force, lapsed, former, requested, proposed, approved) from the words of its clause, dates only where that
clause has them, and its sentence as evidence. Questions and plain negations say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from clustergraph.claims import dates, meeting, reference_grammar, reference_lists, retained, seats
from clustergraph.claims import pointers as pointing
from clustergraph.claims.bodies import Body
from clustergraph.claims.pointers import Pointers
from clustergraph.claims.reference_grammar import Mention, Said
from clustergraph.lexicon import references as words

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading
    from clustergraph.model import Claim

_SILENT = ("residue", "contents")
_OPEN = ("requested", "proposed")


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
    inherited: str | None = None
    item: int | None = None
    pointers = Pointers(reading)
    for start, end in _sentences(reading):
        part = reading.item_at(start)
        if (part.index if part else None) != item:
            item, inherited = (part.index if part else None), None
        here = list(_sentence(reading, pointers, start, end, inherited))
        here += retained.kept(reading, start, end, lines)
        here += _founded(reading, start, end)
        lines += here
        inherited = next((line.status for line in here if line.status in _OPEN), None) or _wish(reading.text[start:end])
    lines += [Line(source, target, kind, "in_force", evidence, confidence=0.9) for kind, source, target, evidence in reference_lists.found(reading)]
    lines += [Line(body, forum, "represented_in", status, evidence) for body, forum, status, evidence in seats.represented(reading)]
    return [line for line in lines if line.source[2].name != line.target[2].name]


def _sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    for start, end in reading.sentences:
        part = reading.part_at(start)
        if part is None or part.section.kind not in _SILENT:
            yield start, end


def _sentence(reading: Reading, pointers: Pointers, start: int, end: int, inherited: str | None) -> Iterator[Line]:
    text = reading.text[start:end]
    mentions = [pointing.moved(m, -start) for m in pointers.in_sentence(start, end)]
    own = pointers.own(start)
    if len(mentions) < 1 + (own is None):
        return
    genitives = frozenset(s - start for s in reading.bodies.genitives(start, end))
    for said in reference_grammar.references(text, mentions, genitives, pointing.moved(own, -start) if own else None):
        status = _status(reading, text, said, start, inherited)
        if status is None:
            continue
        valid_from, valid_until = _validity(reading, text, said)
        for many_source, many_target in product(said.sources, said.targets):
            told = pointers.told_in(many_source[2]) or pointers.told_in(many_target[2])
            if told and status == "past" and told.period and not (valid_from or valid_until):
                valid_from, valid_until = dates.start_of(told.period), dates.end_of(told.period)
            evidence = tuple(dict.fromkeys(((start, end), *((told.sentence,) if told else ()))))
            for source, target in product(pointing.single(many_source), pointing.single(many_target)):
                yield Line(
                    pointing.moved(source, start),
                    pointing.moved(target, start),
                    said.kind,
                    _ended(status, source[2], target[2]),
                    evidence,
                    valid_from,
                    valid_until,
                )


# Status ------------------------------------------------------------------------------------------------------------------


def _status(reading: Reading, text: str, said: Said, offset: int, inherited: str | None) -> str | None:
    """What the clause says of the reference; None where it denies it or only asks."""
    low = text.casefold()
    clause = low[slice(*said.clause)]
    before = low[: said.clause[0]]
    ruled = _leading(before) + clause
    if words.pattern("status", "gone").search(ruled):
        return "lapsed"
    if words.pattern("status", "negation").search(ruled) or _is_question(reading, low, said, offset):
        return None
    part = reading.part_at(offset)
    if words.pattern("status", "need").search(low[: said.clause[1]]) or (words.pattern("status", "wish").search(clause) and _is_reference(said)):
        return "requested"
    if part is not None and part.section.kind == "recommendation" and not words.pattern("status", "stands").search(clause):
        return "proposed"
    decided = words.pattern("status", "decided").search(low)
    if words.pattern("status", "proposal").search(ruled) or (not decided and words.pattern("status", "onward").search(clause)):
        return "proposed"
    if inherited in _OPEN and words.pattern("status", "carries_on").match(low):
        return "proposed"
    if said.kind == "set_up_by" and words.pattern("status", "to_come").search(said.verb) and not decided:
        return "proposed"
    if any(place[2].status == "planned" for place in (*said.sources, *said.targets)):
        return "proposed"
    return "past" if words.pattern("status", "past").search(_without_passive(clause, said)) else "in_force"


def _is_reference(said: Said) -> bool:
    return said.kind == "reports_to"


def _leading(before: str) -> str:
    """The clause that rules an "at …" clause: what stands right before it."""
    return before[-90:] if before.rstrip().endswith("at") else ""


def _without_passive(clause: str, said: Said) -> str:
    """The clause without what is no past: a "var"/"blev" of setting up, whose group still stands, and all of what follows another."""
    if said.kind == "successor_of":
        return ""
    return re.sub(r"\b(?:var|blev)\b", "", clause) if said.kind == "set_up_by" else clause


def _is_question(reading: Reading, low: str, said: Said, offset: int) -> bool:
    """Whether the sentence only asks: it ends with a question mark, or the clause hangs on "om" or "hvorvidt"."""
    lead = low[max(0, said.clause[0] - 12) : said.clause[0]] + low[slice(*said.clause)]
    return low.rstrip().endswith("?") or bool(re.match(r"\W*(?:om|hvorvidt)\b", low)) or bool(re.search(r"\b(?:hvorvidt|drøft\w+,? om)\b", lead))


def _ended(status: str, source: Body, target: Body) -> str:
    """A past reference is former where it ended with one of the bodies, and lapsed where both go on."""
    if status != "past":
        return status
    return "former" if "abolished" in (source.status, target.status) else "lapsed"


def _wish(text: str) -> str | None:
    low = text.casefold()
    if words.pattern("status", "need").search(low):
        return "requested"
    return "proposed" if words.pattern("status", "proposal").search(low) else None


# Dates -------------------------------------------------------------------------------------------------------------------


def _validity(reading: Reading, text: str, said: Said) -> tuple[str | None, str | None]:
    """(valid from, valid until) of the clause itself."""
    start, until = None, None
    for when in dates.find(text, meeting.day_of(reading)):
        if not (said.clause[0] <= when.start < said.clause[1]) or when.value is None:
            continue
        before = text[: when.start].casefold().split()[-3:]
        if any(w in ("indtil", "til") for w in before[-2:]) and "fra" not in before:
            until = when.value
        elif said.kind in ("set_up_by", "successor_of") or any(w in ("siden", "fra", "pr.", "pr") for w in before[-2:]):
            start = when.value
    if start and "/" in start:
        first, last = start.split("/", 1)
        start, until = first or None, until or last or None
    if until and "/" in until:
        until = until.rsplit("/", 1)[1] or None
    return start, until


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
        open_ = "open" if line.status in _OPEN else line.status
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
        asked_on=meeting.day_of(reading) if line.status in _OPEN else None,
        collective=True if line.source[2].collective else None,
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
