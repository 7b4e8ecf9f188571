"""How much of a document is explained, and the lines that are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from clustergraph.cli import words

if TYPE_CHECKING:
    from clustergraph.model import Document

Place = tuple[int, int, str]
"""Start and end in the canonical text, and why it is not explained: a word of :mod:`clustergraph.claims.coverage`."""

_WIDTH = 78  # of what is quoted of a line


def share(document: Document, places: Sequence[Place]) -> tuple[int, int]:
    """How many lines of a document's content are explained, and how many there are; menus and tables of contents are no content."""
    apart = [(section.start, section.end) for section in document.sections if section.kind in ("residue", "contents")]
    open_ = [(start, end) for start, end, _ in places]
    start = read = of = 0
    for line in document.text.split("\n"):
        end = start + len(line)
        if line.strip() and not _touches(apart, start, end):
            of += 1
            read += not _touches(open_, start, end)
        start = end + 1
    return read, of


def _touches(stretches: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in stretches)


def said(read: int, of: int) -> str:
    """The share in words."""
    # Rounded down: "100 %" is said only where every line is explained.
    return words.say("extract.share", read=read, of=of, percent=int(100 * read / of) if of else 100)


def listed(document: Document, places: Iterable[Place]) -> list[str]:
    """One line a place: its number, why, and the words."""
    lines = []
    for start, end, reason in places:
        quote = " ".join(document.text[start:end].split())
        lines.append(f"{document.line_of(start):5}  {words.say(f'unread.{reason}')}: {quote if len(quote) <= _WIDTH else quote[: _WIDTH - 1] + '…'}")
    return lines
