"""From a fact to the sentences behind it, as known at a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clustergraph.queries.actors import local
from clustergraph.queries.run import Queryable, run

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

    def known(self, at: str | None) -> bool:
        """Whether the claim was known at a moment (an ISO moment or day; None: now, so only what has not been taken back)."""
        if at is None:
            return self.closed is None
        begun = self.recorded is None or self.recorded <= at[: len(self.recorded)]
        return begun and (self.closed is None or at[: len(self.closed)] < self.closed)


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
    )
