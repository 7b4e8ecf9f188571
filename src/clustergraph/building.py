"""From what a project holds to its graph: from nothing, or from the graph that is there."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clustergraph.model import Claim, Document, Judgement, Ruling
from clustergraph.project import Project
from clustergraph.records import dumps
from clustergraph.review import bind

if TYPE_CHECKING:
    from clustergraph.increment.index import Index
    from clustergraph.increment.update import Unit
    from clustergraph.manifest import Version
    from clustergraph.review.keys import ClaimKey, MentionKey
    from clustergraph.review.log import ClaimVerdict, Log, PairVerdict

_RULES = ("entities", "graph", "increment", "lexicon", "review", "names.py", "records.py", "registry.py")  # what a graph is made by


def build(project: Project, *, anew: bool = False) -> bool:
    """Bring the graph up to date with documents and judgements; False where it is so already (unless ``anew``).

    From the graph that is there and its index where there is one, else from nothing. With ``anew`` always from nothing, and every file is read.
    """
    log = project.log()
    if anew or log.added or not all(map(_is_of_people, log.pairs)):  # what two bodies are counts for the whole of who is who
        return _from_nothing(project, anew)
    from clustergraph.increment.index import BrokenIndexError

    path = project.folder / "store" / "index.sqlite"
    try:
        return _from_before(project, path, log)
    except BrokenIndexError:
        _drop(path)
        return _from_before(project, path, log)


def _from_before(project: Project, path: Path, log: Log) -> bool:
    """Bring the graph up to date from the one that the index belongs to, or begin a new index.

    The index is written before the graph is put to use. What was stopped between the two is ended here, and what was stopped earlier is done again.
    """
    from clustergraph.increment.index import Index

    index = Index(path)
    made = f"{project.ground()} {_made_by()}"
    base = index.get("generation")
    if base is None or index.get("made") != made or not (project.folder / "store" / base).is_dir():
        index.close()
        _drop(path)
        index, base = Index(path), None
    try:
        if base is None or index.get("records") != project.records_digest():
            base = _change(project, index, base, log, made)
        elif project.built == base:
            return False
        project.use(base)
    finally:
        index.close()
    return True


def _is_of_people(verdict: PairVerdict) -> bool:
    if verdict.keys:
        return all(key.kind == "person" for key in verdict.keys)
    return all(end.rpartition("#")[2].startswith("person/") for end in (verdict.judgement.left, verdict.judgement.right))


def _from_nothing(project: Project, anew: bool) -> bool:
    name = project.digest()
    if project.built == name and not anew:
        return False
    with project.new_store(name) as store:
        store.load(project.quads())
    return True


def _drop(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _made_by() -> str:
    """A digest of the program's own rules: by others, each part of a graph might be another one."""
    top = Path(__file__).parent
    paths = sorted(path for name in _RULES for path in ((top / name).rglob("*") if (top / name).is_dir() else [top / name]))
    stamps = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in paths if path.suffix in (".py", ".toml", ".csv")]
    return hashlib.sha256(repr(stamps).encode()).hexdigest()


def _change(project: Project, index: Index, base: str | None, log: Log, made: str) -> str:
    """Change the graph ``base`` into that of what the project holds; the name of the new one."""
    from clustergraph import registry
    from clustergraph.graph.registry import tables
    from clustergraph.increment.update import Update

    manifest = project.manifest
    versions = {version.document: version for version in (*manifest.earlier, *manifest.current)}
    said, verdicts, pairs = _judged(project, log, manifest.current)

    def load(doc: str) -> Unit:
        return _unit(project, versions[doc], said.get(doc), verdicts.get(doc, {}))

    wanted = {doc: _input(version, said.get(doc), verdicts.get(doc, {})) for doc, version in versions.items()}
    rulings = {ident: ruling for of_doc in verdicts.values() for ident, ruling in of_doc.items()}
    with index.change(), project.changed_store(base, index) as store:
        index.put("made", made)
        update = Update(index, store, load, known=registry.load(), tables=tables(), base=project.settings.base)
        update.run(wanted, rulings, pairs)
    return index.get("generation") or ""


def _input(version: Version, said: Sequence[Claim] | None, rulings: Mapping[str, Ruling]) -> str:
    """What of a version counts for the graph beside what was read of it, as a text that is another one when it is."""
    judged = dumps([[claim.id for claim in said or ()], [[ident, r.verdict, r.reason, r.by, r.at] for ident, r in rulings.items()]]) if said else ""
    return f"{version.recorded} {version.recorded_until or '-'} {version.replaced_by or '-'} {judged}"


def _unit(project: Project, version: Version, said: Sequence[Claim] | None, rulings: Mapping[str, Ruling]) -> Unit:
    from clustergraph.increment.update import Unit

    document = project.document(version.document)
    claims = said if said is not None else project.claims(version.document)
    earlier = None if version.is_current else project.earlier(version)
    return Unit(document, claims, version.recorded, rulings, earlier, project.weight(version))


def _judged(
    project: Project, log: Log, current: Sequence[Version]
) -> tuple[dict[str, list[Claim]], dict[str, dict[str, Ruling]], Sequence[Judgement]]:
    """What people judged on the documents of today: the claims of those on which they ruled, with the claims that only stand by their word;
    the rulings by document; the judgements on two people.
    """
    if not log.acts:
        return {}, {}, ()
    now = project.manifest.successors
    keys: list[ClaimKey | MentionKey] = [verdict.claim for verdict in log.claims]
    keys += [key for verdict in log.pairs for key in verdict.keys or ()]
    meant = {ident for key in keys for ident in (key.document, now.get(key.document, ""))}
    sources = {key.source for key in keys}
    held: list[Document] = [project.document(v.document) for v in current if v.document in meant or v.source in sources]
    bound = bind.bind(log, held, {document.id: project.claims(document.id) for document in held}, now)
    of_claim = {claim.id: document for document, claims in bound.said.items() for claim in claims}
    rulings: dict[str, dict[str, Ruling]] = {}
    for ident, verdict in bound.claims.items():
        rulings.setdefault(of_claim[ident], {})[ident] = _ruling(verdict)
    return {document: bound.said[document] for document in rulings}, rulings, bound.judgements


def _ruling(verdict: ClaimVerdict) -> Ruling:
    return Ruling(verdict.verdict, verdict.reason, verdict.by, verdict.at)
