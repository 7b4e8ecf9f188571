"""Who was at the meeting: lists, marks on a line, and sentences ("A og B havde meldt afbud", "C forlod mødet efter punkt 4").

An agenda's list says nothing of attendance; a mark or a sentence says it in any document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from clustergraph import lexicon
from clustergraph.claims.entries import Attendance
from clustergraph.claims.people import Person
from clustergraph.lexicon import people as words

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading


@dataclass(slots=True)
class Presence:
    """What a document says of one person's attendance; ``evidence`` are stretches of the view beside the person's own line."""

    attendance: Attendance | None = None
    from_item: str | None = None
    until_item: str | None = None
    not_items: list[str] = field(default_factory=list)
    on_behalf_of: str | None = None  # display name of the person
    evidence: list[tuple[int, int]] = field(default_factory=list)
    told: bool = False  # a sentence speaks of it


@dataclass(frozen=True, slots=True)
class _Clause:
    """A statement with the people it speaks of."""

    kind: str
    people: tuple[Person, ...]
    start: int
    end: int
    rest: str  # the words after the statement's phrase


def presences(reading: Reading) -> dict[str, Presence]:
    """Display name → presence, of everybody of whom the document says anything."""
    found: dict[str, Presence] = {}
    _from_lists(reading, found)
    for clause in _clauses(reading):
        _apply(reading, found, clause)
    if _is_minutes(reading):
        for person in reading.people.all:
            if any(row.intro is None for row in person.rows):
                one = found.setdefault(person.name, Presence())
                one.attendance = one.attendance or "present"
    return found


def _is_minutes(reading: Reading) -> bool:
    """Whether a document tells who was there: minutes, or another document but an agenda that lists those absent, or any whose head says so."""
    if reading.document.kind == "minutes":
        return True
    table = lexicon.table("attendance")
    title = re.compile(rf"\W*(?:{'|'.join(table['minutes_words'])})\b")
    first = min((row.line[0] for row in reading.rows), default=0)
    head = [line.text.casefold() for line in reading.lines if line.start < first]
    said = any(title.match(line) for line in head) or any(words.fold(line.split(":")[0]) in table["present_headings"] for line in head)
    return said or (reading.document.kind != "agenda" and any(row.kind == "apologies" and row.name for row in reading.rows))


def _from_lists(reading: Reading, found: dict[str, Presence]) -> None:
    minutes = _is_minutes(reading)
    for person in reading.people.all:
        for row in person.rows:
            one = found.setdefault(person.name, Presence())
            if reading.document.kind == "members" and not minutes:  # "orlov": away from the office, and no meeting is spoken of
                pass
            elif row.attendance == "apologies" or (row.attendance and one.attendance is None):
                one.attendance = row.attendance
                one.evidence.append(row.line)
            for statement in row.statements:
                if (
                    row.kind != "apologies"
                    and (row.kind == "deputies" or words.is_standing_deputy(statement.text))
                    and (seated := _named_first(reading, statement.text))
                    and _is_seated(seated)
                ):
                    found.setdefault(person.name, Presence()).on_behalf_of = seated.name
                    continue
                for kind, phrase in _statement(statement.text):
                    _apply(reading, found, _Clause(kind, (person,), *row.line, statement.text[len(phrase) :]))
            for deputy in row.instead:
                _deputise(reading, found, reading.people.named(deputy.text), person if _alone(person, row.line, reading) else None, row.line)


def _is_seated(person: Person) -> bool:
    """Whether a list holds somebody without a word of being away: who is called the deputy of such a person may be there beside him."""
    return any(row.kind in ("participants", "members") and row.attendance is None for row in person.rows) and not any(
        row.attendance == "apologies" for row in person.rows
    )


def _alone(person: Person, line: tuple[int, int], reading: Reading) -> bool:
    """Whether a line names one person only, besides deputies."""
    return sum(1 for row in reading.rows if row.line == line and row.name) == 1


def _statement(text: str) -> Iterator[tuple[str, str]]:
    pairs = words.statement_phrases("not_items", "until_item", "from_item", "only_items", "deputises")
    for phrase, kind in (*pairs, ("for", "deputises")):
        if words.starts_with(text, (phrase,)):
            yield kind, phrase
            return


def _deputise(reading: Reading, found: dict[str, Presence], deputy: Person | None, absent: Person | None, place: tuple[int, int]) -> None:
    if deputy is not None:
        one = found.setdefault(deputy.name, Presence())
        one.attendance = "present" if _is_minutes(reading) else one.attendance
        one.on_behalf_of = absent.name if absent else one.on_behalf_of
        one.evidence.append(place)
        one.told = True
    if absent is not None:
        one = found.setdefault(absent.name, Presence())
        one.attendance = "apologies"
        one.told = True
        one.evidence.append(place)


_JOINT = re.compile(r"[\s,]*(?:\bog\b|\bsamt\b)?[\s,]*(?:fra\s+)?")
_BETWEEN = re.compile(r"[\s,)]*(?:\b(?:der|som|begge|alle|dog|desværre)\b[\s,]*)*")


def _clauses(reading: Reading) -> Iterator[_Clause]:
    for start, end in reading.sentences:
        mentions = reading.people.within(start, end)
        if mentions and not any(row.line[0] <= start < row.line[1] for row in reading.rows if row.name):
            yield from _in_sentence(reading, start, end, mentions)


def _in_sentence(reading: Reading, start: int, end: int, mentions: list[tuple[int, int, Person]]) -> Iterator[_Clause]:
    text = reading.text[start:end]
    yield from _in_place(reading, start, end, mentions)
    for kind, phrase_start, phrase_end in _phrases(text):
        before = tuple(_run_before(reading, mentions, start + phrase_start))
        after = tuple(_run_after(reading, mentions, start + phrase_end))
        rest = text[phrase_end:]
        if kind in ("apologies_from", "except") and after:
            yield _Clause("apologies", after, start, end, rest)
        elif kind == "deputises" and not before and len(after) == 1 and (deputy := _who_comes(reading, mentions, after[0], end)):
            yield _Clause(kind, (deputy, after[0]), start, end, rest)
        elif kind == "deputises" and before and after:
            yield _Clause(kind, (before[-1], after[0]), start, end, rest)
        elif kind == "only_items" and not all(p.rows for p in before):  # a guest of one point
            continue
        elif kind in ("apologies", "not_items", "until_item", "from_item", "only_items") and before:
            yield _Clause(kind, before, start, end, rest)


def _in_place(reading: Reading, start: int, end: int, mentions: list[tuple[int, int, Person]]) -> Iterator[_Clause]:
    """As in "I Annes sted kom A": A for Anne."""
    pattern = lexicon.table("attendance")["present_told"]["in_place"]
    for match in re.finditer(rf"\b{pattern}\s+", reading.text[start:end], re.IGNORECASE):
        absent = reading.people.named(match["who"])
        came = next((m[2] for m in mentions if _start_of(m) == start + match.end() or m[0] == start + match.end()), None)
        if absent is not None and came is not None:
            yield _Clause("deputises", (came, absent), start, end, "")


def _who_comes(reading: Reading, mentions: list[tuple[int, int, Person]], absent: Person, end: int) -> Person | None:
    """As in "På vegne af A deltog B", "I stedet for A mødte B": B."""
    places = [m for m in mentions if m[2] is absent]
    others = [m for m in mentions if m[2] is not absent and places and m[0] > places[0][1]]
    if not others or not re.fullmatch(r"[\s,]*(?:deltog|deltager|mødte|kom)\s+", reading.text[_end_of(reading, places[0]) : _start_of(others[0])]):
        return None
    return others[0][2]


def _phrases(text: str) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of the statements of a sentence; the longest of those at one place."""
    taken: list[tuple[int, int]] = []
    folded = text.casefold()
    for phrase, kind in words.statement_phrases(
        "apologies", "apologies_from", "except", "not_items", "until_item", "from_item", "only_items", "deputises"
    ):
        for match in _statement_pattern(phrase).finditer(folded):
            if not any(match.start() < e and match.end() > s for s, e in taken):
                taken.append(match.span())
                yield kind, *match.span()


