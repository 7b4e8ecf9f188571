"""Seats by kind and who fills them: "2 repræsentanter fra kommunerne", "sammensat af repræsentanter fra …". No people come of these.

A seat makes a ``seats`` claim with its words, number and whom it represents, and a ``represented_in`` reference from that body to the forum.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from clustergraph.claims.reference_grammar import Mention
from clustergraph.lexicon import references as words

if TYPE_CHECKING:
    from clustergraph.claims.participants import Row
    from clustergraph.claims.reading import Line, Reading
    from clustergraph.model import Claim

_BULLET = re.compile(r"^\s*(?:[-–—•*·o»›▪●►✓→]|\d{1,2}[.)]|[a-z]\))?\s*")
_NUMBER = re.compile(r"^(\d{1,2}|[^\W\d_]+)\s")


@dataclass(frozen=True, slots=True)
class Seat:
    """Seats of one kind in a forum. ``represents`` is the body that fills them, where the document names one."""

    text: str
    start: int
    end: int
    forum: Mention
    number: int | None
    represents: Mention | None
    status: str  # in_force or proposed
    evidence: tuple[tuple[int, int], ...]


def recognize(reading: Reading) -> Iterable[Claim]:
    """A claim for each kind of seat."""
    for seat in seats(reading):
        forum = seat.forum
        yield reading.claim(
            "seats",
            reading.mention("seat", seat.text, seat.start, seat.end),
            reading.mention("forum", forum[2].name, forum[0], forum[1]),
            list(seat.evidence),
            "seats",
            0.85,
            seat=seat.text,
            number=seat.number,
            represents=seat.represents[2].name if seat.represents else None,
            status=seat.status,
        )


def seats(reading: Reading) -> list[Seat]:
    """All seats by kind of a document, from lists behind a sentence that names the forum and from lists of members without names."""
    found = [*_listed(reading), *_of_rows(reading), *_parties(reading)]
    told = {place for seat in found for place in seat.evidence}
    return [*found, *(seat for seat in _of_terms(reading) if seat.evidence[0] not in told)]


def represented(reading: Reading) -> Iterator[tuple[Mention, Mention, str, tuple[tuple[int, int], ...]]]:
    """(body, forum, status, evidence) of every body that has a seat by general words: by a kind of seat, or told in a sentence."""
    for seat in seats(reading):
        if seat.represents is not None:
            start, end = seat.evidence[-1]
            each = words.pattern("seats", "of_each").search(reading.text[start:end].casefold())  # "1 fra hver af kommunerne A og B"
            others = [m for m in reading.bodies.pointed_at(start, end) if m[0] >= seat.represents[1]] if each else []
            yield from ((body, seat.forum, seat.status, seat.evidence) for body in (seat.represents, *others))
    yield from _bodies_listed(reading)
    yield from _bodies_labeled(reading)
    for start, end in reading.sentences:
        for body, forum in _told(reading, start, end):
            low = reading.text[start:end].casefold()
            open_ = forum[2].status == "planned" or words.pattern("seats", "proposed").search(low)
            yield body, forum, "proposed" if open_ else "in_force", ((start, end),)


# Lists --------------------------------------------------------------------------------------------------------------------


def _listed(reading: Reading) -> Iterator[Seat]:
    """Seats listed below a line that names their forum and ends with a colon."""
    for i, line in enumerate(reading.lines):
        if not line.text.rstrip().endswith(":") or not words.pattern("seats", "lead_in").search(line.text.casefold()):
            continue
        forum = next((m for m in reading.bodies.pointed_at(line.start, line.end) if m[2].kind == "forum" and m[2].type != "cluster"), None)
        if forum is None:
            continue
        open_ = forum[2].status == "planned" or words.pattern("seats", "proposed").search(line.text.casefold())
        for below in reading.lines[i + 1 :]:
            seat = _seat(reading, below, forum, "proposed" if open_ else "in_force", (line.start, line.end))
            if seat is None:
                break
            yield seat


def _bodies_listed(reading: Reading) -> Iterator[tuple[Mention, Mention, str, tuple[tuple[int, int], ...]]]:
    """The bodies that are list points of their own below "Følgende har plads i Plejeforum:"."""
    for i, line in enumerate(reading.lines):
        text = line.text.rstrip()
        if not text.endswith(":") or not words.pattern("seats", "have_seats").search(text.casefold()):
            continue
        forum = next((m for m in reversed(reading.bodies.pointed_at(line.start, line.end)) if m[2].kind == "forum" and m[2].type != "cluster"), None)
        open_ = words.pattern("seats", "proposed").search(text.casefold())
        if forum is None:
            continue
        for body, place in _points(reading, i):
            if body[2] is not forum[2]:
                yield body, forum, "proposed" if open_ else "in_force", ((line.start, line.end), place)


def _bodies_labeled(reading: Reading) -> Iterator[tuple[Mention, Mention, str, tuple[tuple[int, int], ...]]]:
    """The bodies behind a label of terms of reference: "Deltagere: Holm Kommune, Akutafdelingen på Lund Sygehus og PLO"."""
    own = reading.bodies.meeting_forum
    if reading.document.kind != "terms" or own is None or not own.mentions:
        return
    for line in reading.lines:
        label = words.pattern("seats", "label").match(line.text.casefold())
        if label is None or reading.people.within(line.start, line.end):
            continue
        place = line.start + label.end()
        for body in reading.bodies.pointed_at(place, line.end):
            between = reading.text[place : body[0]].strip()
            place = body[1]
            if between in ("", ",", "og", ", og", "samt") and body[2] is not own:
                yield body, (*own.mentions[0], own), "proposed" if own.status == "planned" else "in_force", ((line.start, line.end),)


def _points(reading: Reading, lead: int) -> Iterator[tuple[Mention, tuple[int, int]]]:
    """The bodies that are the whole of a line, from the line below a lead to the first blank line or other words."""
    marked = False
    for n, line in enumerate(reading.lines[lead + 1 :]):
        bullet = _BULLET.match(line.text).group().strip()  # type: ignore[union-attr]
        marked = bool(bullet) if n == 0 else marked
        if marked and not bullet:  # the heading behind the list
            return
        begin = line.start + len(_BULLET.match(line.text).group())  # type: ignore[union-attr]
        bodies = reading.bodies.pointed_at(line.start, line.end)
        parted = n > 0 and reading.text.count("\n", reading.lines[lead + n].end, line.start) > 1
        if parted or not bodies or not _is_list(reading.text, bodies, begin, line.end):
            return
        yield from ((body, (line.start, line.end)) for body in bodies)


def _is_list(text: str, bodies: list[Mention], start: int, end: int) -> bool:
    """Whether a stretch is a list of bodies and nothing else but what stands in brackets at its end: "Holm Kommune og Lund Kommune (2 pladser)"."""
    joined = all(text[a[1] : b[0]].strip() in ("og", "samt", ",") for a, b in pairwise(bodies))
    return bodies[0][0] == start and joined and bool(re.fullmatch(r"\s*(?:\([^()]*\))?[\s.,;]*", text[bodies[-1][1] : end]))


def _seat(reading: Reading, line: Line, forum: Mention, status: str, lead: tuple[int, int]) -> Seat | None:
    """The seat of a list line; None where the line is none."""
    skip = len(_BULLET.match(line.text).group())  # type: ignore[union-attr]
    text = line.text[skip:].rstrip(" .;,")
    counted = _NUMBER.match(text)
    number = _number(counted.group(1)) if counted else None
    if not _is_seat(text) or len(text) > 120:
        return None
    bodies = reading.bodies.pointed_at(line.start, line.end)
    return Seat(
        text, line.start + skip, line.start + skip + len(text), forum, number, bodies[0] if bodies else None, status, (lead, (line.start, line.end))
    )


def _is_seat(text: str) -> bool:
    """Whether words begin with a kind of seat: a number and small words, then its noun. A name begins with a capital and is none."""
    first, *rest = re.findall(r"\w+", text)[:4] or [""]
    low = [first.casefold(), *rest]
    at = next((i for i, word in enumerate(low) if word in words.seat_nouns()), None)
    if words.pattern("seats", "office").fullmatch(first):  # "sygehusdirektøren for …"
        return True
    return (
        at == 0 or (at is not None and _number(first) is not None) or (at is not None and all(w.islower() for w in low[: at + 1]) and first.islower())
    )


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else words.seat_numbers().get(word.casefold())


def _of_rows(reading: Reading) -> Iterator[Seat]:
    """Seats in a list of members that names no person, in terms of reference."""
    own = reading.bodies.meeting_forum
    if reading.document.kind not in ("terms", "members") or own is None or not own.mentions:
        return
    for row in reading.rows:
        if row.name is None and row.seat and not row.vacant:
            yield _of_row(reading, row, (*own.mentions[0], own))


def _of_terms(reading: Reading) -> Iterator[Seat]:
    """Seats in terms of reference, wherever they stand: "- 1 repræsentant for Psykiatrien", "PLO Klit: 1 medlem"."""
    own = reading.bodies.meeting_forum
    if reading.document.kind not in ("terms", "members") or own is None or not own.mentions:
        return
    forum = (*own.mentions[0], own)
    people = {row.line for row in reading.rows if row.name is not None}
    for line in reading.lines:
        if (line.start, line.end) in people:
            continue
        text = line.text[len(_BULLET.match(line.text).group()) :]  # type: ignore[union-attr]
        label = words.pattern("seats", "after_body").search(text)
        seat = _seat(reading, line, forum, "proposed" if own.status == "planned" else "in_force", (line.start, line.end))
        if seat and seat.represents and seat.number is not None:
            yield replace(seat, evidence=((line.start, line.end),))
        elif label:
            yield from _behind_body(reading, line, label, line.end - len(text), forum)


def _behind_body(reading: Reading, line: Line, label: re.Match[str], start: int, forum: Mention) -> Iterator[Seat]:
    """The seats of a line that names their body first: "PLO Klit: 1 medlem"; ``start`` is where the text begins that ``label`` was found in."""
    body = next((m for m in reading.bodies.pointed_at(line.start, line.end) if 0 <= start + label.start() - m[1] <= 2), None)
    if body is not None and body[2] is not forum[2]:
        begin, end = start + label.start("seat"), start + label.end("seat")
        yield Seat(reading.text[begin:end], begin, end, forum, _number(label.group("number")), body, "in_force", ((line.start, line.end),))


def _of_row(reading: Reading, row: Row, forum: Mention) -> Seat:
    bodies = reading.bodies.pointed_at(*row.line)
    text = " ".join(reading.text[row.start : row.end].split())
    status = "proposed" if forum[2].status == "planned" else "in_force"
    return Seat(text, row.start, row.end, forum, row.number, bodies[0] if bodies else None, status, (row.line,))


# Sentences ----------------------------------------------------------------------------------------------------------------


def _told(reading: Reading, start: int, end: int) -> Iterator[tuple[Mention, Mention]]:
    """(body, forum) of "gruppen er sammensat af repræsentanter fra A, B og C" and "gruppen, hvor A og B er med"."""
    low = reading.text[start:end].casefold()
    for name, take in (("composed", _behind), ("with_us", _inside)):
        match = words.pattern("seats", name).search(low)
        while match:
            owners = reading.bodies.genitives(start, end)
            mentions = [m for m in reading.bodies.pointed_at(start, end) if m[0] not in owners]
            forum = _forum_before(mentions, start + match.start())
            if forum is not None:
                yield from ((m, forum) for m in take(reading, mentions, start + match.start(), start + match.end()) if m[2] != forum[2])
            match = words.pattern("seats", name).search(low, match.end())


def _parties(reading: Reading) -> Iterator[Seat]:
    """The parties of a sentence's list that are groups and no bodies: "der repræsenterer lodserne, Havnerådet og apoteker" has two."""
    for start, end in reading.sentences:
        low = reading.text[start:end].casefold()
        for match in words.pattern("seats", "parties").finditer(low):
            owners = reading.bodies.genitives(start, end)
            mentions = [m for m in reading.bodies.pointed_at(start, end) if m[0] not in owners]
            forum = _forum_before(mentions, start + match.start())
            listed = [m for m in mentions if m[0] >= start + match.end() and forum and m[2] != forum[2]]
            if forum is None or not listed:
                continue
            open_ = forum[2].status == "planned" or words.pattern("seats", "proposed").search(low)
            for first, last in _between(reading, start + match.end(), end, listed):
                text = reading.text[first:last]
                yield Seat(text, first, last, forum, None, None, "proposed" if open_ else "in_force", ((start, end),))


