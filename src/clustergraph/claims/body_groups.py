"""Which namings of a document are the same body: spellings, short forms, abbreviations, and kinds of group that are another in every item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from clustergraph.claims.body_names import Naming
from clustergraph.claims.body_words import is_stop
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

    @property
    def first(self) -> Naming:
        """The naming that says most: a name before a kind, then the one with a topic or proper name, whole words before letters."""
        return min((n for n, _ in self.namings), key=self._rank)

    def _rank(self, n: Naming) -> tuple[bool, ...] | tuple[object, ...]:
        spelt = [m.text.casefold() for m, _ in self.namings]
        says = bool(n.topic or n.proper or (n.known and not n.text.isupper()))
        whole = n.noun is not None or not n.text.isupper()
        return (
            n.rank != "name",
            not whole,
            not says,
            n.maybe_one,
            _is_shared(n),
            n.rank == "kind" and not n.definite,
            -spelt.count(n.text.casefold()),
            n.start,
        )

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


def group(placed: Sequence[Placed], text: str) -> list[Group]:
    """The bodies that are named or brought up as a kind, in the order of their first naming; bare back-references are left out."""
    groups: list[Group] = []
    placed = _with_trailing_topics(placed, text)
    for naming, scope in placed:
        if naming.rank == "name":
            _add(groups, naming, scope)
    groups = _join_by_brackets(groups, placed, text)
    groups = _join_short_forms(groups)
    for naming, scope in sorted(placed, key=lambda p: (not p[0].adjectives, p[0].start)):
        if naming.rank == "kind" and not _is_predicate(naming, text):
            _add_kind(groups, naming, scope)
    groups = _join_topics(groups)
    groups = _join_distributive(groups)
    groups = _join_by_brackets(groups, placed, text)
    return sorted((g for g in groups if _stands(g, text)), key=lambda g: g.namings[0][0].start)


def _stands(g: Group, text: str) -> bool:
    """Whether enough is said: a level needs a name ("politisk niveau" has none), a secretariat an article, and "en styregruppe" its being set up."""
    first = g.first
    if first.rank == "name" or first.noun is None:
        return True
    if first.noun.head.needs == "adjective":
        return False
    return any(n.definite or n.plural for n, _ in g.namings) or (
        not first.noun.head.whole_document and any(_is_founded(n, text) for n, _ in g.namings)
    )


def _is_founded(naming: Naming, text: str) -> bool:
    """Whether the words before say that it is being set up."""
    before = re.findall(r"\w+", text[max(0, naming.full_start - 60) : naming.full_start].rsplit("\n", 1)[-1])[-4:]
    return any(words.is_one_of("announcing", word) or words.is_one_of("founded", word) for word in before)


def _is_predicate(naming: Naming, text: str) -> bool:
    """Whether the words only say what something is: "rådet er et tværsektorielt forum"."""
    before = text[max(0, naming.full_start - 12) : naming.full_start].split()
    return naming.determiner in ("en", "et") and bool(before) and before[-1] in ("er", "som", "var", "bliver")


def _is_shared(naming: Naming) -> bool:
    """Whether the noun was written once for several: "Odense og Assens Kommune"."""
    return bool(naming.noun and naming.noun.plural) or naming.text == naming.proper


def _with_trailing_topics(placed: Sequence[Placed], text: str) -> list[Placed]:
    """Names whose topic follows without a preposition or a capital ("operativ gruppe voksen psykiatri"), where another naming tells the topic."""
    topics = {(_lemma(n), _topic(n)) for n, _ in placed if n.noun and _topic(n)}
    return [(_with_trailing_topic(n, text, topics), scope) for n, scope in placed]


def _with_trailing_topic(naming: Naming, text: str, topics: set[tuple[str, str]]) -> Naming:
    if naming.noun is None or naming.kind != "forum" or naming.topic or naming.type == "cluster" or naming.plural:
        return naming
    after = re.match(r"(?: [^\W\d_]+){1,2}", text[naming.name_end :].split("\n")[0])
    parts = after.group().split() if after else []
    for count in range(len(parts), 0, -1):
        topic = " ".join([naming.proper, *parts[:count]]).strip()
        if not is_stop(parts[count - 1]) and (_lemma(naming), fold(topic)) in topics:
            end = naming.name_end + len(" ".join(["", *parts[:count]]))
            return replace(
                naming, topic=topic, proper="", rank="name", name_end=end, end=max(end, naming.end), text=f"{naming.text} {' '.join(parts[:count])}"
            )
    return naming


# Names -----------------------------------------------------------------------------------------------------------------


def _value(naming: Naming, name: str) -> str:
    if name == "topic":
        return _topic(naming)
    return naming.proper if name == "proper" else ""


def _topic(naming: Naming) -> str:
    """What the body is about, folded: the topic, or a proper name of a forum that is no place, without a genitive s."""
    words_ = naming.topic or ("" if naming.kind == "organisation" or naming.type == "cluster" else naming.proper)
    return fold(words_)


def _lemma(naming: Naming) -> str:
    if naming.noun is None:
        return fold(naming.known or naming.text)
    return fold(naming.coordination + naming.noun.lemma)


def _key(naming: Naming) -> tuple[str, ...]:
    """What two namings of one body share for certain."""
    if naming.noun is None:
        return (naming.kind, _lemma(naming))
    noun = naming.noun
    if naming.type == "cluster" and not naming.plural:
        return ("cluster", fold(naming.proper or noun.beginning).removesuffix("s"))
    if noun.head.type == "region" and naming.proper:
        return ("region", words.region(naming.proper) or fold(naming.proper))
    proper = fold(naming.proper)
    lemma = noun.head.lemma if noun.head.kind == "organisation" and proper and noun.head.type == "hospital" else _lemma(naming)
    return (naming.kind, lemma, ",".join(sorted(set(naming.adjectives))), _topic(naming), proper, str(naming.plural), str(naming.former))


def _add(groups: list[Group], naming: Naming, scope: Scope) -> None:
    key = _key(naming)
    for known in groups:
        if any(_key(n) == key for n, _ in known.namings):
            known.namings.append((naming, scope))
            return
    groups.append(Group([(naming, scope)]))


def _join(groups: list[Group], pairs: Iterable[tuple[Group, Group]]) -> list[Group]:
    """Groups after joining pairs; the first of a pair takes the second in."""
    gone: dict[int, Group] = {}

    def root(g: Group) -> Group:
        while id(g) in gone:
            g = gone[id(g)]
        return g

    for left, right in pairs:
        a, b = root(left), root(right)
        if a is not b:
            a.namings = sorted(a.namings + b.namings, key=lambda p: p[0].start)
            a.spellings |= b.spellings
            gone[id(b)] = a
    return [g for g in groups if id(g) not in gone]


def _join_short_forms(groups: list[Group]) -> list[Group]:
    """A name that says less joins the one name that says the same and more; misspellings join what they misspell."""
    for _ in range(2):
        pairs = []
        for short in groups:
            fuller = [g for g in groups if g is not short and _is_short_form(short, g)]
            if len(fuller) == 1:
                pairs.append((fuller[0], short))
        groups = _join(groups, pairs)
    return groups


def _is_short_form(short: Group, full: Group) -> bool:
    a, b = short.first, full.first
    if a.kind == b.kind == "organisation" and a.noun is None:
        return b.noun is not None and fold(b.text) in (fold(a.text + noun) for noun in b.noun.head.forms)
    if a.kind != b.kind or (a.plural != b.plural and not a.maybe_one) or a.former != b.former or a.noun is None or b.noun is None:
        return False
    if a.type == "cluster" or b.type == "cluster":
        return a.type == b.type and _is_misspelt(_key(a)[-1], _key(b)[-1])
    if a.kind == "organisation":
        return _is_short_organisation(a, b)
    same = _lemma(a) == _lemma(b)
    if same and a.maybe_one:
        return not b.plural and not b.topic
    if not same and not _is_misspelt(_lemma(a), _lemma(b)):
        return False
    topic_a, topic_b = short.value("topic"), full.value("topic")
    if not same:
        return topic_a == topic_b and short.adjectives == full.adjectives and len(short.namings) <= len(full.namings)
    if topic_a and topic_b:
        return _same_topic(topic_a, topic_b) and _agree(short.adjectives, full.adjectives) and _says_less(a, b)
    if topic_a or (not topic_b and short.adjectives >= full.adjectives):
        return False
    return short.adjectives <= full.adjectives


def _says_less(a: Naming, b: Naming) -> bool:
    return (len(a.topic + a.proper), len(a.adjectives), -a.start) < (len(b.topic + b.proper), len(b.adjectives), -b.start)


def _same_topic(a: str, b: str) -> bool:
    """Equal but for a genitive s or a blank that was lost before an article."""
    return a == b or a in (b + "s", b + "den") or b in (a + "s", a + "den") or _is_misspelt(a, b) or _is_cut(a, b)


def _is_cut(a: str, b: str) -> bool:
    """Whether one is the other cut off in the midst: "voksen" and "voksenpsykiatri"."""
    return len(min(a, b, key=len)) >= 5 and (a.startswith(b) or b.startswith(a))


def _agree(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether adjectives may be said of one body: one side says no more than the other, and none another level."""
    level = frozenset(x for x in a ^ b if words.is_one_of("level_adjectives", x))
    return (a <= b or b <= a) and not level


