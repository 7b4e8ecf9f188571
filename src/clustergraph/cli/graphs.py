"""``validate``, ``export``: the graph against its shapes, and the graph for other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clustergraph.cli import words
from clustergraph.cli.shell import Command, project, put
from clustergraph.errors import UsageError

if TYPE_CHECKING:
    from clustergraph.project import Project


@click.command("validate", cls=Command)
@click.option("--format", "form", type=click.Choice(["table", "json", "ttl"]), default="table")
@click.option("-o", "--output", metavar="FILE")
def validate_command(form: str, output: str | None) -> int:
    """The graph against its shapes."""
    from clustergraph import graph

    found = graph.validate(project().store)
    put(graph.render_violations(found, form, words.language()), output)
    return 1 if found else 0


@click.command("export", cls=Command)
@click.argument("form", metavar="FORMAT")
@click.option("-o", "--output", metavar="FILE")
@click.option("--as-of", metavar="DATE")
@click.option("--view", default="references", metavar="references|roles|initiatives")
def export_command(form: str, output: str | None, as_of: str | None, view: str) -> None:
    """The graph in another form."""
    opened = project()
    if form in _TEXTS:
        put(_TEXTS[form](opened), output)
    elif form in ("graphml", "gexf"):
        put(_network(opened, form, view, as_of), output)
    elif form == "csv":
        _tables(opened, Path(output or opened.folder / "out" / "csv"), as_of)
    else:
        raise UsageError(words.say("export.unknown", form=form, forms=", ".join([*_TEXTS, "graphml", "gexf", "csv"])))


def _rdf(name: str) -> Callable[[Project], str]:
    def written(opened: Project) -> str:
        from clustergraph.graph import rdf

        return rdf.serialize(opened.store, name)

    return written


_TEXTS: dict[str, Callable[[Project], str]] = {
    "nq": lambda opened: "".join(line + "\n" for line in opened.store.dump()),
    "trig": _rdf("trig"),
    "ttl": _rdf("ttl"),
    "jsonld": _rdf("jsonld"),
}


def _network(opened: Project, form: str, view: str, as_of: str | None) -> str:
    from clustergraph.explorer import graphs

    return graphs.write(opened.as_networkx(view, **({"as_of": as_of} if as_of else {})), form)


def _tables(opened: Project, folder: Path, as_of: str | None) -> None:
    """Every report as a CSV file of its own."""
    from clustergraph import reports
    from clustergraph.project import write

    for name in reports.REPORTS:
        result = opened.report(name, **({"as_of": as_of} if as_of else {}), lang=words.language())
        write(folder / f"{name}.csv", reports.render(result, "csv", words.language()))
    click.echo(words.say("written", path=folder), err=True)
