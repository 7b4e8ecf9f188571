"""The grammar of names of organisations and forums: which words of a line belong to one name.

A name grows from a head noun ("gruppe", "kommune"): adjectives and an owner to its left, a topic ("for demens") and a proper name
to its right. Whom it means is settled afterwards, in :mod:`clustergraph.claims.body_groups`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache

from clustergraph.claims import body_topics, body_units
from clustergraph.claims import body_words as w
from clustergraph.claims.body_naming import Naming, Rank
from clustergraph.lexicon import bodies as words
from clustergraph.lexicon.bodies import Noun


def namings(text: str, offset: int = 0) -> list[Naming]:
    """All names and back-references of one line, in order; one may stand inside another as its topic or owner. ``offset`` is added to every place."""
    return [_moved(n, offset) for n in _namings(text)]


@lru_cache(maxsize=4096)  # several recognizers ask for the same sentence
def _namings(text: str) -> tuple[Naming, ...]:
    line = _Line(text)
    found: list[Naming] = []
    i = 0
    while i < len(line.tokens):
        previous = found[-1] if found else None
        naming = line.naming(i, previous)
        if naming is None:
            i += 1
            continue
        found += line.sharing(naming)
        found.append(naming)
        i = max(i + 1, line.index_at(naming.end if naming.noun is None else line.tokens[i].end))
    return tuple(found)


def _moved(naming: Naming, by: int) -> Naming:
    def pair(place: tuple[int, int] | None) -> tuple[int, int] | None:
        return (place[0] + by, place[1] + by) if place else None

    ends = {key: getattr(naming, key) + by for key in ("full_start", "start", "end", "name_end")}
    return replace(naming, **ends, owner=pair(naming.owner), place=pair(naming.place))


def _sharing(naming: Naming, noun: Noun, place: tuple[int, int], text: str) -> Naming:
    start, end = place
    name = text[start:end]
    whole = _singular(noun, name)
    return replace(naming, full_start=start, start=start, end=end, name_end=end, text=whole, proper=name, place=None, rank="name")


def _singular(noun: Noun, proper: str) -> str:
    """What one of several that share a noun is called: "Odense Kommune"."""
    return f"{proper} {noun.head.forms[0].capitalize()}"


class _Line:
    """One line of text with its tokens, and the ways in which a name may begin at one of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = w.tokens(text)
        self.names_companies = body_units.names_companies(text)

    def index_at(self, end: int) -> int:
        """The first token that begins at or after an offset."""
        return bisect_left(self.tokens, end, key=lambda t: t.start)

    def floor(self, i: int, previous: Naming | None) -> int:
        """The first token that a name with its head at ``i`` may take: behind the name before it, or inside of it where it stands in its topic."""
        if previous is None:
            return 0
        behind = self.index_at(previous.name_end)
        return behind if behind <= i else self.index_at(previous.start) + 1

    def gap(self, i: int) -> str:
        """What stands before token ``i``."""
        return self.text[self.tokens[i - 1].end : self.tokens[i].start] if 0 < i < len(self.tokens) else "|"

    def naming(self, i: int, previous: Naming | None) -> Naming | None:
        """The name that begins at token ``i``, or whose head it is; what is known for sure first."""
        text, tokens = self.text, self.tokens
        if previous is not None and tokens[i].start < previous.name_end:  # inside of a name only what is known for sure is one
            own = tokens[i].text in previous.proper.split()  # "Samordningsforum | SOF"
            found = None if own else body_units.stem(text, tokens, i) or body_units.known(text, tokens, i) or self.headed(i, previous)
            return None if found and found.type == "general_practice" and previous.topic else found  # "Kvalitetsudvalget for | almen praksis"
        found = body_units.stem(text, tokens, i) or body_units.known(text, tokens, i) or body_units.apposed(text, tokens, i)
        found = found or self.headed(i, previous) or body_units.acronym(text, tokens, i) or body_units.revealed(text, tokens, i)
        found = found or body_units.placed(text, tokens, i)
        return (
            found or body_units.of_owner(text, tokens, i) or body_units.behind_owner(text, tokens, i, previous) or body_units.company(text, tokens, i)
        )

    def headed(self, i: int, previous: Naming | None) -> Naming | None:
        """A name whose head is token ``i``."""
        noun = words.noun(self.tokens[i].text)
        if noun is None or (noun.doubtful and not w.is_amid_sentence(self.text, self.tokens, i)):
            return None
        left = _Left(self, i, noun, previous)
        right = _Right(self, i, noun, left.proper != "" and noun.head.type != "education")
        start = left.start
        type_ = self._type(noun, left, right)
        rank = self._rank(noun, left, right)
        if rank is None:
            return None
        name_end = right.name_end - (noun.genitive and right.name_end == self.tokens[i].end)
        proper = " ".join(filter(None, (left.proper, right.proper)))
        proper, cut = w.without_genitive(noun, proper, self.text[right.name_end :])
        topic = right.topic
        if topic and not cut and w.owns_meeting(topic, self.text[right.name_end :]):
            topic, cut = topic[:-1], 1
        name_end -= cut
        told = self._tidy(left.full_start if left.article_is_name else start, name_end)
        if noun.head.type == "municipality" and noun.plural and left.proper:  # "Brandby og Vig kommuner"
            told = _singular(noun, left.proper)
        return Naming(
            full_start=left.full_start,
            start=start,
            end=max(name_end, right.end - cut),
            name_end=name_end,
            text=told,
            kind=noun.head.kind,
            type=type_,
            rank=rank,
            noun=noun,
            determiner=left.determiner,
            adjectives=left.adjectives,
            passing=left.passing,
            coordination=left.coordination,
            topic=topic,
            proper=proper,
            owner=left.owner,
            place=right.place,
            genitive=noun.genitive or bool(cut),
        )

    def sharing(self, naming: Naming) -> list[Naming]:
        """The names that share one noun: "Odense, Assens og Nyborg Kommune" and "kommunerne Odense, Assens og Nyborg" are three."""
        noun = naming.noun
        if noun is None or noun.head.needs != "proper" or noun.head.proper != "left":
            return []
        if naming.proper:
            shared = w.list_before(self.text, naming.start)
            return [_sharing(naming, noun, place, self.text) for place in shared if noun.plural or words.municipality(self.text[slice(*place)])]
        behind = w.list_behind(self.text, naming.end) if noun.plural and noun.definite else []
        return [_sharing(naming, noun, place, self.text) for place in behind]

    def _tidy(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())

    def _type(self, noun: Noun, left: _Left, right: _Right) -> str:
        if noun.head.kind == "organisation":
            return noun.type
        made = next((t for a in left.adjectives for t in [words.adjective_type(a)] if t), None)
        if noun.head.type == "cluster":
            if made and right.proper:
                return made
            return "cluster" if w.is_place_cluster(noun, left.proper or right.proper) else "working_group"
        if made and (noun.type in ("working_group", "other", "committee") or not noun.beginning):
            return made
        return noun.type

    def _rank(self, noun: Noun, left: _Left, right: _Right) -> Rank | None:
        """What the words make: a name, a kind, a bare back-reference; None where they are no body at all."""
        head = noun.head
        capital = self.text[left.start : left.start + 1].isupper()
        named = bool(left.proper or right.proper)
        own = bool(noun.beginning) and not noun.names_a_kind
        if head.needs == "proper":
            compound = head.type == "hospital" and own and noun.definite and capital  # "Vestkysthospitalet"
            return "name" if named or compound else "bare"
        if head.needs == "reference":
            return "name" if capital and own and (noun.definite or noun.beginning.endswith("-")) else None
        if head.needs == "coordination":
            return "name" if left.coordination and capital else None
        if head.needs == "adjective":
            written = self.text[left.head_start].isupper()
            if not (head.level | (head.level_capital if written else frozenset())) & set(left.adjectives):
                return None
            return "name" if capital or named or left.owner else "kind"
        if head.needs == "capital":
            return w.rank_of_capital(noun, capital, own, bool(left.adjectives or left.coordination), bool(right.topic), named)
        if head.type == "cluster":
            if named or (own and noun.beginning.casefold() not in noun.head.kinds):
                return "name"
            return "kind" if noun.plural and noun.definite else "bare"
        with_capitals = bool(left.adjectives) and capital and self.text[left.head_start].isupper()  # "Den Administrative Styregruppe"
        if own or right.topic or named or with_capitals or (left.adjectives and capital and not (noun.beginning and left.determiner)):
            return "name"
        return "kind" if noun.names_a_kind or left.adjectives else "bare"


