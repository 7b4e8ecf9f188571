"""Which documents a project holds, in which versions: ``documents/manifest.jsonl``.

One line a version that was taken in, and one more when it is replaced or taken out: the last line of a version counts. The file only grows.
"""

from __future__ import annotations

import json
from bisect import insort
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import cached_property

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

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes it this version."""
        return (self.source, self.place, self.recorded, self.document)

    def line(self) -> str:
        """The stored form."""
        return dumps(asdict(self)) + "\n"

    def closed(self, day: str, by: str | None = None) -> Version:
        """The version as replaced by another one on a day, or as taken out."""
        return replace(self, recorded_until=day, replaced_by=by)

    def was_known(self, day: str) -> bool:
        """Whether this version spoke for its document at the end of a day."""
        return self.recorded <= day and (self.recorded_until is None or day < self.recorded_until)


@dataclass(frozen=True)
class Manifest:
    """All versions, in the order of their keys. Never changed in place: each method gives a new manifest."""

    versions: tuple[Version, ...] = ()

    @cached_property
    def _by_source(self) -> dict[str, list[Version]]:
        """The versions in force by the name of their file."""
        found: dict[str, list[Version]] = {}
        for version in self.versions:
            if version.is_current:
                found.setdefault(version.source, []).append(version)
        return found

    @cached_property
    def _in_force(self) -> frozenset[str]:
        return frozenset(v.document for v in self.versions if v.is_current)

    @cached_property
    def _ever(self) -> frozenset[str]:
        """The texts and the places of all versions."""
        return frozenset(name for v in self.versions for name in (v.document, v.place))

    @cached_property
    def current(self) -> tuple[Version, ...]:
        """The versions in force, in the order of their documents' ids."""
        return tuple(sorted((v for v in self.versions if v.is_current), key=lambda v: v.document))

    @property
    def earlier(self) -> tuple[Version, ...]:
        """The versions that were known once and are no longer: of each text the last period, in the order of the ids."""
        closed = [v for v in self.versions if v.recorded_until is not None]
        past = [v for v in closed if v.document not in self._in_force and v.recorded < (v.recorded_until or "")]
        last = {v.document: v for v in sorted(past, key=lambda v: (v.recorded_until or "", v.source, v.place))}
        return tuple(last[ident] for ident in sorted(last))

    def successors(self, day: str | None = None) -> dict[str, str]:
        """The id of each version that another one replaced → the id of the version in force in the end; with a day at the end of it."""
        after = {v.document: v.replaced_by for v in self.versions if v.replaced_by and (day is None or (v.recorded_until or "") <= day)}
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
        past = (replace(v, recorded_until=None, replaced_by=None) for v in held.values())
        return Manifest(tuple(sorted(past, key=lambda v: v.key)))

    def named(self, name: str) -> tuple[Version, ...]:
        """The versions in force that a user means: by file name, by place, or by the beginning of the id."""
        return tuple(v for v in self.current if name in (v.source, v.place) or (len(name) >= 8 and v.document.startswith(name)))

    def has(self, source: str, sha256: str) -> bool:
        """Whether these bytes are what is in force under this name."""
        return any(v.sha256 == sha256 for v in self._by_source.get(source, ()))

    def holds(self, document_id: str) -> bool:
        """Whether this text is in force under any name."""
        return document_id in self._in_force

    def had(self, document_id: str, place: str) -> bool:
        """Whether this text, or another one from this place, was taken in before."""
        return document_id in self._ever or place in self._ever

    def replaced(self, document: Document, source: str, place: str) -> Version | None:
        """The version in force that a new text under a name takes the place of.

        The same name and place is the same document. The same name elsewhere is another one where both say that they are of
        another day or another forum: many files are called ``referat.pdf``.
        """
        named = sorted(self._by_source.get(source, ()), key=lambda v: v.document)
        for version in named:
            if version.place == place:
                return version
        for version in named:
            days = document.date and version.date and document.date != version.date
            forums = document.forum and version.forum and document.forum != version.forum
            if not days and not forums:
                return version
        return None

    def having(self, changed: Iterable[Version]) -> Manifest:
        """The manifest in which some versions are as given, new ones among them."""
        given = {version.key: version for version in changed}
        kept = [version for version in self.versions if version.key not in given]
        for version in given.values():
            insort(kept, version, key=lambda v: v.key)
        return Manifest(tuple(kept))

    def text(self) -> str:
        """The stored form."""
        return "".join(version.line() for version in self.versions)


def parse(text: str, path: str) -> Manifest:
    """A manifest from its stored form; raises :class:`RecordError` with the line that is wrong.

    A last line that breaks off was never written whole and does not count, nor does the end of a version whose successor is not there.
    """
    whole = text[: text.rfind("\n") + 1]
    found = {version.key: version for version in _versions(_rows(whole, path), path)}
    known = {version.document for version in found.values()}
    kept = (v if v.replaced_by is None or v.replaced_by in known else replace(v, recorded_until=None, replaced_by=None) for v in found.values())
    return Manifest(tuple(sorted(kept, key=lambda v: v.key)))


def _rows(text: str, path: str) -> list[dict[str, object]]:
    """The lines of the file, all at once where they are well-formed."""
    try:
        found = json.loads(f"[{','.join(line for line in text.split(chr(10)) if line.strip())}]")
    except ValueError:
        return lines(text, path)
    return found if all(isinstance(row, dict) for row in found) else lines(text, path)


def _versions(rows: Iterable[dict[str, object]], path: str) -> Iterable[Version]:
    for number, row in enumerate(rows, 1):
        try:
            yield Version(**row)  # type: ignore[arg-type]
        except TypeError as error:
            raise RecordError(path, number, f"no version of a document: {error}") from error
