"""Whom a document means without naming it ("klyngen", "gruppen"), whose meeting it is, to whom a forum belongs and whether it still exists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clustergraph.claims import body_groups, meeting_forum
from clustergraph.claims.body_identity import Group, Scope
from clustergraph.claims.body_names import Naming, namings
from clustergraph.lexicon import bodies as words
from clustergraph.lexicon.bodies import fold

if TYPE_CHECKING:
    from clustergraph.claims.reading import Reading


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole document."""

    cluster: Group | None
    region: Group | None
    region_code: str | None
    meeting_forum: Group | None
    about_forum: bool  # terms of reference and lists of members speak of their forum throughout


def context(reading: Reading, groups: Sequence[Group]) -> Context:
    """The cluster, region and forum of a document, each None where it does not tell them."""
    code = _region_code(groups)
    return Context(_cluster(reading, groups), _region(groups, code), code, _forum(reading, groups), reading.document.kind in ("terms", "members"))


def _head_of(reading: Reading) -> str:
    document = reading.document
    return "\n".join(filter(None, (document.forum, document.title)))


def _cluster(reading: Reading, groups: Sequence[Group]) -> Group | None:
    """The cluster in the head of the document, else the one that it names at least twice as often as any other."""
    clusters = [g for g in groups if g.first.type == "cluster" and not g.first.plural]
    places = {
        fold(n.proper or (n.noun.beginning if n.noun else "")) for line in _head_of(reading).split("\n") for n in namings(line) if _is_klynge(n)
    }
    told = [g for g in clusters if _place(g) in places or _place(g) + "s" in places]
    if len(told) == 1:
        return told[0]
    ranked = sorted(clusters, key=lambda g: -len(g.namings))
    return ranked[0] if ranked and (len(ranked) == 1 or len(ranked[0].namings) >= 2 * len(ranked[1].namings)) else None


def _is_klynge(naming: Naming) -> bool:
    return bool(naming.noun and naming.noun.head.type == "cluster" and naming.rank == "name")


def _place(group: Group) -> str:
    first = group.first
    return fold(first.proper or (first.noun.beginning if first.noun else "")).removesuffix("s")


def _region_code(groups: Sequence[Group]) -> str | None:
    """The registry's region of most municipalities that the document names."""
    named = {code for g in groups if g.first.type == "region" for n, _ in g.namings if (code := words.region(n.proper))}
    if len(named) == 1:
        return named.pop()
    votes = Counter(code for g in groups if g.first.type == "municipality" and (code := words.municipality(g.first.proper)) for _ in g.namings)
    ranked = votes.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1]) else None


def _region(groups: Sequence[Group], code: str | None) -> Group | None:
    regions = [g for g in groups if g.first.type == "region"]
    if len(regions) == 1:
        return regions[0]
    return next((g for g in regions if code and any(words.region(n.proper) == code for n, _ in g.namings)), None)


def _forum(reading: Reading, groups: Sequence[Group]) -> Group | None:
    """The forum that a document is of, by its title, its header, its recommendations, last by a line of its own."""
    told = meeting_forum.opening_title(reading, groups) or _meeting_forum(reading, groups)
    return told or meeting_forum.alone_on_line(reading, groups)


def _meeting_forum(reading: Reading, groups: Sequence[Group]) -> Group | None:
    """The forum in the head of the document, else the one that its recommendations tell to do something."""
    titled = _under_title(reading, groups)
    if titled is not None:
        return titled
    for line in _head_of(reading).split("\n"):
        whole = [g for g in groups if g.first.kind == "forum" and any(n.rank == "name" and fold(n.text) == fold(line) for n, _ in g.namings)]
        told = whole or [g for n in namings(line) if n.kind == "forum" and n.rank != "bare" for g in groups if _is_among(n, g)]
        told = [g for g in told if g.first.type != "cluster"] or told[:0]
        if told:
            return told[0]
    own = _kind_of_meeting(reading)
    if own:
        called = [g for g in groups if g.first.kind == "forum" and g.first.noun and fold(g.first.noun.lemma) == own and not g.first.plural]
        if len(called) == 1:
            return called[0]
    by_start = {n.start: g for g in groups for n, _ in g.namings if g.first.kind == "forum"}
    votes: Counter[int] = Counter()
    for part in reading.parts_of("recommendation"):
        votes.update(start for line in reading.lines_in(part.start, part.end) for start in _told_to_act(line.text, line.start) if start in by_start)
    tally = Counter(id(by_start[start]) for start in votes)
    best = tally.most_common(1)
    return next((g for g in groups if best and id(g) == best[0][0]), None)


