"""Which namings of a document are the same body: spellings, short forms, abbreviations, and kinds of group that are another in every item."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from clustergraph.claims import body_joins
from clustergraph.claims.body_identity import Group, Placed, Scope, is_misspelt, key_of, lemma_of, same_topic, topic_of
from clustergraph.claims.body_names import Naming
from clustergraph.claims.body_words import is_stop
from clustergraph.lexicon import bodies as words
from clustergraph.lexicon.bodies import fold

_ATTRIBUTE = re.compile(r" (?:på|til|af|for|om|med|mod|mellem|under|ved|vedr\.|vedrørende|inden for|hos|efter|uden)(?: [^\W\d_][\w-]*){1,9}")

_BEHIND_COMMA = re.compile(r", (?:[^\W\d_]+ niveau|[A-ZÆØÅ]\w+(?:[–-][A-ZÆØÅ]\w+)?)", re.IGNORECASE)  # the level or the places of a forum


def group(placed: Sequence[Placed], text: str, told: str | None = None, listed: Collection[tuple[int, int]] = ()) -> list[Group]:
    """The bodies that are named or brought up as a kind, in the order of their first naming; bare back-references are left out.

    ``told``: the name of the document's forum as the head writes it, which shows how far that name goes. ``listed``: where the words stand
    by which lists of people name their forum.
    """
    groups: list[Group] = []
    placed = _with_trailing_topics(_as_told(placed, text, told), text)
    for naming, scope in placed:
        if naming.rank == "name":
            _add(groups, naming, scope)
    groups = body_joins.by_brackets(groups, placed, text)
    groups = body_joins.short_forms(groups)
    for naming, scope in sorted(placed, key=lambda p: (not p[0].adjectives, p[0].start)):
        if naming.rank == "kind" and not _is_predicate(naming, text):
            _add_kind(groups, naming, scope, _apposed(groups, naming))
    groups = body_joins.by_topic(groups)
    groups = body_joins.by_distribution(groups)
    groups = body_joins.by_brackets(groups, placed, text)
    return sorted((g for g in groups if _stands(g, text) or _is_listed(g, listed)), key=lambda g: g.namings[0][0].start)


def _stands(g: Group, text: str) -> bool:
    """Whether enough is said: a level needs a name ("politisk niveau" has none), a secretariat an article, and "en styregruppe" its being set up."""
    first = g.first
    if first.rank == "name" or first.noun is None:
        return True
    if first.noun.head.needs == "adjective":
        return any(n.place and n.determiner in ("den", "det") for n, _ in g.namings)  # "det politiske niveau i Sundhedsklynge Vest"
    return any(n.definite or n.plural for n, _ in g.namings) or (
        not first.noun.head.whole_document and any(_is_founded(n, text) for n, _ in g.namings)
    )


def _is_listed(g: Group, listed: Collection[tuple[int, int]]) -> bool:
    """Whether people stand below the words that name a forum: "Projektet ledes af en styregruppe bestående af:"."""
    return not g.first.plural and any(start <= n.start and n.name_end <= end for n, _ in g.namings for start, end in listed)


def _is_founded(naming: Naming, text: str) -> bool:
    """Whether the words before say that it is being set up."""
    before = re.findall(r"\w+", text[max(0, naming.full_start - 60) : naming.full_start].rsplit("\n", 1)[-1])[-4:]
    return any(words.is_one_of("announcing", word) or words.is_one_of("founded", word) for word in before)


def _is_predicate(naming: Naming, text: str) -> bool:
    """Whether the words only say what something is: "rådet er et tværsektorielt forum"."""
    before = text[max(0, naming.full_start - 12) : naming.full_start].split()
    if naming.maybe_one and naming.rank == "kind" and re.match(r" (?:til|under|af)\b", text[naming.end : naming.end + 7]):
        return not before or before[-1] in ("er", "som", "-", "–", "•", "*")  # "– underudvalg til Tandrådet"
    return naming.determiner in ("en", "et") and bool(before) and before[-1] in ("er", "som", "var", "bliver")


def _as_told(placed: Sequence[Placed], text: str, told: str | None) -> list[Placed]:
    """The namings of the document's forum as long as its head has them: "Gruppe for kost | på de små øer"."""
    whole = " ".join((told or "").split())
    return [(_longer(n, text, whole), scope) if n.kind == "forum" and len(n.text) < len(whole) else (n, scope) for n, scope in placed]


def _longer(naming: Naming, text: str, whole: str) -> Naming:
    rest = whole[len(naming.text) :]
    end = naming.name_end + len(rest)
    if (
        not (_ATTRIBUTE.fullmatch(rest) or _BEHIND_COMMA.fullmatch(rest))
        or whole[: len(naming.text)].casefold() != naming.text.casefold()
        or naming.plural
    ):
        return naming
    if text[naming.name_end : end].casefold() != rest.casefold() or text[end : end + 1].isalnum():
        return naming
    topic = f"{naming.topic}{rest}".strip()
    return replace(naming, topic=topic, rank="name", name_end=end, end=max(end, naming.end), text=f"{naming.text}{text[naming.name_end : end]}")


