"""Names of the same initiative put together: one group an initiative, with its display name and the other ways to write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from clustergraph.claims import places
from clustergraph.claims.candidates import Candidate, content_words
from clustergraph.claims.reading import Reading
from clustergraph.lexicon import initiatives as lexicon

_RANK = {"table": 0, "list": 0, "heading": 1, "text": 2}
_ARTICLE = re.compile(r"^(?:den|det|de|en|et)\s+", re.IGNORECASE)
_LEAD = re.compile(r"^(?:national\w*|lokal\w*|regional\w*|fælles)\s+", re.IGNORECASE)


@dataclass(slots=True)
class Group:
    """An initiative of a document: its names in document order."""

    candidates: list[Candidate] = field(default_factory=list)
    items: set[int] = field(default_factory=set)  # indexes of the points of the agenda that name it

    @property
    def best(self) -> Candidate:
        """The name to show: from a table, list or heading before running text, then the first."""
        return min(self.candidates, key=lambda c: (_RANK[c.source], not c.sure, c.start))

    @property
    def name(self) -> str:
        """The display name."""
        return self.best.name

    @property
    def head(self) -> str | None:
        """The head of the display name, else of any name."""
        return self.best.head or next((c.head for c in self.candidates if c.head), None)

    def aliases(self) -> tuple[str, ...]:
        """All other ways in which the document writes it, each once."""
        ways = [way for c in sorted(self.candidates, key=lambda c: c.start) for way in (c.name, *c.aliases)]
        found: dict[str, str] = {}
        for way in ways:
            if way != self.name and 0 < len(way.split()) <= 16:
                found.setdefault(way, way)
        return tuple(found)

    def keys(self) -> set[str]:
        """The names as keys for comparing."""
        return {key(way) for c in self.candidates for way in (c.name, *c.aliases)}


def key(name: str) -> str:
    """A name without article, case, punctuation and blanks."""
    return re.sub(r"[\W_]+", "", _ARTICLE.sub("", name).casefold())


def gather(reading: Reading, candidates: Iterable[Candidate]) -> list[Group]:
    """All initiatives of a document, in the order of their first names; names that nothing supports are left out."""
    groups: list[Group] = []
    for candidate in sorted(candidates, key=lambda c: (_RANK[c.source], c.start, -len(c.name))):
        item = places.item_of(reading, candidate.start)
        index = item.index if item else -1
        group = next((g for g in groups if _same(g, candidate, index)), None)
        if group is None:
            group = Group()
            groups.append(group)
        group.candidates.append(candidate)
        group.items.add(index)
    titles = {key(places.title_of(reading, item)) for item in places.top_items(reading)}
    kept = [g for g in groups if _is_supported(reading, g, titles)]
    return sorted(kept, key=lambda g: min(c.start for c in g.candidates))


def _same(group: Group, candidate: Candidate, item: int) -> bool:
    keys = {key(way) for way in (candidate.name, *candidate.aliases)}
    if keys & group.keys():
        return not (candidate.facts.get("priority") and group.best.facts.get("priority") and key(candidate.name) != key(group.name))
    if candidate.source in ("list", "table"):
        return False
    if group.best.source in ("list", "table") and candidate.head in (None, group.best.head):
        return False
    words = content_words(_plain(candidate.name))
    for other in group.candidates:
        theirs = content_words(_plain(other.name))
        if set(words) == set(theirs) and len(words) > 1:
            return True
        if _same_head(other, candidate, item in group.items):
            return True
        if item in group.items and _is_proper_name_of(candidate, other):
            return True
        if item in group.items and (_begins_alike(candidate, words, other, theirs) or _is_short_form(candidate, words, other, theirs)):
            return True
    return False


def _plain(name: str) -> str:
    return _LEAD.sub("", _ARTICLE.sub("", name))


def _same_head(a: Candidate, b: Candidate, same_item: bool) -> bool:
    """Whether two names with one head mean one thing: a telling head in one point, a model or an offer of one kind anywhere."""
    if not a.head or a.head != b.head or a.head in lexicon.words("sentences.generic_heads"):
        return False
    if a.head == "samarbejdsmodel" or a.head.endswith("tilbud"):
        return True
    return same_item and a.head not in lexicon.words("sentences.bare_heads")


def _is_proper_name_of(named: Candidate, titled: Candidate) -> bool:
    """Whether one name is the proper one ("aftalen Ro om Natten") of what the title of its point names by kind ("Aftale med vagtlægerne")."""
    head = titled.head
    return (
        titled.source == "heading"
        and head is not None
        and named.head is not None
        and head.endswith(named.head)
        and named.head not in named.name.casefold()
        and head in titled.name.casefold()
    )


def _begins_alike(left: Candidate, a: tuple[str, ...], right: Candidate, b: tuple[str, ...]) -> bool:
    """Whether one name goes on where the other ends: "pilotprojekt for X" and "pilotprojektet for X i Østklyngen"."""
    short, long = sorted((a, b), key=len)
    return left.head == right.head and left.head is not None and len(short) >= 2 and all(_begins(x, y) for x, y in zip(short, long, strict=False))


def _is_short_form(left: Candidate, a: tuple[str, ...], right: Candidate, b: tuple[str, ...]) -> bool:
    """Whether the telling words of one name all stand in the other, as they are or as the begin of a compound."""
    heads = {left.head, right.head}
    if heads == {None}:  # proper names are short for nothing
        return False
    if {"tilbud"} < heads and all(h is not None and h.endswith("tilbud") for h in heads):  # "det nye tilbud" and "det nye lungetilbud"
        return any(_begins(x, y) for x in a for y in b)
    if None not in heads and len(heads) == 2 and not heads & {"program", "projekt"}:
        return False
    short, long = sorted(({w for w in words if w not in heads and not w.isdigit()} for words in (a, b)), key=len)
    alike = [word for word in short if any(_begins(word, other) for other in long)]
    return len(short) >= 2 and len(alike) == len(short) and {w for w in a if w.isdigit()} == {w for w in b if w.isdigit()}


def _begins(a: str, b: str) -> bool:
    low, high = sorted((a, b), key=len)
    return a == b or (len(low) >= 6 and high.startswith(low))


def _is_supported(reading: Reading, group: Group, titles: set[str]) -> bool:
    words = set(content_words(group.name))
    if not group.best.facts and words & {content_words(w)[0] for w in lexicon.words("standing")} and len(words - {"ny"}) <= 3:
        return False
    if group.best.source not in ("list", "table") and not _begins_with_head(group) and reading.bodies.named(group.name) is not None:
        return False
    if any(c.sure for c in group.candidates):
        return True
    if (group.head or "").endswith("tilbud") and not any(re.match(r"(?i)det\s|.*tilbuddet$", c.name) for c in group.candidates):
        return False
    if group.name in lexicon.words("sentences.bare_heads"):  # "en prøvehandling" counts where the text comes back to "prøvehandlingen"
        return re.search(rf"(?<!\w){group.name}(?:en|et|erne)(?!\w)", reading.text, re.IGNORECASE) is not None
    places_named = {c.start for c in group.candidates}
    return len(places_named) >= 2 or bool(group.keys() & titles)


def _begins_with_head(group: Group) -> bool:
    """Whether a name says its kind first ("samarbejdsaftale med Birk Center"), so that a body in it is not the thing itself."""
    return bool(group.best.head) and group.name.casefold().startswith(f"{group.best.head} ")
