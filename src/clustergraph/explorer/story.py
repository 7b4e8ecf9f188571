"""A story: views of one drawing in an order, each with its words, from a small TOML file.

::

    title = "Who answers for patient safety?"

    [[step]]
    text = "In 2018 all groups refer to the network."
    day = 2018-05-01
    focus = "Sikkerhedsnetværket"                    # a node by any of its names

    [[step]]
    title = "What is asked for"
    text = "Two groups ask for a line of their own."
    line = ["Kvalitetsgruppen", "Styregruppen"]      # from, to
    only = { status = ["requested", "proposed"] }    # status, kind, node, region or cluster; all where it is left out
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from clustergraph.errors import InputError
from clustergraph.explorer.drawing import Drawing
from clustergraph.names import fold

CHOICES = ("status", "kind", "node", "region", "cluster")
_KEYS = frozenset({"title", "text", "day", "focus", "line", "only"})


@dataclass(frozen=True, slots=True)
class Step:
    """One view: its words, the day (ISO), the node or line that is chosen (ids), and the values that are shown of a choice."""

    text: str
    title: str = ""
    day: str | None = None
    focus: str | None = None
    line: str | None = None
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Story:
    """The steps in their order."""

    steps: tuple[Step, ...]
    title: str = ""


def read(text: str, source: str, drawn: Drawing) -> Story:
    """A story about a drawing.

    Raises :class:`~clustergraph.errors.InputError`, with file and step, for what is no story or names what is not drawn.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{source}: {error}") from error
    rows = told.get("step")
    if not isinstance(rows, list) or not rows:
        raise InputError(f"{source}: a story needs at least one [[step]] with a text")
    return Story(tuple(_step(row, f"{source}, step {number}", drawn) for number, row in enumerate(rows, 1)), str(told.get("title", "")))


def _step(row: Mapping[str, Any], place: str, drawn: Drawing) -> Step:
    if unknown := sorted(set(row) - _KEYS):
        raise InputError(f"{place}: {unknown[0]} is none of {', '.join(sorted(_KEYS))}")
    if not isinstance(row.get("text"), str) or not row["text"].strip():
        raise InputError(f"{place}: the text is missing")
    focus = _node(str(row["focus"]), place, drawn) if "focus" in row else None
    line = _line(row["line"], place, drawn) if "line" in row else None
    return Step(row["text"].strip(), str(row.get("title", "")), _day(row.get("day"), place), focus, line, _only(row.get("only", {}), place, drawn))


def _day(value: object, place: str) -> str | None:
    if value is None:
        return None
    try:
        return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()[:10]
    except ValueError as error:
        raise InputError(f"{place}: day {value!r} is no date such as 2024-10-31") from error


def _node(name: str, place: str, drawn: Drawing) -> str:
    """The id of the one node of a name; a node's own name goes before a spelling that several share."""
    wanted = fold(name)
    own = [node.id for node in drawn.nodes if name == node.id or fold(node.label) == wanted]
    found = own or [node.id for node in drawn.nodes if any(fold(way) == wanted for way in node.aliases)]
    if len(found) != 1:
        raise InputError(f"{place}: {name!r} is {'nobody' if not found else f'{len(found)} nodes'} in this drawing")
    return found[0]


def _line(ends: object, place: str, drawn: Drawing) -> str:
    if not isinstance(ends, list) or len(ends) != 2:
        raise InputError(f'{place}: a line is written ["from", "to"]')
    source, target = (_node(str(end), place, drawn) for end in ends)
    found = [edge.id for edge in drawn.edges if (edge.source, edge.target) == (source, target)]
    if not found:
        raise InputError(f"{place}: no line from {ends[0]!r} to {ends[1]!r} in this drawing")
    return found[0]


def _only(chosen: object, place: str, drawn: Drawing) -> dict[str, tuple[str, ...]]:
    if not isinstance(chosen, dict):
        raise InputError(f"{place}: only is written {{ status = [...] }}")
    kept = {}
    for name, values in chosen.items():
        if name not in CHOICES or not isinstance(values, list):
            raise InputError(f"{place}: only.{name}: one of {', '.join(CHOICES)} with a list of values")
        there = set(_values(name, drawn))
        if unknown := [value for value in values if value not in there]:
            raise InputError(f"{place}: only.{name}: {unknown[0]!r} is not in this drawing")
        kept[name] = tuple(str(value) for value in values)
    return kept


def _values(name: str, drawn: Drawing) -> Iterable[str]:
    if name in ("status", "kind"):
        return (getattr(edge, name) for edge in drawn.edges)
    return (str(getattr(node, {"node": "kind"}.get(name, name)) or "") for node in drawn.nodes)
