"""What is served: a project with its limits, and the reading views of its graph that are kept in memory."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clustergraph.project import Project
from clustergraph.server.limits import Limits
from clustergraph.server.views import View, Views

if TYPE_CHECKING:
    from clustergraph.server.sparql.pool import Pool

LOOPBACK = ("localhost", "127.0.0.1", "[::1]", "::1")


@dataclass
class Site:
    """A project that is served.

    ``prefix`` is the path behind a proxy (``/klynge``, or empty), ``hosts`` the names under which it may be called beside the loopback ones,
    ``token`` the SHA-256 of the word that switches writing on (None: nothing can be written). ``ingest`` takes a file in, builds the graph anew
    and tells what became of it (``file outcome claims unread error``, as ``ingest --format json``); it is handed in, for pages know nothing of
    reading documents. ``rebuild`` builds the graph anew after a verdict.
    """

    project: Project
    prefix: str = ""
    hosts: Sequence[str] = ()
    token: str | None = None
    limits: Limits = field(default_factory=Limits)
    ingest: Callable[[Path], Mapping[str, Any]] | None = None
    rebuild: Callable[[], None] | None = None
    robots: bool = False  # whether search engines may read

    def __post_init__(self) -> None:
        self.prefix = f"/{self.prefix.strip('/')}" if self.prefix.strip("/") else ""
        self.views = Views(self.project, self.limits)
        self.writing = threading.RLock()  # held by whoever changes the project: a second one waits instead of being refused
        self.ready = threading.Event()  # set when what every page needs has been read
        self.navigation: tuple[str, ...] = ()  # the addresses there are: a page links only to those

    @property
    def writable(self) -> bool:
        """Whether verdicts and documents may be given in."""
        return self.token is not None

    @cached_property
    def key(self) -> bytes:
        """Signs cookies and forms; new with each start, so that a restart ends every session."""
        return secrets.token_bytes(32)

    @cached_property
    def workers(self) -> Pool:
        """The processes in which queries run that strangers wrote or gave values to."""
        from clustergraph.server.sparql.pool import Pool

        return Pool(self.limits)

    def view(self, known_at: str | None = None) -> View:
        """The graph as it is now, or as it was known at a moment. Raises :class:`~clustergraph.errors.UsageError` for what is no moment and
        :class:`~clustergraph.errors.StoreError` where no graph has been built.
        """
        return self.views.get(known_at)

    def is_token(self, word: str) -> bool:
        """Whether this is the word that switches writing on."""
        return self.token is not None and hmac.compare_digest(digest(word), self.token)


def digest(word: str) -> str:
    """A token as it is kept: it can be compared and not read back."""
    return hashlib.sha256(word.encode()).hexdigest()
