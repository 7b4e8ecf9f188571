"""Both times on everything that can be asked: what held on a day, and what was known at a moment."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from clustergraph import queries, reports
from clustergraph.cli import COMMANDS, main
from clustergraph.graph.stores import Store
from clustergraph.reports import REPORTS

EARLY, LATE = "2030-12-31", "2031-12-31"
ASKED: dict[str, Callable[..., Any]] = {
    "show": lambda store, **options: reports.show(store, "Lederkredsen", options),
    "timeline": lambda store, **options: reports.timeline(store, "Lederkredsen", options),
    "path": lambda store, **options: reports.path(store, "Ane Holt", "Lederkredsen", options),
    "watch": lambda store, **options: reports.watching(store, [str(reports.search(store, "Lederkredsen").rows[0]["name_id"])], options),
    **{f"report {name}": lambda store, name=name, **options: reports.run(store, name, options) for name in REPORTS},
}
TOLD_LATER = frozenset({"unclear", "approved", "former"})  # of what a later document tells of an earlier time
PICTURES = {name: ask for name, ask in ASKED.items() if name not in ("report changes", "watch")}


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("axis", ["as_of", "known_at"])
def test_nothing_of_a_later_document_is_told(store: Store, name: str, axis: str) -> None:
    for row in ASKED[name](store, **{axis: EARLY}).rows:
        if row.get("section") == "names":  # what somebody is called has no day
            continue
        said = [quote["date"] for quote in row["quotes"]]
        if axis == "known_at":
            assert said and max(said) <= EARLY, row
        elif row.get("status") not in TOLD_LATER and row.get("happened") != "has_lapsed":
            assert said and min(said) <= EARLY, row


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("axis", ["as_of", "known_at"])
def test_nothing_is_known_before_the_first_document(store: Store, name: str, axis: str) -> None:
    rows = [row for row in PICTURES[name](store, **{axis: "2029-01-01"}).rows if row["quotes"]]
    assert [
        row for row in rows if row.get("status") not in ("unclear", "approved", "former") and axis == "as_of" and row.get("section") != "names"
    ] == []
    assert axis == "as_of" or rows == []


@pytest.mark.parametrize("query", [one for one in queries.names() if any(p.name == "as_of" for p in one.parameters)], ids=lambda one: one.name)
def test_every_saved_query_of_facts_honours_the_day(store: Store, query: queries.Saved) -> None:
    none, every = (len(queries.run(store, query.name, {"as_of": day})) for day in ("2020-01-01", LATE))
    assert none <= every and (none == 0 or query.name == "references")


@pytest.mark.parametrize("name", ["report", "changes", "query", "show", "timeline", "path", "graph", "watch"])
def test_every_command_that_asks_takes_both_times(name: str) -> None:
    import click

    assert name in COMMANDS
    command = main.get_command(click.Context(main), name)
    assert command is not None
    given = {option for parameter in command.params for option in parameter.opts}
    assert {"--as-of", "--known-at"} <= given
    assert inspect.getdoc(command.callback)
