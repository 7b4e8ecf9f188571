"""``graph``: the drawing, one HTML file that opens offline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from clustergraph.cli import words
from clustergraph.cli.ask import given, narrowing
from clustergraph.cli.shell import Command, project, put

if TYPE_CHECKING:
    from clustergraph.project import Project


@click.command("graph", cls=Command)
@click.option("--view", default="references", metavar="references|roles|initiatives|ego")
@narrowing
@click.option("--status", multiple=True)
@click.option("--around", metavar="NAME")
@click.option("--depth", type=click.IntRange(1, 9), default=1)
@click.option("-o", "--output", metavar="FILE")
def graph_command(view: str, output: str | None, **options: Any) -> None:
    """The drawing."""
    opened = project()
    put(page(opened, view, options), output or str(opened.folder / "out" / "graph.html"))


def page(opened: Project, view: str, options: dict[str, Any]) -> str:
    """The page of one view."""
    from clustergraph import explorer
    from clustergraph.queries import parameters

    # The day is only where the slider begins: the drawing holds all days.
    day = options.get("as_of")
    drawn = opened.drawing(view, **given(**{name: value for name, value in options.items() if name != "as_of"}))
    return explorer.draw(drawn, lang=words.language(), as_of=parameters.day(day, "--as-of") if day else None)
