"""The list grammar: who stands in which list of a document, before anybody asks who or what the names are.

Lists come first because names in them need no guessing: the place in the list says what is a name, a title, an organisation or a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from clustergraph.claims import list_cards, list_lines, lists
from clustergraph.claims.entries import Attendance, Entry, Words
from clustergraph.claims.lists import Block, Item, ListKind
from clustergraph.lexicon import people

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading

__all__ = ["ListKind", "Row", "Words", "rows"]


@dataclass(frozen=True, slots=True)
class Row:
    """One person of a list, one vacant seat, or seats by kind without a person.

    ``name`` is None where no person stands there; ``seat`` then holds the seat's own words, and ``start``/``end`` lead to them.
    Organisations are in the order of the line: the unit before the body it belongs to.
    """

    name: str | None
    start: int
    end: int
    line: tuple[int, int]  # the whole line or table row
    kind: ListKind
    aliases: tuple[str, ...] = ()  # initials in brackets
    titles: tuple[Words, ...] = ()  # as written
    organisations: tuple[Words, ...] = ()  # as written on the line or on the line below
    heading_organisation: Words | None = None  # the organisation heading that the person stands under
    forum_heading: Words | None = None  # the heading that is a forum ("Chefforum"); a secretariat heading is not one: see kind
    intro: tuple[int, int] | None = None  # the sentence that opens the list, where it is no heading
    memberships: tuple[tuple[str, Words], ...] = ()  # (capacity, forum as written) of other forums: "medlem af bestyrelsen for …"
    capacities: tuple[str, ...] = ()  # capacities that the line gives, as in model.Capacity
    represents: tuple[Words, ...] = ()  # whom the line's brackets say the person also represents
    party: str | None = None
    attendance: Attendance | None = None  # said by the line or by the list's heading; None: the list says nothing
    statements: tuple[Words, ...] = ()  # "deltog fra punkt 3"
    notes: tuple[Words, ...] = ()  # what stands there and is none of the above
    instead: tuple[Words, ...] = ()  # names of those who took part in this person's place
    vacant: bool = False
    seat: str | None = None
    number: int | None = None  # how many seats of a kind


def rows(reading: Reading) -> tuple[Row, ...]:
    """All rows of all lists of a document, in document order."""
    found = [row for block in _paired(lists.blocks(reading)) for row in _rows_of(reading.text, block)]
    return tuple(sorted(found, key=lambda row: (row.start, row.end)))


def _rows_of(text: str, block: Block) -> Iterator[Row]:
    for item, heading, kind in _placed(text, block):
        for entry in item.found:
            yield _row(text, block, item, entry, heading, kind)


def _placed(text: str, block: Block) -> list[tuple[Item, Words | None, ListKind]]:
    """Every line of people with the heading it belongs to: above it, or below where the list is written so."""
    list_cards.in_brackets(text, [e for i in block.items for e in i.found])
    items = _below_their_line(text, list_cards.joined(_zipped(block.items)))
    below = _headings_below([i for i in items if i.found or i.heading], block.below is not None)
    placed: list[tuple[Item, Words | None, ListKind]] = []
    current: Words | None = None
    for n, item in enumerate(items):
        if item.heading is not None:
            current = None if below else item.heading
        elif _is_group(item):
            current = None
        elif item.found:
            following = next((i.heading for i in items[n + 1 :] if i.heading), None)
            last = below and following is None and block.below is not None
            placed.append((item, following if below else current, block.below if last and block.below else block.kind))
    return placed


def _is_group(item: Item) -> bool:
    """Whether a line is the heading of those who share an office ("Praktiserende læger"), which ends what an organisation's heading says."""
    if len(item.found) != 1 or item.found[0].name or item.found[0].vacant or item.found[0].bodies or item.found[0].capacities:
        return False
    titles = [t.text.lower() for t in item.found[0].titles]
    return bool(titles) and all(people.is_plural_title(t) for t in titles)


def _below_their_line(text: str, items: list[Item]) -> list[Item]:
    """Organisations on a line of their own that go on with the line above: after a comma, inside a name, or where all others have theirs."""
    kept: list[Item] = []
    for n, item in enumerate(items):
        before = kept[-1] if kept else None
        if item.heading is None or before is None or not before.found or before.found[-1].name is None:
            kept.append(item)
            continue
        last = before.found[-1]
        if last.bodies and people.is_rest_of_body(item.heading.text) and last.bodies[-1].end >= before.line[1] - 1:
            start = last.bodies[-1]
            last.bodies[-1] = Words(f"{start.text} {item.heading.text}", start.start, item.heading.end)
        elif text[slice(*before.line)].rstrip().endswith(",") or (not last.bodies and _others_have_theirs(items, n)):
            last.bodies.append(item.heading)
        else:
            kept.append(item)
    return kept


def _others_have_theirs(items: list[Item], n: int) -> bool:
    """Whether everybody else around a line, above and below up to the next heading, stands with an organisation on their own line."""
    behind = [i for i in items[n + 1 :] if i.found or i.heading]
    stop = next((k for k, i in enumerate(behind) if i.heading), len(behind))
    above = [e for i in items[: n - 1] for e in i.found if e.name]
    below = [e for i in behind[:stop] for e in i.found if e.name]
    return bool(above) and bool(below) and all(e.bodies for e in (*above, *below))


