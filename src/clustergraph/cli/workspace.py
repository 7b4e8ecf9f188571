"""``init``, ``demo``, ``ingest``, ``build``, ``status``, ``doctor``: the life of a project."""

from __future__ import annotations

import datetime
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clustergraph.cli import words
from clustergraph.cli.removal import difference
from clustergraph.cli.shell import Command, folder, project
from clustergraph.cli.unread import said, share
from clustergraph.errors import InputError, UsageError

if TYPE_CHECKING:
    from clustergraph.pipeline import Taken
    from clustergraph.project import Project


def today() -> str:
    """The day on which documents become known; the only clock besides that of judgements."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()


@click.command("init", cls=Command)
@click.argument("directory", metavar="[DIR]", required=False)
def init_command(directory: str | None) -> None:
    """Make an empty project."""
    from clustergraph.project import Project

    made = Project.create(Path(directory) if directory else folder())
    click.echo(words.say("init.done", path=made.folder), err=True)


@click.command("ingest", cls=Command)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-r", "--recursive", is_flag=True)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, metavar="N")
@click.option("--dry-run", is_flag=True)
@click.option("--strict", is_flag=True)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def ingest_command(paths: tuple[str, ...], recursive: bool, jobs: int, dry_run: bool, strict: bool, form: str) -> int:
    """Take documents in."""
    opened = project()
    outcome = take_in(opened, paths, recursive=recursive, jobs=jobs, dry_run=dry_run, quiet=form == "json")
    failed = sum(taken.fate == "failed" for taken in outcome)
    if form == "json":
        click.echo(json.dumps({"rows": [row(taken) for taken in outcome]}, ensure_ascii=False, indent=1))
    else:
        counts = Counter(taken.fate for taken in outcome)
        click.echo(words.say("ingest.done", new=counts["new"], changed=counts["changed"], same=counts["same"], failed=failed))
    if failed and failed == len(outcome):
        return InputError.exit_code
    return 1 if failed or (strict and any(taken.unread for taken in outcome)) else 0


def take_in(opened: Project, paths: tuple[str, ...], *, recursive: bool, jobs: int, dry_run: bool = False, quiet: bool = False) -> list[Taken]:
    """Ingest and build, with a line on stderr for each document that changed something or failed."""
    from clustergraph import locking, pipeline

    def tell(taken: Taken) -> None:
        if taken.error:
            click.echo(taken.error, err=True)
        elif taken.fate != "same" and not quiet:
            more = words.say("ingest.unread", count=taken.unread) if taken.unread else ""
            click.echo(words.say(f"ingest.{taken.fate}", name=taken.path.name, claims=taken.claims) + more, err=True)
            difference(taken)

    found = pipeline.files([Path(path) for path in paths], recursive)
    if dry_run:
        return pipeline.ingest(opened, found, today=today(), jobs=jobs, dry_run=True, tell=tell)
    with locking.hold(opened.folder):
        outcome = pipeline.ingest(opened, found, today=today(), jobs=jobs, tell=tell)
        if opened.manifest.current or opened.built:
            pipeline.build(opened)
    return outcome


def row(taken: Taken) -> dict[str, Any]:
    """What became of one file, for a program."""
    return {"file": str(taken.path), "outcome": taken.fate, "claims": taken.claims, "unread": taken.unread, "error": taken.error}


@click.command("build", cls=Command)
def build_command() -> None:
    """Build everything derived anew."""
    from clustergraph import locking, pipeline

    opened = project()
    with locking.hold(opened.folder):
        pipeline.build(opened, anew=True)
    click.echo(words.say("build.done", documents=len(opened.manifest.current)), err=True)


@click.command("demo", cls=Command)
@click.argument("directory", metavar="[DIR]", default="demo")
def demo_command(directory: str) -> int:
    """A project with the shipped documents, its reports and its drawing."""
    from clustergraph import reports, resources
    from clustergraph.cli.draw import page
    from clustergraph.files import write
    from clustergraph.project import Project

    place = Path(directory)
    if (place / "clustergraph.toml").exists():
        raise UsageError(words.say("demo.exists", path=place))
    opened = Project.create(place, "demo")
    outcome = take_in(opened, (str(resources.folder("documents")),), recursive=True, jobs=1)
    out = place / "out"
    rows = {name: opened.report(name, lang=words.language()) for name in reports.REPORTS}
    for name, result in rows.items():
        write(out / f"{name}.md", reports.render(result, "md", words.language()))
        write(out / f"{name}.csv", reports.render(result, "csv", words.language()))
    write(out / "graph.html", page(opened, "references", {}))
    click.echo(words.say("demo.read", documents=len(opened.manifest.current), claims=sum(t.claims for t in outcome)))
    for name, result in rows.items():
        click.echo(f"  {len(result.rows):5}  {name:16} {result.question}")
    click.echo(words.say("demo.where", page=out / "graph.html", reports=out / "references.md", project=place))
    return 1 if any(taken.fate == "failed" for taken in outcome) else 0


@click.command("status", cls=Command)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def status_command(form: str) -> None:
    """What the project holds."""
    opened = project()
    versions = opened.manifest
    kinds = Counter(claim.kind for version in versions.current for claim in opened.claims(version.document))
    held = opened.documents()
    shares = [share(document, opened.unread(document)) for document in held]
    read, of = (sum(one[i] for one in shares) for i in (0, 1))
    state = "none" if opened.built is None else "current" if opened.built == opened.digest() else "stale"
    row = {
        "documents": len(versions.current),
        "earlier_versions": len(versions.versions) - len(versions.current),
        "claims": sum(kinds.values()),
        "claims_by_kind": dict(sorted(kinds.items())),
        "lines": of,
        "lines_explained": read,
        "judgements": sum(len(act.entries) for act in opened.log().acts),
        "judgements_lost": len(opened.review().lost),
        "graph": state,
    }
    if form == "json":
        click.echo(json.dumps(row, ensure_ascii=False, indent=1))
        return
    click.echo(words.say("status.documents", current=row["documents"], earlier=row["earlier_versions"]))
    click.echo(words.say("status.claims", claims=row["claims"]))
    for kind, count in sorted(kinds.items()):
        click.echo(f"  {count:6}  {kind}")
    click.echo(said(read, of))
    for document, (read, of) in zip(held, shares, strict=True):
        if read < of:
            click.echo(words.say("status.unread", name=document.source, count=of - read))
    click.echo(words.say("status.judgements", count=row["judgements"]))
    if row["judgements_lost"]:
        click.echo(words.say("status.lost", count=row["judgements_lost"]))
    click.echo(words.say(f"status.graph.{state}"))


@click.command("doctor", cls=Command)
def doctor_command() -> int:
    """Check that all parts of the program and the project are as they should be."""
    from clustergraph.cli.checks import CHECKS

    findings = 0
    for name, check in CHECKS.items():
        said = check(folder())
        findings += said is not None
        click.echo(f"{'✗' if said else '✓'} {words.say(f'doctor.{name}')}{': ' + said if said else ''}", file=sys.stdout)
    return 1 if findings else 0
