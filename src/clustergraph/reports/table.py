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
_FEW = 2  # rows up to which a column that says the same stays a column
_LIFTED = frozenset({"forum", "cluster", "date", "case", "meeting", "person"})
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
    narrowed = [value for name, value in result.options if name in ("forum", "cluster", "region", "person", "organisation", "case")]
    between = next((note.partition(":")[2].partition("/") for note in result.notes if note.startswith("between:")), None)
    if between:
        first, last = (words.date(one, lang) if one else "" for one in (between[0], between[2] or result.latest[0] or ""))
        return " · ".join([result.question, *narrowed, f"{first} – {last}".strip()])
    day, moment = result.as_of or result.latest[0], result.known_at or result.latest[1]
    valid = words.date(day, lang) if day else words.phrase("latest", lang)
    known = words.date(moment, lang) if moment else words.phrase("everything", lang)
    return " · ".join([result.question, *narrowed, words.phrase("valid", lang, day=valid), words.phrase("known", lang, day=known)])


def closing(result: ReportResult, count: int, lang: str) -> str:
    """How many rows from how many documents, and the command for all of it as CSV."""
    documents = {document for row in result.rows for document in row.get("documents", ())}
    options = [word for name, value in result.options for word in (f"--{name.replace('_', '-')}", shlex.quote(value))]
    called = [result.name, shlex.quote(result.words)] if result.words is not None else ["report", result.name]
    command = " ".join(["clustergraph", *called, *options, "--format", "csv"])
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
    given = [value for name, value in result.options if name not in ("as_of", "known_at")]
    if given and not unknown:
        found.append(words.phrase("empty_narrow", lang, given=", ".join(given)))
    return found if len(found) > 1 else [*found, words.phrase("empty_silent", lang)]


def _grid(names: Sequence[str], headings: Sequence[str], shown: Sequence[Line], width: int, source: str) -> list[str]:
    cells = [[line.cells[i] for line in shown] for i in range(len(names))]
    # A column that holds nothing only takes room; one that says the same in every row says it once above.
    same = [i for i in range(len(names)) if names[i] in _LIFTED and len(shown) > _FEW and len(set(cells[i])) == 1 and cells[i][0] != "–"]
    used = [i for i in range(len(names)) if i not in same and any(cell != "–" for cell in cells[i])] or [0]
    columns = [[headings[i], *cells[i]] for i in used]
    columns.append([source, *(line.cited for line in shown)])
    whole = [names[i] in _WHOLE for i in used] + [False]
    widths = fit(columns, whole, width - 2)
    found = textwrap.wrap(" · ".join(f"{headings[i]}: {cells[i][0]}" for i in same), width)
    for row, sign in enumerate([" ", *(line.sign for line in shown)]):
        pieces = [wrap(column[row], size) for column, size in zip(columns, widths, strict=True)]
        for depth in range(max(len(piece) for piece in pieces)):
            parts = [(piece[depth] if depth < len(piece) else "").ljust(size) for piece, size in zip(pieces, widths, strict=True)]
            found.append(f"{sign if depth == 0 else ' '} {(' ' * _GAP).join(parts)}".rstrip())
    return found


def wrap(text: str, size: int) -> list[str]:
    """A cell in lines; a word that is longer than the column is broken with a hyphen."""
    words = []
    for word in text.split():
        while len(word) > size > 2:
            words.append(word[: size - 1] + "-")
            word = word[size - 1 :]
        words.append(word)
    return textwrap.wrap(" ".join(words), size, break_on_hyphens=False) or [""]


def fit(columns: Sequence[Sequence[str]], whole: Sequence[bool], room: int) -> list[int]:
    """Widths of columns that together fit the room: the widest gives way first, and words are broken only where nothing else helps."""
    widths = [max(len(cell) for cell in column) for column in columns]
    words = [max((len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    room -= _GAP * (len(columns) - 1)
    for most, spare in ((1000, True), (24, True), (16, True), (_LEAST, True), (_LEAST, False), (_LEAST // 2, False)):
        least = [word if keep and spare else min(word, most) for word, keep in zip(words, whole, strict=True)]
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
