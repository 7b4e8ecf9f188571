"""What the head of a document says of itself: title, date, time, place, forum and kind. What it does not say is None."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, takewhile

from clustergraph.documents import dates, header_forum, letters, vocabulary
from clustergraph.documents.layouts import plan, roster
from clustergraph.documents.layouts.points import belongs_below
from clustergraph.documents.sheet import Line, Sheet
from clustergraph.model import Section


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of a document's head as written; dates ISO 8601, times ``HH:MM``."""

    kind: str
    title: str | None
    date: str | None
    time: str | None
    place: str | None
    forum: str | None


def read(sheet: Sheet, text: str, sections: tuple[Section, ...], layout: str) -> Header:
    """The header of a document, from the lines that stand in none of its points."""
    head = _head_lines(sheet, sections)
    title = _title(head, text)
    kind = _kind(sheet, text, sections, [title or "", *(line.text for line in head[:3] if len(line.text) <= 160)], layout)
    timed = kind in ("agenda", "minutes")
    date, time = _when(head, title, text, timed, kind == "agenda")
    forum = header_forum.of_head(head, title, _fields(head, "forum"), _feet(text) if timed else [], _paths(sheet))
    if forum and (title is None or title.endswith(".")):  # no title, or only a first sentence: "Forum X er et …"
        title = forum
    return Header(kind, title, date, time, _place(head), forum)


def _head_lines(sheet: Sheet, sections: tuple[Section, ...]) -> list[Line]:
    """The lines before the first point, without menus and lists of contents."""
    inside = [s for s in sections if s.kind in ("item", "contents", "residue")]
    first = min((s.start for s in inside if s.kind == "item"), default=None)
    found = []
    for line in sheet.lines:
        at = sheet.view.origin(line.start)
        if first is not None and at >= first:
            break
        apart = any(s.start <= at < s.end for s in inside) and not _is_paged_title(line)
        if not apart and vocabulary.bare(line.text) not in vocabulary.word_set("items", "states"):
            found.append(line)
        if len(found) >= 80:
            break
    return found or _below_title(sheet)


def _below_title(sheet: Sheet) -> list[Line]:
    """The lines between the one point with which a page begins and its first part: what the page says of the meeting."""
    return list(takewhile(lambda line: line.label is None and not line.is_prose, sheet.lines[1:6]))


def _is_paged_title(line: Line) -> bool:
    """Whether the first line is a dated title behind the number of its page, which looks like a point: "1 Referat af møde … den 3. maj 2019"."""
    return line.index == 0 and _says_kind(line.text) and dates.first(line.text) is not None


def _paths(sheet: Sheet) -> list[str]:
    """The lines at the top that are the path to the page: "Forside > Udvalg > Ældrerådet"."""
    return [line.text for line in sheet.lines[:10] if line.is_residue and len(re.findall(r"\s[>»›/]\s", line.text)) > 1]


def _title(head: list[Line], text: str) -> str | None:
    """The line that speaks of minutes, an agenda or a plan, best with a date; else one that names a meeting, the first line, a page foot."""
    named = [line.text for line in head if _may_be_title(line)]
    spoken = [line for line in named[:8] if _says_kind(line)]
    dated = [line for line in spoken if dates.first(line)]
    meeting = [line for line in named[:8] if header_forum.names_forum_of_meeting(line)]
    subjects = [subject for line in head if (subject := _subject(line))]
    first = [head[0].text] if head and head[0].text[-1] == "." and len(head[0].text) <= 120 else []
    naming = [line for line in spoken if line in meeting]
    chosen = next(iter([*subjects, *dated, *naming, *spoken, *meeting, *first, *(line for line in named[:3] if len(line) > 3), *_feet(text)]), "")
    words = re.sub(r"^\d{1,3}\s+(?=[A-ZÆØÅ])", "", chosen.strip(" |-")) if _says_kind(chosen) else chosen.strip(" |-")
    return words[:1].upper() + words[1:] or None


def _subject(line: Line) -> str | None:
    """The subject of a mail that speaks of minutes or an agenda, without the marks of an answer."""
    found = re.match(rf"(?:{vocabulary.alternatives('fields', 'subject')})\s*:\s*((?:\w{{2,3}}:\s*)*)(?P<words>.+)", line.text, re.IGNORECASE)
    return found["words"] if found and _says_kind(found["words"]) else None


def _may_be_title(line: Line) -> bool:
    if _is_heading_of_minutes(line) or _is_paged_title(line):
        return len(line.text) <= 200
    if line.label or line.field or line.is_row or line.is_prose or belongs_below(line):
        return False
    return len(line.text) <= 200 and line.text[-1] != "."


