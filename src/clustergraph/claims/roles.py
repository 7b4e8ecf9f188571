"""Who sits in which forum as what: from lists, from the marks on their lines, and from sentences. Vacant seats too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clustergraph.claims import attendance, parts, vacancies
from clustergraph.claims.attendance import Presence
from clustergraph.claims.bodies import Body
from clustergraph.claims.entries import Words
from clustergraph.claims.participants import Row
from clustergraph.claims.people import Person
from clustergraph.claims.titles import employer_name, opening_body
from clustergraph.lexicon import people as words
from clustergraph.model import Claim, Mention

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading

_BY_LIST = {
    "participants": "member", "members": "member", "apologies": "member", "guests": "invited", "secretariat": "secretary", "observers": "observer",
    "deputies": "deputy", "chair": "chair", "vice_chair": "vice_chair", "minutes": "secretary",
}  # fmt: skip
_PROJECT = {"leads": "project_lead", "contacts": "contact"}  # parts in a project, not in the meeting
_RATHER = ("chair", "vice_chair", "secretary", "deputy", "observer", "invited", "project_lead", "representative")  # than plain member


@dataclass(slots=True)
class _Seat:
    """One person's part in one forum, gathered from all places."""

    person: Person
    forum: Mention
    capacity: str
    here: bool
    evidence: list[tuple[int, int]]
    represents: str | None = None
    item: str | None = None
    area: str | None = None
    listed: bool = True
    attended: bool = False
    extra: dict[str, object] = field(default_factory=dict)


def recognize(reading: Reading) -> Iterable[Claim]:
    """A claim for each person, forum and capacity, and for each vacant seat."""
    presences = attendance.presences(reading)
    seats = [*_from_rows(reading), *_from_parts(reading), *_from_presences(reading, presences)]
    for seat in seats:
        presence = presences.get(seat.person.name)
        own_word = any(row.statements for row in seat.person.rows) or not seat.person.rows  # not only in the absent one's brackets
        if seat.here and seat.capacity == "member" and presence is not None and presence.on_behalf_of and own_word:
            seat.capacity = "deputy"
    for seat in _merged(seats):
        yield _claim(reading, seat, presences.get(seat.person.name))
    for row in reading.rows:
        if row.vacant and row.name is None:
            yield from _vacancy(reading, row)
    yield from _told_vacancies(reading)


def _claim(reading: Reading, seat: _Seat, presence: Presence | None) -> Claim:
    here = presence if seat.here and presence else Presence()
    attended = "present" if seat.here and seat.attended and reading.document.kind != "agenda" else None
    evidence = [*seat.evidence, *(here.evidence if here.told or here.attendance == "apologies" else [])]
    shown = " ".join(reading.text[s:e] for s, e in evidence).casefold()
    if not any(word in shown for word in seat.person.name.casefold().split()):  # told by initials: the place that explains them is evidence too
        evidence.append(seat.person.mentions[0])
    start, end = next(((s, e) for s, e in seat.person.mentions if any(a <= s < b for a, b in seat.evidence)), seat.person.mentions[0])
    return reading.claim(
        "forum_role",
        reading.mention("person", seat.person.name, start, end),
        seat.forum,
        list(dict.fromkeys(evidence)),
        "roles",
        0.95 if seat.listed else 0.85,
        capacity=seat.capacity,
        represents=seat.represents,
        attendance=here.attendance or attended,
        from_item=here.from_item,
        until_item=here.until_item,
        not_items=sorted(here.not_items, key=lambda n: (len(n), n)),
        on_behalf_of=here.on_behalf_of,
        substitute_for=here.on_behalf_of if seat.capacity == "deputy" else None,
        item=seat.item,
        area=seat.area,
        **seat.extra,
    )


