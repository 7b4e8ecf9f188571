"""The clauses of one sentence: main clauses, relative and other subordinate ones, participles behind a body, brackets, and what "og" joins.

Words come from the group ``clauses`` of ``references.toml``. A clause keeps its own words only; what stands inside it as a clause of its
own is another one, so "Kostgruppen, som ikke mødes, refererer til rådet" denies nothing of the reference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from clustergraph.claims.reference_tokens import Mention, Token, is_adverb, is_finite, is_preposition
from clustergraph.lexicon import references as words

ClauseKind = Literal["main", "relative", "object_relative", "that", "adverbial", "attribute", "bracket"]
_OPEN, _CLOSE = "([", ")]"
_DASHES = "–—-"


@dataclass(eq=False, slots=True)
class Clause:
    """The words of one clause. ``antecedent`` is what a relative clause, a bracket or a participle stands behind; ``shares`` the clause
    whose subject it goes on with; ``parent`` the clause that rules it.
    """

    kind: ClauseKind
    parent: Clause | None = None
    lead: str = ""
    antecedent: list[Mention] = field(default_factory=list)
    shares: Clause | None = None
    comma: bool = False
    tokens: list[Token] = field(default_factory=list)

    @property
    def finite(self) -> int | None:
        """The place of its first finite verb."""
        return next((i for i, t in enumerate(self.tokens) if is_finite(t)), None)

    @property
    def span(self) -> tuple[int, int]:
        """From its first word to the end of its last."""
        return (self.tokens[0].start, self.tokens[-1].end) if self.tokens else (0, 0)


def clauses(sentence: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence, in the order in which they begin."""
    return _Parser(sentence).parse()


