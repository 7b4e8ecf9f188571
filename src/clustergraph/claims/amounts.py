"""Sums of money in Danish running text → whole kroner.

A full stop groups thousands and a comma is the decimal sign: "4,754 mio. kr." is 4754000, "1.765.000" is 1765000. Without the word for
kroner a number is a sum only where the words before it say so ("et overskud på 1.200.000", "der er afsat 300.000 til …") or it shares the unit
of a sum in the same row of words ("500.000 i 2023 og 600.000 kr. i 2024"). Counts, shares, article numbers and years are no sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clustergraph.lexicon import dates as date_words
from clustergraph.lexicon import money as lexicon

_NUMBER = r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,3})?(?![\d.,]*\d)"
_GROUPED = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?![.,]?\d)"
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:\s*(?:(?:i|for)\s+{_YEAR}|\({_YEAR}\)))?"  # the year between two sums of a row


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum at a stretch of a text, in whole kroner."""

    start: int
    end: int
    amount: int


def find(text: str) -> tuple[Sum, ...]:
    """All sums of a text, in order."""
    found: dict[int, Sum] = {}
    for match in _stated().finditer(text):
        amount = _kroner(match)
        if not amount:
            continue
        found[match.start("number")] = Sum(match.start(), match.end(), amount)
        for one in (*_before(text, match), *_behind(text, match)):
            found.setdefault(one.start, one)
    for pattern in (_by_noun(), _by_verb()):
        for match in pattern.finditer(text):
            start = match.start("number")
            if not any(s.start <= start < s.end for s in found.values()) and not _counts(text, match.end()):
                found[start] = Sum(start, match.end("number"), value(match["number"]) or 0)
    return tuple(sorted(found.values(), key=lambda s: s.start))


def value(number: str, scale: int = 1) -> int | None:
    """A number as Danish writes it, times a scale, in whole kroner; None where it is no number."""
    words = " ".join(number.casefold().split())
    if words in lexicon.number_words():
        return round(lexicon.number_words()[words] * scale)
    if number.endswith("½"):
        return (int(number[:-1] or 0) * 2 + 1) * scale // 2
    text = re.sub(r"[\s\u00a0\u202f]", "", number)
    if not re.fullmatch(r"\d+(?:[.,]\d+)*", text):
        return None
    whole, _, decimals = text.partition(",")
    if "." in whole:
        groups = whole.split(".")
        if all(len(group) == 3 for group in groups[1:]):
            whole = "".join(groups)
        elif len(groups) == 2 and not decimals:  # "4.5 mio.": a stop for a comma
            whole, decimals = groups
        else:
            return None
    if not decimals.isdigit() and decimals:
        return None
    amount: int = round(int(whole + decimals) * scale / 10 ** len(decimals))
    return amount


# --- sums with their unit ------------------------------------------------------------------------------------------------------


@cache
def _stated() -> re.Pattern[str]:
    """A number with what may make it a sum before and behind it; which of them does is for :func:`_kroner` to say."""
    scales = lexicon.any_of("scales")
    return re.compile(
        rf"""(?<![\w.,/])
        (?: (?:(?P<lead_scale>{scales})\.?\s?)? (?P<lead>kr\.?|DKK)\s* )?
        (?P<number> \d*½ | (?:{lexicon.any_of("number_words")})(?=\s+mi[loa]) | {_NUMBER} )
        (?: \s*
            (?: (?P<thousand>{lexicon.any_of("thousand_kroner")})(?!\w)\.?
            | (?:(?P<scale>{scales})(?!\w)\.?\s*)? (?P<currency>(?:{lexicon.any_of("currency")})(?!\w)\.?)
            | (?P<dash>[,.]-(?!\d))
            | (?P<big>mio|mia|mill|million|millioner|milliarder)\b\.?
            )
        )?""",
        re.IGNORECASE | re.VERBOSE,
    )


def _kroner(match: re.Match[str]) -> int | None:
    groups: dict[str, str | None] = match.groupdict()
    number, scale = groups["number"] or "", _scale_word(match)
    if groups["big"] and not groups["lead"] and not _stands_alone(match.string, match.end()):
        return None
    if re.match(rf"\s*(?:{lexicon.any_of('foreign')})(?!\w)", match.string[match.end() :], re.IGNORECASE):
        return None
    if groups["thousand"]:
        return value(number, 1000)
    if value(number) == 1000 and not scale and re.search(r"(?:(?<!\w)i\s+(?:hele\s+)?|\()$", match.string[: match.start()], re.IGNORECASE):
        return None  # "i 1.000 kr.": the unit of a table
    if scale or groups["currency"] or groups["dash"] or (groups["lead"] and (len(number) >= 3 or groups["lead_scale"])):
        return value(number, lexicon.scales().get(scale, 1))
    return None


