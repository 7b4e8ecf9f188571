"""Page heads and feet: which rows of a text are no part of it; and rules drawn with signs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from clustergraph.documents import dates, vocabulary
from clustergraph.documents.rows import Row

_PAGE = re.compile(r"(?:side|s\.|page) ?\d{1,4}(?: ?(?:af|/|of) ?\d{1,4})?|\d{1,4} ?(?:/|af) ?\d{1,4}|- ?\d{1,4} ?-", re.IGNORECASE)
_COUNT = re.compile(r"(?:side|s\.|page) ?\d{1,4}(?: ?(?:af|/|of) ?\d{1,4})?$", re.IGNORECASE)
_RULE = re.compile(r"[_=–—-]{5,}")
_NUMBER = re.compile(r"\d{1,4}")
_SHORTEST = 4  # rows that the first page has above its foot


def furniture(rows: list[Row]) -> frozenset[int]:
    """The indexes of rows that are page heads, page feet or page numbers."""
    found = {i for i, row in enumerate(rows) if _PAGE.fullmatch(row.text) or _RULE.fullmatch(row.text)}
    if rows and rows[-1].page:
        found |= _repeated(rows)
    else:
        found |= _counted(rows)
    for i, row in enumerate(rows):
        if _NUMBER.fullmatch(row.text) and _is_page_number(rows, i):
            found.add(i)
            if _is_foot(rows, i - 1):
                found.add(i - 1)
    return frozenset(found)


def _is_page_number(rows: list[Row], i: int) -> bool:
    """A number alone, at the end of a page, or below a foot line that names the meeting and its day."""
    if rows[-1].page:
        edge = i + 1 == len(rows) or rows[i + 1].page != rows[i].page or i == 0 or rows[i - 1].page != rows[i].page
        return edge and abs(int(rows[i].text) - rows[i].page) <= 3
    return _is_foot(rows, i - 1) and (i > _SHORTEST or rows[i].text != "1")


def _is_foot(rows: list[Row], i: int) -> bool:
    """A short line that ends with a full date and says no sentence, with empty lines around it."""
    if i < 1 or len(rows[i].text) > 90 or rows[i].gap == 0:
        return False
    found = dates.first(rows[i].text)
    return found is not None and len(found.iso) == 10 and found.end == len(rows[i].text) and found.start > 4


def _shape(row: Row) -> str:
    """The text of a row as it comes again on the next page: its page number, however counted, is replaced."""
    near = {row.page + k for k in range(4)}
    return re.sub(r"\d+", lambda m: "#" if len(m.group()) <= 4 and int(m.group()) in near else m.group(), row.text).casefold()


def _counted(rows: list[Row]) -> set[int]:
    """Heads and feet of a text whose pages nothing sets apart: rows that come back with another page number, and what comes back beside them.

    The first of them stays, it may be the title.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        if len(row.text) <= 160 and (count := _COUNT.search(row.text)):
            places[row.text[: count.start()].strip()].append(i)
    found: set[int] = set()
    for again in places.values():
        for i in again[1:]:
            found.add(i)
            found.update(near for step in (-1, 1) for near in _beside(rows, again[0], i, step))
    return found


def _beside(rows: list[Row], first: int, i: int, step: int) -> Iterator[int]:
    """The rows next to a head or foot that read the same at its first place."""
    for k in range(1, 4):
        here, there = i + k * step, first + k * step
        if not (0 <= there and here < len(rows)) or rows[here].text != rows[there].text or vocabulary.label(rows[here].text):
            return
        yield here


def _repeated(rows: list[Row]) -> set[int]:
    """Rows at the same end of the page that come back on at least half of the pages (and on two); the first head stays, it may be the title."""
    pages: dict[int, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        if len(row.text) <= 120 and (vocabulary.label(row.text) is None or _COUNT.search(row.text)):
            pages[row.page].append(i)
    least = max(2, (rows[-1].page + 1) // 2)
    found: set[int] = set()
    for edge, edges in (("head", [p[:3] for p in pages.values()]), ("foot", [p[-3:] for p in pages.values()])):
        shapes = Counter(shape for indexes in edges for shape in {_shape(rows[i]) for i in indexes})
        again = [i for indexes in edges for i in indexes if shapes[_shape(rows[i])] >= least]
        seen: set[str] = set()
        for i in again:
            shape = _shape(rows[i])
            if edge == "foot" or shape in seen or "#" in shape:
                found.add(i)
            seen.add(shape)
    return found
