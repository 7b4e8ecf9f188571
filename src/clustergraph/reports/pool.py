"""What has been read of one store, for all the questions that are asked of it: a store for reading never changes.

Facts are read for all days at once; which of them count on a day is said by :data:`WINDOWS`, as the saved queries say it themselves.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from clustergraph.queries import Queryable, run
from clustergraph.queries.actors import Actors
from clustergraph.queries.evidence import Loader, Quote, Quotes, Source, quotes, sources
from clustergraph.queries.whole import Whole
from clustergraph.reports.fact import Fact

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which a fact of one saved query counts: from the first of ``begin`` that is stated (without one: always) up to, not
    including, ``end``. What has ``anyway`` counts on every day; what has ``on`` counts from that day too.
    """

    begin: tuple[str, ...]
    end: str | None = None
    anyway: str | None = None
    on: str | None = None

    def holds(self, fact: Fact, day: str) -> bool:
        """Whether a fact counts on a day."""
        if self.anyway and fact.text(self.anyway):
            return True
        if self.end and (end := fact.text(self.end)) and end <= day:
            return False
        begin = next((stated for name in self.begin if (stated := fact.text(name))), day)
        return begin <= day or bool(self.on and (on := fact.text(self.on)) and on <= day)


_PERIOD = Window(("from_day", "attested_first"), "until_day")
_SAID = Window(("attested_first",))
_DAY = Window(("day", "attested_first"))
_DATE = Window(("date", "attested_first"))
WINDOWS = {
    "approvals": _SAID, "handovers": _SAID,
    "attendance": _DATE, "bodies": _PERIOD, "calendar": Window(("attested_first",), on="day"), "contradictions": Window(("attested_last",)),
    "employments": _PERIOD, "initiatives": _SAID, "involvements": _SAID, "items": _DATE, "meetings": Window(("date",)), "memberships": _PERIOD,
    "money": _SAID, "references": Window(("from_day", "attested_first"), anyway="until_day"), "reported": _DAY,
    "seats": Window(("attested_first",), "until_day"), "succession": _DAY,
}  # fmt: skip
"""Saved query → the days on which what it selects counts."""

_BATCH = 400  # facts whose sentences are read at once


class Mask(NamedTuple):
    """What is not shown of documents: how a text and a sentence look without it."""

    text: Callable[[str], str]
    quote: Callable[[Quote], Quote]


class Pool:
    """All that has been read of a store, each thing once; may be asked by several threads.

    ``mask`` changes what was read of documents before anybody sees it: words that are not to be shown.
    """

    def __init__(self, store: Queryable, mask: Mask | None = None) -> None:
        self.store = store
        self.mask = mask
        self._lock = threading.Lock()
        self._reading: dict[object, threading.Lock] = {}
        self._read: dict[object, Any] = {}
        self._quotes: dict[str | None, dict[str, list[Quote]]] = defaultdict(dict)
        self._said: dict[str | None, dict[str, list[Source]]] = {}  # moment → the sources of all facts, where they were read at once

    @property
    def actors(self) -> Actors:
        """The entities of the graph."""
        return self.once("actors", lambda: Actors.load(self.store))

    @property
    def latest(self) -> tuple[str | None, str | None]:
        """The last day of a document, and the last moment at which one became known."""
        return self.once("latest", self._horizon)

    @property
    def settings(self) -> dict[str, tuple[str | None, str | None, str | None]]:
        """Document → its forum, cluster and region."""
        return self.once("settings", self._documents)

    def once(self, key: object, read: Callable[[], T]) -> T:
        """What is read once, also where several threads ask for it at the same time; nobody waits for what another one reads."""
        if key not in self._read:
            with self._lock:
                own = self._reading.setdefault(key, threading.Lock())
            with own:
                if key not in self._read:
                    self._read[key] = read()
        found: T = self._read[key]
        return found

    def _horizon(self) -> tuple[str | None, str | None]:
        row = run(self.store, "horizon").dicts()[0]
        return _text(row["day"]), _text(row["known"])

    def _documents(self) -> dict[str, tuple[str | None, str | None, str | None]]:
        rows = run(self.store, "documents").dicts()
        return {str(row["document"]): (_text(row["forum"]), _text(row["cluster"]), _text(row["region"])) for row in rows}

    def read_evidence(self, known_at: str | None) -> None:
        """Read the evidence of all facts now, so that none is asked of the store one by one: for a service that will show most of it."""
        self.once(("evidence", known_at), lambda: self._read_whole(known_at))

    def _read_whole(self, known_at: str | None) -> bool:
        whole = Whole.load(self.store)
        self._quotes[known_at].update(self._masked(whole.quotes(known_at)))
        self._said[known_at] = whole.sources(known_at)
        return True

    def facts(self, query: str, known_at: str | None) -> Sequence[Fact]:
        """The facts that a saved query selects for all days, in its order, with what was known at the moment; facts that were not known too,
        without a source.
        """
        return self.once((query, known_at), lambda: self._load(query, known_at))

    def evidence(self, idents: Iterable[str], known_at: str | None) -> dict[str, list[Quote]]:
        """Entity or fact → the sentences about it that were known; one about which none was known is missing."""
        held, wanted = self._quotes[known_at], list(dict.fromkeys(idents))
        missing = [ident for ident in wanted if ident not in held] if known_at not in self._said else []
        for begin in range(0, len(missing), _BATCH):
            batch = missing[begin : begin + _BATCH]
            read = self._masked(quotes(self.store, batch, known_at))
            held.update({ident: read.get(ident, []) for ident in batch})
        return {ident: found for ident in wanted if (found := held.get(ident))}

    def _load(self, query: str, known_at: str | None) -> list[Fact]:
        merged: dict[str, dict[str, list[str | int | float | bool]]] = {}
        pairs: dict[str, dict[tuple[str, str], None]] = {}
        found = run(self.store, query, {"every": "true"})
        for row in found:
            ident = str(row[found.columns.index("fact")])
            values = merged.setdefault(ident, {})
            told = dict(zip(found.columns, row, strict=True))
            for name, value in told.items():
                if name == "property" and value is not None:
                    pairs.setdefault(ident, {})[str(value), str(self._shown(told["value"]))] = None
                elif value is not None and (value := self._shown(value)) not in values.setdefault(name, []):
                    values[name].append(value)
        said = self._said[known_at] if known_at in self._said else sources(self.store, merged, known_at)
        loader = Loader(self.store, merged, known_at, self._quotes[known_at], self._masked)
        return [
            Fact(ident, values, Quotes(ident, loader) if ident in said else (), said.get(ident, ()), tuple(pairs.get(ident, ())))
            for ident, values in merged.items()
        ]

    def _shown(self, value: str | int | float | bool | None) -> str | int | float | bool:
        return self.mask.text(value) if self.mask and isinstance(value, str) and "/id/" not in value else value  # type: ignore[return-value]

    def _masked(self, found: dict[str, list[Quote]]) -> dict[str, list[Quote]]:
        """Quotes with the words that may be shown; the places stay those of the text."""
        if self.mask is None:
            return found
        once: dict[int, Quote] = {}
        for evidence in found.values():
            for quote in evidence:
                if id(quote) not in once:
                    once[id(quote)] = self.mask.quote(quote)
        return {ident: [once[id(quote)] for quote in evidence] for ident, evidence in found.items()}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
