"""Initiatives in plan tables: columns found by their headings, continued rows, rows that hold several initiatives, tables flattened over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from clustergraph.claims import meeting, money_tables
from clustergraph.claims.candidates import Candidate
from clustergraph.claims.initiative_proper import is_telling
from clustergraph.claims.plan_cells import Cell, bare_name, days, named, of_cells, settled, status_of, tidy
from clustergraph.claims.reading import Line, Reading
from clustergraph.lexicon import initiatives as lexicon

_BREAK = re.compile(r"\t|\s\|\s|^\||\|$")
_NUMBER = re.compile(r"^\s*(?P<number>\d{1,2})[.)]\s+(?P<name>\S.*)$")


def find(reading: Reading) -> Iterator[Candidate]:
    """The initiatives of all plan tables of a document, in order."""
    lines = reading.lines
    i = 0
    while i < len(lines):
        columns = header_of(lines[i].text)
        if not columns:
            i += 1
            continue
        flat = not _BREAK.search(lines[i].text)
        last = _flat_end(lines, i + 1) if flat else _table_end(lines, i + 1)
        body = lines[i + 1 : last]
        columns = ("number", *columns) if not flat and money_tables.is_numbered(lines[i].text, body) else columns
        log = "name" not in columns
        columns = tuple("name" if column == "topic" else column for column in columns) if log else columns
        found = _flat(reading, body, columns) if flat else _grid(reading, body, columns)
        found = (one for one in found if _is_matter(reading, one)) if log else found
        yield from (_only_asked(reading, one) for one in found) if _asks(lines[i].text) else found
        i = max(last, i + 1)


def _is_matter(reading: Reading, found: Candidate) -> bool:
    """Whether a row of a log of decisions speaks of an initiative: it says so, or ends or stops what has a name of its own."""
    words = reading.text[slice(*found.scope)] if found.scope else ""
    if lexicon.pattern("cells.matter").search(words):
        return True
    return is_telling(found.name) and status_of(words.replace(found.name, "")) in ("stopped", "paused", "completed")


def _asks(header: str) -> bool:
    """Whether the columns of a table are sums that somebody asks for."""
    return any(tidy(cell).casefold().rstrip(":.") in lexicon.words("cells.asked") for cell in _BREAK.split(header))


def _only_asked(reading: Reading, found: Candidate) -> Candidate:
    """A row of what is asked for: proposed, where it says nothing else."""
    said = found.scope is not None and status_of(reading.text[slice(*found.scope)]) is not None
    return found if said or "status" in found.facts else replace(found, facts={**found.facts, "status": "proposed"})


def header_of(text: str) -> tuple[str, ...]:
    """The fields of the columns that a heading row names, "" for a column of no use here; empty where it heads no plan table."""
    cells = [tidy(c).casefold().rstrip(":") for c in _BREAK.split(text)]
    if len(cells) == 1:  # flattened: all headings in one line
        found = _flat_header(cells[0])
        return tuple(found) if len(found) >= 2 and found[0] == "name" else ()
    fields = tuple(_field(cell) for cell in cells)
    known = [f for f in fields if f]
    return fields if {"name", "topic"} & set(known) and len(set(known)) >= 2 else ()


def _field(cell: str) -> str:
    """The field that a heading names, without its unit or year ("bevilling (kr.)", "budget 2025") and by either side of a slash."""
    names = lexicon.columns()
    bare = re.sub(r"\s*\([^()]*\)|\s+(?:i\s+)?(?:(?:mio|t|1\.000)\.?\s*)?kr\.?$|\s+(?:pr\.\s.*|(?:19|20)\d\d\S*)$", "", cell).strip(" .")
    ways = (cell, bare, f"{bare}.", *(part.strip() for part in bare.split("/")))
    return next((names[way] for way in ways if way in names), "")


def _flat_header(text: str) -> list[str]:
    names = lexicon.columns()
    found = []
    rest = text
    while rest:
        match = re.match(rf"(?:{'|'.join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))})(?:\s+|$)", rest)
        if not match:
            return []
        found.append(names[match.group().strip()])
        rest = rest[match.end() :]
    return found


# --- tables with cells ---------------------------------------------------------------------------------------------------------


def _table_end(lines: Sequence[Line], i: int) -> int:
    while i < len(lines) and (_BREAK.search(lines[i].text) or money_tables.is_rest(lines[i].text)):
        i += 1
    return i


def _grid(reading: Reading, body: Sequence[Line], columns: tuple[str, ...]) -> Iterator[Candidate]:
    rows: list[list[Cell]] = []
    for line in body:
        cells = _cells(line, columns)
        if not any(re.search(r"\w", c.text) for c in cells):
            continue
        if rows and _continues(cells, columns):
            rows[-1].extend(cells)
        elif any(c.field == "name" for c in cells):
            rows.append(cells)
    for cells in rows:
        yield from _initiatives(reading, cells, columns)


def _continues(cells: Sequence[Cell], columns: tuple[str, ...]) -> bool:
    """Whether a row goes on with the row above: it has no name, no number where rows are numbered, or a name that is only the rest of one."""
    name = next((c.text for c in cells if c.field == "name"), None)
    if name is None or (len(cells) == 1 < len(columns) - 1 and len(name.split()) > 8):  # a note that takes the row
        return True
    if "number" in columns:
        return not any(c.field == "number" for c in cells) and columns.index("number") < columns.index("name")
    return bool(re.match(r"[-–a-zæøå]", name)) and len(cells) <= (len(columns) + 1) // 2


def _cells(line: Line, columns: tuple[str, ...]) -> list[Cell]:
    if not _BREAK.search(line.text):
        return [Cell("budget" if ":" in line.text else "name", tidy(line.text), line.start, line.end)]
    found = []
    offset = 0
    bounds = [m.span() for m in _BREAK.finditer(line.text)]
    edges = [*bounds, (len(line.text), len(line.text))]
    for index, (left, right) in enumerate(edges):
        raw = line.text[offset:left]
        text = tidy(raw)
        if text:
            start = line.start + offset + len(raw) - len(raw.lstrip())
            field = columns[index] if index < len(columns) else ""
            found.append(Cell(field, text, start, line.start + offset + len(raw.rstrip())))
        offset = right
    return found


def _initiatives(reading: Reading, cells: list[Cell], columns: tuple[str, ...]) -> Iterator[Candidate]:
    """One initiative a row, or one for each "Vedr. X:" in its cells: the row's own name then only bundles them."""
    name = next(c for c in cells if c.field == "name")
    parts = _parts(reading, cells)
    if parts:
        for title, start, end, scope in parts:
            inside = [_clip(c, scope) for c in cells if c.start < scope[1] and scope[0] < c.end]
            yield of_cells(reading, title, start, end, inside, scope)
        return
    title, _, rest = name.text.partition(" / ")
    scope = (cells[0].start, max(c.end for c in cells))
    more = " ".join(c.text for c in cells if c.field == "name" and c is not name)
    whole = f"{title} {more}" if more else ""
    if more[:1].islower() or title.endswith((",", " og", "-")):
        title = re.sub(r"(?<=\w)- (?=[a-zæøå])", "", whole)
        whole = ""
    shown, at, aliases = (bare_name(title), 0, ()) if more else named(title)
    if not shown:
        return
    end = name.end if more else name.start + at + len(shown)
    found = of_cells(reading, shown, name.start + at, end, settled(cells, columns), scope, rest)
    yield replace(found, aliases=tuple(dict.fromkeys((*found.aliases, *aliases, *([whole] if whole else [])))))


