"""The people of one document: one person behind all the ways in which the document writes a name, and never two.

Lists first, running text second. Two spellings are one person where one is the other with an initial, a middle name or a slip of the
pen, and no list holds both. First names and initials alone are aliases where only one person of the document can be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from clustergraph.claims import names, told, writer
from clustergraph.claims.participants import Row, Words
from clustergraph.claims.told import Told
from clustergraph.lexicon.people import has_surname_ending, is_given_name, is_title_word, particles, starts_with, statement_phrases
from clustergraph.model import Claim

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading


_OF_MEETING = ("participants", "members", "apologies")  # lists in which a first name alone is somebody


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one document names them. ``mentions`` are stretches of the view, in order."""

    name: str
    aliases: tuple[str, ...]
    rows: tuple[Row, ...]
    told: tuple[Told, ...]
    mentions: tuple[tuple[int, int], ...]


class People:
    """All people of a document and the ways to ask for one. Built once a document; never changed."""

    def __init__(self, found: Sequence[Person]) -> None:
        self.all = tuple(found)
        self._spellings = {way.casefold(): person for person in reversed(self.all) for way in (*person.aliases, person.name)}
        places = sorted({(start, end, i) for i, person in enumerate(self.all) for start, end in person.mentions})
        self._places = places
        self._starts = [start for start, _, _ in places]

    def named(self, text: str) -> Person | None:
        """The person that a spelling means; None where none does."""
        folded = names.tidy(text).casefold()
        return self._spellings.get(folded) or self._spellings.get(names.without_genitive(folded) or "")

    def within(self, start: int, end: int) -> list[tuple[int, int, Person]]:
        """The mentions that lie inside a stretch of the view, in order."""
        first = bisect_left(self._starts, start)
        return [(s, e, self.all[i]) for s, e, i in self._places[first:] if s < end and e <= end]

    def at(self, start: int, end: int) -> Person | None:
        """The person whose mention overlaps a stretch of the view."""
        return next((p for s, e, p in self.within(max(0, start - 60), end + 60) if s < end and e > start), None)


@dataclass(slots=True)
class _Gathered:
    """What is known of one person while spellings are gathered."""

    spellings: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)


def find(reading: Reading, rows: Sequence[Row]) -> People:
    """All people of a document."""
    gathered = _gather(rows, _told(reading, rows))
    _merge_variants(gathered)
    _place_short_rows(gathered, rows)
    people = [_person(reading, g, gathered) for g in gathered]
    return People(sorted(people, key=lambda p: (p.mentions[0] if p.mentions else (0, 0), p.name)))


def _told(reading: Reading, rows: Sequence[Row]) -> list[Told]:
    """Who is named outside lists; of a signature what its lines say together."""
    signed = list(writer.signed(reading))
    others = [t for t in told.find(reading, rows) if not any(s.start <= t.name.start < s.end for s in signed)]
    return sorted([*others, *signed], key=lambda t: (t.name.start, t.name.end))


def _gather(rows: Sequence[Row], mentions: Sequence[Told]) -> list[_Gathered]:
    by_key: dict[str, _Gathered] = {}
    for row in rows:
        if row.name and " " in row.name:
            one = by_key.setdefault(_key(row.name), _Gathered())
            one.rows.append(row)
            _note(one, row.name, row.start, row.end)
            one.aliases += [a for a in row.aliases if a not in one.aliases]
        for absent in _absent_ones(row):
            one = by_key.setdefault(_key(absent.name.text), _Gathered())
            _note(one, absent.name.text, absent.name.start, absent.name.end)
            one.told += [absent] if absent.titles else []
        for deputy in row.instead:
            _note(by_key.setdefault(_key(deputy.text), _Gathered()), deputy.text, deputy.start, deputy.end)
    for mention in mentions:
        key = _key(mention.name.text)
        bare = names.without_genitive(mention.name.text)
        if key not in by_key and bare and _key(bare) in by_key:
            key = _key(bare)
        one = by_key.setdefault(key, _Gathered())
        one.told.append(mention)
        _note(one, mention.name.text if key == _key(mention.name.text) else bare or "", mention.name.start, mention.name.end)
    return list(by_key.values())


