"""From the pieces of one line to the people in it: which title, organisation, capacity and mark belongs to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from clustergraph.claims import names, phrases
from clustergraph.claims.phrases import Piece
from clustergraph.lexicon import people

Attendance = Literal["present", "apologies"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words and where they stand: view offsets, half-open; ``text`` is tidied, so it may be shorter than the stretch."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Entry:
    """One person of a line, a vacant seat, or a seat without a person (``name`` None). Filled while a line is read, then left alone."""

    name: Words | None = None
    aliases: list[str] = field(default_factory=list)
    titles: list[Words] = field(default_factory=list)
    bodies: list[Words] = field(default_factory=list)
    memberships: list[tuple[str, Words]] = field(default_factory=list)
    capacities: list[str] = field(default_factory=list)
    represents: list[Words] = field(default_factory=list)
    party: str | None = None
    attendance: Attendance | None = None
    statements: list[Words] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    instead: list[Words] = field(default_factory=list)  # who took part in this person's place
    vacant: bool = False
    office: Words | None = None  # "formand" right before the name: of the forum, or of the organisation that follows

    @property
    def bare(self) -> bool:
        """Whether nothing but a name stands there."""
        return self.name is not None and not (self.titles or self.bodies or self.capacities or self.party or self.memberships)


def words(text: str, start: int, end: int) -> Words:
    """A stretch as words: single blanks, no full stop at its end."""
    return Words(re.sub(r"\s+", " ", text[start:end]).strip(" .,;:"), start, end)


def _body(text: str, start: int, end: int) -> Words:
    """A body without the years behind it: "Lungerådet 2011-2018"."""
    period = people.years_behind().search(text, start, end)
    return words(text, start, period.start() if period and period.start() > start else end)


def read(text: str, start: int, end: int) -> list[Entry]:
    """The entries of a stretch of one line, in order. A stretch without a name gives at most one, for the seat."""
    if goes_on := _GOES_ON.search(text, start, end):
        end = goes_on.start()
    pieces = _without_units(text, start, end, _called(_with_split_names(text, _with_legend(text, phrases.read(text, start, end)))))
    if any(p.kind == "vacant" for p in pieces) and not any(p.kind == "name" for p in pieces):
        return [_seat(text, pieces)]
    if not any(p.kind == "name" for p in pieces):
        return [_seat(text, pieces)] if any(p.kind in ("title", "capacity") for p in pieces) else []
    return _people(text, pieces)


_GOES_ON = re.compile(r"(?:,\s*|\s+)(?:og|samt)[\s,]*\Z|\s*,\s*\Z")  # "A, konsulent og", the next line going on


def _without_units(text: str, start: int, end: int, pieces: list[Piece]) -> list[Piece]:
    """As in "jordemoder A, Fødegangen Syd; overlæge B, …": what looks like a name but follows a person's, without title or given name, is a unit."""
    if ";" not in text[start:end]:
        return pieces
    found = list(pieces)
    for i, (before, piece) in enumerate(pairwise(pieces), 1):
        if piece.kind != "name" or before.kind != "name" or text[before.end : piece.start].strip() != "," or piece.value is not None:
            continue
        titled = i > 1 and pieces[i - 2].kind == "title" and pieces[i - 2].leads
        if titled and not names.begins_with_given(text[piece.start : piece.end].split()):
            found[i] = replace(piece, kind="body")
    return found


def add_field(entry: Entry, text: str, start: int, end: int, *, is_title: bool) -> None:
    """Give a person what a field of a form holds: the title whatever its words are, else what the words say."""
    if is_title:
        entry.titles.append(words(text, start, end))
        return
    for piece in phrases.read(text, start, end):
        if piece.kind != "name":
            _add(text, [entry], piece)


def _with_split_names(text: str, pieces: list[Piece]) -> list[Piece]:
    """As in "Gitte (GL) Lund-Hansen": a name with its initials inside is one name."""
    found: list[Piece] = []
    i = 0
    while i < len(pieces):
        part = pieces[i : i + 3]
        if _is_split_name(text, part):
            found += [Piece("name", part[0].start, part[2].end, leads=part[0].leads), part[1]]
            i += 3
        else:
            found.append(pieces[i])
            i += 1
    return found


