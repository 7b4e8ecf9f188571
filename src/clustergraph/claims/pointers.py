"""Whom a sentence speaks of without a name: "den", "det", "de fem", "kontaktudvalgene", "førstnævnte" and who "fire grupper" are.

Several bodies spoken of at once are one mention with ``members``; the names come from the list that spells them out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clustergraph.claims import dates, meeting, reference_sentences
from clustergraph.claims.bodies import Body
from clustergraph.claims.body_identity import lemma_of
from clustergraph.claims.body_names import Naming, namings
from clustergraph.lexicon import bodies as body_words
from clustergraph.lexicon import references as words

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading

Mention = tuple[int, int, Body]  # offsets in the view, with the article
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Several:
    """Bodies that a sentence lists together; ``naming`` is the plural that it spells out ("fire grupper: …"), None for a plain list."""

    members: tuple[Mention, ...]
    sentence: Stretch
    naming: Naming | None
    period: str | None = None  # since when and until when the sentence says that there were such bodies, as an interval

    @property
    def body(self) -> Body:
        """The bodies as one."""
        return Body(", ".join(m[2].name for m in self.members), "forum", "other", collective=True, members=tuple(m[2] for m in self.members))


class Pointers:
    """The mentions of each sentence of a document, words that only point included. Built once a document; never changed."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sentences = reference_sentences.sentences(reading)
        self._starts = [start for start, _ in self._sentences]
        self._told: dict[int, list[Mention]] = {}  # by sentence; a pronoun leads back through several
        self._owners: set[int] = set()
        self._several: list[Several] = []
        for start, end in self._sentences:
            self._several += _spelled_out(reading, start, end)
            self._several += _listed_below(reading, start, end)

    def in_sentence(self, start: int, end: int) -> list[Mention]:
        """The bodies that a sentence names or points at, in order."""
        if start not in self._told:
            self._told[start] = self._read(start, end)
        return self._told[start]

    def _read(self, start: int, end: int) -> list[Mention]:
        plural = [*self._plurals(start, end), *_below(self._reading, start, end)]
        bodies = _with_spokesmen(self._reading.text, [self._served(m) for m in self._reading.bodies.pointed_at(start, end)])
        named = [m for m in bodies if not any(s <= m[0] and m[1] <= e for s, e, _ in plural)]
        found = sorted([*named, *plural], key=lambda m: m[0])
        low = self._reading.text[start:end].casefold()
        forum = self._reading.bodies.meeting_forum
        for match in words.pattern("pointing", "meeting").finditer(low) if forum else ():
            place = (start + match.start(), start + match.end())
            if forum and not any(s < place[1] and place[0] < e for s, e, _ in found):
                found = sorted([*found, (*place, forum)], key=lambda m: m[0])
        for name in ("subject", "object"):
            for match in words.pattern("pointing", name).finditer(low):
                self._point(found, start, match)
        topic = self.topic(start)
        return [(m[0], m[1], topic[2]) if is_bare(self._reading.text[m[0] : m[1]], topic[2]) else m for m in found] if topic else found

    def _served(self, mention: Mention) -> Mention:
        """Whom a role serves, where its words were taken for a body: "sekretariatet for Kostgruppen", "Kostgruppens sekretariat" is Kostgruppen."""
        text = self._reading.text[mention[0] : mention[1]]
        for name in ("split", "split_behind"):
            match = words.pattern("clauses", name).fullmatch(text.casefold())
            place = (mention[0] + match.start("inner"), mention[0] + match.end("inner") + (name == "split_behind")) if match else None
            inner = self._reading.bodies.pointed_at(*place) if place else []
            if place and len(inner) == 1 and inner[0][0] == place[0] and inner[0][2] is not mention[2]:
                if name == "split_behind":
                    self._owners.add(inner[0][0])
                return inner[0]
        return mention

    def genitives(self, start: int, end: int) -> frozenset[int]:
        """Where the bodies of a sentence begin that stand in the genitive."""
        self.in_sentence(start, end)
        return self._reading.bodies.genitives(start, end) | {place for place in self._owners if start <= place < end}

    def own(self, start: int) -> Mention | None:
        """The forum that words without a subject speak of: that of the terms of reference, else the first of the sentence before."""
        forum = self._reading.bodies.meeting_forum
        if self._reading.document.kind in ("terms", "members") and forum is not None and forum.mentions:
            return (*forum.mentions[0], forum)
        before = self._before(start)
        subject = next(iter(self.in_sentence(*before)), None) if before else None
        return subject if subject and subject[2].kind == "forum" else None

    def topic(self, start: int) -> Mention | None:
        """The forum that the sentence before began with, in the same paragraph."""
        before = self._before(start)
        first = next(iter(self.in_sentence(*before)), None) if before and "\n" not in self._reading.text[before[1] : start] else None
        return first if first and first[2].kind == "forum" and not first[2].collective else None

    def each(self, mention: Mention, by: int) -> list[Mention]:
        """The bodies of a mention, each as one; for a plural of a kind ("temagrupperne") itself and those of the document.

        ``by`` leads from the places of the mention to those of the view.
        """
        body = mention[2]
        if body.members or not body.collective:
            return single(mention)
        found = namings(self._reading.text[mention[0] + by : mention[1] + by])
        if len(found) != 1 or not found[0].definite or found[0].number is not None:
            return [mention]
        return [mention, *((mention[0], mention[1], member) for member in self._reading.bodies.of_kind(found[0]))]

    def told_in(self, body: Body) -> Several | None:
        """Where several bodies that are spoken of as one were spelled out; None for other bodies."""
        return next((s for s in self._several if body.members and s.body.members == body.members), None)

    # Several at once --------------------------------------------------------------------------------------------------------

    def _plurals(self, start: int, end: int) -> Iterator[Mention]:
        text = self._reading.text[start:end]
        for naming in namings(text, start):
            if naming.kind == "forum" and (naming.plural or naming.number is not None):
                body = self._members_of(naming, start)
                if body is not None:
                    yield naming.full_start, naming.end, body
        for match in words.pattern("pointing", "several").finditer(text.casefold()):
            number = body_words.number(match.group("number"))
            said = next((s for s in reversed(self._several) if s.sentence[0] < start and len(s.members) == number), None)
            body = said.body if said else self._run_before(start, number) if number else None
            if body is not None and not any(n.full_start <= start + match.start("point") < n.end for n in namings(text, start)):
                yield start + match.start(), start + match.end(), body

    def _members_of(self, naming: Naming, start: int) -> Body | None:
        for said in reversed(self._several):
            if said.naming is not None and said.sentence[0] <= start and _is_again(naming, said):
                return said.body
        if naming.number is None:
            return None
        run = self._run_before(start, naming.number)
        if run is not None:
            return run
        members = self._reading.bodies.of_kind(naming)
        if len(members) != naming.number:
            return None
        return Body(", ".join(b.name for b in members), "forum", "other", collective=True, members=tuple(members))

    def _run_before(self, start: int, number: int) -> Body | None:
        """The list of so many forums in the sentence before: "A, B og C … De tre fora"."""
        before = self._before(start)
        run = _last_run(self._reading.text, self._reading.bodies.pointed_at(*before)) if before else []
        fits = len(run) == number and all(m[2].kind == "forum" and not m[2].collective for m in run)
        return Several(tuple(run), before, None).body if fits and before else None

    # Pronouns ---------------------------------------------------------------------------------------------------------------

    def _point(self, found: list[Mention], start: int, match: re.Match[str]) -> None:
        group = "point" if match.group("point") else "point_after"
        place = (start + match.start(group), start + match.end(group))
        if any(s < place[1] and place[0] < e for s, e, _ in found) or self._is_article(start, place):
            return
        body = self._antecedent(found, start, place, match.group(group))
        if body is not None:
            found.append((*place, body))
            found.sort(key=lambda m: m[0])

    def _is_article(self, start: int, place: Stretch) -> bool:
        line = self._reading.line_at(start)
        return line is not None and any(n.full_start == place[0] for n in namings(line.text, line.start))

    def _antecedent(self, found: list[Mention], start: int, place: Stretch, word: str) -> Body | None:
        here = [m for m in found if m[1] <= place[0]]
        before = self._before(start)
        if word in ("førstnævnte", "sidstnævnte"):
            run = self._last_list(start, before)
            return None if len(run) < 2 else run[0][2] if word == "førstnævnte" else run[-1][2]
        if word == "samme":  # not whom the clause speaks of
            return next((m[2] for m in reversed(here) if m[2].kind == "forum" and m[2] is not here[-1][2]), None)
        many = body_words.is_one_of("plural_determiners", word) or word == "dem"
        neuter = word in ("det", "dette")
        for mentions in (here, self.in_sentence(*before) if before else []):
            body = self._many(mentions) if many else self._one(mentions, neuter)
            if body is not None:
                return body
        return None

    def _last_list(self, start: int, before: Stretch | None) -> Sequence[Mention]:
        """The list that was told last in this sentence or the one before."""
        first = before[0] if before else start
        listed = next((s for s in reversed(self._several) if first <= s.sentence[0] <= start), None)
        if listed is not None:
            return listed.members
        return _last_run(self._reading.text, self._reading.bodies.pointed_at(*before)) if before else ()

    def _before(self, start: int) -> Stretch | None:
        """The sentence before, in the same paragraph or the one above it, never from another item."""
        i = bisect_left(self._starts, start)
        if i == 0:
            return None
        previous = self._sentences[i - 1]
        same_item = self._reading.item_at(previous[0]) == self._reading.item_at(start)
        return previous if same_item and self._reading.text.count("\n", previous[1], start) <= 2 else None

    def _one(self, mentions: Sequence[Mention], neuter: bool) -> Body | None:
        fitting = [m[2] for m in mentions if not m[2].collective and m[2].kind == "forum" and self._reading.bodies.is_neuter(m[2]) in (neuter, None)]
        return fitting[0] if fitting else None

    def _many(self, mentions: Sequence[Mention]) -> Body | None:
        collective = next((m[2] for m in mentions if m[2].collective), None)
        if collective is not None:
            return collective
        run = _first_run(self._reading.text, mentions)
        return Several(tuple(run), (0, 0), None).body if len(run) > 1 and all(m[2].kind == "forum" for m in run) else None


