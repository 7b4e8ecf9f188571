"""A report's rows as flat lines of shown text: the same for terminal, Markdown and HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from clustergraph.reports import words
from clustergraph.reports.result import ReportResult, Row

IN_FORCE, ASKED, ENDED, VACANT = "●", "○", "◌", "▢"
_SIGNS = {
    "in_force": IN_FORCE, "approved": IN_FORCE, "requested": ASKED, "proposed": ASKED, "lapsed": ENDED, "former": ENDED, "denied": ENDED,
}  # fmt: skip
_TRANSLATED = frozenset(
    {
        "status",
        "kind",
        "capacity",
        "attendance",
        "type",
        "decision_type",
        "last_status",
        "problem",
        "section",
        "happened",
        "before",
        "after",
        "reason",
        "said_in",
    }
)
_DATES = frozenset({"who", "before", "after", "day", "date", "asked_on", "valid_from", "valid_until", "last_valid_until", "start", "end"})
_MAX_NOTES = 2  # sentences shown for one row; JSON holds all


@dataclass(frozen=True, slots=True)
class Footnote:
    """A sentence with its place, numbered from 1."""

    number: int
    quote: str
    document: str
    item: str | None
    line: int | None

    def place(self, lang: str) -> str:
        """The document, item and line in words."""
        parts = [self.document]
        if self.item:
            parts.append(words.phrase("item", lang, n=self.item))
        if self.line is not None:
            parts.append(words.phrase("line", lang, n=self.line))
        return ", ".join(parts)


@dataclass(slots=True)
class Footnotes:
    """Numbers sentences as rows point to them; one sentence has one number."""

    notes: list[Footnote] = field(default_factory=list)
    _numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def cite(self, quotes: Iterable[Row]) -> str:
        """The numbers of a row's sentences: ``[1] [2]``; one of each document before a second one of any."""
        return " ".join(f"[{number}]" for number in sorted(self._number(quote) for quote in _spread(list(quotes))[:_MAX_NOTES]))

    def _number(self, quote: Row) -> int:
        key = (quote["document"], quote["start"], quote["end"])
        if key not in self._numbers:
            self._numbers[key] = len(self.notes) + 1
            words = " ".join(quote["quote"].split())
            self.notes.append(Footnote(self._numbers[key], words, quote["document"], quote["item"], quote["line"]))
        return self._numbers[key]


def _spread(quotes: list[Row]) -> list[Row]:
    seen: dict[str, int] = {}
    turns = []
    for place, quote in enumerate(quotes):
        seen[quote["document"]] = seen.get(quote["document"], 0) + 1
        turns.append((seen[quote["document"]], place))
    return [quotes[place] for _, place in sorted(turns)]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: a sign for its status, its cells, and the numbers of its sentences."""

    sign: str
    cells: tuple[str, ...]
    cited: str


def flat(rows: Iterable[Row]) -> list[Row]:
    """Rows with steps as one row a step."""
    found: list[Row] = []
    for row in rows:
        found += [{**row, **step} for step in row["steps"]] if "steps" in row else [row]
    return found


def folded(rows: Iterable[Row]) -> list[Row]:
    """Rows without those that only repeat for every member what is said of a whole group; the group's row has ``folded``, how many they were."""
    told = list(rows)
    derived: dict[tuple[Any, ...], list[int]] = {}
    for row in told:
        if row.get("inferred") and "to_id" in row:
            derived.setdefault(_said(row), []).append(id(row))
    found, gone = [], set[int]()
    for row in told:
        members = derived.get(_said(row), []) if row.get("collective") else []
        whole = bool(members) and len(members) >= (row.get("members") or 0)
        found.append({**row, "folded": len(members)} if whole else row)
        gone.update(members if whole else ())
    return [row for row, was in zip(found, told, strict=True) if id(was) not in gone]


def _said(row: Row) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in ("to_id", "kind", "status", "valid_from", "valid_until", "asked_on"))


def lines(result: ReportResult, lang: str) -> tuple[list[Line], list[Footnote]]:
    """The lines of an answer and the sentences under it."""
    footnotes = Footnotes()
    shown = [
        Line(sign(row), tuple(cell(row, name, lang) for name in result.columns), footnotes.cite(row.get("quotes", ())))
        for row in flat(folded(result.rows))
    ]
    return shown, footnotes.notes


def sign(row: Row) -> str:
    """The sign of a row's status; a blank where it has none."""
    if row.get("vacant"):
        return VACANT
    return _SIGNS.get(str(row.get("status")), " ")


def cell(row: Row, name: str, lang: str) -> str:
    """One value in words; ``–`` where it is not known."""
    if name == "period":
        return _period(row, lang)
    if name == "attested":
        return _span(row.get("attested_first"), row.get("attested_last"), lang)
    if name == "seat" and row.get("vacant"):
        return f"{row.get('seat') or '–'} ({words.word('vacant', lang)})"
    value = row.get(name)
    if name == "attendance" and value is None:
        value = row.get("capacity")  # who gave a talk was there for it: that is all that is said
    if name == "what" and "section" in row and isinstance(value, str):
        return words.date(words.word(value, lang), lang)
    if name == "from" and row.get("folded"):
        return f"{value} ({words.phrase('each', lang, n=row['folded'])})"
    if name in ("from", "forum") and row.get("inferred"):
        return f"{value} ({words.phrase('inferred', lang)})"
    if name == "masters" and isinstance(value, list):
        return " → ".join(value) or "–"
    if isinstance(value, list):
        return "; ".join(_one(item, name, lang) for item in value) or "–"
    return _one(value, name, lang)


def _one(value: Any, name: str, lang: str) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return words.word(str(value).lower(), lang)
    if name == "amount_dkk":
        return f"{value:,}".replace(",", "." if lang == "da" else ",")
    if name in _TRANSLATED and (said := words.word(str(value), lang)) != str(value):
        return said
    if name == "confidence":
        return f"{float(value):.2f}"
    return words.date(str(value), lang) if name in _DATES else words.dates_within(" ".join(str(value).split()), lang)


def _period(row: Row, lang: str) -> str:
    if isinstance(row.get("period"), str):
        return str(row["period"]).replace("/", "–")
    return _span(row.get("valid_from"), row.get("valid_until"), lang, open_ended=True)


def _span(first: str | None, last: str | None, lang: str, open_ended: bool = False) -> str:
    if not first and not last:
        return "–"
    begin, end = (words.date(one, lang) if one else "" for one in (first, last))
    if begin == end and not open_ended:
        return begin
    return f"{begin} – {end}" if begin and end else f"{begin}–{end}"
