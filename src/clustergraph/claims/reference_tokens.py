"""The words of a sentence as the grammar of references sees them: words, times, marks, and each body as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from clustergraph.claims.bodies import Body
from clustergraph.lexicon import references as words

Mention = tuple[int, int, Body]  # offsets in the sentence, with the article
TokenKind = Literal["body", "time", "mark", "word"]
_WORD = re.compile(
    r"(?:p\.t|pt|bl\.a|ca|hhv|kl|mio|pr|d|nr|jf|tidl|evt)\.(?!\w)|\d{1,2}\.(?=\s+[^\W\d_])|\d[\d.,/]*\d|\d|[^\W\d_][\w’'/-]*(?:\.[^\W\d_])?|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a body as one; offsets in the sentence."""

    start: int
    end: int
    word: str
    kind: TokenKind
    mention: Mention | None = None
    genitive: bool = False

    @property
    def is_body(self) -> bool:
        """Whether it is a body that may have a part in a reference itself, not by something of its own."""
        return self.kind == "body" and not self.genitive

    @property
    def sign(self) -> str:
        """What patterns see of it."""
        return ("¤s" if self.genitive else "¤") if self.kind == "body" else "§" if self.kind == "time" else self.word


def is_finite(token: Token) -> bool:
    """Whether a token is a finite verb."""
    return token.kind == "word" and (words.is_clause_word("finite", token.word) or bool(words.pattern("clauses", "finite_end").search(token.word)))


def is_adverb(token: Token) -> bool:
    """Whether a token only says when or how."""
    if token.kind != "word":
        return token.kind == "time"
    return words.is_clause_word("adverbs", token.word) or bool(words.pattern("clauses", "adverb_end").search(token.word))


def is_preposition(token: Token) -> bool:
    """Whether a token is a preposition."""
    return token.kind == "word" and words.is_joint("prepositions", token.word)


def tokens(low: str, mentions: Sequence[Mention], genitives: frozenset[int]) -> list[Token]:
    """The words of a sentence in small letters, each body as one."""
    found: list[Token] = []
    place = 0
    for mention in [*sorted(mentions, key=lambda m: (m[0], -m[1])), None]:
        if mention is not None and mention[0] < place:
            continue
        start = mention[0] + _passing(low[mention[0] : mention[1]]) if mention is not None else len(low)
        found += [Token(m.start(), m.end(), m.group(), _kind(m.group())) for m in _WORD.finditer(low, place, start)]
        if mention is not None:
            place = mention[1]
            genitive = mention[0] in genitives
            found.append(Token(start, place, low[start:place], "body", (start, place, mention[2]), genitive))
            place += len(re.match(r"(?:['’]?s\b)?", low[place:]).group()) if genitive else 0  # type: ignore[union-attr]
    for i in range(len(found) - 2, -1, -1):
        found[i] = _counted(found[i], found[i + 1])
    return found


def _passing(body: str) -> int:
    """The width of "tidligere" before a body without an article: it says when, not which."""
    found = words.pattern("clauses", "passing").match(body)
    return found.end() if found else 0


def _counted(token: Token, following: Token) -> Token:
    """A number word before a time is part of it: "to gange årligt", "hvert halve år"."""
    timed = following.kind == "time" and (token.word in words.seat_numbers() or words.is_clause_word("time_leads", token.word))
    return replace(token, kind="time") if timed and token.kind == "word" else token


def _kind(word: str) -> TokenKind:
    if word[0].isdigit() or words.is_clause_word("time", word):
        return "time"
    return "word" if word[0].isalpha() else "mark"
