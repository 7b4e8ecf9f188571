"""Sums of money in Danish running text → whole kroner.

A full stop groups thousands and a comma is the decimal sign: "4,754 mio. kr." is 4754000, "1.765.000" is 1765000. Without the word for
kroner a number is a sum only where the words before it say so ("et overskud på 1.200.000") or a sum in kroner follows in the same row of words
("500.000 i 2023 og 600.000 kr. i 2024"). Counts, shares, article numbers and years are no sums.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from clustergraph.lexicon import dates as date_words
from clustergraph.lexicon import money as lexicon

_NUMBER = r"\d{1,3}(?:[.  ]\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,3})?(?![\d.,]*\d)"
_GROUPED = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?"


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
        if amount:
            found[match.start("number")] = Sum(match.start(), match.end(), amount)
            found.update(_before(text, match, found))
    for match in _by_noun().finditer(text):
        start = match.start("number")
        if not any(s.start <= start < s.end for s in found.values()) and not _counts(text, match.end()):
            found[start] = Sum(start, match.end("number"), value(match["number"]) or 0)
    return tuple(sorted(found.values(), key=lambda s: s.start))


def value(number: str, scale: int = 1) -> int | None:
    """A number as Danish writes it, times a scale, in whole kroner; None where it is no number."""
    text = re.sub(r"[  ]", "", number)
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


@cache
def _stated() -> re.Pattern[str]:
    currency = rf"(?:{lexicon.any_of('currency')})(?![\w])\.?"
    scale = rf"(?P<scale>{lexicon.any_of('scales')})(?![\w])\.?"
    thousand = rf"(?P<thousand>{lexicon.any_of('thousand_kroner')})(?![\w])\.?"
    after = rf"\s*(?:(?:{thousand})|(?:{scale}\s*)?(?P<currency>{currency})|(?P<dash>,-)|(?P<big>mio|mia|mill|millioner|milliarder)\b\.?)"
    return re.compile(rf"(?<![\w.,/])(?:(?P<lead>kr\.?|DKK)\s*)?(?P<number>{_NUMBER})(?:{after})?", re.IGNORECASE)


def _kroner(match: re.Match[str]) -> int | None:
    groups: dict[str, str | None] = match.groupdict()
    number, scale = groups["number"] or "", (groups["scale"] or groups["big"] or "").casefold()
    if groups["big"] and not groups["lead"] and _counts(match.string, match.end()):
        return None
    if groups["thousand"]:
        return value(number, 1000)
    if scale or groups["currency"] or groups["dash"] or (groups["lead"] and len(number) >= 3):
        return value(number, lexicon.scales().get(scale, 1))
    return None


def _before(text: str, match: re.Match[str], found: dict[int, Sum]) -> dict[int, Sum]:
    """Numbers that share the unit of a sum: "500.000 i 2023 og 600.000 kr.", "2-3 mio. kr."."""
    groups = match.groupdict()
    lead = text[: match.start()]
    scale = (groups["scale"] or groups["big"] or "").casefold()
    if scale or groups["thousand"]:
        near = re.search(r"(?<![\w.,/])(\d+(?:[.,]\d+)?)\s*(?:-|–|og|eller|til)\s*$", lead)
        factor = 1000 if groups["thousand"] else lexicon.scales()[scale]
    else:
        near = re.search(rf"(?<![\w.,/])({_GROUPED})\s*(?:(?:i|for)\s+(?:19|20)\d\d\s*)?(?:,|-|–|og|samt|eller|til)\s*(?:ca\.\s*)?$", lead)
        factor = 1
    if not near or near.start(1) in found:
        return {}
    amount = value(near.group(1), factor)
    return {near.start(1): Sum(near.start(1), near.end(1), amount)} if amount else {}


@cache
def _by_noun() -> re.Pattern[str]:
    noun = rf"(?<!\w)\w*(?:{lexicon.any_of('nouns')})"
    bridge = r"(?:\s+(?:på|er|udgør)|:)?\s+(?:i alt\s+|samlet\s+|ca\.\s+|omkring\s+)?"
    return re.compile(rf"{noun}{bridge}(?P<number>{_GROUPED})(?![\w%])", re.IGNORECASE)


def _counts(text: str, end: int) -> bool:
    """Whether a noun that is counted follows."""
    after = re.match(r"\s*([\w%]+)", text[end:])
    return after is not None and after.group(1).casefold() in date_words.word_set("counted") - {"af", "kr", "kroner", "mio"}