class _Left:
    """What stands to the left of a head and belongs to the name: adjectives, an owner, an article, a proper name."""

    def __init__(self, line: _Line, i: int, noun: Noun, previous: Naming | None) -> None:
        self.determiner = ""
        self.article_is_name = False  # "Det Nære Sundhedsforum"
        self.owner: tuple[int, int] | None = None
        self.proper = ""
        self.head_start = line.tokens[i].start
        floor = line.floor(i, previous)
        j = i
        if noun.head.proper in ("left", "both") and not (noun.head.type == "cluster" and (noun.beginning or not noun.definite)):
            j = self._take_proper(line, i, noun, floor)
        elif (noun.head.kind == "forum" or noun.type == "interest_organisation") and w.is_of_many(
            line.text, line.tokens, i, floor, noun
        ):  # "Patienternes Panel", "Enslev Ældreråd"
            j = i - 1
            self.proper = line.tokens[j].text
        adjectives: list[str] = []
        passing: list[str] = []
        if noun.head.needs != "proper":
            j, adjectives, passing = self._take_adjectives(line, j, floor)
        self.adjectives, self.passing = tuple(adjectives), tuple(passing)
        first = j
        while first < i and w.is_passing(line.tokens[first].text):
            first += 1
        self.start = self.full_start = line.tokens[first].start
        self.coordination = w.coordination_before(line.text, self.start)
        if self.coordination:
            self.start = self.full_start = self.start - len(self.coordination)
            j = line.index_at(self.start)
        if j > floor and line.gap(j) == " " and w.is_determiner(line.tokens[j - 1].text):
            self.determiner = line.tokens[j - 1].text.casefold()
            self.full_start = line.tokens[j - 1].start
            self.article_is_name = line.tokens[j - 1].text[0].isupper() and line.tokens[j].text[0].isupper() and self.full_start < self.start
        elif passing:
            self.full_start = line.tokens[j].start
        elif previous and w.owns(previous.noun, previous.genitive, noun, line.text[previous.end : self.start]):
            self._take_owner(line, previous, noun)

    def _take_owner(self, line: _Line, owner: Naming, noun: Noun) -> None:
        self.owner = (owner.start, owner.end)
        if owner.rank == "name" or w.owns_by_capitals(line.text, owner.text, owner.start, line.text[self.start :], noun):
            self.start = self.full_start = owner.start

    def _take_proper(self, line: _Line, i: int, noun: Noun, floor: int) -> int:
        if noun.head.type == "municipality":
            first = w.municipality_before(line.text, line.tokens, i, floor)
        else:
            most = 3 if noun.head.type == "centre" else 2 if noun.head.kind == "organisation" else 1
            first = w.capitals_before(line.text, line.tokens, i, floor, most)
        if first < i:
            self.proper = " ".join(line.text[line.tokens[first].start : line.tokens[i - 1].end].split())
        return first

    @staticmethod
    def _take_adjectives(line: _Line, i: int, floor: int) -> tuple[int, list[str], list[str]]:
        """Known adjectives; behind an article any words that look like adjectives."""
        j, reach = i, i
        while j > floor and line.gap(j) == " ":
            text = line.tokens[j - 1].text
            if words.adjective(text) or w.is_passing(text):
                reach = j - 1 if reach == j else reach
                j -= 1
            elif w.is_capital_adjective(text) and j == i and line.tokens[i].text[0].isupper():  # "Ældremedicinsk Råd"
                j -= 1
                reach = j
                break
            elif w.looks_like_adjective(text) and j > max(floor, i - 3):
                j -= 1
            else:
                break
        if j > floor and line.gap(j) == " " and w.is_determiner(line.tokens[j - 1].text):
            reach = j
        taken = [t.text for t in line.tokens[reach:i]]
        lemmas = [words.adjective(t) or w.adjective_stem(t) for t in taken if not w.is_passing(t)]
        return reach, lemmas, [t.casefold() for t in taken if w.is_passing(t)]


