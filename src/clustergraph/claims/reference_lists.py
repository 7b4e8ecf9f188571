"""References that stand in the layout and not in a sentence: lines with a label, tables of forums, seats' lists under terms of reference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clustergraph.claims import dates, meeting, reference_status
from clustergraph.claims.pointers import Mention
from clustergraph.lexicon import references as words

if TYPE_CHECKING:
    from clustergraph.claims.reading import Line, Reading


@dataclass(frozen=True, slots=True)
class Told:
    """A reference as a label or a table tells it; places in the view."""

    kind: str
    source: Mention
    target: Mention
    evidence: tuple[tuple[int, int], ...]
    status: str = "in_force"
    valid_from: str | None = None
    valid_until: str | None = None


_LABEL = re.compile(r"\s*(?:[-•*]\s*|\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?\**([^\W\d_][^:|\t]{2,40}?)\**\s*(?:[:|\t]\**\s*|$)")
_CELLS = re.compile(r"\s*(?:\t|\|)\s*")
_BETWEEN = re.compile(r"\s*(?:,|/|;|\+|&|,?\s*(?:og|samt)|,?\s*(?:i samarbejde|sammen|i fællesskab) med)\s*(?:den|det|de)?\s*")


def found(reading: Reading, heads: Mapping[int, Mention | None]) -> Iterator[Told]:
    """The references of labels and of tables. ``heads`` tells by the begin of a line which forum it is about."""
    yield from _labels(reading, heads)
    yield from _tables(reading)


# Labels -------------------------------------------------------------------------------------------------------------------


def _labels(reading: Reading, heads: Mapping[int, Mention | None]) -> Iterator[Told]:
    """Lines with a label speak of the forum whose card they stand in, else of that whose terms of reference they are; the value may stand on
    the next line.
    """
    forum = reading.bodies.meeting_forum
    own = (*forum.mentions[0], forum) if forum is not None and forum.mentions else None
    for i, line in enumerate(reading.lines):
        match = _LABEL.match(line.text)
        label = words.label(match.group(1)) if match else None
        source = heads[line.start] if line.start in heads else None if _is_of_item(reading, line) else own
        if not match or label is None or source is None:
            continue
        kind, past = label
        value, begin = (line, line.start + match.end()) if match.end() < len(line.text.rstrip()) else _below(reading, i)
        evidence = tuple(dict.fromkeys(((line.start, line.end), (value.start, value.end), *((source[:2],) if line.start in heads else ()))))
        told = _value(reading, value, begin) if not words.pattern("status", "none").match(reading.text[begin : value.end].casefold().lstrip()) else []
        for mention in told:
            over = past or mention[2].status == "abolished"
            yield Told(kind, source, mention, evidence, reference_status.ended("past" if over else "in_force", source[2], mention[2]))
        if not told:
            yield from _no_more(reading, value, begin, kind, source, evidence)


def _is_of_item(reading: Reading, line: Line) -> bool:
    """Whether a line stands in a point of a meeting, where labels speak of the case."""
    return reading.document.kind in ("agenda", "minutes") and reading.item_at(line.start) is not None


def _no_more(reading: Reading, line: Line, begin: int, kind: str, source: Mention, evidence: tuple[tuple[int, int], ...]) -> Iterator[Told]:
    """A value that says what no longer holds: "Ikke længere nogen. Indtil 2023 var det …", "Ingen (tidligere …)"."""
    low = reading.text[begin : line.end].casefold()
    if not words.pattern("status", "none").match(low.lstrip()):
        return
    for mention in reading.bodies.pointed_at(begin, line.end)[:1]:
        when = next((w.value for w in dates.find(reading.text[begin : line.end], meeting.day_of(reading)) if w.value and "/" not in w.value), None)
        yield Told(kind, source, mention, evidence, "lapsed", valid_until=when)


def _below(reading: Reading, i: int) -> tuple[Line, int]:
    value = reading.lines[min(i + 1, len(reading.lines) - 1)]
    bullet = re.match(r"\s*(?:[-–—•*·»›▪●►✓→]\s*)?", value.text)
    return value, value.start + (bullet.end() if bullet else 0)


def _value(reading: Reading, line: Line, begin: int) -> list[Mention]:
    """The bodies that a value begins with: "Styregruppen for Sundhed og Tarm Kommune"; none where the line is a sentence of its own."""
    run: list[Mention] = []
    served = words.pattern("pointing", "served").match(reading.text[begin : line.end].casefold())  # "Sekretariat: Varetages af …"
    place = begin + (served.end() if served else 0)
    for mention in reading.bodies.pointed_at(begin, line.end):
        between = reading.text[place : mention[0]]
        if not (_BETWEEN.fullmatch(between) if run else len(between) <= 4):
            break
        if not (run and between == ", " and _is_employer(run[-1], mention)):
            run.append(mention)
        place = mention[1]
    after = reading.text[place : line.end].split() if run else []
    return [] if after and re.fullmatch(r"\w+", after[0]) and words.is_joint("finite", after[0]) else run


def _is_employer(unit: Mention, body: Mention) -> bool:
    """Whether of two bodies with a comma between the second says whose the first is: "Sundhedsstaben, Tang Kommune"."""
    wholes = ("municipality", "region", "hospital")
    return unit[2].kind == "organisation" and unit[2].type not in (*wholes, "interest_organisation") and body[2].type in wholes


# Tables -------------------------------------------------------------------------------------------------------------------


def _tables(reading: Reading) -> Iterator[Told]:
    """Rows of a table whose head names references: "Forum | Refererer til | Sekretariat"; the first column names the forum."""
    head: list[str | None] = []
    subject = 0
    for line in reading.lines:
        cells = _cells(line)
        if len(cells) < 2:
            head = []
            continue
        kinds = [label[0] if (label := words.label(reading.text[s:e])) else None for s, e in cells]
        named = [n for n, (s, e) in enumerate(cells) if words.is_joint("subject_columns", reading.text[s:e].strip())]
        if any(kinds) and named:
            head, subject = kinds, named[0]
        elif head:
            yield from _row(reading, line, cells, head, subject)


def _cells(line: Line) -> list[tuple[int, int]]:
    cells, begin = [], 0
    text = line.text.strip("|").rstrip() if line.text.lstrip().startswith("|") else line.text
    shift = line.text.index(text) if text else 0
    for match in [*_CELLS.finditer(text), None]:
        end = match.start() if match else len(text)
        cells.append((line.start + shift + begin, line.start + shift + end))
        begin = match.end() if match else end
    return cells


def _row(reading: Reading, line: Line, cells: list[tuple[int, int]], head: list[str | None], subject: int) -> Iterator[Told]:
    if subject >= len(cells):
        return
    source = next(iter(reading.bodies.pointed_at(*cells[subject])), None)
    if source is None or source[2].kind != "forum":
        return
    for kind, (start, end) in zip(head, cells, strict=False):
        if kind is not None:
            yield from (Told(kind, source, target, ((line.start, line.end),)) for target in reading.bodies.pointed_at(start, end))
