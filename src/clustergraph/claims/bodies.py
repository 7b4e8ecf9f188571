"""The organisations and forums of one document: who they are, how the document writes them, and whom a back-reference means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from clustergraph.claims import body_groups, coreference
from clustergraph.claims.body_identity import Group, Placed, subjects
from clustergraph.claims.body_names import Naming, namings
from clustergraph.lexicon import bodies as words
from clustergraph.lexicon import people
from clustergraph.lexicon.bodies import BodyKind, fold

if TYPE_CHECKING:
    from clustergraph.claims.participants import Row, Words
    from clustergraph.claims.reading import Reading
    from clustergraph.model import Claim

_URL = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_LETTERS = re.compile(r"\b[A-ZÆØÅ]{3,7}\b")
_SILENT = ("residue", "contents")
_ENTRY = 120  # no entry of a list of contents is longer


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or a forum as one document names it.

    ``name`` is unique in the document; ``of`` (forums) and ``part_of`` (organisations) are display names of other bodies.
    ``mentions`` are stretches of the view that name the body, in order; bare back-references are not among them.
    """

    name: str
    kind: BodyKind
    type: str
    of: str | None = None
    part_of: str | None = None
    aliases: tuple[str, ...] = ()
    status: str | None = None  # forums: active temporary planned abolished
    valid_from: str | None = None
    valid_until: str | None = None
    collective: bool = False
    mentions: tuple[tuple[int, int], ...] = ()
    unsure: bool = False  # "KOL-teamet" may be staff: a forum only where a reference speaks of it
    members: tuple[Body, ...] = ()  # of several bodies that a sentence speaks of at once


