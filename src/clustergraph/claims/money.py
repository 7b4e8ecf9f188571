"""Money: every sum with what it is for, whose it is, its period and what became of it; sums that are announced and missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clustergraph.claims import amounts, dates, meeting, money_tables, places
from clustergraph.claims.reading import Line, Reading
from clustergraph.lexicon import money as lexicon
from clustergraph.model import Claim

RECOGNIZER = "money"
_UNIT = r"\((?:i\s+|beløb i\s+)?(?:mio\.?\s*|t\.?\s*|1\.000\s*)?kr\.?\)"


@dataclass(frozen=True, slots=True)
class _Told:
    amount: int
    period: str | None
    what: str
    status: str | None
    of: str | None
    start: int
    end: int
    sentence: tuple[int, int]


def recognize(reading: Reading) -> Iterator[Claim]:
    """One claim a sum and period; the same sum told again is more evidence."""
    groups: dict[tuple[int, str | None], list[_Told]] = {}
    for told in _told(reading):
        same = next((key for key in groups if key[0] == told.amount and (told.period is None or key[1] in (told.period, None))), None)
        groups.setdefault(same or (told.amount, told.period), []).append(told)
    for rows in groups.values():
        first = next((row for row in rows if row.period), rows[0])
        yield reading.claim(
            "money",
            reading.mention("money", first.what, first.start, first.end),
            None,
            list(dict.fromkeys(row.sentence for row in rows)),
            RECOGNIZER,
            0.95,
            what=first.what,
            amount_dkk=first.amount,
            period=first.period,
            status=first.status or next((row.status for row in rows if row.status), None),
            of=first.of,
            item=places.item_number(reading, first.start),
        )
    yield from _announced(reading)


def _told(reading: Reading) -> Iterator[_Told]:
    anchor = meeting.day_of(reading)
    for line in reading.lines:
        part = reading.part_at(line.start)
        if part and part.section.kind in ("residue", "contents"):
            continue
        last: str | None = None
        for start, end, amount, period in _sums(reading, line):
            one = _one(reading, line, amount, start, end, period or _whole_year(_period(reading, line, start, end, anchor)))
            if one.period is None and _is_share(reading.text[one.sentence[0] : one.sentence[1]]):
                one = replace(one, period=last)
            last = one.period
            yield one


def _sums(reading: Reading, line: Line) -> list[tuple[int, int, int, str | None]]:
    """The sums of a line, with the period that a table's heading gives: those with a unit, and those of a column of sums."""
    stated = [(line.start + s.start, line.start + s.end, s.amount, None) for s in amounts.find(line.text)]
    listed = [(s.start, s.end, s.amount, s.period) for s in reading.once(money_tables.find) if line.start <= s.start < line.end]
    return sorted((*stated, *(row for row in listed if not any(a < row[1] and row[0] < b for a, b, *_ in stated))), key=lambda row: row[0])


def _is_share(sentence: str) -> bool:
    """Whether a sentence speaks of a part of the sum before it ("Heraf er …"): that sum's period holds for it."""
    return bool(re.match(rf"\W*(?:{lexicon.any_of('shares')})(?!\w)", sentence, re.IGNORECASE))


def _whole_year(period: str | None) -> str | None:
    """A period from January to December as the year it is."""
    match = re.fullmatch(r"(\d{4})-01(?:-01)?/(\d{4})-12(?:-31)?", period or "")
    if not match:
        return period
    return match[1] if match[1] == match[2] else f"{match[1]}/{match[2]}"


def _one(reading: Reading, line: Line, amount: int, start: int, end: int, period: str | None) -> _Told:
    low, high = next(((a, b) for a, b in reading.sentences_in(line) if a <= start < b), (line.start, line.end))
    sentence = reading.text[low:high]
    return _Told(
        amount,
        period,
        _what(reading, line, start, sentence),
        lexicon.status(sentence) or lexicon.status(line.text),
        _owner(reading, low, high, start),
        start,
        end,
        (low, high),
    )


# --- the period of a sum -------------------------------------------------------------------------------------------------------


def _period(reading: Reading, line: Line, start: int, end: int, anchor: str | None) -> str | None:
    """The period of a sum: right behind it, else in its sentence, else told of the project in the same paragraph."""
    whens = [w for w in dates.find(line.text, anchor) if w.value]
    low, high = next(((a, b) for a, b in reading.sentences_in(line) if a <= start < b), (line.start, line.end))
    inside = [w for w in whens if low <= line.start + w.start < high]
    behind = next((w for w in inside if 0 <= line.start + w.start - end <= 25 and not amounts.find(line.text[end - line.start : w.start])), None)
    if behind:
        return _open(line.text, behind)
    longest = [w for w in inside if "/" in (w.value or "")]
    years = [w for w in inside if len(w.value or "") in (4, 7)]
    for rows in (longest, years):
        if rows:
            return _open(line.text, min(rows, key=lambda w: abs(line.start + w.start - start)))
    if "\t" in line.text and len(whens) == 1:  # the only date of a table row
        return whens[0].value
    return _of_project(line.text, whens) or _of_paragraph(line.text[: low - line.start], whens) or _of_title(reading, start)


