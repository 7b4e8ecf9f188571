"""How far the topic of a body's name goes: "Arbejdsgruppen for | udskrivning af borgere med demens på tværs af sektorer | mødes".

A topic is one noun phrase: nouns with their adjectives, joined by "og", or by a preposition that its noun asks for (``topic_links`` of
``bodies.toml``). Anything else ends it.
"""

from __future__ import annotations

import re

from clustergraph import lexicon
from clustergraph.claims.body_words import Token, gap, is_determiner, is_passing, is_person_or_title, is_place, is_stop, is_verb, known, may_be_name
from clustergraph.lexicon import bodies as words

_ADJECTIVE_END = re.compile(r"(?:e|ig|sk|el|al|ær|iv)$")
_OPENING = re.compile(r' ["»”“„\']$')
_CLOSING = re.compile(r'["«»”“\']')


def phrase(text: str, line: list[Token], j: int) -> int:
    """The token behind the topic that begins at token ``j``: "børn og unge i psykisk mistrivsel | mødes"."""
    first = j
    if j < len(line) and line[j].text.casefold() in ("den", "det", "de"):
        j += 1
    begin = j
    while j < len(line) and not is_stop(line[j].text):
        j = _behind_known(line, j)
        if named := _named_project(text, line, j):
            return named
        if _leads_to_forum(text, line, j):
            continue
        if _is_adjective_here(text, line, j) and (not line[j - 1].text[0].isupper() or j - begin < 2 or is_place(line[j].text.casefold())):
            continue
        nested = _nested(text, line, j)
        across = _across(text, line, j)
        ahead = _continues(text, line, across)
        if nested or ahead is None:
            return nested or across
        j = ahead
    return j if j > begin else first


def _behind_known(line: list[Token], j: int) -> int:
    """The token behind the word at token ``j``, or behind the name in small letters that it begins: "almen praksis |"."""
    whole = known(line, j) if line[j].text[0].islower() else None
    return whole[1] + 1 if whole is not None else j + 1


def quoted(text: str, line: list[Token], j: int) -> int | None:
    """The token behind a name in quotation marks that begins at token ``j``: 'Temagruppen "Sammen om Sårbare"'; None where there is none."""
    if j >= len(line) or not _OPENING.search(gap(text, line, j)) or not line[j].text[0].isupper():
        return None
    closing = _CLOSING.search(text, line[j].end, line[j].end + 70)
    if closing is None or re.search(r"[.:;!?]", text[line[j].end : closing.start()]):
        return None
    last = j
    while last + 1 < len(line) and line[last + 1].end <= closing.start():
        last += 1
    return last + 1 if last - j < 7 and not words.is_one_of("forum_verbs", line[last].text) else None


def with_closing_quote(text: str, start: int, end: int) -> int:
    """The end of a stretch with the quotation mark that closes one inside it."""
    marks = re.findall(r'["»«”“„]', text[start:end])
    return end + 1 if len(marks) % 2 and _CLOSING.match(text, end) else end


def _named_project(text: str, line: list[Token], j: int) -> int | None:
    """The end of a project's name where the topic is a project: "projekt | Bro til Hverdagen |"; small words stand between capital ones."""
    if j >= len(line) or not words.is_one_of("topic_projects", line[j - 1].text):
        return None
    if (end := quoted(text, line, j)) is not None:
        return end
    last = j - 1
    while (step := _next_capital(text, line, last)) is not None:
        last = step
    return last + 1 if last >= j else None


def _next_capital(text: str, line: list[Token], at: int) -> int | None:
    """The next capital word of a name, right behind or behind one or two small words."""
    for step in range(at + 1, min(at + 4, len(line))):
        if gap(text, line, step) != " ":
            return None
        if line[step].text[0].isupper():
            return step
        if not words.is_one_of("topic_small_words", line[step].text):
            return None
    return None


def _nested(text: str, line: list[Token], j: int) -> int | None:
    """The end of the topic of a body that is itself the topic: "styregruppen for alliancen | om den nære psykiatri"."""
    own = words.noun(line[j - 1].text)
    if own is None or j + 1 >= len(line) or line[j].text not in own.head.topic or gap(text, line, j) != " ":
        return None
    end = phrase(text, line, j + 1)
    return end if end > j + 1 else None


def _is_adjective_here(text: str, line: list[Token], j: int) -> bool:
    """Whether the word before token ``j`` is an adjective or a genitive to it, or a stem that goes on with a place."""
    if j >= len(line) or gap(text, line, j) != " ":
        return False
    before, after = line[j - 1].text, line[j].text
    if words.stem(before):
        return after[0].isupper()
    if before[0].isupper():
        house = words.noun(after)
        own_house = house is not None and house.head.needs == "proper" and not house.definite and house.head.type in ("hospital", "municipality")
        return own_house or (may_be_name(after) and not words.municipality(after))
    if after in ("og", "i", "eller") or is_stop(after):
        return False
    return bool(_ADJECTIVE_END.search(before) or words.adjective(before) or words.is_one_of("topic_genitives", before))