def _with_trailing_topics(placed: Sequence[Placed], text: str) -> list[Placed]:
    """Names whose topic follows without a preposition or a capital ("operativ gruppe voksen psykiatri"), where another naming tells the topic."""
    topics = {(lemma_of(n), topic_of(n)) for n, _ in placed if n.noun and topic_of(n)}
    return [(_with_trailing_topic(n, text, topics), scope) for n, scope in placed]


def _with_trailing_topic(naming: Naming, text: str, topics: set[tuple[str, str]]) -> Naming:
    if naming.noun is None or naming.kind != "forum" or naming.topic or naming.type == "cluster" or naming.plural:
        return naming
    after = re.match(r"(?: [^\W\d_]+){1,2}", text[naming.name_end :].split("\n")[0])
    parts = after.group().split() if after else []
    for count in range(len(parts), 0, -1):
        topic = " ".join([naming.proper, *parts[:count]]).strip()
        if not is_stop(parts[count - 1]) and (lemma_of(naming), fold(topic)) in topics:
            end = naming.name_end + len(" ".join(["", *parts[:count]]))
            return replace(
                naming, topic=topic, proper="", rank="name", name_end=end, end=max(end, naming.end), text=f"{naming.text} {' '.join(parts[:count])}"
            )
    return naming


def _add(groups: list[Group], naming: Naming, scope: Scope) -> None:
    key = key_of(naming)
    for known in groups:
        if any(key_of(n) == key for n, _ in known.namings):
            known.namings.append((naming, scope))
            return
    groups.append(Group([(naming, scope)]))


def _apposed(groups: Sequence[Group], naming: Naming) -> Group | None:
    """The body whose name follows the kind that it is at once: "undergruppen Demensnetværket"."""
    if naming.plural or not (naming.noun and naming.noun.definite):
        return None
    behind = naming.end + 1
    return next((g for g in groups if any(n.full_start == behind and _is_one_name(n, naming.kind) for n, _ in g.namings)), None)


def _is_one_name(naming: Naming, kind: str) -> bool:
    return naming.rank == "name" and naming.kind == kind and not naming.plural


def _add_kind(groups: list[Group], naming: Naming, scope: Scope, apposed: Group | None) -> None:
    """A kind ("arbejdsgruppen") belongs to the body of that kind that its item speaks of, else it is a body of its own there."""
    found = apposed or antecedent(groups, naming, scope)
    if found is None:
        found = Group([], scope=scope, scoped=naming.noun is not None and not naming.noun.head.whole_document)
        groups.append(found)
    found.namings.append((naming, scope))
    found.namings.sort(key=lambda p: p[0].start)


def antecedent(groups: Sequence[Group], naming: Naming, scope: Scope) -> Group | None:
    """The group that a kind or a bare back-reference means: the nearest before it in its item, then one after it there, then the only one of all."""
    fitting = [g for g in groups if _fits(g, naming)]
    here = [g for g in fitting if g.in_scope(scope)]
    if naming.rank == "bare":
        here = [g for g in here if not (g.first.noun and words.is_one_of("never_short", g.first.noun.beginning))] or here
    if here:
        return min(here, key=lambda g: _distance(g, naming, scope))
    if naming.noun is None or naming.determiner in ("en", "et"):
        return None
    if naming.noun.names_a_kind and not naming.noun.head.whole_document and not _is_own(naming):
        fitting = [g for g in fitting if (g.first.rank == "name" or g.in_scope(None)) and not naming.adjectives and _is_at_home(g)]
    else:
        fitting = [g for g in fitting if not g.scoped or naming.adjectives]
    return fitting[0] if len(fitting) == 1 else None


def _is_at_home(g: Group) -> bool:
    """Whether a group may be spoken of all over the document: it has a noun of its own, or the head of the document names it."""
    return not (g.first.noun and g.first.noun.names_a_kind) or g.in_scope(None)


def _is_own(naming: Naming) -> bool:
    return bool(naming.noun and naming.noun.head.is_kind)


def _distance(g: Group, naming: Naming, scope: Scope) -> tuple[bool, bool, int]:
    """Before the naming is better than after it; the very noun ("styregruppen") better than the end of one; near is better than far."""
    other = naming.rank == "kind" and not any(n.noun and n.rank == "name" and lemma_of(n) == lemma_of(naming) for n, _ in g.namings)
    return min((n.start > naming.start, other, abs(naming.start - n.start)) for n, s in g.namings if s == scope)


def _fits(g: Group, naming: Naming) -> bool:
    """Whether a back-reference may mean a group: the same noun or the end of its noun, and no adjective that the group lacks."""
    first = g.first
    if first.kind != naming.kind or first.plural != naming.plural or naming.noun is None or first.noun is None:
        return False
    if naming.type == "cluster" or first.type == "cluster":
        return naming.type == first.type and naming.plural
    mine, theirs = lemma_of(naming), lemma_of(first)
    alike = theirs.endswith(mine) or is_misspelt(mine, theirs) or any(lemma_of(n).endswith(mine) for n, _ in g.namings if n.noun)
    if not alike:
        return False
    if naming.topic and g.value("topic") and not same_topic(fold(naming.topic), g.value("topic")):
        return False
    mine_all = frozenset(naming.adjectives)
    if naming.rank == "kind" and first.rank == "kind" and not mine_all and not g.adjectives:
        return True
    return mine_all <= g.adjectives