@cache
def _statement_pattern(phrase: str) -> re.Pattern[str]:
    """A phrase with room for one adverb behind its verb: "var desværre forhindret"."""
    adverbs = "|".join(lexicon.table("attendance")["statements"]["adverbs"])
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)".replace(r"\ ", rf"\s(?:(?:{adverbs})\s)?", 1))


def _end_of(reading: Reading, mention: tuple[int, int, Person]) -> int:
    """Where a mention ends with the title and employer behind it."""
    return next((t.end for t in mention[2].told if t.name.start == mention[0]), mention[1])


def _start_of(mention: tuple[int, int, Person]) -> int:
    return next((t.start for t in mention[2].told if t.name.start == mention[0]), mention[0])


def _run_before(reading: Reading, mentions: list[tuple[int, int, Person]], at: int) -> list[Person]:
    """The people joined by commas and "og" that end right before a place."""
    found: list[Person] = []
    limit = at
    for mention in reversed([m for m in mentions if m[1] <= at]):
        between = reading.text[_end_of(reading, mention) : limit]
        if not (_JOINT if found else _BETWEEN).fullmatch(between):
            break
        found.insert(0, mention[2])
        limit = _start_of(mention)
    return found


def _run_after(reading: Reading, mentions: list[tuple[int, int, Person]], at: int) -> list[Person]:
    """The people joined by commas and "og" that begin right after a place."""
    found: list[Person] = []
    for mention in [m for m in mentions if m[0] >= at]:
        if not _JOINT.fullmatch(reading.text[at : _start_of(mention)].replace(":", " ")):
            break
        found.append(mention[2])
        at = _end_of(reading, mention)
    return found


