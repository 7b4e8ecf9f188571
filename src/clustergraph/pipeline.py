"""The whole flow on one screen: file → document → claims → entities → graph → store. No clock and no printing: the day comes in."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from clustergraph import claims, documents, entities, graph
from clustergraph.errors import ClustergraphError, UnreadableDocument
from clustergraph.manifest import Version
from clustergraph.model import Claim, Document, Resolution, Unread
from clustergraph.project import Project

if TYPE_CHECKING:
    from clustergraph.graph.terms import Quad

Fate = Literal["new", "changed", "same", "failed"]


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
    """What became of one file; ``claims`` counts what was read from it."""

    path: Path
    fate: Fate
    claims: int = 0
    unread: int = 0
    error: str | None = None


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
    known = {path: digest for path in paths if (digest := _digest(path)) and manifest.has(path.name, digest)}
    readings = _read_all([path for path in paths if path not in known], jobs)
    for path in paths:
        reading = Reading(path) if path in known else next(readings)
        document = reading.document
        if document is None or manifest.holds(document.id):
            taken = Taken(path, "failed" if reading.error else "same", len(reading.claims), len(reading.unread), reading.error)
        else:
            place = Path(os.path.relpath(path.resolve(), project.folder.resolve())).as_posix()
            before = manifest.replaced(document, path.name, place)
            day = document.date if before is None and document.date else today
            file = f"{document.id[:16]}-{path.name}"
            digest = hashlib.sha256(reading.original).hexdigest()
            version = Version(document.id, path.name, place, file, digest, document.date, document.forum, day)
            manifest = manifest.with_version(version, before, today)
            if not dry_run:
                project.save_document(document, reading.claims, reading.unread, reading.original, file)
                project.save_manifest(manifest)
            taken = Taken(path, "changed" if before else "new", len(reading.claims), len(reading.unread))
        tell(taken)
        outcome.append(taken)
    return outcome


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


def resolve(project: Project) -> tuple[list[Document], dict[str, list[Claim]], Resolution]:
    """The documents in force, their claims, and who is who."""
    held = project.documents()
    said = {document.id: project.claims(document.id) for document in held}
    return held, said, entities.resolve(held, said, judgements=project.judgements())


def quads(project: Project) -> tuple[Quad, ...]:
    """The whole graph of a project, sorted."""
    from clustergraph.graph.registry import tables

    held, said, resolution = resolve(project)
    recorded = {version.document: version.recorded for version in project.manifest.current}
    return graph.build(held, said, resolution, registry=tables(), recorded=recorded, base=project.settings.base)


def build(project: Project, *, anew: bool = False) -> bool:
    """Build the graph from claims and judgements; False where the graph there is already what they give (unless ``anew``)."""
    name = project.digest()
    if project.built == name and not anew:
        return False
    with project.new_store(name) as store:
        store.load(quads(project))
    return True


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