def _with_legend(text: str, pieces: list[Piece]) -> list[Piece]:
    """As in "LT = Lise Toft", "LT: Lise Toft": letters before a name that are its initials."""
    found = list(pieces)
    for i, (piece, name) in enumerate(pairwise(pieces)):
        letters = _LEGEND.match(text, piece.start, name.start)
        if name.kind == "name" and not piece.bracket and letters and letters.end() == name.start:
            if _abbreviates(letters.group(1), text[name.start : name.end]) and not people.is_known_body(letters.group(1)):
                found[i] = Piece("initials", piece.start, letters.end(1), leads=True)
    return found


_LEGEND = re.compile(r"([A-ZÆØÅ][A-Za-zÆØÅæøå]{1,4})(?:\s*[=:|]\s*|\s+)")


def _called(pieces: list[Piece]) -> list[Piece]:
    """First names that stand for people: with their title, organisation or capacity in brackets or behind them, or in a row of first names only."""
    calls = [i for i, p in enumerate(pieces) if p.kind == "call"]
    others = any(p.kind in ("name", "vacant") for p in pieces)
    row = len(calls) >= 2 and not others
    found = list(pieces)
    for i in calls:
        follower = pieces[i + 1] if i + 1 < len(pieces) else None
        told = follower is not None and follower.kind in ("title", "body", "capacity") and (follower.bracket or not others)
        if told or row:
            found[i] = replace(pieces[i], kind="name")
    return found


def _is_split_name(text: str, part: list[Piece]) -> bool:
    kinds = [p.kind for p in part]
    return kinds in (["call", "initials", "unknown"], ["call", "initials", "call"]) and names.is_name_word(
        text[part[2].start : part[2].end].split()[0]
    )


def _seat(text: str, pieces: Iterable[Piece]) -> Entry:
    said = list(pieces)
    entry = Entry(vacant=any(piece.kind == "vacant" for piece in said))
    for piece in said:
        if piece.kind != "vacant":
            _add(text, [entry], piece)
    return entry


def _people(text: str, pieces: list[Piece]) -> list[Entry]:
    found: list[Entry] = []
    of_line = _body(text, pieces[0].start, pieces[0].end) if pieces[0].kind == "body" and not pieces[0].leads else None
    group: list[Entry] = []  # who shares what comes next
    waiting: list[Piece] = []  # what stands before its name
    fresh = True  # nothing has come since the last name
    in_brackets = any(p.kind in ("body", "initials") and p.bracket for p in pieces)
    for last, piece in zip([None, *pieces], pieces, strict=False):
        if in_brackets and last is not None and last.kind == "name" and _may_be_body(text, piece):  # "A (KL); B (Datakraft)"
            piece = replace(piece, kind="body")
        if piece.kind == "body" and _heads_people(text, piece):  # "For regionen: A og B. For PLO: C"
            _close_line(found, of_line)
            of_line, waiting, group, fresh = words(text, piece.start, piece.end), [], [], True
        elif piece.kind == "name":
            entry = Entry(name=_name(text, piece))
            for before in waiting:
                _add(text, [entry], before)
            if not (piece.joined and group and (fresh or waiting)):
                group = []
            elif not waiting:  # "direktørerne A og B": one plural title for both
                entry.titles += [t for t in group[-1].titles if people.singular(t.text.lower()) != t.text.lower()]
            group.append(entry)
            found.append(entry)
            waiting, fresh = [], True
        elif not group or piece.leads:
            waiting.append(piece)
        else:
            meant = _meant(text, piece, group, found)
            _add(text, meant, replace(piece, bracket=piece.bracket and meant is group))
            group = group if piece.bracket else meant
            if piece.kind == "body" and last is not None and last.kind == "capacity" and not (last.bracket or piece.bracket):
                _office_of(group, words(text, last.start, last.end), text[piece.start : piece.end])
            fresh = False
    _settle(found, of_line)
    return found


