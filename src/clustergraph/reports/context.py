"""One report being built: its options resolved to entities, and facts as of a day, as known at a moment, with their sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from clustergraph.queries import Queryable
from clustergraph.queries.actors import Actor, Actors
from clustergraph.queries.evidence import Quote
from clustergraph.queries.parameters import day, moment
from clustergraph.reports.fact import FOREVER, Fact
from clustergraph.reports.pool import WINDOWS, Pool, Window
from clustergraph.reports.result import Options, Row

T = TypeVar("T")

__all__ = ["FOREVER", "Context", "Fact", "Setting", "proof", "widest"]


@dataclass(frozen=True, slots=True)
class Setting:
    """The forum, the cluster and the region of a document, as IRIs; None where it names none."""

    forum: str | None
    cluster: str | None
    region: str | None

    @property
    def bodies(self) -> list[str]:
        """Those that are named."""
        return [body for body in (self.forum, self.cluster, self.region) if body]


_NOWHERE = Setting(None, None, None)


@dataclass
class Context:
    """The store with one report's options; ``notes`` gather what a reader must know beside the rows."""

    store: Queryable
    options: Options
    notes: list[str] = field(default_factory=list)
    known: Callable[[str | None], Queryable] | None = None  # the graph as it was known at a moment, where there is one of its own
    pool: Pool = field(default=None)  # type: ignore[assignment]  # what has been read of the store; several questions may share it

    def __post_init__(self) -> None:
        self.as_of = day(self.options.as_of, "--as-of") if self.options.as_of else None
        self.known_at = moment(self.options.known_at, "--known-at") if self.options.known_at else None
        self.pool = self.pool or Pool(self.store)
        self._facts: dict[tuple[str, tuple[str, ...]], list[Fact]] = {}
        self._shared: dict[str, Any] = {}
        self._settings: dict[str, Setting] = {}

    def narrowed(self, **options: Any) -> Context:
        """The same graph with other options; what has been loaded of it is not loaded again."""
        other = Context(self.store, replace(self.options, **options), known=self.known, pool=self.pool)
        if (other.as_of, other.known_at) == (self.as_of, self.known_at):
            other._facts, other._shared = self._facts, self._shared
        return other

    def at(self, *, as_of: str | None = None, known_at: str | None = None) -> Context:
        """The same question on another day, or as of what was known at another moment, of the graph as it was then."""
        if known_at is None:
            return self.narrowed(as_of=as_of) if as_of else self
        then = self.known(known_at) if self.known else self.store
        if then is self.store:
            return self.narrowed(known_at=known_at)
        return Context(then, replace(self.options, known_at=known_at), known=self.known, pool=Pool(then, self.pool.mask))

    @property
    def latest(self) -> tuple[str | None, str | None]:
        """The last day of a document, and the last moment at which one became known."""
        return self.pool.latest

    @cached_property
    def actors(self) -> Actors:
        """The entities of the graph."""
        return self.pool.actors

    def facts(self, query: str, begin: Sequence[str] = ("from_day", "valid_from")) -> list[Fact]:
        """The facts that a saved query selects, in its order: as of the day, and only what was known at the moment."""
        key = query, tuple(begin)
        if key not in self._facts:
            self._facts[key] = self._once(key, lambda: self._select(*key))
        return list(self._facts[key])

    def shared(self, name: str, make: Callable[[], T]) -> T:
        """What follows from the day and the moment alone, under a name of its own; nobody may change it."""
        if name not in self._shared:
            self._shared[name] = self._once((name,), make)
        found: T = self._shared[name]
        return found

    def _once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What counts without a day is asked for most: it is worked out once for all questions."""
        return make() if self.as_of else self.pool.once(("now", *key, self.known_at), make)

    def _select(self, query: str, begin: Sequence[str]) -> list[Fact]:
        window, day = WINDOWS[query], self.as_of or FOREVER
        return [fact for fact in self.pool.facts(query, self.known_at) if window.holds(fact, day) and self._counts(fact, window, begin)]

    def _counts(self, fact: Fact, window: Window, begin: Sequence[str]) -> bool:
        if not fact.said:
            return fact.flag("inferred") and self.known_at is None
        if self.as_of is None or any(fact.text(name) for name in begin):
            return True
        # Known then from fewer documents than now: what they attest first may be later than the day asked for.
        return not fact.attested or fact.attested[0] <= self.as_of or bool(window.anyway and fact.text(window.anyway))

    @cached_property
    def meetings(self) -> list[Fact]:
        """The meetings up to the day."""
        return self.facts("meetings", begin=("date",))

    @cached_property
    def _meetings(self) -> dict[str, Fact]:
        return {meeting.id: meeting for meeting in self.meetings}

    def meeting(self, ident: str | None) -> Fact | None:
        """The meeting of an IRI."""
        return self._meetings.get(ident) if ident else None

    def said_at(self, *facts: Fact) -> Setting:
        """Whose documents say it: that of the last one, where several do."""
        known = self.pool.settings
        return next((self._setting(one.document_id) for fact in facts for one in reversed(fact.said) if one.document_id in known), _NOWHERE)

    def _setting(self, document: str) -> Setting:
        if document not in self._settings:
            forum, cluster, region = self.pool.settings[document]
            cluster = cluster or self.actors.cluster_of(forum)
            region = region or self.actors.region_of(forum) or self.actors.region_of(cluster)
            self._settings[document] = Setting(forum, cluster, region)
        return self._settings[document]

    def evidence(self, *idents: str) -> dict[str, list[Quote]]:
        """Entity or fact → the sentences about it that were known."""
        return self.pool.evidence(idents, self.known_at)

    # ── who is asked for ─────────────────────────────────────────────────────────────────────────────

    @cached_property
    def forums(self) -> frozenset[str] | None:
        """The forums, clusters and other bodies that ``forum`` means; the members of a group and its collective come along."""
        return self._meant("forum", self.options.forum, ("forum", "cluster", "organisation"))

    @cached_property
    def clusters(self) -> frozenset[str] | None:
        """The clusters that ``cluster`` means."""
        return self._meant("cluster", self.options.cluster, ("cluster",))

    @cached_property
    def regions(self) -> frozenset[str] | None:
        """The regions that ``region`` means."""
        return self._meant("region", self.options.region, ("organisation",))

    @cached_property
    def people(self) -> frozenset[str] | None:
        """The people that ``person`` means."""
        return self._meant("person", self.options.person, ("person",))

    @cached_property
    def organisations(self) -> frozenset[str] | None:
        """The bodies that ``organisation`` means."""
        return self._meant("organisation", self.options.organisation, ("organisation", "forum", "cluster"))

    def _meant(self, name: str, text: str | None, kinds: Sequence[str]) -> frozenset[str] | None:
        if not text:
            return None
        found = self.actors.find(text, kinds)
        if name == "forum":
            found = [actor for actor in found if actor.kind != "organisation"] or found
        if not found:
            self.notes.append(f"no_{name}:{text}")
        ids = {actor.id for actor in found}
        for actor in found:
            ids.update(actor.members)
            ids.update(self.actors.collectives.get(actor.id, ()))
        return frozenset(ids)

    def in_scope(self, *bodies: str | None) -> bool:
        """Whether one of these bodies is what ``forum``, ``cluster`` and ``region`` ask for."""
        return not any(scope.isdisjoint(bodies) for scope in self._scopes)

    @cached_property
    def _scopes(self) -> list[frozenset[str]]:
        """For each of the three that is asked for: all bodies that are it or belong to it."""
        in_cluster, in_region = self.actors.in_cluster, self.actors.in_region
        found = []
        if self.forums is not None:
            # Who asks for a cluster means its forums too; who asks for a forum means that one.
            found.append(self.forums.union(*(in_cluster.get(body, ()) for body in self.forums)))
        if self.clusters is not None:
            found.append(frozenset().union(*(self.actors.around_cluster.get(body, ()) for body in self.clusters)))
        if self.regions is not None:
            found.append(frozenset().union(*(in_region.get(body, ()) for body in self.regions)))
        return found

    # ── how it is shown ──────────────────────────────────────────────────────────────────────────────

    def name(self, ident: str | None) -> str | None:
        """The display name of an entity."""
        return self.actors.label(ident)

    def actor(self, ident: str | None) -> Actor | None:
        """The entity of an IRI."""
        return self.actors.get(ident)


def widest(evidence: Sequence[Quote]) -> list[Quote]:
    """Each stretch of text once, and none that stands inside another one: the sentence says what its words say."""
    found: list[Quote] = []
    for quote in sorted(evidence, key=lambda q: (q.date, q.document, q.start, -q.end)):
        if not any(one.document_id == quote.document_id and one.start <= quote.start and quote.end <= one.end for one in found):
            found.append(quote)
    return found


def proof(*facts: Fact) -> Row:
    """The keys that every row ends with: first and last attestation, documents, and the sentences in their order."""
    evidence = sorted({quote for fact in facts for quote in fact.quotes}, key=lambda q: (q.date, q.document, q.start, q.end))
    attested = sorted({one for fact in facts for one in fact.attested})
    shown = [
        {
            "quote": quote.quote, "document": quote.document, "document_id": quote.document_id, "title": quote.title, "date": quote.date or None,
            "item": quote.item, "line": quote.line, "start": quote.start, "end": quote.end, "claim": quote.claim,
            "section": quote.section, "before": quote.prefix, "after": quote.suffix,
        }
        for quote in widest(evidence)
    ]  # fmt: skip
    return {
        "attested_first": attested[0] if attested else None,
        "attested_last": attested[-1] if attested else None,
        "attested": attested,
        "fact_id": facts[0].id if facts else None,
        "documents": sorted({quote.document for quote in evidence}),
        "quotes": shown,
    }
