"""What counts for a graph at a moment: the documents, what people ruled of their claims, and who they said is who."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clustergraph.model import Claim, Document, Ruling
from clustergraph.records import dumps
from clustergraph.review import bind
from clustergraph.review.log import AddedFact, ClaimVerdict, PairVerdict, row_of

if TYPE_CHECKING:
    from clustergraph.graph.stores import Store
    from clustergraph.increment.index import Index
    from clustergraph.increment.update import Unit
    from clustergraph.manifest import Version
    from clustergraph.project import Project
    from clustergraph.review.bind import Bound
    from clustergraph.review.keys import ClaimKey, MentionKey

_RULES = ("entities", "graph", "increment", "lexicon", "review", "names.py", "records.py", "registry.py")  # what a graph is made by


def made_by(project: Project) -> str:
    """What a graph is made by beside documents and verdicts: settings, shipped data and the program's own rules.

    By others, each part of a graph might be another one.
    """
    top = Path(__file__).parent
    paths = sorted(path for name in _RULES for path in ((top / name).rglob("*") if (top / name).is_dir() else [top / name]))
    stamps = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in paths if path.suffix in (".py", ".toml", ".csv")]
    return f"{project.ground()} {hashlib.sha256(repr(stamps).encode()).hexdigest()}"


class Holding:
    """What a project holds, now or as it was at the end of a ``day``: of that day nothing is known that came after it."""

    def __init__(self, project: Project, day: str | None = None) -> None:
        self._project = project
        self.log = project.log(day)
        self._manifest = project.manifest_at(day)
        self._successors = project.manifest.successors(day)

    @property
    def is_stepwise(self) -> bool:
        """Whether a graph of this can be changed into or from another one; what two bodies are counts for the whole of who is who."""
        return all(map(_is_of_people, self.log.pairs)) and all(map(_speaks_of_people, self.log.added))

    @property
    def name(self) -> str:
        """A digest of the documents and verdicts, whatever else the project may hold."""
        held = [[version.document, version.recorded] for version in self._manifest.current]
        entries = [(act.number, entry) for act in self.log.acts for entry in act.entries]
        told = [[row_of(entry, number), asdict(entry) if isinstance(entry, AddedFact) else None] for number, entry in entries]
        return hashlib.sha256(dumps([held, told, self._successors if told else {}]).encode()).hexdigest()

    @cached_property
    def wanted(self) -> dict[str, str]:
        """Document → what of its version counts for the graph beside what was read of it, as a text that is another one when it is."""
        added = {doc: f"added {self._recorded(doc)}" for doc in self._added}
        return {doc: self._input(doc, version) for doc, version in self._versions.items()} | added

    def turn(self, index: Index, store: Store) -> None:
        """Make an index and its graph those of this."""
        from clustergraph import registry
        from clustergraph.graph.registry import tables
        from clustergraph.increment.update import Update

        update = Update(index, store, self._unit, known=registry.load(), tables=tables(), base=self._project.settings.base)
        judgements = self._bound.judgements if self._bound else ()
        update.run(self.wanted, {ident: ruling for of_doc in self._rulings.values() for ident, ruling in of_doc.items()}, judgements)

    @cached_property
    def _versions(self) -> dict[str, Version]:
        return {version.document: version for version in (*self._manifest.earlier, *self._manifest.current)}

    def _input(self, doc: str, version: Version) -> str:
        judged = ""
        if doc in self._rulings:
            ruled = [[ident, r.verdict, r.reason, r.by, r.at] for ident, r in self._rulings[doc].items()]
            judged = dumps([[claim.id for claim in self._said(doc)], ruled])
        return f"{version.recorded} {version.recorded_until or '-'} {version.replaced_by or '-'} {judged}"

    def _unit(self, doc: str) -> Unit:
        from clustergraph.increment.update import Unit

        if doc in self._added:
            return Unit(self._added[doc], self._said(doc), self._recorded(doc), {}, None, 0)
        version, project = self._versions[doc], self._project
        earlier = None if version.is_current else project.earlier(version)
        return Unit(project.document(doc), self._said(doc), version.recorded, self._rulings.get(doc, {}), earlier, project.weight(version))

    def _said(self, doc: str) -> Sequence[Claim]:
        """The claims of a document, with those that only stand by the word of a person."""
        ruled = self._bound and (doc in self._rulings or doc in self._added)
        return self._bound.said[doc] if self._bound and ruled else self._project.claims(doc)

    def _recorded(self, doc: str) -> str | None:
        return self._bound.recorded.get(doc) if self._bound else None

    @cached_property
    def _added(self) -> Mapping[str, Document]:
        """The facts that people stated, as documents."""
        return {document.id: document for document in (self._bound.documents if self._bound else ()) if document.layout == bind.LAYOUT}

    @cached_property
    def _rulings(self) -> Mapping[str, Mapping[str, Ruling]]:
        """What people ruled of claims, by document."""
        if self._bound is None:
            return {}
        of_claim = {claim.id: document for document, claims in self._bound.said.items() for claim in claims}
        found: dict[str, dict[str, Ruling]] = {}
        for ident, verdict in self._bound.claims.items():
            found.setdefault(of_claim[ident], {})[ident] = _ruling(verdict)
        return found

    @cached_property
    def _bound(self) -> Bound | None:
        """What people judged, on those of these documents that they speak of; None where nobody did."""
        if not self.log.acts:
            return None
        project, current = self._project, self._manifest.current
        keys: list[ClaimKey | MentionKey] = [verdict.claim for verdict in self.log.claims]
        keys += [key for verdict in self.log.pairs for key in verdict.keys or ()]
        keys += [key for fact in self.log.added for key in fact.ends.values()]
        meant = {ident for key in keys for ident in (key.document, self._successors.get(key.document, ""))}
        sources = {key.source for key in keys}
        held: list[Document] = [project.document(v.document) for v in current if v.document in meant or v.source in sources]
        return bind.bind(self.log, held, {document.id: project.claims(document.id) for document in held}, self._successors)


def _is_of_people(verdict: PairVerdict) -> bool:
    if verdict.keys:
        return all(key.kind == "person" for key in verdict.keys)
    return all(end.rpartition("#")[2].startswith("person/") for end in (verdict.judgement.left, verdict.judgement.right))


def _speaks_of_people(fact: AddedFact) -> bool:
    """Whether a fact by hand speaks of no thing that documents name already but of people."""
    ends = dict(end[::-1] for end in (fact.object, fact.subject) if end)
    return all(key.kind == "person" and ends.get(name) == "person" for name, key in fact.ends.items())


def _ruling(verdict: ClaimVerdict) -> Ruling:
    return Ruling(verdict.verdict, verdict.reason, verdict.by, verdict.at)