def _under_title(reading: Reading, groups: Sequence[Group]) -> Group | None:
    """The forum below a title that only says what the document is: "KOMMISSORIUM", and on the next line whose."""
    told = [line for line in reading.lines[:12] if line.text.strip()][:2]
    if reading.document.kind != "terms" or len(told) < 2 or not words.is_one_of("terms_titles", told[0].text.strip(" :")):
        return None
    first = next((n for n in namings(told[1].text, told[1].start) if n.kind == "forum" and n.rank == "name" and n.type != "cluster"), None)
    return next((g for g in groups if first and any(n.start == first.start for n, _ in g.namings)), None)


_MEETING = re.compile(r"\b([^\W\d_]+?)s?(?:møde|mødet)\b", re.IGNORECASE)


def _kind_of_meeting(reading: Reading) -> str | None:
    """The kind of forum whose meeting the head tells: "Styregruppemøde – Projekt …" is a meeting of the steering group."""
    for word in _MEETING.findall(_head_of(reading)):
        noun = words.noun(word)
        if noun is not None and noun.head.kind == "forum" and noun.names_a_kind and noun.beginning:
            return fold(noun.lemma)
    return None


def of_the_meeting(reading: Reading, groups: Sequence[Group]) -> list[Group]:
    """The groups after joining those that are called by the kind of the document's forum: one in all items."""
    kind = _kind_of_meeting(reading)
    same = [g for g in groups if kind and g.first.noun and fold(g.first.noun.lemma) == kind and g.first.rank == "kind" and not g.first.plural]
    for other in same[1:]:
        same[0].namings = sorted(same[0].namings + other.namings, key=lambda p: p[0].start)
    if same:
        same[0].scoped = False
    return [g for g in groups if g not in same[1:]]


_AT = re.compile(r"(?:^|\bat\b)[\s|:\-–•]*", re.IGNORECASE)


def _told_to_act(line: str, offset: int) -> Iterable[int]:
    """Where a line of a recommendation names who is to act: "at | styregruppen drøfter"."""
    for naming in namings(line, offset):
        before = line[: naming.full_start - offset]
        if not before.strip() or _AT.fullmatch(before[-12:].strip() + " ") or re.search(r"\bat[\s|:]*$", before, re.IGNORECASE):
            yield naming.start


def _is_among(naming: Naming, group: Group) -> bool:
    if group.first.kind != naming.kind or group.first.plural != naming.plural:
        return False
    lemma = fold(naming.noun.lemma) if naming.noun and naming.noun.beginning and not (naming.topic or naming.proper) else None
    return any(fold(n.text) == fold(naming.text) or (n.noun and fold(n.noun.lemma) == lemma) for n, _ in group.namings)


# Back-references -----------------------------------------------------------------------------------------------------------


def meant(naming: Naming, scope: Scope, groups: Sequence[Group], known: Context) -> Group | None:
    """The group that a kind or a bare back-reference means at its place; None where the text does not settle it."""
    if naming.noun is None:
        return None
    if naming.plural and naming.rank == "bare":
        return None
    if naming.kind == "organisation":
        return _organisation(naming, scope, groups, known)
    if naming.noun.head.type == "cluster":
        return _cluster_meant(naming, groups, known)
    if naming.determiner in ("en", "et"):
        return next((g for g in groups if any(n.start == naming.start for n, _ in g.namings)), None)
    forum = known.meeting_forum
    own = forum if forum is not None and naming.rank == "bare" and _ends_alike(naming, forum) else None
    if own is not None and own.first.noun is not None and known.about_forum:
        return own
    return body_groups.antecedent(groups, naming, scope) or own


def _ends_alike(naming: Naming, group: Group) -> bool:
    first = group.first
    if first.noun is None:  # letters in capitals: a group, a circle, a committee
        return naming.noun is not None
    return bool(naming.noun and first.noun.head.lemma == naming.noun.head.lemma)


def _cluster_meant(naming: Naming, groups: Sequence[Group], known: Context) -> Group | None:
    if naming.adjectives:
        told = [g for g in groups if g.first.noun and g.first.noun.head.type == "cluster" and set(naming.adjectives) <= g.adjectives]
        return told[0] if len(told) == 1 else None
    if is_each(naming):
        return next((g for g in groups if g.first.type == "cluster" and g.first.plural), None)
    if naming.passing or naming.determiner == "en":
        return None
    return known.cluster


def is_each(naming: Naming) -> bool:
    """Whether a singular means each of several: "den respektive klynge", "hver klynge"."""
    return naming.determiner in ("hver", "hvert") or bool({"respektive", "enkelte", "pågældende"} & set(naming.passing))


