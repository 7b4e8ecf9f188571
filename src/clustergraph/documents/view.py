"""Building a :class:`~clustergraph.model.View`: a canonical text and the edits that repair it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clustergraph.model import View


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the canonical stretch ``[start, end)`` by ``text`` in the view."""

    start: int
    end: int
    text: str


def build_view(text: str, edits: Iterable[Edit]) -> View:
    """The view of a text after its edits. Of two edits that overlap the one that begins first, then the longer, holds.

    Every inserted character gets an origin inside what it replaces, so that no stretch of the view leads outside of the text.
    """
    builder = _Builder(text)
    done = 0
    for edit in sorted(edits, key=lambda e: (e.start, -e.end, e.text)):
        if edit.start < done:
            continue
        builder.keep(done, edit.start)
        builder.insert(edit)
        done = edit.end
    builder.keep(done, len(text))
    return builder.view()


class _Builder:
    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._origins: list[int] = []

    def keep(self, start: int, end: int) -> None:
        if end > start:
            self._piece(start)
            self._add(self._text[start:end])

    def insert(self, edit: Edit) -> None:
        last = max(edit.end - 1, edit.start if edit.end > edit.start else edit.start - 1, 0)
        for i, char in enumerate(edit.text):
            self._piece(min(edit.start + i, last))
            self._add(char)

    def view(self) -> View:
        return View("".join(self._parts), tuple(self._starts) or (0,), tuple(self._origins) or (0,))

    def _piece(self, origin: int) -> None:
        if self._starts and origin - self._origins[-1] == self._length - self._starts[-1]:
            return  # goes on in step with the piece before
        self._starts.append(self._length)
        self._origins.append(origin)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
