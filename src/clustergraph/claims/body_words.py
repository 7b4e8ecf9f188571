"""Which words round a head noun belong to the name of a body: small questions about tokens, asked by the grammar of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from clustergraph import lexicon
from clustergraph.lexicon import bodies as words
from clustergraph.lexicon import people
from clustergraph.lexicon.bodies import Known, Noun

if TYPE_CHECKING:
    from clustergraph.claims.body_naming import Rank

_TOKEN = re.compile(r"\b[Tt]ask [Ff]orce(?:n|s)?\b|(?:\b[Aa]d [Hh]oc-)?[^\W_]+(?:[-–/&][^\W_]+)*")
_COORDINATION = re.compile(r"(?:[^\W\d_]+-,\s+)*[^\W\d_]+-,?\s+(?:og|eller)\s+$")
_NAME = r"[A-ZÆØÅ][\wæøåé]+(?:-[A-ZÆØÅ][\wæøåé]+)?"
_NAME_LIST = re.compile(rf"(?:{_NAME},\s+)*{_NAME}\s+(?:og|samt)\s+$")
_NAMES_BEHIND = re.compile(rf"\s+{_NAME}(?:,\s+{_NAME})*,?\s+(?:og|samt)\s+{_NAME}")
_PIECE = re.compile(r"[^\W_]+")
_ONE_NAME = re.compile(_NAME)
_CAPITAL_ADJECTIVE = re.compile(r"(?:sk|lig|iv)(?:t|e)?$")
_OWNED = re.compile(r" (?:\w+e )?(?:\w*møde(?:t|r|rne)?|referat(?:et)?|dagsorden(?:en)?|behandling|beslutning(?:er)?|kommissorium)\b")
_ADJECTIVE_END = re.compile(r"(?:e|ig|sk|el|al|ær|iv)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word and where it stands."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a line; a hyphen inside a word does not part it."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def known(line: list[Token], i: int) -> tuple[Known, int, int] | None:
    """A name of the registry that begins at a token: what it is, its last token, and 1 where a genitive s hangs on it."""
    first = _PIECE.search(line[i].text)
    candidates = words.known_names().get(first.group().casefold(), ()) if first else ()
    if not candidates:
        return None
    parts: list[tuple[str, int]] = []  # words with hyphens parted, as the registry's are
    for n, token in enumerate(line[i : i + 8], i):
        pieces = _PIECE.findall(token.text)
        parts += [(piece, n if piece is pieces[-1] else -1) for piece in pieces]
    for spelling, exact, name in candidates:
        here = [p for p, _ in parts[: len(spelling)]]
        told = here if exact else [p.casefold() for p in here]
        if len(told) < len(spelling) or told[:-1] != list(spelling[:-1]):
            continue
        genitive = int(told[-1] == spelling[-1] + "s")
        last = parts[len(spelling) - 1][1]
        if any(b.start - a.end > 2 for a, b in pairwise(line[i : last + 1])):
            continue
        if (told[-1] == spelling[-1] or genitive) and last >= 0:
            return name, last, genitive
    return None


def is_acronym(word: str) -> bool:
    """Three to seven capital letters, with a number perhaps: "KOSU", "K17"."""
    return bool(re.fullmatch(r"[A-ZÆØÅ]{3,7}|[A-ZÆØÅ]\d{1,2}", word))


def is_met_or_answered_to(before: list[str]) -> bool:
    """Whether the two words before a name show a forum: "mødet i", "reference til", "nedsat"."""
    last, first = (["", "", *before])[-1], (["", "", *before])[-2]
    if words.is_one_of("meeting_words", first) and last == "i":
        return True
    return (words.is_one_of("answering_words", first) and last == "til") or words.is_one_of("founding_words", last)


def is_passing(word: str) -> bool:
    """An adjective or number that is no part of a name: "nye", "de fem", "17"."""
    return (word.isdigit() and len(word) <= 2) or words.is_one_of("passing", word)


def is_determiner(word: str) -> bool:
    """Whether a word is an article or points: "den", "en", "alle"."""
    return words.is_one_of("definite_determiners", word) or words.is_one_of("indefinite_determiners", word)


def looks_like_adjective(word: str) -> bool:
    """Whether a lower-case word has the ending of an adjective."""
    return word[1:].islower() and bool(_ADJECTIVE_END.search(word) or word.endswith("t")) and not is_stop(word) and not is_determiner(word)


def is_capital_adjective(word: str) -> bool:
    """Whether an unknown word with a capital is an adjective of a name: "Fynsk", "Ældremedicinsk", "Amtsligt"."""
    shape = word[0].isupper() and word[1:].islower() and len(word) > 4 and _CAPITAL_ADJECTIVE.search(word)
    return bool(shape) and not words.is_one_of("openers", word) and not people.is_given_name(word) and not people.is_title_word(word)


def is_amid_sentence(text: str, line: list[Token], i: int) -> bool:
    """Whether a word with a capital stands behind a word with a small letter: its capital is that of a name."""
    return i > 0 and line[i].text[0].isupper() and gap(text, line, i) == " " and line[i - 1].text[0].islower()


def owns_meeting(topic: str, after: str) -> bool:
    """Whether a topic stands in the genitive because a meeting or a decision of the body follows: "… for Sundheds møde"."""
    return topic.endswith("s") and not topic.endswith("ss") and bool(_OWNED.match(after))


def adjective_stem(word: str) -> str:
    """The ground form of an unknown adjective, near enough to compare two of them."""
    return re.sub(r"[et]$", "", word.casefold())


def is_stop(word: str) -> bool:
    """Whether a word ends the topic of a name: a number, a preposition, a verb of what forums do."""
    return word[0].isdigit() or words.is_one_of("topic_stops", word) or words.is_one_of("forum_verbs", word)


def coordination_before(text: str, start: int) -> str:
    """The words "Sundheds-, Psykiatri- og " before "Socialområdet"; "" where there is none."""
    match = _COORDINATION.search(text[:start])
    return match.group() if match else ""


def list_before(text: str, start: int) -> list[tuple[int, int]]:
    """The capital names of a list that ends right before an offset: "Odense, Assens og "."""
    match = _NAME_LIST.search(text[:start])
    return [(match.start() + m.start(), match.start() + m.end()) for m in _ONE_NAME.finditer(match.group())] if match else []


def list_behind(text: str, end: int) -> list[tuple[int, int]]:
    """The capital names of a list that begins right behind an offset: " Odense, Assens og Nyborg"."""
    match = _NAMES_BEHIND.match(text, end)
    return [(match.start() + m.start(), match.start() + m.end()) for m in _ONE_NAME.finditer(match.group())] if match else []


def municipality_before(text: str, line: list[Token], i: int, floor: int) -> int:
    """The first token of the name before "Kommune": the longest that the registry knows, else one capital word."""
    for j in range(max(floor, i - 4), i):
        if line[j].text[0].isupper() and words.municipality(text[line[j].start : line[i - 1].end]):
            return j
    if words.noun(line[i].text).plural:  # type: ignore[union-attr]
        return i - 1 if i > floor and line[i - 1].text[0].isupper() and list_before(text, line[i - 1].start) else i  # "Brandby og Vig kommuner"
    two = i - 2
    if two >= floor and capitals_before(text, line, i, floor, most=3) == two and _begins_name(text, line, two):
        return two  # "…, Store Bakke Kommune", "i Store Bakke Kommune": a name of two words
    return capitals_before(text, line, i, floor, most=1)


def _begins_name(text: str, line: list[Token], i: int) -> bool:
    """Whether a capital word begins a name of two words and is not the end of a person's, a title or an opener."""
    word = line[i].text
    if people.is_title_word(word) or people.is_given_name(word) or words.is_one_of("openers", word) or lexicon.is_month(word):
        return False
    return i == 0 or gap(text, line, i) != " " or line[i - 1].text[0].islower()


