"""``report``, ``query``, ``queries``: questions by name and in SPARQL."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from clustergraph.cli import words
from clustergraph.cli.shell import Command, project, put, put_bytes
from clustergraph.errors import InputError, UsageError

if TYPE_CHECKING:
    from clustergraph.queries import Rows

F = TypeVar("F", bound=Callable[..., Any])


def narrowing(command: F) -> F:
    """The options that narrow a report or a drawing: the two times, and who is asked for."""
    for option in (
        click.option("--region", metavar="NAME"),
        click.option("--cluster", metavar="NAME"),
        click.option("--forum", metavar="NAME"),
        click.option("--known-at", metavar="DATETIME"),
        click.option("--as-of", metavar="DATE"),
    ):
        command = option(command)
    return command


def given(**options: Any) -> dict[str, Any]:
    """The options that were given, with the language."""
    return {**{name: value for name, value in options.items() if value not in (None, ())}, "lang": words.language()}


@click.command("report", cls=Command)
@click.argument("name", metavar="NAME")
@narrowing
@click.option("--person", metavar="NAME")
@click.option("--organisation", metavar="NAME")
@click.option("--case", metavar="WORDS")
@click.option("--status", multiple=True)
@click.option("--kind", multiple=True)
@click.option("--capacity", multiple=True)
@click.option("--format", "form", type=click.Choice(["table", "md", "csv", "json", "html", "xlsx"]), default="table")
@click.option("-o", "--output", metavar="FILE")
def report_command(name: str, form: str, output: str | None, **options: Any) -> None:
    """One report."""
    from clustergraph import reports

    opened = project()
    result = opened.report(name, **given(**options))
    if form == "xlsx":
        from clustergraph.exports import tables

        put_bytes(tables.xlsx({name: result.rows}), output or str(opened.folder / "out" / f"{name}.xlsx"))
        return
    put(reports.render(result, form, words.language()), output)


@click.command("query", cls=Command)
@click.argument("name", metavar="NAME|FILE|-", required=False)
@click.option("-q", "--text", metavar="SPARQL")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE")
@click.option("--as-of", metavar="DATE")
@click.option("--known-at", metavar="DATETIME")
@click.option("--format", "form", type=click.Choice(["table", "csv", "tsv", "json", "xml", "ttl"]), default="table")
@click.option("-o", "--output", metavar="FILE")
def query_command(
    name: str | None, text: str | None, params: tuple[str, ...], as_of: str | None, known_at: str | None, form: str, output: str | None
) -> None:
    """One SPARQL query."""
    if (name is None) == (text is None):
        raise UsageError(words.say("query.one"))
    asked = text if text is not None else _named(str(name))
    given_values = {**({"as_of": as_of} if as_of else {}), **dict(_pair(param) for param in params)}
    if form in ("xml", "ttl"):
        from clustergraph import queries
        from clustergraph.cli import answers

        found = queries.answer(project().known(known_at), asked, given_values)
        put(answers.as_xml(found) if form == "xml" else answers.as_turtle(found), output)
    else:
        rows = project().query(asked, known_at, **given_values)
        put(_json(rows, asked, given_values.get("as_of"), known_at) if form == "json" else _FORMS[form](rows), output)


def _pair(param: str) -> tuple[str, str]:
    name, sign, value = param.partition("=")
    if not sign or not name.isidentifier():
        raise UsageError(words.say("query.param", param=param))
    return name, value


def _named(name: str) -> str:
    """The text of standard input or of a file; else the name of a saved query."""
    if name == "-":
        try:
            return sys.stdin.buffer.read().decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(words.say("error.unreadable", path="-", reason=error)) from error
    path = Path(name)
    if path.suffix in (".rq", ".sparql") or path.is_file():
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(words.say("error.unreadable", path=path, reason=getattr(error, "strerror", None) or error)) from error
    return name


def _json(rows: Rows, asked: str, as_of: str | None, known_at: str | None) -> str:
    question = asked
    if asked.replace("-", "").replace("_", "").isalnum():
        from clustergraph import queries

        question = queries.get(asked).question(words.language())
    found = {"question": " ".join(question.split()), "as_of": as_of, "known_at": known_at, "rows": rows.dicts()}
    return json.dumps(found, ensure_ascii=False, indent=1)


def _separated(rows: Rows, delimiter: str) -> str:
    from clustergraph.reports.machine import safe

    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([safe(value) if isinstance(value, str) else value for value in row] for row in rows)
    return out.getvalue()


def _table(rows: Rows) -> str:
    cells = [list(rows.columns), *([_cell(value) for value in row] for row in rows)]
    widths = [min(60, max(len(row[i]) for row in cells)) for i in range(len(rows.columns))]
    lines = ["  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([*lines, words.say("query.rows", count=len(rows))])


def _cell(value: object) -> str:
    return "–" if value is None else " ".join(str(value).split())


_FORMS: dict[str, Callable[[Any], str]] = {
    "table": _table,
    "csv": lambda rows: _separated(rows, ","),
    "tsv": lambda rows: _separated(rows, "\t"),
}


@click.command("queries", cls=Command)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def queries_command(form: str) -> None:
    """The saved queries with their questions."""
    from clustergraph import queries

    saved = queries.names()
    if form == "json":
        rows = [{"name": q.name, "question": q.question(words.language()), "about": q.description, "params": _params(q)} for q in saved]
        click.echo(json.dumps({"rows": rows}, ensure_ascii=False, indent=1))
        return
    for query in saved:
        click.echo(f"{query.name:16} {query.question(words.language())}")


def _params(query: Any) -> list[dict[str, Any]]:
    return [{"name": p.name, "type": p.type, "default": p.default, "about": p.description} for p in query.parameters]
