"""Whose list it is: the forum in which a line above people says that they sit.

A heading that is nothing but its name ("2.1 Styregruppe"), a label ("Gruppe: X"), a caption ("Tabel 2. Sammensætning af X"), or words of
membership ("Følgende er udpeget til X:", "X består af:", "I projektgruppen sidder:"). A forum that appoints people, or from which they come, is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clustergraph.claims.body_names import namings
from clustergraph.claims.body_naming import Naming
from clustergraph.claims.entries import Words
from clustergraph.lexicon import people

_LONGEST = 32  # words of a line that ends with a colon and leads to a list
_SHORT = 16  # words of one that does not
_SILENT = ("secretariat",)  # who writes for a forum stands in its lists under that word


def above(text: str, start: int, end: int) -> Words | None:
    """The forum that a line above people says they sit in; None where it names none, or tells something else."""
    begin = start + people.caption_ends(text[start:end])
    line = text[begin:end].rstrip()
    colon = line.endswith(":")
    if not line or line[-1] in ".!?;" or len(line.split()) > (_LONGEST if colon else _SHORT):
        return None
    named = [n for n in namings(line) if n.kind == "forum" and n.rank != "bare" and not n.plural and n.type not in _SILENT]
    alone = next((n for n in named if _is_all(line, n)), None)
    if alone is not None and (colon or begin > start):
        return _words(alone, begin)
    if not people.tells_membership(line, closed=colon or begin > start):
        return None
    return _words(naming, begin) if (naming := _joined_by(line, named)) else None


def label(text: str, start: int, end: int) -> Words | None:
    """The forum that is all of a label but for its years: "Sårgruppen 2011-2018"; a bare "gruppen" is none."""
    line = _YEARS.sub("", text[start:end]).rstrip()
    named = [n for n in namings(line) if n.kind == "forum" and not n.plural and n.type not in (*_SILENT, "cluster")]
    alone = next((n for n in named if _is_all(line, n)), None)
    return _words(alone, start) if alone is not None else None


_YEARS = re.compile(r"\s+(?:siden |fra |indtil |til )?\(?(?:19|20)\d\d\s*(?:[-–]\s*(?:(?:19|20)\d\d)?)?\)?\s*$")


def _is_all(line: str, naming: Naming) -> bool:
    """Whether a name is all of a line but for what stands in brackets behind it."""
    behind = re.sub(r"\([^()]*\)|\s[–-]\s*fortsat", "", line[naming.end :])
    return not line[: naming.full_start].strip(" \t-–•") and not behind.strip(" \t:–-")


def _joined_by(line: str, named: Sequence[Naming]) -> Naming | None:
    """The forum that the words of membership speak of: the first that neither appoints nor is where people come from, a cluster last."""
    last = people.ends_of_body(line.rstrip(" :"))
    fitting = [n for n in named if not people.leads_from(line[: n.full_start]) and not (n.end >= last and last < len(line.rstrip(" :")))]
    outer = [n for n in fitting if not any(o is not n and o.start <= n.start and n.name_end <= o.name_end for o in fitting)]
    return next((n for n in outer if n.type != "cluster"), next(iter(outer), None))


def _words(naming: Naming, begin: int) -> Words:
    return Words(naming.text, begin + naming.start, begin + naming.name_end)
