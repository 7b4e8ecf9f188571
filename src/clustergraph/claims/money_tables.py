"""Sums in tables that name their unit once: in the heading of a column ("Bevilling (kr.)", "2024 (mio. kr.)") or in the line over the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from clustergraph.claims import amounts
from clustergraph.claims.reading import Line, Reading
from clustergraph.lexicon import money as lexicon

_BREAK = re.compile(r"\t|\s\|\s|^\||\|$|(?<=\S) {3,}(?=\S)")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])")


@dataclass(frozen=True, slots=True)
class TableSum:
    """A sum in a cell: its stretch of the view, whole kroner, and the year that its column or cell names."""

    start: int
    end: int
    amount: int
    period: str | None


@dataclass(frozen=True, slots=True)
class _Column:
    scale: int
    period: str | None
    grouped: bool  # no unit stands anywhere: only a number with its thousands apart is a sum


def find(reading: Reading) -> tuple[TableSum, ...]:
    """All sums without a unit of their own in the tables of a document, in order."""
    found: list[TableSum] = []
    lines = reading.lines
    i = 0
    while i < len(lines):
        if not _BREAK.search(lines[i].text):
            i += 1
            continue
        last = i
        while last < len(lines) and (_BREAK.search(lines[last].text) or is_rest(lines[last].text)):
            last += 1
        columns = _columns(lines[i].text, lines[i - 1].text if i else "")
        rows = lines[i + 1 : last]
        found.extend(_sums(rows, [None, *columns] if is_numbered(lines[i].text, rows) else columns))
        i = last
    return tuple(found)


def is_numbered(header: str, rows: Sequence[Line]) -> bool:
    """Whether the rows of a table begin with a number for which it has no heading: each has a cell more than there are headings."""
    heads = len(_BREAK.split(header))
    cells = [_BREAK.split(row.text) for row in rows if _BREAK.search(row.text)]
    return bool(cells) and all(len(row) == heads + 1 and re.fullmatch(r"\s*\d{1,3}[.)]?\s*", row[0]) for row in cells)


def is_rest(text: str) -> bool:
    """Whether a line without cells is what is left of a row whose other cells are empty: the rest of a name, or a sum of another year."""
    return len(text.split()) <= 6 and bool(re.match(r"\s*(?:[-–]\s*)?[a-zæøå][^.:;?!]*$|\s*(?:19|20)\d\d\s*:\s*\d[\d.,]*$", text))


@cache
def _cell() -> re.Pattern[str]:
    """A sum without its unit, with a year before or behind it and a word on what became of it: "2024: 1.200", "150.000 ansøgt (2025)"."""
    number = r"(?P<number>\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
    word = "|".join(re.escape(w) for w in sorted(lexicon.columns("behind")))
    return re.compile(rf"(?:(?P<year>(?:19|20)\d\d)\s*:\s*)?[-+]?\s*{number}(?:\s+\(?(?:{word})\)?)?(?:\s*\((?P<of>(?:19|20)\d\d)\))?", re.IGNORECASE)


def unit(text: str) -> int | None:
    """What one in a column is worth in kroner, by words such as "(mio. kr.)", "i 1.000 kr.", "t.kr."; None where they name no unit."""
    match = re.search(
        rf"(?<![\w.,])(?:(?P<thousand>{lexicon.any_of('thousand_kroner')})|(?:(?P<scale>{lexicon.any_of('scales')})\.?\s*)?(?:{lexicon.any_of('currency')}))(?!\w)",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return None
    return 1000 if match["thousand"] else lexicon.scales().get((match["scale"] or "").casefold(), 1)


def _columns(header: str, above: str) -> list[_Column | None]:
    """The columns of sums by their headings, where the line above may give the unit of all."""
    whole = unit(above) if re.search(r"[(:]|(?<!\w)i\s", above) and len(above.split()) <= 20 and not amounts.find(above) else None
    return [_column(cell.strip(), whole) for cell in _BREAK.split(header)]


def _column(cell: str, whole: int | None) -> _Column | None:
    words = set(re.findall(r"[\wæøå]+", cell.casefold()))
    year = _YEAR.search(cell)
    if words & lexicon.columns("counts") or "%" in cell:
        return None
    own = unit(cell)
    money = bool(words & (lexicon.columns("amount") | lexicon.columns("total")))
    if own is None and not money and not (year and whole):
        return None
    scale = own if own is not None else whole
    return _Column(scale or 1, year.group() if year else None, scale is None)


def _sums(rows: Sequence[Line], columns: Sequence[_Column | None]) -> Iterator[TableSum]:
    only = [c for c in columns if c is not None]
    for line in rows:
        if not _BREAK.search(line.text) and len(only) == 1:
            yield from _of_cell(line.text, line.start, only[0])
            continue
        bounds = [m.span() for m in _BREAK.finditer(line.text)]
        offset = 0
        for index, (left, right) in enumerate([*bounds, (len(line.text), len(line.text))]):
            column = columns[index] if index < len(columns) else None
            if column is not None:
                yield from _of_cell(line.text[offset:left], line.start + offset, column)
            offset = right


def _of_cell(text: str, start: int, column: _Column) -> Iterator[TableSum]:
    offset = 0
    for piece in re.split(r"(\s/\s|;|,\s(?=\d)|\sog\s(?=\d))", text):
        match = _cell().fullmatch(piece.strip())
        number = match["number"] if match else ""
        if match and (not column.grouped or re.search(r"\.\d{3}", number)) and not (_YEAR.fullmatch(number) and column.scale == 1):
            amount = amounts.value(number, column.scale)
            if amount:
                at = start + offset + piece.index(number)
                yield TableSum(at, at + len(number), amount, match["year"] or match["of"] or column.period)
        offset += len(piece)
