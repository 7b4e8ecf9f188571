"""Who is in the graph, by name: people, organisations, forums, clusters and initiatives, with what they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from clustergraph.errors import UsageError
from clustergraph.queries import folding
from clustergraph.queries.run import Queryable, run

_KINDS = {"Person": "person", "FormalOrganization": "organisation", "Forum": "forum", "Cluster": "cluster", "Project": "initiative"}
_BETWEEN, _WITHIN = "\x1e", "\x1f"  # signs between and within what the saved query says of an entity: no name holds them
_ALL_WORDS = 2  # the score from which every word that was asked for stands in full in a name or beside it
_SPECIFIC = ("cluster", "forum", "person", "initiative", "organisation")  # of several classes the first one tells most


def local(iri: str | None) -> str | None:
    """The last part of an address: ``in_force`` of ``cg:status-in_force``, ``Forum`` of ``cg:Forum``."""
    if iri is None:
        return None
    name = iri.rpartition("#")[2].rpartition("/")[2]
    return name.partition("-")[2] or name if "#" in iri else name


@dataclass(frozen=True, slots=True)
class Actor:
    """One entity. ``id`` is its IRI; ``of``, ``cluster``, ``region`` and ``members`` are IRIs; ``type`` and ``status`` words of the schemes."""

    id: str
    kind: str
    label: str
    aliases: tuple[str, ...] = ()
    type: str | None = None
    of: str | None = None
    cluster: str | None = None
    region: str | None = None
    status: str | None = None
    members: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_until: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The label and all other spellings."""
        return (self.label, *self.aliases)


