"""Whom a document means without naming it ("klyngen", "gruppen"), whose meeting it is, to whom a forum belongs and whether it still exists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clustergraph.claims import body_groups, dates, meeting_forum
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
    cluster = _cluster(reading, groups)
    forum = meeting_forum.of_document(reading, groups, cluster)
    return Context(cluster, _region(groups, code), code, forum, reading.document.kind in ("terms", "members"))


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


def of_the_meeting(reading: Reading, groups: Sequence[Group]) -> list[Group]:
    """The groups after joining those that are called by the kind of the document's forum: one in all items."""
    kind = meeting_forum.kind_of_meeting(reading)
    same = [g for g in groups if kind and g.first.noun and fold(g.first.noun.lemma) == kind and g.first.rank == "kind" and not g.first.plural]
    for other in same[1:]:
        same[0].namings = sorted(same[0].namings + other.namings, key=lambda p: p[0].start)
    if same:
        same[0].scoped = False
    return [g for g in groups if g not in same[1:]]


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


def owners(groups: Sequence[Group], known: Context) -> dict[int, int]:
    """Index of a forum → index of the body that the text gives it to: by genitive, "i …", or as part of a cluster's name."""
    by_start = {n.start: i for i, g in enumerate(groups) for n, _ in g.namings}
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
    if any(n.former or _is_called_former(n) or _has_ended(reading, n) or _is_replaced(reading, n) for n, _ in group.namings):
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


def _has_ended(reading: Reading, naming: Naming) -> bool:
    """Whether the words behind a naming say that it has ended: "… er nedlagt", ", som ophørte i 2016"; not at a day still to come."""
    line = re.split(r"\n|\.\s+(?=[A-ZÆØÅ])", reading.text[naming.end : naming.end + 90])[0]
    before = reading.text[max(0, naming.full_start - 12) : naming.full_start].split()
    relative = re.match(r",? (?:som|der)\b", line)
    if before and words.is_one_of("by_whom", before[-1]) and not relative:  # "referencen til udvalget er ophørt"
        return False
    after = re.findall(r"\w+", line)[:5]
    while after and words.is_one_of("auxiliaries", after[0]):
        after = after[1:]
    if after[:2] == ["eksisterer", "ikke"]:
        return True
    if not after or not words.is_one_of("ending_verbs", after[0]) or after[1:3] == ["med", "at"]:
        return False
    day = next((d.value for d in dates.find(line) if d.value), None)
    return not (day and reading.document.date and day > reading.document.date)


def _is_replaced(reading: Reading, naming: Naming) -> bool:
    """Whether something stands in its place: "… er trådt i stedet for X", "erstatter X"."""
    before = reading.text[max(0, naming.full_start - 24) : naming.full_start].split("\n")[-1].split()
    return bool(before) and (words.is_one_of("replacing", before[-1]) or before[-2:] == ["stedet", "for"])


def ended(reading: Reading, placed: Iterable[tuple[Naming, Scope]], groups: Sequence[Group], known: Context) -> list[Group]:
    """The groups of which a back-reference says that they have ended: "Udvalget blev nedlagt", of all their kind "kontaktudvalgene blev nedlagt"."""
    over = [(n, s) for n, s in placed if n.rank == "bare" and n.kind == "forum" and _has_ended(reading, n)]
    found = [g for n, s in over if (g := meant(n, s, groups, known)) is not None]
    many = [n for n, _ in placed if n.plural and n.kind == "forum" and n.noun and n.noun.beginning and _has_ended(reading, n)]
    return found + [g for g in groups if any(_is_one_of_those(g, n) for n in many)]


def _is_one_of_those(group: Group, many: Naming) -> bool:
    first = group.first
    same = bool(first.noun and many.noun and fold(first.noun.lemma) == fold(many.noun.lemma))
    return same and not first.plural and set(many.adjectives) <= group.adjectives and not (many.topic or many.owner)
