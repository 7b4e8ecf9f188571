"""Joining what a document calls by several names: short forms and misspellings, brackets, one topic under two nouns, each of many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clustergraph.claims.body_identity import Group, Placed, agree, is_misspelt, key_of, lemma_of, levels, owner_of, same_topic, says_less, subject_of
from clustergraph.claims.body_names import Naming
from clustergraph.lexicon import bodies as words
from clustergraph.lexicon.bodies import fold


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


def short_forms(groups: list[Group]) -> list[Group]:
    """A name that says less joins the one name that says the same and more, of several the one last named; misspellings join what they misspell."""
    for _ in range(2):
        pairs = []
        for short in groups:
            fuller = [g for g in groups if g is not short and _is_short_form(short, g)]
            if len(fuller) == 1:
                pairs.append((fuller[0], short))
            elif fuller and short.first.noun and short.first.noun.definite:
                begin = short.namings[0][0].start
                before = [g for g in fuller if g.namings[0][0].start < begin]
                pairs += [(max(before, key=lambda g: _last_before(g, begin)), short)] if before else []
        groups = _join(groups, pairs)
    return groups


def _is_acronym_of(short: str, full: Naming) -> bool:
    """Whether letters in capitals begin as a name does and end with the first letter of its noun: "PIU" for "Patientinddragelsesudvalget"."""
    return bool(full.noun) and short.isupper() and len(short) >= 3 and not full.plural and _abbreviates(short, full) and _ends_with_noun(short, full)


def _ends_with_noun(short: str, full: Naming) -> bool:
    if full.noun is None or full.noun.head.lemma[0] != short[-1].casefold() or full.proper:
        return False
    if not full.topic:
        return True
    words = [*re.findall(r"\w+(?=-)", full.coordination), full.noun.beginning]
    return len(words) > 1 and short[:-1].casefold() == "".join(word[:1].casefold() for word in words)  # "KEU" leaves the topic out


def _last_before(g: Group, place: int) -> int:
    return max(n.start for n, _ in g.namings if n.start < place)


def _is_short_form(short: Group, full: Group) -> bool:
    a, b = short.first, full.first
    if a.noun is None:
        return _is_short_word(a, b)
    if a.kind != b.kind or (a.plural != b.plural and not a.maybe_one) or a.former != b.former or b.noun is None:
        return False
    if a.type == "cluster" or b.type == "cluster":
        return a.type == b.type and is_misspelt(key_of(a)[-1], key_of(b)[-1])
    if a.kind == "organisation":
        return _is_short_organisation(a, b)
    same = lemma_of(a) == lemma_of(b)
    if same and a.maybe_one:
        return not b.plural and not b.topic
    if not same and not is_misspelt(lemma_of(a), lemma_of(b)):
        return False
    topic_a, topic_b = short.value("topic"), full.value("topic")
    if not same:
        return topic_a == topic_b and short.adjectives == full.adjectives and len(short.namings) <= len(full.namings)
    if topic_a and topic_b:
        return same_topic(topic_a, topic_b) and agree(short.adjectives, full.adjectives) and says_less(a, b)
    if owner_of(a) or topic_a:
        return owner_of(a) == owner_of(b) and not topic_a and short.adjectives < full.adjectives
    if not topic_b and not owner_of(b) and short.adjectives >= full.adjectives:
        return False
    return short.adjectives <= full.adjectives


def _is_short_word(a: Naming, b: Naming) -> bool:
    """Whether a name without a noun is short for another: "KKR" for "KKR Fyn", "PIU", the town of a municipality."""
    if a.kind != b.kind:
        return False
    if b.noun is None:
        branch = a.text.isupper() and re.fullmatch(rf"{re.escape(a.text)} [A-ZÆØÅ][\w-]+", b.text)  # "LAP" for "LAP Midt"
        return a.text != b.text and bool(branch or (words.stem(a.text) and b.text.startswith(a.text)))
    if a.kind == "forum":
        return _is_acronym_of(a.text, b)
    if b.proper == a.text and b.noun.definite and a.start > b.start:  # "Boligselskabet Fjordhjem … Fjordhjem"
        return True
    return fold(b.text) in (fold(a.text + noun) for noun in b.noun.head.forms)


def _is_short_organisation(a: Naming, b: Naming) -> bool:
    if a.noun is None or b.noun is None or a.noun.head is not b.noun.head:
        return False
    if a.type == "psychiatry":
        plain = not a.proper and not a.coordination and a.noun.lemma.casefold() in ("psykiatrien", "regionspsykiatrien")
        return plain and b.noun.lemma.casefold() in ("psykiatrien", "regionspsykiatrien") and not b.proper and a.start > b.start
    if a.proper and b.proper:
        return lemma_of(a) == lemma_of(b) and fold(a.proper) == fold(b.proper) + "s"
    return lemma_of(a) == lemma_of(b) and bool(a.topic) and same_topic(fold(a.topic), fold(b.topic)) and a.start > b.start


_BRACKET = re.compile(
    r"\s*\((?!(?:tidligere|før|hidtil)\b)(?:[^()]{0,40}?\b(?:kaldet|kaldt|benævnt|benævnes|forkortet)\s+(?P<name>[^()]+)|(?P<short>[^()\s]{2,20}))\)"
)


def by_brackets(groups: list[Group], placed: Sequence[Placed], text: str) -> list[Group]:
    """A name and what stands in brackets right behind it: "(TSN)", "(PS-gruppen)", "(herefter kaldet PS-klynger)"."""
    by_start = {n.start: g for g in groups for n, _ in g.namings}
    pairs: list[tuple[Group, Group]] = []
    for g in groups:
        for naming, _ in g.namings:
            pairs += _full_in_bracket(g, naming, by_start, text)
            pairs += _called_from_here(g, naming, by_start, text)
            match = _BRACKET.match(text, naming.end)
            if not match:
                continue
            part = "name" if match.group("name") else "short"
            other = by_start.get(match.start(part))
            if other is not None and other is not g and other.first.kind == g.first.kind:
                if g.first.kind == "forum" or _abbreviates(match.group(part), naming):  # "Danske Patienter (Gigtforeningen)" are two
                    pairs.append((g, other))
            elif other is None and _abbreviates(match.group(part), naming):
                g.spellings.add(match.group(part))
                pairs += [(g, h) for h in groups if h is not g and h.first.noun is None and h.first.text == match.group(part)]
    return _join(groups, pairs)


def _full_in_bracket(g: Group, naming: Naming, by_start: dict[int, Group], text: str) -> list[tuple[Group, Group]]:
    """Letters and the whole name in brackets right behind them: "TANDSAM (Tandfagligt Samråd)"."""
    opening = re.match(r"\s*\(\s*(?:(?:den|det|de) )?", text[naming.end : naming.end + 12], re.IGNORECASE)
    full = by_start.get(naming.end + opening.end()) if opening and naming.noun is None and naming.text.isupper() else None
    return [(full, g)] if full is not None and full is not g and any(_abbreviates(naming.text, n) for n, _ in full.namings) else []


_CALLED = re.compile(
    r"\s*[,(]\s*(?:herefter|i det følgende|også|i daglig tale)(?:\s+(?:kaldet|kaldt|benævnt|forkortet|blot))*\s+(?:(?:den|det|de)\s+)?", re.IGNORECASE
)


def _called_from_here(g: Group, naming: Naming, by_start: dict[int, Group], text: str) -> list[tuple[Group, Group]]:
    """What a name says of itself: "…, i det følgende benævnt Søvnforum", "(herefter DSF)"; letters that no grammar knows are a spelling."""
    told = _CALLED.match(text, naming.end)
    if told is None:
        return []
    other = by_start.get(told.end())
    if other is not None:
        return [(g, other)] if other is not g and other.first.kind == g.first.kind else []
    letters = re.compile(r"[A-ZÆØÅ]{2,9}\b").match(text, told.end())
    if letters and _abbreviates(letters.group(), naming):
        g.spellings.add(letters.group())
        return [(g, h) for h in by_start.values() if h is not g and h.first.noun is None and h.first.text == letters.group()]
    return []


def _abbreviates(short: str, naming: Naming) -> bool:
    """Whether letters may stand for a name: capitals that begin with its first letter or that of its noun, or occur in it in order."""
    letters = [c for c in short if c.isupper()]
    if len(letters) < 2 or len(letters) < len(short) / 2:
        return False
    name = naming.text.casefold()
    return any(short[0].casefold() == way[0] and _holds_in_order(way, letters) for way in (name, re.sub(r"^(?:den|det|de) ", "", name)))


def _holds_in_order(name: str, letters: Sequence[str]) -> bool:
    rest = iter(name)
    return all(c.casefold() in rest for c in letters)


def by_topic(groups: list[Group]) -> list[Group]:
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
    if lemma_of(x) == lemma_of(y) and x.topic and y.topic and _says_topic_again(x, y):
        return True
    return _announced(a, b) or (subject_of(x) != "" and subject_of(x) == subject_of(y) and agree(levels(a), levels(b)) and x.noun != y.noun)


def _says_topic_again(x: Naming, y: Naming) -> bool:
    """Whether one naming with a small letter tells the topic of the other's name in fewer words: "arbejdsgruppe om udskrivning"."""
    short, full = sorted((x, y), key=lambda n: len(n.topic))
    return not short.capital and full.capital and len(fold(short.topic)) >= 6 and fold(short.topic) in fold(full.topic)


def _announced(a: Group, b: Group) -> bool:
    """Whether one is set up without a name and the other is its name: "der nedsættes en arbejdsgruppe … Arbejdsgruppen vedr. demens"."""
    x, y = a.first, b.first
    starts = all(n.determiner in ("en", "et") for n, _ in a.namings if n.rank == "kind") and all(n.rank == "kind" for n, _ in a.namings)
    return starts and y.rank == "name" and bool(y.topic) and not y.adjectives and lemma_of(y).endswith(lemma_of(x))


def _same_letters(x: Naming, y: Naming) -> bool:
    """Whether both are like "PS-klynger" and "PS-grupper": the same letters before another noun."""
    mine, theirs = (n.noun.beginning.rstrip("-") if n.noun else "" for n in (x, y))
    return bool(mine) and mine == theirs and mine.isupper() and len(mine) >= 2


def by_distribution(groups: list[Group]) -> list[Group]:
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
    lemmas = {lemma_of(n) for n, _ in many.namings if n.noun}
    scopes = {s for _, s in many.namings}
    begin = many.namings[0][0].start
    return all(n.start > begin and s in scopes and n.noun is not None and n.noun.definite and lemma_of(n) in lemmas for n, s in one.namings)
