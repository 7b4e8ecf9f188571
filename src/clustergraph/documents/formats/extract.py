"""What a format gives: the canonical text and where its pages begin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class RefusedError(Exception):
    """A file that can't be read; its text says why in a few words. The reader adds which file."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file with newlines as line ends, and the offsets in it at which pages begin."""

    text: str
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """One file format. ``extract`` raises :class:`RefusedError`."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    extract: Callable[[bytes], Extract]
