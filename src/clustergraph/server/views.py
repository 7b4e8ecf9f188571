"""Reading views: one graph each, of now or of an earlier moment, with what has been worked out of it kept in memory.

A graph never changes: another one takes its place under another name. So whatever was worked out of a view holds as long as the view.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from clustergraph import reports
from clustergraph.errors import ClustergraphError, StoreError
from clustergraph.project import Project
from clustergraph.queries.parameters import moment
from clustergraph.reports import Pool
from clustergraph.reports.around import Around, Index
from clustergraph.reports.pool import WINDOWS, Mask
from clustergraph.server import earlier
from clustergraph.server.contacts import masked, unsaid
from clustergraph.server.counting import Counts, counts
from clustergraph.server.finding import Finder
from clustergraph.server.limits import Limits

if TYPE_CHECKING:
    from clustergraph.graph.stores import Store
    from clustergraph.queries import Rows
    from clustergraph.queries.actors import Actor, Actors
    from clustergraph.queries.evidence import Quote
    from clustergraph.reports import ReportResult
    from clustergraph.reports.fact import Fact

T = TypeVar("T")

_VIEWS = 4  # earlier moments that are kept open
_ANSWERS = 1024  # answers that are kept for each view


class Kept:
    """The answers that were asked for last; each is worked out once, also when several ask for it at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()
        self._at_work: dict[Hashable, threading.Lock] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The answer of a key, worked out by ``make`` where it is not kept."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                found: T = self._held[key]
                return found
            own = self._at_work.setdefault(key, threading.Lock())
        with own:
            with self._lock:
                if key in self._held:
                    return self._held[key]  # type: ignore[no-any-return]
            try:
                found = make()
                with self._lock:
                    self._held[key] = found
                    if len(self._held) > self._most:
                        self._held.popitem(last=False)
            finally:
                with self._lock:
                    self._at_work.pop(key, None)
            return found


