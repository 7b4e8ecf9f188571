"""The shape of personal names. Structure first, the list of given names only where names run together.

All functions take a text and give stretches of it, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from clustergraph.lexicon import people

_TOKEN = re.compile(r"[^\s,;:|/()\[\]\"”“»«<>*†¹²³]+")
_INITIAL = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.){1,3}|[A-ZÀ-ÖØ-Þ]")
_MOST_TOKENS = 7
_BLANK = re.compile(r"[ \u00a0]{1,3}|")  # between the words of one name; a tab or a wide gap is another cell
# Forms of address and academic degrees before a name or between title and name.
DEGREE = re.compile(r"(?:(?:hr|fr|prof)\.|fru|dr\.\s?(?:med|phil|scient|pharm)?\.?|ph\.?\s?d\.?|cand\.\s?[\w.]+|MD|MPH|MPA)\s*,?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word that may belong to a name; ``closed`` where a full stop after it ends the name."""

    text: str
    start: int
    end: int
    closed: bool


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words of a stretch; a full stop stays with an initial and is cut from everything else."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        bare = word if _INITIAL.fullmatch(word) or people.is_shortened_name(word) else word.rstrip(".!?…")
        if bare:
            yield Token(bare, match.start(), match.start() + len(bare), len(bare) < len(word))


def is_initial(word: str) -> bool:
    """Whether a word is an initial: "B.", "M", "J.P."."""
    return bool(_INITIAL.fullmatch(word))


def is_name_word(word: str) -> bool:
    """Whether a word may be part of a name: begins with a capital, goes on in small letters, is no common noun."""
    if is_initial(word):
        return True
    word = without_digits(word)
    if not word[:1].isupper() or any(c.isdigit() for c in word) or "@" in word or word.endswith("-"):
        return False
    parts = [p for p in re.split(r"[-–]", word) if p]
    if not all(_is_name_part(p) for p in parts):
        return False
    return not people.is_no_name(word) and not any(people.is_no_name(p) for p in parts if len(parts) > 1 and len(p) > 2)


def without_digits(text: str) -> str:
    """Words with the letters for which a scan took figures: "Pa1le B0rk" is "Palle Bork"."""
    return re.sub(r"(?<=[^\W\d_])[01](?=[^\W\d_])", lambda m: "o" if m.group() == "0" else "l", text)


def _is_name_part(part: str) -> bool:
    letters = re.sub(r"['’´`.]", "", part)
    if not letters.isalpha():
        return False
    # All capitals is an abbreviation; "McKay" and "DeSilva" have two.
    return not (len(letters) > 1 and letters.isupper()) and sum(c.isupper() for c in letters) <= 2


