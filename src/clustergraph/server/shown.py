"""Values as pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clustergraph.reports import cells


def sign(row: Mapping[str, Any]) -> str:
    """The sign of a row's status: ● ○ ◌ ▢."""
    return cells.sign(dict(row))


def period(row: Mapping[str, Any], lang: str) -> str:
    """The period of a row in words; – where none is stated."""
    return cells.cell(dict(row), "period", lang)


def one_line(text: object) -> str:
    """A text with single blanks: a quote may run over lines."""
    return " ".join(str(text).split())


def tail(text: object) -> str:
    """What stands before a sentence, from the first whole word on."""
    line = one_line(text)
    return f"… {line.partition(' ')[2]}" if " " in line else line


def head(text: object) -> str:
    """What stands after a sentence, up to the last whole word."""
    line = one_line(text)
    return f"{line.rpartition(' ')[0]} …" if " " in line else line
