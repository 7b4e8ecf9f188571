"""Which numbered lines are the points of an agenda, and which are only lists inside of them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clustergraph.documents.numbering import Number

_LOOK_BACK = 40  # how many lines of one number may be what a chain goes on from


@dataclass(frozen=True, slots=True)
class Weighed:
    """A numbered line of a document with what speaks for its being a point; ``line`` is the line's index."""

    line: int
    number: Number
    weight: float
    built: bool = False  # whether the heading of a part, a state or a case number stands with it


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


def longest_run(candidates: Sequence[Weighed], follows: Callable[[Number, Number], bool]) -> list[Weighed]:
    """The longest run in which each number ``follows`` the one before; what does not follow is passed over, unless it begins a longer run."""
    best: list[Weighed] = []
    for begin in range(len(candidates)):
        if len(candidates) - begin <= len(best):
            break
        run = [candidates[begin]]
        for here in candidates[begin + 1 :]:
            if follows(run[-1].number, here.number):
                run.append(here)
        if len(run) > len(best):
            best = run
    return best
