"""From a fact to the sentences behind it, as known at a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from clustergraph.queries.actors import local
from clustergraph.queries.run import Queryable, Value, run

_MANY = 2000  # the same where little is asked of each
_BATCH = 400  # facts asked for at once: keeps a query text short


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A piece of evidence: the words, where they stand (offsets of code points, line and item of the agenda), and the claim they carry.

    ``document`` is the file name without its ending; ``date`` that of the document; ``recorded`` when the claim became known.
    """

    date: str
    document: str
    start: int
    end: int
    quote: str
    line: int | None
    item: str | None
    claim: str
    document_id: str
    title: str
    kind: str | None = None
    recorded: str | None = None
    closed: str | None = None
    recognizer: str | None = None
    confidence: float | None = None
    prefix: str = ""
    suffix: str = ""
    section: str | None = None

    def known(self, at: str | None) -> bool:
        """Whether the claim was known at a moment (an ISO moment or day; None: now, so only what has not been taken back)."""
        return known(self.recorded, self.closed, at)


def quotes(store: Queryable, facts: Iterable[str], known_at: str | None = None) -> dict[str, list[Quote]]:
    """Fact → its evidence, in the order of dates and places; a fact that was not known at the moment is missing."""
    wanted = sorted(set(facts))
    found: dict[str, list[Quote]] = {}
    for begin in range(0, len(wanted), _BATCH):
        for row in run(store, "evidence", {"facts": " ".join(wanted[begin : begin + _BATCH])}).dicts():
            quote = _quote(row)
            if quote.known(known_at):
                found.setdefault(str(row["fact"]), []).append(quote)
    return {fact: sorted(set(evidence), key=lambda q: (q.date, q.document, q.start, q.end, q.claim)) for fact, evidence in found.items()}


@dataclass(frozen=True, slots=True)
class Source:
    """A document in which a claim of a fact stands, with its day: all that is needed before a fact is shown."""

    claim: str
    document_id: str
    date: str


def sources(store: Queryable, facts: Iterable[str], known_at: str | None = None) -> dict[str, list[Source]]:
    """Fact → where it is said, by day; a fact that was not known at the moment is missing."""
    wanted = sorted(set(facts))
    found: dict[str, list[Source]] = {}
    for begin in range(0, len(wanted), _MANY):
        for fact, claim, document, date, recorded, closed in run(store, "sources", {"facts": " ".join(wanted[begin : begin + _MANY])}):
            if known(_word(recorded), _word(closed), known_at):
                found.setdefault(str(fact), []).append(Source(str(claim), str(document), _word(date) or ""))
    return {fact: sorted(said, key=lambda one: (one.date, one.document_id, one.claim)) for fact, said in found.items()}


def known(recorded: str | None, closed: str | None, at: str | None) -> bool:
    """Whether a claim was known at a moment (an ISO moment or day; None: now, so only what has not been taken back)."""
    if at is None:
        return closed is None
    begun = recorded is None or recorded <= at[: len(recorded)]
    return begun and (closed is None or at[: len(closed)] < closed)


class Quotes(Sequence[Quote]):
    """The evidence of one fact, read from the store when it is first looked at; what is looked at often is read in growing batches."""

    def __init__(self, fact: str, loader: Loader) -> None:
        self._fact = fact
        self._loader = loader

    @overload
    def __getitem__(self, index: int) -> Quote: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Quote]: ...
    def __getitem__(self, index: int | slice) -> Quote | Sequence[Quote]:
        return self._loader.of(self._fact)[index]

    def __len__(self) -> int:
        return len(self._loader.of(self._fact))


class Loader:
    """The evidence of many facts, of which only a few may be looked at."""

    def __init__(
        self,
        store: Queryable,
        facts: Iterable[str],
        known_at: str | None,
        found: dict[str, list[Quote]],
        shown: Callable[[dict[str, list[Quote]]], dict[str, list[Quote]]] = lambda read: read,
    ) -> None:
        """What is read goes into ``found``, which several may share, as ``shown`` makes it."""
        self._store, self._known_at, self._found, self._shown = store, known_at, found, shown
        self._order = list(facts)
        self._places = {fact: place for place, fact in enumerate(self._order)}
        self._batch = 1

    def of(self, fact: str) -> list[Quote]:
        """The evidence of one fact; facts that stand next to it come along."""
        if fact not in self._found:
            place = self._places[fact]
            near = [one for one in self._order[place : place + self._batch] if one not in self._found]
            found = self._shown(quotes(self._store, near, self._known_at))
            self._found.update({one: found.get(one, []) for one in near})
            self._batch = min(self._batch * 2, _BATCH)
        return self._found[fact]


def _word(value: Value) -> str | None:
    return None if value is None else str(value)


def _quote(row: dict[str, str | int | float | bool | None]) -> Quote:
    def text(name: str) -> str | None:
        value = row[name]
        return None if value is None else str(value)

    source = text("source") or text("title") or str(local(text("document")))
    line, confidence = row["line"], row["confidence"]
    return Quote(
        text("date") or "",
        source.rpartition("/")[2].rpartition(".")[0] or source,
        int(row["start"] or 0),
        int(row["end"] or 0),
        str(row["quote"]),
        int(line) if line is not None else None,
        text("item"),
        str(row["claim"]),
        str(row["document"]),
        text("title") or source,
        local(text("kind")),
        text("recorded"),
        text("closed"),
        text("recognizer"),
        float(confidence) if confidence is not None else None,
        text("prefix") or "",
        text("suffix") or "",
        text("section"),
    )
