"""The grammar of organisational references: in one sentence, which body stands how to which other.

A *frame* of the lexicon is words of a clause ("refererer", "har … plads", "¤s undergrupper") and where its two bodies are found: the subject,
the object, behind a preposition, in the genitive … (:mod:`clustergraph.claims.reference_roles`). Without both there is no reference.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clustergraph.claims import reference_clauses, reference_tokens
from clustergraph.claims.reference_clauses import Clause
from clustergraph.claims.reference_roles import Roles
from clustergraph.claims.reference_tokens import Mention, Token, is_adverb, is_preposition
from clustergraph.lexicon import references as words
from clustergraph.lexicon.references import Frame

__all__ = ["Mention", "Said", "references"]


@dataclass(frozen=True, slots=True)
class Said:
    """One reference as a sentence says it: from each of ``sources`` to each of ``targets``.

    ``words`` are those of its own clause up to the bodies, ``clause_words`` all of them, ``ruling`` those of the clauses that this one hangs
    on ("det foreslås, at …"); ``places`` where its words begin. ``status`` is told by the frame itself where it is not None.
    """

    kind: str
    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    verb: str
    words: str
    clause_words: str
    ruling: str
    asks: bool
    conditional: bool
    places: frozenset[int]
    start: int
    status: str | None = None


def references(
    sentence: str,
    mentions: Sequence[Mention],
    genitives: frozenset[int] = frozenset(),
    own: Mention | None = None,
    topics: Mapping[str, Sequence[Mention]] | None = None,
    us: Mention | None = None,
    heading: Mention | None = None,
) -> list[Said]:
    """All references of one sentence.

    ``mentions`` are the bodies named or pointed at in it, in order; ``genitives`` where those in the genitive begin; ``own`` is the forum that
    words without a subject speak of; ``topics`` the sources of the references that were told right before, by kind, and under "seat" where
    bodies had one; ``us`` the forum that meets, where it decides; ``heading`` the body that the words go on with as their subject.
    """
    low = sentence.casefold() if len(sentence.casefold()) == len(sentence) else sentence.lower()
    kept = [m for m in mentions if not _is_role(low, m)]
    tokens = reference_tokens.tokens(low, _pointed(low, kept, genitives), genitives)
    if heading is not None:
        tokens.insert(0, Token(0, 0, "", "body", heading))
    if sum(t.kind == "body" for t in tokens) + sum(m is not None for m in (own, us)) + bool(topics) < 2:
        return []
    clauses = reference_clauses.clauses(tokens)
    found: list[Said] = []
    for clause in clauses:
        told = {**(topics or {}), **{said.kind: said.sources for said in found}}  # what was told in this sentence before
        found += _Scene(low, clause, _is_conditional(clause, clauses), tokens, told, own, us).read()
    return _distinct(sorted(found, key=lambda s: (s.start, s.targets[0][0], s.kind)))


def _is_role(low: str, mention: Mention) -> bool:
    """Whether words that were taken for a body say what one does for another: "en undergruppe", "sekretariatet varetages af …"."""
    start, end, _ = mention
    passing = words.pattern("clauses", "passing").match(low, start, end)
    start = passing.end() if passing else start
    served = words.pattern("clauses", "served").match(low, end) if words.pattern("clauses", "serves").fullmatch(low, start, end) else None
    return served is not None or words.pattern("clauses", "role_nouns").fullmatch(low, start, end) is not None


def _pointed(low: str, mentions: Sequence[Mention], genitives: frozenset[int]) -> list[Mention]:
    """The mentions, "dette" behind a preposition as the last body before it: "nedsat af rådet og hører under dette"."""
    found: list[Mention] = []
    for start, end, body in mentions:
        before = [m for m in found if m[0] not in genitives]
        if before and words.pattern("clauses", "this").fullmatch(low[max(0, start - 12) : end]):
            body = before[-1][2]
        found.append((start, end, body))
    return found


def _is_conditional(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause holds only if another one comes true."""
    return any(c.lead in ("hvis", "såfremt") and (c is clause or c.parent is clause or c is clause.parent) for c in clauses)


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
    """One clause, read with all frames."""

    def __init__(
        self,
        low: str,
        clause: Clause,
        conditional: bool,
        sentence: Sequence[Token],
        topics: Mapping[str, Sequence[Mention]],
        own: Mention | None,
        us: Mention | None,
    ) -> None:
        self.us = us
        self.conditional = conditional
        self.sentence = sentence
        self.low = low
        self.clause = clause
        self.roles = Roles(clause, sentence)
        self.own = own
        self.topics = topics
        signs: list[str] = []
        self.starts: list[int] = []
        place = 0
        for token in clause.tokens:
            self.starts.append(place)
            signs.append(token.sign)
            place += len(token.sign) + 1
        self.signs = " ".join(signs)

    def read(self) -> list[Said]:
        """The references of the clause."""
        found: list[Said] = []
        if "¤" not in self.signs and "hertil" not in self.signs and "dertil" not in self.signs:  # every frame has a body among its own words
            return found
        for frame in words.frames():
            if frame.bracket and self.clause.kind != "bracket":
                continue
            for match in frame.trigger.finditer(self.signs):
                told = list(self._read(frame, match))
                found += [said for said in told if not (frame.weak and any(_is_of_same(said, other) for other in found))]
        return found

    def _read(self, frame: Frame, match: re.Match[str]) -> Iterator[Said]:
        start, end = bisect_right(self.starts, match.start()) - 1, bisect_right(self.starts, match.end() - 1)
        if (frame.unless and frame.unless.search(self.signs)) or (frame.needs and not frame.needs.search(self.low)):
            return
        if frame.voice and self._voice(start) != frame.voice:
            return
        if frame.pronoun and any(not words.is_joint("pronouns", self.low[m[0] : m[1]]) for m in self.roles.subject(start)):
            return
        targets = self._find(frame, frame.target, start, end, ())
        sources = self._find(frame, frame.source, start, end, targets)
        if targets and sources and targets[0][2] is sources[0][2]:
            targets = self._other(targets, sources) or self._find(frame, frame.target, start, end, sources)
        if not sources or not targets or not _may_stand(frame, sources, targets):
            return
        more = list(self._continued(frame, match, sources, targets))
        yield self._said(frame, match, sources, targets, goes_on=bool(more))
        yield from more

    def _other(self, targets: Sequence[Mention], sources: Sequence[Mention]) -> list[Mention]:
        """Whom a pronoun means that cannot mean the subject: "Samrådet, som … i forummet, kan indbringe sager for det"."""
        if not words.is_joint("pronouns", self.low[targets[0][0] : targets[0][1]]):
            return []
        names = {m[2].name for m in sources}
        before = [t.mention for t in self.sentence if t.is_body and t.mention is not None and t.end <= targets[0][0]]
        return [m for m in before if m[2].name not in names and m[2].kind == "forum"][-1:]

    def _find(self, frame: Frame, ways: Sequence[str], start: int, end: int, others: Sequence[Mention]) -> list[Mention]:
        for way in ways:
            found = [m for m in self._bodies(frame, way, start, end, others) if m not in others]
            if found:
                return found
        return []

    def _bodies(self, frame: Frame, way: str, start: int, end: int, others: Sequence[Mention]) -> list[Mention]:
        roles = self.roles
        if way[0] == "@":
            return roles.ruled(end, frozenset(way[1:].split("|")), frame.bridge)
        if way[0] == "+":
            return roles.ruled(end, frozenset(way[1:].split("|")), frame.bridge, loose=False)
        if way[0] == "^":
            return roles.fronted(frozenset(way[1:].split("|")))
        if way == "middle":
            return [t.mention for t in self.clause.tokens[start:end] if t.mention is not None][:1]
        if way in ("own", "us"):
            told = self.own if way == "own" else self.us
            return [told] if told is not None and told[2] not in [m[2] for m in others] else []
        if way == "any":
            place = self.clause.tokens[start].start
            return [t.mention for t in self.sentence if t.mention is not None and t.end <= place and t.mention[2].kind == "forum"][-1:]
        if way == "whose":  # "A, som …, er nedlagt, og dens opgaver …"
            place = self.clause.tokens[start].start
            return [t.mention for t in self.sentence if t.is_body and t.mention is not None and t.end <= place and t.mention[2].kind == "forum"][:1]
        if way == "topic":
            return list(self.topics.get(frame.kind, ()))
        if way == "seat":
            return list(self.topics.get("seat", ()))[:1]
        if way == "there":
            return list(self.topics.get("seat", ()))[:1] if words.pattern("status", "need").search(self.low) else []
        return {
            "subject": lambda: roles.subject(start, governed=frame.members),
            "object": lambda: roles.object(end, roles.subject(start)),
            "direct": lambda: roles.direct(end),
            "owner": lambda: roles.owner(start, start + 1),
            "beside": lambda: roles.beside(start),
            "apposed": lambda: roles.apposed(end),
            "complement": lambda: roles.complement(end),
            "before": lambda: roles.before(self.clause.tokens[start].start),
            "nearest": lambda: roles.nearest(start),
        }[way]()

    def _voice(self, start: int) -> str:
        """Whether a participle is active ("har nedsat") or passive ("er nedsat", "har været betjent", "nedsat af")."""
        if self.clause.kind == "attribute" and start == 0:
            return "passive"
        first = self.clause.tokens[start].word
        if not words.is_clause_word("participles", first):
            return "passive" if first.endswith("s") else "active"
        clause: Clause | None = self.clause
        tokens = clause.tokens[:start] if clause else []
        while clause is not None:
            said = [t.word for t in tokens if t.kind == "word"]
            if any(words.is_clause_word("passive", w) for w in said):
                return "passive"
            if any(words.is_clause_word("perfect", w) for w in said):
                return "active"
            clause = clause.shares
            tokens = clause.tokens if clause else []
        return "passive"

    # What goes on behind the bodies -----------------------------------------------------------------------------------------------

    def _continued(self, frame: Frame, match: re.Match[str], sources: Sequence[Mention], targets: Sequence[Mention]) -> Iterator[Said]:
        """Clauses that leave their verb out: "… og Faldgruppen til plejeforummet", "… og ikke som tidligere til klyngeforummet"."""
        tokens = self.clause.tokens
        i = next((n + 1 for n, t in enumerate(tokens) if t.mention == targets[-1]), len(tokens))
        if i >= len(tokens) or not words.is_clause_word("coordinators", tokens[i].word):
            return
        begin = i
        i += 1
        ours: list[Mention] = []
        while i < len(tokens) and not is_preposition(tokens[i]):
            if tokens[i].is_body and not ours:
                ours = self.roles.list_from(i)
            elif not (is_adverb(tokens[i]) or tokens[i].word == "ikke"):
                return
            i += 1
        while i < len(tokens) and tokens[i].word == "som":
            i += 1
            while i < len(tokens) and is_adverb(tokens[i]):
                i += 1
        slot = next((way for way in frame.target if way[0] in "@+"), None)
        if i >= len(tokens) or slot is None or tokens[i].word not in slot[1:].split("|"):
            return
        theirs = self.roles.direct(i + 1)
        said_words = " ".join(t.word for t in tokens[begin:i] if t.kind != "body")
        if theirs and _may_stand(frame, ours or sources, theirs):
            alone = bool(ours) or len(said_words.split()) < 2
            yield self._said(frame, match, ours or sources, theirs, None if alone else said_words)

    def _said(
        self,
        frame: Frame,
        match: re.Match[str],
        sources: Sequence[Mention],
        targets: Sequence[Mention],
        only: str | None = None,
        goes_on: bool = False,
    ) -> Said:
        kind = frame.kind
        if kind == "subgroup_of" and sources[0][2].kind == "organisation":
            kind = "represented_in"
        own = self.clause.tokens
        limit = max([m[1] for m in (*sources, *targets)] + [own[bisect_right(self.starts, match.end() - 1) - 1].end])
        ruling, asks = _ruling(self.clause)
        before = _text([t for t in own if t.start < limit])
        return Said(
            kind,
            tuple(sources),
            tuple(targets),
            match.group(),
            only if only is not None else before,
            only if only is not None else before if goes_on else _text(own),
            ruling,
            asks,
            self.conditional,
            frozenset(t.start for t in own),
            own[0].start,
            frame.status,
        )