def _settle(found: list[Entry], of_line: Words | None) -> None:
    """What the whole line says of those in it: the office of a body, the body that the line begins with, that of who somebody sits in for."""
    for entry in found:
        if entry.office is not None and entry.bodies and not entry.titles:  # "Formand A, Ældreforeningen": the association's chair
            entry.titles.append(entry.office)
            entry.capacities = [c for c in entry.capacities if c not in ("chair", "vice_chair")]
    if of_line is not None and people.is_collective(of_line.text):  # "Kommunerne: A (Vejby) og B (Lund)": each for his own
        for entry in found:
            own = next((n for n in entry.notes if _may_be_place(n.text)), None)
            if own is not None and all(b.start == of_line.start for b in entry.bodies):
                entry.notes.remove(own)
                entry.bodies = [own]
    _close_line(found, of_line)
    for left, right in pairwise(found):
        if "deputy" in right.capacities and not right.bodies and not right.titles:  # "A, Vejby Kommune (vikar B)": of the same body
            right.bodies += left.bodies


def _may_be_place(words: str) -> bool:
    """Whether a note is nothing but one or two words that begin with a capital: "Vejby"."""
    return re.fullmatch(r"[A-ZÆØÅ][a-zæøå]+(?:[ -][A-ZÆØÅ][a-zæøå]+)?", words) is not None and people.mark(words) is None


def _office_of(group: list[Entry], office: Words, body: str) -> None:
    """As in "A, formand, Ældrerådet i Vejby": chair of the council, and here for it."""
    if people.capacity(office.text) in ("chair", "vice_chair") and people.looks_like_forum(body.split()[0]):
        for entry in group:
            entry.titles.append(office)
            entry.capacities = [c for c in entry.capacities if c != people.capacity(office.text)]


def _meant(text: str, piece: Piece, group: list[Entry], found: list[Entry]) -> list[Entry]:
    """Who a piece speaks of: the last one and those joined to him; behind "begge" the last two, behind "alle" all who have no body yet."""
    many = re.search(r"\b(begge|alle)\s+(?:fra\s+|ved\s+)?$", text[max(0, piece.start - 12) : piece.start])
    if many is None or piece.kind != "body":
        return group
    return [e for e in (found[-2:] if many.group(1) == "begge" else found) if not e.bodies]


def _heads_people(text: str, piece: Piece) -> bool:
    """Whether a body inside a line is the label of those behind it: "For regionen: …", "Sygehuset v/ …"."""
    return bool(re.match(r"\s+(?:v\s?/|v\.)", text[piece.end :])) or (
        bool(re.search(r"(?:^|[\n.;:]\s*)(?:for|fra)\s+$", text[max(0, piece.start - 8) : piece.start], re.IGNORECASE))
        and text[piece.end :].lstrip()[:1] == ":"
    )


def _close_line(found: Iterable[Entry], of_line: Words | None) -> None:
    """Give the body with which a line begins to those behind it who have none: "Vejby Kommune: A, sundhedschef, og B, konsulent"."""
    for entry in found:
        if (
            of_line is not None
            and entry.name is not None
            and entry.name.start > of_line.start
            and all(_is_inside(b, entry.titles) for b in entry.bodies)
        ):
            entry.bodies.append(of_line)


def _is_inside(body: Words, titles: Iterable[Words]) -> bool:
    """Whether a body is the field of a title: "leder af Rusmiddelcentret"."""
    return any(t.start <= body.start and body.end <= t.end for t in titles)


def _name(text: str, piece: Piece) -> Words:
    shown = piece.value or re.sub(r"\s*\([^)]*\)\s*", " ", text[piece.start : piece.end])
    return Words(names.tidy(shown), piece.start, piece.end)


def _add(text: str, group: list[Entry], piece: Piece) -> None:
    """Give a piece to the entries it belongs to: brackets speak of the last name, the rest of all that are joined."""
    here = (_body if piece.kind in ("body", "unknown") else words)(text, piece.start, piece.end)
    of_last = piece.kind == "initials" or (piece.bracket and not (piece.kind == "body" and _with_stroke(text, group)))
    for entry in [group[-1]] if of_last else group:
        _give(entry, piece, here)


def _may_be_body(text: str, piece: Piece) -> bool:
    """Whether words in brackets that no list knows can be a body: a capital, few words, no figures."""
    told = text[piece.start : piece.end]
    return piece.kind == "note" and piece.bracket and told[:1].isupper() and len(told.split()) <= 4 and not re.search(r"\d", told)