def _with_spokesmen(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with "almen praksis ved PLO-Vest" as one: the body that speaks for a profession."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and kept[-1][2].type == "general_practice" and text[kept[-1][1] : mention[0]] in (" ved ", " v/", " v. "):
            mention = (kept.pop()[0], mention[1], mention[2])
        kept.append(mention)
    return kept


def is_bare(text: str, topic: Body) -> bool:
    """Whether words are a group's bare noun that is also the noun of a body that is spoken of: "gruppen" for "Børnefaggruppen"."""
    found = namings(text)
    if (
        len(found) != 1
        or found[0].rank != "bare"
        or found[0].kind != "forum"
        or found[0].noun is None
        or not found[0].noun.definite
        or found[0].plural
    ):
        return False
    forms = tuple(form.casefold() for form in found[0].noun.head.forms if form)
    return any(part.endswith(forms) for part in re.findall(r"\w+", topic.name.casefold()))


def _is_again(naming: Naming, said: Several) -> bool:
    """Whether a plural means bodies that were spelled out before: the same noun or its end, and their number."""
    first = said.naming
    if first is None or first.noun is None or naming.noun is None or naming.noun.head is not first.noun.head:
        return False
    if naming.number is not None and naming.number != len(said.members):
        return False
    alike = lemma_of(first).endswith(lemma_of(naming)) or all(lemma_of(naming) in m[2].name.casefold() for m in said.members)
    return alike and (naming.start == first.start or naming.definite) and set(naming.adjectives) <= set(first.adjectives)


def _spelled_out(reading: Reading, start: int, end: int) -> Iterator[Several]:
    """The lists of a sentence behind a plural: "fire grupper, som alle refererer til det: A, B, C og D"."""
    if len(reading.bodies.at(start, end)) < 2:
        return
    text = reading.text[start:end]
    mentions = [m for m in reading.bodies.pointed_at(start, end) if m[2].kind == "forum" and not m[2].collective]
    for naming in namings(text, start):
        if naming.kind != "forum" or naming.noun is None or not (naming.plural or naming.number):
            continue
        behind = [m for m in mentions if m[0] >= naming.end]
        first = next((n for n, m in enumerate(behind) if _opens(reading.text[naming.end : m[0]])), None)
        run = _first_run(reading.text, behind[first:]) if first is not None else []
        if run and len(run) == (naming.number or max(2, len(run))):
            yield Several(tuple(run), (start, end), naming, _period(reading, start, end))


def _opens(between: str) -> bool:
    """Whether the words between a plural and a body say that a list begins: a colon, a comma, a bracket, "nemlig"."""
    return bool(words.pattern("pointing", "opens").fullmatch(between.casefold()))


def _listed_below(reading: Reading, start: int, end: int) -> Iterator[Several]:
    """The list points below a sentence that ends with a plural and a colon: "Der er nedsat to grupper:"."""
    members = _points_below(reading, start, end)
    found = [n for n in namings(reading.text[start:end], start) if n.kind == "forum" and n.noun and (n.plural or n.number)] if members else []
    if found and len(members) == (found[-1].number or max(2, len(members))):
        yield Several(tuple(members), (start, end), found[-1], _period(reading, start, end))


def _below(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    """What is listed below a sentence that ends with a colon, as a mention at the colon: "Under styregruppen hører:"."""
    members = _points_below(reading, start, end)
    if members:
        yield end - 1, end, Several(tuple(members), (start, end), None).body


def _points_below(reading: Reading, start: int, end: int) -> list[Mention]:
    """The bodies that begin the list points right below a sentence with a colon at its end."""
    members: list[Mention] = []
    for line in reading.lines_in(end, len(reading.text)) if reading.text[start:end].endswith(":") else ():
        bullet = reference_sentences.SIGN.match(line.text)
        first = next(iter(reading.bodies.pointed_at(line.start, line.end)), None) if bullet else None
        if not bullet or first is None or first[0] - line.start - bullet.end() > 0 or first[2].kind != "forum":
            break
        members.append(first)
    return members


def _period(reading: Reading, start: int, end: int) -> str | None:
    found = [d.value for d in dates.find(reading.text[start:end], meeting.day_of(reading)) if d.value and "/" in d.value]
    return found[0] if found else None


def _first_run(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The bodies of the first list among mentions: joined by commas and "og"."""
    run = list(mentions[:1])
    for mention in mentions[1:]:
        if not re.fullmatch(r"\s*(?:,|,?\s*(?:og|samt))\s*", text[run[-1][1] : mention[0]]):
            break
        run.append(mention)
    return run


def _last_run(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The bodies of the last list of two or more."""
    best: list[Mention] = []
    for i in range(len(mentions)):
        run = _first_run(text, mentions[i:])
        if len(run) > 1 and (not best or run[0][0] > best[-1][0]):
            best = run
    return best


def moved(mention: Mention, by: int) -> Mention:
    """A mention with other offsets."""
    return mention[0] + by, mention[1] + by, mention[2]


def single(mention: Mention) -> list[Mention]:
    """The bodies of a mention, each as one: the members of several that are spoken of at once."""
    start, end, body = mention
    return [(start, end, member) for member in body.members] if body.members else [mention]
