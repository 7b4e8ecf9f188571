"""Titles of points: what belongs to a title, and what only stands on its line."""

from __future__ import annotations

import re
from functools import cache

from clustergraph import lexicon
from clustergraph.documents import vocabulary

LONGEST = 300  # no title is longer
_LEADERS = re.compile(r"(?:\s*\.{3,}\s*|\s*…+\s*|\t+|\s{3,}|(?:\s\.){3,}\s*)\s*\d{1,4}$")
_SPEAKER = re.compile(r"[,\s]+\(?(?:v\.|v/|v\. /|ved:)\s*[A-ZÆØÅa-zæøå].{0,80}$")
_BY = re.compile(r"\s[–-]\s[A-ZÆØÅ][\w.\-]+(?: [A-ZÆØÅ][\w.\-]*){1,3}(?:(?:,| og) .{2,80})?$")
_HOW_LONG = re.compile(
    r"[,\s]*(?:[-–]\s*)?(?:\((?:ca\. ?)?\d{1,3} ?min(?:utter|\.)?\)|\((?:5|[1-9][05]|1[0-2][05])\)|(?:ca\. ?)?\d{1,3} ?min(?:utter|\.)?)$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"[,\s]+\(?(?:kl\.? ?)?\d{1,2}[.:]\d\d ?[-–] ?(?:kl\.? ?)?\d{1,2}[.:]\d\d\)?$", re.IGNORECASE)
_DASHED = re.compile(r"(?P<title>[A-ZÆØÅ][^.:!?]{2,60}?) [–-] (?=[a-zæøå\d].*\.$)")
_ARROW = re.compile(r"(?<=\S)\s*(?:-+>|=+>|→|⇒)\s*(?=\S)")
_FIRST = 80  # characters of a title that text goes on behind


def title_of(text: str) -> str:
    """A title without dot leaders, page number, who speaks to it, when and for how long."""
    if len(text) > LONGEST:
        return text.strip()
    whole = _LEADERS.sub("", text).rstrip()
    words = _WHEN.sub("", _HOW_LONG.sub("", whole))
    if words != whole:  # who speaks to it stands before the time
        words = _BY.sub("", words.rstrip(" –-"))
    words = _HOW_LONG.sub("", _SPEAKER.sub("", words)).strip().rstrip("\t |")
    stopped = (
        words.endswith(".")
        and not lexicon.is_abbreviation(words.rsplit(None, 1)[-1])
        and vocabulary.bare(words) in vocabulary.word_set("items", "known")
    )
    return words[:-1] if stopped else words  # "Eventuelt."


def is_timed(text: str) -> bool:
    """Whether a title says how long its point takes or who speaks to it."""
    return len(text) <= LONGEST and bool(_HOW_LONG.search(text) or _SPEAKER.search(text) or _WHEN.search(text))


def has_leaders(text: str) -> bool:
    """Whether a line of a list of contents points to a page."""
    return len(text) <= LONGEST and bool(_LEADERS.search(text)) and not _LEADERS.sub("", text)[-1:].isdigit()


def key(title: str) -> str:
    """A title as it is compared: without punctuation, case and page number."""
    return re.sub(r"[\W_]+", " ", title_of(title).casefold()).strip()


def opening(text: str) -> str | None:
    """The title with which a line begins that goes on with its text: "Vagtplan: Planen blev drøftet.", "Ny taske – aftalt.", "Referat. Godkendt."

    None where the line is a title alone, or a sentence.
    """
    if text[-1:] not in ".!?":
        return None
    dashed = _DASHED.match(text)
    if dashed and not _says().search(dashed["title"]):
        return dashed["title"]
    for found in re.finditer(r"[.:?](?= +[A-ZÆØÅ\d\"”])", text[:_FIRST]):
        before = text[: found.end() if found.group() == "?" else found.start()]
        if found.group() == "." and lexicon.is_abbreviation((before.split() or [""])[-1]):
            continue
        return before if before and not _says().search(before) else None
    return before_sentence(text)


def before_arrow(text: str) -> str | None:
    """The title with which a line begins that points to its outcome: "Ferie -> planen er godkendt"."""
    found = _ARROW.search(text)
    return text[: found.start()] if found else None


def before_sentence(text: str) -> str | None:
    """The title with which a line begins where a sentence follows without any sign: "Nye takster Udvalget drøftede listen."."""
    told = _sentence().search(text, 4) if text[-1:] in ".!?" else None
    return text[: told.start()] if told and not _says().search(text[: told.start()]) else None


def divides(title: str, text: str) -> bool:
    """Whether a line that is a title so far ends before a line that says what somebody did."""
    return bool(_sentence().match(f"x {text}", 1)) and not _says().search(title)


@cache
def _sentence() -> re.Pattern[str]:
    """A blank before somebody who did something."""
    return re.compile(rf"(?<=[\wæøå)]) (?=[A-ZÆØÅ][\w\-]*(?: [A-ZÆØÅ][\w\-]+){{0,3}} (?:{_verbs()})\b)")


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_verbs()})(?!\w)")


def _verbs() -> str:
    return "|".join(vocabulary.alternatives("flow", tense) for tense in ("told", "tells"))
