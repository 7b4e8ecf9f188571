"""The parts of a document as a layout marks them, and what becomes of them: sections in canonical offsets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clustergraph.documents.sheet import Sheet
from clustergraph.model import Section, SectionKind, View


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a sheet in view offsets. ``heading_end`` equals ``start`` where it has no heading."""

    kind: SectionKind
    start: int
    end: int
    heading: str | None = None
    heading_end: int | None = None
    number: str | None = None


def sections(sheet: Sheet, marks: Iterable[Mark], pages: tuple[int, ...] = ()) -> tuple[Section, ...]:
    """The sections of the marks, in document order, nested by what lies inside of what. Empty marks vanish."""
    order = sorted((m for m in marks if m.end > m.start), key=lambda m: (m.start, -m.end))
    found: list[Section] = []
    open_: list[tuple[int, int]] = []  # (index, view end) of the sections that hold the present place
    for mark in order:
        while open_ and open_[-1][1] <= mark.start:
            open_.pop()
        end = min(mark.end, open_[-1][1]) if open_ else mark.end
        found.append(_section(sheet, mark, end, open_[-1][0] if open_ else None, pages))
        open_.append((len(found) - 1, end))
    return tuple(found)


def _section(sheet: Sheet, mark: Mark, view_end: int, parent: int | None, pages: tuple[int, ...]) -> Section:
    view = sheet.view
    start, end = _ends(view, mark.start, view_end)
    heading_end = start if mark.heading_end is None else min(end, _ends(view, mark.start, mark.heading_end)[1])
    page = max((i for i, begin in enumerate(pages) if begin <= start), default=0) + 1 if pages else None
    return Section(mark.kind, mark.heading, mark.number, start, end, heading_end, page, parent)


def _ends(view: View, start: int, end: int) -> tuple[int, int]:
    """The canonical stretch of a view stretch, without the blanks at its end."""
    words = view.text[start:end].rstrip()
    return view.canonical(start, start + len(words)) if words else view.canonical(start, start)
