"""What is not shown of a text: how to reach a person (addresses of mail, telephone numbers), and the numbers of the register of persons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from clustergraph import lexicon

_MAIL = re.compile(r"[\w.+-]+(?:@|\(at\)|\[at\])[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,/+-])(?:(?:\+|00)45 ?)?(?:\d\d(?:[ .-]\d\d){3}|\d{4}[ -]?\d{4}|\d{8})(?![\w%]|[.,-]\d| \d)")
_IDENTITY = re.compile(r"(?<![\w-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d-\d{4}(?![\w-])")
_PAIRS = re.compile(r"\d\d(?: \d\d){3}")
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
