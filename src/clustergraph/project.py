"""A project: a folder of documents, claims, judgements and the graph that is built from them; and what one may ask of it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clustergraph import files, manifest, records, settings
from clustergraph.errors import RecordError, StoreError, UsageError
from clustergraph.manifest import Manifest, Version
from clustergraph.model import Claim, Document, Judgement, Resolution, Ruling, Unread
from clustergraph.review import bind, log
from clustergraph.review.bind import Bound
from clustergraph.review.log import AddedFact, Entry, Log, PairVerdict

if TYPE_CHECKING:
    import networkx
    import rdflib

    from clustergraph.explorer import Drawing
    from clustergraph.graph.evidence import Earlier
    from clustergraph.graph.stores import Store
    from clustergraph.graph.terms import Quad
    from clustergraph.increment.index import Index
    from clustergraph.queries import Rows
    from clustergraph.reports import Pool, ReportResult

_OPEN = 4  # graphs of earlier moments that are kept open
FOLDERS = ("documents", "text", "claims", "review", "store", "out")


class Project:
    """A project folder. Opening one reads nothing but its settings; the graph is opened for reading when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = settings.load(folder)
        self._seen: tuple[tuple[int, int], Manifest] = (0, 0), Manifest()
        self._then: dict[Path, Store] = {}  # graphs of earlier moments, the one asked for last at the end
        self._pools: dict[Store, Pool] = {}

    @classmethod
    def create(cls, folder: Path, name: str = "") -> Project:
        """A new, empty project; raises :class:`UsageError` where there is one already."""
        if (folder / settings.FILE).exists():
            raise UsageError(f"{folder}: there is a project here already")
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder}: this is a file, not a folder")
        for part in FOLDERS:
            (folder / part).mkdir(parents=True, exist_ok=True)
        files.write(folder / ".gitignore", "/store/\n/out/\n")
        files.write(folder / settings.FILE, settings.initial(name or folder.resolve().name))
        return cls(folder)

    # -- documents and claims ------------------------------------------------------------------------------------------------

    @property
    def _manifest_path(self) -> Path:
        return self.folder / "documents" / "manifest.jsonl"

    @property
    def manifest(self) -> Manifest:
        """The versions of documents that the project holds."""
        path, stamp = self._manifest_path, self._stamp()
        if stamp != self._seen[0]:
            self._seen = stamp, manifest.parse(path.read_text(encoding="utf-8"), str(path)) if path.exists() else Manifest()
        return self._seen[1]

    def _stamp(self) -> tuple[int, int]:
        """When the manifest was written last and how long it is: what was read of it counts while both are the same."""
        path = self._manifest_path
        return (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else (0, 0)

    def save_manifest(self, new: Manifest) -> None:
        """Make a manifest the project's."""
        files.write(self._manifest_path, new.text())

    def add_versions(self, changed: Sequence[Version]) -> None:
        """Add versions to the manifest, or what has become of them; the last step of taking documents in or out. All count, or none."""
        path, held = self._manifest_path, self.manifest
        path.parent.mkdir(exist_ok=True)
        with path.open("a+b") as file:
            file.truncate(files.end_of_lines(file))
            file.write("".join(version.line() for version in changed).encode())
            file.flush()
            os.fsync(file.fileno())
        self._seen = self._stamp(), held.having(changed)

    def save_document(self, document: Document, claims: Iterable[Claim], unread: Iterable[Unread], original: bytes, file: str) -> None:
        """Store one version of a document: the original, its text, what it says. It counts only when the manifest holds it."""
        from clustergraph import moments

        key = document.id[:16]
        rows = sorted(records.dumps(records.claim_to_json(claim)) for claim in claims)
        said = {
            self.folder / "text" / f"{key}.json": records.dumps(records.document_to_json(document, unread)) + "\n",
            self.folder / "claims" / f"{key}.jsonl": "".join(row + "\n" for row in rows),
        }
        if any(path.exists() and files.read(path) != new for path, new in said.items()):
            moments.forget(self)  # the same text is read in another way than when it was known before
        files.write(self.folder / "documents" / file, original)
        files.write(self.folder / "text" / f"{key}.txt", document.text)
        for path, new in said.items():
            files.write(path, new)

    def documents(self, known_at: str | None = None) -> list[Document]:
        """The documents in force, by id; with a day those that were in force at the end of it."""
        return [self.document(version.document) for version in self.manifest_at(known_at).current]

    def manifest_at(self, day: str | None) -> Manifest:
        """The versions that the project holds; with a day those in force at the end of it, as if nothing had come after."""
        return self.manifest if day is None else self.manifest.known(day)

    def document(self, ident: str) -> Document:
        """One version of a document, in force or not, by its id or the first 16 signs of it; raises :class:`InputError` where there is none."""
        path = self.folder / "text" / f"{ident[:16]}.json"
        row = self._record(ident)
        return records.document_from_json(row, files.read(path.with_suffix(".txt")), str(path))

    def text_of(self, address: str) -> str | None:
        """The text of the document with an id or an address that ends in it; None where the project holds none."""
        ident = address.rpartition("/")[2]
        path = self.folder / "text" / f"{ident[:16]}.txt"
        return files.read(path) if len(ident) >= 16 and path.is_file() else None

    def _record(self, ident: str) -> dict[str, Any]:
        path = self.folder / "text" / f"{ident[:16]}.json"
        rows = records.lines(files.read(path), str(path))
        if len(rows) != 1:
            raise RecordError(str(path), 1, "one document was expected")
        return rows[0]

    def unread(self, document: Document) -> list[tuple[int, int, str]]:
        """The places of a document that no recognizer understood: start, end, reason."""
        return [(start, end, reason) for start, end, reason in self._record(document.id)["unread"]]

    def claims(self, document_id: str) -> list[Claim]:
        """What one document says, in the order of the claims' places in it."""
        path = self.folder / "claims" / f"{document_id[:16]}.jsonl"
        found = [records.claim_from_json(row, str(path), n) for n, row in enumerate(records.lines(files.read(path), str(path)), 1)]
        return sorted(found, key=lambda c: (c.evidence[0].start, c.kind, c.id))

    # -- judgements ----------------------------------------------------------------------------------------------------------

    @property
    def _review_path(self) -> Path:
        return self.folder / "review" / "judgements.jsonl"

    @property
    def _added_path(self) -> Path:
        return self.folder / "review" / "added.jsonl"

    def log(self, known_at: str | None = None) -> Log:
        """What people have judged and added and not taken back; with a day what stood at the end of it."""
        path, added = self._review_path, self._added_path
        rows, facts = (records.lines(files.read(p), str(p)) if p.exists() else [] for p in (path, added))
        return log.parse(rows, facts, str(path), known_at)

    def judgements(self, known_at: str | None = None) -> list[Judgement]:
        """The verdicts on two names, in the order of judging, with their ends as they were written; with a day what stood at the end of it."""
        return [verdict.judgement for verdict in self.log(known_at).pairs]

    def judge(self, judgement: Judgement) -> None:
        """Add one judgement to the log."""
        self.record([PairVerdict(judgement)])

    def record(self, entries: Sequence[Entry]) -> None:
        """Add what a person judged or stated to the log, as one act that is taken back as a whole."""
        act = self.log().last + 1
        for entry in entries:
            if isinstance(entry, AddedFact):
                files.append(self._added_path, records.dumps(dict(log.fact_to_json(entry))))
        for entry in entries:
            files.append(self._review_path, records.dumps(dict(log.row_of(entry, act))))

    def undo(self, by: str, at: str) -> tuple[Entry, ...]:
        """Take the last act back; empty where there is none. The log keeps both."""
        acts = self.log().acts
        if not acts:
            return ()
        files.append(self._review_path, records.dumps({"undo": acts[-1].number, "by": by, "at": at}))
        return acts[-1].entries

    def review(self, known_at: str | None = None) -> Bound:
        """The verdicts and additions of people on the documents in force; with a day as things were at the end of it."""
        held = self.documents(known_at)
        said = {document.id: self.claims(document.id) for document in held}
        return bind.bind(self.log(known_at), held, said, self.manifest.successors(known_at))

    # -- the graph -----------------------------------------------------------------------------------------------------------

    @property
    def _pointer(self) -> Path:
        return self.folder / "store" / "current"

    @property
    def built(self) -> str | None:
        """The digest of what the graph was built from; None where there is none."""
        name = self._pointer.read_text(encoding="utf-8").strip() if self._pointer.exists() else ""
        return name if name and (self.folder / "store" / name).is_dir() else None

    def digest(self) -> str:
        """The digest of all that a graph is built from: settings, versions, claims, judgements and the shipped data."""
        held = self.manifest
        return self.name_of(sum(self.weight(version) for version in (*held.current, *held.earlier)) % 2**256)

    def name_of(self, weight: int) -> str:
        """The name of the graph that is built from what the project holds; ``weight`` is the sum of its documents' (:meth:`weight`)."""
        judged = files.digest((self._review_path, self._added_path))
        return hashlib.sha256(f"{self.ground()} {judged} {weight:x}".encode()).hexdigest()[:16]

    def weight(self, version: Version) -> int:
        """A digest of a version and what was read of it, as a number: the sum over many changes with each of them and with no order."""
        key = version.document[:16]
        read = files.digest((self.folder / "claims" / f"{key}.jsonl", self.folder / "text" / f"{key}.json")) if version.is_current else ""
        return int(hashlib.sha256(f"{version.line()}{read}".encode()).hexdigest(), 16)

    def records_digest(self) -> str:
        """The digest of the files that tell which documents there are and what people judged."""
        return files.digest((self._manifest_path, self._review_path, self._added_path))

    def ground(self) -> str:
        """The digest of what no document changes: the settings and the shipped data."""
        from clustergraph import resources

        shipped = [path for name in ("registry", "ontology") for path in sorted(resources.folder(name).rglob("*")) if path.is_file()]
        return hashlib.sha256(f"{records.dumps(asdict(self.settings))} {files.digest(shipped)}".encode()).hexdigest()

    @contextmanager
    def new_store(self, name: str) -> Iterator[Store]:
        """A store to fill. When all went well it takes the place of the graph in one step; else nothing has changed."""
        from clustergraph.graph.stores import open_store

        with files.drafted(self.folder / "store" / name) as place:
            store = open_store(place)
            yield store
            store.close()
        self.use(name)

    @contextmanager
    def changed_store(self, base: str | None, index: Index) -> Iterator[Store]:
        """A store to change, which holds the graph ``base`` (or none). When all went well it is the graph of what the project holds now."""
        from clustergraph.graph.stores import open_store

        place = self.folder / "store" / "change.new"
        shutil.rmtree(place, ignore_errors=True)
        if base:
            files.linked(self.folder / "store" / base, place)
        store = open_store(place)
        try:
            yield store
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise
        store.close()
        name = self.name_of(int(index.get("weight") or 0))
        final = self.folder / "store" / name
        shutil.rmtree(final, ignore_errors=True)
        place.rename(final)
        index.put("generation", name)
        index.put("records", self.records_digest())

    def use(self, name: str) -> None:
        """Make a graph the one in use, and take the others away but those of earlier moments."""
        files.write(self._pointer, name + "\n")
        self.__dict__.pop("store", None)
        self.__dict__.pop("redirects", None)
        for old in sorted(self.folder.joinpath("store").iterdir()):
            if old.is_dir() and old.name not in (name, "known"):
                shutil.rmtree(old, ignore_errors=True)

    def resolve(self, known_at: str | None = None) -> tuple[list[Document], dict[str, list[Claim]], Resolution]:
        """The documents in force, their claims, and who is who; with a day as they were known at the end of it."""
        bound = self.review(known_at)
        return list(bound.documents), dict(bound.said), who_is_who(bound)

    def quads(self, known_at: str | None = None) -> tuple[Quad, ...]:
        """The whole graph, sorted, built from nothing; with a day as it was known at the end of it."""
        from clustergraph import graph
        from clustergraph.graph.registry import tables

        bound = self.review(known_at)
        versions = self.manifest_at(known_at)
        recorded = {version.document: version.recorded for version in versions.current}
        past = [] if known_at else self._earlier()
        return graph.build(
            bound.documents,
            bound.said,
            who_is_who(bound),
            registry=tables(),
            recorded={**recorded, **bound.recorded},
            earlier=past,
            rulings={ident: Ruling(v.verdict, v.reason, v.by, v.at) for ident, v in bound.claims.items()},
            base=self.settings.base,
        )

    def _earlier(self) -> list[Earlier]:
        return [self.earlier(version) for version in self.manifest.earlier]

    def earlier(self, version: Version) -> Earlier:
        """A version that is no longer in force, with what it said."""
        from clustergraph.graph.evidence import Earlier

        said = self.claims(version.document)
        return Earlier(self.document(version.document), said, version.recorded, version.recorded_until or "", version.replaced_by)

    def known(self, known_at: str | None) -> Store:
        """The graph as it was known at a moment (a day: at its end), for reading; the graph itself where nothing has changed since.

        It is that of the versions that were in force and the judgements that stood, as if nothing had come after
        (:mod:`clustergraph.moments`). Raises :class:`UsageError` for what is no moment.
        """
        from clustergraph import moments
        from clustergraph.graph.stores import open_store
        from clustergraph.queries.parameters import moment

        present = self.store
        day = moment(known_at, "--known-at")[:10] if known_at else None
        if day is None or (self.manifest_at(day) == self.manifest and self.log(day).acts == self.log().acts):
            return present
        place = moments.graph_known(self, day)
        store = self._then.pop(place, None) or open_store(place, read_only=True)
        self._then[place] = store
        _keep_last(self._then, _OPEN)
        return store

    def place_known(self, known_at: str | None) -> Path | None:
        """Where the graph of a moment lies once it has been made; None where it is the graph itself."""
        from clustergraph import moments
        from clustergraph.queries.parameters import moment

        day = moment(known_at, "--known-at")[:10] if known_at else None
        if day is None or (self.manifest_at(day) == self.manifest and self.log(day).acts == self.log().acts):
            return None
        return moments.place_of(self, day)

    @cached_property
    def store(self) -> Store:
        """The graph, for reading; raises :class:`StoreError` where none has been built."""
        from clustergraph.graph.stores import open_store

        name = self.built
        if name is None:
            raise StoreError(f"{self.folder}: no graph has been built here; build it with: clustergraph build")
        return open_store(self.folder / "store" / name, read_only=True)

    # -- questions -----------------------------------------------------------------------------------------------------------

    def query(self, name_or_text: str, known_at: str | None = None, **params: str) -> Rows:
        """The answer to a saved query, by name, or to a SPARQL text; ``to_dataframe()`` of it is a pandas table.

        With ``known_at`` it is asked of the graph as it was known then.
        """
        from clustergraph import queries

        return queries.run(self.known(known_at), name_or_text, {name: str(value) for name, value in params.items()})

    def report(self, name: str, **options: Any) -> ReportResult:
        """A report by name, with the options of the command line (``as_of``, ``known_at``, ``forum``, ``region`` …)."""
        from clustergraph import reports

        store = self.known(options.get("known_at"))
        return reports.run(store, name, options, known=self.known, pool=self._pool(store))

    def _pool(self, store: Store) -> Pool:
        """What has been read of a graph, for all the reports that are asked of it."""
        from clustergraph.reports import Pool

        pool = self._pools.pop(store, None)
        self._pools[store] = Pool(store) if pool is None else pool
        _keep_last(self._pools, _OPEN)
        return self._pools[store]

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Addresses that are in use no more, because people judged two to be one, and the address that each has now."""
        found = {str(row["old"]): str(row["new"]) for row in self.query("redirects").dicts()}
        return dict(sorted(found.items()))

    def current(self, name: str) -> str:
        """An id or address that went into another one, as that one; whatever else a user wrote as it is."""
        if "/" not in name:
            return name
        iri = name if "://" in name else f"{self.settings.base}id/{name}"
        return self.redirects.get(iri, name)

    def as_rdflib(self) -> rdflib.Dataset:
        """The whole graph as an rdflib dataset, in memory."""
        from clustergraph.graph import rdf

        return rdf.dataset(self.store)

    def drawing(self, view: str = "references", *, around: str | None = None, depth: int = 1, **options: Any) -> Drawing:
        """What one view (``references``, ``roles``, ``initiatives``, ``ego``) draws, with the options of a report.

        Raises :class:`UsageError` for an unknown view, and where ``ego`` finds nobody of the name ``around``.
        """
        from clustergraph import explorer
        from clustergraph.explorer.neighbors import widened

        if view not in explorer.VIEWS:
            raise UsageError(f"{view}: no such view (there are: {', '.join(explorer.VIEWS)})")

        def rows(name: str) -> list[dict[str, Any]]:
            return widened(self.report(name, **options).rows, self.text_of)

        actors = self._actor_rows(options.get("known_at"))
        if view != "ego" and around is None:
            draw = {"references": explorer.references, "roles": explorer.roles, "initiatives": explorer.initiatives}[view]
            return draw(rows(view), actors)
        tables: dict[str, Any] = {name: rows(name) for name in (explorer.VIEWS if view == "ego" else (view,)) if name != "ego"}
        found = explorer.ego(around, depth, tables, actors) if around else None
        if found is None:
            raise UsageError(f"{around or '--around'}: nobody of that name in the drawing; try: clustergraph search")
        return found

    def _actor_rows(self, known_at: str | None) -> list[dict[str, Any]]:
        from clustergraph.queries.actors import Actors

        actors = Actors.load(self.known(known_at))
        return [
            {
                "id": actor.id,
                "kind": actor.kind,
                "label": actor.label,
                "type": actor.type,
                "region": actors.label(actors.region_of(actor.id)),
                "cluster": actors.label(actors.cluster_of(actor.id)),
                "aliases": actor.aliases,
                "members": actor.members,
            }
            for actor in actors.by_id.values()
        ]

    def as_networkx(self, view: str = "references", **options: Any) -> networkx.MultiDiGraph:
        """One view as a networkx graph, with the options of :meth:`drawing`."""
        from clustergraph import explorer

        return explorer.to_networkx(self.drawing(view, **options))


def _keep_last(held: dict[Any, Any], most: int) -> None:
    """Let go of all but the last entries."""
    while len(held) > most:
        del held[next(iter(held))]


def who_is_who(bound: Bound) -> Resolution:
    """The entities of the documents of today, with what people judged."""
    from clustergraph import entities

    return entities.resolve(bound.documents, bound.said, judgements=bound.judgements)


def without_verdicts(bound: Bound) -> Mapping[str, str]:
    """Mention key → entity as it would be had nobody judged any pair."""
    from clustergraph import entities

    return entities.resolve(bound.documents, bound.said, judgements=bound.ends).canonical
