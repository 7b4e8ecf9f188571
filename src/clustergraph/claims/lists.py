"""The lists of a document line by line: what opens one, what belongs to it, what ends it.

A list is opened by a heading ("Deltagere"), by a sentence that ends in a colon, by a section of attendees, or by a forum's name above
lines of people; it goes on while lines are people, organisations above or below them, or further headings of lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, cast

from clustergraph.claims import entries, list_columns, list_forums, list_headings, list_lines, names
from clustergraph.claims.entries import Attendance, Entry, Words
from clustergraph.claims.reading import Line, split_sentences
from clustergraph.lexicon import people

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading

ListKind = Literal[
    "participants", "members", "apologies", "guests", "secretariat", "observers", "deputies", "chair", "vice_chair", "minutes", "contacts", "leads",
]  # fmt: skip


@dataclass(slots=True)
class Item:
    """One line of a list: people, a heading over or below them, or a seat without a person."""

    line: tuple[int, int]
    found: list[Entry] = field(default_factory=list)
    heading: Words | None = None
    form: bool = False  # a person written as a form, a line for each field

    @property
    def named(self) -> bool:
        """Whether a person stands on the line."""
        return any(e.name for e in self.found)


@dataclass(slots=True)
class Block:
    """One list with what opened it."""

    kind: ListKind
    items: list[Item] = field(default_factory=list)
    forum: Words | None = None
    intro: tuple[int, int] | None = None
    columns: tuple[str, ...] = ()  # the heads of a table's columns
    below: ListKind | None = None  # the heading that ends the list; it speaks of the last lines where headings stand below


_LABEL = re.compile(r"\s*([^\s:;][^:;\n]{0,70}?)\s*[:;]\s*(.*)", re.DOTALL)
_PAGE_NUMBER = re.compile(r"^\s*\d{1,3}\s(?=[A-ZÆØÅ])")
_FROM = re.compile(r"(?<![^\s])fra\s+(?=[^\W\d][^:.;,()\n]{2,60}:\s)")
_FROM_NEXT = re.compile(r"(?<![^\s])fra\s+$")
_NUMBERED = re.compile(r"\s*(?:(?:(?:punkt|pkt\.?|ad)\s*)?\d{1,3}\s*[.:)]\s+|\d{1,2}(?:\.\d{1,2})*\s{1,8}(?=[A-ZÆØÅ]))", re.IGNORECASE)
_TRANSPARENT = ("sagsfremstilling", "beslutning", "referat", "resume", "resumé")
_OF_FORUM = ("participants", "members", "deputies")  # lists whose heading may say of which forum they are
_CERTAIN = ("participants", "apologies", "guests", "minutes")  # lists whose label may stand inside run-on text


class _Lists:
    """Walks the lines of a document once and gathers its lists."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.done: list[Block] = []
        self.open: Block | None = None
        self.item: int | None = None

    def walk(self) -> list[Block]:
        """All lists of the document, in order."""
        lines = list_columns.apart([line for line in self.reading.lines if line.text.strip() and not self._is_residue(line)])
        others = list_columns.rows_of_other_tables(lines)
        for i, line in enumerate(lines):
            if line.start in others:
                self._close()
                continue
            self._take(line, lines[i + 1] if i + 1 < len(lines) else None)
        self._close()
        return self.done

    def _is_residue(self, line: Line) -> bool:
        if line.section is None or self.reading.document.sections[line.section].kind not in ("residue", "contents"):
            return False
        label, colon, _ = _PAGE_NUMBER.sub("", line.text).partition(":")
        return not (colon and people.list_heading(label))  # "2 Deltagere: …" on a page that a converter left in one line

    def _close(self) -> None:
        if self.open is not None:
            before = self.done[-1] if self.done else None
            if before is not None and before.below and any(i.found for i in self.open.items):
                before.below = None
            self.done.append(self.open)
        self.open = None

    def _start(self, kind: ListKind, *, forum: Words | None = None, intro: tuple[int, int] | None = None) -> None:
        before = self.open or (self.done[-1] if self.done else None)
        if forum is None and before is not None and self.open is not None and kind != "secretariat":
            forum = before.forum if before.kind != "secretariat" else None
        self._close()
        self.open = Block(kind, forum=forum, intro=intro)

    def _take(self, line: Line, following: Line | None) -> None:
        start, end = self._body(line)
        here = self.reading.item_at(line.start)
        if self.open is not None and (here.index if here else None) != self.item and not self._is_attendees(line):
            self._close()
        self.item = here.index if here else None
        cuts = [start, *self._labels_inside(start, end), end]
        if len(cuts) > 2:
            for s, e in pairwise(cuts):
                length = len(_FROM_NEXT.sub("", self.text[s:e]).rstrip(" ."))
                if length:
                    self._part(Line(self.text[s : s + length], s, s + length, line.section), s, s + length, None)
        else:
            self._part(line, start, end, following)

    def _labels_inside(self, start: int, end: int) -> list[int]:
        """Where further labels with a colon stand inside a line: "Mødt: A og B. Fraværende: C"."""
        found = people.running_headings().finditer(self.text, start + 1, end)
        labels = [(m, people.list_heading(m.group(1))) for m in found if m.group(2)]
        kept = [m for m, k in labels if k and (k in _CERTAIN or re.search(r"[.;)]\s*$|\s{2,}$", self.text[start : m.start()]))]
        ends = [m for m, k in labels if not k and kept and m.start() > kept[0].start()]
        bodies = list(_FROM.finditer(self.text, start, end))  # "fra Vestby Kommune: A, B fra regionen: C"
        places = {m.start() for m in [*kept, *ends]} | ({m.end() for m in bodies} if len(bodies) > 1 else set())
        return sorted(places)

    def _part(self, line: Line, start: int, end: int, following: Line | None) -> None:
        words = self.text[start:end]
        if self.open is not None and self.open.items and list_headings.is_contact(words):
            return
        if list_columns.heads_people(words):
            if self.open is None:
                self._start("participants")
            if self.open is not None:
                self.open.columns = tuple(re.split(r"[\t|]", words))
            return
        if self._heading(line, start, end, words) or self._label(line, start, end, words):
            return
        self._content(line, start, end, words, following)

    def _body(self, line: Line) -> tuple[int, int]:
        start = list_lines.after_bullet(self.text, line.start, line.end)
        page = _PAGE_NUMBER.match(self.text[start : line.end])
        if page and people.list_heading(self.text[start + page.end() : line.end].split(":")[0]):
            start += page.end()
        return start, start + len(self.text[start : line.end].rstrip(" |\t"))

    def _is_attendees(self, line: Line) -> bool:
        return self.reading.part_at(line.start, "attendees") is not None

    def _heading(self, line: Line, start: int, end: int, words: str) -> bool:
        """A line that is the heading of a list, or of something that is none."""
        bare = _NUMBERED.sub("", words, count=1)
        kind = people.list_heading(bare)
        if kind and ":" not in bare.strip().rstrip(":"):
            if self.open is not None:
                self.open.below = cast(ListKind, kind)
            self._start(cast(ListKind, kind), forum=list_forums.above(self.text, start, end) if kind in _OF_FORUM else None)
            self._body_in_heading(line, start, end)
            return True
        if people.is_other_label(bare) and ":" not in bare.strip().rstrip(":"):
            empty = self.open is not None and not self.open.items and people.fold(bare) in _TRANSPARENT
            if not empty:
                self._close()
            return True
        return False

    def _body_in_heading(self, line: Line, start: int, end: int) -> None:
        """As in "Udpeget af Region Nord:", "Deltagere fra Vejby Kommune": the organisation of those below."""
        body = list_headings.who_appoints(self.text, start, end)
        if body is not None and self.open is not None:
            self.open.items.append(Item((line.start, line.end), heading=body))

    def _label(self, line: Line, start: int, end: int, words: str) -> bool:
        """As in "Afbud: A og B": a list on the line of its label."""
        label = _LABEL.fullmatch(words)
        if label and self._attribute(line, label.group(1), start + label.start(2), end):
            return True
        if label and self._deputy_of(line, start + label.start(1), start + label.end(1), start + label.start(2), end):
            return True
        kind = people.list_heading(label.group(1)) or people.list_label(label.group(1)) if label else None
        if label and people.is_minutes_label(label.group(1)) and names.is_name(label.group(2).strip(" ."), given=True):
            kind = "minutes"  # "Referat: A" names who wrote them
        if label and self._of_label(line, label, start, end):
            return True
        if label and kind:
            at = start + label.start(2)
            self._inline(cast(ListKind, kind), line, at, end, list_headings.who_appoints(self.text, start, start + label.end(1)))
            return True
        if label and (people.is_other_label(label.group(1))):
            if not people.is_office_label(label.group(1)):
                self._close()
            return True
        opened = self._heading_before_names(words)
        if opened:
            self._inline(cast(ListKind, opened[0]), line, start + opened[1], end)
        return opened is not None

    def _attribute(self, line: Line, label: str, at: int, end: int) -> bool:
        """As in "Navn: A", "Titel: direktør", "Organisation: Vejby Kommune": a person written as a form, a line for each field."""
        place = (line.start, line.end)
        if people.is_person_column(label) and names.is_name(self.text[at:end]) and not people.list_heading(label):
            if self.open is None:
                self._start("participants")
            if self.open is not None:
                self.open.items.append(Item(place, [Entry(name=entries.words(self.text, at, end))], form=True))
            return True
        last = self.open.items[-1] if self.open is not None and self.open.items else None
        if last is None or not last.form or not people.is_column(label):
            return False
        last.line = (last.line[0], line.end)
        entries.add_field(last.found[0], self.text, at, end, is_title=people.is_title_column(label))
        return True

    def _of_label(self, line: Line, label: re.Match[str], start: int, end: int) -> bool:
        """As in "Sårgruppen 2011-2018: overlæge A": the forum as the label of who sits in it, as those of the list above do."""
        forum = list_forums.label(self.text, start + label.start(1), start + label.end(1))
        found = [e for e in entries.read(self.text, start + label.start(2), end) if e.name] if forum is not None else []
        here = self.open is None or self.open.kind != "participants"  # among those at a meeting it is whom they represent
        if (
            not found
            or not here
            or not (self.open is not None or len(found) > 1 or list_lines.is_strong(found))
            or list_lines.is_sentence(label.group(2))
        ):
            return False
        if self.open is None:
            self._start("members", forum=forum)
        else:
            self._turn_to(cast(Words, forum))
        self.open = cast(Block, self.open)
        self.open.items.append(Item((line.start, line.end), found))
        return True

    def _deputy_of(self, line: Line, label: int, label_end: int, at: int, end: int) -> bool:
        """As in "Suppleant for A: B": B is a deputy, and A sits in another line."""
        phrase = people.starts_with(self.text[label:label_end], (p for p, _ in people.statement_phrases("deputises")))
        found = [e for e in entries.read(self.text, at, end) if e.name] if phrase else []
        if not found:
            return False
        for entry in found:
            entry.capacities.append("deputy")
            entry.statements.append(entries.words(self.text, label, label_end))
        if self.open is None:
            self._start("deputies")
        if self.open is not None:
            self.open.items.append(Item((line.start, line.end), found))
        return True

    def _heading_before_names(self, words: str) -> tuple[str, int] | None:
        """As in "Afbud Ida Marie Ploug": a heading and names without a colon; (kind, where the names begin)."""
        if list_lines.is_sentence(words):
            return None
        kind: str | None
        for count in range(min(4, len(words.split()) - 1), 0, -1):
            match = re.match(r"\s*" + r"\s+".join([r"(?:\S+)"] * count) + r"\s+", words)
            if (
                match
                and (kind := people.list_heading(match.group()))
                and kind not in ("leads", "chair", "vice_chair", "contacts")
                and not (kind == "deputies" and self.open is not None and self.open.kind == "apologies")
                and not people.is_title_word(match.group().split()[-1])
            ):
                run = names.leading(words, match.end())
                if run and run[0] == match.end() and names.is_name(words[slice(*names.split_run(words, *run)[0])], given=True):
                    return kind, match.end()
        return None

    def _inline(self, kind: ListKind, line: Line, at: int, end: int, body: Words | None = None) -> None:
        told = next((s for s, e in split_sentences(self.text[at:end], at) if s > at and list_lines.tells(self.text[s:e])), None)
        place = (line.start, line.end if told is None else told)
        end = end if told is None else told
        found = [e for e in entries.read(self.text, at, end) if e.name or e.vacant]
        if (
            not found
            and re.fullmatch(r"\s*[A-ZÆØÅ][\w-]{1,20}\s*\.?\s*", self.text[at:end])
            and kind != "participants"
            and not people.is_no_name(self.text[at:end])
        ):
            found = [Entry(name=entries.words(self.text, at, end))]  # initials or a first name that the list above explains
        keep = self.open
        items = [Item(place, found)] if body is None else [Item(place, heading=body), Item(place, found)]
        block = Block(kind, items, forum=keep.forum if keep and keep.kind != "secretariat" and kind != "secretariat" else None)
        if self.text[at:end].strip():
            self.done.append(block)
            if kind in ("participants", "members", "apologies") and (not found or self.text[:end].rstrip().endswith(",")):
                self._start(kind)
        else:
            self._start(kind)

    def _content(self, line: Line, start: int, end: int, words: str, following: Line | None) -> None:
        if self.open is None:
            self._open_by_content(line, start, end, words, following)
            if self.open is None:
                return
            if self.open.forum is not None or self.open.intro is not None or self.open.items:
                return
        assert self.open is not None
        item = self._item_of(line, start, end, words)
        if item is None:
            self._close()
            self._open_by_content(line, start, end, words, following)
        else:
            self.open.items.append(item)

    def _item_of(self, line: Line, start: int, end: int, words: str) -> Item | None:
        """What a line inside a list is; None where it ends the list."""
        place = (line.start, line.end)
        columns = self.open.columns if self.open is not None else ()
        cell = list_columns.forum_cell(columns, words, start)
        if cell is not None:
            self._turn_to(cell, columns)
        elif (forum := self._forum_above(start, end)) is not None:
            self._turn_to(forum)
            return Item(place)
        if list_lines.is_sentence(words) and not list_lines.is_empty_seat(words):
            return None
        if list_headings.has_nobody(words):
            return Item(place)
        heading = list_headings.body(self.text, start, end)
        if heading is not None:
            if list_lines.is_forum(heading) and not people.leads_to_body(words):
                self._turn_to(heading)
                return Item(place)
            return Item(place, heading=heading)
        if people.seat_number(words) and any(people.is_seat_word(w) for w in words.split()) and not list_lines.is_empty_seat(words):
            return Item(place)  # seats by kind: part of the list, but nobody sits there
        found = self._people_of(start, end, words)
        for entry in found if cell is not None else ():
            entry.bodies = [b for b in entry.bodies if cell is None or not cell.start <= b.start < cell.end]
        return Item(place, found) if found else None

    def _people_of(self, start: int, end: int, words: str) -> list[Entry]:
        """Who stands on a line of a list, with what a sign before the name and the columns of a table say of them."""
        sign = people.sign_before(words)
        if sign is not None:
            start, words = start + sign[1], words[sign[1] :]
        found = entries.read(self.text, start, end)
        for entry in found if sign is not None else ():
            entry.attendance = entry.attendance or cast(Attendance, sign[0] if sign else None)
        if not found and names.is_name_word(words) and people.is_given_name(words):
            found = [Entry(name=entries.words(self.text, start, end))]  # a first name only: somebody where another list tells who
        if self.open is not None and self.open.columns:
            list_columns.told(self.open.columns, found, words, start)
        return found

    def _forum_above(self, start: int, end: int) -> Words | None:
        """The forum that a line names as that of the people below it."""
        forum = list_forums.above(self.text, start, end)
        return None if forum is None or list_lines.names_somebody(self.text, start, end) else forum

    def _turn_to(self, forum: Words, columns: tuple[str, ...] = ()) -> None:
        """Go on with the list of another forum; ``columns`` where it is in the same table."""
        assert self.open is not None
        if self.open.items and self.open.forum is not None and self.open.forum.text == forum.text:
            return
        if self.open.items:
            kind = self.open.kind
            self._close()
            self.open = Block(kind, columns=columns)
        self.open.forum = forum

    def _goes_on(self, line: Line, found: list[Entry], words: str) -> bool:
        """Whether a line goes on with the list of the line above, which began behind its label: "Deltagere: A" and below it "Kommunerne: B"."""
        above = self.done[-1] if self.done else None
        if above is None or above.kind not in ("participants", "members") or not above.items or line.start - above.items[-1].line[1] > 2:
            return False
        label = _LABEL.fullmatch(words)
        return label is not None and people.looks_like_body(label.group(1)) and list_lines.is_strong(found) and not list_lines.is_sentence(words)

    def _open_by_content(self, line: Line, start: int, end: int, words: str, following: Line | None) -> None:
        """A list without a heading of its own: after a sentence with a colon, under a forum's name, or in a section of attendees."""
        if self._goes_on(line, entries.read(self.text, start, end), words):
            self._start(self.done[-1].kind, forum=self.done[-1].forum)
            return
        if following is None:
            return
        if self._is_attendees(line):
            self._start("participants")
            return
        sign = people.sign_before(words)
        here = entries.read(self.text, start + (sign[1] if sign else 0), end)
        next_start, next_end = self._body(following)
        forum = self._forum_above(start, end)
        if forum is not None and list_columns.heads_people(self.text[next_start:next_end]):
            self._start("members", forum=forum)
            return
        strong = list_lines.is_strong(entries.read(self.text, next_start, next_end)) and not list_lines.is_sentence(self.text[next_start:next_end])
        if not strong or (list_lines.names_somebody(self.text, start, end) and not words.rstrip().endswith(":")):
            if (
                list_lines.is_strong(here)
                and not list_lines.is_sentence(words)
                and (self.reading.document.kind == "members" or (strong and self.item is None))
            ):
                self._start("members" if self.reading.document.kind == "members" else "participants")
            return
        if words.rstrip().endswith(":") and (next_start > following.start or list_lines.is_sentence(words)):
            first = self.reading.sentences_from(line.start, line.end + 1)[-1]
            self._start("members", forum=forum, intro=first)
            return
        if forum is not None:
            self._start("members", forum=forum)
            return
        heading = list_headings.body(self.text, start, end)
        if heading is not None:
            own = heading if list_lines.is_forum(heading) else None
            self._start("members" if own else "participants", forum=own)
            if own is None and self.open is not None:
                self.open.items.append(Item((line.start, line.end), heading=heading))


def blocks(reading: Reading) -> list[Block]:
    """All lists of a document, in order."""
    return _Lists(reading).walk()