def _is_heading_of_minutes(line: Line) -> bool:
    """Whether the heading of a decision stands at the top and so is that of the document: "Referat: Forum for …", "Referat af mødet den …"."""
    return line.label is not None and line.label.kind == "decision" and line.index <= 4 and len(line.text.split()) > 1


def _says_kind(text: str) -> bool:
    return vocabulary.kind_of_title(text) is not None or _lists_both(text)


def _lists_both(text: str) -> bool:
    """Whether a title speaks of agenda and minutes at once."""
    return any(phrase in text.casefold() for phrase in vocabulary.word_set("kinds", "unsaid"))


def _kind(sheet: Sheet, text: str, sections: tuple[Section, ...], titles: list[str], layout: str) -> str:
    """The kind by what the points hold, the words of the title, the layout, and last the words of the other ``titles``: the first lines."""
    said = vocabulary.kind_of_title(titles[0])
    if said == "other" and header_forum.speaks_of_meeting(titles[0]):  # "Notat fra møde i …": notes, and so minutes
        said = None
    items = [s for s in sections if s.kind == "item"]
    if any(s.kind == "decision" and text[s.heading_end : s.end].strip(" \n:.-") for s in sections):
        return "minutes"
    if items:
        if said in ("minutes", "terms"):
            return said
        return "minutes" if said is None and not _lists_both(titles[0]) and _tells(text, sections) else "agenda"
    if said == "other" or (said is None and any(vocabulary.kind_of_title(line) == "other" for line in titles[1:])):
        return "other"
    if layout == plan.name:
        return "plan"
    if layout == roster.name:
        if said in ("terms", "members"):
            return said
        return "members" if len(roster.people(sheet)) >= 3 else "terms"
    return said or "other"


def _tells(text: str, sections: tuple[Section, ...]) -> bool:
    """Whether points without any parts say in the past tense what was done: minutes without the word."""
    held = {s.parent for s in sections}
    items = {i: s for i, s in enumerate(sections) if s.kind == "item"}
    if held & set(items):
        return False
    past = vocabulary.word_set("flow", "told")
    return any(past & set(re.findall(r"\w+", text[s.heading_end : s.end])) for s in items.values())


def _fields(head: list[Line], kind: str) -> list[str]:
    """The values of a header field: what stands after its colon, or in the lines below."""
    found = []
    for i, line in enumerate(head):
        if line.field and line.field[0] == kind:
            value = line.field[1] or _below(head, i)
            if value:
                found.append(value)
    return found


def _below(head: list[Line], i: int) -> str:
    """The value in the lines below an empty field; of several empty fields in a row each has the line at its own place in the run of values."""
    first, after = i, i + 1
    while first and _is_empty_field(head[first - 1]):
        first -= 1
    while after < len(head) and _is_empty_field(head[after]):
        after += 1
    values = [line.text for line in takewhile(lambda line: not (line.field or line.label), head[after : after + after - first + 2])]
    if after - first > 1:
        return values[i - first] if len(values) >= after - first else ""
    field = head[i].field
    return ", ".join(values[:3]) if field and field[0] == "place" else " ".join(values[:1])


def _is_empty_field(line: Line) -> bool:
    return line.field is not None and line.field[0] != "other" and not line.field[1]


def _when(head: list[Line], title: str | None, text: str, timed: bool, ahead: bool) -> tuple[str | None, str | None]:
    """Day and time of the meeting: labelled, else in the title, else the first full date of the head, else that of a page foot."""
    labelled = _fields(head, "date") + _fields(head, "time")
    if timed:
        labelled = _held(head, labelled, title or "") + labelled
        if told := letters.day_of_meeting(head, title, ahead=ahead):
            labelled.insert(0, told)
    free = [line.text for line in head if (not line.label or _is_heading_of_minutes(line)) and not (line.field and line.field[0] == "other")]
    titles = [title or ""] if timed or len(list(dates.find(title or ""))) < 2 else []  # "i perioden 1. januar 2018 - 31. december 2019"
    places = [*labelled, *titles, *(free if timed else [*_last_changed(head, text), title or "", *_as_of(head)])]
    day = next((found.iso for place in places if (found := dates.first(place))), None)
    if day is None and timed:
        day = next((found.iso for line in _feet(text) if (found := dates.first(line))), None)
    time = next((t for value in labelled if (t := dates.time_of_day(value, labelled=True))), None)
    if time is None and timed:
        time = next((t for line in free if dates.first(line) and (t := dates.time_of_day(line))), None)
    return day, time


