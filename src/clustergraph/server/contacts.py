"""What is not shown of a text: how to reach a person (addresses of mail, telephone numbers), and the numbers of the register of persons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from clustergraph import lexicon
from clustergraph.queries.evidence import Quote

_MAIL = re.compile(r"[\w.+-]+(?:@|\(at\)|\[at\])[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,/+-])(?:(?:\+|00)45 ?)?(?:\d\d(?:[ .-]\d\d){3}|\d{4}[ -]?\d{4}|\d{8})(?![\w%]|[.,-]\d| \d)")
_IDENTITY = re.compile(r"(?<![\w-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d-\d{4}(?![\w-])")
_PAIRS = re.compile(r"\d\d(?: \d\d){3}")
_SUSPECT = re.compile(r"@|[\[(]at[\])]|\d\d[ .-]?\d\d[ .-]?\d\d")  # without one of these there is nothing to be hidden
HIDDEN = "▒"
_CUT_BEFORE = re.compile(r"^(?:\S*(?:\w[.@+]\w|@)\S*|\d[\d ]*)(?!\S)")
_CUT_AFTER = re.compile(r"(?<!\S)(?:\S*(?:\w[.@+]\w|@)\S*|\+?\d[\d ]*)$")
_BEFORE = 40  # letters before a number in which its cue is looked for


@dataclass(frozen=True, slots=True)
class Contact:
    """A stretch of a text that is not shown."""

    start: int
    end: int
    kind: Literal["mail", "phone", "identity"]


def contacts(text: str) -> list[Contact]:
    """The addresses of mail, telephone numbers and numbers of persons in a text, in their order.

    A telephone number is one that has the code of the country, stands behind a word such as "tlf", or is written in four pairs and is
    neither an amount nor the number of a case.
    """
    found = [Contact(*match.span(), "mail") for match in _MAIL.finditer(text)]
    found += [Contact(*match.span(), "identity") for match in _IDENTITY.finditer(text)]
    found += [Contact(*match.span(), "phone") for match in _PHONE.finditer(text) if _is_phone(text, match)]
    return sorted(found, key=lambda one: one.start)


def masked(text: str) -> str:
    """A text in which a sign stands for each of their letters, so that all places in it stay what they are."""
    if not _SUSPECT.search(text):
        return text
    parts, here = [], 0
    for one in contacts(text):
        if one.start >= here:
            parts += [text[here : one.start], "".join(sign if sign.isspace() else HIDDEN for sign in text[one.start : one.end])]
            here = one.end
    return "".join([*parts, text[here:]])


def unsaid(quote: Quote) -> Quote:
    """A sentence without them. What stands beside it was cut somewhere: what may be half an address or number goes."""
    shown = masked(quote.quote), _CUT_BEFORE.sub("", masked(quote.prefix)), _CUT_AFTER.sub("", masked(quote.suffix)), masked(quote.title)
    if shown == (quote.quote, quote.prefix, quote.suffix, quote.title):
        return quote
    return replace(quote, quote=shown[0], prefix=shown[1], suffix=shown[2], title=shown[3])


def _is_phone(text: str, match: re.Match[str]) -> bool:
    words = _words()
    if match[0].startswith(("+", "00")):
        return True
    before = re.findall(r"[^\W\d_]+|\d+", text[max(0, match.start() - _BEFORE) : match.start()].casefold())
    while before and before[-1] in words["fillers"]:
        before.pop()
    after = re.match(r"\s?([^\W\d_]+)", text[match.end() : match.end() + _BEFORE].casefold())
    if after and after[1] in words["units"]:
        return False
    last = before[-1] if before else ""
    return last in words["cues"] or (_PAIRS.fullmatch(match[0]) is not None and last not in words["others"] and not last.isdigit())


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon.table("contacts").items()}