class Bodies:
    """All bodies of a document and the ways to ask for one. Built once a document; never changed.

    ``meeting_forum`` is the forum whose meeting, terms or list the document is; ``cluster`` the health cluster and ``region`` the region
    that it belongs to, where the document names them; ``region_code`` is the registry's, also where only municipalities tell it.
    """

    def __init__(self, reading: Reading, groups: Sequence[Group], bodies: Sequence[Body], context: coreference.Context) -> None:
        self.all: tuple[Body, ...] = tuple(bodies)
        self._reading = reading
        self._groups = list(groups)
        self._of_group = {id(g): b for g, b in zip(groups, bodies, strict=True)}
        self._spellings = _spellings(self._groups, self.all)
        self._letters = {a: b for b in self.all if not b.collective for a in b.aliases if _LETTERS.fullmatch(a)}
        self._context = context
        self.cluster = self._body(context.cluster)
        self.region = self._body(context.region)
        self.region_code = context.region_code
        self.meeting_forum = self._body(context.meeting_forum)
        self._places = sorted((start, end, i) for i, body in enumerate(self.all) for start, end in body.mentions)
        self._starts = [start for start, _, _ in self._places]

    def _body(self, group: Group | None) -> Body | None:
        return self._of_group.get(id(group)) if group is not None else None

    def named(self, text: str) -> Body | None:
        """The body that a spelling means, without regard to case, articles, genitive, hyphens and blanks; None where none does."""
        for spelling in _ways_to_read(text):
            if spelling in self._spellings:
                return self._spellings[spelling]
        found = [n for n in namings(text.strip()) if n.rank == "name"]
        if len(found) == 1 and len(found[0].text) * 2 > len(text.strip()):
            return self._spellings.get(fold(found[0].text))
        return None

    def at(self, start: int, end: int) -> list[tuple[int, int, Body]]:
        """The mentions that lie inside a stretch of the view, in order."""
        first = bisect_left(self._starts, start)
        return [(s, e, self.all[i]) for s, e, i in self._places[first:] if s < end and e <= end]

    def meant(self, text: str, offset: int) -> Body | None:
        """The body that words at a place mean: a name, or a back-reference ("gruppen", "sekretariatet") where the text settles it."""
        there = [n for n in namings(text) if n.full_start == 0 or n.start == 0] or namings(text)
        if not there:
            return self.named(text)
        naming = max(there, key=lambda n: n.end - n.full_start)
        if naming.rank == "name":
            return self.named(text)
        return self._body(coreference.meant(_at(naming, offset), self._scope(offset), self._groups, self._context))

    def pointed_at(self, start: int, end: int) -> list[tuple[int, int, Body]]:
        """Names and resolved back-references inside a stretch of the view, in order, the outermost only; articles belong to the stretch."""
        return [(s, e, body) for s, e, body, _ in self._pointed(start, end)]

    def genitives(self, start: int, end: int) -> frozenset[int]:
        """Where those of :meth:`pointed_at` begin that stand in the genitive: what is spoken of is something of theirs."""
        return frozenset(s for s, _, _, genitive in self._pointed(start, end) if genitive)

    def _pointed(self, start: int, end: int) -> list[tuple[int, int, Body, bool]]:
        found: list[tuple[int, int, Body, bool]] = []
        each: Body | None = None  # "den respektive klynge … klyngen": from here on each of them
        for naming in namings(_silenced(self._reading.text[start:end]), start):
            if each is not None and naming.rank == "bare" and naming.type == each.type and not naming.plural:
                found.append((naming.full_start, naming.end, each, naming.genitive))
                continue
            body = self._owner_of(naming) or self._body(coreference.meant(naming, self._scope(naming.start), self._groups, self._context))
            if body is not None:
                found.append((naming.full_start, naming.end, body, naming.genitive))
                each = body if body.collective and coreference.is_each(naming) else each
        found += self._abbreviated(start, end, [f[:2] for f in found])
        found.sort(key=lambda f: f[:2])
        return [f for f in found if not any((s, e) != f[:2] and s <= f[0] and f[1] <= e for s, e, _, _ in found)]

    def _abbreviated(self, start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Body, bool]]:
        """The letters in capitals that the document gave a body in brackets, wherever they stand."""
        for match in _LETTERS.finditer(_silenced(self._reading.text[start:end])) if self._letters else ():
            body, place = self._letters.get(match.group()), (start + match.start(), start + match.end())
            if body is not None and not any(s < place[1] and place[0] < e for s, e in taken):
                yield *place, body, False

    def is_neuter(self, body: Body) -> bool | None:
        """Whether "det" points to a body, by its noun; None where it has none."""
        noun = next((g.first.noun for g, b in zip(self._groups, self.all, strict=True) if b is body), None)
        return noun.neuter if noun else None

    def of_kind(self, many: Naming) -> list[Body]:
        """The forums with names of their own that a plural may mean: the same noun, and its adjectives."""
        return [
            body
            for g, body in zip(self._groups, self.all, strict=True)
            if body.kind == "forum" and not body.collective and g.first.rank == "name" and _is_one_of_kind(g, many)
        ]

    def member_of(self, collective: Body, owner: Body) -> Body | None:
        """The body of an owner (a cluster) that is one of a collective: a group of its own on the same subject."""
        many = next((g for g in self._groups if self._of_group[id(g)] is collective), None)
        shared = subjects(many) if many else set()
        fitting = [b for g, b in zip(self._groups, self.all, strict=True) if b.of == owner.name and not b.collective and subjects(g) & shared]
        return fitting[0] if len(fitting) == 1 else None

    def one_of(self, collective: Body) -> str:
        """One member of a collective in words: "PS-klyngen" of "PS-klyngerne"; the shortest way in which the document says it."""
        group = next(g for g in self._groups if self._of_group[id(g)] is collective)
        nouns = [n.noun for n, _ in group.namings if n.noun and n.noun.beginning]
        nouns = nouns or [n.noun for n, _ in group.namings if n.noun]
        noun = min(nouns, key=lambda n: len(n.beginning))
        return noun.beginning + (noun.head.forms[1] or noun.head.forms[0])

    def _owner_of(self, naming: Naming) -> Body | None:
        for s, e, body in self.at(naming.full_start, naming.end):
            if s <= naming.start and naming.name_end <= e + 1:
                return body
        return None

    def _scope(self, offset: int) -> int | None:
        return _scope_of(self._reading, offset)


_WHOLES = ("municipality", "region", "hospital")
_OF = re.compile(r"\s*(?:,|\s(?:i|på|ved|hos|fra|under))\s+")


