"""Lists side by side: "Deltagere" and "Afbud" as the heads of two columns, their people in the rows below.

Each column is read as if it stood alone, one below the other; offsets stay those of the cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clustergraph.claims.entries import Attendance, Entry, Words
from clustergraph.claims.reading import Line
from clustergraph.lexicon import bodies, people

_CELL = re.compile(r"[^\t|]+")


def apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those of lists that stand side by side put one column after the other."""
    found: list[Line] = []
    i = 0
    while i < len(lines):
        if not _is_head(lines[i]):
            found.append(lines[i])
            i += 1
            continue
        last = i + 1
        while last < len(lines) and not _ends(lines[last], lines[i]):
            last += 1
        columns: dict[int, list[Line]] = {}
        for line in lines[i:last]:
            for n, cell in _cells(line):
                columns.setdefault(n, []).append(cell)
        found += [cell for n in sorted(columns) for cell in columns[n]]
        i = last
    return found


def rows_of_other_tables(lines: Sequence[Line]) -> frozenset[int]:
    """Where the rows of tables begin that are no lists of people: plans, budgets; their first row heads other columns."""
    found: set[int] = set()
    i = 0
    while i < len(lines):
        last = i
        while last < len(lines) and re.search(r"\t|\s\|\s", lines[last].text):
            last += 1
        head = lines[i].text
        if last - i >= 2 and len(_filled(head)) >= 3 and not heads_people(head) and _heads_matters(head):
            found.update(line.start for line in lines[i:last])
        i = max(last, i + 1)
    return frozenset(found)


def cells_of_people(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where the cells stand, in view offsets, that a column headed "Tovholder" or "Kontaktperson" gives to people, in tables of matters."""
    found: list[tuple[int, int]] = []
    others = rows_of_other_tables(lines)
    columns: frozenset[int] = frozenset()
    before: Line | None = None
    for line in lines:
        if line.start not in others:
            before = None
            continue
        if before is None:
            columns = frozenset(n for n, cell in _cells(line) if people.is_person_column(cell.text) or people.list_heading(cell.text) in _LEADING)
        else:
            found += [(cell.start, cell.end) for n, cell in _cells(line) if n in columns]
        before = line
    return found


_LEADING = ("leads", "contacts")


def heads_people(row: str) -> bool:
    """Whether a row of cells heads the columns of a list of people."""
    cells = _filled(row)
    return sum(people.is_column(c) for c in cells) >= 2 and any(people.is_person_column(c) for c in cells)


def _heads_matters(row: str) -> bool:
    """Whether a row heads the columns of a table of matters: short cells that name nobody, one of them the head of a column of tasks."""
    return any(people.is_matter_column(c) for c in _filled(row))


def _filled(row: str) -> list[str]:
    return [c.strip() for c in re.split(r"[\t|]", row) if c.strip()]


def _cells(line: Line) -> Iterator[tuple[int, Line]]:
    start = 0
    for n, text in enumerate(re.split(r"[\t|]", line.text)):
        if text.strip():
            yield n, Line(text, line.start + start, line.start + start + len(text), line.section)
        start += len(text) + 1


def _is_head(line: Line) -> bool:
    """Whether a row holds nothing but two or more headings of different lists."""
    cells = [c.strip() for c in _CELL.findall(line.text) if c.strip()]
    kinds = [people.list_heading(c) for c in cells]
    return len(cells) >= 2 and all(kinds) and len(set(kinds)) >= 2


def _ends(line: Line, head: Line) -> bool:
    """Whether a line no longer belongs to the columns: another section, a label, a heading, or a sentence."""
    if line.section != head.section:
        return True
    first = re.split(r"[\t|]", line.text)[0]
    label = first.split(":")[0]
    if people.list_heading(label) or people.is_other_label(label):
        return True
    return "\t" not in line.text and any(people.is_verb(word) for word in line.text.split())


def forum_cell(columns: tuple[str, ...], line: str, start: int) -> Words | None:
    """The cell of a row under the head "Gruppe": where those of the row sit; None where there is no such column or the cell is empty."""
    at = start
    for column, cell in zip(columns, re.split(r"[\t|]", line), strict=False):
        if people.is_forum_column(column) and people.looks_like_forum(cell):
            lead = len(cell) - len(cell.lstrip())
            return Words(" ".join(cell.split()), at + lead, at + len(cell.rstrip()))
        at += len(cell) + 1
    return None


def told(columns: tuple[str, ...], found: list[Entry], words: str, start: int) -> None:
    """What the heads of a table's columns say of those in a row: a cross under "Afbud", a name under "Suppleant"."""
    if found and found[0].name is not None and (ticked := _ticked(columns, words)):
        found[0].attendance = ticked
        found[0].party = None if found[0].party and people.is_tick(found[0].party) else found[0].party
    if len(found) == 1 and found[0].name is not None and not found[0].titles:
        _title_by_column(columns, found[0], words, start)
    found += _vacant_deputies(columns, found, words, start)
    for entry in found:
        if entry.name is not None:
            column = len(re.findall(r"[\t|]", words[: entry.name.start - start]))
            if column < len(columns) and people.capacity(columns[column]) == "deputy" and "deputy" not in entry.capacities:
                entry.capacities.append("deputy")


def _vacant_deputies(columns: tuple[str, ...], found: list[Entry], words: str, start: int) -> list[Entry]:
    """The deputy's seat of a member that a cell under "Suppleant" says is empty."""
    if not any(e.name for e in found):
        return []
    at, empty = start, []
    for column, cell in zip(columns, re.split(r"[\t|]", words), strict=False):
        if people.capacity(column) == "deputy" and people.is_vacant(cell):
            empty.append(Entry(vacant=True, capacities=["deputy"], office=Words(column.strip(), at, at + len(cell))))
        at += len(cell) + 1
    return empty


_OFFICES = ("chair", "vice_chair")
_WITH_CHAIR = ("interest_organisation", "other")  # bodies that have a chair of their own


def _title_by_column(columns: tuple[str, ...], entry: Entry, words: str, start: int) -> None:
    """A title that no list knows: what stands in the column of titles."""
    at = start
    for column, cell in zip(columns, re.split(r"[\t|]", words), strict=False):
        first = cell.split(",")[0]
        named = entry.name is not None and at <= entry.name.start < at + len(first)  # "Navn og titel": a name is no title
        if people.is_title_column(column) and not named and re.search(r"[a-zæøå]{3}", first) and not people.looks_like_body(first):
            place = (at + len(first) - len(first.lstrip()), at + len(first.rstrip()))
            entry.titles.append(Words(re.sub(r"\s+", " ", first).strip(" .,;:"), *place))
            entry.bodies = [b for b in entry.bodies if not place[0] <= b.start < place[1]]
            if people.capacity(first) in _OFFICES and any(bodies.unit_type(b.text) in _WITH_CHAIR for b in entry.bodies):
                entry.capacities = [c for c in entry.capacities if c not in _OFFICES]  # the association's chair
            elif people.capacity(first) in _OFFICES:
                entry.titles.pop()
        at += len(cell) + 1


def _ticked(columns: tuple[str, ...], words: str) -> Attendance | None:
    """What the column says in which a table row has a cross, alone or before brackets: "Til stede" or "Afbud"."""
    for column, cell in zip(columns, re.split(r"[\t|]", words), strict=False):
        if people.is_tick(re.sub(r"\(.*?\)", "", cell)) and (said := people.mark(column)):
            return "apologies" if said == "apologies" else "present"
    return None
