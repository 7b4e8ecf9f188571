"""``search``, ``show``, ``path``, ``why``: one actor, how two are linked, and the sentences behind a fact."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from clustergraph.cli import words
from clustergraph.cli.ask import given
from clustergraph.cli.shell import Command, project, put
from clustergraph.errors import UsageError

if TYPE_CHECKING:
    from clustergraph.project import Project
    from clustergraph.reports import ReportResult

_SENTENCES = 10  # of those that hold the words asked for
_FORMS = click.Choice(["table", "md", "csv", "json", "html"])


@click.command("search", cls=Command)
@click.argument("wanted", metavar="WORDS", nargs=-1, required=True)
@click.option("--format", "form", type=_FORMS, default="table")
@click.option("-o", "--output", metavar="FILE")
def search_command(wanted: tuple[str, ...], form: str, output: str | None) -> None:
    """Find names and sentences."""
    from clustergraph import reports

    found = reports.search(project().store, " ".join(wanted), given())
    put(reports.render(found, form, words.language()), output)


@click.command("show", cls=Command)
@click.argument("name", metavar="NAME|IRI")
@click.option("--as-of", metavar="DATE")
@click.option("--known-at", metavar="DATETIME")
@click.option("--format", "form", type=_FORMS, default="table")
@click.option("-o", "--output", metavar="FILE")
def show_command(name: str, form: str, output: str | None, **options: Any) -> None:
    """All that is known of one actor, forum or initiative."""
    from clustergraph import reports

    opened = project()
    put(reports.render(reports.show(opened.store, opened.current(name), given(**options)), form, words.language()), output)


@click.command("timeline", cls=Command)
@click.argument("name", metavar="NAME|IRI")
@click.option("--as-of", metavar="DATE")
@click.option("--known-at", metavar="DATETIME")
@click.option("--format", "form", type=_FORMS, default="table")
@click.option("-o", "--output", metavar="FILE")
def timeline_command(name: str, form: str, output: str | None, **options: Any) -> None:
    """The history of one actor, forum or initiative."""
    from clustergraph import reports

    put(reports.render(reports.timeline(project().store, name, given(**options)), form, words.language()), output)


@click.command("why", cls=Command)
@click.argument("ident", metavar="ID")
@click.option("--context", "around", type=click.IntRange(0, 5000), default=0, metavar="N")
@click.option("--format", "form", type=_FORMS, default="table")
@click.option("-o", "--output", metavar="FILE")
def why_command(ident: str, around: int, form: str, output: str | None) -> None:
    """The sentences behind a fact."""
    from clustergraph import reports

    opened = project()

    def behind(what: str) -> ReportResult:
        return reports.why(opened.store, opened.current(what), given(), around=around, text_of=opened.text_of)

    try:
        found = behind(ident)
    except UsageError:  # no id and no name: perhaps words of a sentence
        facts = [str(row["fact_id"]) for row in reports.search(opened.store, ident, given()).rows if row.get("fact_id")]
        if not facts:
            raise
        each = [behind(fact) for fact in dict.fromkeys(facts[:_SENTENCES])]
        found = replace(each[0], rows=[row for result in each for row in result.rows], words=ident)
    put(reports.render(found, form, words.language()), output)


@click.command("path", cls=Command)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option("--as-of", metavar="DATE")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def path_command(left: str, right: str, form: str, **options: Any) -> int:
    """How two are linked, by the fewest steps."""
    from clustergraph.explorer import VIEWS
    from clustergraph.explorer.drawing import shortest

    opened = project()
    drawn = [opened.drawing(view, **given(**options)) for view in VIEWS if view != "ego"]
    labels = {node.id: node.label for drawing in drawn for node in drawing.nodes}
    ends = [_one(opened, name) for name in (left, right)]
    rows = [
        {"from": labels[edge.source], "to": labels[edge.target], "kind": edge.kind, "status": edge.status}
        for edge in shortest(drawn, ends[0], ends[1])
    ]
    if form == "json":
        question = words.say("path.question", left=left, right=right)
        click.echo(json.dumps({"question": question, "as_of": options["as_of"], "known_at": None, "rows": rows}, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            click.echo(f"{row['from']} → {row['to']}  ({row['kind']}, {row['status']})")
    if not rows:
        click.echo(words.say("path.none", left=left, right=right), err=True)
    return 0 if rows else 1


def _one(opened: Project, name: str) -> str:
    """The entity that a name means; raises :class:`UsageError` where it means none or several."""
    from clustergraph.queries.actors import Actors

    found = Actors.load(opened.store).find(name)
    if not found:
        raise UsageError(words.say("search.none", words=name))
    if len(found) > 1 and found[0].label.casefold() != name.casefold():
        raise UsageError(words.say("show.many", words=name, found="; ".join(actor.label for actor in found[:6])))
    return found[0].id