def without_employers(text: str, mentions: Sequence[tuple[int, int, Body]]) -> list[tuple[int, int, Body]]:
    """The mentions of a list, those left out that only say whose the unit before is: "Tandplejen i Faxe Kommune", "Sundhedsstaben, Tang Kommune"."""
    kept: list[tuple[int, int, Body]] = []
    for start, end, body in mentions:
        unit = kept[-1] if kept and kept[-1][2].kind == "organisation" and kept[-1][2].type != "interest_organisation" else None
        inside = unit is not None and start < unit[1]
        behind = unit is not None and body.type in _WHOLES and unit[2].name not in (body.name,) and bool(_OF.fullmatch(text[unit[1] : start]))
        if not (inside or (behind and unit is not None and not _is_whole(unit[2]))):
            kept.append((start, end, body))
    return kept


def _is_whole(body: Body) -> bool:
    """Whether a body is an employer itself and no unit of one."""
    return body.type in _WHOLES and any(word in body.name.casefold() for word in ("kommune", "region", "hospital", "sygehus"))


def find(reading: Reading, rows: Sequence[Row]) -> Bodies:
    """All organisations and forums of a document. Organisation strings of list rows are bodies even where no grammar knows them."""
    units = list(_units(reading, rows))
    taken = {(n.start, n.end) for n, _ in units}
    running = [p for p in _running(reading) if (p[0].start, p[0].end) not in taken and not _begins_unit(p[0], units, reading.text)]
    placed = sorted([*running, *units, *_told_by_head(reading)], key=lambda p: (p[0].start, -p[0].end))
    listed = frozenset((row.forum_heading.start, row.forum_heading.end) for row in rows if row.forum_heading is not None)
    groups = coreference.of_the_meeting(reading, body_groups.group(placed, reading.text, reading.document.forum, listed))
    names = _display_names(reading, groups)
    parts = dict(_parts(rows))
    bodies = [_body(reading, g, name, parts) for g, name in zip(groups, names, strict=True)]
    context = coreference.context(reading, groups)
    of = coreference.owners(groups, context)
    over = {id(g) for g in coreference.ended(reading, placed, groups, context)}
    bodies = [replace(b, status="abolished") if id(g) in over else b for g, b in zip(groups, bodies, strict=True)]
    named = [replace(b, of=names[of[i]] if i in of and b.kind == "forum" and of[i] != i else None) for i, b in enumerate(bodies)]
    return Bodies(reading, groups, named, context)


def _begins_unit(naming: Naming, units: Sequence[Placed], text: str) -> bool:
    """Whether a known name is only the beginning of a unit of a list: "COWI" in "COWI Sundhed"."""
    longer = [u for u, _ in units if u.start == naming.start and u.end > naming.end and naming.noun is None and naming.kind == "organisation"]
    return any(re.fullmatch(r"(?: [A-ZÆØÅ][\w-]+){1,2}", text[naming.end : u.end]) for u in longer)


def _running(reading: Reading) -> Iterator[Placed]:
    for line in reading.lines:
        kind = reading.document.sections[line.section].kind if line.section is not None else "body"
        for naming in namings(_silenced(line.text), line.start):
            if naming.start == line.start and _is_label(reading.text, naming, line.end):
                continue
            silent = kind in _SILENT and not (kind == "contents" and len(line.text) > _ENTRY)
            if not silent or (kind == "residue" and naming.type == "region"):  # whose pages these are
                yield naming, _scope_of(reading, naming.start)


def _is_label(text: str, naming: Naming, end: int) -> bool:
    """Whether a noun of forums at the beginning of a line is only the label of the name behind it: "Mødegruppe: Kvalitetsgruppen for Fald"."""
    if naming.noun is None or naming.noun.definite or naming.topic or naming.proper or text[naming.end : naming.end + 1] != ":":
        return False
    return any(n.kind == "forum" and n.full_start <= 2 for n in namings(text[naming.end + 1 : end].lstrip()))


