"""Who hands what to whom: "Direktørforum anbefaler det politiske niveau at …", "Status fremsendes til rådet – grupperne har frist den 22. oktober".

One step of a process, told with its giver and its receiver. It is no reference: what one matter did makes no standing line between two bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from clustergraph.claims import places
from clustergraph.claims.bodies import Body
from clustergraph.claims.body_names import namings
from clustergraph.claims.pointers import Mention, Pointers, single
from clustergraph.claims.reading import Reading
from clustergraph.lexicon import table
from clustergraph.lexicon.decisions import any_word
from clustergraph.model import Claim

RECOGNIZER = "handovers"
_SKIP = ("residue", "contents", "attendees", "header")
_ACTS = ("sends", "recommends")
_ARTICLE = r"(?:(?:den|det|de)\s+)?"
_NEAR = 60  # characters between a verb and its receiver
Place = tuple[int, int]


def recognize(reading: Reading) -> Iterator[Claim]:
    """One claim a giver, receiver and act of a point, with all sentences that say so, and the collectives that only these speak of."""
    pointers = Pointers(reading)
    found: dict[tuple[str | None, str, str, str], tuple[Mention, Mention, list[Place]]] = {}
    for start, end in reading.sentences:
        part = reading.part_at(start)
        if part is not None and part.section.kind in _SKIP:
            continue
        for giver, receiver, act in _each(_of_sentence(reading, pointers, start, end)):
            key = (places.item_number(reading, start), giver[2].name, receiver[2].name, act)
            told = found.setdefault(key, (giver, receiver, []))
            told[2].extend(place for place in _evidence(reading, start, end) if place not in told[2])
    known = {body.name for body in reading.bodies.all if not (body.collective or body.unsure)}
    for (item, _, _, act), (giver, receiver, sentences) in found.items():
        for start, end, body in (giver, receiver):
            if body.name not in known:
                known.add(body.name)
                mention = reading.mention(body.kind, body.name, start, end)
                yield reading.claim(body.kind, mention, None, sentences, RECOGNIZER, 0.8, type=body.type, collective=body.collective or None)
        source, target = (reading.mention(m[2].kind, m[2].name, m[0], m[1]) for m in (giver, receiver))
        yield reading.claim("handover", source, target, sentences, RECOGNIZER, 0.8, act=act, what=_what(reading, sentences[0]), item=item)


def _each(told: Iterable[tuple[Mention, Mention, str]]) -> Iterator[tuple[Mention, Mention, str]]:
    """The steps with each of several that are spoken of at once."""
    for givers, receivers, act in told:
        yield from ((giver, receiver, act) for giver, receiver in product(single(givers), single(receivers)))


def _evidence(reading: Reading, start: int, end: int) -> Iterator[Place]:
    """The sentence, after the one that says what "denne" is."""
    if any_word(table("handovers")["words"]["this"]).match(reading.text[start:end]):
        before = [s for s in reading.sentences if s[1] <= start]
        if before and reading.item_at(before[-1][0]) == reading.item_at(start):
            yield before[-1]
    yield start, end


def _what(reading: Reading, sentence: Place) -> str:
    """The first sentence that tells it, as the matter that is handed on."""
    return " ".join(reading.text[slice(*sentence)].split())


def _of_sentence(reading: Reading, pointers: Pointers, start: int, end: int) -> Iterator[tuple[Mention, Mention, str]]:
    """(giver, receiver, act) of each step that a sentence tells; none where it denies or asks."""
    text = reading.text[start:end]
    if text.rstrip().endswith("?") or any_word(table("handovers")["words"]["negation"]).search(text):
        return
    mentions = [m for m in pointers.in_sentence(start, end) if m[2].kind == "forum"]
    for act in _ACTS:
        for verb in _verbs(act, "active").finditer(text):
            receiver = _receiver(text, mentions, start, verb.end())
            giver = next((m for m in reversed(mentions) if m[1] <= start + verb.start()), None)
            if giver and receiver and giver[2].name != receiver[2].name and _is_subject(reading, giver, start + verb.start()):
                yield giver, receiver, act
        for verb in _verbs(act, "passive").finditer(text):
            receiver = _receiver(text, mentions, start, verb.end())
            by = _by(reading, mentions, start, end, verb.end()) if receiver else None
            if by and receiver and by[2].name != receiver[2].name:
                yield by, receiver, act


@cache
def _verbs(act: str, voice: str) -> re.Pattern[str]:
    return any_word(table("handovers")[act][voice])


def _receiver(text: str, mentions: list[Mention], start: int, place: int) -> Mention | None:
    """The forum that "til" and the like lead to, close behind a verb."""
    lead = any_word(table("handovers")["words"]["to"]).pattern
    for mention in mentions:
        between = text[place : max(place, mention[0] - start)]
        if mention[0] - start >= place and len(between) <= _NEAR and re.search(rf"{lead}\s+{_ARTICLE}$", between, re.IGNORECASE):
            return mention
    return None


def _is_subject(reading: Reading, giver: Mention, verb: int) -> bool:
    """Whether nothing but words of one main clause stand between a forum and its verb: no new clause, and the forum is nobody's object."""
    between = reading.text[giver[1] : verb]
    before = reading.text[max(0, giver[0] - 14) : giver[0]].casefold()
    led = re.search(r"(?:^|\s)(?:i|til|for|fra|af|hos|med|under|om)\s+(?:den |det |de )?$", before)
    return not led and not re.search(r"[,;:()]", between) and len(between) <= 2 * _NEAR


def _by(reading: Reading, mentions: list[Mention], start: int, end: int, verb: int) -> Mention | None:
    """The giver of a passive: behind "af" or "fra", or who has to send it by a day."""
    text = reading.text[start:end]
    by = any_word(table("handovers")["words"]["by"]).pattern
    for mention in mentions:
        if re.search(rf"{by}\s+{_ARTICLE}$", text[verb : max(verb, mention[0] - start)], re.IGNORECASE) and mention[0] - start > verb:
            return mention
    due = any_word(table("handovers")["words"]["due"]).pattern
    for mention in (*mentions, *_groups(reading, start, end)):
        if re.match(rf"\s+{due}", text[mention[1] - start :], re.IGNORECASE):
            return mention
    return None


def _groups(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    """Bare plurals of a sentence ("grupperne") as the several bodies that the same point spoke of last: "de respektive indsatsgrupper"."""
    item = reading.item_at(start)
    low = item.start if item else 0
    told = [n for n in namings(reading.text[low:start], low) if n.plural and n.kind == "forum" and n.noun is not None and n.noun.beginning]
    for naming in namings(reading.text[start:end], start):
        if not (naming.plural and naming.definite and naming.noun and not naming.noun.beginning and naming.kind == "forum"):
            continue
        fitting = [n for n in told if n.noun is not None and n.noun.head is naming.noun.head]
        if fitting:
            name = " ".join(reading.text[fitting[-1].start : fitting[-1].name_end].split())
            yield naming.full_start, naming.end, Body(name, "forum", fitting[-1].type, collective=True)
