"""Initiatives in plan tables: columns found by their headings, continued rows, rows that hold several initiatives, tables flattened over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clustergraph.claims import amounts, dates, meeting, money_tables
from clustergraph.claims.bodies import without_employers
from clustergraph.claims.candidates import Candidate
from clustergraph.claims.reading import Line, Reading
from clustergraph.lexicon import initiatives as lexicon

_BREAK = re.compile(r"\t|\s\|\s|^\||\|$")
_NUMBER = re.compile(r"^\s*(?P<number>\d{1,2})[.)]\s+(?P<name>\S.*)$")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its column's field, its words and where they stand."""

    field: str
    text: str
    start: int
    end: int


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
        found = _flat(reading, body, columns) if flat else _grid(reading, body, columns)
        yield from (_only_asked(reading, one) for one in found) if _asks(lines[i].text) else found
        i = max(last, i + 1)


def _asks(header: str) -> bool:
    """Whether the columns of a table are sums that somebody asks for."""
    return any(_tidy(cell).casefold().rstrip(":.") in lexicon.words("cells.asked") for cell in _BREAK.split(header))


def _only_asked(reading: Reading, found: Candidate) -> Candidate:
    """A row of what is asked for: proposed, where it says nothing else."""
    said = found.scope is not None and status_of(reading.text[slice(*found.scope)]) is not None
    return found if said or "status" in found.facts else replace(found, facts={**found.facts, "status": "proposed"})


def header_of(text: str) -> tuple[str, ...]:
    """The fields of the columns that a heading row names, "" for a column of no use here; empty where it heads no plan table."""
    cells = [_tidy(c).casefold().rstrip(":") for c in _BREAK.split(text)]
    if len(cells) == 1:  # flattened: all headings in one line
        found = _flat_header(cells[0])
        return tuple(found) if len(found) >= 2 and found[0] == "name" else ()
    fields = tuple(_field(cell) for cell in cells)
    known = [f for f in fields if f]
    return fields if "name" in known and len(known) >= 2 and len(set(known)) >= 2 else ()


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
    if (
        "number" not in columns
        and body
        and all(re.match(r"\s*\d{1,2}[.)]?\s*(?:\t|\||\s{2,})", line.text) for line in body if _BREAK.search(line.text))
    ):
        columns = ("number", *columns)
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
        return [Cell("budget" if ":" in line.text else "name", _tidy(line.text), line.start, line.end)]
    found = []
    offset = 0
    bounds = [m.span() for m in _BREAK.finditer(line.text)]
    edges = [*bounds, (len(line.text), len(line.text))]
    for index, (left, right) in enumerate(edges):
        raw = line.text[offset:left]
        text = _tidy(raw)
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
    short, aliases = _shortened(_name(title))
    found = of_cells(reading, short, name.start, name.end if more else name.start + len(title), settled(cells, columns), scope, rest)
    aliases = (*aliases, *([whole] if whole else []))
    yield replace(found, aliases=tuple(dict.fromkeys((*found.aliases, *aliases)))) if aliases else found


def _shortened(title: str) -> tuple[str, tuple[str, ...]]:
    """A name without what its cell says of it ("Natteravn. Kørende sygepleje", '"Hånden på hjertet": oplæring …'), and the other ways to write it."""
    before = re.search(r",?\s*\(?(?:tidligere|før|også)\s+(?:kaldt|kaldet)\s+(?P<name>[^,.;()]{3,60})\)?$", title)
    bare = title[: before.start()] if before else title
    said = re.match(r"(?P<name>[^.:]{3,60}?)(?:\.\s+(?=[A-ZÆØÅ])|:\s+|\s[–-]\s+(?=[a-zæøå])).{8,}$", bare)
    name = said["name"].strip(" \"”“»«'") if said else bare
    return name, tuple(way for way in (title, before["name"].strip() if before else "") if way and way != name)


def settled(cells: Sequence[Cell], columns: Sequence[str]) -> list[Cell]:
    """The cells with a short state as a stage too, and with a column of people or bodies made one of people where another says who has the thing."""
    if "maturity" not in columns:
        stage = next((c for c in cells if c.field == "status" and len(c.text.split()) <= 3), None)
        cells = [*cells, *([replace(stage, field="stage")] if stage else [])]
    return [replace(c, field="leads") if c.field == "responsible" and "anchored_in" in columns else c for c in cells]


def _parts(reading: Reading, cells: list[Cell]) -> list[tuple[str, int, int, tuple[int, int]]]:
    """The initiatives that a row names inside its cells, each with the stretch that is about it: from the cell's begin to the next."""
    found = []
    pattern = re.compile(rf"(?:^|/\s)(?:{lexicon.any_of('cells.parts')})\s+(?P<name>[A-ZÆØÅ][^:/]{{2,80}}):", re.IGNORECASE)
    for cell in cells:
        for match in pattern.finditer(reading.text[cell.start : cell.end]):
            found.append((_name(match["name"]), cell.start + match.start("name"), cell.start + match.end("name"), cell))
    rows = []
    for i, (title, start, end, cell) in enumerate(found):
        line = reading.line_at(cell.start)
        low = cell.start if i and found[i - 1][3] == cell else (line.start if line and i else cell.start)
        high = found[i + 1][1] if i + 1 < len(found) and found[i + 1][3] == cell else (line.end if line else cell.end)
        rows.append((title, start, end, (low, high)))
    return rows


def _clip(cell: Cell, scope: tuple[int, int]) -> Cell:
    return cell if scope[0] <= cell.start and cell.end <= scope[1] else Cell("", "", max(cell.start, scope[0]), min(cell.end, scope[1]))


