"""The workers of a site: started when they are needed, kept for the next query, ended where one takes more than it may.

The folder of a graph is never written again once it has its name, so workers read it where it lies; a graph that took its place has another
folder, and workers of its own.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path

from clustergraph.errors import StoreError
from clustergraph.server.limits import Limits
from clustergraph.server.sparql.worker import Question, Reply
from clustergraph.server.views import View

_START = 20.0  # seconds in which a worker must have opened its graph
_QUERIES = 500  # that one worker answers before another takes its place
_WAITING = 16  # requests that wait for a worker; the next one is told to come back
_KEPT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH")
_CHUNK = 1 << 16


class BusyError(Exception):
    """All workers are at work, and enough wait for them."""


class _EndedError(Exception):
    """The worker ended without an answer; ``slow`` where it was ended for taking too long."""

    def __init__(self, slow: bool) -> None:
        self.slow = slow


class Worker:
    """One process with one graph open."""

    def __init__(self, place: Path, memory: int) -> None:
        command = [sys.executable, "-m", "clustergraph.server.sparql.worker", str(place), str(memory)]
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        self.place = place
        self.answered = 0
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, bufsize=0, start_new_session=True
        )
        try:
            self._read(time.monotonic() + _START)
        except _EndedError as error:
            raise StoreError("no query can be run: the graph could not be opened for it") from error

    def ask(self, question: Question) -> Reply:
        """The answer to a question; the process has ended where there is none in time."""
        assert self._process.stdin is not None
        self.answered += 1
        try:
            self._process.stdin.write(question.line())
        except OSError as error:
            raise _EndedError(slow=False) from error
        return self._read(time.monotonic() + question.seconds)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _read(self, until: float) -> Reply:
        held = bytearray()
        while b"\n" not in held:
            held += self._some(until)
        line, _, body = bytes(held).partition(b"\n")
        head = json.loads(line)
        parts, missing = [body], head.pop("length") - len(body)
        while missing > 0:
            parts.append(self._some(until))
            missing -= len(parts[-1])
        return Reply(head["state"], b"".join(parts), head["reason"], head["line"], head["column"])

    def _some(self, until: float) -> bytes:
        """The next bytes of the answer."""
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], max(0.0, until - time.monotonic()))
        found = os.read(self._process.stdout.fileno(), _CHUNK) if ready else b""
        if not found:
            self.close()
            raise _EndedError(slow=not ready)
        return found


class Pool:
    """The workers of one site: as many at work at once as there are processors, and two at least."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._most = min(4, max(2, os.cpu_count() or 2))
        self._places = threading.BoundedSemaphore(self._most)
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._waiting = 0
        weakref.finalize(self, _close, self._idle)

    def ask(self, view: View, question: Question) -> Reply:
        """The answer of one graph to a question. Raises :class:`BusyError` where no worker is free in time."""
        self._wait()
        try:
            return self._asked(view, question)
        finally:
            self._places.release()

    def _wait(self) -> None:
        with self._lock:
            if self._waiting >= _WAITING:
                raise BusyError
            self._waiting += 1
        try:
            if not self._places.acquire(timeout=self._limits.seconds):
                raise BusyError
        finally:
            with self._lock:
                self._waiting -= 1

    def _asked(self, view: View, question: Question) -> Reply:
        place = view.store.place
        if place is None:
            raise StoreError("a graph in memory is open to nobody else")
        worker = self._take(place)
        try:
            found = worker.ask(question)
        except _EndedError as error:
            # The next query must not wait for a worker to start.
            threading.Thread(target=self._start, args=(place,), daemon=True).start()
            return Reply("slow" if error.slow else "memory")
        if found.state in ("answer", "malformed", "cut") and worker.answered < _QUERIES:
            self._give_back(worker)
        else:
            worker.close()
        return found

    def _take(self, place: Path) -> Worker:
        with self._lock:
            for worker in self._idle:
                if worker.place == place:
                    self._idle.remove(worker)
                    return worker
        return Worker(place, self._memory)

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._idle.append(worker)
            surplus = [self._idle.pop(0) for _ in range(len(self._idle) - self._most)]
        for one in surplus:
            one.close()

    def _start(self, place: Path) -> None:
        try:
            self._give_back(Worker(place, self._memory))
        except (StoreError, OSError):
            return  # the next query will say so

    @property
    def _memory(self) -> int:
        return self._limits.memory_mb * 1024 * 1024


def _close(workers: list[Worker]) -> None:
    for worker in workers:
        worker.close()
