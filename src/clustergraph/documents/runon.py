"""Text that lost its line ends, as converters from PDF leave it: where new lines begin, and page numbers inside of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clustergraph import lexicon
from clustergraph.documents import vocabulary
from clustergraph.documents.rows import Row
from clustergraph.documents.view import Edit

_SHORTEST = 6  # characters of a number with its title


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
    """Whether at least three labels of a meeting document stand inside of one row, or one with three numbered points behind it."""
    if len(text) < 80:
        return False
    labels = {m.start() for m in _labels().finditer(text)} | {m.start() for m in _lists().finditer(text)}
    return len(labels) >= 3 or (bool(labels) and _counted(text[min(labels) :]) >= 3)


def _counted(text: str) -> int:
    """How far the numbers of points rise inside of a row: 1, 2, 3."""
    last = 0
    for found in _numbers().finditer(text):
        last += int(found["number"]) == last + 1 and not lexicon.is_month(found["word"])
    return last


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
            yield from _title_end(text, found.end(), found.end("number") + 1 if found["said"] else found.end() + _SHORTEST)


def _title_end(text: str, start: int, least: int) -> Iterator[int]:
    """Where the title behind a number ends: a known title, or before the first sentence behind ``least`` that tells what was done."""
    title = re.compile(rf"(?:\S+ ){{0,2}}\d{{1,2}}\S?\s+(?:{vocabulary.alternatives('items', 'known')})(?= [A-ZÆØÅ])", re.IGNORECASE).match(
        text, start
    )
    if title and text[title.end() + 1].isupper():
        yield title.end()
        return
    told = (found.start() for pattern in (_told(), _acts()) for found in pattern.finditer(text, least, start + 200))
    end = min((at for at in told if not _goes_on(text[start:at])), default=None)
    if end is not None:
        yield end


def _goes_on(title: str) -> bool:
    """Whether a title can't end yet: with "fra" or "og"."""
    return title.rsplit(None, 1)[-1].casefold() in vocabulary.word_set("flow", "joining")


@cache
def _numbers() -> re.Pattern[str]:
    """The number of a point, with the word before it where there is one: "Ad 2. Nye takster", "Ad pkt. 2 Nye takster"."""
    words = "|".join(re.escape(w[:1].upper() + w[1:]) for w in sorted(vocabulary.words("items", "words"), key=lambda w: (-len(w), w)))
    before = "".join(rf"(?<!\b{re.escape(w[:1].upper() + w[1:])})" for w in sorted(vocabulary.words("items", "words")))
    before += "".join(rf"(?<!\b(?i:{re.escape(w)}))" for w in sorted(vocabulary.words("flow", "before_numbers")))
    return re.compile(rf"(?<=\S){before} (?=(?P<said>(?:{words}) ?)?(?P<number>\d{{1,2}})(?:[.:)] {{1,6}}|(?(said) |(?!)))(?P<word>[A-ZÆØÅ\"”]\w*))")


@cache
def _labels() -> re.Pattern[str]:
    """A label or header field with a capital letter, before a colon; the word for a list of points also before its first number."""
    names = [w for kind in ("attendees", "recommendation", "case", "decision", "annex", "contents") for w in vocabulary.words("labels", kind)]
    names += [w for kind in ("date", "time", "place", "other") for w in vocabulary.words("fields", kind) if len(w) > 2]
    listed = _capitalized(list(vocabulary.words("labels", "contents")))
    return re.compile(rf"(?:^|(?<=\S) )(?={_capitalized(names)}\s?:|{listed} 1[.:)] )")


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


@cache
def _acts() -> re.Pattern[str]:
    """A blank before a body in the definite form that does something: "Udvalget besøgte", "Rådet har", "Gruppen er"."""
    bodies = "|".join(vocabulary.words("header", "forum_words"))
    verbs = vocabulary.alternatives("flow", "acts")
    return re.compile(rf"(?<=[\wæøå.)]) (?=(?i:[a-zæøå-]{{0,40}}(?:{bodies}))(?:m?et|m?en|n) (?:[a-zæøå]+(?:ede|te|er)|{verbs})\b)")


def _capitalized(names: list[str]) -> str:
    parts = sorted({name[:1].upper() + name[1:] for name in names}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(part) for part in parts) + ")"