class _Right:
    """What stands to the right of a head and belongs to the name: a proper name, a topic, a place."""

    def __init__(self, line: _Line, i: int, noun: Noun, has_proper: bool) -> None:
        self.topic = self.proper = ""
        self.place: tuple[int, int] | None = None
        tokens = line.tokens
        j = i + 1
        if noun.genitive and (noun.head.type != "region" or noun.definite):
            self.name_end = self.end = tokens[i].end
            return
        alone = noun.head.proper == "alone" and noun.definite and noun.says_only_kind
        if (noun.head.proper in ("right", "both", "number") or alone) and not has_proper:
            j = w.proper_after(line.text, tokens, i, noun)
            self.proper = " ".join(line.text[tokens[i].end : tokens[j - 1].end].split()).strip(" ,")
        about = j < len(tokens) and tokens[j].text == "om"
        asked = about and any(words.is_one_of("asking_verbs", t.text) for t in tokens[max(0, i - 3) : i])  # "bede gruppen om input"
        if j < len(tokens) and line.gap(j) == " " and tokens[j].text.casefold() in noun.head.topic and not asked:
            first = j + 1
            last = body_topics.phrase(line.text, tokens, first)
            if last > first:
                self.topic = " ".join(line.text[tokens[first].start : tokens[last - 1].end].split())
                j = last
        if (ahead := body_topics.quoted(line.text, tokens, j)) is not None and not self.topic and not self.proper:
            self.proper = line.text[tokens[j].start : tokens[ahead - 1].end]
            j = ahead
        self.name_end = self.end = body_topics.with_closing_quote(line.text, tokens[i].end, tokens[j - 1].end)
        in_town = noun.head.type in ("hospital", "psychiatry") and noun.definite and not has_proper and not self.proper
        place = w.place_after(line.text, tokens, j) if noun.head.kind == "forum" or in_town else None
        if place and in_town:  # "Hospitalet i Nybro"
            self.proper = line.text[place[0] : place[1]]
            self.name_end = self.end = place[1]
        elif place:
            self.place = place
            self.end = place[1]


__all__ = ["Naming", "namings"]