class Actors:
    """All entities of a store, loaded once."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.by_id = {actor.id: actor for actor in actors}

    @classmethod
    def load(cls, store: Queryable) -> Actors:
        """The entities that the graph knows."""
        found = []
        words: dict[str, str] = {}  # of addresses of which there are few
        for ident, told in run(store, "catalog"):
            kinds: set[str] = set()
            facts: dict[str, set[str]] = defaultdict(set)
            for one in str(told).split(_BETWEEN):
                kind, prop, value = one.split(_WITHIN)
                for address in (kind, prop):
                    if address not in words:
                        words[address] = address.rpartition("#")[2].rpartition("/")[2]
                kinds.add(_KINDS[words[kind]])
                facts[words[prop]].add(value)
            found.append(_actor(str(ident), kinds, {name: sorted(values) for name, values in facts.items()}))
        return cls(sorted(found, key=lambda actor: actor.id))

    def get(self, ident: str | None) -> Actor | None:
        """The entity of an IRI."""
        return self.by_id.get(ident) if ident else None

    def label(self, ident: str | None) -> str | None:
        """The display name of an entity; words that stand for none as they are."""
        actor = self.get(ident)
        return actor.label if actor else ident

    def cluster_of(self, ident: str | None) -> str | None:
        """The cluster that a body is or belongs to, by its own word or by the body that it is of."""
        for actor in self._upwards(ident):
            if actor.kind == "cluster":
                return actor.id
            if actor.cluster:
                return actor.cluster
        return None

    def region_of(self, ident: str | None) -> str | None:
        """The region that a body is or lies in, by its own word, its cluster's or that of the body that it is of."""
        for actor in self._upwards(ident):
            if actor.type == "region":
                return actor.id
            if actor.region:
                return actor.region
            cluster = self.get(actor.cluster)
            if cluster and cluster.region:
                return cluster.region
        return None

    def _upwards(self, ident: str | None) -> Iterable[Actor]:
        seen: set[str] = set()
        actor = self.get(ident)
        while actor and actor.id not in seen:
            seen.add(actor.id)
            yield actor
            actor = self.get(actor.of)

    @cached_property
    def in_cluster(self) -> dict[str, list[str]]:
        """Cluster → the bodies that are it or belong to it (:meth:`cluster_of`)."""
        return self._grouped(self.cluster_of)

    @cached_property
    def in_region(self) -> dict[str, list[str]]:
        """Region → the bodies that are it or lie in it (:meth:`region_of`)."""
        return self._grouped(self.region_of)

    @cached_property
    def around_cluster(self) -> dict[str, list[str]]:
        """Cluster → the bodies that are it or belong to it, and the collectives of which one does."""
        return {
            cluster: [*bodies, *(whole for body in bodies for whole in self.collectives.get(body, ()))] for cluster, bodies in self.in_cluster.items()
        }

    def _grouped(self, of: Callable[[str], str | None]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for ident in self.by_id:
            if whole := of(ident):
                found[whole].append(ident)
        return dict(found)

    @cached_property
    def collectives(self) -> dict[str, list[str]]:
        """Member → the collectives that it is one of."""
        found: dict[str, list[str]] = defaultdict(list)
        for actor in self.by_id.values():
            for member in actor.members:
                found[member].append(actor.id)
        return dict(found)

    def find(self, text: str, kinds: Collection[str] = ()) -> list[Actor]:
        """The entities that a free text means, best first: the whole name in any spelling, else all its words among the words of a name
        and of what the entity belongs to. With a group its collective comes along.
        """
        exact = self.by_id.get(text)
        if exact and (not kinds or exact.kind in kinds):
            return [exact]
        wanted = [actor for actor in self.by_id.values() if not kinds or actor.kind in kinds]
        asked, whole = folding.words(text), folding.joined(text)
        if not asked:
            return []
        labelled = [actor for actor in wanted if actor.id == text or actor.id.endswith(f"/id/{text}") or folding.joined(actor.label) == whole]
        if labelled:
            return sorted(labelled, key=lambda actor: (actor.label, actor.id))
        spelled = [actor for actor in wanted if any(folding.joined(name) == whole for name in actor.aliases)]
        if not spelled:
            root = folding.joined(text, stems=True)
            spelled = [actor for actor in wanted if any(folding.joined(name, stems=True) == root for name in actor.names)]
        scored = [(self._score(actor, asked), actor) for actor in wanted]
        if spelled:
            # A spelling of one body may mean its namesake of another time too: the same kind of body in the same place.
            near = [actor for score, actor in scored if score >= _ALL_WORDS and actor not in spelled and _namesake(actor, spelled)]
            return [*sorted(spelled, key=lambda actor: (actor.label, actor.id)), *sorted(near, key=lambda actor: (actor.label, actor.id))]
        best = max((score for score, _ in scored), default=0)
        # One level of likeness at a time: who is named in full hides who is only named like it.
        return sorted((actor for score, actor in scored if score == best and score > 0), key=lambda actor: (actor.label, actor.id))

    def the(self, text: str) -> Actor:
        """The one entity that a name or an IRI means; a full name wins over a likeness. Raises :class:`UsageError` for none and for several."""
        found = self.find(text)
        if not found:
            raise UsageError(f"{text}: nobody and nothing in the graph is called so; clustergraph search {text}")
        if len(found) > 1 and not (found[0].label == text and found[1].label != text):
            several = ", ".join(f"{actor.label} ({actor.id.rpartition('/id/')[2]})" for actor in found[:5])
            raise UsageError(f"{text}: more than one is called so: {several}")
        return found[0]

    def _score(self, actor: Actor, asked: list[str]) -> int:
        """3: all words in one of its names; 2: some in a name, the others in what it belongs to; 1: the same with beginnings of words."""
        context = [word for ident in (actor.of, actor.cluster, actor.region) for name in self._names(ident) for word in folding.words(name)]
        best = 0
        for name in actor.names:
            own = folding.words(name)
            if _all(asked, own, whole=True):
                return 3
            if _any(asked, own, whole=True) and _all(asked, own + context, whole=False):
                best = max(best, 2)
            elif _any(asked, own, whole=False) and _all(asked, own + context, whole=False):
                best = max(best, 1)
        return best

    def _names(self, ident: str | None) -> tuple[str, ...]:
        actor = self.get(ident)
        return actor.names if actor else ()


def _namesake(actor: Actor, others: list[Actor]) -> bool:
    return actor.cluster is not None and any((actor.kind, actor.type, actor.cluster) == (one.kind, one.type, one.cluster) for one in others)


def _same(asked: str, have: str, whole: bool) -> bool:
    if asked == have or folding.stem(asked) == folding.stem(have):
        return True
    return not whole and len(asked) > 2 and have.startswith(folding.stem(asked))


def _all(asked: list[str], have: list[str], whole: bool) -> bool:
    return all(any(_same(one, word, whole) for word in have) for one in asked)


def _any(asked: list[str], have: list[str], whole: bool) -> bool:
    return any(_same(one, word, whole) for one in asked for word in have)


def _actor(ident: str, kinds: set[str], facts: dict[str, list[str]]) -> Actor:
    def one(name: str) -> str | None:
        return facts[name][0] if facts.get(name) else None

    kind = next(kind for kind in _SPECIFIC if kind in kinds)
    labels = facts.get("prefLabel", [])
    label = labels[0] if labels else str(local(ident))
    aliases = tuple(sorted({*labels[1:], *facts.get("altLabel", [])} - {label}))
    return Actor(
        ident,
        kind,
        label,
        aliases,
        type=local(one("classification")),
        of=one("ofBody") or one("subOrganizationOf"),
        cluster=one("inCluster"),
        region=one("inRegion"),
        status=local(one("forumStatus")),
        members=tuple(facts.get("memberBody", [])),
        valid_from=one("validFrom"),
        valid_until=one("validUntil"),
    )
