"""The numbers with which lines begin: whole ones, and the rarer ways to count points (2.1, 14/19, b), III., kl. 9.15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clustergraph import lexicon
from clustergraph.documents import vocabulary


@dataclass(frozen=True, slots=True)
class Number:
    """A line that begins with a number. ``style`` tells the ways of writing apart: ``word`` ("Punkt 3:"), ``.``, ``)``, ``:``, ``-`` or a blank.

    ``text`` is the number as printed, empty where a time of day stands for it.
    """

    value: int
    text: str
    title: str
    title_start: int
    style: str
    marked: bool = False  # whether the line says that the point is open or closed


@cache
def _pattern() -> re.Pattern[str]:
    states = vocabulary.alternatives("items", "states")
    items = vocabulary.alternatives("items", "words")
    word = rf"(?P<word>(?:(?:{states})\s*[-–:]?\s*)?(?:(?:{items})\s*[:–-]?\s*){{1,3}})"
    mark = r"(?P<mark>\s*(?:\.(?!\d)\)?|\)|:(?!\d\d)|[,/](?=\s)|\s[-–](?=\s))|(?=\s|$))\s*"
    case = r"[(\[]\s*\d{1,4}[/-]\d{2,6}(?:[/-]\d{1,6})*\s*[)\]]\s*"  # "2 (20/24410) Ny aftale"
    state = rf"(?P<state>{case}|\((?:{states})\)\s*|(?=(?:{states})\s*[-–]\s))?"
    clock = r"(?:kl\.?\s*)?\d{1,2}[.:]\d\d"
    hours = rf"(?:\(?{clock}\s*[-–]\s*{clock}\)?[:.,]?\s+(?=\D))?"
    return re.compile(
        rf"(?:{word}|(?:{states})\s*[-–:]?\s*)?(?P<number>\d{{1,3}})(?P<letter>[a-z]?){mark}{state}{hours}(?P<title>.*)",
        re.IGNORECASE,
    )


def candidate(line: str) -> Number | None:
    """The number at the beginning of a line; none for dates, times, sums, measures and years."""
    found = _pattern().match(line.lstrip("*_# "))
    if found is None:
        return None
    shift = len(line) - len(line.lstrip("*_# "))
    title = found["title"].rstrip("*_ \t")
    mark = found["mark"].strip()
    if found["word"] is None:
        if mark == ",":  # "3, 4 og 5"
            return None
        if not mark and (not title or not (title[0].isupper() or title[0] in '"”“»')):
            return None
        if title and (lexicon.is_month(title.split()[0]) or re.match(r"\d(?!\d{3}-[a-zæøå])", title)):
            return None
    style = "word" if found["word"] else mark.replace(".)", ".").replace("–", "-") or " "
    return Number(int(found["number"]), found["number"] + found["letter"], title, shift + found.start("title"), style, found["state"] is not None)


def alone(line: str) -> Number | None:
    """The number that a line is, with its title on the next one."""
    return Number(int(line), line, "", len(line), "alone") if re.fullmatch(r"\d{1,3}", line) else None


_TITLE = r"(?P<title>[A-ZÆØÅ\"”“»].*)"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@cache
def _rare_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    word = rf"(?:(?i:{vocabulary.alternatives('items', 'words')})\s*)?"
    clock = r"(?:(?i:kl)\.?\s*)?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)"
    until = r"(?:\s*[-–]\s*(?:(?i:kl)\.?\s*)?\d{1,2}[.:]\d\d)?"
    return (
        ("n.n", re.compile(rf"{word}(?P<first>\d{{1,3}})\.(?P<second>[1-9]\d?)\s*[.):]?\s+{_TITLE}")),
        ("n/y", re.compile(rf"{word}(?P<number>\d{{1,4}})\s?[/-]\s?(?P<year>(?:20)?[0-4]\d)\s*[.:]?\s+{_TITLE}")),
        ("y/n", re.compile(rf"{word}(?P<year>(?:20)?[0-4]\d)\s?[/-]\s?(?P<number>\d{{1,4}})\s*[.:]?\s+{_TITLE}")),
        ("a", re.compile(rf"{word}(?P<letter>[a-zæøå])\s?[.):]\s+{_TITLE}")),
        ("A", re.compile(rf"{word}(?P<letter>[A-ZÆØÅ])\s?[.):]\s+{_TITLE}")),
        ("I", re.compile(rf"{word}(?P<roman>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})\s?[.):]\s+{_TITLE}")),
        ("clock", re.compile(rf"{clock}{until}\s*[:.,–-]?\s+{_TITLE}")),
    )


def rare(line: str) -> Iterator[Number]:
    """The numbers of rarer kinds that the beginning of a line may be; ``style`` is the kind, with the year where one counts within it."""
    text = line.lstrip("*_# ")
    for style, pattern in _rare_patterns():
        found = pattern.match(text)
        if found is None:
            continue
        groups = found.groupdict()
        title, start = found["title"].rstrip("*_ \t"), len(line) - len(text) + found.start("title")
        yield Number(_rare_value(groups), _rare_text(style, groups), title, start, style + groups.get("year", ""))


def _rare_value(groups: dict[str, str]) -> int:
    if "first" in groups:
        return int(groups["first"]) * 100 + int(groups["second"])
    if "letter" in groups:
        return ord(groups["letter"].casefold()) - ord("a") + 1
    if "roman" in groups:
        return _ROMAN.index(groups["roman"]) + 1
    return int(groups["hour"]) * 60 + int(groups["minute"]) if "hour" in groups else int(groups["number"])


def _rare_text(style: str, groups: dict[str, str]) -> str:
    """A number as it is printed, without the signs around it."""
    forms = {
        "n.n": "{first}.{second}",
        "n/y": "{number}/{year}",
        "y/n": "{year}/{number}",
        "a": "{letter}",
        "A": "{letter}",
        "I": "{roman}",
        "clock": "",
    }
    return forms[style].format(**groups)