def _leads_to_forum(text: str, line: list[Token], j: int) -> bool:
    """Whether the word before token ``j`` is an adjective of a body that is the topic: "Sekretariatet for Fagligt | Strategisk Forum"."""
    if j >= len(line) or gap(text, line, j) != " " or not (line[j - 1].text[0].isupper() and line[j].text[0].isupper()):
        return False
    return words.adjective(line[j - 1].text) is not None and (words.adjective(line[j].text) is not None or words.noun(line[j].text) is not None)


def _across(text: str, line: list[Token], j: int) -> int:
    """The token behind "på tværs" at token ``j``, else ``j``."""
    told = (
        j + 1 < len(line)
        and (line[j].text.casefold(), line[j + 1].text.casefold()) == ("på", "tværs")
        and gap(text, line, j) == gap(text, line, j + 1) == " "
    )
    return j + 2 if told else j


def _continues(text: str, line: list[Token], j: int) -> int | None:
    """Where the topic goes on behind a noun: after "og", in a list, after a preposition that the noun asks for; None where it ends."""
    if j + 1 >= len(line):
        return None
    between, word, after = gap(text, line, j), line[j].text, line[j + 1].text
    if between == "- " and word in ("og", "eller"):
        return j + 1
    if between == ", " and _closes_a_list(text, line, j):
        return j
    if between != " ":
        return None
    if word == "og" and gap(text, line, j + 1) == " " and (_joins(line[j - 1].text, after) or _joins_towns(text, line, j)):
        return j + 1
    if word == "ved" and _is_occasion(text, line, j + 1):
        return j + 1
    if word == "i" and after.islower() and _ADJECTIVE_END.search(after) and j + 2 < len(line) and not is_stop(line[j + 2].text):
        return j + 1
    return _linked(text, line, j)


def _linked(text: str, line: list[Token], j: int) -> int | None:
    """Where the topic goes on behind a preposition that its noun asks for: "udrulning af | telemedicin", "borgere med | demens"."""
    noun, preposition = line[j - 1].text, line[j].text
    titled = noun[0].isupper() and line[j + 1].text[0].isupper() and words.is_one_of("topic_title_words", preposition)
    if not (titled or words.topic_goes_on(noun, preposition)) or gap(text, line, j + 1) != " ":
        return None
    first = j + 1
    if line[first].text in ("den", "det", "de") and first + 1 < len(line):
        first += 1
    after = line[first].text
    if _ends_topic(after) or (titled and (is_place(after) or not may_be_name(after))):
        return None
    if after[0].islower():
        return first
    own = words.noun(after)
    return first if noun[0].isupper() and preposition != "i" and (own is None or own.plural) else None


def _ends_topic(word: str) -> bool:
    """Whether a word behind a preposition is no part of a topic: a time, a person, a body, "henblik"."""
    own = words.noun(word)
    told = is_stop(word) or words.is_one_of("topic_link_stops", word) or lexicon.is_month(word)
    return told or is_person_or_title(word) or (own is not None and own.definite)


def _is_occasion(text: str, line: list[Token], j: int) -> bool:
    """Whether one capital word behind "ved" is a matter ("Medicin ved Udskrivelse") and no place of work."""
    word = line[j].text
    if not line[j - 2].text[0].isupper() or not word[1:].islower() or not may_be_name(word) or is_place(word) or is_person_or_title(word):
        return False
    return word.endswith(("else", "ing", "tion")) and (j + 1 >= len(line) or gap(text, line, j + 1) != " " or line[j + 1].text[0].islower())


def _joins(before: str, after: str) -> bool:
    """Whether "og" joins two topics rather than two bodies or two sentences."""
    if (
        is_stop(after)
        or is_verb(after)
        or is_determiner(after)
        or is_passing(after)
        or words.noun(after)
        or words.stem(after)
        or words.municipality(after)
    ):
        return False
    return before[0].isupper() or after[0].islower()


def _joins_towns(text: str, line: list[Token], j: int) -> bool:
    """Whether "og" joins two towns of one name: "Styregruppen for Havnby og | Vejle"; not "… og Vejle Kommune"."""
    if not line[j - 1].text[0].isupper() or not words.municipality(line[j + 1].text):
        return False
    return j + 2 >= len(line) or gap(text, line, j + 2) != " " or (line[j + 2].text[0].islower() and words.noun(line[j + 2].text) is None)


def _closes_a_list(text: str, line: list[Token], j: int) -> bool:
    """Whether the word at ``j`` is the last but one of a list of topics: "Sundhed, | Kultur og Omsorg"."""
    if j + 2 >= len(line) or line[j + 1].text != "og" or gap(text, line, j + 1) != " ":
        return False
    return not is_stop(line[j].text) and _joins(line[j - 1].text, line[j + 2].text) and line[j].text[0].isupper() == line[j - 1].text[0].isupper()