def _merged(seats: Iterable[_Seat]) -> list[_Seat]:
    """One seat a person, forum and capacity; plain membership gives way to a special part in the same forum."""
    found: dict[tuple[str, str, str, str | None], _Seat] = {}
    for seat in seats:
        area = seat.represents if seat.capacity == "representative" else None
        key = (seat.person.name, seat.forum.name, seat.capacity, area)
        if key not in found:
            found[key] = seat
            continue
        one = found[key]
        one.represents = one.represents or seat.represents
        one.here = one.here or seat.here
        one.attended = one.attended or seat.attended
        one.evidence += [e for e in seat.evidence if e not in one.evidence]
    special = {(s.person.name, s.forum.name) for s in found.values() if s.capacity in _RATHER and not (s.capacity == "representative" and s.area)}
    special -= {(s.person.name, s.forum.name) for s in found.values() if s.capacity == "project_lead" and not s.listed}
    return [s for s in found.values() if s.capacity != "member" or (s.person.name, s.forum.name) not in special]


def _meeting_forum(reading: Reading) -> Mention | None:
    """The forum of the document's meeting as a mention; the words of the header where no body was made of them."""
    body = reading.bodies.meeting_forum
    if body is not None:
        return _forum(reading, body)
    name = reading.document.forum
    if name is None:
        body = _first_forum(reading) or reading.bodies.cluster
        return _forum(reading, body) if body is not None else None
    named = reading.bodies.named(name)
    at = max(reading.text.find(name), 0)
    return _forum(reading, named) if named is not None else reading.mention("forum", name, at, at + len(name))


def _first_forum(reading: Reading) -> Body | None:
    """The first forum that a document names above its first list; its head, where no line of it says so."""
    first = min((row.line[0] for row in reading.rows), default=0)
    return next((b for _, _, b in reading.bodies.at(0, first) if b.kind == "forum" and b.type != "cluster" and not b.collective), None)


def _forum(reading: Reading, body: Body) -> Mention:
    start, end = body.mentions[0] if body.mentions else (0, 1)
    return reading.mention(body.kind, body.name, start, end)


def _named_forum(reading: Reading, here: Words) -> Mention | None:
    """The forum that words of a list mean; a bare "udvalget" is that of the meeting."""
    body = reading.bodies.named(here.text) or reading.bodies.meant(here.text, here.start)
    if body is not None:
        return reading.mention(body.kind, body.name, here.start, here.end)
    inside = [m for m in reading.bodies.at(here.start, here.end) if m[2].kind == "forum" and not m[2].collective]
    if inside:  # "Sundhedsklyngens faglige forum": its own words behind its owner
        start, end, body = next((m for m in reversed(inside) if m[2].type != "cluster"), inside[-1])
        return reading.mention("forum", body.name, start, end)
    if " " not in here.text and here.text[:1].islower():
        return _meeting_forum(reading)
    return reading.mention("forum", here.text, here.start, here.end)


def _forum_of_row(reading: Reading, row: Row) -> Mention | None:
    if row.forum_heading is not None:
        return _named_forum(reading, row.forum_heading)
    if row.kind in _PROJECT:
        if sum(r.kind == "leads" for r in reading.rows) > 1:
            return None  # a portfolio: each leads a project of his own
        groups = [b for b in reading.bodies.all if b.type == "project_group"]
        return _forum(reading, groups[0]) if len(groups) == 1 else None
    if row.intro is None:
        above = _forum_above(reading, row) if row.kind in ("chair", "vice_chair", "secretariat") else None
        return _forum(reading, above) if above is not None else _meeting_forum(reading)
    forums = [b for _, _, b in reading.bodies.at(*row.intro) if b.kind == "forum" and b.type != "cluster" and not b.collective]
    return _forum(reading, forums[0]) if forums else None


_AT_HEAD = 24  # characters before the name of a forum in a line that is its heading: "Gruppe: ", "- "


