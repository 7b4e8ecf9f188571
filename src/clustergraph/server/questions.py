"""Saved queries with a visitor's values, answered by the workers of the endpoint: nobody's values can hold the process that serves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from clustergraph.errors import StoreError, UsageError
from clustergraph.queries import Rows
from clustergraph.queries.parameters import fill
from clustergraph.server.sparql.pool import BusyError
from clustergraph.server.sparql.worker import Question

if TYPE_CHECKING:
    from clustergraph.queries.saved import Saved
    from clustergraph.server.visit import Visit


def rows(visit: Visit, saved: Saved, given: Mapping[str, str]) -> Rows:
    """The answer, kept with the view. Raises :class:`UsageError` for values that do not fit, and where the question takes more than it may."""
    text = fill(saved.text, saved.parameters, given)
    return visit.view.kept(("query", text), lambda: _asked(visit, text))


def _asked(visit: Visit, text: str) -> Rows:
    limits = visit.site.limits
    try:
        reply = visit.site.workers.ask(visit.view, Question(text, "rows", limits.seconds))
    except BusyError as error:
        raise StoreError(visit.say("query.busy")) from error
    if reply.state in ("slow", "memory", "cut"):
        raise StoreError(visit.say("query.ended", seconds=f"{limits.seconds:g}"))
    if reply.state != "answer":
        raise UsageError(reply.reason)
    told = json.loads(reply.body)
    return Rows(tuple(told["columns"]), tuple(map(tuple, told["rows"])))
