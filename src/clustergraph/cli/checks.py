"""What ``clustergraph doctor`` looks at: each check says in words what is wrong, or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from clustergraph.cli import words
from clustergraph.errors import ClustergraphError
from clustergraph.project import Project

_NEEDED = ("click", "lxml", "networkx", "pypdfium2", "pyoxigraph", "pyshacl", "docx", "pyvis", "rapidfuzz", "rdflib")


def _libraries(_folder: Path) -> str | None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    return words.say("doctor.missing", names=", ".join(missing)) if missing else None


def _data(_folder: Path) -> str | None:
    from clustergraph import registry, resources

    registry.load()
    missing = [name for name in ("ontology", "documents", "queries") if not any(resources.folder(name).iterdir())]
    return words.say("doctor.missing", names=", ".join(missing)) if missing else None


def _settings(folder: Path) -> str | None:
    Project(folder)
    return None


def _originals(folder: Path) -> str | None:
    """Whether every original is there, byte for byte."""
    for version in Project(folder).manifest.versions:
        path = folder / "documents" / version.file
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != version.sha256:
            return words.say("doctor.original", path=path)
    return None


def _claims(folder: Path) -> str | None:
    """Whether every claim can be read and its evidence lies in its document's text."""
    opened = Project(folder)
    for document in opened.documents():
        for claim in opened.claims(document.id):
            if any(s.document_id != document.id or not 0 <= s.start < s.end <= len(document.text) for s in claim.evidence):
                return words.say("doctor.evidence", id=claim.id, document=document.id[:16])
    return None


def _judgements(folder: Path) -> str | None:
    Project(folder).judgements()
    return None


def _graph(folder: Path) -> str | None:
    opened = Project(folder)
    if not opened.manifest.current:
        return None
    if opened.built != opened.digest():
        return words.say("status.graph.none" if opened.built is None else "status.graph.stale")
    opened.query("ASK { ?document a foaf:Document }")
    return None


def _said(check: Callable[[Path], str | None]) -> Callable[[Path], str | None]:
    def safely(folder: Path) -> str | None:
        try:
            return check(folder)
        except ClustergraphError as error:
            return str(error)

    return safely


CHECKS: dict[str, Callable[[Path], str | None]] = {
    "libraries": _said(_libraries),
    "data": _said(_data),
    "settings": _said(_settings),
    "originals": _said(_originals),
    "claims": _said(_claims),
    "judgements": _said(_judgements),
    "graph": _said(_graph),
}