def owns_by_capitals(text: str, owner: str, start: int, after: str, noun: Noun) -> bool:
    """Whether "Klyngens" belongs to the name behind it: both with capitals in the midst of a sentence ("… til Klyngens Økonomiforum")."""
    amid = re.search(r"[^\W_][,)]? $", text[:start])
    return bool(amid) and owner[0].isupper() and after[0].isupper() and bool(noun.beginning) and not noun.plural


def is_of_many(text: str, line: list[Token], i: int, floor: int, noun: Noun) -> bool:
    """Whether the word before a capital head belongs to its name: whose it is ("Patienternes Panel"), or its town ("Enslev Ældreråd")."""
    if noun.plural or capitals_before(text, line, i, floor, most=1) == i:
        return False
    before = line[i - 1].text
    if not line[i].text[0].isupper():  # "Søvnaftalens styregruppe"
        return not noun.definite and len(before) > 6 and before.endswith(("ens", "ets")) and noun.names_a_kind and bool(noun.beginning)
    if noun.beginning and not noun.says_only_kind:
        association = noun.head.type == "interest_organisation" and not is_person_or_title(before)  # "Brabrand Boligforening"
        return not noun.definite and (association or (noun.head.type == "council" and not before.endswith("s")))
    return not noun.definite and len(before) > 6 and before.endswith("nes")


