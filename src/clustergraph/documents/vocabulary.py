"""What the words of headings mean: ``lexicon/headings.toml`` as questions that one may ask of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from clustergraph import lexicon
from clustergraph.model import SectionKind

_TRIM = " \t\u00a0:;.,|*_#–-•"


@dataclass(frozen=True, slots=True)
class Label:
    """A heading at the beginning of a line. ``end`` is where it ends within the line; what follows is content."""

    kind: SectionKind
    text: str
    end: int
    weak: bool = False


@cache
def words(*path: str) -> tuple[str, ...]:
    """A word list of the lexicon, as written there."""
    value: Any = lexicon.table("headings")
    for key in path:
        value = value[key]
    return tuple(cast("list[str]", value))


@cache
def word_set(*path: str) -> frozenset[str]:
    """A word list of the lexicon, for look-ups."""
    return frozenset(word.casefold() for word in words(*path))


@cache
def pattern(*path: str) -> re.Pattern[str]:
    """The regular expressions of one list of the lexicon as one that never matches where the list is empty."""
    return re.compile("|".join(f"(?:{p})" for p in words(*path)) or r"(?!)", re.IGNORECASE)


@cache
def alternatives(*path: str) -> str:
    """The words of one list as an alternation for a regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words(*path), key=lambda w: (-len(w), w)))


def bare(text: str) -> str:
    """A line without decoration at its ends, case-folded and with single blanks: what word lists are compared with."""
    return re.sub(r"\s+", " ", text.strip(_TRIM)).casefold()


@cache
def _kinds_of_words() -> dict[str, tuple[SectionKind, bool]]:
    found: dict[str, tuple[SectionKind, bool]] = {}
    for key in ("case_weak", "recommendation_weak", "contents", "annex", "case", "attendees", "recommendation", "decision"):
        kind = cast("SectionKind", key.removesuffix("_weak"))
        found.update({word: (kind, key.endswith("_weak")) for word in word_set("labels", key)})
    return found


_PATTERNED: tuple[SectionKind, ...] = ("decision", "recommendation", "attendees", "annex")


def _kind_of(text: str) -> tuple[SectionKind, bool] | None:
    name = bare(text)
    known = _kinds_of_words().get(name)
    if known or not name or len(name) > 140:
        return known
    for kind in _PATTERNED:
        if pattern("patterns", kind).fullmatch(name):
            return kind, False
    return None


def label(line: str) -> Label | None:
    """The heading that a line is ("Beslutning") or begins with ("Referat: Godkendt.", "Det indstilles, at …"); none for running text."""
    text = line.rstrip()
    if not text or text.lstrip(_TRIM)[:1].islower():  # a word of running text that happens to begin a line
        return None
    whole = _kind_of(text) if len(text) <= 160 and text[-1] not in ".!?" else None
    if whole:
        return Label(whole[0], text.strip(_TRIM), len(text), whole[1])
    colon = text.find(":")
    if 0 < colon <= 90:
        inline = _kind_of(text[:colon])
        if inline and inline[0] != "contents" and not (inline[1] and text[colon + 1 :].strip()):
            return Label(inline[0], text[:colon].strip(_TRIM), colon + 1, inline[1])
    return _lead_in(text) or _in_capitals(text)


def _in_capitals(text: str) -> Label | None:
    """A heading in capitals before its content: "BESLUTNING Godkendt."; what names a document is none."""
    found = re.match(r"[A-ZÆØÅ]{6,}(?: [A-ZÆØÅ]{2,})*(?= +(?:[A-ZÆØÅ][a-zæøå]|\d))", text)
    kind = _kind_of(found.group()) if found and kind_of_title(found.group()) is None else None
    strong = kind is not None and kind[0] in ("decision", "recommendation", "case") and not kind[1]
    return Label(kind[0], found.group(), found.end()) if found and kind and strong else None


@cache
def _lead_ins() -> re.Pattern[str]:
    verb = re.escape(cast("str", lexicon.table("headings")["lead_ins"]["verb"]))
    subject = rf"[A-ZÆØÅ][\w ,æøå\-]{{2,80}}? {verb}(?: til \S+)?[,:]?(?= at\b|$)"
    strong, weak = alternatives("lead_ins", "recommendation"), alternatives("lead_ins", "recommendation_weak")
    return re.compile(rf"(?:{strong})(?!\w)|(?P<weak>(?:{weak})(?!\w)|(?-i:{subject}))", re.IGNORECASE)


def _lead_in(text: str) -> Label | None:
    found = _lead_ins().match(text)
    return Label("recommendation", found.group().strip(_TRIM), found.end(), found["weak"] is not None) if found else None


@cache
def _known_titles() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives('items', 'known')})(?:(?: og|,| samt) .{{3,60}})?|{'|'.join(words('items', 'known_patterns'))}", re.IGNORECASE
    )


def is_known_title(title: str) -> bool:
    """Whether a point is known by its title even without a number: "Eventuelt", "Velkomst og godkendelse af dagsorden"."""
    return len(title) <= 100 and bool(_known_titles().fullmatch(bare(title)))


@cache
def _menu() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{alternatives('residue', 'lines')})(?: |$))+")


def is_residue(line: str) -> bool:
    """Whether a line is a menu, a button or the like: part of the page, not of the document."""
    known = word_set("residue", "lines")
    if bare(line) in known or (len(line) <= 300 and bool(pattern("residue", "patterns").fullmatch(line.strip()))):
        return True
    if len(line) <= 300 and _menu().fullmatch(bare(line)):
        return True
    parts = [bare(part) for part in re.split(r"[|>»›/]", line)] if len(line) <= 300 else []
    return len(parts) > 1 and sum(part in known for part in parts) * 3 >= len(parts)  # a menu, or the path to the page


def opens_foot(line: str) -> bool:
    """Whether a line begins what a page puts below its document: lists of other documents."""
    return len(line) <= 40 and bare(line) in word_set("residue", "foot")


def _may_lead(kind: str, name: str, value: str) -> bool:
    """Whether a label may stand before its value without a colon: "Mødested Teams", but not "Mødelokale 2"."""
    return len(name) > 6 and (kind == "date" or (kind == "place" and not value[:1].isdigit()))


def field(line: str) -> tuple[str, str] | None:
    """The kind of header field that a line names (``date time place forum other``) and the value after its colon, which may be empty."""
    head, colon, value = line.partition(":")
    name = bare(head)
    for kind in ("date", "time", "place", "forum", "other"):
        known = word_set("fields", kind)
        if name in known:
            return kind, value.strip()
        if not colon and len(line) <= 120:  # "Mødedato Torsdag d. 24. oktober 2024": the label and its value in one line
            first = name.split(" ", 1)
            if len(first) == 2 and first[0] in known and _may_lead(kind, *first) and line[:1].isupper():
                return kind, line.strip().split(None, 1)[1]
    return None


def kind_of_title(text: str) -> str | None:
    """The kind that the words of a title name; None where it names none, or both sorts as a portal does."""
    lower = text.casefold()
    if any(phrase in lower for phrase in word_set("kinds", "unsaid")):
        return None
    for kind in ("terms", "minutes", "agenda", "other", "plan", "members"):
        if re.search(rf"(?<!\w)(?:\w*-)?(?:{alternatives('kinds', kind)})(?:et|en|er|erne)?(?!\w)", lower):
            return kind
    return None