def _organisation(naming: Naming, scope: Scope, groups: Sequence[Group], known: Context) -> Group | None:
    """The words "regionen", "hospitalet", "kommunen", "centret": the only one of the item or of the document."""
    if naming.noun is None or not naming.noun.definite:
        return None
    if naming.noun.head.type == "region":
        return known.region
    same = [g for g in groups if g.first.type == naming.noun.head.type and g.first.rank == "name" and not g.first.plural]
    here = [g for g in same if g.in_scope(scope)]
    for some in (same, here):
        if len(some) == 1:
            return some[0]
    return None


# What the text says of a forum ---------------------------------------------------------------------------------------------


def owners(reading: Reading, groups: Sequence[Group]) -> dict[int, int]:
    """Index of a forum → index of the body that the text gives it to: by genitive, "i …", or as part of a cluster's name."""
    by_start = {n.start: i for i, g in enumerate(groups) for n, _ in g.namings}
    known = context(reading, groups)
    found: dict[int, int] = {}
    for i, group in enumerate(groups):
        if group.first.kind != "forum" or group.first.type == "cluster":
            continue
        told = [by_start[place[0]] for n, _ in group.namings for place in (n.owner, n.place) if place and place[0] in by_start]
        if told:
            found[i] = told[0]
        elif known.cluster is not None and (_is_of_cluster(group) or group is known.meeting_forum):
            found[i] = groups.index(known.cluster)
    return found


def _is_of_cluster(group: Group) -> bool:
    first = group.first
    return bool(first.noun and not first.plural and fold(first.noun.beginning).startswith("klynge"))


def status(reading: Reading, group: Group) -> str:
    """Whether a forum is active, temporary, planned or abolished, by the words round its namings."""
    if any(n.former or _is_called_former(n) or _follows(reading, n, "ending_verbs") for n, _ in group.namings):
        return "abolished"
    if "midlertidig" in group.adjectives:
        return "temporary"
    first = group.namings[0][0]
    if _is_announced(reading, first):
        return "planned"
    return "active"


def _is_called_former(naming: Naming) -> bool:
    """The words "det tidligere kontaktforum", "den hidtidige følgegruppe"."""
    return bool(naming.determiner) and any(words.is_one_of("ended_before", p) for p in naming.passing)


def _is_announced(reading: Reading, naming: Naming) -> bool:
    start, _ = reading.sentence_at(naming.full_start)
    told = re.findall(r"\w+", reading.text[start : naming.full_start])
    before = told[-4:]
    if told[-1:] and words.is_one_of("by_whom", told[-1]) and not any(words.is_one_of("founding_nouns", word) for word in before):
        return False  # "rådet nedsættes af regionsrådet"
    if any(words.is_one_of("deciding", word) for word in told[-8:]):
        return False
    proposed = any(words.is_one_of("proposing", w) for w in told[-6:]) and any(words.is_one_of("founded", w) for w in before)
    return proposed or any(words.is_one_of("announcing", word) for word in before) or any(words.is_one_of("to_come", p) for p in naming.passing)


def _follows(reading: Reading, naming: Naming, name: str) -> bool:
    before = reading.text[max(0, naming.full_start - 12) : naming.full_start].split()
    if before and words.is_one_of("by_whom", before[-1]):  # "referencen til udvalget er ophørt"
        return False
    after = re.findall(r"\w+", reading.text[naming.end : naming.end + 40].split("\n")[0])[:4]
    while after and words.is_one_of("auxiliaries", after[0]):
        after = after[1:]
    return bool(after) and words.is_one_of(name, after[0]) and after[1:2] != ["med"]


def ended(reading: Reading, placed: Iterable[tuple[Naming, Scope]], groups: Sequence[Group]) -> list[Group]:
    """The groups of which a back-reference says that they have ended: "Udvalget blev nedlagt", of all their kind "kontaktudvalgene blev nedlagt"."""
    over = [(n, s) for n, s in placed if n.rank == "bare" and n.kind == "forum" and _follows(reading, n, "ending_verbs")]
    known = context(reading, groups) if over else None
    found = [g for n, s in over if known and (g := meant(n, s, groups, known)) is not None]
    many = [n for n, _ in placed if n.plural and n.kind == "forum" and n.noun and n.noun.beginning and _follows(reading, n, "ending_verbs")]
    return found + [g for g in groups if any(_is_one_of_those(g, n) for n in many)]


def _is_one_of_those(group: Group, many: Naming) -> bool:
    first = group.first
    same = bool(first.noun and many.noun and fold(first.noun.lemma) == fold(many.noun.lemma))
    return same and not first.plural and set(many.adjectives) <= group.adjectives and not (many.topic or many.owner)
