"""The sentences around a piece of evidence, for the panel: whole ones, of the same paragraph, and no more than a reader takes in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

_MOST = 320  # code points on either side
_BREAK = re.compile(r"\n\s*\n")
_END = re.compile(r"[.!?](?=\s+[^a-zæøå\s]|\s+$)")


def widened(rows: Iterable[Mapping[str, Any]], text_of: Callable[[str], str | None]) -> list[dict[str, Any]]:
    """The rows of a report, with the neighbours of each quote in ``before`` and ``after``; where ``text_of`` knows no text they stay as they are."""
    texts: dict[str, str | None] = {}
    found = []
    for row in rows:
        quotes = []
        for quote in row.get("quotes", ()):
            document = str(quote["document_id"])
            if document not in texts:
                texts[document] = text_of(document)
            text = texts[document]
            quotes.append(quote if text is None else {**quote, **around(text, int(quote["start"]), int(quote["end"]))})
        found.append({**row, "quotes": quotes})
    return found


def around(text: str, start: int, end: int) -> dict[str, str]:
    """What stands before and after a stretch: the rest of its sentence, else the next one. What is cut inside a sentence shows as ``…``."""
    return {"before": _before(text[max(0, start - _MOST) : start], start > _MOST), "after": _after(text[end : end + _MOST], end + _MOST < len(text))}


def _before(lead: str, more: bool) -> str:
    paragraph = _BREAK.split(lead)[-1]
    ends = [match.end() for match in _END.finditer(paragraph.rstrip())]
    if ends:
        return paragraph[ends[-1] :].lstrip()
    return "…" + paragraph.partition(" ")[2] if more and len(paragraph) == len(lead) else paragraph


def _after(tail: str, more: bool) -> str:
    paragraph = _BREAK.split(tail)[0]
    ends = [match.end() for match in _END.finditer(paragraph + " ") if match.end() > 1]  # not the full stop of the evidence itself
    if ends:
        return paragraph[: ends[0]]
    return paragraph.rpartition(" ")[0] + " …" if more and len(paragraph) == len(tail) else paragraph
