"""Which documents a project holds, in which versions: ``documents/manifest.jsonl``, one line a version that was taken in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from clustergraph.errors import RecordError
from clustergraph.model import Document
from clustergraph.records import dumps, lines


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one document.

    ``document`` is the id; ``source`` the name of the file, ``place`` where it lay, seen from the project; ``sha256`` of its bytes. It counts as
    known from ``recorded`` until ``recorded_until`` (open for the version in force), when ``replaced_by`` took its place.
    """

    document: str
    source: str
    place: str
    file: str
    sha256: str
    date: str | None
    forum: str | None
    recorded: str
    recorded_until: str | None = None
    replaced_by: str | None = None

    @property
    def is_current(self) -> bool:
        """Whether this version speaks for its document now."""
        return self.replaced_by is None


@dataclass(frozen=True, slots=True)
class Manifest:
    """All versions. Never changed in place: each method gives a new manifest."""

    versions: tuple[Version, ...] = ()

    @property
    def current(self) -> tuple[Version, ...]:
        """The versions in force, in the order of their documents' ids."""
        return tuple(sorted((v for v in self.versions if v.is_current), key=lambda v: v.document))

    def has(self, source: str, sha256: str) -> bool:
        """Whether these bytes are what is in force under this name."""
        return any(v.source == source and v.sha256 == sha256 for v in self.current)

    def holds(self, document_id: str) -> bool:
        """Whether this text is in force under any name."""
        return any(v.document == document_id for v in self.current)

    def replaced(self, document: Document, source: str, place: str) -> Version | None:
        """The version in force that a new text under a name takes the place of.

        The same name and place is the same document. The same name elsewhere is another one where both say that they are of
        another day or another forum: many files are called ``referat.pdf``.
        """
        named = [v for v in self.current if v.source == source]
        for version in named:
            if version.place == place:
                return version
        for version in named:
            days = document.date and version.date and document.date != version.date
            forums = document.forum and version.forum and document.forum != version.forum
            if not days and not forums:
                return version
        return None

    def with_version(self, new: Version, replaces: Version | None, day: str) -> Manifest:
        """The manifest with one more version in force, and the one that it replaces closed on a day."""
        kept = [replace(v, recorded_until=day, replaced_by=new.document) if v == replaces else v for v in self.versions if v.document != new.document]
        return Manifest(tuple(sorted((*kept, new), key=lambda v: (v.source, v.place, v.recorded, v.document))))

    def text(self) -> str:
        """The stored form."""
        return "".join(dumps(asdict(version)) + "\n" for version in self.versions)


def parse(text: str, path: str) -> Manifest:
    """A manifest from its stored form; raises :class:`RecordError` with the line that is wrong."""
    return Manifest(tuple(_versions(lines(text, path), path)))


def _versions(rows: Iterable[dict[str, object]], path: str) -> Iterable[Version]:
    for number, row in enumerate(rows, 1):
        try:
            yield Version(**row)  # type: ignore[arg-type]
        except TypeError as error:
            raise RecordError(path, number, f"no version of a document: {error}") from error