def capitals_before(text: str, line: list[Token], i: int, floor: int, most: int) -> int:
    """The first of up to ``most`` capital words right before token ``i``; words that only open a sentence are none."""
    j = i
    while j > floor and i - j < most and text[line[j - 1].end : line[j].start] == " " and may_be_name(line[j - 1].text):
        j -= 1
    return j


def may_be_name(word: str) -> bool:
    """Whether a capital word may be part of a proper name: no opener, no adjective and no head of a name itself."""
    if not word[0].isupper() or words.is_one_of("openers", word) or is_passing(word):
        return False
    return words.noun(word) is None and not words.adjective(word)


def proper_after(text: str, line: list[Token], i: int, noun: Noun) -> int:
    """The token behind the proper name that follows a head: "Region | Sjælland", "Faglig operativ gruppe | Børn og Unge"."""
    if noun.head.proper == "number":
        numbered = i + 1 < len(line) and line[i + 1].text.isdigit() and not noun.definite
        return i + 2 if numbered else i + 1
    most = 1 if noun.head.type in ("region", "cluster", "hospital", "hospital_department") else 3
    j = i + 1
    while j < len(line) and j - i <= most + 1 and text[line[j - 1].end : line[j].start] == " ":
        word = line[j].text
        if word == "og" and j > i + 1 and most > 1 and j + 1 < len(line) and _goes_on(text, line, j):
            j += 2
            continue
        if j > i + 1 and people.is_given_name(word) and noun.head.kind == "organisation" and line[j + 1 : j + 2] and line[j + 1].text[0].isupper():
            break  # "Foreningen Åben Dør Kaj Lind"
        if j - i > most or not (_may_follow(word, noun) or _is_lone_name(text, line, j, noun)):
            break
        j += 1
    if noun.head.type == "cluster" and j == i + 2 and place_of_known(text, line, j):  # "Sundhedsklynge Gudenå Syd"
        j += 1
    while noun.head.type == "cluster" and j > i + 1 and gap(text, line, j) in (" – ", " - ", "-") and words.municipality(line[j].text):
        j += 1  # "Sundhedsklynge Havnby – Vejle – Assens"
    return _behind_hyphen(text, line, i, j, noun)


def _behind_hyphen(text: str, line: list[Token], i: int, j: int, noun: Noun) -> int:
    """The token behind a proper name that two places share: "Sundhedsråd Nord- og Midtland | mødes"."""
    shared = j == i + 2 and j + 1 < len(line) and gap(text, line, j) == "- " and line[j].text.casefold() == "og"
    if not shared or noun.head.kind != "forum" or not _is_free_capital(line[j + 1].text):
        return j
    end = j + 2
    return end + 1 if end < len(line) and gap(text, line, end) == " " and is_place(line[end].text.casefold()) else end


def _goes_on(text: str, line: list[Token], j: int) -> bool:
    word = line[j + 1].text
    return text[line[j].end : line[j + 1].start] == " " and may_be_name(word) and not words.municipality(word) and words.stem(word) is None


def _may_follow(word: str, noun: Noun) -> bool:
    if noun.head.lemma in ("klynge", "niveau") and word[0].isupper() and words.adjective(word):
        return False
    if not _is_free_capital(word):
        return False
    return noun.head.kind == "organisation" or noun.head.type == "cluster" or not noun.definite or is_place(word)


def _is_free_capital(word: str) -> bool:
    own = words.noun(word)
    if own is not None and own.head.needs != "coordination":
        return False
    return word[0].isupper() and not words.is_one_of("openers", word) and not is_determiner(word)


def _is_lone_name(text: str, line: list[Token], j: int, noun: Noun) -> bool:
    """Whether one capital word stands behind a definite compound ("Styregruppen Enghaven"); a person would have two."""
    if not noun.beginning or not _is_free_capital(line[j].text) or is_stop(line[j].text):
        return False
    if j + 1 >= len(line) or gap(text, line, j + 1) != " " or not line[j + 1].text[0].isupper():
        return True
    ends = j + 2 >= len(line) or gap(text, line, j + 2) != " " or line[j + 2].text[0].islower()  # "Koordinationsgruppen Indre By"
    shaped = looks_like_adjective(line[j].text.casefold()) or noun.names_a_kind
    return ends and shaped and noun.definite and not is_person_or_title(line[j].text) and words.noun(line[j + 1].text) is None


def is_given_name(word: str) -> bool:
    """Whether a word is a person's given name."""
    return people.is_given_name(word)


def is_person_or_title(word: str) -> bool:
    """Whether a word begins a person's name or is a title."""
    return people.is_given_name(word) or people.is_title_word(word)


