"""The grammar of organisational references: in one sentence, which body stands how to which other.

Every relation of the lexicon is a verb and a link ("har reference" … "til"). Who the verb speaks of is found in its clause: the
antecedent of "som" and "der", what stands between verb and link ("indgik netværket i"), what stands before the verb, or the subject
of the clause before. The other body follows the link. Without both there is no reference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from clustergraph.claims.bodies import Body
from clustergraph.lexicon import references as words
from clustergraph.lexicon.references import Relation

Mention = tuple[int, int, Body]  # offsets in the sentence, with the article
_BOUNDARY = re.compile(
    r"(?P<relative>[,)]?\s(?:som|(?<!\ber\s)(?<!\bvar\s)(?<!blev\s)(?<!bliver\s)(?<!\bhar\s)(?<!\bkan\s)(?<!skal\s)(?<!\bat\s)der)(?=\s)|\((?!nu\b))|(?P<now>\(nu\b)|(?:,\s(?:og|men|idet|mens|ligesom|hvor|da|så|samt|herunder|hvorfor|hvilket)\b(?:[^,.;]{0,15}?\sat\b)?|\sat\b|[;:])"
)
# Where the main clause goes on behind a relative clause: a comma, and at once its finite verb.
_AFTER_RELATIVE = words.pattern("clauses", "after_relative")
_DATE = re.compile(r"(?:\b(?:i|den|d\.|pr\.?|fra|siden|primo|medio|ultimo)\s+)*(?:\d{1,2}\.\s*)?(?:[^\W\d_]+\s+)?\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class Said:
    """One reference as a sentence says it: from each of ``sources`` to each of ``targets``; ``clause`` are offsets in the sentence."""

    kind: str
    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    clause: tuple[int, int]
    verb: str


def references(sentence: str, mentions: list[Mention], genitives: frozenset[int] = frozenset(), own: Mention | None = None) -> list[Said]:
    """All references of one sentence. ``mentions`` are the bodies named or pointed at in it, in order; ``genitives`` where those in the genitive
    begin: a reference runs from or to something of theirs, not to them. ``own`` is the forum that words without a subject speak of.
    """
    low = sentence.casefold() if len(sentence.casefold()) == len(sentence) else sentence.lower()
    scene = _Scene(low, mentions, genitives, own)
    found: list[Said] = []
    for relation in words.relations():
        for match in relation.verb.finditer(low):
            said = scene.read(relation, match)
            if said is not None:
                found.append(said)
    return _distinct(sorted(found, key=lambda s: (s.clause, s.targets[0][0], s.kind)))


def _distinct(found: list[Said]) -> list[Said]:
    """Each pair and kind once; where two verbs overlap, the first that was read."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for said in found:
        key = (said.kind, said.sources[0][2].name, said.targets[0][2].name)
        if key not in seen:
            seen.add(key)
            kept.append(said)
    return kept


