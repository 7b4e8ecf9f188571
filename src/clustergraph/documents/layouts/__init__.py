"""Layouts: how a kind of document is put together. Each is a small module; a new one is one module and a line in :data:`LAYOUTS`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from clustergraph.documents.layouts import generic, gridded, minutes, plan, roster, titled
from clustergraph.documents.outline import Mark
from clustergraph.documents.sheet import Sheet


class Layout(Protocol):
    """What a layout module offers."""

    name: str

    def matches(self, sheet: Sheet) -> float:
        """How far a sheet looks like this layout, from 0 (not at all) to 1."""

    def outline(self, sheet: Sheet) -> Iterable[Mark]:
        """The parts of the sheet."""


LAYOUTS: dict[str, Layout] = {layout.name: layout for layout in (gridded, minutes, titled, plan, roster)}


def choose(sheet: Sheet) -> Layout:
    """The layout that fits a sheet best; the generic one where none fits."""
    scored = [(layout.matches(sheet), layout) for layout in LAYOUTS.values()]
    score, layout = max(scored, key=lambda pair: pair[0])
    return layout if score >= 0.3 else generic