class View:
    """One graph for reading. ``name`` is its digest: two views of one name say the same."""

    def __init__(self, project: Project, store: Store, name: str, known_at: str | None, known: Callable[[str | None], Store]) -> None:
        self.project = project
        self.store = store
        self.name = name
        self.known_at = known_at
        self._known = known
        self._kept = Kept(_ANSWERS)
        self.pool = Pool(store, Mask(masked, unsaid))  # what has been read of the graph for reports
        self.index = Index(self.pool, self.moment)  # where each entity is named among the facts
        self.finder = Finder(self.pool, self.moment)  # the search of names and sentences

    @property
    def actors(self) -> Actors:
        """Who is in the graph, by name."""
        return self.pool.actors

    def text_of(self, document: str) -> str | None:
        """The text of a document as it is shown; None where the project does not hold it."""
        text = self.project.text_of(document)
        return None if text is None else masked(text)

    @property
    def redirects(self) -> Mapping[str, str]:
        """Addresses that went into another one, because people judged two to be one."""
        return self.once("redirects", lambda: {str(old): str(new) for old, new in self.query("redirects", {})})

    @property
    def counts(self) -> Counts:
        """How much the graph holds: a question to all of it, which takes seconds in a large one."""
        return self.once("counts", lambda: counts(self.store))

    def belonging(self, iri: str) -> list[Actor]:
        """The entities that say of themselves that they are of a body or in a cluster."""
        return self._belonging.get(iri, [])

    @cached_property
    def _belonging(self) -> dict[str, list[Actor]]:
        found: dict[str, list[Actor]] = {}
        for actor in self.actors.by_id.values():
            for body in {actor.of, actor.cluster} - {None}:
                found.setdefault(str(body), []).append(actor)
        return found

    def evidence(self, iri: str) -> list[Quote]:
        """The sentences about an entity that were known."""
        return self.pool.evidence([iri], self.moment).get(iri, [])

    @property
    def moment(self) -> str | None:
        """The moment of knowing, in full; None is now."""
        return moment(self.known_at, "known_at") if self.known_at else None

    def warm(self) -> None:
        """Read now what every page needs, the small things first; one who asks meanwhile waits for what is asked for alone."""
        _ = self.actors, self.pool.settings, self.pool.latest, self.finder.names, self.redirects
        self.pool.read_evidence(self.moment)
        for query in WINDOWS:
            self.index.places(query, "")
        _ = self.finder.sentences, self._belonging, self.counts

    def facts(self, query: str) -> Sequence[Fact]:
        """The facts of a saved query, for all days."""
        return self.pool.facts(query, self.moment)

    def around(self, iri: str) -> Pool:
        """The facts around one entity, for a report on it alone."""
        return self.kept(("around", iri), lambda: Around(self.pool, self.index, iri))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Something that many answers need, worked out once and kept as long as the view; for keys of which there are few."""
        return self.pool.once(("view", key), make)

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """Something worked out of this graph, kept under a key of its own until it has not been asked for for long."""
        return self._kept.get(key, make)

    def report(self, name: str, **options: Any) -> ReportResult:
        """The answer to a report, with the options of the command line; kept."""
        given = self._given(options)
        return self.kept(("report", name, tuple(sorted(given.items()))), lambda: self._run(name, given, self.pool))

    def near(self, name: str, iri: str, **options: Any) -> ReportResult:
        """The answer to a report that asks for one entity, from its surroundings."""
        return self._run(name, self._given(options), self.around(iri))

    def timeline(self, iri: str, **options: Any) -> ReportResult:
        """What began, was said and ended of one entity."""
        return reports.timeline(self.store, iri, self._given(options), pool=self.around(iri))

    def show(self, iri: str, **options: Any) -> ReportResult:
        """All that is known of one entity, a row a fact."""
        return reports.show(self.store, iri, self._given(options), pool=self.around(iri))

    def query(self, name: str, params: Mapping[str, str]) -> Rows:
        """The answer to a saved query."""
        from clustergraph import queries

        return self.kept(("query", name, tuple(sorted(params.items()))), lambda: queries.run(self.store, name, dict(params)))

    def _run(self, name: str, given: dict[str, Any], pool: Pool) -> ReportResult:
        return reports.run(self.store, name, given, known=self._known, pool=pool)

    def _given(self, options: Mapping[str, Any]) -> dict[str, Any]:
        given = {key: tuple(value) if isinstance(value, list) else value for key, value in options.items() if value not in (None, "", (), [])}
        return {**given, "known_at": self.known_at} if self.known_at else given


class Views:
    """The views of a project: that of now, and of the earlier moments asked for last. A graph that was built anew is noticed by its name."""

    def __init__(self, project: Project, limits: Limits) -> None:
        self._project = project
        self._limits = limits
        self._lock = threading.RLock()
        self._building = threading.Semaphore(1)  # an earlier graph takes time and memory: one at a time
        self._now: View | None = None
        self._then: OrderedDict[str, View] = OrderedDict()

    def get(self, known_at: str | None = None) -> View:
        """The view of a moment; None means now."""
        if not known_at:
            return self._present()
        at = moment(known_at, "known_at")
        day = at[:10]
        with self._lock:
            now = self._present()
            if day in self._then:
                self._then.move_to_end(day)
                return self._then[day]
        if not self._building.acquire(timeout=self._limits.waiting):
            raise StoreError("another earlier graph is being built; try again in a minute")
        try:
            return self._built(now, day)
        finally:
            self._building.release()

    def _present(self) -> View:
        with self._lock:
            built = self._project.built
            if built is None:
                raise StoreError("no graph has been built here; build it with: clustergraph build")
            if self._now is None or self._now.name != built:
                opened = Project(self._project.folder)
                first = self._now is None
                self._now = View(opened, opened.store, built, None, self._store_of)
                self._then.clear()
                if not first:  # what another graph took the place of had been read: so is this one, before it is asked for
                    threading.Thread(target=_warm, args=(self._now,), daemon=True).start()
            return self._now

    def _built(self, now: View, day: str) -> View:
        with self._lock:
            if day in self._then:
                return self._then[day]
        place = now.project.place_known(day)
        if place is not None and not place.is_dir():
            earlier.build(now.project.folder, day, self._limits.building, 4 * self._limits.memory_mb)
        store = now.project.known(day)
        view = View(now.project, store, f"{now.name}-{day}", day, self._store_of)
        with self._lock:
            self._then[day] = view
            if len(self._then) > _VIEWS:
                self._then.popitem(last=False)
        return view

    def _store_of(self, known_at: str | None) -> Store:
        """The graph as it was known at a moment, for a report that compares two."""
        return self.get(known_at).store


def _warm(view: View) -> None:
    try:
        view.warm()
    except ClustergraphError:
        return  # another graph has taken its place already
