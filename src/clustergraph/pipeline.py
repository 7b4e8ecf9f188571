"""The whole flow on one screen: file → document → claims → entities → graph → store. No clock and no printing: the day comes in."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from clustergraph import claims, documents
from clustergraph.building import build
from clustergraph.errors import ClustergraphError, UnreadableDocument, UsageError
from clustergraph.graph.asof import first_day
from clustergraph.manifest import Manifest, Version
from clustergraph.model import Claim, Document, Unread
from clustergraph.project import Project
from clustergraph.records import dumps

__all__ = ["Fate", "Reading", "Taken", "build", "files", "ingest", "read", "remove", "take"]

Fate = Literal["new", "changed", "same", "removed", "failed"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file: a document with its claims, or the reason why there is none."""

    path: Path
    original: bytes = b""
    document: Document | None = None
    claims: tuple[Claim, ...] = ()
    unread: tuple[Unread, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file; ``claims`` counts what was read from it. ``gained`` and ``lost`` are what a new version says that the
    earlier one did not, and the other way round, one line each; for a document that was taken out ``lost`` is all that it said.
    """

    path: Path
    fate: Fate
    claims: int = 0
    unread: int = 0
    error: str | None = None
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def read(path: Path) -> Reading:
    """One file → document → claims. Whatever goes wrong with one file is told of that file: the others go on."""
    try:
        document = documents.read(path)
        found, unread = claims.recognize(document)
        original = path.read_bytes()
    except ClustergraphError as error:
        return Reading(path, error=str(error))
    except Exception as error:  # a document that no recognizer was ready for must not stop ten thousand others
        return Reading(path, error=f"{path}: {type(error).__name__}: {error}")
    # The name without its folders: the graph must not depend on where a file lay.
    return Reading(path, original, replace(document, source=path.name), found, unread)


def ingest(
    project: Project,
    paths: Sequence[Path],
    *,
    today: str,
    jobs: int = 1,
    dry_run: bool = False,
    tell: Callable[[Taken], None] = lambda taken: None,
) -> list[Taken]:
    """Take files into a project, in the order of their names; ``tell`` hears of each. The same file again changes nothing."""
    manifest, outcome = project.manifest, []
    known = {path for path in paths if (digest := _digest(path)) and manifest.has(path.name, digest)}
    readings = _read_all([path for path in paths if path not in known], jobs)
    for path in paths:
        reading = Reading(path) if path in known else next(readings)
        taken, manifest = take(project, manifest, reading, today=today, dry_run=dry_run)
        tell(taken)
        outcome.append(taken)
    return outcome


def take(project: Project, manifest: Manifest, reading: Reading, *, today: str, dry_run: bool = False) -> tuple[Taken, Manifest]:
    """Take one reading into a project: what became of it, and the manifest after it (stored too, unless ``dry_run``)."""
    path, document = reading.path, reading.document
    taken = Taken(path, "failed" if reading.error else "same", len(reading.claims), len(reading.unread), reading.error)
    if document is None or manifest.holds(document.id):
        return taken, manifest
    place = Path(os.path.relpath(path.resolve(), project.folder.resolve())).as_posix()
    before = manifest.replaced(document, path.name, place)
    day = today if before or manifest.had(document.id, place) else _own_day(document, today)
    file = f"{document.id[:16]}-{path.name}"
    digest = hashlib.sha256(reading.original).hexdigest()
    new = Version(document.id, path.name, place, file, digest, document.date, document.forum, day)
    changed = [*([before.closed(today, new.document)] if before else []), new]
    manifest = manifest.having(changed)
    if not dry_run:
        project.save_document(document, reading.claims, reading.unread, reading.original, file)
        project.add_versions(changed)
    if before is None:
        return replace(taken, fate="new"), manifest
    was, now = _lines(project.claims(before.document)), _lines(reading.claims)
    return replace(taken, fate="changed", gained=tuple(sorted(now - was)), lost=tuple(sorted(was - now))), manifest


def _own_day(document: Document, today: str) -> str:
    """The day from which a text that is new counts as known: its own, where it has one that is not yet to come."""
    return min(first_day(document.date) or today, today)


def _lines(said: Iterable[Claim]) -> set[str]:
    """What claims say, wherever it stands: a line each, in the words of the records."""
    return {_line(claim) for claim in said}


def _line(claim: Claim) -> str:
    ends = " → ".join(mention.name for mention in (claim.subject, claim.object) if mention)
    told = ", ".join(f"{name}: {_told(value)}" for name, value in sorted(claim.qualifiers.items()) if value not in (None, "", [], False))
    return f"{claim.kind}  {ends}{f' ({told})' if told else ''}"


def _told(value: object) -> str:
    return value if isinstance(value, str) else dumps(value)


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None  # reading it again will say why


def _read_all(paths: Sequence[Path], jobs: int) -> Iterator[Reading]:
    """The readings, in the order of the paths, whatever process was first."""
    if jobs <= 1 or len(paths) < 2:
        yield from map(read, paths)
        return
    with ProcessPoolExecutor(max_workers=min(jobs, len(paths))) as pool:
        yield from pool.map(read, paths)


def remove(project: Project, names: Sequence[str], *, today: str, dry_run: bool = False) -> list[Taken]:
    """Take documents out, each by its file name, its place or the beginning of its id. What they said is known for the time before.

    Raises :class:`UsageError` for a name that no document in force bears, and for one that several bear; then nothing is taken out.
    """
    manifest = project.manifest
    gone: list[Version] = []
    for name in names:
        found = manifest.named(name)
        if len(found) != 1:
            what = "no document in force has this name" if not found else "several documents have this name; name one by its place"
            raise UsageError(f"{name}: {what}" + "".join(f"\n  {v.place}" for v in found))
        gone += found
    if not dry_run:
        project.add_versions([version.closed(today) for version in gone])
    said = {v: project.claims(v.document) for v in gone}
    return [Taken(Path(v.source), "removed", len(said[v]), lost=tuple(sorted(_lines(said[v])))) for v in gone]


def files(paths: Iterable[Path], recursive: bool) -> list[Path]:
    """The files that are meant: those named, and those in the folders named that have a suffix we read. Sorted, each once.

    Raises :class:`UnreadableDocument` for a folder without documents, and for one that may not be entered.
    """
    found: set[Path] = set()
    for path in paths:
        if not path.is_dir():
            found.add(path)
            continue
        inside = path.rglob("*") if recursive else path.glob("*")
        kept = [p for p in inside if p.is_file() and p.suffix.lower() in documents.FORMATS and not p.name.startswith(".")]
        if not kept:
            deeper = "" if recursive else "; -r looks into the folders below too"
            raise UnreadableDocument(str(path), f"no documents in this folder{deeper}")
        found.update(kept)
    return sorted(found, key=lambda p: (p.as_posix(), p.name))
