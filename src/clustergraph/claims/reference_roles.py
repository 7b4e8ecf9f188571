"""Who does what in a clause: its subject, its object, what a preposition rules, whose a noun is.

Every answer is a list of bodies, empty where the part is played by something that is no body ("projektet refererer til rådet") or by none.
"""

from __future__ import annotations

from collections.abc import Sequence

from clustergraph.claims.reference_clauses import Clause
from clustergraph.claims.reference_phrases import Phrases
from clustergraph.claims.reference_tokens import Mention, Token, is_adverb, is_finite, is_preposition
from clustergraph.lexicon import references as words

_FAR = 14  # words between a verb and its object


class Roles(Phrases):
    """The parts of one clause. Places are indexes of its words."""

    # Subject ------------------------------------------------------------------------------------------------------------------

    def subject(self, place: int, governed: bool = False) -> list[Mention]:
        """Whom the verb at a place speaks of; with ``governed`` also "medlemmer fra A og B" for A and B."""
        clause = self.clause
        if clause.kind in ("relative", "bracket", "attribute") and not self._has_own_subject(place):
            return self._antecedent()
        verb = clause.finite if clause.finite is not None else place
        let = next((i for i in range(place) if words.is_clause_word("letting", self.tokens[i].word)), None)
        if let is not None and let + 1 < place and self.tokens[let + 1].is_body:  # "lade gruppen overtage …"
            return self.list_from(let + 1)
        before = [i for i in range(verb) if self.tokens[i].is_body]
        free = [i for i in before if not self.governor(i)]
        if governed and not free:
            free = [i for i in before if self._is_through_members(i)]
        if free and self._reaches(free[-1], verb):
            return self.list_back(free[-1])
        if free or not self._is_open(verb):
            return []
        if clause.shares is not None and verb == 0:
            return self._shared()
        return self._behind_verb(verb, place, governed) or self._shared()

    def _has_own_subject(self, place: int) -> bool:
        first = next((i for i, t in enumerate(self.tokens[:place]) if t.kind == "word" and not is_adverb(t)), None)
        return first is not None and self.clause.kind == "relative" and self.clause.lead == "" and self.tokens[first].is_body

    def _antecedent(self) -> list[Mention]:
        clause = self.clause
        if clause.parent is not None and (not clause.antecedent or self._is_predicate(clause.antecedent[-1], clause.parent)):
            around = Roles(clause.parent)
            return around.subject(len(clause.parent.tokens)) if clause.kind == "attribute" or around.is_copular() else []
        many = any(words.is_joint("distributive", t.word) for t in self.tokens[:3])
        return list(clause.antecedent) if many else clause.antecedent[-1:]

    def is_copular(self) -> bool:
        """Whether a clause says what its subject is: "Samrådet er et selvstændigt forum, som …"."""
        verb = self.clause.finite
        return verb is not None and words.is_clause_word("copulas", self.tokens[verb].word)

    def _is_predicate(self, mention: Mention, parent: Clause) -> bool:
        """Whether a body only says what the subject of a clause is: "er et udvalg"."""
        at = next((i for i, t in enumerate(parent.tokens) if t.mention == mention), 0)
        indefinite = parent.tokens[at].word.startswith(("en ", "et ")) if parent.tokens else False
        return indefinite and at > 0 and words.is_clause_word("copulas", parent.tokens[at - 1].word)

    def _shared(self) -> list[Mention]:
        """The subject of the clause before, where this one has none or only a pronoun."""
        if self.clause.shares is not None:
            last = Roles(self.clause.shares)
            return last.subject(self.clause.shares.finite or 0)
        return []

    def _is_open(self, verb: int) -> bool:
        """Whether nothing before the verb is the subject: only adverbs, times and what prepositions rule."""
        i = 0
        while i < verb:
            token = self.tokens[i]
            if is_preposition(token):
                i = self._past_phrase(i)
                continue
            if not (is_adverb(token) or token.kind == "mark" or words.is_clause_word("openers", token.word)):
                return False
            i += 1
        return True

    def _behind_verb(self, verb: int, place: int, governed: bool) -> list[Mention]:
        """The subject of a clause that begins with something else: "I 2019 nedsatte rådet …", "Der er nedsat en gruppe"."""
        i = verb + 1 if verb < len(self.tokens) and is_finite(self.tokens[verb]) else verb
        expletive = any(t.word == "der" for t in self.tokens[: i + 1])
        while i < len(self.tokens):
            token = self.tokens[i]
            if token.is_body:
                return self.list_from(i)
            if is_preposition(token):
                i = self._past_phrase(i)
                continue
            if governed and words.pattern("clauses", "members").fullmatch(token.word) and self._matches(i + 1, _FROM):
                return self.direct(i + 2)
            passed = is_adverb(token) or words.is_clause_word("openers", token.word) or words.is_joint("fillers", token.word)
            if token.kind == "mark" and token.word not in (":", ","):
                return []
            if not (passed or expletive or token.kind == "mark" or i == place):
                return []
            i += 1
        return []

    def _reaches(self, body: int, verb: int) -> bool:
        """Whether a body is the head before the verb: nothing but adverbs, marks and what prepositions rule stands between."""
        i = body + 1
        if i < verb and self.tokens[i].word == ",":  # words that say who it is, up to the verb
            return True
        while i < verb:
            token = self.tokens[i]
            if is_preposition(token):
                i = self._past_phrase(i)
                continue
            if not (is_adverb(token) or token.kind in ("mark", "body") or words.is_clause_word("openers", token.word) or is_finite(token)):
                return False
            i += 1
        return True

    # Objects ------------------------------------------------------------------------------------------------------------------

    def object(self, place: int, subject: Sequence[Mention] = ()) -> list[Mention]:
        """The bodies that a verb before a place acts on."""
        i = place
        last = min(len(self.tokens), place + _FAR)
        while i < last:
            token = self.tokens[i]
            if token.is_body and token.mention not in subject and not self.governor(i):
                return self.list_from(i)
            if is_finite(token) or token.word in (";", ")"):
                return []
            i += 1
        if self.clause.kind == "object_relative":
            return self.clause.antecedent[-1:]
        return []

    def apposed(self, place: int) -> list[Mention]:
        """The bodies that a noun before a place names: "undergrupperne A og B", "to undergrupper: A og B", "nemlig A"."""
        i = self._past(place, lambda t: t.word in (",", ":", "(") or t.word in _DASH or is_adverb(t) or words.is_clause_word("namely", t.word))
        return self.list_from(i) if i < len(self.tokens) and self.tokens[i].is_body else []

    def complement(self, place: int) -> list[Mention]:
        """What a noun before a place is: "… er A og B", "… hedder A"."""
        i = self._past(place, is_adverb)
        if i >= len(self.tokens) or not words.is_clause_word("copulas", self.tokens[i].word):
            return []
        return self.direct(i + 1)

    # Prepositions ------------------------------------------------------------------------------------------------------------------

    def ruled(self, place: int, names: frozenset[str], bridge: bool = False, loose: bool = True) -> list[Mention]:
        """The bodies behind one of some prepositions ("til", "over for", "i regi af") that belongs to the word before a place; with ``loose``
        also where the phrase begins the clause or is an adverb.
        """
        i = place
        while i < len(self.tokens):
            width = self._matches(i, names)
            if width and (self._is_timed(i + width) or self._is_purpose(i + width)):
                i = self._past_phrase(i)
            elif width:
                found = self._object_of(i + width, bridge)
                return found if found or bridge else self._stranded(i + width)
            elif is_preposition(self.tokens[i]):  # "hører til under rådet", "refererer i faglige spørgsmål til rådet"
                i = i + 1 if self._matches(i + 1, names) else self._past_phrase(i)
            elif is_adverb(self.tokens[i]) or words.is_joint("fillers", self.tokens[i].word) or (bridge and self._is_light(self.tokens[i])):
                i += 1
            elif self.tokens[i].is_body and i == place:  # "refererer gruppen til rådet"
                i = self._end_of_list(i)
            elif self.tokens[i].is_body and all(is_adverb(t) for t in self.tokens[place:i]):
                i = self._end_of_list(i)
            else:
                break
        return (self.fronted(names) or self._inside(place, names) or self._adverbial(place, names)) if loose else []

    def _is_timed(self, i: int) -> bool:
        """Whether a preposition before a place only leads to a time: "i dag", "i foråret 2020"."""
        return i < len(self.tokens) and self.tokens[i].kind == "time"

    def _is_purpose(self, i: int) -> bool:
        """Whether a preposition before a place only says what for: "til drøftelse i rådet"."""
        return i < len(self.tokens) and words.is_clause_word("purposes", self.tokens[i].word)

    def _inside(self, place: int, names: frozenset[str]) -> list[Mention]:
        """The bodies of a phrase between the finite verb and its participle: "Der er i regi af rådet nedsat …"."""
        verb = self.clause.finite
        for i in range(verb + 1 if verb is not None else place, place):
            width = self._matches(i, names)
            if width and i + width < place and (found := self.direct(i + width)):
                return found
        return []

    def _is_light(self, token: Token) -> bool:
        return token.kind == "word" and not is_finite(token)

    def _object_of(self, i: int, bridge: bool) -> list[Mention]:
        found = self.direct(i)
        if found or not bridge:
            return found
        if not any(words.pattern("clauses", "office").fullmatch(t.word) for t in self.tokens[i : i + 4]):
            return []
        for k in range(i, min(len(self.tokens), i + 9)):  # "af chefkonsulent Bo Krag fra A", "af et fælles sekretariat, B"
            token = self.tokens[k]
            if token.is_body and (words.is_clause_word("belonging", self.tokens[k - 1].word) or self.tokens[k - 1].word == ","):
                return self.list_from(k)
            if is_finite(token) or token.word in (";", ":"):
                return []
        return []

    def _stranded(self, i: int) -> list[Mention]:
        """The antecedent, where the preposition has lost its own: "rådet, som gruppen refererer til"."""
        rest = self.tokens[i : next((k for k in range(i, len(self.tokens)) if self.tokens[k].word == ","), len(self.tokens))]
        if self.clause.kind != "object_relative" or any(t.kind in ("word", "body") and not is_adverb(t) for t in rest):
            return []
        return self.clause.antecedent[-1:]

    def fronted(self, names: frozenset[str]) -> list[Mention]:
        """The bodies of a phrase that begins the clause: "Til rådet refererer …"."""
        i = self._past(0, lambda t: words.is_clause_word("coordinators", t.word) or is_adverb(t))
        width = self._matches(i, names)
        found = self.direct(i + width) if width else []
        verb = self.clause.finite
        return found if found and verb is not None and self.tokens[verb].start > found[-1][0] else []

    def _adverbial(self, place: int, names: frozenset[str]) -> list[Mention]:
        """The body before, where the preposition is an adverb: "hertil", "derunder"."""
        for token in self.tokens[place : place + 4]:
            if token.word[:3] in ("her", "der") and token.word[3:] in names:
                return self.before(token.start)
        return []

    def before(self, offset: int) -> list[Mention]:
        """The last body before a place that is not the subject, in this clause or those round it."""
        ours = self.subject(len(self.tokens))
        found = [t.mention for t in self.sentence if t.is_body and t.end <= offset and t.mention is not None]
        single = [m for m in found if m[2] not in [o[2] for o in ours] and not (m[2].collective and not m[2].members)]
        return single[-1:]

    def nearest(self, place: int) -> list[Mention]:
        """The last forum before a place, whatever its part."""
        found = [t.mention for t in self.tokens[:place] if t.mention is not None and t.mention[2].kind == "forum" and t.mention[2].type != "cluster"]
        return found[-1:]

    # Whose ------------------------------------------------------------------------------------------------------------------------

    def owner(self, start: int, end: int) -> list[Mention]:
        """Whose a noun is: the genitive right before it, or "for", "af" right behind it."""
        i = start - 1
        while i >= 0 and (
            is_adverb(self.tokens[i]) or (self.tokens[i].kind == "word" and not is_preposition(self.tokens[i]) and not is_finite(self.tokens[i]))
        ):
            i -= 1
        if i >= 0 and self.tokens[i].genitive and self.tokens[i].mention is not None and start - i <= 4:
            return self._genitives_back(i)
        if end < len(self.tokens) and self.tokens[end].word in ("for", "af"):
            return self.direct(end + 1)
        return []

    def _genitives_back(self, i: int) -> list[Mention]:
        found = [self.tokens[i].mention]
        while i >= 2 and self.tokens[i - 1].word in ("og", ",", "samt") and self.tokens[i - 2].kind == "body":
            i -= 2
            found.insert(0, self.tokens[i].mention)
        return [m for m in found if m is not None]

    def beside(self, start: int) -> list[Mention]:
        """The body right before a place, small words and one "med" left aside."""
        i = start - 1
        while i >= 0 and (
            is_adverb(self.tokens[i]) or self.tokens[i].word in ("med", "uden", ",", "og", "en", "et", "sin", "(") or self.tokens[i].word in _DASH
        ):
            i -= 1
        return self.list_back(i) if i >= 0 and self.tokens[i].is_body else []


_FROM = frozenset(("fra", "for", "af"))
_DASH = ("-", "–", "—")
