"""What an agenda is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda: its heading runs from line ``first`` to ``last``; ``title_end`` is the view offset where its title ends."""

    first: int
    last: int
    number: str | None
    title: str
    title_end: int


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a sheet, in order. ``contents`` are the lines of the list of contents, ``listed`` the points that stand only there."""

    points: tuple[Point, ...]
    contents: tuple[int, ...]
    listed: tuple[Point, ...]