class _Parser:
    def __init__(self, sentence: Sequence[Token]) -> None:
        self.tokens = sentence
        self.all: list[Clause] = []
        self.open: list[Clause] = []

    def parse(self) -> list[Clause]:
        self._begin(Clause("main"))
        i = 0
        while i < len(self.tokens):
            i = self._step(i)
        return [clause for clause in self.all if clause.tokens]

    @property
    def _here(self) -> Clause:
        return self.open[-1]

    def _begin(self, clause: Clause) -> None:
        self.all.append(clause)
        self.open.append(clause)

    def _step(self, i: int) -> int:
        """Read the token at a place; the place of the next one."""
        token = self.tokens[i]
        if token.kind == "mark":
            return self._mark(i)
        if token.kind == "word":
            begun = self._joined(i) or self._relative(i) or self._subordinate(i) or self._attribute(i)
            if begun:
                return begun
            if is_finite(token) and self._here.kind == "attribute":
                self._end("attribute")
        self._here.tokens.append(token)
        return i + 1

    # Marks ------------------------------------------------------------------------------------------------------------------

    def _mark(self, i: int) -> int:
        word = self.tokens[i].word
        if word in _OPEN or (word in _DASHES and self._dash_opens(i)):
            lead = ")" if word in _OPEN else word
            self._begin(Clause("bracket", self._here, lead, self._behind(i)))
        elif any(c.kind == "bracket" and (c.lead == word or (c.lead == ")" and word in _CLOSE)) for c in self.open):
            while self._here.kind != "bracket":
                self.open.pop()
            self.open.pop()
        elif word in (";", ".") or (word == ":" and self._begins_clause(i + 1)):
            self._new_main(None)
        elif word == ",":
            return self._comma(i)
        else:
            self._here.tokens.append(self.tokens[i])
        return i + 1

    def _begins_clause(self, i: int) -> bool:
        """Whether a body, or a list of them, and its verb follow."""
        while i < len(self.tokens) and (self.tokens[i].is_body or self.tokens[i].word in (",", "og", "samt", "både")):
            i += 1
        return 0 < i < len(self.tokens) and self.tokens[i - 1].is_body and is_finite(self.tokens[i])

    def _dash_opens(self, i: int) -> bool:
        """Whether a dash is the first of two that hold a remark."""
        closed = any(t.kind == "mark" and t.word == self.tokens[i].word for t in self.tokens[i + 1 :])
        return closed and not any(c.kind == "bracket" for c in self.open) and bool(self._here.tokens)

    def _comma(self, i: int) -> int:
        """A comma ends what was put in, where the verb of the clause around it, or a new clause, follows."""
        following = self._word_after(i + 1)
        if following is not None and is_finite(following) and not self._is_lead(i + 1):
            if self._here.kind in ("attribute", "relative") or (self._here.kind != "main" and len(self._here.tokens) > 1):
                self._resume()
            elif self._here.finite == 0 and self._here.kind == "main" and self._here.shares is None:  # "Kan gruppen ikke enes, kan rådet …"
                self._new_main(None)
            elif self._here.finite is not None:
                self._new_shared()
            return i + 1
        if self._here.kind == "attribute" and not self._goes_on_as_list(i + 1):
            self._end("attribute")
        self._here.tokens.append(self.tokens[i])
        return i + 1

    def _resume(self) -> None:
        """Back from a clause that was put in to the one around it; where that one has its verb already, a new one beside it."""
        self.open.pop()
        if self._here.finite is not None and self._here.kind == "main" and self._here.tokens[-1].kind != "body":
            last = self._here
            if any(is_finite(t) for t in last.tokens):
                self._new_shared()

    def _goes_on_as_list(self, i: int) -> bool:
        if i >= len(self.tokens) or not self.tokens[i].is_body:
            return False
        return any(t.word in ("og", "samt") for t in self.tokens[i + 1 : i + 2])

    # Joined by "og" and "men" --------------------------------------------------------------------------------------------------

    def _joined(self, i: int) -> int:
        """A clause behind "og", "men", "samt"; 0 where it only joins words."""
        if not words.is_clause_word("coordinators", self.tokens[i].word) or i + 1 >= len(self.tokens):
            return 0
        comma = bool(self._here.tokens) and self._here.tokens[-1].word == ","
        j = self._past_adverbs(i + 1)
        following = self.tokens[j] if j < len(self.tokens) else None
        if following is None:
            return 0
        if self._is_relative_lead(i + 1):
            return self._again(i + 1)
        if self.tokens[i + 1].word == "at":
            return self._that_again(i + 1)
        if is_finite(following) or words.is_clause_word("participles", following.word) or self._is_verb_again(following):
            self._drop_comma()
            self._out_of_put_in(comma)
            self._new_shared()
            return i + 1
        if self._is_new_clause(i + 1):
            self._drop_comma()
            self._out_of_put_in(True)
            self._new_main(self._here)
            return i + 1
        if comma and self._here.kind in ("relative", "object_relative", "attribute") and following.is_body and self._here.comma:
            self._drop_comma()
            self.open.pop()
        return 0

    def _is_verb_again(self, token: Token) -> bool:
        """Whether an infinitive goes on after one: "skal referere til A og rapportere til B"."""
        return words.is_clause_word("infinitives", token.word) and any(words.is_clause_word("infinitives", t.word) for t in self._here.tokens)

    def _again(self, i: int) -> int:
        """One more relative clause of the same antecedent: "som … og som …"."""
        last = next((c for c in reversed(self.open) if c.kind in ("relative", "object_relative")), None)
        kind = self._relative_kind(i)
        if last is None or kind is None:
            return 0
        while self._here is not last:
            self.open.pop()
        self.open.pop()
        self._begin(Clause(kind, last.parent, self.tokens[i].word, last.antecedent, comma=True))
        return i + 1

    def _that_again(self, i: int) -> int:
        last = next((c for c in reversed(self.open) if c.kind == "that"), None)
        if last is None:
            return 0
        while self._here is not last:
            self.open.pop()
        self.open.pop()
        self._begin(Clause("that", last.parent, "at"))
        return i + 1

    def _is_new_clause(self, i: int) -> bool:
        """Whether a subject and its verb follow, and the clause so far has its verb: "…, og gruppen refererer til rådet"."""
        if self._here.finite is None:
            return False
        j = self._past_adverbs(i)
        while j < len(self.tokens) and (self.tokens[j].is_body or words.is_joint("pronouns", self.tokens[j].word)):
            if j + 2 < len(self.tokens) and self.tokens[j + 1].word in ("og", ",") and self.tokens[j + 2].is_body:
                j += 2
                continue
            after = self._word_after(j + 1)
            return after is not None and is_finite(after)
        return False

    def _out_of_put_in(self, comma: bool) -> None:
        while comma and self._here.kind in ("relative", "object_relative", "attribute", "adverbial") and self._here.comma and len(self.open) > 1:
            self.open.pop()

    def _drop_comma(self) -> None:
        if self._here.tokens and self._here.tokens[-1].word == ",":
            self._here.tokens.pop()

    def _new_shared(self) -> None:
        """A clause that goes on with the subject of the one before it."""
        last = self.open.pop()
        self._begin(Clause(last.kind, last.parent, last.lead, last.antecedent, shares=last, comma=last.comma))

    def _new_main(self, beside: Clause | None) -> None:
        if beside is None:
            self.open.clear()
            self._begin(Clause("main", lead=";"))
            return
        last = self.open.pop()
        kind: ClauseKind = "that" if last.kind == "that" else "main" if last.kind == "main" else last.kind
        self._begin(Clause(kind if kind in ("main", "that", "adverbial") else "main", last.parent, "og", comma=last.comma))

    # Subordinate clauses -------------------------------------------------------------------------------------------------------

    def _relative(self, i: int) -> int:
        if not self._is_relative_lead(i):
            return 0
        kind = self._relative_kind(i)
        if kind is None:
            return 0
        antecedent = self._behind(i)
        comma = bool(self._here.tokens) and self._here.tokens[-1].word == ","
        self._drop_comma()
        if self._here.kind == "attribute":
            self._end("attribute")
        self._begin(Clause(kind, self._here, self.tokens[i].word, antecedent, comma=comma))
        return i + 1

    def _is_relative_lead(self, i: int) -> bool:
        word = self.tokens[i].word
        if word == "der":
            before = self.tokens[i - 1] if i else None
            fresh = before is None or is_finite(before) or before.word in ("at", "om", ":", ";", "hvis", "og") or is_adverb(before)
            return not fresh and self._relative_kind(i) is not None
        return word == "som" and self._relative_kind(i) is not None

    def _relative_kind(self, i: int) -> ClauseKind | None:
        """What follows "som": its verb, a subject of its own with a verb, or neither, so that it means "as"."""
        j = self._past_adverbs(i + 1)
        if j >= len(self.tokens):
            return None
        if is_finite(self.tokens[j]):
            return "relative"
        if self.tokens[i].word == "der":
            return "relative" if i and self.tokens[i - 1].word == "," and self._here.tokens[:-1] else None
        for k in range(j, min(len(self.tokens), j + 9)):
            token = self.tokens[k]
            if is_finite(token):
                first = self.tokens[j]
                if self.tokens[k - 1].word in ("og", "men"):
                    return None
                return "object_relative" if first.is_body or words.is_clause_word("subject_openers", first.word) else None
            if token.kind == "mark":
                return None
        return None

    def _subordinate(self, i: int) -> int:
        word = self.tokens[i].word
        if word == "at":
            if self._is_infinitive(i + 1):
                return 0
            self._drop_comma()
            self._begin(Clause("that", self._here, word))
            return i + 1
        comma = bool(self._here.tokens) and self._here.tokens[-1].word == ","
        fresh = comma or not self._here.tokens
        led = comma or not self._here.tokens or any(words.pattern("clauses", "asking").search(t.word) for t in self._here.tokens[-3:])
        asks = word in ("om", "hvorvidt") and led and self._has_verb(i) and self._begins_subject(i + 1)
        if not asks and not (fresh and words.is_clause_word("conjunctions", word) and self._has_verb(i) and not self._is_before_time(i)):
            return 0
        self._drop_comma()
        if comma:
            self._out_of_put_in(True)
        whose = word == "hvis" and comma and self.tokens[i + 1].kind == "word" and not words.is_clause_word("openers", self.tokens[i + 1].word)
        self._begin(Clause("adverbial", self._here, "whose" if whose else word, comma=True))
        return i + 1

    def _begins_subject(self, i: int) -> bool:
        return i < len(self.tokens) and (
            self.tokens[i].is_body or words.is_clause_word("subject_openers", self.tokens[i].word) or self.tokens[i].word == "der"
        )

    def _has_verb(self, i: int) -> bool:
        return any(is_finite(t) for t in self.tokens[i + 1 :])

    def _is_infinitive(self, i: int) -> bool:
        j = self._past_adverbs(i)
        if j >= len(self.tokens):
            return False
        token = self.tokens[j]
        return token.kind == "word" and bool(words.pattern("clauses", "infinitive").fullmatch(token.word))

    def _attribute(self, i: int) -> int:
        """A participle behind a body or at the beginning: "Lungegruppen, nedsat af rådet, …"."""
        if not words.is_clause_word("participles", self.tokens[i].word) or not self._has_agent(i + 1):
            return 0
        here = self._here.tokens
        auxiliaries = [t.word for t in here if t.kind == "word" and words.is_clause_word("auxiliaries", t.word)]
        behind = bool(here) and (here[-1].is_body or here[-1].word == ",")
        if self._here.finite is not None and (not behind or any(words.is_clause_word("passive", w) for w in auxiliaries)):
            if not (behind and here[-1].word == ","):
                return 0
        if here and not behind and self._here.finite is None and not all(is_adverb(t) for t in here):
            return 0
        antecedent = self._behind(i)
        comma = bool(here) and here[-1].word == ","
        self._drop_comma()
        self._begin(Clause("attribute", self._here, "", antecedent, comma=comma))
        self._here.tokens.append(self.tokens[i])
        return i + 1

    def _has_agent(self, i: int) -> bool:
        """Whether "af", "under" or "i" follows, times and adverbs left aside."""
        j = self._past_adverbs(i)
        return j < len(self.tokens) and words.is_clause_word("agents", self.tokens[j].word)

    def _end(self, kind: ClauseKind) -> None:
        if self._here.kind == kind and len(self.open) > 1:
            self.open.pop()

    # Looking round -------------------------------------------------------------------------------------------------------------

    def _past_adverbs(self, i: int) -> int:
        """Behind what only says when or how: "fortsat", "frem til udgangen af 2006"."""
        while i < len(self.tokens) and (is_adverb(self.tokens[i]) or self._is_before_time(i)):
            i += 1
        return i

    def _is_before_time(self, i: int) -> bool:
        if not is_preposition(self.tokens[i]) or i + 1 >= len(self.tokens):
            return False
        return self.tokens[i + 1].kind == "time" or self._is_before_time(i + 1)  # "indtil i sommer"

    def _word_after(self, i: int) -> Token | None:
        j = self._past_adverbs(i)
        return self.tokens[j] if j < len(self.tokens) else None

    def _is_lead(self, i: int) -> bool:
        return i < len(self.tokens) and (self._is_relative_lead(i) or words.is_clause_word("conjunctions", self.tokens[i].word))

    def _behind(self, i: int) -> list[Mention]:
        """The body, or the list of bodies, that what begins at a place stands behind; few words may stand between."""
        k = i - 1
        skipped = 0
        while k >= 0 and not self.tokens[k].is_body:
            if is_finite(self.tokens[k]) or skipped > 3:
                return []
            skipped += self.tokens[k].kind != "mark"
            k -= 1
        if k < 0 or self.tokens[k].mention is None:
            return []
        found = [self.tokens[k].mention]
        while k >= 2 and self.tokens[k - 1].word in ("og", "samt", ",") and self.tokens[k - 2].is_body and skipped == 0:
            k -= 2
            if is_preposition(self.tokens[k - 1]) if k else False:
                break
            found.insert(0, self.tokens[k].mention)
        return [m for m in found if m is not None]
