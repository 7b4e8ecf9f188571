"""``changes``: what is different between two days, or since the last meeting of a forum."""

from __future__ import annotations

from typing import Any

import click

from clustergraph.cli import words
from clustergraph.cli.ask import given, narrowing
from clustergraph.cli.shell import Command, project, put


@click.command("changes", cls=Command)
@click.option("--from", "since", metavar="DATE")
@click.option("--to", "until", metavar="DATE")
@click.option("--axis", type=click.Choice(["virkning", "registrering"]), default="virkning")
@click.option("--since-last-meeting", metavar="FORUM")
@narrowing
@click.option("--format", "form", type=click.Choice(["table", "md", "json", "csv", "html", "atom"]), default="table")
@click.option("-o", "--output", metavar="FILE")
def changes_command(form: str, output: str | None, **options: Any) -> None:
    """What has changed."""
    from clustergraph import reports

    opened = project()
    store = opened.known(options["known_at"])
    put(reports.render(reports.run(store, "changes", given(**options), known=opened.known), form, words.language()), output)
