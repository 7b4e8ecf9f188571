"""Dated happenings and what is due: the sentence's words, the date as ISO and as written, and the point that tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustergraph.claims import dates, meeting, places
from clustergraph.claims.reading import Line, Part, Reading
from clustergraph.lexicon import dates as lexicon
from clustergraph.model import Claim

RECOGNIZER = "events"
_SKIP = ("residue", "contents", "attendees", "header")
_LONGEST_DAY = 40  # characters of a cell that is a date
_LONGEST = 180  # characters of a sentence that serve as the name of an event


def recognize(reading: Reading) -> Iterator[Claim]:
    """A deadline where the words by a date say that something is due, else an event where they say that something happens."""
    anchor = meeting.day_of(reading)
    seen: set[tuple[str, str, str]] = set()
    yield from _of_tables(reading, anchor)
    for line in reading.lines:
        part = reading.part_at(line.start)
        if part and (part.section.kind in _SKIP or (part.section.kind == "recommendation" and _is_recommended(reading, part, line))):
            continue
        title = part.content if part and part.section.kind == "item" else 0
        for low, high in [(line.start, line.end)] if _is_dated_row(line) else reading.sentences_in(line):
            if low < title:
                continue
            words = reading.text[low:high].replace("\t", " ")
            for kind, when in _of_sentence(words, anchor):
                what = _shortened(words)
                if when.value is None or (kind, what, when.value) in seen:
                    continue
                seen.add((kind, what, when.value))
                yield _claim(reading, kind, what, when.value, _words(words, when), (low, high))


def _is_dated_row(line: Line) -> bool:
    """Whether a row of two cells gives the day of what its other cell says: a timetable."""
    cells = [cell.strip() for cell in line.text.split("\t") if cell.strip()]
    days = [cell for cell in cells if len(cell) <= _LONGEST_DAY and any(w.text == cell.rstrip(" .:") for w in dates.find(cell))]
    return len(cells) == 2 and len(days) == 1


def _is_recommended(reading: Reading, part: Part, line: Line) -> bool:
    """Whether a line belongs to the recommendation that its section is: its first paragraph and its points, not what stands apart below."""
    above = reading.text[part.content : line.start].strip().splitlines()
    apart = bool(above) and above[0].endswith(".") and above[-1].endswith(".")  # no lead ("Det indstilles, at") with points below
    return not apart or places.is_point(line) or places.is_numbered(line) or not line.text.lstrip()[:1].isupper()


def _claim(reading: Reading, kind: str, what: str, day: str | None, words: str, at: tuple[int, int]) -> Claim:
    return reading.claim(
        kind,
        reading.mention("event", what, *at),
        None,
        [at],
        RECOGNIZER,
        0.85 if kind == "deadline" else 0.75,
        what=what,
        date=day,
        date_text=words,
        item=places.item_number(reading, at[0]),
    )


def _of_tables(reading: Reading, anchor: str | None) -> Iterator[Claim]:
    """The dates in a table's column of deadlines; what is due are the other words of the row."""
    column: int | None = None
    for line in reading.lines:
        cells = line.text.split("\t")
        if len(cells) == 1:
            column = None
            continue
        heads = [i for i, cell in enumerate(cells) if lexicon.cue("due.columns").fullmatch(" ".join(cell.split()))]
        if heads:
            column = heads[0]
            continue
        when = next((w for w in dates.find(cells[column], anchor) if w.value), None) if column is not None and column < len(cells) else None
        if when is not None:
            what = _shortened(" ".join(c.strip() for i, c in enumerate(cells) if i != column and not c.strip().isdigit()))
            yield _claim(reading, "deadline", what, when.value, when.text, (line.start, line.end))


def _of_sentence(words: str, anchor: str | None) -> Iterator[tuple[str, dates.When]]:
    whens = [w for w in dates.find(words, anchor) if w.value]
    due = _due(words, whens, anchor)
    yield from (("deadline", w) for w in due)
    if lexicon.cue("events.words").search(words):
        yield from (("event", w) for w in whens if w not in due and (not due or len(w.value or "") == 10))


def _due(words: str, whens: list[dates.When], anchor: str | None) -> list[dates.When]:
    """The dates not long past by which something is due: those right behind "senest", else the first at or after the words that say so."""
    near = [
        w
        for w in whens
        if re.search(rf"(?<!\w)(?:{lexicon.any_of('due_by')})\s+(?:[a-zæø]+dag\s+)?(?:den\s+|d\.\s*)?$", words[: w.start], re.IGNORECASE)
    ]
    cues = [m.start() for m in lexicon.cue("due.words").finditer(words)] + [w.start for w in near]
    if not cues or lexicon.cue("due.not_words").search(words):
        return []
    later = [w for w in whens if w.start >= min(cues)]
    fitting = [w for w in later if anchor is None or (dates.end_of(w.value or "") or "")[:7] >= _earliest(anchor)]
    if not later:  # "på mødet i maj forelægges …": not what the last meeting had
        fitting = [w for w in whens[-1:] if anchor is None or (dates.end_of(w.value or "") or "") >= anchor[: len(dates.end_of(w.value or "") or "")]]
    return [w for w in fitting if w in near] or fitting[:1]


def _earliest(anchor: str) -> str:
    """Two months before the meeting: deadlines set before it may be told in its papers."""
    return (dates.later(anchor[:7], -2) or anchor)[:7]


def _words(words: str, when: dates.When) -> str:
    """The date as written, with "i starten af" and the like before it."""
    lead = re.search(rf"(?<!\w)(?:(?:i|ved|inden)\s+)?(?:(?:{lexicon.any_of('around')})\s+)?$", words[: when.start], re.IGNORECASE)
    written = re.match(rf"(?:{lexicon.any_of('around')})\s", when.text, re.IGNORECASE)
    start = lead.start() if lead and (written or lead.group().strip() not in ("i", "ved", "inden", "")) else when.start
    return " ".join(words[start : when.end].split())


def _shortened(words: str) -> str:
    words = " ".join(words.split()).strip(" |-")
    return words if len(words) <= _LONGEST else words[: words.rfind(" ", 0, _LONGEST)] + " …"
