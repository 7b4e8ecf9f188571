"""What the head of a document says of itself: title, date, time, place, forum and kind. What it does not say is None."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile

from clustergraph.documents import dates, vocabulary
from clustergraph.documents.layouts import plan, roster
from clustergraph.documents.layouts.points import belongs_below
from clustergraph.documents.sheet import Line, Sheet
from clustergraph.model import Section

_NAME = r"[A-ZÆØÅ0-9][^\n.:;|]{1,90}?"
_STOP = (
    r"(?=\s*(?:$|\n|[,;:|]|\s[-–]\s|\.\s|\bden\b|\bd\.|\bAfholdt\b|\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b|\d{1,2}[.\-/ ]\s?(?:\d|\w{3,9} \d{4})))"
)


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
    date, time = _when(head, title, text, timed)
    forum = _forum(head, title, text, timed)
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
        if not any(s.start <= at < s.end for s in inside) and vocabulary.bare(line.text) not in vocabulary.word_set("items", "states"):
            found.append(line)
        if len(found) >= 80:
            break
    return found


def _title(head: list[Line], text: str) -> str | None:
    """The line that speaks of minutes, an agenda or a plan, best with a date; else one that names a meeting, the first line, a page foot."""
    named = [line.text for line in head if _may_be_title(line)]
    spoken = [line for line in named[:8] if _says_kind(line)]
    dated = [line for line in spoken if dates.first(line)]
    meeting = [line for line in named[:8] if any(p.search(line) for p in _forum_patterns())]
    subjects = [subject for line in head if (subject := _subject(line))]
    first = [head[0].text] if head and head[0].text[-1] == "." and len(head[0].text) <= 120 else []
    naming = [line for line in spoken if line in meeting]
    chosen = next(iter([*subjects, *dated, *naming, *spoken, *meeting, *first, *(line for line in named[:3] if len(line) > 3), *_feet(text)]), "")
    words = chosen.strip(" |-")
    return words[:1].upper() + words[1:] or None


def _subject(line: Line) -> str | None:
    """The subject of a mail that speaks of minutes or an agenda, without the marks of an answer."""
    found = re.match(rf"(?:{vocabulary.alternatives('fields', 'subject')})\s*:\s*((?:\w{{2,3}}:\s*)*)(?P<words>.+)", line.text, re.IGNORECASE)
    return found["words"] if found and _says_kind(found["words"]) else None


def _may_be_title(line: Line) -> bool:
    if _is_heading_of_minutes(line):
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


def _when(head: list[Line], title: str | None, text: str, timed: bool) -> tuple[str | None, str | None]:
    """Day and time of the meeting: labelled, else in the title, else the first full date of the head, else that of a page foot."""
    labelled = _fields(head, "date") + _fields(head, "time")
    if timed:
        labelled = _held(head, labelled) + labelled
    free = [line.text for line in head if (not line.label or _is_heading_of_minutes(line)) and not (line.field and line.field[0] == "other")]
    places = [*labelled, title or "", *(free if timed else _last_changed(head, text))]
    day = next((found.iso for place in places if (found := dates.first(place))), None)
    if day is None and timed:
        day = next((found.iso for line in _feet(text) if (found := dates.first(line))), None)
    time = next((t for value in labelled if (t := dates.time_of_day(value, labelled=True))), None)
    if time is None and timed:
        time = next((t for line in free if dates.first(line) and (t := dates.time_of_day(line))), None)
    return day, time


def _held(head: list[Line], labelled: list[str]) -> list[str]:
    """The line that gives a day with its time of day, where the only label is that of the letter: "Dato: 14-11-2012" is when it was written."""
    letter = [
        i
        for i, line in enumerate(head)
        if line.field and vocabulary.bare(line.text.partition(":")[0]) in vocabulary.word_set("header", "letter_date")
    ]
    said = [value for value in labelled if dates.first(value) or dates.time_of_day(value, labelled=True)]
    if not letter or len(said) != 1 or dates.time_of_day(said[0], labelled=True):
        return []
    after = takewhile(lambda line: line.label is None or line.label.kind == "decision", head[letter[0] + 1 :])
    coming = vocabulary.word_set("header", "next_meeting")
    told = [line.text for line in after if line.field is None and not coming & set(re.findall(r"\w+", line.text.casefold()))]
    return [line for line in told if dates.first(line) and dates.time_of_day(line)][:1]


def _last_changed(head: list[Line], text: str) -> list[str]:
    """The latest of the lines that date a document of no meeting: adopted, changed, or a short line of its head that ends with a day."""
    adopted = [line.text for line in head if _adopted().match(line.text)]
    closing = [line.text for line in head[:6] if len(line.text) <= 90 and any(d.end == len(line.text) for d in dates.find(line.text))]
    found = {day.iso: line for line in [*adopted, *_updated(text), *closing] if (day := dates.first(line))}
    return [found[max(found)]] if found else []


def _updated(text: str) -> list[str]:
    """What a page says of the day on which it was adopted or last changed."""
    changed = "|".join(vocabulary.words("header", "updated"))
    adopted = "|".join(vocabulary.words("header", "adopted_on"))
    said = rf"^[ \t]*(?:(?:{changed})\b(?P<changed>[^\n]{{4,40}})|(?:{adopted})(?P<adopted>[^\n]{{6,30}}))$"
    return [found["changed"] or found["adopted"] for found in re.finditer(said, text, re.MULTILINE | re.IGNORECASE)]


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


@cache
def _forum_patterns() -> tuple[re.Pattern[str], ...]:
    before = "|".join(vocabulary.words("header", "before_forum"))
    unsaid = vocabulary.alternatives("kinds", "unsaid")
    kinds = "|".join(vocabulary.alternatives("kinds", kind) for kind in ("minutes", "agenda"))
    about = vocabulary.alternatives("header", "about")
    clusters = "|".join(vocabulary.words("header", "cluster_only"))
    members = vocabulary.alternatives("kinds", "members")
    plans = "|".join(vocabulary.alternatives("kinds", kind) for kind in ("plan", "terms"))
    sources = (
        rf"(?i:{unsaid})\s+(?:for |fra |i )?(?P<f>{_NAME}){_STOP}",
        rf"(?i:(?:{kinds})\s+(?:af|fra|til|for) (?:\d{{1,2}}\. )?(?:ordinære |ekstraordinære )?møde(?:t)? (?:i|for|med))\s+(?P<f>{_NAME}){_STOP}",
        rf"(?i:\b(?:{before}))\s+(?P<f>{_NAME}){_STOP}",
        rf"^(?P<f>{_NAME})(?:\s+[-–]\s+|,\s+|:\s+)(?i:{kinds})\b",
        rf"^(?i:\w*møde)\s*[-–:]\s+(?=[^\n]*(?i:{_forum_words()}))(?P<f>{_NAME}){_STOP}",
        rf"^(?i:{clusters})\s+[-–]\s+(?P<f>{_NAME}){_STOP}",
        rf"^(?P<f>{_NAME})\s+[-–]\s+(?i:{members})\b",
        rf"(?i:\bmøde(?:t)?),?\s+(?i:(?:den|d\.)\s+)?[^\n]{{0,12}}?\d{{1,2}}[.\-/ ][^\n]{{3,30}}?\d{{2,4}}\s+i\s+(?P<f>{_NAME}){_STOP}",
        rf"^(?i:{kinds})\s*[-–:,]?\s+(?P<f>{_NAME}){_STOP}",
        rf"^(?i:{about}|(?:{plans})(?: (?:19|20)\d\d(?:\s?[-–/]\s?\d{{2,4}})?)?(?: for)?)\s+(?P<f>{_NAME})$",
    )
    return tuple(re.compile(source, re.MULTILINE) for source in sources)


def _forum(head: list[Line], title: str | None, text: str, timed: bool) -> str | None:
    """The forum as the head writes it; a bare cluster is none."""
    labelled = _fields(head, "forum")
    lines = [title or "", *(line.text for line in head[:25] if not line.is_prose and line.text != title)]
    lines = [re.sub(r"\s*\([A-ZÆØÅ][\w\-]{1,11}\)$", "", line) for line in lines]
    found = labelled[:1] + [m["f"].strip() for p in _forum_patterns() for line in lines if (m := p.search(line))]
    found += [m["f"].strip() for line in lines if (m := _adopted().match(line))]
    if timed:
        found += [m.group(1) for foot in _feet(text) if (m := re.match(rf"({_NAME})møde\b", foot))]
    found += [m.group(1) for line in head[:3] if (m := re.match(rf"({_NAME}) er (?:et|en)(?: \w+){{0,3}}? \w*(?:{_forum_words()})\b", line.text))]
    below = [after.text for line, after in pairwise(head[:25]) if len(line.text) <= 25 and _says_kind(line.text)]  # "REFERAT" alone in a line
    found += [m["f"] for line in [*lines[:4], *below] if (m := _forum_line().fullmatch(line)) and not _says_kind(line)]
    found += [m.group(1) for line in lines if (m := re.match(rf"(\w*(?:{_forum_words()}))møde\b", line, re.IGNORECASE))]
    return next((_tidy(name) for name in found if _is_forum(name)), None)


def _tidy(name: str) -> str:
    """A forum without its abbreviation in brackets, the word for a page, and the house behind a comma: "Lokalråd, Hospitalet i Vestby"."""
    name = re.sub(r"\s*\([A-ZÆØÅ][\w\-]{1,11}\)$", "", name.strip())
    name = re.sub(rf"\s+(?:{'|'.join(vocabulary.words('header', 'page'))})$", "", name, flags=re.IGNORECASE)
    whole, comma, rest = name.partition(", ")
    ends = comma and rest[:1].isupper() and not re.search(r"\b(?:og|samt)\b", name, re.IGNORECASE) and _forum_line().fullmatch(whole)
    return whole if ends else name


@cache
def _adopted() -> re.Pattern[str]:
    """A line that says who has adopted the document: "Godkendt af Styregruppen den …"."""
    return re.compile(rf"(?i:{'|'.join(vocabulary.words('header', 'adopted'))})\s+(?P<f>{_NAME}){_STOP}")


@cache
def _forum_line() -> re.Pattern[str]:
    """A line that is nothing but the name of a forum: few words, one of which ends as forums do."""
    words = vocabulary.alternatives("header", "forum_words")
    day = r"(?<!\d)\d{1,2}(?:\. ?|[-/])\d*\w*[-/. ]"
    definite = rf"[\w\-]*(?:{words})(?:et|en|n) (?:for|om|i|vedr\.|vedrørende) (?:(?!{day})[^\n.:;]){{3,110}}"
    plain = rf"(?=[^\n]*(?:{words})(?:et|en|n|rne)?\b)[A-ZÆØÅ][\w\-]*(?: [\w\-]+){{0,9}}?"
    return re.compile(rf"(?P<f>{plain}|{definite})(?:,? \(?(?:den |d\. )?{day}.*|\s[-–]\s.*{day}.*)?", re.IGNORECASE)


@cache
def _forum_words() -> str:
    return "|".join(re.escape(word) for word in vocabulary.words("header", "forum_words"))


def _is_forum(name: str) -> bool:
    """A name that is no cluster alone, no date and no sentence."""
    if vocabulary.pattern("header", "cluster_only").fullmatch(name) or vocabulary.bare(name) in vocabulary.word_set("items", "known"):
        return False
    if re.search(r"\d", name) and not re.search(_forum_words(), name, re.IGNORECASE):
        return False
    words = name.split()
    if words[-1].casefold() in vocabulary.word_set("flow", "joining") or len(words) > (14 if _forum_line().fullmatch(name) else 9):
        return False
    return not dates.first(name) and vocabulary.label(name) is None