def _forum_above(reading: Reading, row: Row) -> Body | None:
    """The forum of a paragraph in which "Formand: A" stands: named before it on its line, or on the first line of the paragraph."""
    line = reading.line_at(row.line[0])
    if line is None:
        return None
    before = [b for _, _, b in reading.bodies.pointed_at(line.start, row.line[0]) if b.kind == "forum" and not b.collective]
    if before:
        return before[0]
    index = reading.lines.index(line)
    while index > 0 and not _is_parted(reading, reading.lines[index - 1].end, reading.lines[index].start):
        index -= 1
        if words.list_heading(reading.lines[index].text):
            return None
    first = reading.lines[index]
    named = [m for m in reading.bodies.at(first.start, first.end) if m[2].kind == "forum" and not m[2].collective]
    if first is line or len(named) != 1 or named[0][0] - first.start > _AT_HEAD or words.is_verb(first.text.rstrip(".").split()[-1]):
        return None
    return named[0][2] if first.end - named[0][1] <= 2 else None


def _is_parted(reading: Reading, end: int, start: int) -> bool:
    """Whether an empty line stands between two lines of the view, which holds none."""
    view = reading.document.view
    return reading.document.text.count("\n", view.origin(end - 1), view.origin(start)) > 1


def represented(reading: Reading, row: Row) -> str | None:
    """Whom somebody represents by their own line: the main body, not the unit; else the heading's."""
    practises = any(words.is_own_practice(t.text) for t in row.titles)
    own = [o for o in row.organisations if not (practises and re.search(r"\bkommune\b", o.text, re.IGNORECASE))]
    own = [o for o in own if not any(t.start <= o.start < t.end for t in row.titles)] or own
    # A unit in one word ("Rusmiddelcentret") sits for the body in the heading.
    above = row.heading_organisation
    if own and not (above is not None and _is_unit(own[-1].text) and not words.is_collective(above.text)):
        return employer_name(reading, own[-1])
    return employer_name(reading, row.heading_organisation or opening_body(reading, row.intro))


def _is_unit(text: str) -> bool:
    return " " not in text and not text.isupper() and not words.looks_like_forum(text)


def _represented_by(reading: Reading, person: Person) -> str | None:
    for row in person.rows:
        if name := represented(reading, row):
            return name
    bodies = [t.organisations[-1] for t in person.told if t.organisations]
    return employer_name(reading, bodies[0]) if bodies else None


def _from_rows(reading: Reading) -> Iterator[_Seat]:
    for person in reading.people.all:
        for row in person.rows:
            yield from _seats_of_row(reading, person, row)


def _seats_of_row(reading: Reading, person: Person, row: Row) -> Iterator[_Seat]:
    forum = _forum_of_row(reading, row)
    for capacity, words_of_forum in row.memberships:
        named = _named_forum(reading, words_of_forum)
        if named is not None:
            yield _Seat(person, named, capacity, forum is not None and named.name == forum.name, [row.line], represented(reading, row))
    if forum is None:
        return
    whom = represented(reading, row) or _represented_by(reading, person)
    for capacity in _capacities(reading, row) if not _chairs_by_title(row, forum) else ["chair"]:
        yield _Seat(
            person,
            forum,
            capacity,
            _is_here(reading, row, forum),
            [row.line],
            _seat_of(reading, row) if capacity == "representative" else whom,
        )
    for body in row.represents:
        name, area = _area(body.text)
        found = reading.bodies.named(name)
        yield _Seat(person, forum, "representative", True, [row.line], found.name if found else name, area=area)


def _is_here(reading: Reading, row: Row, forum: Mention) -> bool:
    """Whether a list tells of this meeting: none that a sentence opens, and none of another forum in a point or annex."""
    if row.intro is not None or row.kind in _PROJECT:
        return False
    meeting, item = _meeting_forum(reading), reading.item_at(row.start)
    if row.forum_heading is None or item is None or meeting is None or meeting.name == forum.name:
        return True
    return words.list_heading(item.section.heading or "") == "participants"  # "Punkt 1: Deltagere", with those of several forums


def _chairs_by_title(row: Row, forum: Mention) -> bool:
    """Whether who has no other employer is by title the chair of a forum of that kind: "udvalgsformand" in a list of a committee."""
    if row.capacities or row.organisations or row.heading_organisation:
        return False
    stems = [m.group(1) for t in row.titles if (m := re.fullmatch(r"(\w{3,}?)s?formand", t.text, re.IGNORECASE))]
    return any(re.search(rf"{stem}et\b", forum.name, re.IGNORECASE) for stem in stems)