def _is_short_organisation(a: Naming, b: Naming) -> bool:
    if a.noun is None or b.noun is None or a.noun.head is not b.noun.head:
        return False
    if a.type == "psychiatry":
        plain = not a.proper and not a.coordination and a.noun.lemma.casefold() in ("psykiatrien", "regionspsykiatrien")
        return plain and b.noun.lemma.casefold() in ("psykiatrien", "regionspsykiatrien") and not b.proper and a.start > b.start
    if a.proper and b.proper:
        return _lemma(a) == _lemma(b) and fold(a.proper) == fold(b.proper) + "s"
    return _lemma(a) == _lemma(b) and bool(a.topic) and _same_topic(fold(a.topic), fold(b.topic)) and a.start > b.start


def _is_misspelt(a: str, b: str) -> bool:
    """Whether long words differ by one letter that is missing or doubled."""
    if min(len(a), len(b)) < 9 or abs(len(a) - len(b)) != 1:
        return False
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(2, len(long)))


# Abbreviations and definitions -------------------------------------------------------------------------------------------

_BRACKET = re.compile(
    r"\s*\((?!(?:tidligere|før|hidtil)\b)(?:[^()]{0,40}?\b(?:kaldet|kaldt|benævnt|benævnes|forkortet)\s+(?P<name>[^()]+)|(?P<short>[^()\s]{2,20}))\)"
)


