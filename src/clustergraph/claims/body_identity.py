"""The namings of one body while a document is being read, and what two namings of one body share."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from clustergraph.claims.body_names import Naming
from clustergraph.lexicon import bodies as words
from clustergraph.lexicon.bodies import fold

Scope = int | None  # the index of an agenda item, None outside of all items
Placed = tuple[Naming, Scope]


@dataclass(slots=True)
class Group:
    """The namings of one body, while the document is being read; ``scope`` is the item of a body that has no name of its own."""

    namings: list[Placed]
    scope: Scope = None
    scoped: bool = False
    spellings: set[str] = field(default_factory=set)
    _best: tuple[int, Naming] | None = None

    @property
    def first(self) -> Naming:
        """The naming that says most: a name before a kind, then the one with a topic or proper name, whole words before letters."""
        if self._best is None or self._best[0] != len(self.namings):  # namings are only ever added
            spelt = Counter(n.text.casefold() for n, _ in self.namings)
            best = min((n for n, _ in self.namings), key=lambda n: _preference(n, spelt[n.text.casefold()]))
            self._best = (len(self.namings), best)
        return self._best[1]

    @property
    def adjectives(self) -> frozenset[str]:
        """All adjectives that its namings bear."""
        return frozenset(a for n, _ in self.namings for a in n.adjectives)

    def value(self, name: str) -> str:
        """The first non-empty topic, proper name, or folded owner of its namings."""
        return next((v for n, _ in self.namings if (v := _value(n, name))), "")

    def in_scope(self, scope: Scope) -> bool:
        """Whether one of its namings stands in an item."""
        return any(s == scope for _, s in self.namings)


def _preference(n: Naming, times: int) -> tuple[object, ...]:
    """How well a naming stands for its body, the least first; ``times`` is how often the document writes it so."""
    says = bool(n.topic or n.proper or (n.known and not n.text.isupper()) or (n.adjectives and n.capital and n.noun and n.noun.beginning))
    whole = n.noun is not None or not n.text.isupper()
    return (n.rank != "name", not whole, not says, n.maybe_one, _is_shared(n), n.rank == "kind" and not n.definite, -times, n.start)


def _value(naming: Naming, name: str) -> str:
    if name == "topic":
        return topic_of(naming)
    return naming.proper if name == "proper" else ""


def topic_of(naming: Naming) -> str:
    """What the body is about, folded: the topic, or a proper name of a forum that is no place, without a genitive s."""
    words_ = naming.topic or ("" if naming.kind == "organisation" or naming.type == "cluster" else naming.proper)
    return fold(words_)


def lemma_of(naming: Naming) -> str:
    """The noun of a naming in its ground form, folded; the whole of a name without a noun."""
    if naming.noun is None:
        return fold(naming.known or naming.text)
    return fold(naming.coordination + naming.noun.lemma)


def key_of(naming: Naming) -> tuple[str, ...]:
    """What two namings of one body share for certain."""
    if naming.noun is None:
        return (naming.kind, lemma_of(naming))
    noun = naming.noun
    if naming.type == "cluster" and not naming.plural:
        return ("cluster", fold(naming.proper or noun.beginning).removesuffix("s"))
    if noun.head.type == "region" and naming.proper:
        return ("region", words.region(naming.proper) or fold(naming.proper))
    proper = fold(naming.proper)
    lemma = noun.head.lemma if noun.head.kind == "organisation" and proper and noun.head.type == "hospital" else lemma_of(naming)
    return (
        naming.kind,
        lemma,
        ",".join(sorted(set(naming.adjectives))),
        topic_of(naming),
        proper,
        str(naming.plural),
        str(naming.former),
        owner_of(naming),
    )


def owner_of(naming: Naming) -> str:
    """The named owner that begins a name ("Fjordklyngens netværk"), folded; "" where none does."""
    return fold(naming.text[: naming.owner[1] - naming.owner[0]]) if naming.owner and naming.owner[0] == naming.start else ""


def says_less(a: Naming, b: Naming) -> bool:
    """Whether a naming has a shorter topic or fewer adjectives than another; of equals the later."""
    return (len(a.topic + a.proper), len(a.adjectives), -a.start) < (len(b.topic + b.proper), len(b.adjectives), -b.start)


def same_topic(a: str, b: str) -> bool:
    """Equal but for a genitive s or a blank that was lost before an article."""
    return a == b or a in (b + "s", b + "den") or b in (a + "s", a + "den") or is_misspelt(a, b) or _is_cut(a, b)


def _is_cut(a: str, b: str) -> bool:
    """Whether one is the other cut off in the midst: "voksen" and "voksenpsykiatri"."""
    return len(min(a, b, key=len)) >= 5 and (a.startswith(b) or b.startswith(a))


def agree(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether adjectives may be said of one body: one side says no more than the other, and none another level."""
    level = frozenset(x for x in a ^ b if words.is_one_of("level_adjectives", x))
    return (a <= b or b <= a) and not level


def is_misspelt(a: str, b: str) -> bool:
    """Whether long words differ by one letter that is missing or doubled."""
    if min(len(a), len(b)) < 9 or abs(len(a) - len(b)) != 1:
        return False
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(2, len(long)))


def _is_shared(naming: Naming) -> bool:
    """Whether the noun was written once for several: "Odense og Assens Kommune"."""
    return bool(naming.noun and naming.noun.plural) or naming.text == naming.proper


def levels(g: Group) -> frozenset[str]:
    """The adjectives of level among those of a group: "regional", "lokal"."""
    return frozenset(a for a in g.adjectives if words.is_one_of("level_adjectives", a))


def subject_of(naming: Naming) -> str:
    """What a group is about: its topic, or the beginning of its noun ("patientsikkerhed|snetværk")."""
    if naming.topic:
        return fold(naming.topic)
    own = fold(naming.noun.beginning) if naming.noun and not naming.noun.names_a_kind else ""
    return own.removesuffix("s") if len(own) > 5 else ""


def subjects(g: Group) -> set[str]:
    """All that the namings of a group say it is about, folded."""
    return {subject_of(n) for n, _ in g.namings} - {""}
