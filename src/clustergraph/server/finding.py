"""Finding names and sentences by words: an index in memory, so that a search over a hundred thousand names is quick.

A word is found however it is written (å as aa, ø as oe, æ as ae, no case, no accents), by its beginning, and without its ending; where nothing
is found so, with one letter too many, too few, turned or wrong.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from clustergraph.queries import folding
from clustergraph.queries.actors import Actor
from clustergraph.queries.evidence import Quote
from clustergraph.reports.pool import WINDOWS, Pool
from clustergraph.server import sorting

_PART = 4  # letters from which a part of a word is looked for
_FEW = 20  # spellings below which parts of words are looked for too
_NEAR = 4  # letters from which a word may be written wrongly
_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
_KINDS = ("cluster", "forum", "organisation", "person", "initiative")


class Words:
    """Texts by their words. A text is a number; numbers are given in the order in which answers are wanted."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[str]] = defaultdict(list)
        self.count = 0
        for self.count, text in enumerate(texts, 1):
            for word in set(folding.fold(text).split()):
                self._holding[word].append(self.count - 1)
        self._sorted = sorted(self._holding)
        for word in self._sorted:
            self._stems[folding.stem(word)].append(word)

    def whole(self, asked: Sequence[str]) -> set[int]:
        """The texts in which every word stands, whatever its ending."""
        return self._all([{word, *self._stems.get(folding.stem(word), ())} for word in asked])

    def beginning(self, asked: Sequence[str]) -> set[int]:
        """The texts in which a word begins with each of those asked for."""
        return self._all([self._from(word) for word in asked])

    def within(self, asked: Sequence[str]) -> set[int]:
        """The texts in which each of those asked for is a part of a word, as words are in compounds."""
        stems = [folding.stem(word) for word in asked]
        return self._all([[word for word in self._sorted if stem in word] for stem in stems]) if min(map(len, stems)) >= _PART else set()

    def near(self, asked: Sequence[str]) -> set[int]:
        """The texts in which each of those asked for stands or begins, or stands with one letter that is wrong."""
        return self._all([[*self._from(word), *(self._one_letter_off(word) if len(word) >= _NEAR else ())] for word in asked])

    def _one_letter_off(self, word: str) -> list[str]:
        """The words that are here and differ from one in one letter: left out, doubled, turned, or another one."""
        parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
        tried = {before + after[1:] for before, after in parts if after}
        tried |= {before + after[1] + after[0] + after[2:] for before, after in parts if len(after) > 1}
        for letter in _ALPHABET:
            tried |= {before + letter + after for before, after in parts}
            tried |= {before + letter + after[1:] for before, after in parts if after}
        return sorted(tried & self._holding.keys())

    def _from(self, beginning: str) -> Sequence[str]:
        first, last = bisect_left(self._sorted, beginning), bisect_left(self._sorted, beginning + "\x7f")
        return self._sorted[first:last]

    def _all(self, choices: Sequence[Iterable[str]]) -> set[int]:
        found: set[int] | None = None
        holding = [[self._holding[word] for word in words if word in self._holding] for words in choices]
        for lists in sorted(holding, key=lambda lists: sum(map(len, lists))):
            here = set().union(*lists)
            found = here if found is None else found & here
            if not found:
                return set()
        return found or set()


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that was found, and the spelling by which it was."""

    actor: Actor
    written: str


class Names:
    """All spellings of all entities, in the order in which they are told: by kind, then as Danish sorts."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        ordered = sorted(actors, key=lambda actor: (_KINDS.index(actor.kind), sorting.key(actor.label), actor.id))
        self._spellings = [Hit(actor, name) for actor in ordered for name in actor.names]
        self._entities = [number for number, actor in enumerate(ordered) for _ in actor.names]  # the entity of each spelling
        self._words = Words(hit.written for hit in self._spellings)
        self._joined: dict[str, list[int]] = defaultdict(list)
        for number, hit in enumerate(self._spellings):
            self._joined[folding.joined(hit.written)].append(number)

    def find(self, text: str, most: int, kind: str | None = None) -> tuple[list[Hit], int]:
        """The nearest entities, each once, and how many there are in all: the same name first, then all words, beginnings, parts of words; where
        there are none, words that differ in one letter.
        """
        asked = folding.words(text)
        if not asked:
            return [], 0
        seen: dict[int, Hit] = {}
        taken: set[int] = set()
        every: set[int] = set()
        for level in self._levels(text, asked):
            new = level - taken
            taken |= level
            if kind:
                new = {number for number in new if self._spellings[number].actor.kind == kind}
            # Some spellings are of one entity: a few more are looked at than are wanted.
            for number in heapq.nsmallest(most * 4, new) if len(seen) < most else ():
                if len(seen) < most:
                    seen.setdefault(self._entities[number], self._spellings[number])
            every.update(map(self._entities.__getitem__, new))
        return list(seen.values()), len(every)

    def _levels(self, text: str, asked: Sequence[str]) -> Iterator[set[int]]:
        """The spellings that are found, the nearest first; parts of words only where hardly anything else is, other letters where nothing is."""
        same, whole, beginning = set(self._joined.get(folding.joined(text), ())), self._words.whole(asked), self._words.beginning(asked)
        yield from (same, whole, beginning)
        found = same or whole or beginning
        if len(same | whole | beginning) < _FEW:
            within = self._words.within(asked)
            yield within
            if not (found or within):
                yield self._words.near(asked)


class Finder:
    """The search over what a pool has read, as known at one moment; its parts are made when first asked for."""

    def __init__(self, pool: Pool, known_at: str | None) -> None:
        self._pool, self._known_at = pool, known_at

    @cached_property
    def names(self) -> Names:
        """Names and other spellings."""
        return Names(self._pool.actors.by_id.values())

    @property
    def ready(self) -> bool:
        """Whether the sentences have been read: that takes longest, and nobody who looks for a name should wait for it."""
        return "sentences" in self.__dict__

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences behind all facts."""
        facts = {fact.id: fact for query in WINDOWS for fact in self._pool.facts(query, self._known_at) if fact.said}
        return Sentences(self._pool.evidence(facts, self._known_at))


class Sentences:
    """The sentences behind facts, each once, the newest first."""

    def __init__(self, evidence: dict[str, list[Quote]]) -> None:
        once: dict[tuple[str, int, int], tuple[Quote, str]] = {}
        for fact, quotes in evidence.items():
            for quote in quotes:
                once.setdefault((quote.document_id, quote.start, quote.end), (quote, fact))
        self._found = sorted(once.values(), key=lambda pair: (pair[0].document, pair[0].start, pair[0].end))
        self._found.sort(key=lambda pair: pair[0].date, reverse=True)
        self._words = Words(quote.quote for quote, _ in self._found)

    def find(self, text: str, most: int) -> tuple[list[tuple[Quote, str]], int]:
        """The sentences that hold all words, with the fact of each, and how many there are; none that stands within another one."""
        asked = folding.words(text)
        numbers = sorted(self._words.whole(asked) | self._words.beginning(asked)) if asked else []
        kept: list[tuple[Quote, str]] = []
        for number in numbers:
            quote, fact = self._found[number]
            if not any(_inside(quote, other) for other, _ in kept):
                kept = [pair for pair in kept if not _inside(pair[0], quote)]
                kept.append((quote, fact))
            if len(kept) > most:
                break
        return kept[:most], len(numbers)


def _inside(one: Quote, other: Quote) -> bool:
    return one.document_id == other.document_id and other.start <= one.start and one.end <= other.end
