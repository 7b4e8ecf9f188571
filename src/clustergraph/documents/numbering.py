"""Which numbered lines are the points of an agenda, and which are only lists inside of them."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from dataclasses import dataclass
from functools import cache

from clustergraph import lexicon
from clustergraph.documents import vocabulary

_LOOK_BACK = 40  # how many lines of one number may be what a chain goes on from


@dataclass(frozen=True, slots=True)
class Number:
    """A line that begins with a number. ``style`` tells the ways of writing apart: ``word`` ("Punkt 3:"), ``.``, ``)``, ``:``, ``-`` or a blank."""

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
    mark = r"(?P<mark>\s*(?:\.(?!\d)\)?|\)|:(?!\d\d)|\s[-–](?=\s))|(?=\s|$))\s*"
    state = rf"(?P<state>\((?:{states})\)\s*|(?=(?:{states})\s*[-–]\s))?"
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
        if not mark and (not title or not (title[0].isupper() or title[0] in '"”“»')):
            return None
        if title and (lexicon.is_month(title.split()[0]) or re.match(r"\d", title)):
            return None
    style = "word" if found["word"] else mark.replace(".)", ".").replace("–", "-") or " "
    return Number(int(found["number"]), found["number"] + found["letter"], title, shift + found.start("title"), style, found["state"] is not None)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A numbered line of a document with what speaks for its being a point; ``line`` is the line's index."""

    line: int
    number: Number
    weight: float


def best_chain(candidates: list[Weighed]) -> list[Weighed]:
    """The run of rising numbers that best makes an agenda: one style, few numbers left out, the most that speaks for it.

    A list inside of a point begins again at 1 and so can't go on with the outer run; a list of contents has less that speaks for it than the points.
    """
    best: list[Weighed] = []
    best_score = 0.0
    for style in sorted({c.number.style for c in candidates}):
        chain, score = _chain([c for c in candidates if c.number.style == style])
        if score > best_score:
            best, best_score = chain, score
    return best


def _chain(candidates: list[Weighed]) -> tuple[list[Weighed], float]:
    scores: list[float] = []
    back: list[int] = []
    seen: dict[int, deque[int]] = defaultdict(lambda: deque(maxlen=_LOOK_BACK))  # by value, so that only what may go before is looked at
    for i, here in enumerate(candidates):
        start = here.weight - (0.0 if here.number.value == 1 else min(3.0, 0.75 * (here.number.value - 1)))
        top, link = start, -1
        for j in sorted(j for value in range(here.number.value - 4, here.number.value + 1) for j in seen.get(value, ())):
            step = here.number.value - candidates[j].number.value
            if step == 0 and here.number.text == candidates[j].number.text:  # no twin, as 4a and 4b are
                continue
            score = scores[j] + here.weight + 1.0 - 1.2 * max(0, step - 1)
            if score >= top:
                top, link = score, j
        scores.append(top)
        back.append(link)
        seen[here.number.value].append(i)
    if not scores:
        return [], 0.0
    at = max(range(len(scores)), key=lambda i: (scores[i], -i))
    total, chain = scores[at], []
    while at >= 0:
        chain.append(candidates[at])
        at = back[at]
    return chain[::-1], total