def _parts(reading: Reading, cells: list[Cell]) -> list[tuple[str, int, int, tuple[int, int]]]:
    """The initiatives that a row names inside its cells, each with the stretch that is about it: from the cell's begin to the next."""
    found = []
    pattern = re.compile(rf"(?:^|/\s)(?:{lexicon.any_of('cells.parts')})\s+(?P<name>[A-ZÆØÅ][^:/]{{2,80}}):", re.IGNORECASE)
    for cell in cells:
        for match in pattern.finditer(reading.text[cell.start : cell.end]):
            found.append((bare_name(match["name"]), cell.start + match.start("name"), cell.start + match.end("name"), cell))
    rows = []
    for i, (title, start, end, cell) in enumerate(found):
        line = reading.line_at(cell.start)
        low = cell.start if i and found[i - 1][3] == cell else (line.start if line and i else cell.start)
        high = found[i + 1][1] if i + 1 < len(found) and found[i + 1][3] == cell else (line.end if line else cell.end)
        rows.append((title, start, end, (low, high)))
    return rows


def _clip(cell: Cell, scope: tuple[int, int]) -> Cell:
    return cell if scope[0] <= cell.start and cell.end <= scope[1] else Cell("", "", max(cell.start, scope[0]), min(cell.end, scope[1]))