def _apply(reading: Reading, found: dict[str, Presence], clause: _Clause) -> None:
    place = (clause.start, clause.end)
    if clause.kind == "deputises":
        absent = clause.people[1] if len(clause.people) > 1 else _named_first(reading, clause.rest)
        numbers = _numbers(clause.rest)
        _deputise(reading, found, clause.people[0], absent if not numbers else None, place)
        if numbers:  # "på vegne af A under pkt. 4": A was there for the rest
            one = found[clause.people[0].name]
            one.on_behalf_of, one.from_item, one.until_item = absent.name if absent else None, numbers[0], numbers[-1]
        return
    for person in clause.people:
        one = found.setdefault(person.name, Presence())
        one.told = True
        one.evidence.append(place)
        if clause.kind == "apologies":
            one.attendance = "apologies"
            continue
        numbers = _numbers(clause.rest) or _this_item(reading, clause)
        one.attendance = one.attendance or ("present" if reading.document.kind != "agenda" else None)
        if clause.kind == "only_items" and numbers:
            one.from_item, one.until_item = numbers[0], numbers[-1]
        elif clause.kind == "not_items":
            one.not_items += [n for n in numbers if n not in one.not_items]
        elif numbers and clause.kind == "until_item":
            one.until_item = numbers[-1]
        elif numbers:
            one.from_item = numbers[0]


def _named_first(reading: Reading, words_: str) -> Person | None:
    """The first person that words name, behind a title or before a point: "Frits under pkt. 4"."""
    tokens = words_.split()
    runs = (" ".join(tokens[a : a + n]) for a in range(min(4, len(tokens))) for n in range(min(6, len(tokens) - a), 0, -1))
    return next((p for run in runs if (p := reading.people.named(run))), None)


def _this_item(reading: Reading, clause: _Clause) -> list[str]:
    """The number of the point in which "punktet" or "sagen" stands."""
    item = reading.item_at(clause.start)
    return [item.section.number] if item and item.section.number and re.search(r"\b(?:punktet|sagen|punkt)\b", clause.rest) else []


def _numbers(rest: str) -> list[str]:
    """The item numbers that a statement gives: "punkt: 2, 3 og 5", "pkt. 4-6"."""
    item_words = "|".join(re.escape(w) for w in lexicon.table("attendance")["statements"]["item_words"])
    match = re.search(rf"(?:{item_words})\s*:?\s*((?:\d{{1,3}}[a-z]?(?:\s*(?:,|og|samt|-|–)\s*)?)+)", rest, re.IGNORECASE)
    if not match:
        return []
    found: list[str] = []
    for part in re.finditer(r"(\d{1,3}[a-z]?)(?:\s*[-–]\s*(\d{1,3}))?", match.group(1)):
        first, last = part.groups()
        found += [first] if last is None else [str(n) for n in range(int(re.sub(r"\D", "", first)), int(last) + 1)]
    return found
