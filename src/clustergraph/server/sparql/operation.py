"""What a request to the endpoint asks for (SPARQL 1.1 Protocol, 2.1): a query with its graphs, or the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from clustergraph.errors import ForbiddenError, QueryError
from clustergraph.queries import guard
from clustergraph.server.sparql.negotiation import BOOLEANS, GRAPHS, TABLES, Form

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
FORMS: dict[str, Sequence[Form]] = {"select": TABLES, "ask": BOOLEANS, "construct": GRAPHS, "describe": GRAPHS}
_PROLOGUE = frozenset({"base", "prefix", "version"})
_CHANGES = frozenset({"insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with"})
_PLACE = re.compile(r"line (\d+), column (\d+): ")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|\\^`]*")


class RefusedError(Exception):
    """A request that gets no answer: its status, the reason, and the place in the text of a query."""

    def __init__(self, status: int, reason: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Operation:
    """A query and the graphs it is asked of, by the parameters of the protocol."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """``select ask construct describe``; empty for a text that is no query."""
        return _first_word(self.text) if _first_word(self.text) in FORMS else ""

    @property
    def chooses(self) -> bool:
        """Whether the text itself says of which graphs it asks."""
        return any(token.kind == "word" and token.text.casefold() == "from" for token in guard.tokens(self.text))


def read(method: str, query: str, content_type: str, body: bytes) -> Operation | None:
    """The operation of a request: its method, what stands after the ``?``, type and content. None where it asks for nothing.

    Raises :class:`RefusedError`: 403 for what would write, 415 for a type of content that is none here, 400 for all else.
    """
    given = _pairs(query)
    if any(name == "update" or name.startswith("using-") for name, _ in given):
        raise _no_writing()
    if method == "POST":
        media, _, parameters = content_type.partition(";")
        media = media.strip().casefold()
        if media == UPDATE or (media != QUERY and _would_write(body)):
            raise _no_writing()
        if media not in (FORM, QUERY):
            raise RefusedError(415, f"the content of a query is {QUERY} or {FORM}, not {media or 'of no type'}")
        if media == QUERY:
            given.append(("query", _text(body, parameters)))
        else:
            given += _pairs(_text(body, parameters))
    return _operation(given)


def _operation(given: list[tuple[str, str]]) -> Operation | None:
    texts = [value for name, value in given if name == "query"]
    graphs = {name: tuple(address(value, name) for key, value in given if key == name) for name in ("default-graph-uri", "named-graph-uri")}
    if len(texts) > 1:
        raise RefusedError(400, "one query at a time")
    return Operation(texts[0], graphs["default-graph-uri"], graphs["named-graph-uri"]) if texts else None


def check(operation: Operation) -> None:
    """Raises :class:`RefusedError` where a query may not be run: 403 where it would write or reach outside, 400 for what breaks an engine."""
    if "\x00" in operation.text or any("\ud800" <= sign <= "\udfff" for sign in operation.text):
        raise RefusedError(400, "the query holds a sign that is none")
    try:
        guard.check(operation.text, graphs=True)
    except QueryError as error:
        found = _PLACE.search(str(error))
        reason = str(error)[found.end() :] if found else str(error)
        line, column = (int(found[1]), int(found[2])) if found else (None, None)
        raise RefusedError(403 if isinstance(error, ForbiddenError) else 400, reason, line, column) from error
    if not operation.kind:
        first = next((token.start for token in guard.tokens(operation.text) if token.kind == "word" and token.text.casefold() not in _PROLOGUE), 0)
        raise RefusedError(400, "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, after its prefixes", *guard.place(operation.text, first))


def _no_writing() -> RefusedError:
    return RefusedError(403, "nothing can be written here: the endpoint only reads")


def _would_write(body: bytes) -> bool:
    """Whether a content of another type is an update all the same."""
    text = body.decode("utf-8", "replace")
    return any(name == "update" for name, _ in parse_qsl(text)) or _first_word(text) in _CHANGES


def _first_word(text: str) -> str:
    """The word with which a query or an update begins, after its prefixes."""
    words = (token.text.casefold() for token in guard.tokens(text) if token.kind == "word")
    return next((word for word in words if word not in _PROLOGUE), "")


def _text(body: bytes, parameters: str) -> str:
    charset = re.search(r"charset\s*=\s*\"?([\w\-]+)", parameters, re.IGNORECASE)
    if charset and charset[1].casefold() not in ("utf-8", "utf8", "us-ascii"):
        raise RefusedError(415, f"the content is read as UTF-8, not {charset[1]}")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, "the content is not UTF-8") from error


def _pairs(query: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=200)
    except (ValueError, UnicodeDecodeError) as error:
        raise RefusedError(400, "the parameters can't be read") from error


def address(value: str, name: str) -> str:
    """An absolute address as it came, that may stand in a query text; raises :class:`RefusedError`, naming the parameter, for what is none."""
    if not _ADDRESS.fullmatch(value):
        raise RefusedError(400, f"{name}: {value[:100]!r} is no address of a graph")
    return value
