"""Names of people side by side: how sure two written names are one name, and what such a name says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from clustergraph import lexicon
from clustergraph.names import fold

_ALIKE = 85  # per cent of letters that agree between two spellings of one name
_LONG = 4  # letters: only longer words may differ by a slip
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two names that may be one: ``lost`` points for what is not written alike, and in what way in words."""

    lost: float
    reason: str


EXACT = Likeness(0.0, "same name")
_MORE = Likeness(0.5, "same given and family name, one with more names")
_FITS = Likeness(-0.5, "same given and family name, and an initial fits")
_SLIP = Likeness(1.0, "names differ by spelling only")
_LETTER = Likeness(2.0, "family names differ by one letter")
_LEFT_OUT = Likeness(1.5, "same given name, family names differ by spelling or by a name left out")
_INITIAL = Likeness(2.0, "same family name, the given name is an initial in one")


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(name) for name in str(lexicon.table("identity")["common_family_names"]).split())


@cache
def _given() -> frozenset[str]:
    return frozenset(fold(name) for name in str(lexicon.table("given_names")["given"]).split())


@cache
def sound(word: str) -> str:
    """A word as it sounds, so that ``Kjær`` and ``Kær``, ``Jacob`` and ``Jakob`` are one."""
    for written, heard in lexicon.table("identity")["sounds"]:
        word = word.replace(written, heard)
    return "".join(letter for i, letter in enumerate(word) if i == 0 or word[i - 1] != letter)


@cache
def points(words: Words) -> float:
    """What a name says: 2 for a given name with a family name that many bear, up to 6 for one that hardly two bear."""
    telling = sum(len(word) > 1 and word not in _common() and word not in _given() for word in words[1:])
    if telling == 0:
        return 2.0 + (len([word for word in words if len(word) > 1]) > 2)
    return 6.0 if telling > 1 or len(words) > 2 else 4.0


@cache
def alike(a: Words, b: Words) -> Likeness | None:
    """In what way two names may be one name; None where they are two."""
    if a == b:
        return EXACT
    a, b = _apart(a, b), _apart(b, a)
    short, long = sorted((a, b), key=lambda words: (len(words), words))
    if short == long:
        return _SLIP
    if len(short) < 2:
        return None
    if not _same_given(short[0], long[0]):
        initial = 1 in (len(short[0]), len(long[0])) and short[0][0] == long[0][0]
        return _INITIAL if initial and short[-1] == long[-1] and _middles_agree(short[1:-1], long[1:-1]) else None
    slip = short[0] != long[0]
    if short[-1] == long[-1] and _middles_agree(short[1:-1], long[1:-1]):
        fits = any(len(word) == 1 for word in short[1:-1])
        return _SLIP if slip else _FITS if fits else _MORE
    if len(short) == len(long) and all(_spelt_alike(x, y) for x, y in zip(short[1:], long[1:], strict=True)):
        return _SLIP
    if len(short) == len(long) and short[1:-1] == long[1:-1] and _one_letter(short[-1], long[-1]):
        return _LETTER
    if not slip and _each_stands_in(short[1:], long[1:]):
        return _LEFT_OUT
    return None


def contradict(a: Words, b: Words) -> bool:
    """Whether two names of one given name and one family name name other middle names, so that they can't be one person's."""
    ends = len(a) > 2 and len(b) > 2 and a[0] == b[0] and a[-1] == b[-1]
    given = len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and min(len(a[0]), len(b[0])) > 1 and not _same_given(a[0], b[0])
    return given or (ends and not _middles_agree(*sorted((a[1:-1], b[1:-1]), key=len)))


def _apart(words: Words, other: Words) -> Words:
    """Words with the given name in two, where the other name writes it so (``Annemette`` as ``Anne Mette``)."""
    if len(other) > 2 and words and words[0] == other[0] + other[1]:
        return (*other[:2], *words[1:])
    return words


def _same_given(a: str, b: str) -> bool:
    if a == b or (min(len(a), len(b)) > 1 and sound(a) == sound(b)):
        return True
    both_names = a in _given() and b in _given()
    return not both_names and min(len(a), len(b)) > _LONG and fuzz.ratio(a, b) >= _ALIKE


def _each_stands_in(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether each word stands, perhaps spelt otherwise, among others, and two words not as one."""
    free = list(long)
    for word in short:
        found = next((other for other in free if _spelt_alike(word, other)), None)
        if found is None:
            return False
        free.remove(found)
    return True


def _middles_agree(short: Sequence[str], long: Sequence[str]) -> bool:
    return all(any(_spelt_alike(word, other) or (1 in (len(word), len(other)) and word[0] == other[0]) for other in long) for word in short)


def _one_letter(word: str, other: str) -> bool:
    """Whether two words differ by one letter, which neither begins with; two names that many bear are two names."""
    both = word in _common() and other in _common()
    return not both and min(len(word), len(other)) > _LONG and word[0] == other[0] and OSA.distance(word, other) == 1


def _spelt_alike(word: str, other: str) -> bool:
    if word == other:
        return True
    if min(len(word), len(other)) < _LONG - 1 or (word in _common() and other in _common()):
        return False
    return sound(word) == sound(other) or (min(len(word), len(other)) > _LONG and fuzz.ratio(word, other) >= _ALIKE)
