"""The words of initiatives: heads of names, columns of plan tables, and what sentences say of a project."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from clustergraph.lexicon import table
from clustergraph.lexicon.dates import alternatives

_FEW = r"(?:\S+\s+){0,4}?\S+"  # what "…" in a phrase stands for


def _value(path: str) -> Any:
    found: Any = table("initiatives")
    for part in path.split("."):
        found = found[part]
    return found


@cache
def words(path: str) -> tuple[str, ...]:
    """One list of ``initiatives.toml``; a dotted path leads into a table."""
    return tuple(_value(path))


@cache
def any_of(path: str) -> str:
    """A regular expression for one list, the longest first."""
    return alternatives(words(path))


@cache
def pattern(path: str) -> re.Pattern[str]:
    """One list as whole words; "~" stands for any ending of a word and "…" for a few words between."""
    forms = any_of(path).replace("…", _FEW).replace("\\~", "~").replace("~", r"\w*")
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


@cache
def head_forms(path: str) -> str:
    """A regular expression for heads and their definite forms; a compound may stand before them."""
    return "|".join(_forms(word) for word in sorted(words(path), key=lambda w: (-len(w), w)))


def _forms(word: str) -> str:
    if word.endswith("e"):
        return rf"{re.escape(word)}n?"
    doubled = re.escape(word[-1])
    return rf"{re.escape(word)}(?:{doubled}?(?:en|et))?"


@lru_cache(maxsize=4096)
def base_form(head: str) -> str:
    """A head without its article: "prøvehandlingen" → "prøvehandling"."""
    text = head.casefold()
    for path in ("heads", "heading_heads", "repeated_heads"):
        for word in sorted(words(path), key=lambda w: (-len(w), w)):
            match = re.fullmatch(rf"(.*?){_forms(word)}", text)
            if match:
                return match.group(1) + word
    return text


@cache
def statuses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The states of an initiative with the words that show them, in the order in which they win."""
    return tuple((name, pattern(f"status.{name}")) for name in _value("status"))


@cache
def columns() -> dict[str, str]:
    """Headings of columns, lower case, and the field that they hold."""
    return {form: field for field, forms in _value("columns").items() for form in forms}


@cache
def parts() -> tuple[tuple[str, str], ...]:
    """What a body does in an initiative, and the words around it with ``{}`` for the body."""
    return tuple((part, form.replace("~", r"\w*")) for part, forms in _value("parts").items() for form in forms)


@cache
def back_references() -> dict[str, tuple[str, ...]]:
    """Words for an initiative that has just been named, by its head; ``any`` fits all."""
    return {head: tuple(forms) for head, forms in _value("back_references").items()}
