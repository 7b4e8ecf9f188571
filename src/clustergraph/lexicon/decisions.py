"""The words of decisions: what a sentence decides, and what is only told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from clustergraph.lexicon import table
from clustergraph.lexicon.dates import alternatives


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The regular expression of one list of ``decisions.toml``; a dotted name leads into a table."""
    rows = table("decisions")
    *path, last = name.split(".")
    for part in path:
        rows = rows[part]
    return any_word(rows[last])


def any_word(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of some words or phrases, as whole words; "…" stands for up to five words."""
    rows = sorted(forms, key=lambda f: (-len(f), f))
    body = "|".join(re.escape(f).replace("…", r"(?:\S+\s+){0,5}?\S+").replace(r"\ ", r"\s+") for f in rows)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


@cache
def by_forum() -> re.Pattern[str]:
    """A sentence that begins with the forum: "Udvalget hørte om …"."""
    words = alternatives(tuple(table("headings")["header"]["forum_words"]))
    return re.compile(rf"\W*(?:\w*(?:{words})(?:et|en|n|met|men)|{alternatives(tuple(table('decisions')['whole']))})(?!\w)", re.IGNORECASE)


@cache
def title_marks() -> str:
    """A regular expression for what portals write before the title of a point."""
    return alternatives(tuple(table("decisions")["title_marks"]))


@cache
def to_do() -> re.Pattern[str]:
    """A verb of doing close behind "skal" or "vil"."""
    verbs = "|".join(re.escape(v) for v in sorted(table("decisions")["to_do"], key=lambda v: (-len(v), v)))
    return re.compile(rf"(?<!\w)(?:skal|vil)\s+(?:\S+\s+){{0,4}}?(?:{verbs})", re.IGNORECASE)
