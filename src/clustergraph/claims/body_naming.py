"""One stretch of a text that names a body: what the grammar of names hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clustergraph.lexicon import bodies as words
from clustergraph.lexicon.bodies import BodyKind, Noun

Rank = Literal["name", "kind", "bare"]


@dataclass(frozen=True, slots=True)
class Naming:
    """One stretch of a text that names, or points back to, a body.

    ``start`` is where the name begins, ``full_start`` where its article does; ``end`` is behind the place ("i Randers"), ``name_end`` before it.
    ``noun`` is None for names known as a whole. ``rank``: a name of its own; a kind that is another body in every item
    ("arbejdsgruppen"); or a bare back-reference ("gruppen").
    """

    full_start: int
    start: int
    end: int
    name_end: int
    text: str
    kind: BodyKind
    type: str
    rank: Rank
    noun: Noun | None = None
    determiner: str = ""
    adjectives: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()
    coordination: str = ""
    topic: str = ""
    proper: str = ""
    owner: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    known: str | None = None  # the registry's name
    genitive: bool = False

    @property
    def plural(self) -> bool:
        """Whether it names several bodies at once."""
        if self.noun is None or self.proper:
            return False
        if self.noun.head.unchanged and not self.noun.definite and not (self.determiner or self.owner or self.adjectives or self.topic):
            return True  # "sundhedsråd": one form for one and many; without an article it is many
        if words.is_one_of("singular_determiners", self.determiner):
            return False
        counted = self.number is not None and self.noun.head.unchanged  # "2 arbejdsgruppe" is a heading with its number
        return self.noun.plural or words.is_one_of("plural_determiners", self.determiner) or counted

    @property
    def number(self) -> int | None:
        """How many it names, where it says so: "de to operative grupper"."""
        return next((n for p in self.passing if (n := words.number(p)) is not None), None)

    @property
    def maybe_one(self) -> bool:
        """Whether a name that is read as many may be one: "udvalg" without an article."""
        return self.plural and bool(self.noun and self.noun.head.unchanged and not self.noun.plural and not self.determiner and self.number is None)

    @property
    def former(self) -> bool:
        """Whether it speaks of a body as it was: "de daværende styregrupper"."""
        return any(words.is_one_of("ended", p) for p in self.passing)

    @property
    def definite(self) -> bool:
        """Whether the words point to one body rather than to any of a kind."""
        article = words.is_one_of("definite_determiners", self.determiner)
        return bool(self.noun is None or self.noun.definite) or article or self.owner is not None

    @property
    def capital(self) -> bool:
        """Whether the name begins with a capital letter."""
        return self.text[:1].isupper()
