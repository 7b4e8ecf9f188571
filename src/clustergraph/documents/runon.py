"""Text that lost its line ends, as converters from PDF leave it: where new lines begin, and page numbers inside of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clustergraph import lexicon
from clustergraph.documents import vocabulary
from clustergraph.documents.rows import Row
from clustergraph.documents.view import Edit


def edits(rows: list[Row]) -> list[Edit]:
    """The line breaks to put into run-on rows, and the page numbers to take out of them; none where every row is an ordinary line."""
    found = [Edit(row.start + start, row.start + end, "\n") for row in rows for start, end in _enumerated(row.text)]
    if not any(_is_runon(row.text) for row in rows):
        return found
    page = 1
    for row in rows:
        own, page = _page_numbers(row, page)
        found.extend(own)
        found.extend(Edit(row.start + at, row.start + at + 1, "\n") for at in sorted(set(_breaks(row.text))))
    return found


def _is_runon(text: str) -> bool:
    """Whether at least three labels of a meeting document stand inside of one row."""
    return len(text) >= 80 and len({m.start() for m in _labels().finditer(text)} | {m.start() for m in _lists().finditer(text)}) >= 3


def _enumerated(text: str) -> list[tuple[int, int]]:
    """What stands between the points of an agenda in one row: "Dagsorden: 1. Valg, 2. Økonomi og 3. Eventuelt"; empty for sentences."""
    found = list(re.finditer(r"(?:^|(?<=\S)(?P<gap>[,;]?(?: og| samt)? ))(?P<number>\d{1,2})[.)] (?=[A-ZÆØÅ])", text)) if len(text) <= 600 else []
    numbers = [int(m["number"]) for m in found]
    if len(numbers) < 3 or numbers != list(range(1, len(numbers) + 1)):
        return []
    lead, rest = text[: found[0].start()], text[found[0].start() :]
    label = vocabulary.label(lead) if lead else None
    if (lead and (label is None or label.kind != "contents")) or re.search(r"[a-zæøå]{2}[.!?:](?: |$)", rest):
        return []
    return [m.span("gap") for m in (found if lead else found[1:])]


def _page_numbers(row: Row, page: int) -> tuple[list[Edit], int]:
    """A row that is a whole page begins with its number, and may end with it."""
    lead = re.match(rf"{page} (?=[A-ZÆØÅ])", row.text)
    if lead is None:
        return [], page
    found = [Edit(row.start, row.start + lead.end(), "")]
    tail = re.search(rf"(?<=[\w.)]) {page}$", row.text)
    if tail:
        found.append(Edit(row.start + tail.start(), row.end, ""))
    return found, page + 1


def _breaks(text: str) -> Iterator[int]:
    """The offsets of the blanks that are to become line ends."""
    if len(text) < 60:
        return
    for pattern in (_labels(), _lists(), _titles()):
        for found in pattern.finditer(text):
            if found.start() > 0:
                yield found.start()
            if "list" in found.groupdict() and found.end() < len(text):
                yield found.end()
    for found in _numbers().finditer(text):
        if not lexicon.is_month(found["word"]):
            yield found.start()
            yield from _title_end(text, found.end())


def _title_end(text: str, start: int) -> Iterator[int]:
    """Where the title behind a number ends: a known title, or before the first sentence that tells what was done."""
    title = re.compile(rf"(?:\S+ )?\d{{1,2}}\S\s+(?:{vocabulary.alternatives('items', 'known')})(?= [A-ZÆØÅ])", re.IGNORECASE).match(text, start)
    if title and text[title.end() + 1].isupper():
        yield title.end()
        return
    told = _told().search(text, start + 6, start + 200)
    if told:
        yield told.start()


@cache
def _numbers() -> re.Pattern[str]:
    """The number of a point, with the word before it where there is one: "Ad 2. Nye takster"."""
    words = "|".join(re.escape(w[:1].upper() + w[1:]) for w in sorted(vocabulary.words("items", "words"), key=lambda w: (-len(w), w)))
    before = "".join(rf"(?<!\b{re.escape(w[:1].upper() + w[1:])})" for w in sorted(vocabulary.words("items", "words")))
    return re.compile(rf"(?<=\S){before} (?=(?:(?:{words}) ?)?\d{{1,2}}(?:\.|:|\)) {{1,6}}(?P<word>[A-ZÆØÅ\"”]\w*))")


@cache
def _labels() -> re.Pattern[str]:
    """A label or header field with a capital letter, before a colon."""
    names = [w for kind in ("attendees", "recommendation", "case", "decision", "annex", "contents") for w in vocabulary.words("labels", kind)]
    names += [w for kind in ("date", "time", "place", "other") for w in vocabulary.words("fields", kind) if len(w) > 2]
    return re.compile(rf"(?:^|(?<=\S) )(?={_capitalized(names)}\s?:)")


@cache
def _lists() -> re.Pattern[str]:
    """A heading of a list of people without a colon, before a name: "Afbud Ida Borre"."""
    names = [w for w in vocabulary.words("labels", "attendees") if len(w) > 4 and w not in ("deltog", "formand", "sekretær", "referent")]
    return re.compile(rf"(?:^|(?<=\S) )(?P<list>{_capitalized(names)}(?: (?:af|i) [A-ZÆØÅ]\w+)?)(?= [A-ZÆØÅ][\w\-]+ (?:[A-ZÆØÅ]|og ))")


@cache
def _titles() -> re.Pattern[str]:
    """The title of the minutes, and points known by their title whose number is lost."""
    known = [w for w in vocabulary.words("items", "known") if " " in w]
    kinds = [w for kind in ("minutes", "agenda") for w in vocabulary.words("kinds", kind)]
    return re.compile(
        rf"(?<=[^\s.:)]) (?={_capitalized(kinds)} (?:fra|af|til|for) (?:\d+\. )?møde|{_capitalized(known)}(?: v\.| v/| ved | [A-ZÆØÅ]\w+:))"
    )


@cache
def _told() -> re.Pattern[str]:
    verbs = "|".join(vocabulary.alternatives("flow", tense) for tense in ("told", "tells"))
    return re.compile(rf"(?<=[\wæøå.)]) (?=[A-ZÆØÅ][\w\-]+(?: [A-ZÆØÅ][\w\-]+){{0,3}} (?:{verbs})\b)")


def _capitalized(names: list[str]) -> str:
    parts = sorted({name[:1].upper() + name[1:] for name in names}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(part) for part in parts) + ")"