def _told_by_head(reading: Reading) -> Iterator[Placed]:
    """The document's forum by its header, where the grammar of names sees none in its words: "Møde: Klyngens faglige niveau"."""
    told = reading.document.forum or ""
    at = reading.text.find(told) if told else -1
    if at >= 0 and not any(n.kind == "forum" and n.rank != "bare" for n in namings(told)):
        noun = next((n for word in reversed(told.split()) if (n := words.noun(word)) is not None and n.head.kind == "forum"), None)
        if noun is not None:
            end = at + len(told)
            yield Naming(at, at, end, end, told, "forum", noun.head.type, "name", noun=noun, known=told), _scope_of(reading, at)


def _silenced(text: str) -> str:
    """A line with its addresses blanked out; offsets stay."""
    return _URL.sub(lambda m: "." * len(m.group()), text)


def _units(reading: Reading, rows: Sequence[Row]) -> Iterator[Placed]:
    """Organisations of list rows that the grammar of names does not find by itself."""
    for row in rows:
        for unit in _organisations(row):
            stretch = reading.text[unit.start : unit.end]
            inside = [n for n in namings(stretch) if n.rank == "name" or n.plural or n.noun is None or not n.noun.beginning]
            if not fold(stretch) or words.is_one_of("not_units", stretch.strip()) or not _may_be_unit(stretch):
                continue
            if any(n.end - n.start >= 0.6 * len(stretch) and not _is_unit_name(n) for n in inside):
                continue
            yield _unit(unit, row), _scope_of(reading, unit.start)


def _may_be_unit(text: str) -> bool:
    """Whether words may name a unit: no sentence, no heads of columns."""
    parts = re.findall(r"[^\W\d_]+", text)
    told = any(words.is_one_of("never_units", part) or (part.islower() and people.is_verb(part)) for part in parts)
    return bool(parts) and len(parts) <= 10 and not told


def _unit(unit: Words, row: Row) -> Naming:
    text = " ".join(unit.text.split()).rstrip(".")
    place = len(text.split()) == 1 and (words.municipality(text) or row.party)
    type_ = "municipality" if place else words.unit_type(text)
    return Naming(unit.start, unit.start, unit.end, unit.end, text, "organisation", type_, "name", known=text)


def _scope_of(reading: Reading, offset: int) -> int | None:
    part = reading.item_at(offset)
    return part.index if part else None


def _is_unit_name(naming: Naming) -> bool:
    """Whether a forum's noun names a unit of an employer here: "Sekretariatet for Sundhed og Omsorg" by a person's name."""
    return (naming.type == "secretariat" and bool(naming.topic)) or bool(naming.noun and naming.noun.head.needs == "reference")


def _organisations(row: Row) -> list[Words]:
    return [*_led(row), *row.organisations, *([row.heading_organisation] if row.heading_organisation else [])]


_LED = re.compile(r"^(?i:\w*leder\s+(?:af|i|for))\s+(?=[A-ZÆØÅ])")


def _is_one_of_kind(group: Group, many: Naming) -> bool:
    mine, theirs = group.first.noun, many.noun
    if mine is None or theirs is None or mine.head is not theirs.head or not mine.lemma.casefold().endswith(theirs.lemma.casefold()):
        return False
    return set(many.adjectives) <= group.adjectives and bool(many.adjectives or theirs.beginning)


def _led(row: Row) -> Iterator[Words]:
    """The unit in a title that ends with it ("leder af Sundhed og Pleje"), where the employer follows."""
    for title in row.titles if row.organisations else ():
        match = _LED.match(title.text)
        if match and title.end - title.start == len(title.text):
            yield replace(title, text=title.text[match.end() :], start=title.start + match.end())


