"""The view of a text as a list of lines, each with what its words say it is. What layouts look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from clustergraph.documents import numbering, vocabulary
from clustergraph.documents.numbering import Number
from clustergraph.documents.vocabulary import Label
from clustergraph.model import View


@dataclass(frozen=True)
class Line:
    """One line of the view that holds anything; ``start`` and ``end`` are view offsets."""

    index: int
    text: str
    start: int
    end: int
    is_foot: bool = False  # whether it stands in what a page puts below its document
    above: str = "\n"  # what stands in the text itself between the line before and this one: empty lines, marks of headings
    sign: str = ""  # the bullet of the text itself

    @cached_property
    def plain(self) -> str:
        """The text without a bullet."""
        return self.text[2:] if self.text.startswith("- ") else self.text

    @property
    def is_apart(self) -> bool:
        """Whether an empty line stands above this one."""
        return self.above.count("\n") > 1

    @property
    def is_marked(self) -> bool:
        """Whether this is written as a heading: "## …", "**…**"."""
        return bool(re.search(r"(?:^|\n)[ \t]*(?:#{1,6}[ \t]+|\*\*)$", self.above)) and "\n" not in self.text

    @property
    def level(self) -> tuple[int, str]:
        """How far this stands from the margin, and its bullet."""
        return len(self.above) - self.above.rfind("\n") - 1, self.sign

    @property
    def is_bullet(self) -> bool:
        """Whether this is a point of a list."""
        return self.plain != self.text

    @cached_property
    def label(self) -> Label | None:
        """The heading that this line is or begins with."""
        return None if self.is_row else vocabulary.label(self.text) or (vocabulary.label(self.plain) if self.plain != self.text else None)

    @property
    def label_end(self) -> int:
        """The view offset where the heading of this line ends; its start where it has none."""
        if self.label is None:
            return self.start
        bullet = 0 if vocabulary.label(self.text) else len(self.text) - len(self.plain)
        return min(self.end, self.start + bullet + self.label.end)

    @cached_property
    def number(self) -> Number | None:
        """The number with which this line begins."""
        return numbering.candidate(self.text)

    @cached_property
    def field(self) -> tuple[str, str] | None:
        """The kind and value of a header field."""
        return vocabulary.field(self.text)

    @cached_property
    def is_residue(self) -> bool:
        """Whether this is a menu or a button."""
        return self.is_foot or vocabulary.is_residue(self.plain)

    @cached_property
    def is_row(self) -> bool:
        """Whether this is a table row."""
        return "\t" in self.text or self.text.count(" | ") >= 2

    @cached_property
    def is_prose(self) -> bool:
        """Whether this is running text: long, and with a sentence in it."""
        return len(self.text) > 90 and self.text.rstrip('"”)')[-1] in ".!?:" and " " in self.text

    @cached_property
    def is_sentence(self) -> bool:
        """Whether this says that something was done: a full stop, and a verb of telling in it."""
        told = vocabulary.word_set("flow", "told") | vocabulary.word_set("flow", "tells")
        return self.text[-1] in ".!?" and bool(set(re.findall(r"\w+", self.text)) & told)


class Sheet:
    """The lines of a view; with ``end`` only those that begin before that view offset. ``canonical`` is the text that was repaired."""

    def __init__(self, view: View, end: int | None = None, canonical: str = "") -> None:
        self.view = view
        self.canonical = canonical
        self.text = view.text[:end]
        lines: list[Line] = []
        offset = 0
        foot = False
        for raw in self.text.split("\n"):
            words = raw.strip(" ")
            if words.strip():
                start = offset + raw.index(words)
                foot = foot or (2 * start > len(self.text) and vocabulary.opens_foot(words))
                above = self._above(lines[-1].end if lines else 0, start)
                sign = self.canonical[(at := self.view.origin(start)) : at + 1] if words.startswith("- ") else ""
                lines.append(Line(len(lines), words, start, start + len(words), foot, above, sign))
            offset += len(raw) + 1
        self.lines = tuple(lines)

    def _above(self, end: int, start: int) -> str:
        return self.canonical[self.view.origin(end) : self.view.origin(start)] if end and self.canonical else "\n"

    def until(self, index: int) -> Sheet:
        """The part of this sheet above a line."""
        return Sheet(self.view, self.lines[index].start, self.canonical)