def place_of_known(text: str, line: list[Token], i: int) -> bool:
    """Whether one capital word right behind a known name is its place: "VIA Nordkysten"; a person would have two."""
    if i >= len(line) or gap(text, line, i) != " " or not may_be_name(line[i].text) or people.is_title_word(line[i].text):
        return False
    return not people.is_given_name(line[i].text) and (i + 1 >= len(line) or gap(text, line, i + 1) != " " or line[i + 1].text[0].islower())


def is_verb(word: str) -> bool:
    """Whether a word with a small letter is a finite verb of minutes: "orienterer"."""
    return word[:1].islower() and people.is_verb(word)


def is_place(word: str) -> bool:
    """Whether a word is a municipality, a region's name or a point of the compass, as clusters and hospitals are named by."""
    return words.municipality(word) is not None or words.is_one_of("place_words", word) or word in _region_names()


def is_place_cluster(noun: Noun, proper: str) -> bool:
    """Whether a word in -klynge is a health cluster: named by a place, or called so; "PS-klynge" is neither."""
    beginning = noun.beginning.rstrip("-")
    if not beginning or beginning.casefold() in noun.head.kinds:
        return True
    return beginning[0].isupper() and not beginning.isupper() and not proper


def without_genitive(noun: Noun, proper: str, after: str) -> tuple[str, int]:
    """A proper name without its genitive s, and how many letters went: where the registry knows the name without it, or a thing follows."""
    if noun.head.type == "cluster" and proper.endswith("s") and re.match(r" [a-zæøå]", after) and not is_place(proper):
        return (proper, 0) if is_stop(after.split()[0]) else (proper[:-1], 1)
    if noun.head.type == "region" and proper.endswith("s") and proper not in _region_names() and proper[:-1] in _region_names():
        return proper[:-1], 1
    return proper, 0


def _region_names() -> set[str]:
    told = {name.removeprefix("Region ") for row in words.registry("regions") for name in (row["name_da"], *row["aliases"].split(";"))}
    return {name for name in told if not (name.endswith("s") and name[:-1] in told)}


def owns(owner: Noun | None, genitive: bool, noun: Noun, between: str) -> bool:
    """Whether a name right before another is its owner: "Aarhusklyngens netværk", "Sundhedsklynge Syd Fagligt Strategisk Niveau"."""
    if noun.head.kind == "organisation":
        return False
    if genitive and between in (" ", "s "):
        return True
    return bool(owner and owner.head.type == "cluster" and between in (" ", ", ", " - ", " – ") and noun.head.needs == "adjective")


def rank_of_capital(noun: Noun, capital: bool, own: bool, described: bool, topic: bool, named: bool) -> Rank | None:
    """The rank of a head that is a body only with a capital letter, a topic or a beginning of its own."""
    if noun.head.kind == "organisation":
        own = own or noun.lemma == "psykiatrien"
        return "name" if capital and (own or described or topic or named) and not noun.plural else "bare"
    if own and (capital or noun.definite or described):
        return "name"
    if topic and (capital or noun.definite):
        return "name"
    return "name" if named or (described and capital) else "bare"


def gap(text: str, line: list[Token], j: int) -> str:
    """What stands between token ``j`` and the one before it; a bar at the end of the line."""
    return text[line[j - 1].end : line[j].start] if j < len(line) else "|"


def place_after(text: str, line: list[Token], j: int) -> tuple[int, int] | None:
    """The place, cluster or hospital of "i Randers", "i Region Sjælland", "i Fjordklyngen", "ved Sygehus Nord" at token ``j``."""
    if j + 1 >= len(line) or gap(text, line, j) != " " or not line[j + 1].text[0].isupper() or is_determiner(line[j + 1].text):
        return None
    if line[j].text != "i":
        return _house_at(text, line, j + 1) if line[j].text in ("ved", "på") else None
    last = j + 1
    own = words.noun(line[last].text)
    if lexicon.is_month(line[last].text) or (own and own.head.type not in ("cluster", "region", "municipality")):
        return None
    while last + 1 < len(line) and last < j + 3 and gap(text, line, last + 1) == " " and line[last + 1].text[0].isupper():
        last += 1
    if last + 1 < len(line) and gap(text, line, last + 1) == " " and words.noun(line[last + 1].text):
        last += 1
    return line[j + 1].start, line[last].end


def _house_at(text: str, line: list[Token], first: int) -> tuple[int, int] | None:
    """The hospital whose name begins at a token: "Sygehus Nord", "Vestby Sygehus"; None where none does."""
    last = first
    while last + 1 < len(line) and last < first + 2 and gap(text, line, last + 1) == " " and line[last + 1].text[0].isupper():
        last += 1
    heads = [n for token in line[first : last + 1] if (n := words.noun(token.text)) is not None]
    return (line[first].start, line[last].end) if last > first and any(n.head.type == "hospital" for n in heads) else None
