"""Who is to approve what: "Styregruppen skal godkende budgettet", "… sendes en plan til skriftlig godkendelse i Kredsrådet".

An approval still to come is no decision and no reference; two parts of one document may name different forums for one matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clustergraph.claims import places
from clustergraph.claims.reading import Reading
from clustergraph.lexicon import decisions as lexicon
from clustergraph.model import Claim

RECOGNIZER = "approvals"
_SKIP = ("residue", "contents", "attendees", "header")
_WORD = r"[a-zæøå][\wæøå-]*"


def recognize(reading: Reading) -> Iterator[Claim]:
    """One claim a forum and matter of a point, with all sentences that say so. The matter is a noun without its article."""
    found: dict[tuple[str | None, str, str], list[tuple[tuple[int, int], tuple[int, int], str]]] = {}
    for start, end in reading.sentences:
        part = reading.part_at(start)
        if part is not None and part.section.kind in _SKIP:
            continue
        for name, at, matter in _of_sentence(reading, start, end):
            key = (places.item_number(reading, start), name, _stem(matter))
            found.setdefault(key, []).append((at, (start, end), matter))
    shortest = _shortest((item, matter) for (item, _, _), said in found.items() for _, _, matter in said)
    for (item, name, stem), said in found.items():
        at, _, _ = said[0]
        sentences = list(dict.fromkeys(sentence for _, sentence, _ in said))
        yield reading.claim("approval", reading.mention("forum", name, *at), None, sentences, RECOGNIZER, 0.85, about=shortest[item, stem], item=item)


def _of_sentence(reading: Reading, start: int, end: int) -> Iterator[tuple[str, tuple[int, int], str]]:
    """(forum, where it is named, matter) of each approval to come in a sentence."""
    text = reading.text[start:end]
    if not lexicon.pattern("approvals.words").search(text):
        return
    for low, high, body in reading.bodies.pointed_at(start, end):
        if body.kind != "forum":
            continue
        before, after = reading.text[start:low], reading.text[high:end]
        match = _behind().match(after) or _due_before().search(before)
        if match:
            matter = match["matter"]
            yield body.name, (low, high), matter if match.re is _behind() or match.start("matter") else matter[0].lower() + matter[1:]


@cache
def _behind() -> re.Pattern[str]:
    """What follows the forum that is to approve: "skal endeligt godkende projektbeskrivelsen"."""
    must, verb, article = (lexicon.pattern(f"approvals.{name}").pattern for name in ("must", "verb", "articles"))
    return re.compile(
        rf"\s+(?:{must})\s+(?:{_WORD}\s+){{0,2}}?(?:{verb})\s+(?:(?:{article})\s+)?{_matter()}(?=\s*(?:[,.;:]|\s(?:for|om|til|i|på|fra|og|før|inden)\s|$))"
    )


@cache
def _due_before() -> re.Pattern[str]:
    """What leads to the forum: "en plan til skriftlig godkendelse i", "planen skal godkendes af"."""
    article, place, passive = (lexicon.pattern(f"approvals.{name}").pattern for name in ("articles", "places", "passive"))
    noun, sent = (lexicon.pattern(f"approvals.{name}").pattern for name in ("noun", "sent"))
    lead = rf"(?:^|\s)(?:(?:{article})\s+)?{_matter()}\s+"
    return re.compile(
        rf"{lead}(?:(?:{sent})\s+(?:{_WORD}\s+){{0,3}}?)?(?:til\s+(?:{_WORD}\s+)?(?:{noun})|(?:{passive})(?:\s+{_WORD})?)\s+(?:{place})\s+(?:(?:{article})\s+)?$",
        re.IGNORECASE,
    )


@cache
def _matter() -> str:
    """The noun of what is to be approved: no small word that may stand in its place."""
    return rf"(?P<matter>(?!{lexicon.pattern('approvals.no_matter').pattern}){_WORD})"


def _stem(noun: str) -> str:
    """A noun without the ending that makes it definite: "planen" and "plan", "beskrivelsen" and "beskrivelse" are one."""
    return re.sub(r"(?:erne|ene|en|et|e)$", "", noun.casefold())


def _shortest(told: Iterator[tuple[str | None, str]]) -> dict[tuple[str | None, str], str]:
    """Point and stem → the shortest form in which the point has the noun: the one without an ending."""
    found: dict[tuple[str | None, str], str] = {}
    for item, noun in told:
        key = (item, _stem(noun))
        found[key] = min(found.get(key, noun), noun, key=len)
    return found
