"""``graph``: the drawing, one HTML file that opens offline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clustergraph.cli import words
from clustergraph.cli.ask import given, narrowing
from clustergraph.cli.shell import Command, project, put
from clustergraph.errors import InputError

if TYPE_CHECKING:
    from clustergraph.explorer import Drawing
    from clustergraph.explorer.story import Story
    from clustergraph.project import Project


@click.command("graph", cls=Command)
@click.option("--view", default="references", metavar="references|roles|initiatives|ego")
@narrowing
@click.option("--status", multiple=True)
@click.option("--around", metavar="NAME")
@click.option("--story", metavar="FILE")
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
    drawn = opened.drawing(view, **given(**{name: value for name, value in options.items() if name not in ("as_of", "story")}))
    story = _story(options["story"], drawn) if options.get("story") else None
    return explorer.draw(drawn, lang=words.language(), as_of=parameters.day(day, "--as-of") if day else None, story=story)


def _story(path: str, drawn: Drawing) -> Story:
    from clustergraph.explorer import story

    try:
        return story.read(Path(path).read_text(encoding="utf-8"), path, drawn)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(words.say("error.unreadable", path=path, reason=getattr(error, "strerror", None) or error)) from error
