"""``search``, ``show``, ``path``, ``why``: one actor, how two are linked, and the sentences behind a fact."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from clustergraph.cli import words
from clustergraph.cli.ask import given
from clustergraph.cli.shell import Command, project, put
from clustergraph.errors import UsageError

if TYPE_CHECKING:
    from clustergraph.reports import ReportResult

_SENTENCES = 10  # of those that hold the words asked for
_FORMS = click.Choice(["table", "md", "csv", "json", "html"])


@click.command("search", cls=Command)
@click.argument("wanted", metavar="WORDS", nargs=-1, required=True)
@click.option("--known-at", metavar="DATETIME")
@click.option("--format", "form", type=_FORMS, default="table")
@click.option("-o", "--output", metavar="FILE")
def search_command(wanted: tuple[str, ...], form: str, output: str | None, **options: Any) -> None:
    """Find names and sentences."""
    from clustergraph import reports

    found = reports.search(project().known(options["known_at"]), " ".join(wanted), given(**options))
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
    put(reports.render(reports.show(opened.known(options["known_at"]), opened.current(name), given(**options)), form, words.language()), output)


@click.command("timeline", cls=Command)
@click.argument("name", metavar="NAME|IRI")
@click.option("--as-of", metavar="DATE")
@click.option("--known-at", metavar="DATETIME")
@click.option("--format", "form", type=_FORMS, default="table")
@click.option("-o", "--output", metavar="FILE")
def timeline_command(name: str, form: str, output: str | None, **options: Any) -> None:
    """The history of one actor, forum or initiative."""
    from clustergraph import reports

    opened = project()
    found = reports.timeline(opened.known(options["known_at"]), opened.current(name), given(**options))
    put(reports.render(found, form, words.language()), output)


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
@click.option("--known-at", metavar="DATETIME")
@click.option("--format", "form", type=_FORMS, default="table")
@click.option("-o", "--output", metavar="FILE")
def path_command(left: str, right: str, form: str, output: str | None, **options: Any) -> int:
    """How two are linked, by the fewest steps, and who sits in both."""
    from clustergraph import reports

    opened = project()
    found = reports.path(opened.known(options["known_at"]), opened.current(left), opened.current(right), given(**options))
    if not found.rows:
        click.echo(words.say("path.none", left=left, right=right), err=True)
        return 1
    put(reports.render(found, form, words.language()), output)
    return 0