def _with_stroke(text: str, group: list[Entry]) -> bool:
    """Whether two names are joined by a stroke: "A/B (KL)" are both of KL."""
    ends = [e.name for e in group if e.name is not None]
    return len(ends) > 1 and all("/" in text[a.end : b.start] for a, b in pairwise(ends))


def _give(entry: Entry, piece: Piece, here: Words) -> None:
    match piece.kind:
        case "title":
            entry.titles.append(here)
            if people.capacity(here.text) == "secretary":  # "Sekretær A": a title that says the part as well
                entry.capacities.append("secretary")
        case "membership":
            entry.memberships.append((piece.value or "member", here))
        case "capacity":
            entry.capacities.append(piece.value or "member")
            entry.office = here if piece.leads and piece.value in ("chair", "vice_chair") else entry.office
            entry.notes += [here] if piece.value == "representative" else []
        case "party":
            entry.party = here.text
        case "mark":
            entry.attendance = "apologies" if piece.value == "apologies" else entry.attendance or "present"
        case "statement":
            entry.statements.append(here)
        case "instead":
            entry.instead.append(here)
        case "body" | "initials" | "unknown":
            _give_body(entry, piece, here)
        case _:
            entry.notes.append(here)


def _give_body(entry: Entry, piece: Piece, here: Words) -> None:
    """An organisation, or what may be one: letters in brackets that are no initials of the name, words that no list knows."""
    if piece.kind == "unknown":
        (_give_unknown(entry, here) if entry.name or entry.vacant else entry.notes.append(here))
    elif piece.kind == "initials" and not entry.vacant and (entry.name is None or _abbreviates(here.text, entry.name.text)):
        entry.aliases.append(here.text)
    elif entry.name is not None and _are_initials(here.text, entry.name.text):  # in a column of their own
        entry.aliases.append(here.text)
    elif piece.bracket and entry.capacities[-1:] == ["representative"]:
        entry.represents.append(here)
    else:
        entry.bodies.append(here)


def _abbreviates(initials: str, name: str) -> bool:
    """Whether letters can be the initials of a name: its letters in order, the first being its first."""
    letters = iter(name.casefold())
    return initials[:1].casefold() == name[:1].casefold() and all(letter in letters for letter in initials.casefold())


def _are_initials(letters: str, name: str) -> bool:
    """Whether letters are the first ones of all words of a name, or of all but those behind a hyphen: "LKE" for Lise-Lotte Krarup Enemark."""
    ways = (re.findall(r"[^\W\d_]+", name), re.findall(r"[^\W\d_][\w-]*", name))
    return (
        len(letters) > 1
        and letters.isupper()
        and any(letters == "".join(word[0] for word in way) for way in ways)
        and not people.is_known_body(letters)
    )


def _give_unknown(entry: Entry, here: Words) -> None:
    """A phrase that no word list knows: in small letters a title, with a capital a place of work; a sentence is neither."""
    first = here.text.split()[0] if len(here.text) > 2 else ""
    capacity = people.capacity(first)
    if people.is_compass_point(here.text) or people.is_same_place(here.text):  # "Kommunerne, Øst": which of them
        entry.notes.append(here)
    elif people.is_verb(first) or re.search(r"(?:^|\s)(?:19|20)\d\d\b", here.text) or people.leads_on(here.text):
        entry.notes.append(here)
    elif capacity in ("invited", "observer"):  # "gæst under pkt. 2"
        entry.capacities.append(capacity)
        entry.notes.append(here)
    elif first[:1].islower() and first not in people.function_words() and len(here.text.split()) <= 5:
        entry.titles.append(here)
    elif people.may_be_title(here.text) and not entry.titles and not entry.bodies:
        entry.titles.append(here)
    elif first[:1].isupper() and not _has_body_behind(entry) and len(here.text.split()) <= 5:
        entry.bodies.append(here)
    else:
        entry.notes.append(here)


def _has_body_behind(entry: Entry) -> bool:
    """Whether a body stands behind the name; one before it may be that of its whole row: "Kommunerne | Lis Eng, Lyngby"."""
    return any(entry.name is None or body.start > entry.name.start for body in entry.bodies)