# --- tables flattened over lines -----------------------------------------------------------------------------------------------


def _flat_end(lines: Sequence[Line], i: int) -> int:
    """Where a flattened table ends: at the first paragraph of running text that opens with no name."""
    number = 0
    while i < len(lines):
        text = lines[i].text.strip()
        match = _NUMBER.match(text)
        if match and int(match["number"]) > number:
            number = int(match["number"])
        elif number == 0 or (len(text.split()) > 20 and not re.match(r"[A-ZÆØÅ][\wæøå\s-]{2,40}:", text)):
            break
        i += 1
    return i


def _flat(reading: Reading, body: Sequence[Line], columns: tuple[str, ...]) -> Iterator[Candidate]:
    starts = [i for i, line in enumerate(body) if _NUMBER.match(line.text)]
    for n, i in enumerate(starts):
        last = starts[n + 1] if n + 1 < len(starts) else len(body)
        match = _NUMBER.match(body[i].text)
        if match is None:
            continue
        rest = body[i + 1 : last]
        title = match["name"].strip()
        at = body[i].start + body[i].text.find(title)
        scope = (body[i].start, body[last - 1].end)
        answer = next((line for line in rest if reading.bodies.at(line.start, line.end)), rest[0] if rest else None)
        cells = (
            [Cell(columns[1], tidy(answer.text), answer.start, answer.end)]
            if answer is not None and columns[1] in ("anchored_in", "responsible")
            else []
        )
        first = rest[0].text if rest else ""
        cells += _opening(reading, title, at)
        yield of_cells(reading, bare_name(title), at, at + len(title), cells, scope, first)
        yield from _deliveries(reading, rest)


def _opening(reading: Reading, title: str, at: int) -> list[Cell]:
    """A start in brackets behind a name: "(opstart forår 2019)"."""
    match = re.search(rf"\((?:{lexicon.any_of('columns.start')})\s+([^()]+)\)", title, re.IGNORECASE)
    return [Cell("start", match.group(1), at + match.start(1), at + match.end(1))] if match else []


def _deliveries(reading: Reading, rest: Sequence[Line]) -> Iterator[Candidate]:
    """Initiatives that a row delivers: "Leverancen er tre initiativer:" and then "Navn: hvad" each, with the lines up to the next."""
    lead = next((i for i, line in enumerate(rest) if re.search(rf"(?:{lexicon.any_of('lists.nouns')})\s*:\s*$", line.text, re.IGNORECASE)), None)
    if lead is None:
        return
    heads = [(i, name) for i, line in enumerate(rest) if i > lead and (name := _delivered(line.text))]
    last = rest[heads[-1][0] :] if heads else ()
    ending = next((line for line in last[1:] if lexicon.pattern("time.period").match(line.text.strip())), None)
    own = [any(lexicon.pattern("time.period").match(line.text.strip()) for line in rest[i + 1 : j]) for i, j in _stretches(heads)]
    facts = days(Cell("time", ending.text, ending.start, ending.end), meeting.day_of(reading)) if ending is not None and not any(own) else {}
    for n, (i, name) in enumerate(heads):
        start = rest[i].start + rest[i].text.index(name)
        end = rest[heads[n + 1][0] - 1].end if n + 1 < len(heads) else rest[-1].end
        evidence = ((ending.start, ending.end),) if ending is not None and facts else ()
        yield Candidate(name, start, start + len(name), "list", None, facts=facts, evidence=evidence, scope=(rest[i].start, end))


def _stretches(heads: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    return ((a[0], b[0]) for a, b in pairwise(heads))


def _delivered(text: str) -> str | None:
    """The name of something delivered: "Navn: hvad", "Navn der skal …"."""
    match = re.match(r"\s*(?P<name>[A-ZÆØÅ][\wæøå\s-]{3,50}?)(?::\s+\S|,?\s+(?:der|som)\s+(?:skal|kan|har|er)\s)", text)
    return match["name"] if match and not lexicon.pattern("stops").search(match["name"]) else None