def _parts(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """(folded unit, what the row says it belongs to): the next organisation of the line, or the heading above it."""
    for row in rows:
        chain = _organisations(row)
        for unit, whole in pairwise(chain):
            if fold(unit.text) != fold(whole.text):
                yield fold(unit.text), whole.text


def _body(reading: Reading, group: Group, name: str, parts: dict[str, str]) -> Body:
    first = group.first
    aliases = _aliases(reading, group, name)
    part = next((parts[key] for key in (fold(a) for a in (name, *aliases)) if key in parts), None) if first.kind == "organisation" else None
    return Body(
        name=name,
        kind=first.kind,
        type=_type(group),
        part_of=part,
        aliases=aliases,
        status=coreference.status(reading, group) if first.kind == "forum" else None,
        collective=first.plural,
        unsure=bool(first.noun and first.noun.head.needs == "reference"),
        mentions=tuple((n.start, n.name_end) for n, _ in group.namings),
    )


def _type(group: Group) -> str:
    told = [n.type for n, _ in group.namings if n.rank == "name"]
    return next((t for t in told if t != "other"), group.first.type)


def _aliases(reading: Reading, group: Group, name: str) -> tuple[str, ...]:
    """Every other way in which the document writes the body, once whatever the case of its letters."""
    seen = {name.casefold()}
    found: list[str] = []
    ways = [n.text for n, _ in group.namings] + [_tidy(reading, n.full_start, n.name_end) for n, _ in group.namings]
    ways += [_tidy(reading, n.start, n.name_end) for n, _ in group.namings]
    ways += [_tidy(reading, n.start, n.end) for n, _ in group.namings if n.place] + sorted(group.spellings)
    low = {w.casefold() for w in ways}
    for way in ways:
        if way.casefold() not in seen and not (way.endswith("s") and way[:-1].casefold() in low):
            seen.add(way.casefold())
            found.append(way)
    return tuple(found)


def _tidy(reading: Reading, start: int, end: int) -> str:
    return " ".join(reading.text[start:end].split())


def _display_names(reading: Reading, groups: Sequence[Group]) -> list[str]:
    """One name a body, unique in its kind: what clashes gets the title of its item, else its owner or a number."""
    taken: set[tuple[str, str]] = set()
    names = []
    for group in groups:
        first = group.first
        name = first.text
        if (first.kind, fold(name)) in taken:
            title = _item_title(reading, group)
            name = f"{name} ({title})" if title else name
        number = 2
        base = name
        while (first.kind, fold(name)) in taken:
            name = f"{base} ({number})"
            number += 1
        taken.add((first.kind, fold(name)))
        names.append(name)
    return names


def _item_title(reading: Reading, group: Group) -> str | None:
    scope = group.namings[0][1]
    heading = reading.document.sections[scope].heading if scope is not None else None
    return " ".join(heading.split()) if heading else None


def _at(naming: Naming, offset: int) -> Naming:
    return replace(
        naming, full_start=naming.full_start + offset, start=naming.start + offset, end=naming.end + offset, name_end=naming.name_end + offset
    )


def _ways_to_read(text: str) -> Iterator[str]:
    folded = fold(text)
    yield folded
    for article in ("den", "det", "de", "en", "et"):
        if text.casefold().startswith(article + " "):
            yield fold(text[len(article) :])
    if folded.endswith("s"):
        yield folded[:-1]


def _spellings(groups: Sequence[Group], bodies: Sequence[Body]) -> dict[str, Body]:
    """Folded spelling → body; bodies with a name of their own before those that are called by a kind."""
    found: dict[str, Body] = {}
    for _, body in sorted(zip(groups, bodies, strict=True), key=lambda pair: (pair[0].scoped, pair[0].namings[0][0].start)):
        for way in (body.name, *body.aliases):
            found.setdefault(fold(way), body)
    return found


def recognize(reading: Reading) -> Iterable[Claim]:
    """A claim for each organisation and forum; collectives and teams only where another claim speaks of them."""
    for body in reading.bodies.all:
        if body.collective or body.unsure or not body.mentions:
            continue
        start, end = body.mentions[0]
        mention = reading.mention(body.kind, body.name, start, end)
        common = {"aliases": list(body.aliases), "type": body.type}
        own = {"part_of": body.part_of} if body.kind == "organisation" else {
            "of": body.of, "status": body.status, "valid_from": body.valid_from, "valid_until": body.valid_until,
        }  # fmt: skip
        yield reading.claim(body.kind, mention, None, [(start, end)], "bodies", 0.9, **common, **own)
