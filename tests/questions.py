"""The questions of users with their right answers, read from Markdown, and what counts as the same answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clustergraph.queries import folding

Cells = tuple[str | None, ...]
_LABELS = {
    "current": "in_force", "in force": "in_force", "former": "lapsed", "requested": "proposed", "co-chair": "chair", "yes": "true", "no": "false",
}  # fmt: skip


@dataclass(frozen=True)
class Question:
    """One question: its number, the names of the columns, the right rows, and whether their order counts."""

    number: str
    text: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    ordered: bool


def read(path: Path) -> dict[str, Question]:
    """number → question."""
    found = {}
    for part in re.split(r"\n### ", path.read_text(encoding="utf-8"))[1:]:
        head, _, body = part.partition("\n")
        number, _, text = head.partition(" · ")
        lines = [line for line in body.splitlines() if line.startswith("|")]
        cells = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
        rows = tuple(tuple(None if cell == "–" else cell for cell in row) for row in cells[2:])
        found[number] = Question(number, text, cells[0], rows, "order matters" in body)
    return found


def plain(value: Any) -> str:
    """A cell in the form in which two are compared: labels of one meaning alike, small letters, no signs."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = re.sub(r"\s*\[[^\]]*\]", "", text)
    return folding.fold(_LABELS.get(text, text))


def same(wanted: str | None, given: Any, accepted: Mapping[str, Sequence[str]] | None = None) -> bool:
    """Whether a cell answers: equal, or one holds all words of the other (a fuller or a shorter form of a name)."""
    options = list(given) if isinstance(given, list | tuple | set) else [given]
    forms = [wanted, *(accepted or {}).get(wanted or "–", ())]
    if wanted is None and all(one in (None, "") for one in options):
        return True
    return any(_alike(plain(form), plain(one)) for form in forms if form for one in options if one not in (None, ""))


def _alike(wanted: str, given: str) -> bool:
    if wanted.replace(" ", "") == given.replace(" ", ""):
        return True
    if re.fullmatch(r"[\d ]+", wanted) or re.fullmatch(r"[\d ]+", given):
        return False
    one, other = ({folding.stem(word) for word in folding.words(text)} for text in (wanted, given))
    return bool(one and other) and (one <= other or other <= one)


@dataclass
class Outcome:
    """How an answer compares: what is missing and what is too much."""

    missing: list[Cells] = field(default_factory=list)
    extra: list[tuple[Any, ...]] = field(default_factory=list)
    order: bool = True

    @property
    def right(self) -> bool:
        return not self.missing and not self.extra and self.order


def compare(
    question: Question,
    given: Iterable[tuple[Any, ...]],
    accepted: Mapping[str, Sequence[str]] | None = None,
    may: Callable[[tuple[Any, ...]], bool] = lambda row: False,
) -> Outcome:
    """Each right row must be among the given ones, nothing else may be but what ``may`` lets pass; equal rows count once."""
    rows: list[tuple[Any, ...]] = []
    for row in given:
        if row not in rows:
            rows.append(row)
    outcome, places = Outcome(), []
    left = list(range(len(rows)))
    for wanted in question.rows:
        fits = [i for i in left if all(same(cell, have, accepted) for cell, have in zip(wanted, rows[i], strict=True))]
        if fits:
            left.remove(fits[0])
            places.append(fits[0])
        else:
            outcome.missing.append(wanted)
    outcome.extra = [rows[i] for i in left if not may(rows[i])]
    outcome.order = not question.ordered or places == sorted(places)
    return outcome