def _absent_ones(row: Row) -> Iterator[Told]:
    """Those for whom somebody on a line sits in: "(i stedet for A)", "for sygeplejerske A"."""
    for statement in row.statements:
        phrase = starts_with(statement.text, (p for p, _ in statement_phrases("deputises", "behalf")))
        if phrase is None:
            continue
        name = names.given_suffix(statement.text, len(phrase), len(statement.text))
        words = statement.text[slice(*name)] if name else ""
        if name and len(statement.text) == statement.end - statement.start and len(words.split()) >= 2 and (not row.name or words != row.name):
            here = Words(words, statement.start + name[0], statement.start + name[1])
            title = statement.text[len(phrase) : name[0]].strip(" :,")
            titles = (Words(title, statement.start + statement.text.index(title), here.start),) if title and is_title_word(title.split()[-1]) else ()
            yield Told(here, titles[0].start if titles else here.start, here.end, titles)


def _note(one: _Gathered, spelling: str, start: int, end: int) -> None:
    if spelling and spelling not in one.spellings:
        one.spellings.append(spelling)
    one.places.append((start, end))


def _key(name: str) -> str:
    return re.sub(r"[\s.\-–]+", " ", name).strip().casefold()


def _merge_variants(gathered: list[_Gathered]) -> None:
    """Put spellings of one person together, where exactly one other person of the document can be meant."""
    changed = True
    while changed:
        changed = False
        for one in gathered:
            others = [o for o in gathered if o is not one and _may_be_same(one, o)]
            if len(others) == 1:
                keep, gone = (others[0], one) if _weight(others[0]) >= _weight(one) else (one, others[0])
                keep.spellings += [s for s in gone.spellings if s not in keep.spellings]
                keep.rows += gone.rows
                keep.told += gone.told
                keep.aliases += gone.aliases
                keep.places += gone.places
                gathered[:] = [g for g in gathered if g is not gone]
                changed = True
                break


def _place_short_rows(gathered: list[_Gathered], rows: Sequence[Row]) -> None:
    """Give rows with initials or a first name only ("Ordstyrer: EMB") to the one person who is called so; a first name that nobody has is one."""
    for row in rows:
        if row.name is None or " " in row.name:
            continue
        called = [g for g in gathered if row.name in g.aliases or any(s.split()[0] == row.name for s in g.spellings)]
        if not called and is_given_name(row.name) and (row.titles or row.organisations or row.kind in _OF_MEETING):
            called = [_Gathered([row.name])]
            gathered.append(called[0])
        if len(called) == 1:
            called[0].rows.append(row)
            called[0].aliases += [a for a in row.aliases if a not in called[0].aliases]
            called[0].places.append((row.start, row.end))


def _weight(one: _Gathered) -> tuple[int, int, int]:
    return (len(one.rows), max(len(s) for s in one.spellings), -min(one.places)[0])


def _may_be_same(one: _Gathered, other: _Gathered) -> bool:
    if _in_one_list(one.rows, other.rows):
        return False
    return any(is_variant(a, b) for a in one.spellings for b in other.spellings)


def _in_one_list(some: Iterable[Row], others: Iterable[Row]) -> bool:
    """Whether a list of those who are members holds both: then they are two."""
    return any(a.kind == b.kind or {a.kind, b.kind} <= {"participants", "members"} for a in some for b in others)


def is_variant(left: str, right: str) -> bool:
    """Whether two full names can be one: with a middle name or initial less, with an initial for a name, or with a slip of the pen."""
    a, b = _words(left), _words(right)
    if len(a) < 2 or len(b) < 2:
        return False
    if len(a) == len(b):
        different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        return len(different) <= 1 and all(_is_slip(x, y, len(a)) or _is_initial_of(x, y) for x, y in different)
    short, long = sorted((a, b), key=len)
    if names.has_only_given(short) and long[: len(short)] == short:  # "Karl Emil" of Karl Emil Husum
        return True
    if short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long[1:-1])
    return all(any(x == y or _is_initial_of(x, y) for y in rest) for x in short[1:-1])


def _words(name: str) -> list[str]:
    return [w for w in re.split(r"[\s\-–]+", name.casefold().replace(".", ". ")) if w]


