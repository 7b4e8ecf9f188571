"""What speaks for lines being the points of an agenda: headings below them, known titles, and what kind of document they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clustergraph.documents import dates, numbering, vocabulary
from clustergraph.documents.chains import Weighed
from clustergraph.documents.headline import has_leaders, title_of
from clustergraph.documents.numbering import Number
from clustergraph.documents.sheet import Line

BELOW = ("recommendation", "case", "decision", "annex")
CASE_NUMBER = re.compile(r"(?:[\w.æøå ]{2,20}[:.]?\s*)?\d{1,4}(?:[-/.]\d{1,5}){1,5}(?:-[A-Z]?\d+)*")
_HEAD = 8  # lines that may name a document
_FAR = 40  # lines within which the parts of a point begin


@dataclass(frozen=True, slots=True)
class Setting:
    """What the head of a sheet says of the whole: that it is called an agenda or minutes, tells of a meeting, or is called something else."""

    named: bool
    meets: bool
    other: bool


def setting(lines: Sequence[Line]) -> Setting:
    """What the first lines of a sheet say of it."""
    head = [line for line in lines[:_HEAD] if len(line.text) <= 160]
    kinds = [vocabulary.kind_of_title(line.text) for line in head]
    named = any(kind in ("agenda", "minutes") for kind in kinds) or any(
        line.label is not None and line.label.kind == "contents" for line in lines[: 3 * _HEAD]
    )
    meets = any(_tells_of_meeting(line) for line in lines[: 2 * _HEAD])
    return Setting(named, meets, not named and any(kind in ("terms", "plan", "other", "members") for kind in kinds))


def _tells_of_meeting(line: Line) -> bool:
    if len(line.text) > 160:
        return False
    if line.label is not None and line.label.kind == "attendees":
        return True
    if line.field is not None and line.field[0] in ("time", "place"):
        return True
    found = re.search(r"(?<!\w)\w*møde", line.text, re.IGNORECASE)
    return found is not None and not re.search(r"(?<!\w)til(?!\w)", line.text[: found.start()]) and dates.first(line.text) is not None


def weigh(lines: Sequence[Line], line: Line, number: Number | None) -> Weighed | None:
    """What speaks for a numbered line being a point; none for a line that can't be one."""
    if number is None or line.is_row or has_leaders(line.text) or number.title.startswith("at "):
        return None
    below = lines[line.index + 1] if line.index + 1 < len(lines) else None
    if not number.title and number.style != "word" and (below is None or below.label or below.number):
        return None
    structure = parts(lines, line, number)
    if below and vocabulary.bare(below.text) in vocabulary.word_set("items", "states"):
        structure += 1.5
    if line.index and CASE_NUMBER.fullmatch(lines[line.index - 1].text):
        structure += 1.0
    if number.marked:
        structure += 1.5
    weight = structure + (0.5 if below and not below.number else 0.0) + (1.0 if number.style == "word" else 0.0)
    weight += 1.0 if vocabulary.is_known_title(title_of(number.title)) else 0.0
    return Weighed(line.index, number, weight - _doubt(number), structure >= 1.5)


def _doubt(number: Number) -> float:
    """What speaks against a numbered line being a point: it reads as a sentence, or nothing stands behind the number."""
    if number.style == "word":  # "Ad 2." before all that was said of it
        return 1.5 if number.title[:1].islower() else 0.0
    doubt = 1.0 if number.style == " " else 0.0
    if number.title[:1].islower() or len(number.title) > 220:
        doubt += 1.5
    if number.title.endswith((".", ";", ",")) and len(number.title) > 60:
        doubt += 1.0
    return doubt


def parts(lines: Sequence[Line], line: Line, number: Number) -> float:
    """What a heading such as "Beslutning" between this number and the next of its style is worth; half where it may be any sentence's beginning."""
    for after in lines[line.index + 1 : line.index + _FAR]:
        if after.label and after.label.kind in BELOW:
            return 1.0 if after.label.weak else 2.0
        if any(n.style == number.style for n in ((after.number,) if line.number else numbering.rare(after.text)) if n):
            return 0.0
    return 0.0


def less_inner_lists(lines: Sequence[Line], weighed: Sequence[Weighed]) -> list[Weighed]:
    """The same with less weight for the points of a list that a recommendation or a colon introduces."""
    found: list[Weighed] = []
    inside: Weighed | None = None  # the last point of the list that is running
    outside = 0  # the last number that belongs to no list
    for here in weighed:
        above = lines[here.line - 1] if here.line else None
        begins = above is not None and here.number.value == 1 and here.number.style != "word" and _introduces(above)
        between = lines[inside.line + 1 : here.line] if inside else ()
        goes_on = inside is not None and here.number.value == inside.number.value + 1 and not any(line.label for line in between)
        if goes_on and here.number.value == outside + 1 and above is not None and above.number and _has_text(lines, here):
            goes_on = False  # the list ended, and its next number happens to be that of the next point
        inside = here if begins or (goes_on and inside and here.number.style == inside.number.style) else None
        outside = outside if inside else here.number.value
        found.append(replace(here, weight=here.weight - 2.0) if inside else here)
    return found


def _has_text(lines: Sequence[Line], here: Weighed) -> bool:
    """Whether plain text stands below a number whose line is no sentence."""
    below = lines[here.line + 1] if here.line + 1 < len(lines) else None
    return below is not None and not below.label and not below.number and here.number.title[-1:] not in ".;,"


def _introduces(line: Line) -> bool:
    if line.label:
        return line.label.kind == "recommendation"
    return line.text[-1] == ":" and not line.field


def trusted(chain: Sequence[Weighed], place: Setting) -> bool:
    """Whether a run of numbers is an agenda at all: by known titles, by what its document is called, or by the structure below its points."""
    if not chain:
        return False
    titles = [title_of(w.number.title) for w in chain]
    if any(vocabulary.is_known_title(title) for title in titles):
        return True
    if not place.named and 3 * sum(_is_chapter(title) for title in titles) >= len(titles):
        return False
    weight = sum(w.weight for w in chain)
    heavy = weight >= 2.0 * min(len(chain), 2)
    least = 0.0 if place.named else 0.5 * len(chain)
    if place.named or (place.meets and not place.other):
        return heavy or (chain[0].number.value == 1 and len(chain) >= 2 and weight >= least)
    return heavy and 3 * sum(w.built for w in chain) >= len(chain)


def _is_chapter(title: str) -> bool:
    """Whether a title is one of the headings of notes and terms of reference: "Baggrund", "Sammensætning"."""
    return vocabulary.bare(title) in vocabulary.word_set("kinds", "terms_headings") | vocabulary.word_set("kinds", "chapters")
