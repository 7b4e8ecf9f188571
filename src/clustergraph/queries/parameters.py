"""The parameters of a query: typed, escaped terms in the place of ``$name``, so that nobody's words become query text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from clustergraph.errors import UsageError
from clustergraph.queries.guard import tokens

_XSD = "http://www.w3.org/2001/XMLSchema#"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^<>\"{}|^`\\\x00-\x20]*")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """A place for a value. ``type``: ``date dateTime integer boolean string iri``, or ``iris`` and ``strings`` for a ``VALUES`` block
    (several, parted by blanks or, for strings, by ``|``). ``default`` is None where a value must be given.
    """

    name: str
    type: str
    default: str | None
    description: str = ""


def day(text: str, name: str = "date") -> str:
    """A full ISO day; a partial one (``2024``, ``2024-10``) means its last day. Raises :class:`UsageError` naming what is no date."""
    match = _DAY.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError
        year, month = int(match[1]), int(match[2] or 12)
        if match[3]:
            return datetime.date(year, month, int(match[3])).isoformat()
        if match[2] is None or month == 12:
            return datetime.date(year, 12, 31).isoformat()
        return (datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)).isoformat()
    except ValueError:
        raise UsageError(f"{name}: {text!r} is no date; write 2024-12-31") from None


def moment(text: str, name: str = "dateTime") -> str:
    """An ISO moment in UTC; a day means its end, for what became known on a day is known on it."""
    if _DAY.fullmatch(text.strip()):
        return f"{day(text, name)}T23:59:59Z"
    try:
        found = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{name}: {text!r} is no date or time; write 2024-12-31 or 2024-12-31T12:00:00") from None
    utc = found.replace(tzinfo=found.tzinfo or datetime.UTC).astimezone(datetime.UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%SZ")


def string(text: str) -> str:
    """A SPARQL string."""
    return f'"{text.translate(_ESCAPES)}"'


def iri(text: str, name: str = "iri") -> str:
    """A SPARQL address."""
    bare = text.strip().removeprefix("<").removesuffix(">")
    if not _IRI.fullmatch(bare):
        raise UsageError(f"{name}: {text!r} is no IRI")
    return f"<{bare}>"


def term(parameter: Parameter, value: str) -> str:
    """The SPARQL form of a value."""
    kind, name = parameter.type, parameter.name
    if kind == "date":
        return f'"{day(value, name)}"^^<{_XSD}date>'
    if kind == "dateTime":
        return f'"{moment(value, name)}"^^<{_XSD}dateTime>'
    if kind == "integer":
        if not re.fullmatch(r"[+-]?\d{1,18}", value.strip()):
            raise UsageError(f"{name}: {value!r} is no whole number")
        return str(int(value))
    if kind == "boolean":
        if value.casefold() not in ("true", "false"):
            raise UsageError(f"{name}: {value!r} is neither true nor false")
        return value.casefold()
    if kind == "iri":
        return iri(value, name)
    if kind == "iris":
        return " ".join(iri(one, name) for one in value.split())
    if kind == "strings":
        return " ".join(string(one) for one in value.split("|"))
    return string(value)


def guess(name: str, value: str) -> Parameter:
    """A parameter that a query uses and does not declare: day, number or address by its form, else a string."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return Parameter(name, "date", None)
    if re.fullmatch(r"[+-]?\d+", value):
        return Parameter(name, "integer", None)
    return Parameter(name, "iri" if value.startswith("<") and value.endswith(">") else "string", None)


def fill(text: str, declared: tuple[Parameter, ...], values: Mapping[str, str]) -> str:
    """The query with its values in place. Raises :class:`UsageError` for a missing, an unknown or a malformed value."""
    used = {token.text[1:] for token in tokens(text) if token.kind == "variable" and token.text.startswith("$")}
    known = {parameter.name: parameter for parameter in declared}
    for name in values:
        if name not in known and name not in used:
            have = ", ".join(sorted(known)) or "none"
            raise UsageError(f"{name}: the query has no such parameter (it has: {have})")
    terms: dict[str, str] = {}
    for name in sorted(used & (set(known) | set(values))):
        parameter = known.get(name) or guess(name, values[name])
        value = values.get(name, parameter.default)
        if value is None:
            raise UsageError(f"{name}: the query asks for a value ({parameter.type}): --param {name}=…")
        terms[name] = term(parameter, value)
    return "".join(
        terms[token.text[1:]] if token.kind == "variable" and token.text[0] == "$" and token.text[1:] in terms else token.text
        for token in tokens(text)
    )
