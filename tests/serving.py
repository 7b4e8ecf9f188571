"""A site over the shipped documents, for tests: asked in this process, or over a socket by a real browser."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from clustergraph import resources
from clustergraph.cli.serve import rebuilding, taking_in
from clustergraph.cli.workspace import take_in
from clustergraph.graph.stores import open_store
from clustergraph.graph.terms import Literal, Quad
from clustergraph.project import Project
from clustergraph.server import application
from clustergraph.server.site import Site, digest

TOKEN = "a-token-of-many-signs"


@pytest.fixture(scope="session")
def served_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with the shipped documents. Read only: whoever writes makes a copy of its folder."""
    opened = Project.create(tmp_path_factory.mktemp("served") / "klynge", "Klyngen")
    take_in(opened, (str(resources.folder("documents")),), recursive=True, jobs=1, quiet=True)
    return opened


def writable(project: Project, **options: Any) -> Site:
    """A site on which one may write with :data:`TOKEN`."""
    return Site(project, token=digest(TOKEN), ingest=taking_in(project), rebuild=rebuilding(project), **options)


@contextmanager
def client(site: Site, **options: Any) -> Iterator[Any]:
    """The site asked in this process; the session cookie is kept between requests."""
    from starlette.testclient import TestClient

    with TestClient(application(site), base_url="http://localhost", follow_redirects=False, **options) as opened:
        yield opened


@contextmanager
def live(site: Site) -> Iterator[str]:
    """The site on a socket of its own; gives the address it begins with, without a slash at the end."""
    import uvicorn

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application(site), log_level="error", access_log=False, server_header=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}{site.prefix}"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture(scope="session")
def site(served_project: Project) -> Site:
    """The site in its default mode: nothing can be written."""
    return Site(served_project)


@pytest.fixture(scope="session")
def pages(site: Site) -> Iterator[Any]:
    """The client of that site."""
    with client(site) as opened:
        yield opened


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Where a browser finds that site."""
    with live(site) as found:
        yield found


def in_folder(project: Project, folder: Path) -> Project:
    """A copy of a project, to write in."""
    shutil.copytree(project.folder, folder)
    return Project(folder)


PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "</title><svg/onload=alert(1)>",
    "</textarea><iframe srcdoc='<script>alert(1)</script>'>",
    "javascript:alert(1)",
    "{{ ''.__class__ }}",
    "<!--<a href=//evil.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "]]><script>alert(1)</script>",
)


@pytest.fixture(scope="session")
def poisoned(served_project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project of which every name, title and quote ends in words meant to do harm."""
    project = in_folder(served_project, tmp_path_factory.mktemp("poisoned") / "klynge")
    place = project.folder / "store" / str(project.built)
    quads = list(served_project.store.quads())
    shutil.rmtree(place)
    store = open_store(place)
    store.load(_poison(quad, number) for number, quad in enumerate(quads))
    store.close()
    return Project(project.folder)


def _poison(quad: Quad, number: int) -> Quad:
    plain = isinstance(quad.object, Literal) and quad.object.datatype.value.endswith("#string")
    names = ("prefLabel", "altLabel", "title", "exact", "prefix", "suffix", "what", "place", "seat", "text", "matter", "outcome")
    if not plain or quad.predicate.value.rpartition("#")[2].rpartition("/")[2] not in names:
        return quad
    return Quad(quad.subject, quad.predicate, Literal(f"{quad.object.value} {PAYLOADS[number % len(PAYLOADS)]}"), quad.graph_name)
