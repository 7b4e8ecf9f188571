"""The day of the meeting that a letter or mail tells of, which is seldom the day on which it was written.

Told fully ("Emne: Referat fra mødet den 8. maj 2019"), without its year ("mødet 13. maj", "11/10") or from the day of writing
("tak for et godt møde i går", "mødet i torsdags").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clustergraph import lexicon
from clustergraph.documents import dates, vocabulary
from clustergraph.documents.sheet import Line

_HEAD = 8  # lines that hold the fields of a letter
_TEXT = 6  # lines of its text that tell of the meeting
_NEAR = 60  # characters between the meeting and its day


def day_of_meeting(head: Sequence[Line], title: str | None, *, ahead: bool) -> str | None:
    """The day of the meeting, ISO; None where the head is that of no letter or tells no such day. ``ahead``: the meeting is still to come."""
    if not is_letter(head):
        return None
    written = _written(head)
    subject = [title or "", *(line.text.partition(":")[2] for line in head[:_HEAD] if _names(line) in vocabulary.word_set("fields", "subject"))]
    told = [line.text for line in head if not line.field][:_TEXT]
    near = [text[m.end() : m.end() + _NEAR] for text in told for m in _meeting().finditer(text)]
    for text in (*subject, *near):
        if found := dates.first(text) if text in subject else _soon(text):
            return found.iso
        if written and (day := _from(text, written, ahead)):
            return day.isoformat()
    return None


def is_letter(head: Sequence[Line]) -> bool:
    """Whether a head has the fields of a letter: two of who sent it, to whom, when, and on what."""
    names = {_names(line) for line in head[:_HEAD]}
    return len(names & vocabulary.word_set("header", "letter_fields")) >= 2


def _names(line: Line) -> str:
    return vocabulary.bare(line.text.partition(":")[0]) if ":" in line.text else ""


def _written(head: Sequence[Line]) -> date | None:
    """The day on which the letter was written."""
    labels = vocabulary.word_set("header", "letter_date") | vocabulary.word_set("header", "sent")
    found = next((day for line in head[:_HEAD] if _names(line) in labels and (day := dates.first(line.text))), None)
    return date.fromisoformat(found.iso) if found else None


def _soon(text: str) -> dates.Found | None:
    """The first day in a text, if no sentence ends before it."""
    found = dates.first(text)
    return found if found and not re.search(r"[.!?]\s+[A-ZÆØÅ]", text[: found.start]) else None


def _meeting() -> re.Pattern[str]:
    return re.compile(r"\b\w*møde(?:t)?\b", re.IGNORECASE)


def _from(text: str, written: date, ahead: bool) -> date | None:
    """The day that words without a year tell, counted from the day of writing."""
    sentence = re.split(r"[.!?]\s+(?=[A-ZÆØÅ])|$", text, maxsplit=1)[0].casefold()
    for day, month in _days(sentence):
        years = (written.year - 1, written.year, written.year + 1)
        fitting = [d for y in years if (d := _date(y, month, day)) and ((d >= written) if ahead else (d <= written))]
        if fitting:
            return min(fitting, key=lambda d: abs(d - written))
    for phrase, days in lexicon.table("dates")["relative_days"].items():
        if re.search(rf"(?<!\w){phrase}(?!\w)", sentence):
            return written + timedelta(days=days)
    for number, name in enumerate(lexicon.table("dates")["weekdays"]):
        if re.search(rf"(?<!\w)(?:i |på )?{name}s?(?!\w)", sentence):
            back = (written.weekday() - number) % 7
            return written + timedelta(days=(7 - back) % 7) if ahead else written - timedelta(days=back or 7)
    return None


def _days(text: str) -> Iterator[tuple[int, int]]:
    """The days of a text that have no year, as day and month: "13. maj", "11/10"."""
    months = {form: n for n, forms in enumerate(lexicon.table("dates")["months"], 1) for form in forms}
    words = "|".join(sorted(months, key=lambda m: (-len(m), m)))
    for match in re.finditer(rf"(?<![\d./-])(\d{{1,2}})(?:\.\s*({words})\b|/(\d{{1,2}})(?![\d/]))", text):
        yield int(match[1]), months[match[2]] if match[2] else int(match[3])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
