"""The queue as CSV, out and in again: for those who would rather judge in a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping

from clustergraph import lexicon
from clustergraph.errors import RecordError
from clustergraph.review.queue import Item

COLUMNS = ("id", "kind", "question", "left", "right", "score", "reason", "sentence", "verdict")


def text(items: Iterable[Item], question: Callable[[Item], str]) -> str:
    """The questions as CSV with an empty column for the verdict."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in items:
        writer.writerow((item.id, item.kind, question(item), item.left, item.right, f"{item.score:g}", item.reason, item.sentence, ""))
    return out.getvalue()


def verdicts(written: str, path: str) -> dict[str, str]:
    """Id → ``yes``, ``no`` or ``unsure`` of the rows that have a verdict. Raises :class:`RecordError` for a missing column or an unknown word."""
    lines = written.removeprefix("\ufeff")
    first = lines.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(lines), delimiter=";" if first.count(";") > first.count(",") else ",")
    if not {"id", "verdict"} <= set(rows.fieldnames or ()):
        raise RecordError(path, 1, "the columns id and verdict are needed")
    found: dict[str, str] = {}
    for row in rows:
        said = (row["verdict"] or "").strip().casefold()
        if said:
            word = answer(said)
            if word is None:
                raise RecordError(path, rows.line_num, f"unknown verdict {said!r}")
            found[str(row["id"]).strip()] = word
    return found


def answer(said: str) -> str | None:
    """``yes``, ``no`` or ``unsure`` for what somebody wrote or typed; None for what is none of them."""
    words: Mapping[str, list[str]] = lexicon.table("review")["answers"]
    return next((word for word, forms in words.items() if said.casefold() in forms), None)