def _of_title(reading: Reading, start: int) -> str | None:
    """The only year or years that the title of the point names ("Fordeling af midler for 2018")."""
    item = places.item_of(reading, start)
    whens = [w for w in dates.find(places.title_of(reading, item)) if w.value] if item else []
    return whens[0].value if len(whens) == 1 and re.fullmatch(r"\d{4}(?:/\d{4})?", whens[0].value or "") else None


def _open(text: str, when: dates.When) -> str | None:
    after = text[when.end : when.end + 20].casefold()
    return f"{when.value}/" if when.value and "/" not in when.value and re.match(r"\s+og\s+(?:frem|fremefter)", after) else when.value


def _of_project(text: str, whens: list[dates.When]) -> str | None:
    """The start of a project and how long it runs, as one period ("igangsættelse i april 2025 … kører 3 år")."""
    months = dates.duration(text)
    start = next((w.value for w in whens if w.value and "/" not in w.value), None)
    if not months or not start:
        return None
    until = dates.later(start, months)
    return f"{start}/{until}" if until else None


def _of_paragraph(before: str, whens: list[dates.When]) -> str | None:
    """The last period of years that the paragraph names before the sentence ("i perioden 2023-2027 … for perioden")."""
    rows = [w for w in whens if w.start < len(before)]
    sums = amounts.find(before)
    of_sums = [w for w in rows if len(w.value or "") == 4 and any(0 <= w.start - s.end <= 25 for s in sums)]
    of_years = [w for w in rows if "/" in (w.value or "")] or of_sums
    return of_years[-1].value if of_years else None


# --- what a sum is for and whose it is -----------------------------------------------------------------------------------------


def _what(reading: Reading, line: Line, start: int, sentence: str) -> str:
    """The name of the money in the sentence ("bloktilskuddet"), else the heading over it, else the title of its point, else the sentence."""
    name = _named(sentence)
    if name:
        return name
    if "\t" in line.text or "|" in line.text:
        first = re.split(r"[\t|]", line.text.strip(" |\t"))[0].strip()
        if first and not amounts.find(first):
            return " ".join(first.split())
    heading = places.heading_over(reading, start)
    if heading:
        return places.heading_text(heading)
    item = places.item_of(reading, start)
    return places.title_of(reading, item) if item else " ".join(sentence.split())


def _named(sentence: str) -> str | None:
    adjectives = lexicon.any_of("adjectives")
    endings = lexicon.any_of("named_endings")
    match = re.search(rf"(?<!\w)(?:(?:{adjectives})\s+)*\w*-?(?:{endings})(?!\w)", sentence, re.IGNORECASE)
    return " ".join(match.group().split()) if match else None


def _owner(reading: Reading, low: int, high: int, start: int) -> str | None:
    """The cluster, else the body, that the sentence names beside the sum; a cluster of the document where it speaks of cluster money."""
    found = reading.bodies.at(low, high)
    clusters = [row for row in found if row[2].type == "cluster"]
    rows = clusters or [row for row in found if row[2].kind == "organisation"]
    if rows:
        return min(rows, key=lambda row: abs(row[0] - start))[2].name
    cluster = reading.bodies.cluster
    return cluster.name if cluster and re.search(r"(?<!\w)klynge\w*", reading.text[low:high], re.IGNORECASE) else None


# --- sums that are announced and missing ---------------------------------------------------------------------------------------


def _announced(reading: Reading) -> Iterator[Claim]:
    """Lines that promise a table of sums ("… (i mio. kr.):") that the text does not hold: a claim without an amount."""
    for i, line in enumerate(reading.lines):
        match = re.search(_UNIT, line.text, re.IGNORECASE)
        if not match or not line.text.rstrip().endswith(":") or _has_numbers(reading, i + 1):
            continue
        what = " ".join(re.sub(_UNIT, " ", line.text, flags=re.IGNORECASE).split()).strip(" :")
        if not what:
            continue
        owners = [b for _, _, b in reading.bodies.at(line.start, line.end)]
        owner = next((b.name for b in owners if b.type == "cluster"), owners[0].name if owners else None)
        yield reading.claim(
            "money",
            reading.mention("money", what, line.start, line.end),
            None,
            [(line.start, line.end)],
            RECOGNIZER,
            0.8,
            what=what,
            status="announced",
            of=owner,
            item=places.item_number(reading, line.start),
        )


def _has_numbers(reading: Reading, index: int) -> bool:
    """Whether the line at an index begins a table or list of numbers."""
    if index >= len(reading.lines):
        return False
    text = reading.lines[index].text
    if text.rstrip().endswith(":"):
        return False
    return bool(re.search(r"[\t|]", text)) or bool(re.fullmatch(r"[\d\s.,%-]+", text.strip())) or len(re.findall(r"\d[\d.,]*", text)) >= 3
