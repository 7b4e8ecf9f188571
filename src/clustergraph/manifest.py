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
    known from the day ``recorded`` up to the day ``recorded_until`` (open for the version in force), when ``replaced_by`` took its place,
    or when it was taken out where that is None. A text that comes back has a version a period.
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
        return self.recorded_until is None

    def was_known(self, day: str) -> bool:
        """Whether this version spoke for its document at the end of a day."""
        return self.recorded <= day and (self.recorded_until is None or day < self.recorded_until)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All versions. Never changed in place: each method gives a new manifest."""

    versions: tuple[Version, ...] = ()

    @property
    def current(self) -> tuple[Version, ...]:
        """The versions in force, in the order of their documents' ids."""
        return tuple(sorted((v for v in self.versions if v.is_current), key=lambda v: v.document))

    @property
    def earlier(self) -> tuple[Version, ...]:
        """The versions that were known once and are no longer: of each text the last period, in the order of the ids."""
        now = {version.document for version in self.current}
        past = [v for v in self.versions if not v.is_current and v.document not in now and v.recorded < (v.recorded_until or "")]
        last = {v.document: v for v in sorted(past, key=lambda v: (v.recorded_until or "", v.source, v.place))}
        return tuple(last[ident] for ident in sorted(last))

    @property
    def successors(self) -> dict[str, str]:
        """The id of each version that another one replaced → the id of the version in force in the end."""
        after = {v.document: v.replaced_by for v in self.versions if v.replaced_by}
        found: dict[str, str] = {}
        for ident in after:
            now, seen = ident, {ident}
            while (new := after.get(now)) and new not in seen:
                seen.add(new)
                now = new
            found[ident] = now
        return found

    def known(self, day: str) -> Manifest:
        """What was known at the end of a day: the versions that spoke for their documents then, as if nothing had come after."""
        held = {v.document: v for v in self.versions if v.was_known(day)}
        past = (replace(v, recorded_until=None, replaced_by=None) for _, v in sorted(held.items()))
        return Manifest(tuple(past))

    def named(self, name: str) -> tuple[Version, ...]:
        """The versions in force that a user means: by file name, by place, or by the beginning of the id."""
        return tuple(v for v in self.current if name in (v.source, v.place) or (len(name) >= 8 and v.document.startswith(name)))

    def has(self, source: str, sha256: str) -> bool:
        """Whether these bytes are what is in force under this name."""
        return any(v.source == source and v.sha256 == sha256 for v in self.current)

    def holds(self, document_id: str) -> bool:
        """Whether this text is in force under any name."""
        return any(v.document == document_id for v in self.current)

    def had(self, document_id: str, place: str) -> bool:
        """Whether this text, or another one from this place, was taken in before."""
        return any(v.document == document_id or v.place == place for v in self.versions)

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
        kept = [replace(v, recorded_until=day, replaced_by=new.document) if v == replaces else v for v in self.versions]
        return Manifest(tuple(sorted((*kept, new), key=lambda v: (v.source, v.place, v.recorded, v.document, v.recorded_until or "9"))))

    def without(self, gone: Iterable[Version], day: str) -> Manifest:
        """The manifest in which some versions in force are taken out on a day. What they said stays known for the time before it."""
        closed = set(gone)
        return Manifest(tuple(replace(v, recorded_until=day) if v in closed else v for v in self.versions))

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
