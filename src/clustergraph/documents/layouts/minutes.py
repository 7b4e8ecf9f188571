"""Agendas and minutes: a header, who took part, a list of contents, and points with recommendation, case and decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustergraph.documents import vocabulary
from clustergraph.documents.agenda import Point, Points
from clustergraph.documents.layouts import points as agenda
from clustergraph.documents.outline import Mark
from clustergraph.documents.sheet import Line, Sheet
from clustergraph.documents.vocabulary import Label
from clustergraph.model import SectionKind

name = "minutes"


def matches(sheet: Sheet) -> float:
    """How far a sheet looks like an agenda: by its points and by the headings below them."""
    found = agenda.find(sheet)
    labels = {line.label.kind for line in sheet.lines if line.label} & {"recommendation", "case", "decision"}
    return min(1.0, 0.4 * min(len(found.points), 2) + 0.2 * len(labels)) if found.points else 0.1 * len(labels)


def outline(sheet: Sheet) -> Iterator[Mark]:
    """The marks of all parts of a sheet."""
    return marks(sheet, agenda.find(sheet))


def marks(sheet: Sheet, found: Points) -> Iterator[Mark]:
    """The marks of a sheet whose points are known."""
    first = found.points[0].first if found.points else len(sheet.lines)
    told = any(vocabulary.kind_of_title(line.text) == "minutes" for line in sheet.lines[:first] if len(line.text) <= 200)
    yield from residue(sheet)
    yield from _head(sheet, first, set(found.contents), found.listed)
    for point, end in _stretches(sheet, found):
        yield from _item(sheet, point, end, told)


def residue(sheet: Sheet) -> Iterator[Mark]:
    """Menus and buttons, one mark a run of lines."""
    run: list[Line] = []
    for line in sheet.lines:
        if line.is_residue:
            if run and run[-1].index != line.index - 1:
                yield Mark("residue", run[0].start, run[-1].end)
                run = []
            run.append(line)
    if run:
        yield Mark("residue", run[0].start, run[-1].end)


def tables(sheet: Sheet, first: int, end: int) -> Iterator[Mark]:
    """Runs of at least two table rows between two lines."""
    start: int | None = None
    for index in range(first, end + 1):
        row = index < end and sheet.lines[index].is_row
        if row and start is None:
            start = index
        elif not row and start is not None:
            if index - start >= 2:
                yield Mark("table", sheet.lines[start].start, sheet.lines[index - 1].end)
            start = None


def _stretches(sheet: Sheet, found: Points) -> Iterator[tuple[Point, int]]:
    for point, after in zip(found.points, (*found.points[1:], None), strict=False):
        yield point, after.first if after else _last_end(sheet, point)


def _last_end(sheet: Sheet, point: Point) -> int:
    """Where the last point ends: with the document, or with the list of bullets whose point it is."""
    lines = sheet.lines
    if not lines[point.first].is_bullet:
        return len(lines)
    return next((line.index for line in lines[point.last + 1 :] if line.is_apart and not line.is_bullet), len(lines))


def _head(sheet: Sheet, first: int, contents: set[int], listed: tuple[Point, ...]) -> Iterator[Mark]:
    """What stands before the first point: header, attendees, contents."""
    lines = sheet.lines
    here = 0
    while here < first:
        end = here + 1
        line = lines[here]
        if here in contents or (line.label and line.label.kind == "contents"):
            while end < first and (end in contents or lines[end].is_residue):
                end += 1
            yield headed("contents", line, lines[end - 1].end)
        elif opens_attendees(line):
            end = attendees_end(sheet, here, first)
            yield attendees(sheet, here, end)
        elif line.is_residue or agenda.belongs_below(line):
            pass
        else:
            while end < first and not (end in contents or opens_attendees(lines[end]) or lines[end].is_residue or _opens_contents(lines[end])):
                end += 1
            yield Mark("header", line.start, lines[end - 1].end)
            yield from tables(sheet, here, end)
        here = end
    for point in listed:
        yield Mark("item", lines[point.first].start, lines[point.last].end, point.title, point.title_end, point.number)


def _opens_contents(line: Line) -> bool:
    return line.label is not None and line.label.kind == "contents"


def opens_attendees(line: Line) -> bool:
    """Whether a list of who took part begins in this line."""
    if line.label and line.label.kind == "attendees":
        return True
    if line.is_row:  # two lists side by side
        labels = [vocabulary.label(cell) for cell in line.text.split("\t") if cell.strip()]
        return all(label is not None and label.kind == "attendees" for label in labels)
    text = line.text.casefold()
    return line.text[-1] in ".)" and any(phrase in text for phrase in vocabulary.word_set("flow", "attendance"))


def attendees_end(sheet: Sheet, first: int, limit: int) -> int:
    """The index of the first line after a list of who took part."""
    lines = sheet.lines
    for index in range(first + 1, limit):
        line = lines[index]
        if opens_attendees(line):
            continue
        if (
            line.label
            or line.is_residue
            or vocabulary.is_known_title(line.text)
            or (line.field and line.field[0] != "other")
            or line.is_prose
            or _tells(line)
        ):
            return index
    return limit


def _tells(line: Line) -> bool:
    """Whether a sentence tells of something else than who took part."""
    if not line.is_sentence:
        return False
    known = vocabulary.word_set("labels", "attendees")
    return not any(word in known for word in re.findall(r"[\w-]+", line.text.casefold()))


def attendees(sheet: Sheet, first: int, end: int) -> Mark:
    """The mark of a list of who took part, from line ``first`` up to ``end``."""
    return headed("attendees", sheet.lines[first], sheet.lines[end - 1].end)


def headed(kind: SectionKind, line: Line, end: int) -> Mark:
    """A mark that begins with a line, which is its heading where the words of the line say so."""
    if line.label is None or line.label.kind != kind:
        return Mark(kind, line.start, end)
    return Mark(kind, line.start, end, line.label.text, line.label_end)


def _item(sheet: Sheet, point: Point, end: int, told: bool) -> Iterator[Mark]:
    """One point and its parts; ``told``: this is minutes, so that text without any heading is what was decided.

    In a point that is called "Deltagere" all content is the list, whatever label stands above it.
    """
    lines = sheet.lines
    while end - 1 > point.last and agenda.belongs_below(lines[end - 1]):
        end -= 1
    yield Mark("item", lines[point.first].start, lines[end - 1].end, point.title, point.title_end, point.number)
    whole = vocabulary.label(point.title)
    if whole and whole.kind == "attendees":
        yield from _attendance_point(sheet, point, end)
        return
    first = point.last + 1
    while first < end and vocabulary.bare(lines[first].text) in vocabulary.word_set("items", "states"):
        first += 1
    goes_on = point.first == point.last and re.match(r"[.:]?\s*(?=\S)", sheet.text[point.title_end : lines[point.last].end])
    start = point.title_end + goes_on.end() if goes_on else lines[min(first, end - 1)].start
    if told and (goes_on or first < end) and not any(line.label or line.is_row for line in lines[first:end]):
        yield Mark("decision", start, lines[end - 1].end)
        return
    yield from _parts(sheet, first, end)


def _attendance_point(sheet: Sheet, point: Point, end: int) -> Iterator[Mark]:
    index = point.last + 1
    while index < end and (label := sheet.lines[index].label) and label.kind != "attendees":
        line = sheet.lines[index]
        yield Mark(label.kind, line.start, line.end, label.text, line.label_end)
        index += 1
    if index < end:
        yield attendees(sheet, index, end)


def _parts(sheet: Sheet, first: int, end: int) -> Iterator[Mark]:
    """The parts of a point between two lines."""
    lines = sheet.lines
    index = first
    strong = False
    while index < end:
        line = lines[index]
        label = line.label
        stop = index + 1
        if label is None or (strong and _is_weak(line, label)) or label.kind == "contents":
            index = stop
            continue
        if label.kind == "attendees":
            stop = attendees_end(sheet, index, end)
            yield attendees(sheet, index, stop)
            index = stop
            continue
        strong = strong or not label.weak
        while stop < end and not _opens_part(lines[stop], label, strong):
            stop += 1
        yield Mark(label.kind, line.start, lines[stop - 1].end, label.text, line.label_end)
        yield from tables(sheet, index + 1, stop)
        index = stop


def _is_weak(line: Line, label: Label) -> bool:
    """Whether a label may be the beginning of any sentence or paragraph; "Forvaltningen indstiller, at" with nothing behind it is none."""
    rest = line.text[line.label_end - line.start :].strip(" ,:")
    return label.weak and not (label.kind == "recommendation" and rest == "at")


def _opens_part(line: Line, within: Label, strong: bool) -> bool:
    """Whether a line ends the part that the label ``within`` has opened. A recommendation below "Indstilling" is its content."""
    label = line.label
    if label is None or label.kind == "contents" or (strong and _is_weak(line, label)):
        return False
    return not (label.kind == within.kind and label.kind in ("recommendation", "annex"))
