"""Whether a reference is in force, asked for, proposed or over, and since when and until when, as its clause says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clustergraph.claims import dates, meeting
from clustergraph.lexicon import references as words

if TYPE_CHECKING:
    from clustergraph.claims.bodies import Body
    from clustergraph.claims.reading import Reading
    from clustergraph.claims.reference_grammar import Said

OPEN = ("requested", "proposed")


def status(reading: Reading, sentence: str, said: Said, offset: int, inherited: str | None) -> str | None:
    """What the sentence says of the reference; None where it denies it or only asks. ``inherited`` is the status of what was told before it."""
    low = sentence.casefold()
    if _is("gone", said.clause_words):
        return "lapsed"
    if _is("negation", said.words) or _is("negation", said.ruling) or _is("rejected", said.clause_words) or said.asks or _only_asks(low):
        return None
    if said.status is not None:
        return said.status
    if open_ := _open(reading, low, said, offset, inherited):
        return open_
    if _is_past(said):
        return "former" if words.pattern("ended", "until").search(low) else "past"
    return "in_force"


def _only_asks(low: str) -> bool:
    """Whether a sentence is a question; "Vidste du, at …?" tells something."""
    return low.rstrip().endswith("?") and not _is("told_as_question", low)


def _open(reading: Reading, low: str, said: Said, offset: int, inherited: str | None) -> str | None:
    """Requested or proposed; None where the reference stands."""
    part = reading.part_at(offset)
    both = f"{said.ruling} {said.clause_words}"
    decided = _is("decided", low)
    if _is("need", both) or (said.kind == "reports_to" and _is("wish", said.clause_words)):
        return "requested"
    if part is not None and part.section.kind == "recommendation" and not _is("stands", said.clause_words):
        return "proposed"
    if _is("proposal", both) or (not decided and _is("onward", said.clause_words)):
        return "proposed"
    if said.conditional and said.kind != "may_refer_matters_to":
        return "proposed"
    if inherited in OPEN and words.pattern("status", "carries_on").match(low):
        return "proposed"
    if said.kind == "set_up_by" and _is("to_come", said.verb) and not decided:
        return "proposed"
    planned = any(place[2].status == "planned" for place in (*said.sources, *said.targets))
    return "proposed" if planned and not (decided and said.kind == "set_up_by") else None


def _is(name: str, told: str) -> bool:
    return bool(told) and bool(words.pattern("status", name).search(told))


def _is_past(said: Said) -> bool:
    """Whether the clause tells of what was. Setting up and taking over are done once and stand, "blev nedsat" is no past."""
    if said.kind in ("set_up_by", "successor_of"):
        return said.kind == "set_up_by" and _is("was", said.words)
    return _is("past", said.words)


def ended(told: str, source: Body, target: Body) -> str:
    """A past reference is former where it ended with one of the bodies, and lapsed where both go on."""
    if told != "past":
        return told
    return "former" if "abolished" in (source.status, target.status) else "lapsed"


def wish(sentence: str) -> str | None:
    """Whether a sentence asks for or proposes something, for the one behind it."""
    low = sentence.casefold()
    if _is("need", low):
        return "requested"
    return "proposed" if _is("proposal", low) else None


def validity(reading: Reading, sentence: str, said: Said) -> tuple[str | None, str | None]:
    """(valid from, valid until) of the clause itself."""
    start, until = None, None
    for when in dates.find(sentence, meeting.day_of(reading)):
        if when.value is None or not any(when.start <= place < when.end for place in said.places):
            continue
        before = sentence[: when.start].casefold().split()[-3:]
        lead = sentence[when.start : when.end].casefold().split()[:2]
        if any(w in ("indtil", "til") for w in (*before[-2:], *lead)) and "fra" not in before:
            until = when.value
        elif said.kind in ("set_up_by", "successor_of") or any(w in ("siden", "fra", "pr.", "pr") for w in (*before[-2:], *lead)):
            start = when.value
    if start and "/" in start:
        first, last = start.split("/", 1)
        start, until = first or None, until or last or None
    if until and "/" in until:
        until = until.rsplit("/", 1)[1] or None
    return start, until


def end_of(reading: Reading, body: Body) -> str | None:
    """When a body ended, as a sentence that names it says: "Netværket ophørte i 2022"."""
    for start, end in body.mentions:
        low, high = reading.sentence_at(start)
        match = words.pattern("ended", "verb").search(reading.text[end:high].casefold())
        if match is None or match.start() > 60:
            continue
        when = next((w for w in dates.find(reading.text[low:high], meeting.day_of(reading)) if w.value and "/" not in w.value), None)
        if when is not None and abs(low + when.start - end) < 90:
            return when.value
    return None
