"""Pages that say who sits where, or what a forum is for: lists of members and terms of reference. They have no points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustergraph.documents import persons, vocabulary
from clustergraph.documents.layouts import generic, minutes, plan
from clustergraph.documents.layouts import points as agenda
from clustergraph.documents.outline import Mark
from clustergraph.documents.sheet import Sheet

name = "roster"


def people(sheet: Sheet) -> list[int]:
    """The lines that look like a person; the rows of a plan name people, but are none."""
    planned = plan.rows(sheet)
    return [line.index for line in sheet.lines if persons.is_person(line) and line.index not in planned]


def says_terms(sheet: Sheet) -> int:
    """How many phrases and headings of terms of reference stand in a sheet."""
    text = sheet.text.casefold()
    phrases = sum(1 for phrase in vocabulary.word_set("flow", "attendance") if phrase in text)
    headings = sum(
        1 for line in sheet.lines if vocabulary.bare(re.sub(r"^\d+[.)]\s*", "", line.text)) in vocabulary.word_set("kinds", "terms_headings")
    )
    return headings - phrases + sum(2 for phrase in vocabulary.word_set("kinds", "terms_phrases") if phrase in text)


def matches(sheet: Sheet) -> float:
    """Three people or the words of terms of reference, and no points with decisions."""
    if any(line.label and not line.label.weak and line.label.kind in ("recommendation", "decision") for line in sheet.lines):
        return 0.0
    if agenda.find(sheet).points:
        return 0.35 if says_terms(sheet) >= 4 else 0.0
    return 0.8 if len(people(sheet)) >= 3 else 0.6 if says_terms(sheet) >= 2 else 0.0


def outline(sheet: Sheet) -> Iterator[Mark]:
    """Running text as in any document; every run of people with the headings inside of it is a list of members."""
    found = people(sheet)
    if len(found) < 3:
        yield from generic.outline(sheet)
        return
    lines = sheet.lines
    yield from minutes.residue(sheet)
    first = _list_start(sheet, found[0])
    body = next((line.index for line in lines[:first] if line.is_prose), first)
    if body:
        yield Mark("header", lines[0].start, lines[body - 1].end)
    if body < first:
        yield Mark("body", lines[body].start, lines[first - 1].end)
    end = next((line.index for line in lines[found[-1] :] if line.is_prose), len(lines))
    yield minutes.attendees(sheet, first, end)
    if end < len(lines):
        yield Mark("body", lines[end].start, lines[-1].end)


def _list_start(sheet: Sheet, first: int) -> int:
    """Up to two heading lines above the first person belong to the list; running text and the title do not."""
    start = first
    while start > 1 and first - start < 2 and not sheet.lines[start - 1].is_prose and sheet.lines[start - 1].text[-1] not in ".!?":
        start -= 1
    return start
