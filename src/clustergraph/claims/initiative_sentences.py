"""Which sentence speaks of which initiative: it names it, means it by "projektet" and the like, or stands in its table row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clustergraph.claims import places
from clustergraph.claims.initiative_groups import Group, key
from clustergraph.claims.initiative_parts import joined
from clustergraph.claims.reading import Reading
from clustergraph.lexicon import initiatives as lexicon
from clustergraph.lexicon.dates import alternatives


def assigned(reading: Reading, groups: Sequence[Group]) -> Iterator[tuple[int, tuple[int, int], bool]]:
    """An initiative and a sentence about it: named in it, meant by "projektet" and the like, or inside its row.

    The flag is false where the sentence names another initiative before this one.
    """
    titles = _titles(reading, groups)
    scopes = [(c.scope, i) for i, g in enumerate(groups) for c in g.candidates if c.scope and "focus" not in c.facts]
    patterns = [mention(g) for g in groups]
    focused = {i for i, g in enumerate(groups) if any("focus" in c.facts for c in g.candidates)}
    whole = [0] if len(groups) == 1 else _of_document(reading, groups)
    current: list[int] = []
    under: int | None = None  # the initiative that the heading names
    item = -2
    for line in places.body_lines(reading):
        part = places.item_of(reading, line.start)
        index = part.index if part else -1
        if index != item:
            item, current, under = index, [], titles.get(index)
        last = None  # the initiative that this line named last
        for sentence in reading.sentences_in(line):
            words = reading.text[sentence[0] : sentence[1]]
            inside = [(scope[1] - scope[0], i) for scope, i in scopes if scope[0] <= sentence[0] < scope[1]]
            own = min(inside, key=lambda s: s[0])[1] if inside else None
            if own is not None:
                yield _other_in_row(words, groups, scopes, own), sentence, True
                continue
            hits = sorted((m.start(), -m.end(), i) for i, m in enumerate(p.search(words) for p in patterns) if m)
            named = [(start, i) for start, _, i in hits]
            if named:
                current = [i for i in current if i not in {n for _, n in named}] + [i for _, i in reversed(named) if i not in focused]
                yield from ((i, sentence, n == 0) for n, i in enumerate(dict.fromkeys(i for _, i in named)))
                last = named[0][1]
                under = last if places.is_heading(line) else under
            elif (goes_on := under if last is None else last) is not None and _has_no_subject(words):
                yield goes_on, sentence, True
            elif places.is_heading(line) and places.is_numbered(line):
                current, under = [], None
            elif (meant := _meant(words, groups, current or whole)) is not None:
                yield meant, sentence, True
            elif (told := titles.get(index, under)) is not None and _names_people(words):
                yield told, sentence, True
            elif current and joined().search(words):
                yield current[-1], sentence, True


def _of_document(reading: Reading, groups: Sequence[Group]) -> list[int]:
    """The only initiative that the head of a document names: "projektet" is that one where nothing else has been named."""
    named = [i for i, group in enumerate(groups) if any(reading.part_at(c.start, "header") for c in group.candidates)]
    return named if len(named) == 1 else []


def _has_no_subject(words: str) -> bool:
    """Whether a sentence begins with its verb or a label, so that it goes on with what was spoken of: "Forlænges til 2026.", "Tovholder: …"."""
    opens = re.match(rf"\W*(?:{lexicon.any_of('sentences.goes_on')})(?!\w)", words, re.IGNORECASE)
    return opens is not None and not words.rstrip().endswith("?")


def _names_people(words: str) -> bool:
    return bool(lexicon.pattern("people.roles").search(words) or lexicon.pattern("people.contact_before").search(words))


def _titles(reading: Reading, groups: Sequence[Group]) -> dict[int, int]:
    """The initiative that the title of a point names, by the index of the point."""
    found: dict[int, int] = {}
    for item in places.top_items(reading):
        title = key(places.title_of(reading, item))
        for i, group in enumerate(groups):
            if title in group.keys() or any(item.start <= c.start < item.content for c in group.candidates):
                found.setdefault(item.index, i)
    return found


def _other_in_row(words: str, groups: Sequence[Group], scopes: Sequence[tuple[tuple[int, int] | None, int]], own: int) -> int:
    """The other initiative of the table that a sentence of a row names, else the row's own."""
    text = key(words)
    if any(len(k) >= 8 and k in text for k in groups[own].keys()):
        return own
    return next((i for _, i in scopes if i != own and any(len(k) >= 8 and k in text for k in groups[i].keys())), own)


def mention(group: Group) -> re.Pattern[str]:
    """Any of the names of an initiative, as whole words."""
    ways = {w for w in (group.name, *group.aliases()) if len(w) >= 4 or w.isupper()}
    if group.name in lexicon.words("sentences.bare_heads"):
        ways |= {f"{group.name}{ending}" for ending in ("en", "et", "erne", "er")}
    forms = sorted(ways, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![\w-])(?:{alternatives(tuple(forms))})(?!\w)", re.IGNORECASE)


def _meant(words: str, groups: Sequence[Group], current: Sequence[int]) -> int | None:
    """The initiative named last that a word such as "projektet" in a sentence may stand for."""
    if current and re.search(
        rf"(?<!\w)(?:{alternatives(lexicon.back_references()['latest'])})(?!\w)|^\W*(?:{lexicon.any_of('sentences.costs')})(?!\w)",
        words,
        re.IGNORECASE,
    ):
        return current[-1]
    for index in reversed(current):
        head = groups[index].head or ""
        forms = [f for h, fs in lexicon.back_references().items() if head.endswith(h) for f in fs]
        if not head.endswith(lexicon.words("sentences.no_project")):
            forms += lexicon.back_references()["any"]
        if head:
            forms += [f"{head}n" if head.endswith("e") else f"{head}en", f"{head}et"]
        if head and head not in lexicon.words("sentences.generic_heads"):
            forms.append(head)
        pattern = rf"(?<!\w)(?:{alternatives(tuple(forms))})(?!\w|\s+(?:{lexicon.any_of('topic_words')})\s)"
        if re.search(pattern, words, re.IGNORECASE) or _is_ending(words, groups[index].name):
            return index
    return None


def _is_ending(words: str, name: str) -> bool:
    """Whether a sentence begins with the end of a name, made definite: "Teamet" for "Fælles Faldteam"."""
    begin = re.match(r"\W*(?P<whole>(?P<base>[\wæøåÆØÅ]{4,}?)(?:et|en|n))\s", words)
    last = name.casefold().split()[-1]
    return begin is not None and len(last) > len(begin["whole"]) and last.endswith((begin["base"].casefold(), begin["whole"].casefold()))