def _join_by_brackets(groups: list[Group], placed: Sequence[Placed], text: str) -> list[Group]:
    """A name and what stands in brackets right behind it: "(TSN)", "(PS-gruppen)", "(herefter kaldet PS-klynger)"."""
    by_start = {n.start: g for g in groups for n, _ in g.namings}
    pairs = []
    for g in groups:
        for naming, _ in g.namings:
            match = _BRACKET.match(text, naming.end)
            if not match:
                continue
            part = "name" if match.group("name") else "short"
            other = by_start.get(match.start(part))
            if other is not None and other is not g and other.first.kind == g.first.kind:
                pairs.append((g, other))
            elif other is None and _abbreviates(match.group(part), naming):
                g.spellings.add(match.group(part))
                pairs += [(g, h) for h in groups if h is not g and h.first.noun is None and h.first.text == match.group(part)]
    return _join(groups, pairs)


def _abbreviates(short: str, naming: Naming) -> bool:
    """Whether letters may stand for a name: capitals that begin with its first letter or that of its noun, or occur in it in order."""
    letters = [c for c in short if c.isupper()]
    if len(letters) < 2 or len(letters) < len(short) / 2 or short[0].casefold() != naming.text[0].casefold():
        return False
    rest = iter(naming.text.casefold())
    return all(c.casefold() in rest for c in letters)


# Kinds -------------------------------------------------------------------------------------------------------------------


def _add_kind(groups: list[Group], naming: Naming, scope: Scope) -> None:
    """A kind ("arbejdsgruppen") belongs to the body of that kind that its item speaks of, else it is a body of its own there."""
    found = antecedent(groups, naming, scope)
    if found is None:
        found = Group([], scope=scope, scoped=naming.noun is not None and not naming.noun.head.whole_document)
        groups.append(found)
    found.namings.append((naming, scope))
    found.namings.sort(key=lambda p: p[0].start)


def antecedent(groups: Sequence[Group], naming: Naming, scope: Scope) -> Group | None:
    """The group that a kind or a bare back-reference means: the nearest before it in its item, then one after it there, then the only one of all."""
    fitting = [g for g in groups if _fits(g, naming)]
    here = [g for g in fitting if g.in_scope(scope)]
    if here:
        return min(here, key=lambda g: _distance(g, naming, scope))
    if naming.noun is None or naming.determiner in ("en", "et"):
        return None
    if naming.noun.names_a_kind and not naming.noun.head.whole_document and not _is_own(naming):
        fitting = [g for g in fitting if g.first.rank == "name" and not naming.adjectives and _is_at_home(g)]
    else:
        fitting = [g for g in fitting if not g.scoped or naming.adjectives]
    return fitting[0] if len(fitting) == 1 else None


def _is_at_home(g: Group) -> bool:
    """Whether a group may be spoken of all over the document: it has a noun of its own, or the head of the document names it."""
    return not (g.first.noun and g.first.noun.names_a_kind) or g.in_scope(None)


def _is_own(naming: Naming) -> bool:
    return bool(naming.noun and naming.noun.head.is_kind)


