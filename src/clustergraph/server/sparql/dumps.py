"""Whole graphs written out for taking along. One is written at a time, for it takes long; the last ones are kept in files that have no name."""

from __future__ import annotations

import os
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

_CHUNK = 1 << 18
_WAITING = 3.0  # seconds
_KEPT = 4  # graphs that have been written


class WritingError(Exception):
    """Another graph is being written."""


class Dumps:
    """The written graphs of one site. What is kept of a graph goes when another one has taken its place."""

    def __init__(self) -> None:
        self._files: OrderedDict[tuple[str, str], IO[bytes]] = OrderedDict()  # by name of the graph and mark of the answer
        self._lock = threading.Lock()
        self._writing = threading.Lock()

    def open(self, now: str, graph: str, mark: str, write: Callable[[Path], None]) -> tuple[int, Iterator[bytes]]:
        """The size of a written graph and its bytes. ``now`` is the name of the graph in use, with which those of its earlier moments begin.

        Raises :class:`WritingError` where another graph is being written: who would wait for that holds a thread that others need.
        """
        found = self._take(now, graph, mark)
        if found is None:
            if not self._writing.acquire(timeout=_WAITING):
                raise WritingError
            try:
                found = self._take(now, graph, mark)  # it may be the one that was being written
                if found is None:
                    found = self._keep(graph, mark, _written(write))
            finally:
                self._writing.release()
        return os.fstat(found.fileno()).st_size, _chunks(found)

    def _take(self, now: str, graph: str, mark: str) -> IO[bytes] | None:
        with self._lock:
            for key in [key for key in self._files if not key[0].startswith(now)]:
                self._files.pop(key).close()
            if (graph, mark) not in self._files:
                return None
            self._files.move_to_end((graph, mark))
            return _own(self._files[graph, mark])

    def _keep(self, graph: str, mark: str, file: IO[bytes]) -> IO[bytes]:
        with self._lock:
            self._files[graph, mark] = file
            own = _own(file)
            while len(self._files) > _KEPT:
                self._files.popitem(last=False)[1].close()
            return own


def _written(write: Callable[[Path], None]) -> IO[bytes]:
    """A graph in a file that is gone when it is closed, for one graph may be larger than memory."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "graph"
        write(place)
        return place.open("rb")  # what is open stays readable when its folder is gone


def _own(file: IO[bytes]) -> IO[bytes]:
    """The same file, to be closed by who reads it."""
    return os.fdopen(os.dup(file.fileno()), "rb", buffering=0)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a file of which others may be reading other parts."""
    place = 0
    with file:
        while chunk := os.pread(file.fileno(), _CHUNK, place):
            place += len(chunk)
            yield chunk
