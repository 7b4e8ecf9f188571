"""A fact of the graph as reports see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clustergraph.queries.actors import local
from clustergraph.queries.evidence import Quote, Source

FOREVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the graph: its properties as plain values (addresses as IRIs) and the evidence that was known."""

    id: str
    values: dict[str, list[str | int | float | bool]]
    quotes: Sequence[Quote]
    said: Sequence[Source] = ()  # where it stands, for all that is not shown
    pairs: Sequence[tuple[str, str]] = ()  # of queries that give a property and its value a row

    def text(self, name: str) -> str | None:
        """A property as text; None where it is not stated."""
        found = self.values.get(name)
        return str(found[0]) if found else None

    def texts(self, name: str) -> list[str]:
        """All values of a property."""
        return [str(value) for value in self.values.get(name, ())]

    def word(self, name: str) -> str | None:
        """A concept as its word: ``in_force``."""
        return local(self.text(name))

    def number(self, name: str) -> int | None:
        """A whole number."""
        found = self.values.get(name)
        return int(found[0]) if found else None

    def flag(self, name: str) -> bool:
        """Whether a property is true."""
        return bool(self.values.get(name, [False])[0])

    @property
    def attested(self) -> list[str]:
        """The days of the documents that say so, sorted; what the graph says where no evidence is at hand."""
        days = sorted({one.date for one in self.said or self.quotes if one.date})
        return days or sorted({value for name in ("attested_first", "attested_last") if (value := self.text(name))})

    @property
    def documents(self) -> set[str]:
        """The ids of the documents that say so."""
        return {one.document_id for one in self.said or self.quotes}

    def within(self, documents: Iterable[str], upto: str = FOREVER) -> Fact:
        """The same fact with only what some documents up to a day say; ``said`` is empty where they say nothing."""
        wanted = set(documents)
        said = [one for one in self.said if one.document_id in wanted and one.date <= upto]
        quotes = [quote for quote in self.quotes if quote.document_id in wanted and quote.date <= upto] if said else []
        return replace(self, said=said, quotes=quotes)

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands first: for keeping a list in the order of its document."""
        return (self.quotes[-1].document, min(q.start for q in self.quotes if q.document == self.quotes[-1].document)) if self.quotes else ("", 0)
