"""Initiatives as blocks of a portfolio: a name on its own line or behind its label ("Titel: …"), and below labelled lines ("Økonomi: …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clustergraph.claims import amounts, dates, places
from clustergraph.claims.candidates import Candidate
from clustergraph.claims.initiative_proper import is_taken, is_telling
from clustergraph.claims.plan_cells import Cell, of_cells, settled
from clustergraph.claims.reading import Line, Reading
from clustergraph.lexicon import initiatives as lexicon

_LABEL = re.compile(r"\s*[*_]{0,2}(?P<label>[A-ZÆØÅ][\wæøåÆØÅ/ -]{1,40}?)[*_]{0,2}\s*:[*_]{0,2}\s*(?P<value>\S.*?)\s*$")
_SIGN = re.compile(r"\s*\([^()]{1,3}\)\s*$")  # the letter of a signature: "(G)"
_BEFORE = re.compile(r"\s*\((?:tidligere|før|førhen|også kaldet)\s+(?P<name>[^()]{3,80})\)\s*$")  # what it was called
_PROSE = 3  # lines of running text at most between a name and its first label
_BETWEEN = 4  # lines without a known label at most inside a card: phases, the rest of a text
_FIELDS = 2  # labels at least


def find(reading: Reading) -> Iterator[Candidate]:
    """The initiatives of all blocks, in order."""
    lines = reading.lines
    titles = {item.start for item in places.top_items(reading)}
    i = 0
    while i < len(lines):
        last = _card_end(lines, i) if _field(lines[i].text) == "name" else _block_end(lines, i)
        cells = [cell for line in lines[i + 1 : last] if (cell := _cell(reading, line)) is not None]
        if lines[i].start not in titles and _is_project(cells) and (found := _block(reading, lines[i], lines[last - 1].end, cells)):
            yield found
            i = last
        else:
            i += 1


def _block(reading: Reading, head: Line, end: int, cells: Sequence[Cell]) -> Candidate | None:
    label = _LABEL.match(head.text) if _field(head.text) == "name" else None
    name = label["value"].strip(" *_#") if label else _SIGN.sub("", places.heading_text(head)).strip(" *_#")
    before = _BEFORE.search(name) if label else None
    name = name[: before.start()] if before else name
    start = head.start + head.text.find(name)
    named = reading.bodies.named(name) is not None or is_taken(reading, name, start)
    if (
        named
        or dates.find(name)
        or lexicon.pattern("generic_headings").fullmatch(name)
        or (not is_telling(name) and lexicon.pattern("stops").search(name))
    ):
        return None
    found = of_cells(reading, name, start, start + len(name), settled(cells, [cell.field for cell in cells]), (head.start, end))
    return replace(found, aliases=(*found.aliases, before["name"])) if before else found


def _block_end(lines: Sequence[Line], i: int) -> int:
    """The line behind the block that a heading begins: prose, then labelled lines with what goes on below them; ``i + 1`` where there is none."""
    if ":" in lines[i].text or not places.is_heading(replace(lines[i], text=_SIGN.sub("", lines[i].text))):
        return i + 1
    at = i + 1
    while at < len(lines) and at <= i + _PROSE and not _field(lines[at].text) and lines[at].text.rstrip().endswith("."):
        at += 1
    if at == len(lines) or _field(lines[at].text) in ("", "name"):  # "Projektkort 1" over "Titel: …" is no name
        return i + 1
    while at < len(lines) and _field(lines[at].text):
        at += 1
    return at


def _card_end(lines: Sequence[Line], i: int) -> int:
    """The line behind the labelled lines that begin with the label of a name, up to the next name."""
    at = last = i + 1
    while at < len(lines) and at - last <= _BETWEEN and _field(lines[at].text) != "name":
        at += 1
        last = at if _LABEL.match(lines[at - 1].text) else last
    return last


def _field(text: str) -> str:
    """The field that the label of a line names; "" where it has none."""
    match = _LABEL.match(text)
    return lexicon.columns().get(re.sub(r"\s+\d{1,2}[a-z]?$", "", match["label"].strip().casefold()), "") if match else ""


def _cell(reading: Reading, line: Line) -> Cell | None:
    match = _LABEL.match(line.text)
    field = _field(line.text)
    if match is None or not field:
        return None
    start, end = line.start + match.start("value"), line.start + match.end("value")
    if field == "responsible" and reading.people.within(start, end):  # a body behind the person is theirs
        field = "leads"
    return Cell(field, match["value"], start, end)


def _is_project(cells: Sequence[Cell]) -> bool:
    """Whether labels are those of a project: two at least, with its money, its maturity or the years it lasts among them."""
    telling = any(
        cell.field == "maturity"
        or (cell.field == "budget" and amounts.find(cell.text))
        or (cell.field in ("time", "start", "end") and any(when.value for when in dates.find(cell.text)))
        for cell in cells
    )
    return telling and len({cell.field for cell in cells}) >= _FIELDS
