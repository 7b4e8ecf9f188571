"""Values for the parameters of a query text. A parameter is written ``$name``; ``?name`` is a variable of the query and never touched."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clustergraph.graph.terms import Term

# What may hold a "$name" that is none: comments, IRIs, strings of all four kinds.
_TOKEN = re.compile(
    r"""(?P<skip><[^\s<>"{}|^`\\]*>|'''(?:(?:'{0,2})(?:[^'\\]|\\.))*'''|\"{3}(?:(?:\"{0,2})(?:[^"\\]|\\.))*\"{3}
    |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|\#[^\n]*)|\$(?P<name>\w+)""",
    re.VERBOSE | re.DOTALL,
)


def fill(sparql: str, values: Mapping[str, Term]) -> str:
    """The query with each ``$name`` replaced by its term; parameters without a value stay unbound variables.

    Terms are written by the RDF library, so that no value can leave its place in the query.
    """
    if not values:
        return sparql

    def put(match: re.Match[str]) -> str:
        term = values.get(match["name"]) if match["name"] else None
        return match[0] if term is None else str(term)

    return _TOKEN.sub(put, sparql)