def leading(text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """The longest run of words from ``start`` that can be one name or several; None where none stands there."""
    limit = len(text) if end is None else end
    found: list[Token] = []
    kept = 0
    last = start
    for token in tokens(text, start, limit):
        if not found and people.opens_place(token.text):
            break
        if len(found) > 40 or (found and not _BLANK.fullmatch(text, last, token.start)) or text[last : token.start].strip():
            break
        if token.text in people.particles() and found:
            found.append(token)
        elif is_name_word(token.text) or _in_capitals(token.text, found) or _is_last_name(text, token, found):
            found.append(token)
            kept = len(found)
        else:
            break
        last = token.end
        if token.closed:
            break
    return (found[0].start, found[kept - 1].end) if kept else None


def _is_last_name(text: str, token: Token, before: list[Token]) -> bool:
    """Whether a point of the compass ends a name: "Tina Norup Vest (KL)"; not "Lene Holm Region Vest"."""
    if (
        not people.is_compass_point(token.text)
        or not token.text[0].isupper()
        or not 2 <= len(before) <= 3
        or not people.is_given_name(before[0].text)
    ):
        return False
    return re.match(r"\s*(?:[,;()/|\n]|\s-|$)", text[token.end : token.end + 4]) is not None


def _in_capitals(word: str, before: list[Token]) -> bool:
    """Whether a word in capitals goes on with a name: "METTE LIND", "Mette LINDGAARD"; a given name begins it, and letters alone are a body."""
    if not re.fullmatch(r"[^\W\d_]{2,}(?:[-–][^\W\d_]{2,})*", word) or not word.isupper() or people.is_no_name(word):
        return False
    if not before:
        return people.is_given_name(word)
    if not people.is_given_name(before[0].text):
        return False
    return before[0].text.isupper() or (len(word) >= 5 and people.has_surname_ending(word))


def is_name(text: str, *, given: bool = False) -> bool:
    """Whether a whole phrase has the shape of one person's name of two words or more; ``given``: it begins with a known given name."""
    place = leading(text)
    if place is None or text[: place[0]].strip() or text[place[1] :].strip(" .,;:"):
        return False
    words = [t.text for t in tokens(text)]
    solid = [w for w in words if not is_initial(w) and w not in people.particles()]
    if not 2 <= len([w for w in words if w not in people.particles()]) <= _MOST_TOKENS or not solid or is_initial(words[-1]):
        return False
    return begins_with_given(words) or not given


def begins_with_given(words: list[str]) -> bool:
    """Whether the first word that is no initial is a known given name."""
    first = next((w for w in words if not is_initial(w)), "")
    return people.is_given_name(first)


def split_run(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """One stretch of name words as the names in it: "Preben Åstrup Niels Højlund-Kjær" are two.

    A new name begins at a given name, or at an initial before one, after a word that is no given name; both sides keep two words or more.
    """
    words = list(tokens(text, start, end))
    cuts = [0]
    for i in range(2, len(words) - 1):
        before = words[cuts[-1] : i]
        if len(before) < 2 or not people.is_given_name(words[i].text) or words[i - 1].text in people.particles():
            continue
        if is_initial(words[i - 1].text) or _first_names_only(before):
            continue
        cuts.append(i)
    cuts.append(len(words))
    return [(words[a].start, words[b - 1].end) for a, b in pairwise(cuts) if b > a]


def _first_names_only(words: list[Token]) -> bool:
    return all(people.is_given_name(w.text) or is_initial(w.text) for w in words)


def given_suffix(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name at the end of a stretch that begins with something else: "… Ådal Kommune Ole Bæksted". It must begin with a given name."""
    words = list(tokens(text, start, end))
    best: tuple[int, int] | None = None
    for i in range(len(words) - 2, -1, -1):
        tail = words[i:]
        if not all(is_name_word(w.text) or w.text in people.particles() for w in tail):
            break
        if people.is_given_name(tail[0].text):
            best = (tail[0].start, tail[-1].end)
    return best


def tidy(text: str) -> str:
    """A name as it is shown: single blanks, no punctuation around it, no word in capitals, no figures, a slip of the hyphen repaired."""
    text = without_digits(text)
    text = re.sub(r"[^\W\d_]{2,}", lambda m: m.group().capitalize() if m.group().isupper() else m.group(), text) if " " in text.strip() else text
    name = re.sub(r"\s+", " ", re.sub(r"(\w)\s*-\s*(?=[A-ZÆØÅ])", r"\1-", text)).strip(" ,;:")
    return name if re.search(r"\s[A-ZÆØÅ]\.$", name) else name.strip(" .")  # "Jonna B."


# "Andersen, Lise" at the beginning of a line or of a part of it: the surname first.
_INVERTED = re.compile(
    r"(?:(?<=\n)|(?<=[;:•]\s)|^)(?P<surname>[A-ZÆØÅ][^\W\d_]+(?:[-–][A-ZÆØÅ][^\W\d_]+)?), ?"
    r"(?P<given>[A-ZÆØÅ][^\W\d_]+(?:[-–][A-ZÆØÅ]?[^\W\d_]+)?(?: (?:[A-ZÆØÅ]\.?|[A-ZÆØÅ][^\W\d_]+)){0,2})(?=\s*(?:[(,;|\t]|\s[-–]\s|$))"
)


def inverted(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """(start, end, name as spoken) of names written with the surname first, where what stands first is no given name and all behind it are."""
    part = text[start:end]
    for match in _INVERTED.finditer(part):
        surname, given = match["surname"], match["given"].split()
        clear = people.has_surname_ending(surname) or not re.match(r"\s*[,\-–]", part[match.end() :])
        if clear and has_only_given(given) and not (people.is_given_name(surname) or people.is_no_name(surname) or people.looks_like_body(surname)):
            yield start + match.start(), start + match.end(), f"{match['given']} {surname}"


def has_only_given(words: list[str]) -> bool:
    """Whether words are given names and initials, a given name first."""
    return people.is_given_name(words[0]) and all(people.is_given_name(w) or is_initial(w) for w in words)


def without_genitive(name: str) -> str | None:
    """A name without the s of the genitive; None where it does not end in one."""
    bare = re.sub(r"['’]?s?$", "", name)
    return bare if bare != name and len(bare) > 2 else None