def of_cells(reading: Reading, name: str, start: int, end: int, cells: Sequence[Cell], scope: tuple[int, int], rest: str = "") -> Candidate:
    """An initiative by its name and the cells that speak of it; ``rest`` is what stands behind its name."""
    anchor = meeting.day_of(reading)
    facts: dict[str, object] = {}
    evidence = [(start, end)]
    for cell in cells:
        if not cell.field or cell.field in ("name", "decided") or cell.text.casefold() in lexicon.words("cells.unknown"):
            continue
        value = _value(reading, cell, anchor)
        if value:
            for key, one in value.items():
                known = facts.get(key)
                facts[key] = (
                    [*known, *(v for v in one if v not in known)] if isinstance(known, list) and isinstance(one, list) else facts.get(key, one)
                )
            evidence.append((cell.start, cell.end))
    bracket = re.search(r"\(([A-ZÆØÅ][\wÆØÅæøå-]{1,30})\)", name)
    aliases = [re.sub(r"\s*\([^()]*\)", "", name), bracket.group(1)] if bracket else []
    quoted = re.search(r"[”\"“»]([^”\"“«»]{3,60})[”\"“«]", rest)
    ways = (*aliases, *([quoted.group(1)] if quoted else []))
    return Candidate(name, start, end, "table", None, True, ways, facts, tuple(evidence), scope)


def _value(reading: Reading, cell: Cell, anchor: str | None) -> dict[str, object]:
    """The qualifiers that one cell gives."""
    text = cell.text
    if cell.field == "maturity":
        match = re.match(rf"(?:{lexicon.any_of('cells.maturity')})(?!\w)", text, re.IGNORECASE)
        return {"maturity": match.group()} if match else {"maturity": text} if len(text.split()) <= 3 and not re.search(r"\d", text) else {}
    if cell.field in ("purpose", "target_group"):
        return {cell.field: text.replace(" / ", " ")}
    if cell.field == "budget":
        listed = [{"amount_dkk": s.amount, "period": s.period} for s in reading.once(money_tables.find) if cell.start <= s.start < cell.end]
        sums = budget(text, anchor) or listed
        return {"budget": sums} if sums else {}
    if cell.field == "status":
        waiting = lexicon.pattern("cells.waiting").search(text) and len(text.split()) <= 3
        first = text.split(". ")[0]
        status = "paused" if waiting else status_of(first) or status_of(text)
        ended = next((w.value for w in dates.find(first, anchor) if w.value), None) if status in ("stopped", "completed") else None
        return {name: value for name, value in (("status", status), ("end", dates.end_of(ended) if ended else None)) if value}
    if cell.field in ("start", "end", "time"):
        return _times(cell, anchor)
    if cell.field == "priority":
        match = re.search(r"\d{1,2}", text)
        return {"priority": int(match.group())} if match else {}
    if cell.field == "stage":
        return {"maturity": text}
    return _who(reading, cell)


def _who(reading: Reading, cell: Cell) -> dict[str, object]:
    """The people or bodies of a cell; in a column of either, people go before the bodies they are of."""
    people = [person.name for _, _, person in reading.people.within(cell.start, cell.end)]
    if cell.field in ("leads", "contacts"):
        return {cell.field: list(dict.fromkeys(people))} if people else {}
    if cell.field not in ("anchored_in", "responsible"):
        return {}
    bodies = list(dict.fromkeys(body.name for _, _, body in without_employers(reading.text, reading.bodies.at(cell.start, cell.end))))
    if cell.field == "responsible" and people:
        return {"leads": list(dict.fromkeys(people)), **({"anchored_in": bodies} if bodies else {})}
    return {"anchored_in": bodies or [cell.text]} if bodies or cell.field == "anchored_in" else {}


def budget(text: str, anchor: str | None) -> list[dict[str, object]]:
    """The sums of a cell with the period behind each."""
    found: list[dict[str, object]] = []
    sums = amounts.find(text)
    for i, one in enumerate(sums):
        high = sums[i + 1].start if i + 1 < len(sums) else len(text)
        when = next((w for w in dates.find(text[one.end : high], anchor) if w.value), None)
        found.append({"amount_dkk": one.amount, "period": when.value if when else None})
    return found


def status_of(text: str) -> str | None:
    """The state of an initiative by the words of a cell or sentence."""
    return next((name for name, pattern in lexicon.statuses() if pattern.search(text)), None)


def _times(cell: Cell, anchor: str | None) -> dict[str, object]:
    when = next((w for w in dates.find(cell.text, anchor) if w.value), None)
    if not when or not when.value:
        return {}
    if (
        cell.field == "time"
        and "/" not in when.value
        and (lexicon.pattern("time.start").search(cell.text) or cell.text[when.end :].strip() in ("-", "–"))
    ):
        return {"start": when.value}  # "fra 1. maj 2024 –"
    if cell.field != "time":
        return {cell.field: (dates.start_of if cell.field == "start" else dates.end_of)(when.value)}
    return {k: v for k, v in (("start", dates.start_of(when.value)), ("end", dates.end_of(when.value))) if v}


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
            [Cell(columns[1], _tidy(answer.text), answer.start, answer.end)]
            if answer is not None and columns[1] in ("anchored_in", "responsible")
            else []
        )
        first = rest[0].text if rest else ""
        cells += _opening(reading, title, at)
        yield of_cells(reading, _name(title), at, at + len(title), cells, scope, first)
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
    facts = _times(Cell("time", ending.text, ending.start, ending.end), meeting.day_of(reading)) if ending is not None and not any(own) else {}
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


def _name(title: str) -> str:
    text = re.sub(rf"\s*\((?:{lexicon.any_of('columns.start')})\s[^()]*\)", "", title, flags=re.IGNORECASE)
    text = re.sub(r"^\d{1,2}[.)]\s+", "", text)
    return _tidy(text).strip(" :.")


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" |")
