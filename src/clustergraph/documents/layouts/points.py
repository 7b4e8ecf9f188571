"""Finding the points of an agenda in a sheet: their headings, the list of contents, and what stands only in that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from clustergraph.documents import contents, evidence, numbering, persons, vocabulary
from clustergraph.documents.agenda import Point, Points
from clustergraph.documents.chains import Weighed, best_chain, longest_run
from clustergraph.documents.contents import numbered_point
from clustergraph.documents.evidence import CASE_NUMBER, Setting, setting, trusted, weigh
from clustergraph.documents.headline import before_arrow, key, opening, title_of
from clustergraph.documents.numbering import Number
from clustergraph.documents.sheet import Line, Sheet

_PARTS = ("recommendation", "case", "decision")
_TOP = 5  # lines in which a page names its one case
_SHORT = 6  # words of a title that its text goes on behind
_RARE = 400  # lines with rare numbers that are looked at


def belongs_below(line: Line) -> bool:
    """Whether a line above a point already speaks of that point: its case number."""
    return bool(CASE_NUMBER.fullmatch(line.text)) or (line.field is not None and line.field[0] == "other" and line.label is None)


@lru_cache(maxsize=2)  # asked by several layouts of the same sheet
def find(sheet: Sheet) -> Points:
    """The points of a sheet: by whole numbers, else by numbers of two levels, letters or times, else by a list of contents."""
    lines = sheet.lines
    place = setting(lines)
    chain, listing = _one_case(lines) or _whole(lines, place)
    rare, listing = _rare(lines, place, chain, listing)
    chain = rare or chain
    points = tuple(numbered_point(lines, w.line, w.number) for w in chain) or tuple(contents.unnumbered(lines, place.meets))
    named = contents.listed_lines(lines, points, listing)
    points = tuple(_shortened(lines, contents.titled(lines, points, named)))
    return Points((*_lost(lines, points), *points), named, tuple(contents.only_listed(lines, points, named)))


def _one_case(lines: Sequence[Line]) -> tuple[list[Weighed], frozenset[int]] | None:
    """The one point of a page that holds a single case: "Punkt 146: Plads i bestyrelsen" at its top, with a recommendation or decision below."""
    worded = [line for line in lines if line.number and line.number.style == "word" and line.number.title and not _is_answer(line)]
    strong = any(line.label and not line.label.weak and line.label.kind in _PARTS for line in lines)
    if len(worded) != 1 or worded[0].index >= _TOP or not strong:
        return None
    weighed = weigh(lines, worded[0], worded[0].number)
    return ([weighed], frozenset()) if weighed and weighed.built else None


def _is_answer(line: Line) -> bool:
    """Whether a line tells of one point of a list above it: "Ad 1: Godkendt."."""
    return line.text.casefold().startswith(vocabulary.words("items", "answers"))


def _whole(lines: Sequence[Line], place: Setting) -> tuple[list[Weighed], frozenset[int]]:
    """The points with whole numbers, and the lines of the list of contents above them."""
    people = persons.numbered(lines)
    found = [(line, number) for line in lines if line.index not in people and (number := line.number or numbering.alone(line.text))]
    chain, listing = _chain(lines, found, place)
    if not chain:  # behind bullets
        bulleted = [
            (line, replace(n, title_start=n.title_start + 2))
            for line in lines
            if line.text.startswith("- ") and (n := numbering.candidate(line.plain))
        ]
        chain, listing = _chain(lines, bulleted, place)
        chain = chain if any(vocabulary.is_known_title(title_of(w.number.title)) for w in chain) else []
    if not chain:  # the text may go on behind the titles
        cut = [(line, replace(number, title=title)) for line, number in found if (title := opening(number.title) or number.title)]
        chain, listing = _chain(lines, cut, place)
        if not any(vocabulary.is_known_title(w.number.title) for w in chain) and not (place.named and _led(found, chain)):
            return [], frozenset()
    return chain, listing


def _led(found: Sequence[tuple[Line, Number]], chain: Sequence[Weighed]) -> bool:
    """Whether every number from 1 on has a short title before its text: "1) Lejrtur. Bo er tovholder."."""
    titles = {line.index: opening(number.title) for line, number in found}
    short = all(0 < len((titles.get(w.line) or "").split()) <= _SHORT for w in chain)
    return len(chain) >= 2 and chain[0].number.value == 1 and short


def _chain(lines: Sequence[Line], found: Sequence[tuple[Line, Number]], place: Setting) -> tuple[list[Weighed], frozenset[int]]:
    weighed = evidence.less_inner_lists(lines, [w for line, number in found if (w := weigh(lines, line, number))])
    listing = contents.listing(lines, weighed)
    named = {key(w.number.title) for w in weighed if w.line in listing}
    below = [w for w in weighed if w.line not in listing]
    chain = best_chain([replace(w, weight=w.weight + 1.0) if key(w.number.title) in named else w for w in below])
    if not trusted(chain, place):
        chain, listing = best_chain(weighed), frozenset()
        if not trusted(chain, place):
            return [], listing
    rest = [w for w in weighed if w.line not in listing]
    return sorted([*chain, *_between(chain, rest)], key=lambda w: w.line), listing


def _between(chain: Sequence[Weighed], weighed: Sequence[Weighed]) -> Iterator[Weighed]:
    """The points that a run leaves out because their number is written in another way: "1. …", "2 …", "3. …"."""
    for before, after in pairwise(chain):
        wanted = before.number.value + 1
        for here in weighed:
            if before.line < here.line < after.line and wanted < after.number.value and here.number.value == wanted and here.weight >= -0.5:
                yield here
                wanted += 1


# --- rarer ways to count -------------------------------------------------------------------------------------------------------


def _rare(lines: Sequence[Line], place: Setting, whole: Sequence[Weighed], listing: frozenset[int]) -> tuple[list[Weighed], frozenset[int]]:
    """The points by the rarer ways to count; empty where the whole numbers count the points."""
    by_style: dict[str, list[Weighed]] = {}
    for line in lines:
        for number in numbering.rare(line.text):
            if (found := weigh(lines, line, number)) is not None:
                by_style.setdefault(number.style, []).append(found)
    for style in sorted(by_style):
        candidates = by_style[style][:_RARE]
        listed = contents.listing(lines, candidates)
        run = longest_run([w for w in candidates if w.line not in listed] or candidates, _follows)
        if style == "n.n" and whole:
            if _heads_only(lines, whole, run):
                return sorted([*run, *_without_second(whole, run)], key=lambda w: w.line), listing | listed
        elif _counts(run, place) and (not whole or _outweighs(run, whole)):
            return run, listed
    return [], listing


def _follows(before: Number, after: Number) -> bool:
    """Whether a number is the next of its kind; times of day, and cases of a year, need only be later."""
    if before.style == "n.n":
        first = before.value // 100
        return after.value == before.value + 1 or (after.value // 100 > first and after.value % 100 == 1 and after.value // 100 <= first + 3)
    if before.style == "clock":
        return after.value > before.value
    return before.value < after.value <= before.value + (4 if "/" in before.style else 1)


def _counts(run: Sequence[Weighed], place: Setting) -> bool:
    """Whether a run of rare numbers is an agenda: one of its titles is known or most of its points have parts, in what is called an agenda."""
    if not run or not (place.named or place.meets):
        return False
    first = run[0].number
    if len(run) == 1:  # an extract
        return place.named and run[0].built and first.style not in ("a", "A", "I", "clock")
    if first.style in ("a", "A", "I") and first.value != 1:
        return False
    known = any(vocabulary.is_known_title(title_of(w.number.title)) for w in run)
    return known or (first.style not in ("a", "A", "I", "clock") and sum(w.weight for w in run) >= 2.0 * len(run))


def _outweighs(run: Sequence[Weighed], whole: Sequence[Weighed]) -> bool:
    """Whether rare numbers count the points, and whole ones only a list inside of one of them."""
    inside = run[0].line < whole[0].line and "/" in run[0].number.style
    return inside and len(run) > len(whole) and sum(w.built for w in run) > sum(w.built for w in whole)


def _heads_only(lines: Sequence[Line], whole: Sequence[Weighed], run: Sequence[Weighed]) -> bool:
    """Whether the numbers of the second level are the points, and whole numbers only head them: the parts stand below the second level."""
    if len(run) < 2 or 2 * sum(evidence.parts(lines, lines[w.line], w.number) >= 2.0 for w in run) < len(run):
        return False
    heads = {w.number.value for w in whole}
    within = {w.number.value // 100 for w in run}
    first = {w.line for w in run if w.number.value % 100 == 1}
    bare = sum(1 for w in whole if w.number.value in within and w.line + 1 in first)
    return 2 * bare >= len(heads & within)


def _without_second(whole: Sequence[Weighed], run: Sequence[Weighed]) -> Iterator[Weighed]:
    """The whole numbers that head no second level: points themselves."""
    within = {w.number.value // 100 for w in run}
    return (w for w in whole if w.number.value not in within)


# --- titles --------------------------------------------------------------------------------------------------------------------


def _shortened(lines: Sequence[Line], points: Iterator[Point]) -> Iterator[Point]:
    """The points without the text that goes on behind a title on its line, and without the outcome that an arrow points to in most of them."""
    found = list(points)
    cut = before_arrow if 2 * sum(before_arrow(point.title) is not None for point in found) > len(found) else opening
    for point in found:
        title = cut(point.title) if point.first == point.last else None
        if title is None:
            yield point
        else:
            yield replace(point, title=title, title_end=point.title_end - len(point.title) + len(title))


def _lost(lines: Sequence[Line], points: Sequence[Point]) -> Iterator[Point]:
    """A known title without a number before a point 2: the number 1 was lost."""
    if not points or points[0].number != "2":
        return
    for line in lines[: points[0].first]:
        below = lines[line.index + 1]
        title = title_of(line.text)
        if vocabulary.is_known_title(title) and below.label and below.label.kind in evidence.BELOW:
            yield Point(line.index, line.index, None, title, line.start + len(title))
            return
