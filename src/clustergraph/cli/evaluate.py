"""``eval``: how good the reading is, against annotations made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import click

from clustergraph.cli import words
from clustergraph.cli.shell import Command
from clustergraph.errors import InputError


@click.command("eval", cls=Command)
@click.argument("gold", metavar="GOLD...", nargs=-1, required=True)
@click.option("--documents", metavar="DIR")
@click.option("--fail-under", type=click.FloatRange(0, 1), metavar="F1")
@click.option("--show", is_flag=True)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def eval_command(gold: tuple[str, ...], documents: str | None, fail_under: float | None, show: bool, form: str) -> int:
    """Precision, recall and F1 a kind of fact."""
    from clustergraph import claims, evaluation, records
    from clustergraph import documents as reader

    total = evaluation.Tally()
    for path in evaluation.gold_files([Path(name) for name in gold]):
        asked = evaluation.load(path)
        document = reader.read(evaluation.document_of(path, Path(documents) if documents else None))
        told = records.facts(document, claims.recognize(document)[0])
        total.add(evaluation.compare(told, asked), path.name)
    if not total.documents:
        raise InputError(words.say("eval.none", path=", ".join(gold)))
    figures = total.figures()
    if form == "json":
        click.echo(json.dumps({"documents": total.documents, "rows": [figure.row() for figure in figures]}, ensure_ascii=False, indent=1))
    else:
        click.echo(words.say("eval.head"))
        for figure in figures:
            click.echo(f"{figure.kind:24}{figure.precision:9.3f}{figure.recall:9.3f}{figure.f1:9.3f}{figure.asked:8}{figure.told:8}")
    if show:
        for line in total.differences:
            click.echo(line, err=True)
    return 1 if fail_under is not None and any(figure.f1 < fail_under for figure in figures) else 0