def _is_of_same(said: Said, other: Said) -> bool:
    """Whether two references have their bodies in common."""
    return {m[2].name for m in said.sources} <= {m[2].name for m in (*other.sources, *other.targets)} and said.targets[-1] in (
        *other.sources,
        *other.targets,
    )


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(t.word for t in tokens)


def _ruling(clause: Clause) -> tuple[str, bool]:
    """The words of the clauses that say how a clause is meant, and whether it is only asked."""
    told: list[str] = []
    here = clause
    asks = here.lead in ("om", "hvorvidt")
    while here.kind == "that" or here.lead in ("om", "hvorvidt"):
        if here.parent is None:
            break
        here = here.parent
        told.append(_text(here.tokens))
        asks = asks or here.lead in ("om", "hvorvidt")
    ruling = " ".join(reversed(told))
    return ruling, asks and not words.pattern("status", "proposal").search(ruling)  # "det overvejes, om …"


def _may_stand(frame: Frame, sources: Sequence[Mention], targets: Sequence[Mention]) -> bool:
    """Whether bodies of these kinds may stand so to each other."""
    if frame.target_kind and any(frame.target_kind not in (t[2].kind, t[2].type) for t in targets):
        return False
    if frame.source_kind and any(frame.source_kind not in (s[2].kind, s[2].type) for s in sources):
        return False
    return frame.any_bodies or all(s[2].kind == "forum" or t[2].kind == "forum" for s in sources for t in targets)
