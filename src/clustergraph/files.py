"""The files of a project: each is written whole or not at all, and what was told to be stored is on the disk."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from clustergraph.errors import InputError


def append(path: Path, line: str) -> None:
    """Add a line to a file; it is on the disk when this returns."""
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; a file that holds this already is not touched."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise InputError(f"{path}: can't be written ({(error.strerror or 'unknown reason').lower()})") from error


def keep_newest(folder: Path, most: int, room: int) -> None:
    """Take away all but the newest folders of one folder: at most so many, and of all but the first at most so many bytes."""
    seen: set[int] = set()
    newest = sorted(folder.iterdir(), key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
    for number, path in enumerate(newest):
        room -= size(path, seen) if number else 0
        if number >= most or room < 0:
            shutil.rmtree(path, ignore_errors=True)


def size(folder: Path, seen: set[int] | None = None) -> int:
    """The bytes of all files below a folder. A file that is in ``seen``, under this or another name, counts no more; it is noted there."""
    known = set() if seen is None else seen
    total = 0
    for path in folder.rglob("*"):
        found = path.lstat()
        if found.st_ino not in known:
            known.add(found.st_ino)
            total += found.st_size
    return total


@contextmanager
def drafted(final: Path) -> Iterator[Path]:
    """A folder to fill beside the final one. When all went well it takes that place in one step; else nothing has changed."""
    draft = final.with_name(f"{final.name}.{os.getpid()}.new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield draft
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    shutil.rmtree(final, ignore_errors=True)
    draft.rename(final)


def is_draft(folder: Path) -> bool:
    """Whether a folder is still being filled, or was left when that was stopped."""
    return folder.suffix == ".new"


def end_of_lines(file: BinaryIO) -> int:
    """Where the last whole line of a file ends: what stands behind it was broken off."""
    end = file.seek(0, os.SEEK_END)
    file.seek(max(0, end - 65536))
    tail = file.read()
    return end - len(tail) + tail.rfind(b"\n") + 1 if tail else 0


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 of the names and contents of some files; one that is missing counts too."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.name.encode())
        whole.update(path.read_bytes() if path.exists() else b"-")
    return whole.hexdigest()


def linked(store: Path, place: Path) -> None:
    """A copy of a store that nobody writes to: what never changes is one file under two names, the rest is copied."""
    place.mkdir(parents=True)
    for path in store.iterdir():
        try:
            (os.link if path.suffix == ".sst" else shutil.copyfile)(path, place / path.name)
        except OSError:  # not every file system has files under two names
            shutil.copyfile(path, place / path.name)


def read(path: Path) -> str:
    """The text of a file of a project. Raises :class:`InputError` where it is missing or no text."""
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass")
    except FileNotFoundError:
        raise InputError(f"{path}: this part of the project is missing; take the document in again") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read ({error})") from error