def _between(reading: Reading, start: int, end: int, bodies: list[Mention]) -> Iterator[tuple[int, int]]:
    """The members of a list of words that hold none of the bodies; none at all where a member is longer than a group's name is."""
    stop = re.compile(r"[.;:()]").search(reading.text, bodies[-1][1], end)
    stop_at = min(stop.start() if stop else end, *(m.start() for m in re.compile(r"[;:()]").finditer(reading.text, start, end)), end)
    cuts = [start]
    for mark in re.compile(r",\s*(?:og|samt)\s|,|\s(?:og|samt)\s").finditer(reading.text, start, stop_at):
        if not any(body[0] <= mark.start() < body[1] for body in bodies):
            cuts += [mark.start(), mark.end()]
    cuts.append(stop_at)
    parts = [_trimmed(reading.text, *place) for place in zip(cuts[::2], cuts[1::2], strict=True)]
    groups = [(a, b) for a, b in parts if not any(a < body[1] and body[0] < b for body in bodies)]
    if all(_is_group(reading.text[a:b]) for a, b in groups):
        yield from groups


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    lead = re.compile(r"\s*(?:\b(?:hhv\.?|henholdsvis|bl\.\s?a\.)\s+)?").match(text, start, end)
    start = lead.end() if lead else start
    return start, start + len(text[start:end].rstrip(" .,"))


