"""Who does what in an initiative: responsible, anchored, starts, joins later, follows, supports, approves; and how many joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from clustergraph.claims.reading import Reading
from clustergraph.lexicon import initiatives as lexicon


def involved(reading: Reading, sentence: tuple[int, int], words: str) -> Iterator[dict[str, Any]]:
    """Who is responsible for, starts, joins, follows, supports or approves, by the words around a body; and how many joined."""
    rows = [(s - sentence[0], e - sentence[0], b.name) for s, e, b in reading.bodies.at(*sentence)]
    rows += list(_bodies_meant(reading, sentence[0], words, [(s, e) for s, e, _ in rows]))
    taken = [(s, e) for s, e, _ in rows]
    rows += [
        (m.start(), m.end(), m.group()) for m in lexicon.pattern("collectives.words").finditer(words) if not any(s <= m.start() < e for s, e in taken)
    ]
    seen = set()
    for start, end, name in sorted(rows):
        for part, form in lexicon.parts():
            before, _, after = form.partition("{}")
            if re.search(rf"(?:^|(?<!\w)){before}$", words[:start], re.IGNORECASE) and re.match(rf"{after}(?!\w)", words[end:], re.IGNORECASE):
                if (name, part) not in seen:
                    seen.add((name, part))
                    yield {"body": name, "part": part}
                if not after:
                    yield from ({"body": other, "part": part} for other in _listed(words, sorted(rows), end) if (other, part) not in seen)
                break
    for match in joined().finditer(words):
        yield {"body": match["who"], "part": "joined", "count": int(match["count"]), "to": match["to"]}


def _listed(words: str, rows: Sequence[tuple[int, int, str]], end: int) -> Iterator[str]:
    """The bodies that a list goes on with behind an offset: "drives af A | og B"."""
    for start, stop, name in rows:
        if start >= end and re.fullmatch(r"\s*(?:,|,?\s*(?:og|samt))\s*", words[end:start]):
            yield name
            end = stop


def _bodies_meant(reading: Reading, offset: int, words: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Bodies that a sentence means by "arbejdsgruppen" and the like."""
    for match in re.finditer(rf"(?<!\w)(?:[Dd]en\s+[\wæøå]+\s+)?\w*(?:{lexicon.any_of('collectives.back')}|gruppe)(?!\w)", words, re.IGNORECASE):
        body = (
            None
            if any(s <= match.start() < e or match.start() <= s < match.end() for s, e in taken)
            else reading.bodies.meant(match.group(), offset + match.start())
        )
        if body is not None:
            yield match.start(), match.end(), body.name


@cache
def joined() -> re.Pattern[str]:
    """How many have joined what: "Alle 19 kommuner har sagt ja til at deltage i gruppen"."""
    return re.compile(
        r"(?<![\w.])(?P<count>\d{1,3})\s+(?P<who>kommuner|klynger|regioner|hospitaler)\s+(?:har\s+sagt\s+ja\s+til|har\s+tilsluttet\s+sig|har\s+tilmeldt\s+sig)"
        r"\s+(?:at\s+(?:deltage|indgå)\s+i\s+)?(?P<to>[\wæøåÆØÅ-]+)"
    )
