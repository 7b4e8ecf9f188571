"""The answer for a terminal: a title with both dates, a table that fits, the sentences under it, and how many there are."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Sequence

from clustergraph.reports import words
from clustergraph.reports.cells import Footnote, Line, lines
from clustergraph.reports.result import ReportResult

_GAP = 2  # blanks between columns
_LEAST = 6  # letters below which no column is pressed
_LONGEST_QUOTE = 280  # letters of a sentence that are shown
_WHOLE = frozenset({"status", "attendance", "capacity", "decision_type", "last_status"})  # never broken inside a word


def table(result: ReportResult, lang: str, width: int) -> str:
    """The whole answer; no line is longer than ``width``."""
    shown, notes = lines(result, lang)
    parts = [*textwrap.wrap(title(result, lang), width)]
    if shown:
        headings = tuple(words.column(name, lang) for name in result.columns)
        parts += _grid(result.columns, headings, shown, width, words.column("source", lang))
        parts += [line for note in notes for line in _footnote(note, lang, width)]
    else:
        parts += [line for sentence in why_empty(result, lang) for line in textwrap.wrap(sentence, width)]
    parts += textwrap.wrap(closing(result, len(shown), lang), width, break_on_hyphens=False)
    return "\n".join(parts) + "\n"


def title(result: ReportResult, lang: str) -> str:
    """The question, what it was narrowed to, and both dates."""
    narrowed = [value for name, value in result.options.items() if name in ("forum", "cluster", "region", "person", "organisation", "case")]
    valid = words.date(result.as_of, lang) if result.as_of else words.phrase("latest", lang)
    known = words.date(result.known_at, lang) if result.known_at else words.phrase("everything", lang)
    return " · ".join([result.question, *narrowed, words.phrase("valid", lang, day=valid), words.phrase("known", lang, day=known)])


def closing(result: ReportResult, count: int, lang: str) -> str:
    """How many rows from how many documents, and the command for all of it as CSV."""
    documents = {document for row in result.rows for document in row.get("documents", ())}
    options = [word for name, value in result.options.items() for word in (f"--{name.replace('_', '-')}", shlex.quote(str(value)))]
    command = " ".join(["clustergraph", "report", result.name, *options, "--format", "csv"])
    return " · ".join([_count("row", count, lang), _count("document", len(documents), lang), command])


def _count(what: str, n: int, lang: str) -> str:
    return words.phrase(what, lang) if n == 1 else words.phrase(f"{what}s", lang, n=n)


def why_empty(result: ReportResult, lang: str) -> list[str]:
    """Why there may be no rows: a name that is none, a day before all documents, a narrow question, or silent documents."""
    found = [words.phrase("empty", lang)]
    unknown = [note.partition(":")[2] for note in result.notes if note.startswith("no_")]
    found += [words.phrase("no_match", lang, text=text) for text in unknown]
    if result.as_of:
        found.append(words.phrase("empty_as_of", lang, day=words.date(result.as_of, lang)))
    if result.known_at:
        found.append(words.phrase("empty_known_at", lang, day=words.date(result.known_at, lang)))
    given = [value for name, value in result.options.items() if name not in ("as_of", "known_at")]
    if given and not unknown:
        found.append(words.phrase("empty_narrow", lang, given=", ".join(given)))
    return found if len(found) > 1 else [*found, words.phrase("empty_silent", lang)]


def _grid(names: Sequence[str], headings: Sequence[str], shown: Sequence[Line], width: int, source: str) -> list[str]:
    # Columns that hold nothing in any row only take room.
    used = [i for i in range(len(names)) if any(line.cells[i] != "–" for line in shown)] or [0]
    columns = [[headings[i], *(line.cells[i] for line in shown)] for i in used]
    columns.append([source, *(line.cited for line in shown)])
    whole = [names[i] in _WHOLE for i in used] + [False]
    widths = fit(columns, whole, width - 2)
    signs = [" ", *(line.sign for line in shown)]
    found = []
    for row, sign in enumerate(signs):
        cells = [textwrap.wrap(column[row], size) or [""] for column, size in zip(columns, widths, strict=True)]
        for depth in range(max(len(cell) for cell in cells)):
            parts = [(cell[depth] if depth < len(cell) else "").ljust(size) for cell, size in zip(cells, widths, strict=True)]
            found.append(f"{sign if depth == 0 else ' '} {(' ' * _GAP).join(parts)}".rstrip())
    return found


def fit(columns: Sequence[Sequence[str]], whole: Sequence[bool], room: int) -> list[int]:
    """Widths of columns that together fit the room: the widest gives way first, a word of a status stays in one piece."""
    widths = [max(len(cell) for cell in column) for column in columns]
    least = [
        max((len(word) for cell in column for word in cell.split()), default=1) if keep else min(size, _LEAST)
        for column, keep, size in zip(columns, whole, widths, strict=True)
    ]
    room -= _GAP * (len(columns) - 1)
    while sum(widths) > room:
        can = [i for i, size in enumerate(widths) if size > least[i]]
        if not can:
            break
        widths[max(can, key=lambda i: (widths[i], i))] -= 1
    return widths


def _footnote(note: Footnote, lang: str, width: int) -> list[str]:
    quote = note.quote if len(note.quote) <= _LONGEST_QUOTE else note.quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    marks = "«{}»" if lang == "da" else "“{}”"
    head = f"[{note.number}] "
    return textwrap.wrap(f"{head}{marks.format(quote)} {note.place(lang)}", width, subsequent_indent=" " * len(head))
