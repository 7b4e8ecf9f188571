"""``serve``: the pages, the endpoint and the API, in one process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clustergraph.cli import words
from clustergraph.cli.shell import Command, project
from clustergraph.errors import InputError, UsageError

if TYPE_CHECKING:
    from clustergraph.project import Project

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_LEAST = 16  # signs of a token


@click.command("serve", cls=Command)
@click.option("--host", default="127.0.0.1", metavar="ADDRESS")
@click.option("--port", type=click.IntRange(1, 65535), default=8000)
@click.option("--prefix", default="", metavar="/PATH")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME")
@click.option("--token-file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--robots", is_flag=True)
def serve_command(host: str, port: int, prefix: str, hosts: tuple[str, ...], token_file: Path | None, robots: bool) -> None:
    """The pages, until stopped."""
    if host not in _LOOPBACK and token_file is None:
        raise UsageError(words.say("serve.open", host=host))
    opened = project()
    token = _token(token_file) if token_file else None
    try:
        from clustergraph import server
        from clustergraph.server import places
        from clustergraph.server.site import Site, digest
    except ModuleNotFoundError as error:
        raise UsageError(words.say("serve.extra", name=error.name)) from error
    site = Site(
        opened, prefix=prefix, hosts=(*hosts, host), token=digest(token) if token else None, robots=robots,
        ingest=taking_in(opened) if token else None, rebuild=rebuilding(opened) if token else None,
    )  # fmt: skip
    shown = f"[{host}]" if ":" in host else host
    if not (places.STATIC / "bundle" / "editor.js").is_file():
        click.echo(words.say("serve.bundle"), err=True)
    click.echo(words.say("serve.running", address=f"http://{shown}:{port}{site.prefix}/"), err=True)
    server.serve(site, host, port)


def _token(path: Path) -> str:
    try:
        word = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(words.say("error.unreadable", path=path, reason=getattr(error, "strerror", None) or error)) from error
    if len(word) < _LEAST or len(word.split()) != 1:
        raise UsageError(words.say("serve.token", path=path, least=_LEAST))
    return word


def taking_in(opened: Project) -> Callable[[Path], Mapping[str, Any]]:
    """Taking one file into a project, told as a row of ``ingest --format json``."""

    def ingest(path: Path) -> Mapping[str, Any]:
        from clustergraph.cli.workspace import row, take_in

        return row(take_in(opened, (str(path),), recursive=False, jobs=1, quiet=True)[0])

    return ingest


def rebuilding(opened: Project) -> Callable[[], None]:
    """Building the graph of a project anew after a verdict; the same verdicts give the same graph."""

    def rebuild() -> None:
        from clustergraph import locking, pipeline

        with locking.hold(opened.folder):
            pipeline.build(opened)

    return rebuild