def _distance(g: Group, naming: Naming, scope: Scope) -> tuple[bool, int]:
    """Before the naming is better than after it; near is better than far."""
    return min((n.start > naming.start, abs(naming.start - n.start)) for n, s in g.namings if s == scope)


def _fits(g: Group, naming: Naming) -> bool:
    """Whether a back-reference may mean a group: the same noun or the end of its noun, and no adjective that the group lacks."""
    first = g.first
    if first.kind != naming.kind or first.plural != naming.plural or naming.noun is None or first.noun is None:
        return False
    if naming.type == "cluster" or first.type == "cluster":
        return naming.type == first.type and naming.plural
    mine, theirs = _lemma(naming), _lemma(first)
    alike = theirs.endswith(mine) or _is_misspelt(mine, theirs) or any(_lemma(n).endswith(mine) for n, _ in g.namings if n.noun)
    if not alike:
        return False
    if naming.topic and g.value("topic") and not _same_topic(fold(naming.topic), g.value("topic")):
        return False
    mine_all = frozenset(naming.adjectives)
    if naming.rank == "kind" and first.rank == "kind" and not mine_all and not g.adjectives:
        return True
    return mine_all <= g.adjectives


def _join_topics(groups: list[Group]) -> list[Group]:
    """One item speaks of one working group on a topic, whether it calls it a group or a network: they are joined where nothing speaks against it."""
    pairs = []
    for a in groups:
        for b in groups:
            if a is not b and a.first.start < b.first.start and _is_one_group(a, b):
                pairs.append((a, b))
    return _join(groups, pairs)


def _is_one_group(a: Group, b: Group) -> bool:
    x, y = a.first, b.first
    working = {"working_group", "network", "temporary_group"}
    if x.kind != y.kind or x.plural != y.plural or {x.type, y.type} - working or not any(b.in_scope(s) for _, s in a.namings):
        return False
    if x.plural:
        return any(_same_letters(m, n) for m, _ in a.namings for n, _ in b.namings)
    return _announced(a, b) or (_subject(x) != "" and _subject(x) == _subject(y) and _agree(_levels(a), _levels(b)) and x.noun != y.noun)


def _join_distributive(groups: list[Group]) -> list[Group]:
    """The words "PS-klyngen" after "PS-klyngerne" in one item means each of them, where no one of them was named before."""
    pairs = []
    for one in groups:
        first = one.first
        if (
            first.plural
            or first.type == "cluster"
            or first.kind != "forum"
            or first.noun is None
            or first.adjectives
            or first.topic
            or first.proper
            or one.spellings
        ):
            continue
        for many in groups:
            if many.first.plural and _means_each_of(one, many):
                pairs.append((many, one))
                break
    return _join(groups, pairs)


def _means_each_of(one: Group, many: Group) -> bool:
    lemmas = {_lemma(n) for n, _ in many.namings if n.noun}
    scopes = {s for _, s in many.namings}
    begin = many.namings[0][0].start
    return all(n.start > begin and s in scopes and n.noun is not None and n.noun.definite and _lemma(n) in lemmas for n, s in one.namings)


def _levels(g: Group) -> frozenset[str]:
    return frozenset(a for a in g.adjectives if words.is_one_of("level_adjectives", a))


def _announced(a: Group, b: Group) -> bool:
    """Whether one is set up without a name and the other is its name: "der nedsættes en arbejdsgruppe … Arbejdsgruppen vedr. demens"."""
    x, y = a.first, b.first
    starts = all(n.determiner in ("en", "et") for n, _ in a.namings if n.rank == "kind") and all(n.rank == "kind" for n, _ in a.namings)
    return starts and y.rank == "name" and bool(y.topic) and not y.adjectives and _lemma(y).endswith(_lemma(x))


def _subject(naming: Naming) -> str:
    """What a group is about: its topic, or the beginning of its noun ("patientsikkerhed|snetværk")."""
    if naming.topic:
        return fold(naming.topic)
    own = fold(naming.noun.beginning) if naming.noun and not naming.noun.names_a_kind else ""
    return own.removesuffix("s") if len(own) > 5 else ""


def subjects(g: Group) -> set[str]:
    """All that the namings of a group say it is about, folded."""
    return {_subject(n) for n, _ in g.namings} - {""}


def _same_letters(x: Naming, y: Naming) -> bool:
    """Whether both are like "PS-klynger" and "PS-grupper": the same letters before another noun."""
    mine, theirs = (n.noun.beginning.rstrip("-") if n.noun else "" for n in (x, y))
    return bool(mine) and mine == theirs and mine.isupper() and len(mine) >= 2
