"""The edits that turn a canonical text into its view: one line a paragraph, list point or table row.

Repaired are soft hyphens and the hyphen marks of PDF, words broken over lines, hard-wrapped lines, bullets of private fonts, page heads and feet,
HTML inside of table cells, buttons before headings, and text that lost its line ends altogether.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from clustergraph import lexicon
from clustergraph.documents import aligned, columns, delimited, headline, long_lines, numbering, runon, vocabulary
from clustergraph.documents.formats.extract import Lines
from clustergraph.documents.furniture import furniture
from clustergraph.documents.rows import Row, rows
from clustergraph.documents.view import Edit, build_view
from clustergraph.model import View

_BULLET = re.compile(
    r"(?:[\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u25ba\u2043\u2219\u00b7\u27a2\uf000-\uf8ff]|[–—*](?=\s)|-(?=\s)|o(?=\s{2,}|\s+[A-ZÆØÅ]))[\s\uf020]*"
)
_TAG = re.compile(r"</?(?:p|br|u|i|b|em|strong|span|div|ul|ol|li|a|sup|sub|font|h[1-6]|table|tbody|thead|tr|td|th)(?:\s[^<>\n]*)?/?>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|br|li|div|tr|h[1-6])\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"^#{1,6}\s+|(?<!\*)\*\*(?!\*)|^\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$")
_PIPES = re.compile(r"\|[^|]*(?:\|[^|]*)+\|")
_LED = re.compile(r"[A-ZÆØÅ][\w &/-]{2,45}: \S")  # "Bakkeby Kommune: …": a label before its content
_COUNT = re.compile(r"(?:\s{2,}|\t)side:? \d{1,4}(?: ?(?:af|/) ?\d{1,4})?$", re.IGNORECASE)
_HYPHEN_MARK = re.compile("[\u00ad\u0002]")


def repair(text: str, pages: tuple[int, ...] = (), lines: Lines = "unknown", ends: Collection[int] = ()) -> View:
    """The view of a canonical text.

    ``pages`` are the offsets at which its pages begin, where it has pages; ``lines`` is what a line of it is; ``ends`` are the indexes of lines
    that end a paragraph beyond doubt.
    """
    all_rows = rows(text, pages)
    dropped = furniture(all_rows)
    kept = [row for i, row in enumerate(all_rows) if i not in dropped]
    borders = columns.gaps(kept) | delimited.borders(kept) | aligned.borders(kept) | columns.barred(kept)
    ended = frozenset(ends)
    broken = {i for i, row in enumerate(kept) if row.line in ended} | {i - k for i in borders for k in (0, 1)}
    edits = list(_between(text, kept, lines, broken))
    for i, row in enumerate(kept):
        edits.extend(borders.get(i, ()))
        edits.extend(_inside(row))
    edits.extend(runon.edits(kept))
    edits.extend(long_lines.edits(kept))
    return build_view(text, edits)


def _between(text: str, kept: list[Row], lines: Lines, broken: Collection[int]) -> Iterator[Edit]:
    """What stands between the rows that stay: a line end, a blank where the next row goes on, nothing inside of a broken word."""
    if not kept:
        yield Edit(0, len(text), "")
        return
    yield Edit(0, kept[0].start, "")
    flow = Flow(kept, lines == "printed", bool(broken))
    for i, (before, after) in enumerate(pairwise(kept)):
        joint = "\n" if lines == "paragraphs" else flow.joint(before, after, i in broken)
        end = before.end
        if joint == "drop":
            end, joint = before.end - 1, ""
        if text[end : after.start] != joint:
            yield Edit(end, after.start, joint)
    yield Edit(kept[-1].end, len(text), "")


def _inside(row: Row) -> Iterator[Edit]:
    """The edits inside of one row."""
    text = row.text
    start = 0
    bullet = _BULLET.match(text)
    if bullet and bullet.end() < len(text) and bullet.group() != "- ":
        start = bullet.end()
        yield Edit(row.start, row.start + start, "- ")
    tab = re.match(r"(?:\d{1,3}(?:\.\d{1,2})?[.):]?|[^\t]{2,40}:)(\t+)(?=[^\t]+$)", text)
    if tab:  # a number or a label set apart by a tab is no table row
        yield Edit(row.start + tab.start(1), row.start + tab.end(1), " ")
    for found in _MARKDOWN.finditer(text):
        yield Edit(row.start + found.start(), row.start + found.end(), "")
    if _PIPES.fullmatch(text):  # a row of a table drawn with bars
        for bar in re.finditer(r"\s*\|\s*", text):
            edge = bar.start() == 0 or bar.end() == len(text)
            yield Edit(row.start + bar.start(), row.start + bar.end(), "" if edge else "\t")
    button = _buttons().match(text, start)
    if button and button.end() < len(text):
        yield Edit(row.start + start, row.start + button.end(), "")
    for found in _HYPHEN_MARK.finditer(text):
        yield Edit(row.start + found.start(), row.start + found.end(), "")
    if "<" in text:
        yield from _tags(row)
    if count := _COUNT.search(text):
        yield Edit(row.start + count.start(), row.end, "")
    for found in re.finditer(r"[ \u00a0\u2000-\u200a\u202f]{2,}|[\u00a0\u2000-\u200a\u202f\u000b\f\uf020]|[\u200b\u200c\u200d\ufeff]", text):
        if found.start() >= start:
            blank = "" if found.group() in "\u200b\u200c\u200d\ufeff" else " "
            yield Edit(row.start + found.start(), row.start + found.end(), blank)


def _tags(row: Row) -> Iterator[Edit]:
    """Tags left in cells: between two blocks of one cell stands " / ", all others vanish."""
    text = row.text
    for run in re.finditer(rf"(?:{_TAG.pattern})(?:[ \xa0]*(?:{_TAG.pattern}))*", text, re.IGNORECASE):
        before, after = text[: run.start()], text[run.end() :]
        inside = before.strip(" ") and after.strip(" ") and before[-1:] != "\t" and after[:1] != "\t"
        blocks = inside and _BLOCK.search(run.group())
        yield Edit(row.start + run.start(), row.start + run.end(), " / " if blocks else "")


@cache
def _buttons() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{vocabulary.alternatives('residue', 'buttons')})\s+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Measure:
    """How the lines of a text run: whether they are wrapped, at what width, and how many empty lines stand inside of a paragraph."""

    wrapped: bool
    width: int
    gap: int


class Flow:
    """Tells of two rows that follow each other whether the second goes on with the first."""

    def __init__(self, kept: list[Row], printed: bool, measured: bool) -> None:
        self._measured = printed and measured  # so that every row that no known end closes is full
        self._measure = _measure(kept, printed)
        self._passages = {} if self._measure.wrapped else _wrapped_passages(kept)
        self._passage = 0  # the width of the passage in which the row stands, where only some are wrapped
        self._words = Counter(word for row in kept for word in re.findall(r"[\w-]+", row.text.casefold()))
        self._paragraph = kept[0].text if kept else ""
        self._widest = 0  # of the rows of the paragraph so far, but for the last

    def joint(self, before: Row, after: Row, broken: bool) -> str:
        """A line end where a new line begins, a blank or nothing where the row goes on, ``drop`` where also the hyphen goes.

        ``broken``: it is known that a new line begins.
        """
        self._passage = self._passages.get(after.start, 0)
        joint = "\n" if broken else self._joint(before, after)
        if joint == "\n":
            self._paragraph, self._widest = after.text, 0
        else:
            begun = self._paragraph[:-1] if joint == "drop" else self._paragraph + joint
            self._paragraph, self._widest = begun + after.text, max(self._widest, len(before.text))
        return joint

    def _joint(self, before: Row, after: Row) -> str:
        if before.text[-1] in "\u00ad\u0002":
            return "" if after.text[:1].islower() else "\n"
        if "\t" in before.text or "\t" in after.text or "|" in (before.text[-1], after.text[0]):
            return "\n"
        token = self._paragraph.rsplit(None, 1)[-1]
        if "://" in token:
            return self._address(token, after)
        if self._breaks_word(before, after) and after.gap <= self._measure.gap + 1:
            return self._hyphen(before.text, after.text)
        if _begins(after) or _ends(before) or (not self._measure.wrapped and after.start not in self._passages):
            return " " if after.gap == 0 and _dangles(before.text, after.text) and not _begins(after) else "\n"
        if after.gap > self._measure.gap:
            return "\n"
        if after.gap < self._measure.gap and not after.text[:1].islower():
            return "\n"
        if after.indent > before.indent + 3 and not after.text[:1].islower():
            return "\n"
        return self._wrapped(before.text, after.text)

    def _address(self, token: str, after: Row) -> str:
        """A web address that was broken over lines."""
        first = after.text.split(None, 1)[0]
        goes_on = token[-1] in "-/_" or ("/" in first and first == after.text)
        return "" if goes_on and "://" not in first and after.gap <= self._measure.gap and self._measure.wrapped else "\n"

    def _wrapped(self, a: str, b: str) -> str:
        if "://" in b.split(None, 1)[0] or (_LED.match(b) and _LED.match(self._paragraph)):
            return "\n"
        if b[0].islower() or b[0] in ",;)(":
            return " " if a[-1] not in ".!?" or self._full(a, b) else "\n"
        if numbering.candidate(self._paragraph) and headline.divides(self._paragraph, b):
            return "\n"
        if a[-1] == "," or bare_word(a.rsplit(None, 1)[-1]) in vocabulary.word_set("flow", "joining"):
            return " "
        if self._paragraph.count("(") > self._paragraph.count(")"):
            return " "
        return " " if a[-1] != ":" and self._full(a, b) else "\n"

    def _full(self, a: str, b: str) -> bool:
        """Whether the next word would not have fitted into the line."""
        if self._measured:
            return True
        needed = len(a) + 1 + len(b.split(None, 1)[0])
        if not self._measure.wrapped:
            return needed > self._passage - 2
        marked = self._measure.gap > 0 and self._widest >= 40  # paragraphs are told apart by empty lines, so the own rows give the width
        return needed > (min(self._widest, self._measure.width) if marked else self._measure.width) - 2

    def _breaks_word(self, before: Row, after: Row) -> bool:
        """Whether a word is broken by a hyphen at the end of a line."""
        a, b = before.text, after.text
        if a[-1] != "-" or not a[-2:-1].isalnum():
            return False
        if len(a) <= 12:
            return f"{a.rsplit(None, 1)[-1][:-1]}{b.split(None, 1)[0]}".casefold() in self._words
        return b[0].islower() or (b[0].isupper() and a[-2].islower() and not _begins(after))

    def _hyphen(self, a: str, b: str) -> str:
        left = a.rsplit(None, 1)[-1].lstrip('("”“»')
        if "@" in left:
            return ""
        if bare_word(b.split(None, 1)[0]) in vocabulary.word_set("flow", "after_hyphen"):
            return " "
        stem = left[:-1]
        rest = re.split(r"[^\w-]", b, maxsplit=1)[0]
        kept, joined = f"{stem}-{rest}".casefold(), f"{stem}{rest}".casefold()
        if self._words[kept] != self._words[joined]:
            return "" if self._words[kept] > self._words[joined] else "drop"
        return "drop" if len(stem) > 1 and stem[-1].islower() and b[0].islower() else ""


def bare_word(word: str) -> str:
    """A word without punctuation around it, case-folded; abbreviations keep their stops."""
    return word.strip('()"”“»«,;:').casefold()


def _begins(row: Row) -> bool:
    """Whether a row begins a paragraph by what it is: a bullet, a number, a heading."""
    text = row.text
    if _BULLET.match(text) or re.match(r"[a-zæøå]\)\s", text) or vocabulary.label(text) or vocabulary.is_residue(text) or vocabulary.field(text):
        return True
    number = numbering.candidate(text)
    return number is not None and not (number.title and lexicon.is_month(number.title.split()[0]))


def _ends(row: Row) -> bool:
    """Whether a row is a heading, so that nothing goes on with it."""
    found = vocabulary.label(row.text)
    return (found is not None and found.end == len(row.text)) or vocabulary.is_residue(row.text)


def _measure(kept: list[Row], printed: bool) -> _Measure:
    lengths = sorted(len(row.text) for row in kept if "   " not in row.text and "\t" not in row.text)
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    gaps = Counter(row.gap for row in kept[1:])
    gap = 1 if gaps[1] > gaps[0] + gaps[2] + gaps[3] and _runs_over(kept, 1) else 0
    going_on = _runs_over(kept, gap)
    goes_on = 50 <= width <= 140 and going_on >= max(2, len(kept) * 0.04)
    hyphened = 35 <= width <= 140 and _broken_words(kept) >= max(2, len(kept) * 0.01)
    return _Measure(printed or goes_on or hyphened, width, gap)


def _wrapped_passages(kept: list[Row]) -> dict[int, int]:
    """Where the rows begin that stand in a passage wrapped by itself, amid text that is not, with the width of each: a quoted mail, a pasted part."""
    found: dict[int, int] = {}
    passage: list[Row] = []
    for row in [*kept, None]:
        if row is not None and passage and row.gap == 0:
            passage.append(row)
            continue
        width = max((len(r.text) for r in passage), default=0)
        going_on = [a for a, b in pairwise(passage) if _runs_over([a, b], 0)]
        if 50 <= width <= 140 and going_on and all(len(a.text) > 0.75 * width for a in going_on):
            found.update((r.start, width) for r in passage)
        passage = [row] if row is not None else []
    return found


def _dangles(a: str, b: str) -> bool:
    """Whether a row ends with a small word that its line can't end with, and the next one goes on in small letters: "… overgange for | unge"."""
    last = bare_word(a.rsplit(None, 1)[-1])
    return len(a) >= 25 and b[0].islower() and last in vocabulary.word_set("flow", "dangling")


def _broken_words(kept: list[Row]) -> int:
    """How many rows end with a part of a word: such a text is printed, however narrow."""
    return sum(1 for a, b in pairwise(kept) if b.gap == 0 and a.text[-1] == "-" and a.text[-2:-1].islower() and b.text[0].islower())


def _runs_over(kept: list[Row], gap: int) -> int:
    """How many rows go on in the next one beyond doubt: long, no stop at the end, and the next begins with a small letter."""
    return sum(
        1
        for a, b in pairwise(kept)
        if b.gap == gap and len(a.text) >= 40 and a.text[-1] not in ".,:;!?|" and b.text[0].islower() and not _BULLET.match(b.text)
    )