def _headings_below(filled: list[Item], closed_by_heading: bool) -> bool:
    """Whether organisations stand below their people: the list begins with a person and ends with an organisation, or they take turns."""
    kinds = [i.heading is not None for i in filled]
    if not any(kinds) or kinds[0]:
        return False
    turns = sum(kinds) >= 2 and all(a != b for a, b in pairwise(kinds))
    return kinds[-1] or (turns and closed_by_heading)


def _zipped(items: list[Item]) -> list[Item]:
    """Two columns that a PDF wrote one after the other, all names and then as many titles, put side by side again."""
    named = [i for i in items if i.named]
    ahead, behind = items[: len(named)], items[len(named) :]
    return _joined_columns(ahead, behind) if _are_columns(ahead, behind) else items


def _paired(blocks: list[Block]) -> list[Block]:
    """The same where a line such as "Referent: A" stands between the names and their titles."""
    kept: list[Block] = []
    for block in blocks:
        before = next((b for b in reversed(kept) if b.kind not in _ONE_PERSON), None)
        if before is not None and before.items and _are_columns(before.items, block.items):
            before.items = _joined_columns(before.items, block.items)
        else:
            kept.append(block)
    return kept


_ONE_PERSON = ("chair", "vice_chair", "minutes", "secretariat")


def _are_columns(ahead: list[Item], behind: list[Item]) -> bool:
    """Whether lines are names without title and body, and as many further lines are titles and bodies without names."""
    if len(ahead) < 2 or len(ahead) != len(behind):
        return False
    plain = all(len(i.found) == 1 and i.found[0].name and not (i.found[0].titles or i.found[0].bodies) for i in ahead)
    return plain and all((i.found or i.heading) and not i.named for i in behind)


def _joined_columns(ahead: list[Item], behind: list[Item]) -> list[Item]:
    for left, right in zip(ahead, behind, strict=True):
        entry = left.found[0]
        for other in right.found:
            entry.titles += other.titles
            entry.bodies += other.bodies
            entry.capacities += other.capacities
            entry.memberships += other.memberships
        if right.heading is not None:
            entry.bodies.append(right.heading)
    return ahead


def _row(text: str, block: Block, item: Item, entry: Entry, heading: Words | None, kind: ListKind) -> Row:
    seat, number, start, end = None, None, item.line[0], item.line[1]
    if entry.name is not None:
        start, end = entry.name.start, entry.name.end
    else:
        office = entry.office  # the head of the column whose cell is empty
        seat, start, end = (office.text, office.start, office.end) if office else _seat_words(text, item.line, block.forum)
        number = people.seat_number(seat)
    row = Row(
        entry.name.text if entry.name else None,
        start,
        end,
        item.line,
        kind,
        aliases=tuple(entry.aliases),
        titles=tuple(entry.titles),
        organisations=tuple(entry.bodies),
        heading_organisation=heading,
        forum_heading=block.forum,
        intro=block.intro,
        memberships=tuple(entry.memberships),
        capacities=tuple(dict.fromkeys(entry.capacities)),
        represents=tuple(entry.represents),
        party=entry.party,
        attendance=_attendance(entry, kind),
        statements=tuple(entry.statements),
        notes=tuple(entry.notes),
        instead=tuple(entry.instead),
        vacant=entry.vacant,
        seat=seat,
        number=number,
    )
    return row if entry.name is None else replace(row, seat=None)


def _attendance(entry: Entry, kind: ListKind) -> Attendance | None:
    """What list and line say; a deputy among the apologies who "deltog" was there."""
    if kind != "apologies":
        return entry.attendance
    came = "deputy" in entry.capacities and any(people.mark(note.text.split()[0]) == "present" for note in entry.notes if note.text)
    return "present" if came else "apologies"


_PHRASE = re.compile(r"(?:(?!\s[–-]\s)[^,;:|\t()])+")


def _seat_words(text: str, line: tuple[int, int], forum: Words | None) -> tuple[str, int, int]:
    """The words of a seat without those that say it is vacant, and without the cell of its ``forum``."""
    start = list_lines.after_bullet(text, *line)
    if re.search(r"[|\t]", text[start : line[1]]):  # in a table the seat is the first cell that says anything
        for cell in re.finditer(r"[^|\t]+", text[start : line[1]]):
            said = " ".join(cell.group().split())
            if said and not people.is_vacant(said) and not (forum is not None and said == forum.text):
                return said.strip(" .:"), start + cell.start(), start + cell.end()
    every = [p for p in _PHRASE.finditer(text, start, line[1]) if p.group().strip(" .-–")]
    parts = [p for p in every if not people.is_vacant(p.group())]
    if every and every[0] not in parts and len(every[0].group().split()) > 2 and not any(_names_seat(p.group()) for p in parts):
        return " ".join(every[0].group().split()), every[0].start(), every[0].end()  # "Pladsen er ubesat (A udtrådte …)"
    if not parts:
        return text[start : line[1]].strip(), start, line[1]
    shown = ", ".join(dict.fromkeys(re.sub(r"\s+", " ", p.group()).strip(" .:-–") for p in parts if p.group().strip(" .:")))
    return shown, parts[0].start(), parts[-1].end()


def _names_seat(words: str) -> bool:
    """Whether a phrase can be whose seat it is: it has a capital or a word for a seat, and tells nothing."""
    tokens = words.strip(" .-–").split()
    return not any(people.is_verb(w) for w in tokens) and (tokens[0][:1].isupper() or any(people.is_seat_word(w) for w in tokens))