def _scale_word(match: re.Match[str]) -> str:
    return (match["scale"] or match["big"] or match["lead_scale"] or "").casefold()


def _factor(match: re.Match[str]) -> int:
    return 1000 if match["thousand"] else lexicon.scales().get(_scale_word(match), 1)


# --- numbers that share a unit -------------------------------------------------------------------------------------------------


def _before(text: str, match: re.Match[str]) -> list[Sum]:
    """The numbers before a sum that share its unit: "500.000 i 2023 og 600.000 kr.", "2-3 mio. kr."; none of them a year or the number of a thing."""
    factor = _factor(match)
    number = _GROUPED if factor == 1 else r"\d+(?:[.,]\d+)*"
    found: list[Sum] = []
    end = match.start()
    whole = False  # whether numbers joined by "og" are whole: they need a word that begins the row
    while near := re.search(rf"(?<![\w.,/-])(?P<number>{number}){_OF_YEAR}\s*(?P<join>,|-|–|og|samt|eller|til)\s*(?:ca\.\s*)?$", text[:end]):
        amount = value(near["number"], factor)
        if not amount or re.fullmatch(_YEAR, near["number"]):
            break
        whole = whole or (factor > 1 and near["join"] in ("og", ",", "samt", "til") and near["number"].isdigit())
        found.append(Sum(near.start("number"), near.end("number"), amount))
        end = near.start("number")
    before = re.search(r"(?P<word>[\wæøåÆØÅ]+)\.?\s*$", text[:end])
    word = before["word"].casefold() if before else ""
    if word in date_words.word_set("number_cues") or re.fullmatch(rf"(?:{lexicon.any_of('labels')})", word):
        return []
    return [] if whole and word and not re.fullmatch(rf"(?:{lexicon.any_of('before_shared')})", word) else found


def _behind(text: str, match: re.Match[str]) -> Iterator[Sum]:
    """The bare numbers behind a sum that share its unit: "400.000 kr. i 2023 og 500.000 i 2024", "…, heraf 250.000 til …"."""
    factor = _factor(match)
    number = rf"(?P<number>{_GROUPED})" if factor == 1 else r"(?P<number>\d+,\d+)"
    bridge = rf"{_OF_YEAR}(?:\s+(?:til|fra)\s+[\wæøåÆØÅ-]+)?\s*,?\s*(?:(?:{lexicon.any_of('shared')})\s+)?(?:ca\.\s*)?"
    follow = rf"(?=\s+(?:i|for)\s+{_YEAR}|\s*\({_YEAR}\)" + (r"|\s+(?:til|fra)\s)" if factor == 1 else ")")
    end = match.end()
    while near := re.match(bridge + number + follow, text[end:], re.IGNORECASE):
        if not re.search(r"[\s,]", text[end : end + near.start("number")]):
            return
        amount = value(near["number"], factor)
        if amount:
            yield Sum(end + near.start("number"), end + near.end("number"), amount)
        end += near.end()


# --- numbers that their words make a sum ---------------------------------------------------------------------------------------


@cache
def _by_noun() -> re.Pattern[str]:
    noun = rf"(?<!\w)\w*(?:{lexicon.any_of('nouns')})"
    bridge = r"(?:\s+(?:på|er|udgør)|:)?\s+(?:i alt\s+|samlet\s+|ca\.\s+|omkring\s+)?"
    return re.compile(rf"{noun}{bridge}(?P<number>{_GROUPED})(?![\w%])", re.IGNORECASE)


@cache
def _by_verb() -> re.Pattern[str]:
    number = r"(?P<number>\d{2,3}(?:\.\d{3})+|\d(?:\.\d{3}){2,})(?![.,]?\d|\w|%)"
    follow = rf"(?=\s*(?:[.,;:)]|$)|\s+(?:{lexicon.any_of('after')})(?!\w))"
    return re.compile(rf"(?<!\w)(?:{lexicon.any_of('verbs')})\s+(?:i alt\s+|ca\.\s+|yderligere\s+)?{number}{follow}", re.IGNORECASE)


def _stands_alone(text: str, end: int) -> bool:
    """Whether a number of millions without the word for kroner counts nothing that follows."""
    return bool(re.match(rf"[ \u00a0]*(?:[^\w \u00a0]|$)|\s+(?:{lexicon.any_of('after')})(?!\w)|\s+\d", text[end:], re.IGNORECASE))


def _counts(text: str, end: int) -> bool:
    """Whether a noun that is counted follows."""
    after = re.match(r"\s*([\w%]+)", text[end:])
    return after is not None and after.group(1).casefold() in date_words.word_set("counted") - {"af", "kr", "kroner", "mio"}