def _is_group(text: str) -> bool:
    """Whether words can be the name of a group: one to four of them, the last in small letters and in the plural."""
    found = re.findall(r"[^\W\d]+", text)
    return 1 <= len(found) <= 4 and found[-1].islower() and bool(words.pattern("seats", "group").search(found[-1]))


def _forum_before(mentions: list[Mention], place: int) -> Mention | None:
    before = [m for m in mentions if m[1] <= place and m[2].kind == "forum" and m[2].type != "cluster" and not m[2].collective]
    return before[-1] if before else None


def _behind(reading: Reading, mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """The bodies listed behind a place, with at most three other words between two of them."""
    found: list[Mention] = []
    place = end
    for mention in mentions:
        if mention[0] < end:
            continue
        between = reading.text[place : mention[0]]
        if re.search(r"[;:()]|\.\s+[A-ZÆØÅ]", between) or not _goes_on(between, 3 if found else 2):
            break
        found.append(mention)
        place = mention[1]
    return found


def _goes_on(between: str, most: int) -> bool:
    """Whether the words between two bodies of a list are few: other members, or "en repræsentant fra"."""
    parts = [w for w in re.findall(r"\w+", between.casefold()) if not words.is_joint("fillers", w) and w != "hhv"]
    return len(parts) <= most + 2 * bool(words.seat_nouns() & set(parts))


def _inside(reading: Reading, mentions: list[Mention], start: int, end: int) -> list[Mention]:
    return [m for m in mentions if start <= m[0] and m[1] <= end]
