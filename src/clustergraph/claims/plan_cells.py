"""What the cells of a plan's row, or the labelled lines of a project card, say of an initiative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from clustergraph.claims import amounts, dates, meeting, money_tables
from clustergraph.claims.bodies import without_employers
from clustergraph.claims.candidates import Candidate
from clustergraph.claims.reading import Reading, split_sentences
from clustergraph.lexicon import initiatives as lexicon


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its column's field, its words and where they stand."""

    field: str
    text: str
    start: int
    end: int


def settled(cells: Sequence[Cell], columns: Sequence[str]) -> list[Cell]:
    """The cells with a short state as a stage too, and with a column of people or bodies made one of people where another says who has the thing."""
    if "maturity" not in columns:
        stage = next((c for c in cells if c.field == "status" and len(c.text.split()) <= 3), None)
        cells = [*cells, *([replace(stage, field="stage")] if stage else [])]
    return [replace(c, field="leads") if c.field == "responsible" and "anchored_in" in columns else c for c in cells]


def of_cells(reading: Reading, name: str, start: int, end: int, cells: Sequence[Cell], scope: tuple[int, int], rest: str = "") -> Candidate:
    """An initiative by its name and the cells that speak of it; ``rest`` is what stands behind its name."""
    anchor = meeting.day_of(reading)
    facts: dict[str, object] = {}
    evidence = [(start, end)]
    for cell in cells:
        if cell.field != "maturity" and (level := _level(cell.text)) is not None:
            facts.setdefault("maturity", level)
            evidence.append((cell.start, cell.end))
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
        told = [re.sub(rf"(?:{lexicon.any_of('cells.approved')})(?!\w)", "", words, flags=re.IGNORECASE) for words in (first, text)]
        status = "paused" if waiting else status_of(told[0]) or status_of(told[1])  # what is only approved may begin later: its days tell
        ended = next((w.value for w in dates.find(first, anchor) if w.value), None) if status in ("stopped", "completed") else None
        return {name: value for name, value in (("status", status), ("end", dates.end_of(ended) if ended else None)) if value}
    if cell.field in ("start", "end", "time"):
        return days(cell, anchor)
    if cell.field == "priority":
        match = re.search(r"\d{1,2}", text)
        return {"priority": int(match.group())} if match else {}
    if cell.field == "stage":
        return {"maturity": text}
    return _who(reading, cell)


def _level(text: str) -> str | None:
    """How mature a cell of other things says an initiative is: "I drift. Modenhed: høj"."""
    match = re.search(
        rf"(?<!\w)(?:{lexicon.any_of('columns.maturity')})\s*(?:[:=–-]|er)?\s*(?P<level>{lexicon.any_of('cells.maturity')})(?!\w)",
        text,
        re.IGNORECASE,
    )
    return match["level"] if match else None


def _who(reading: Reading, cell: Cell) -> dict[str, object]:
    """The people or bodies of a cell; in a column of either, people go before the bodies they are of, and a label says who is only to be asked."""
    people: dict[str, list[str]] = {}
    for start, _, person in reading.people.within(cell.start, cell.end):
        asked = re.search(rf"(?:{lexicon.any_of('people.contact_before')})\W*$", reading.text[cell.start : start], re.IGNORECASE)
        known = people.setdefault("contacts" if asked else "leads", [])
        known.extend([person.name] if person.name not in known else [])
    if cell.field in ("leads", "contacts"):
        every = [name for names in people.values() for name in names]
        return {cell.field: list(dict.fromkeys(every))} if every else {}
    if cell.field not in ("anchored_in", "responsible"):
        return {}
    bodies = list(dict.fromkeys(body.name for _, _, body in without_employers(reading.text, reading.bodies.at(cell.start, cell.end))))
    if cell.field == "responsible" and people:
        return {**people, **({"anchored_in": bodies} if bodies else {})}
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


def days(cell: Cell, anchor: str | None) -> dict[str, object]:
    """The start and the end that a cell of days gives, as far as it gives them."""
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


def bare_name(title: str) -> str:
    """The words of a cell without its number, without a start in brackets, and without marks at its ends."""
    text = re.sub(rf"\s*\((?:{lexicon.any_of('columns.start')})\s[^()]*\)", "", title, flags=re.IGNORECASE)
    text = re.sub(r"^\d{1,2}[.)]\s+", "", text)
    return tidy(text).strip(" :.")


def tidy(text: str) -> str:
    """The words of a cell with single blanks, without bars at its ends."""
    return " ".join(text.split()).strip(" |")


# --- the name in a cell ---------------------------------------------------------------------------------------------------------


def named(text: str) -> tuple[str, int, tuple[str, ...]]:
    """The name in the cell of a name, where it begins in it, and other ways to write it.

    Behind the name may stand what it was called before ("…, tidligere kaldt X") and what it is ("X. Kørende sygepleje om natten", ""X": oplæring …").
    """
    former = _former().search(text)
    aliases = (former["name"].strip(' ."”“»«'),) if former else ()
    words = text[: former.start()] if former else text
    quoted = re.match(r"\s*[\"”“»'‘’](?P<name>[^\"”“»«]{3,60}?)[\"”“«'’](?=\s*(?:[:,(–-]|$))", words)
    if quoted:
        return quoted["name"].strip(), quoted.start("name"), aliases
    sentences = list(split_sentences(words))
    if len(sentences) > 1 and len(words[sentences[0][1] :].split()) >= 2 and not words[: sentences[0][1]].rstrip().endswith("?"):
        words = words[: sentences[0][1]]
    elif told := re.match(r"(?P<name>[^:]{3,60}):\s+(?=[a-zæøå]|(?:\S+\s+){4})", words):
        if not re.fullmatch(rf"(?:{lexicon.any_of('lists.labels')})\s+\w{{1,3}}", told["name"], re.IGNORECASE):
            words = told["name"]
    name = bare_name(words)
    short = re.match(r"(?P<short>[^–-]{3,60}?)\s[–-]\s(?=[a-zæøå])", name)
    shown = short["short"].rstrip() if short else name
    return shown, max(0, text.find(shown)), (*((name,) if short else ()), *aliases)


@cache
def _former() -> re.Pattern[str]:
    """What a thing was called before, or is called too, at the end of a cell."""
    called = lexicon.any_of("cells.called")
    return re.compile(rf"(?:\s*[,;(]|\s[–-])\s*(?:{called})\s+(?P<name>[\"”“»]?[A-ZÆØÅa-zæøå][^(),;]{{2,80}})\)?\s*$", re.IGNORECASE)
