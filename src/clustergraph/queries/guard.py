"""What a SPARQL text may hold before an engine sees it: it may read, and only what is in the store.

Engines follow ``SERVICE``, ``LOAD`` and ``FROM`` to addresses outside, have no switch against that, and fall over at deep nesting,
so a text is looked through here, token by token, with its strings, addresses and comments set apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clustergraph.errors import ForbiddenError, QueryError

MAX_LENGTH = 16 * 1024  # characters
MAX_NESTING = 100  # brackets of any kind inside one another
MAX_MARKS = 400  # dots, semicolons, commas and operators: a measure of patterns

_TOKEN = re.compile(
    r'''
      (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<comment>\#[^\n]*)
    | (?P<string>"""(?:[^"\\]|\\.|"(?!""))*""" | \'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\' | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
    | (?P<variable>[?$][^\W]\w*)
    | (?P<name>[\w\-]*:[\w\-.%:]*)
    | (?P<tag>@[A-Za-z][A-Za-z0-9\-]*)
    | (?P<word>[^\W\d]\w*)
    | (?P<space>\s+)
    | (?P<mark>.)
    ''',
    re.VERBOSE | re.DOTALL,
)
_OUTSIDE = frozenset({"service", "load", "from"})
_WRITING = frozenset({"insert", "delete", "clear", "drop", "create", "add", "move", "copy", "with", "using"})
_OPERATORS = frozenset(".;,!|/^*+-=<>&")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a SPARQL text: kind, words, and the offset at which it begins."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a SPARQL text, blanks and comments too; joined they are the text."""
    for match in _TOKEN.finditer(text):
        yield Token(match.lastgroup or "mark", match.group(), match.start())


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def check(text: str, *, graphs: bool = False) -> None:
    """Raises :class:`~clustergraph.errors.QueryError`, with line and column, where a text may not be run.

    With ``graphs`` a text may choose among the graphs of the store by ``FROM``: for an engine that takes none but these.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(f"the query is longer than {MAX_LENGTH} characters")
    depth = marks = 0
    for token in tokens(text):
        word = token.text.casefold()
        if token.kind == "word" and word in _OUTSIDE and not (graphs and word == "from"):
            raise _refused(text, token, "reaches outside the store, which no query may", ForbiddenError)
        if token.kind == "word" and word in _WRITING:
            raise _refused(text, token, "would write; queries only read", ForbiddenError)
        if token.kind == "mark":
            depth += (word in "([{") - (word in ")]}")
            marks += word in _OPERATORS
            if word == "\\":
                raise _refused(text, token, "an escape outside a string")
        if depth > MAX_NESTING:
            raise _refused(text, token, f"brackets are nested deeper than {MAX_NESTING}")
        if marks > MAX_MARKS:
            raise _refused(text, token, f"more than {MAX_MARKS} patterns and operators")


def _refused(text: str, token: Token, reason: str, kind: type[QueryError] = QueryError) -> QueryError:
    line, column = place(text, token.start)
    return kind(f"query, line {line}, column {column}: {token.text.strip()}: {reason}")