def _is_initial_of(x: str, y: str) -> bool:
    return (len(x.rstrip(".")) == 1 and y.startswith(x.rstrip("."))) or (len(y.rstrip(".")) == 1 and x.startswith(y.rstrip(".")))


def _is_slip(x: str, y: str, count: int) -> bool:
    """One letter wrong or two exchanged in a word of five letters or more, beginning alike; in a shorter one, where one of both is no name in use.

    In a long surname two; where two more words are the same, in a short one too.
    """
    length = min(len(x), len(y))
    if length >= (6 if count >= 3 else 8) and x[0] == y[0] and not (has_surname_ending(x) and has_surname_ending(y)) and OSA.distance(x, y) == 2:
        return not (is_given_name(x) or is_given_name(y))
    known = is_given_name(x) and is_given_name(y)
    if length < (5 if known else 2 if count >= 3 else 4) or OSA.distance(x, y) != 1:
        return False
    return x[0] == y[0] or is_given_name(x) != is_given_name(y)


def _person(reading: Reading, one: _Gathered, everyone: Sequence[_Gathered]) -> Person:
    spellings = list(one.spellings)
    name = max(spellings, key=lambda s: (len(_words(s)), sum(len(w.rstrip(".")) > 1 for w in _words(s)), any(r.name == s for r in one.rows)))
    aliases = [s for s in dict.fromkeys([*one.spellings, *one.aliases]) if s != name]
    places = set(one.places)
    for way in (*_short_ways(one, name, everyone), *one.aliases):
        found = list(_standing_alone(reading.text, way))
        if found and way not in one.aliases:
            aliases.append(way)
        places.update(found)
    for spelling in [s for s in one.spellings if " " in s]:
        places.update(m.span() for m in re.finditer(rf"(?<![\w-]){re.escape(spelling)}(?![\w-])", reading.text))
    return Person(name, tuple(dict.fromkeys(a for a in aliases if a != name)), tuple(one.rows), tuple(one.told), _without_overlaps(places))


def _short_ways(one: _Gathered, name: str, everyone: Sequence[_Gathered]) -> Iterator[str]:
    """The first name, where nobody else in the document has it."""
    first = name.split()[0]
    called = sum(any(s.split()[0].casefold() == first.casefold() for s in other.spellings) for other in everyone)
    if called == 1 and not names.is_initial(first):
        yield first


def _standing_alone(text: str, way: str) -> Iterator[tuple[int, int]]:
    """Where a first name or initials stand without any other name beside them; the parts of an address do not stand alone."""
    for match in re.finditer(rf"(?<![\w@/-])(?<!\w\.){re.escape(way)}(?=s?\b)(?![\w-]{{2}}|-|@|\.\w)", text):
        before = re.search(r"(\S+) $", text[max(0, match.start() - 40) : match.start()])
        after = re.match(r"s?\s+(\S+)", text[match.end() : match.end() + 40])
        named_before = (
            before and before.group(1) != "I" and names.is_name_word(before.group(1).strip("(")) and not before.group(1).endswith((".", ":", ","))
        )
        named_after = after and (after.group(1)[0].isupper() or after.group(1) in particles())
        bracketed = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
        if not (named_before or named_after or bracketed):
            yield match.start(), match.end()


def _without_overlaps(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda p: (p[0], -p[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _telling(reading: Reading, person: Person) -> tuple[int, int]:
    """The first mention that shows the name; initials before it ("LT = Lise Toft") do not."""
    parts = [word for word in re.findall(r"\w{2,}", person.name) if not word.isupper()]
    shows = (m for m in person.mentions if any(part in reading.text[slice(*m)] for part in parts))
    return next(shows, person.mentions[0])


def recognize(reading: Reading) -> Iterable[Claim]:
    """A claim for each person, with all spellings as aliases."""
    for person in reading.people.all:
        start, end = _telling(reading, person)
        listed = bool(person.rows)
        confidence = 0.97 if listed else 0.9
        mention = reading.mention("person", person.name, start, end)
        yield reading.claim("person", mention, None, [(start, end)], "people", confidence, aliases=list(person.aliases))