def _capacities(reading: Reading, row: Row) -> list[str]:
    """The capacities of a row: those on its line, else that of its list."""
    own = [c for c in row.capacities if not (c == "representative" and row.represents)]
    if row.intro is not None and not own and words.names_project_lead(reading.text[slice(*row.intro)]):
        return ["project_lead"]
    if row.kind == "secretariat" and "secretary" not in own:
        own = [*own, "secretary"]
    return own or [_BY_LIST.get(row.kind) or _PROJECT.get(row.kind, "member")]


def _seat_of(reading: Reading, row: Row) -> str | None:
    """Whom a representative sits for: what stands before "-repræsentant", else the organisation of the line."""
    for note in row.notes:
        match = re.match(r"(\w[\w ]*?)[- ]?repræsentant", note.text, re.IGNORECASE)
        body = reading.bodies.named(match.group(1)) if match else None
        if body is not None:
            return body.name
        if match and match.group(1).isupper():
            return match.group(1)
    return represented(reading, row)


def _area(text: str) -> tuple[str, str | None]:
    """As in "klyngekommunerne på sundhedsområdet": (whom, on which area)."""
    whom, _, area = text.partition(" på ")
    return whom.strip(), area.strip() or None


def _from_parts(reading: Reading) -> Iterator[_Seat]:
    meeting = _meeting_forum(reading)
    for part in parts.find(reading):
        forum = _forum(reading, part.forum) if part.forum is not None else meeting
        if forum is not None:
            whom = _represented_by(reading, part.person)
            evidence = [(part.start, part.end)]
            yield _Seat(part.person, forum, part.capacity, part.here, evidence, whom, part.item, listed=False, attended=part.attended)


def _from_presences(reading: Reading, presences: dict[str, Presence]) -> Iterator[_Seat]:
    """People of whom only a sentence tells that they were or were not there: deputies, and members who are in no list."""
    forum = _meeting_forum(reading)
    for person in reading.people.all:
        presence = presences.get(person.name)
        if forum is None or presence is None or not presence.told or any(r.intro is None for r in person.rows):
            continue
        deputy = presence.on_behalf_of is not None or any(i.text == person.name for row in reading.rows for i in row.instead)
        whom = _represented_by(reading, person)
        if deputy and whom is None and presence.on_behalf_of:
            absent = reading.people.named(presence.on_behalf_of)
            whom = _represented_by(reading, absent) if absent else None
        yield _Seat(person, forum, "deputy" if deputy else "member", True, list(presence.evidence[:1]), whom, listed=False)


def _vacancy(reading: Reading, row: Row) -> Iterator[Claim]:
    forum = _forum_of_row(reading, row)
    if forum is None:
        return
    seat = row.seat or ""
    capacity = next(iter(row.capacities), _BY_LIST[row.kind] if row.kind in ("chair", "vice_chair", "secretariat") else "member")
    yield reading.claim(
        "forum_role",
        reading.mention("seat", seat, row.start, row.end),
        forum,
        [row.line],
        "roles",
        0.93,
        vacant=True,
        seat=seat,
        capacity=capacity,
        seat_role=row.titles[0].text.lower() if row.titles else None,
        represents=represented(reading, row),
    )


def _told_vacancies(reading: Reading) -> Iterator[Claim]:
    meeting = _meeting_forum(reading)
    for empty in vacancies.find(reading):
        forum = _forum(reading, empty.forum) if empty.forum is not None else meeting
        if forum is not None and not any(row.vacant and row.line[0] <= empty.start < row.line[1] for row in reading.rows):
            yield reading.claim(
                "forum_role",
                reading.mention("seat", empty.seat, empty.start, empty.end),
                forum,
                [empty.place],
                "roles",
                0.85,
                vacant=True,
                seat=empty.seat,
                capacity=empty.capacity,
                represents=empty.represents.name if empty.represents is not None else None,
            )
