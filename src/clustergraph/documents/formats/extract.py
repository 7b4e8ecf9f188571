"""What a format gives: the canonical text and where its pages begin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Lines = Literal["paragraphs", "printed", "unknown"]


class RefusedError(Exception):
    """A file that can't be read; its text says why in a few words. The reader adds which file."""


class ScannedError(RefusedError):
    """A PDF that holds pictures of its pages and no text."""

    def __init__(self) -> None:
        super().__init__("a scanned PDF without text: install clustergraph[ocr] and the Danish data of tesseract, and it is read with them")


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file with newlines as line ends, and the offsets in it at which pages begin.

    ``lines`` says what a line of the text is where the format knows: a paragraph, or what was printed in one line.
    ``ends`` are the indexes of lines, from 0, that end a paragraph beyond doubt.
    """

    text: str
    pages: tuple[int, ...] = ()
    lines: Lines = "unknown"
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """One file format. ``extract`` raises :class:`RefusedError`. ``guarded`` ones are parsed in a child process with limits."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    extract: Callable[[bytes], Extract]
    guarded: bool = False
