"""Tables of pages: report rows as cells with links, each row with its status in sign and word, its period and its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clustergraph.reports import Row, cells, words
from clustergraph.server import sorting
from clustergraph.server.visit import Visit

_LISTS = {"forums": "forum_ids"}
_STATUSES = frozenset({"status", "last_status"})
_LONGEST = 320  # letters of a cell
_MOST_QUOTES = 4  # sentences that a row shows


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a cell: its words, and the address that they lead to."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the key and heading of its column, its parts, and the sign of a status."""

    name: str
    heading: str
    parts: tuple[Part, ...]
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its cells and its sentences; ``more`` is how many sentences are not shown."""

    cells: tuple[Cell, ...]
    quotes: tuple[Mapping[str, Any], ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: key, words, the address by which the table is sorted by it, and how it is sorted now."""

    name: str
    text: str
    href: str | None = None
    order: str | None = None  # ascending, descending


@dataclass(frozen=True, slots=True)
class Grid:
    """A table ready to be shown."""

    caption: str
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    sourced: bool = True
    extra: Mapping[str, Any] = field(default_factory=dict)


def grid(visit: Visit, caption: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]], headings: Sequence[Heading] | None = None) -> Grid:
    """Rows of a report as a table of some of their columns; a column that no row fills is left out."""
    held = [dict(row) for row in rows]
    filled = [name for name in columns if any(cells.cell(row, name, visit.lang) != "–" for row in held)]
    shown = headings or [Heading(name, words.column(name, visit.lang)) for name in filled]
    names = [heading.name for heading in shown]
    return Grid(caption, tuple(shown), tuple(_line(visit, row, names) for row in held), any(row.get("quotes") for row in held))


def _line(visit: Visit, row: dict[str, Any], names: Sequence[str]) -> Line:
    quotes = row.get("quotes") or []
    return Line(tuple(cell(visit, row, name) for name in names), tuple(quotes[:_MOST_QUOTES]), max(0, len(quotes) - _MOST_QUOTES))


def cell(visit: Visit, row: dict[str, Any], name: str) -> Cell:
    """One cell: with links where the row has the address beside the name."""
    heading = words.column(name, visit.lang)
    vacant = name == "seat" and (row.get("vacant") or row.get("kind") == "vacant")
    sign = cells.sign(row).strip() if name in _STATUSES and row.get(name) else cells.VACANT if vacant else ""
    value, target = row.get(name), row.get(_LISTS.get(name, f"{name}_id"))
    if isinstance(value, list) and isinstance(target, list) and len(value) == len(target):
        parts = tuple(Part(str(text), visit.entity(iri)) for text, iri in zip(value, target, strict=True))
        return Cell(name, heading, parts or (Part("–"),))
    href = visit.entity(target) if isinstance(target, str) else visit.entity(row["meeting_id"]) if name == "date" and row.get("meeting_id") else None
    return Cell(name, heading, (Part(_short(cells.cell(row, name, visit.lang)), href),), sign)


def _short(text: str) -> str:
    """A text cut between words where it is long: its sentences, and the forms for programs, have all of it."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"


def ordered(rows: Sequence[Row], by: str) -> list[Row]:
    """Rows by one column, ``-name`` from the last to the first; what is not known comes last. Numbers as numbers, words as Danish sorts them."""
    name = by.removeprefix("-")
    known = [row for row in rows if row.get(name) not in (None, "", [])]
    unknown = [row for row in rows if row.get(name) in (None, "", [])]
    return sorted(known, key=lambda row: _order(row[name]), reverse=by.startswith("-")) + unknown


def _order(value: Any) -> tuple[int, float, tuple[str, str]]:
    if isinstance(value, (int, float)):
        return 0, float(value), ("", "")
    text = "; ".join(str(one) for one in value) if isinstance(value, list) else str(value)
    return 1, 0.0, sorting.key(text)
