"""Phrases of a clause: what a preposition rules, lists of bodies, where a phrase ends. Places are indexes of the words of the clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clustergraph.claims.reference_clauses import Clause
from clustergraph.claims.reference_tokens import Mention, Token, is_adverb, is_finite, is_preposition
from clustergraph.lexicon import references as words


class Phrases:
    """The words of one clause; ``sentence`` are all words of its sentence."""

    def __init__(self, clause: Clause, sentence: Sequence[Token] = ()) -> None:
        self.clause = clause
        self.sentence = sentence
        self.tokens: Sequence[Token] = clause.tokens

    def direct(self, place: int) -> list[Mention]:
        """The bodies that stand at a place, adverbs and times left aside."""
        i = self._past(place, lambda t: is_adverb(t) or words.is_joint("fillers", t.word) or words.is_clause_word("articles", t.word))
        if i + 2 < len(self.tokens) and words.pattern("clauses", "management").fullmatch(self.tokens[i].word):
            i += 2 if words.is_clause_word("managed", self.tokens[i + 1].word) else 0  # "hospitalsledelsen på Sygehus Syd"
        if i < len(self.tokens) and self.tokens[i].is_body:
            return self.list_from(i)
        if i >= len(self.tokens) and self.clause.kind == "object_relative":
            return self.clause.antecedent[-1:]
        return []

    def governor(self, i: int) -> str | None:
        """The preposition that rules a body; None where none does, as in "hver af de fem grupper"."""
        at = self._preposition_before(i)
        if at is None:
            first = i
            while first >= 2 and self.tokens[first - 1].word in ("og", "samt", ",", "eller") and self.tokens[first - 2].is_body:
                first -= 2
            return self.governor(first) if first != i and self.tokens[i - 1].word != "," else self._listed_governor(i, first)
        word = self.tokens[at].word
        if word in ("af", "i") and at > 0 and words.is_joint("distributive", self.tokens[at - 1].word):
            return None
        return word

    def _listed_governor(self, i: int, first: int) -> str | None:
        """For "af A, B og C" that of A; a body behind a lone comma stands for itself."""
        closes = any(t.word in ("og", "samt") for t in self.tokens[i + 1 : i + 2])
        return self.governor(first) if first != i and closes else None

    def _preposition_before(self, i: int) -> int | None:
        k = i - 1
        while k >= 0:
            token = self.tokens[k]
            if is_preposition(token):
                return k
            light = (
                words.is_joint("fillers", token.word) or words.is_clause_word("articles", token.word) or words.is_joint("distributive", token.word)
            )
            if not light or is_finite(token) or words.is_clause_word("coordinators", token.word):
                return None
            k -= 1
        return None

    def _past_phrase(self, i: int) -> int:
        """Behind a preposition and what it rules."""
        while i < len(self.tokens) and is_preposition(self.tokens[i]):
            i += 1
        i = self._past(i, lambda t: words.is_clause_word("articles", t.word) or words.is_joint("fillers", t.word))
        if i < len(self.tokens) and self.tokens[i].kind == "body":
            return self._end_of_list(i) if self.tokens[i].is_body else i + 1
        return self._past(
            i, lambda t: t.kind in ("word", "time") and not (is_preposition(t) or is_finite(t) or words.is_clause_word("participles", t.word))
        )

    def _matches(self, i: int, names: frozenset[str]) -> int:
        """How many words of a preposition begin at a place."""
        for width in (3, 2, 1):
            if i + width <= len(self.tokens) and " ".join(t.word for t in self.tokens[i : i + width]) in names:
                return width
        return 0

    def _is_through_members(self, i: int) -> bool:
        """Whether "medlemmer fra", "repræsentanter for" stands before a body, or before the list it is in."""
        first = i
        while first >= 2 and self.tokens[first - 1].word in ("og", ",", "samt") and self.tokens[first - 2].is_body:
            first -= 2
        at = self._preposition_before(first)
        return at is not None and at > 0 and bool(words.pattern("clauses", "members").fullmatch(self.tokens[at - 1].word))

    def list_from(self, i: int) -> list[Mention]:
        """A body and those listed behind it: "A, B og i C"; of two with a comma between only the first, the other says whose it is."""
        found = [self.tokens[i].mention]
        joined: list[str] = []
        while (k := self._next_of_list(i)) is not None:
            spelled = found[-1] is not None and found[-1][2].collective and len(found) == 1 and self.tokens[i + 1].word not in ("og", "samt")
            found = [self.tokens[k].mention] if spelled else [*found, self.tokens[k].mention]
            joined += ["og"] if spelled else [t.word for t in self.tokens[i + 1 : k]]
            i = k
        named = [m for m in found if m is not None]
        return named[:1] if len(named) == 2 and not set(joined) & {"og", "samt", "eller"} else named

    def _end_of_list(self, i: int) -> int:
        while (k := self._next_of_list(i)) is not None:
            i = k
        return i + 1

    def _next_of_list(self, i: int) -> int | None:
        many = self.tokens[i].mention is not None and self.tokens[i].mention[2].collective  # type: ignore[index]
        k = i + 1
        joined = False
        while k < len(self.tokens):
            token = self.tokens[k]
            if token.is_body:
                return k if joined and not self._is_gapped(k) else None
            if token.word in (",", "og", "samt", "eller") or (many and (token.word in (":", "(") or words.is_clause_word("namely", token.word))):
                joined = True
            elif not (joined and (words.is_joint("words", token.word) or words.is_clause_word("articles", token.word))):
                return None
            k += 1
        return None

    def _is_gapped(self, k: int) -> bool:
        """Whether a body behind "og" is the subject of a clause that leaves its verb out: "A refererer til B og C til D"."""
        i = k + 1
        return (
            i + 1 < len(self.tokens)
            and is_preposition(self.tokens[i])
            and self.tokens[i + 1].is_body
            and self.tokens[i].word in self._prepositions(k)
        )

    def _prepositions(self, k: int) -> set[str]:
        return {t.word for t in self.tokens[:k] if is_preposition(t)}

    def list_back(self, i: int) -> list[Mention]:
        """A body and those listed before it."""
        found = [self.tokens[i].mention]
        while i >= 2 and self.tokens[i - 1].word in ("og", "samt", ",", "eller"):
            k = i - 2
            if not self.tokens[k].is_body or (self.governor(k) and not self._is_through_members(k)):
                break
            found.insert(0, self.tokens[k].mention)
            i = k
        return [m for m in found if m is not None]

    def _past(self, i: int, passes: Callable[[Token], bool]) -> int:
        while i < len(self.tokens) and self.tokens[i].kind != "body" and passes(self.tokens[i]):
            i += 1
        return i
