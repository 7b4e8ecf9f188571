"""One writer at a time: a file in the project that names the process at work."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clustergraph.errors import StoreError

FILE = ".writing"


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Keep other writers out of a project. Raises :class:`StoreError` naming the process that is at work there.

    What a process left behind that has ended is taken over; of a process on another machine nobody knows, so it counts as at work.
    """
    path = folder / FILE
    me = f"{os.getpid()} {socket.gethostname()}"
    if not _taken(path, me):
        holder = _holder(path)
        if _is_at_work(holder) or not _given_up(path, me):
            who = f"process {holder.replace(' ', ' on ')}" if holder else "another program"
            raise StoreError(f"{folder}: {who} is writing here; try again when it has ended (if it has, delete {path})")
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _taken(path: Path, me: str) -> bool:
    try:
        file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        return False
    except OSError as error:
        raise StoreError(f"{path.parent}: nothing can be written here ({(error.strerror or 'unknown reason').lower()})") from error
    with os.fdopen(file, "w", encoding="utf-8") as opened:
        opened.write(me)
    return True


def _given_up(path: Path, me: str) -> bool:
    path.unlink(missing_ok=True)
    return _taken(path, me)


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _is_at_work(holder: str) -> bool:
    pid, _, host = holder.partition(" ")
    if not pid.isdigit() or host != socket.gethostname():
        return True  # just being written, or elsewhere
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