def _held(head: list[Line], labelled: list[str], title: str) -> list[str]:
    """The title or the line that gives a day with its time, where the only label is that of the letter: "Dato: 14-11-2012" is when it was written."""
    letter = [
        i
        for i, line in enumerate(head)
        if line.field and vocabulary.bare(line.text.partition(":")[0]) in vocabulary.word_set("header", "letter_date")
    ]
    said = [value for value in labelled if dates.first(value) or dates.time_of_day(value, labelled=True)]
    own = [head[i].text.partition(":")[2].strip() for i in letter]
    others = [value for value in said if dates.first(value) and value not in own]
    if letter and others:  # "Dato: 6. november 2017", and further down "Tid og sted: 30. oktober 2017"
        return others[:1]
    if letter and dates.first(title) and _says_kind(title) and header_forum.speaks_of_meeting(title):
        return [title]
    if not letter or len(said) != 1 or dates.time_of_day(said[0], labelled=True):
        return []
    after = takewhile(lambda line: line.label is None or line.label.kind == "decision", head[letter[0] + 1 :])
    coming = vocabulary.word_set("header", "next_meeting")
    told = [line.text for line in after if line.field is None and not coming & set(re.findall(r"\w+", line.text.casefold()))]
    return [line for line in told if dates.first(line) and dates.time_of_day(line)][:1]


def _last_changed(head: list[Line], text: str) -> list[str]:
    """The latest of the lines that date a document of no meeting: adopted, changed, or a short line of its head that ends with a day."""
    adopted = [line.text for line in head if header_forum.adopted_by().match(line.text)]
    closing = [line.text for line in head[:6] if len(line.text) <= 90 and any(d.end == len(line.text) for d in dates.find(line.text))]
    found = {day.iso: line for line in [*adopted, *_updated(text), *closing] if (day := dates.first(line))}
    return [found[max(found)]] if found else []


def _as_of(head: list[Line]) -> list[str]:
    """The day for which a document of no meeting says how things stand: "status pr. 31. december 2018"."""
    said = re.compile(rf"\b(?:{'|'.join(vocabulary.words('header', 'as_of'))}) (.*)", re.IGNORECASE)
    return [found.group(1) for line in head[:6] if (found := said.search(line.text)) and dates.first(found.group(1)[:24])]


def _updated(text: str) -> list[str]:
    """What a page says of the day on which it was adopted or last changed."""
    changed = "|".join(vocabulary.words("header", "updated"))
    adopted = "|".join(vocabulary.words("header", "adopted_on"))
    status = "|".join(vocabulary.words("header", "adopted_status"))
    begins = rf"^[ \t]*(?:(?:{changed})\b(?P<changed>[^\n]{{4,40}})|(?:{adopted})(?P<adopted>[^\n]{{6,30}}))$"
    said = rf"{begins}|\b(?:{status})(?P<status>[^\n]{{6,30}})$|(?:[.(–-]|^)\s*(?:{changed}) (?:den |d\. )?(?P<amid>\d[^\n()]{{5,20}})"
    every = re.finditer(said, text, re.MULTILINE | re.IGNORECASE)
    return [found["changed"] or found["adopted"] or found["status"] or found["amid"] for found in every]


def _feet(text: str) -> list[str]:
    """Short lines that end with a full date and are followed by a number alone: page feet."""
    return [found.group(1) for found in re.finditer(r"^[ \t]*(\S[^\n]{6,90}?(?:19|20)\d\d)[ \t]*\n\s*\d{1,4}[ \t]*$", text, re.MULTILINE)]


def _place(head: list[Line]) -> str | None:
    """The labelled place, else the line "i …" below the date, else the short line after the date."""
    labelled = _fields(head, "place")
    if labelled:
        return labelled[0].strip(" ,|")
    for line, after in pairwise(head):
        found = dates.first(line.text)
        if not found or dates.time_of_day(line.text) is None:
            continue
        behind = re.search(r"\d[.:]\d\d,?\s+(?:i |på )?([A-ZÆØÅ][^.\d]{2,60}[^.]{0,20})$", line.text)
        if behind:
            return behind.group(1).strip()
        if after.text.startswith("i ") and len(after.text) <= 120:
            return after.text[2:].strip()
        if not after.label and not after.field and len(after.text) <= 80 and after.text[-1] not in ".:!?" and not dates.first(after.text):
            return after.text
    return None
