"""Running a query: from a saved name or a text to rows of plain Python values. Reads only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from clustergraph.errors import QueryError
from clustergraph.graph.stores import Answer, Table
from clustergraph.queries import guard, saved
from clustergraph.queries.parameters import fill

if TYPE_CHECKING:
    import pandas as pd

Value: TypeAlias = str | int | float | bool | None

_XSD = "http://www.w3.org/2001/XMLSchema#"
_WHOLE = frozenset(f"{_XSD}{name}" for name in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger"))
_BROKEN = frozenset(f"{_XSD}{name}" for name in ("decimal", "double", "float"))
_PLACE = re.compile(r"(?:error )?at (\d+):(\d+):?\s*", re.IGNORECASE)


class Queryable(Protocol):
    """A store as queries see it: it answers a SPARQL text over the union of its graphs and knows our prefixes."""

    def query(self, sparql: str) -> Answer:
        """A table, a boolean or triples; raises :class:`~clustergraph.errors.QueryError` for a text that can't be read."""


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: the names of the columns and a tuple a row. Dates are ISO strings, addresses plain strings, unbound is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> list[dict[str, Value]]:
        """One mapping a row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_dataframe(self) -> pd.DataFrame:
        """The answer as a pandas table; needs the extra ``data``."""
        import pandas as pd

        return pd.DataFrame.from_records(self.dicts(), columns=list(self.columns))


def run(store: Queryable, name_or_text: str, params: Mapping[str, str] | None = None) -> Rows:
    """The answer to a saved query, by its name, or to a SPARQL text.

    Raises :class:`~clustergraph.errors.QueryError` (with line and column) for a text that can't or may not be run and
    :class:`~clustergraph.errors.UsageError` for an unknown name or a value that does not fit.
    """
    found = answer(store, name_or_text, params)
    if isinstance(found, Table):
        return Rows(found.variables, tuple(tuple(value(term) for term in row) for row in found.rows))
    if isinstance(found, bool):
        return Rows(("answer",), ((found,),))
    return Rows(("subject", "predicate", "object"), tuple((value(s), value(p), value(o)) for s, p, o in found))


def answer(store: Queryable, name_or_text: str, params: Mapping[str, str] | None = None) -> Answer:
    """The same in the store's own terms: a table, yes or no, or triples."""
    if re.fullmatch(r"[\w\-]+", name_or_text.strip()):
        query = saved.get(name_or_text.strip())
    else:
        guard.check(name_or_text)
        query = saved.parse("query", name_or_text)
    try:
        return store.query(fill(query.text, query.parameters, params or {}))
    except (QueryError, SyntaxError) as error:  # a text that is none, and one that may not be run
        raise _malformed(query.name, str(error)) from error


def _malformed(name: str, reason: str) -> QueryError:
    reason = " ".join(reason.split())
    found = _PLACE.search(reason)
    if not found:
        return QueryError(f"{name}: {reason}")
    said = reason[found.end() :] or "not understood"
    shown = said if len(said) <= 160 else said[:157] + "…"
    return QueryError(f"{name}, line {found[1]}, column {found[2]}: {shown}")


def value(term: Any) -> Value:
    """The plain value of an RDF term: whole numbers, numbers and booleans by their datatype, everything else as a string."""
    if term is None:
        return None
    text = str(term.value)
    datatype = getattr(term, "datatype", None)
    kind = str(getattr(datatype, "value", datatype)) if datatype is not None else ""
    try:
        if kind in _WHOLE:
            return int(text)
        if kind in _BROKEN:
            return float(text)
    except ValueError:
        return text
    if kind == f"{_XSD}boolean":
        return text in ("true", "1")
    return text
