"""Bodies whose name has no head noun: known as a whole, by a stem or letters, or shown by a word beside them ("leverandøren Nordlys Film")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clustergraph.claims import body_words as w
from clustergraph.claims.body_naming import Naming
from clustergraph.claims.body_words import Token
from clustergraph.lexicon import bodies as words
from clustergraph.lexicon.bodies import BodyKind

_COMPANY = re.compile(r"\s+(?:A/S|ApS|I/S|P/S|K/S|IVS|A\.M\.B\.A\.|a\.m\.b\.a\.)(?![\w/])")
_MOST = 5  # words of a unit's name


def _naming(text: str, start: int, end: int, kind: BodyKind, type_: str, known: str | None = None, genitive: bool = False) -> Naming:
    return Naming(start, start, end, end, " ".join(text[start:end].split()), kind, type_, "name", known=known, genitive=genitive)


def known(text: str, line: list[Token], i: int) -> Naming | None:
    """A name known as a whole: "KL", "Danske Regioner"."""
    found = w.known(line, i)
    if found is None:
        return None
    row, last, genitive = found
    if row.type == "education" and not genitive and w.place_of_known(text, line, last + 1):
        last += 1
    end = line[last].end - genitive
    if not genitive and (form := _COMPANY.match(text, end)):
        end = form.end()
    return _naming(text, line[i].start, end, row.kind, row.type, row.name, bool(genitive))


def stem(text: str, line: list[Token], i: int) -> Naming | None:
    """A stem with its place: "PLO-Sjælland", "PLO Fyn"."""
    row = words.stem(line[i].text)
    if row is None:
        return None
    last = i
    if line[i].text == row["word"]:
        if _follows(text, line, i + 1):
            last = i + 1
        elif row.get("needs_place"):
            return None
    return _naming(text, line[i].start, line[last].end, row["kind"], row["type"])


def acronym(text: str, line: list[Token], i: int) -> Naming | None:
    """Letters in capitals that decide, meet or are answered to as a forum does."""
    token = line[i]
    if not w.is_acronym(token.text) or words.is_one_of("openers", token.text):
        return None
    before = [t.text.casefold() for t in line[max(0, i - 2) : i]]
    after = line[i + 1].text if i + 1 < len(line) else ""
    if not (words.is_one_of("deciding_verbs", after) or w.is_met_or_answered_to(before)):
        return None
    return _naming(text, token.start, token.end, "forum", "other")


def apposed(text: str, line: list[Token], i: int) -> Naming | None:
    """A name behind the word that says what it is: "leverandøren Nordlys Film", "kontoret Kvalitet og Data"."""
    type_ = words.apposition(line[i].text)
    first = i + 1
    if type_ is None or not _follows(text, line, first) or _bears_name(line[i].text):
        return None
    if words.stem(line[first].text) or w.known(line, first) or w.is_given_name(line[first].text):
        return None
    unit = _unit(text, line, first, type_)
    if unit is None or not line[i].text[0].isupper() or not re.search(r"[\w,;]\s*$", text[: line[i].start]):
        return unit
    return _naming(text, line[i].start, unit.end, "organisation", type_)  # "Konsulenthuset Norden"


def _bears_name(word: str) -> bool:
    """Whether the noun itself belongs to the name behind it: "Foreningen Åben Dør"."""
    noun = words.noun(word)
    return noun is not None and (noun.head.proper == "right" or (noun.head.proper == "alone" and noun.says_only_kind))


def revealed(text: str, line: list[Token], i: int) -> Naming | None:
    """A unit that a verb shows: "… sekretariatsbetjenes af Kvalitet og Udvikling", "evalueringen er udført af NORDA"."""
    first = line[i].text
    before = line[max(0, i - 3) : i]
    told = words.reveals(" ".join(t.text for t in before[-2:]), first) or words.reveals(" ".join(t.text for t in before), first)
    labeled = bool(before) and words.reveals_label(before[-1].text) and w.gap(text, line, i) in (": ", ". ", ":\t", " | ")
    if not first[0].isupper() or not (told or labeled):
        return None
    if not _follows(text, line, i) or w.is_person_or_title(first):
        return None
    return _unit(text, line, i, None)


def names_companies(text: str) -> bool:
    """Whether a line holds the letters of a company at all."""
    return _COMPANY.search(text) is not None


def company(text: str, line: list[Token], i: int) -> Naming | None:
    """Capital words before the letters of a company: "Nordlys Film ApS"."""
    if not _is_proper(line, i):
        return None
    last = i
    while True:
        if form := _COMPANY.match(text, line[last].end):
            return _naming(text, line[i].start, form.end(), "organisation", "company")
        if last - i >= _MOST or w.gap(text, line, last + 1) not in (" ", " & ") or not _is_proper(line, last + 1):
            return None
        last += 1


def of_owner(text: str, line: list[Token], i: int) -> Naming | None:
    """A unit of two fields that a preposition and its employer show: "fra | Beredskab og Akut | i Vejby Kommune"."""
    if i == 0 or not line[i].text[0].isupper() or not words.is_one_of("unit_prepositions", line[i - 1].text):
        return None
    if not _follows(text, line, i) or w.is_person_or_title(line[i].text):
        return None
    last = _last_of_unit(text, line, i)
    joined = any(t.text == "og" for t in line[i:last])
    employer = last + 1 if w.gap(text, line, last + 1) == ", " else last + 2
    if not joined or last + 1 >= len(line) or (employer == last + 2 and line[last + 1].text != "i") or not _is_employer(line, employer):
        return None
    return _naming(text, line[i].start, line[last].end, "organisation", words.unit_type(text[line[i].start : line[last].end]))


def placed(text: str, line: list[Token], i: int) -> Naming | None:
    """A unit of an employer that follows it: "Hjemmeplejen | i Tang Kommune", "Visitationen, Ege Kommune"."""
    if not line[i].text[0].isupper() or not words.is_one_of("placed_units", line[i].text):
        return None
    employer = i + 2 if w.gap(text, line, i + 1) == " " and words.is_one_of("unit_prepositions", line[i + 1].text) else i + 1
    if employer == i + 1 and w.gap(text, line, employer) != ", ":
        return None
    if employer >= len(line) or not line[employer].text[0].isupper() or not _is_employer(line, employer):
        return None
    return _naming(text, line[i].start, line[i].end, "organisation", words.unit_type(text[line[i].start : line[employer + 1 : employer + 2][0].end]))


def behind_owner(text: str, line: list[Token], i: int, previous: Naming | None) -> Naming | None:
    """A unit of two fields that ends a line behind its employer: "Region Vest, | Patientforløb og Økonomi"."""
    if previous is None or previous.type not in ("region", "municipality") or w.gap(text, line, i) != ", " or previous.name_end != line[i - 1].end:
        return None
    last = _last_of_unit(text, line, i) if _is_proper(line, i) and not w.is_person_or_title(line[i].text) else i
    if not any(t.text == "og" for t in line[i:last]) or text[line[last].end :].strip(" .|"):
        return None
    return _naming(text, line[i].start, line[last].end, "organisation", words.unit_type(text[line[i].start : line[last].end]))


def _is_employer(line: Sequence[Token], i: int) -> bool:
    """Whether a municipality or region is named at a token or right behind it: "Vejby Kommune", "Region Vest"."""
    heads = [words.noun(token.text) for token in line[i : i + 3]]
    return any(noun is not None and noun.head.type in ("municipality", "region") for noun in heads)


def _unit(text: str, line: list[Token], first: int, type_: str | None) -> Naming | None:
    """The unit whose name begins at a token; none where the words go on to a noun that makes a name of its own ("Store Bakke Kommune")."""
    last = _last_of_unit(text, line, first)
    if last + 1 < len(line) and w.gap(text, line, last + 1) == " " and words.noun(line[last + 1].text):
        return None
    start, end = line[first].start, line[last].end
    if form := _COMPANY.match(text, end):
        end = form.end()
    return _naming(text, start, end, "organisation", type_ or words.unit_type(text[start:end]))


def _last_of_unit(text: str, line: list[Token], first: int) -> int:
    """The last token of the capital words that begin at a token, joined by blanks, "og" or "&"."""
    last = first
    while last + 1 < len(line) and last - first < _MOST:
        between = w.gap(text, line, last + 1)
        step = 2 if between == " " and line[last + 1].text == "og" and w.gap(text, line, last + 2) == " " else 1
        if (
            between not in (" ", " & ")
            or not _is_proper(line, last + step)
            or (step == 2 and (w.is_given_name(line[last + 2].text) or words.stem(line[last + 2].text)))
        ):
            break
        last += step
    return last


def _follows(text: str, line: list[Token], i: int) -> bool:
    """Whether a proper word stands right behind the token before ``i``."""
    return i < len(line) and w.gap(text, line, i) == " " and _is_proper(line, i)


def _is_proper(line: Sequence[Token], i: int) -> bool:
    token = line[i] if i < len(line) else None
    return bool(token and token.text[0].isupper() and not words.is_one_of("openers", token.text) and words.noun(token.text) is None)