class _Scene:
    """A sentence with the bodies in it."""

    def __init__(self, low: str, mentions: list[Mention], genitives: frozenset[int], own: Mention | None) -> None:
        self.low = low
        self.own = own
        self.all = mentions
        self.mentions = [m for m in mentions if m[0] not in genitives]
        self.boundaries = [(m.start(), m.end(), bool(m.group("relative"))) for m in _BOUNDARY.finditer(low)]

    def read(self, relation: Relation, match: re.Match[str]) -> Said | None:
        start, end = match.start(), match.end()
        clause_start, relative = self._clause_start(start)
        told = self._targets(relation, end) or self._told_before(relation, clause_start, start, end)
        if told is None:
            return self._object_relative(relation, match, clause_start) if relative else None
        link_start, others = told
        if relation.clause and self.low[clause_start:start].strip():
            return None
        if self.low[:clause_start].endswith("(nu"):  # says what became of the other body, not of ours
            return None
        ours = self._subjects(relation, clause_start, relative, start, end, link_start)
        if not ours and relation.turn and not relation.governed:
            ours, others = others[:1], self._object_behind(others)  # "i 2022 nedsatte rådet to grupper"
        if relation.own == "subject" and self.own and others[0][2] is not self.own[2]:
            ours = [self.own]
        if not ours or not others:
            return None
        sources, targets = (others, ours) if relation.turn else (ours, others)
        if not _may_stand(relation, sources, targets):
            return None
        kind = relation.kind
        if kind == "subgroup_of" and sources[0][2].kind == "organisation":
            kind = "represented_in"
        clause_start = max([clause_start, *(m.end() for m in _AFTER_RELATIVE.finditer(self.low) if m.end() <= start and not relative)])
        clause = (clause_start, self._clause_end(max(others[-1][1], end), relative))
        return Said(kind, tuple(sources), tuple(targets), clause, match.group())

    def _object_relative(self, relation: Relation, match: re.Match[str], clause: int) -> Said | None:
        """The body before "som" is what the verb is about: "IT-forum, som den erstatter", "rådet, som gruppen refererer til"."""
        stranded = relation.stranded.match(self.low, match.end())
        ours = [m for m in self.mentions if clause <= m[0] and m[1] <= match.start() and not self._is_governed(m)]
        others = self._antecedent(clause)
        if not stranded or not ours or not others:
            return None
        ours = self._list_back(ours[-1])
        sources, targets = (others, ours) if relation.turn else (ours, others)
        if not _may_stand(relation, sources, targets):
            return None
        begin = 0 if relation.link is None and not relation.turn else clause  # "blev i 2023 lagt sammen med forummet, som den erstatter"
        return Said(relation.kind, tuple(sources), tuple(targets), (begin, stranded.end()), match.group())

    def _told_before(self, relation: Relation, clause: int, start: int, end: int) -> tuple[int, list[Mention]] | None:
        """The other body where it was named before: "… af rådet, refererer hertil"; or where it is the forum that is spoken of."""
        if relation.link and relation.adverbial.match(self.low, end):
            before = [m for m in self.mentions if m[1] <= start and not (m[2].collective and not m[2].members)]
            return (end, [before[-1]]) if len(before) > 1 else None
        if relation.own == "object" and self.own and relation.link and not relation.link.search(self.low, end):
            return end, [self.own]
        return None

    # The other body ---------------------------------------------------------------------------------------------------------

    def _targets(self, relation: Relation, end: int) -> tuple[int, list[Mention]] | None:
        """Where the link begins, and the bodies behind it."""
        limit = next((s for s, _, _ in self.boundaries if s >= end), len(self.low))
        first = self._mention_after(end) if relation.link is None or relation.direct else None
        if first is not None or relation.link is None:
            return (end, self._list_from(first)) if first else None
        for link in relation.link.finditer(self.low, end):
            if link.start() > min(limit, end + 160):
                return None
            first = self._mention_after(link.end())
            if first is not None:
                return link.start(), self._list_from(first)
        return None

    def _mention_after(self, place: int) -> Mention | None:
        """The body that begins at a place, fillers left aside."""
        pointing = re.match(r"\s*(?:denne|dette|disse)(?=\s*(?:$|[,.;)]|og\b))", self.low[place:])
        if pointing:
            return next((m for m in reversed(self.mentions) if m[1] <= place), None)
        for mention in self.mentions:
            if mention[0] < place:
                continue
            between = _DATE.sub("", self.low[place : mention[0]]).split()
            return mention if all(words.is_joint("fillers", w) for w in between) else None
        return None

    def _list_from(self, first: Mention) -> list[Mention]:
        """A body and those that are listed behind it: "A, B og i C"."""
        found = [first]
        for mention in self.mentions:
            if mention[0] < found[-1][1]:
                continue
            if len(found) == 1 and self._spells_out(found[0], mention):
                found = [mention]
                continue
            if not self._is_joined(found[-1][1], mention[0]) or self._begins_clause(found[-1][1], mention):
                break
            found.append(mention)
        return found

    def _begins_clause(self, end: int, mention: Mention) -> bool:
        """Whether a body behind ", og" is the subject of a new clause: "…, og sekretariatet betjener rådet"."""
        begun = words.pattern("clauses", "begun").fullmatch(self.low, end, mention[0])
        return bool(begun and words.pattern("clauses", "verb_behind").match(self.low, mention[1]))

    def _spells_out(self, many: Mention, one: Mention) -> bool:
        """Whether a list begins that says who the many are: "to undergrupper: Faldgruppen og …"."""
        return (
            many[2].collective
            and not one[2].collective
            and self.low[many[1] : one[0]].strip() in (":", ",", "–", "-", "(", ", nemlig", ", henholdsvis")
        )

    def _is_joined(self, start: int, end: int) -> bool:
        between = self.low[start:end].replace(",", " , ").split()
        if not between or not any(w in (",", "og", "samt") for w in between):
            return False
        return all(w == "," or words.is_joint("words", w) for w in between)

    def _object_behind(self, subject: list[Mention]) -> list[Mention]:
        """The bodies right behind the subject of an inverted clause."""
        first = next((m for m in self.mentions if m[0] >= subject[0][1]), None)
        if first is None or len(subject) > 1 or not all(words.is_joint("fillers", w) for w in self.low[subject[0][1] : first[0]].split()):
            return []
        return self._list_from(first)

    # Our body ---------------------------------------------------------------------------------------------------------------

    def _clause_start(self, verb: int) -> tuple[int, bool]:
        if re.search(r"\s(?:og|samt)\s+$", self.low[:verb]):
            return verb, False
        goes_on = [m.end() for m in _AFTER_RELATIVE.finditer(self.low) if m.end() <= verb]
        before = [
            (end, relative)
            for begin, end, relative in self.boundaries
            if end <= verb and not self._is_closed(begin, end, verb) and not (relative and any(end <= place for place in goes_on))
        ]
        return before[-1] if before else (0, False)

    def _is_closed(self, begin: int, end: int, verb: int) -> bool:
        """Whether a boundary is a bracket that closes before the verb."""
        return "(" in self.low[begin:end] and ")" in self.low[end:verb]

    def _clause_end(self, place: int, relative: bool) -> int:
        comma = self.low.find(",", place)
        if relative and comma >= 0:  # "…, der har reference til rådet, | fremlægger sit forslag"
            return comma
        return next((s for s, _, _ in self.boundaries if s >= place), len(self.low))

    def _subjects(self, relation: Relation, clause: int, relative: bool, verb: int, verb_end: int, link: int) -> list[Mention]:
        if relation.nearest:
            forums = [m for m in self.mentions if m[1] <= verb and m[2].kind == "forum" and m[2].type != "cluster"]
            return forums[-1:]
        if relation.governed:
            return [m for m in self.mentions if m[0] == verb_end + 1]
        between = [m for m in self.mentions if verb <= m[0] and m[1] <= link and not self._is_governed(m)]
        if between:
            return self._list_back(between[-1])
        inside = [m for m in self.mentions if clause <= m[0] and m[1] <= verb]
        free = [m for m in inside if not self._is_governed(m)]
        if relation.near:
            close = [m for m in self.all if clause <= m[0] and m[1] <= verb and len(self.low[m[1] : verb].split()) <= 3 and not self._is_governed(m)]
            return self._list_back(close[-1]) if close else []
        if free and not (relation.attribute and inside and inside[-1] is not free[-1] and not self._between(inside[-1], verb)):
            return self._list_back(free[-1])
        if relation.attribute and inside and len(self._between(inside[-1], verb)) <= 2:
            return [inside[-1]]
        if relative and not free:
            return self._antecedent(clause)
        return self._carried_over(clause, verb) if not inside else []

    def _between(self, mention: Mention, place: int) -> list[str]:
        return [w for w in self.low[mention[1] : place].replace(",", " ").split() if not words.is_joint("fillers", w)]

    def _antecedent(self, clause: int) -> list[Mention]:
        start = next(s for s, e, _ in self.boundaries if e == clause)
        again = words.pattern("clauses", "relative_again").search(self.low, 0, start)
        first = next((e for s, e, relative in reversed(self.boundaries) if relative and again and e < start), None)
        if first is not None:  # "rådet, som ikke indgår i forummet, men som kan …"
            return self._antecedent(first)
        before = [m for m in self.mentions if m[1] <= start + 1]
        return [before[-1]] if before and len(self.low[before[-1][1] : start].split()) <= 3 else []

    def _carried_over(self, clause: int, verb: int) -> list[Mention]:
        """The subject of the clause before, where this clause has only a pronoun or none."""
        own = self.low[clause:verb].replace(",", " ").split()
        if not all(words.is_joint("fillers", w) or words.is_joint("pronouns", w) for w in own):
            return []
        before = [m for m in self.mentions if m[1] <= clause and not self._is_governed(m)]
        if not before or clause == 0:
            return []
        last_clause = self._clause_start(clause - 1)[0]
        there = [m for m in before if m[0] >= last_clause]
        return self._list_back((there or before)[0]) if (there or before) else []

    def _is_governed(self, mention: Mention) -> bool:
        """Whether a preposition stands before a body, so that it is no subject; "hver af de fem grupper" is one."""
        before = self.low[: mention[0]].split()
        if not before or not words.is_joint("prepositions", before[-1]):
            return False
        return not (before[-1] in ("af", "i") and len(before) > 1 and words.is_joint("distributive", before[-2]))

    def _list_back(self, last: Mention) -> list[Mention]:
        """A body and those that are listed before it."""
        found = [last]
        for mention in reversed(self.mentions):
            if mention[1] > found[0][0]:
                continue
            if self._is_governed(mention) or not self._is_joined(mention[1], found[0][0]):
                break
            found.insert(0, mention)
        return found


def _may_stand(relation: Relation, sources: list[Mention], targets: list[Mention]) -> bool:
    """Whether bodies of these kinds may stand so to each other."""
    if relation.target and any(relation.target not in (t[2].kind, t[2].type) for t in targets):
        return False
    if relation.subject and any(relation.subject not in (s[2].kind, s[2].type) for s in sources):
        return False
    return relation.any_bodies or all(s[2].kind == "forum" or t[2].kind == "forum" for s in sources for t in targets)
