"""The saved queries: one question a file, said in Danish and English in the comment lines at its top.

::

    # da: Hvilke pladser er ledige?
    # en: Which seats are vacant?
    # about: one row a seat; further lines go on.
    # param as_of: date = 9999-12-31 · the day that is asked for
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from clustergraph import resources
from clustergraph.errors import UsageError
from clustergraph.queries.parameters import Parameter

_HEADER = re.compile(r"#\s*(da|en|about|param\s+(\w+))\s*:\s*(.*)")
_TYPED = re.compile(r"(\w+)\s*(?:=\s*(.*?))?\s*(?:·\s*(.*))?")


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved query: its name, its question, what its rows are, its parameters and its text."""

    name: str
    da: str
    en: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str

    def question(self, lang: str = "da") -> str:
        """The question in Danish or English."""
        return self.da if lang == "da" else self.en


def parse(name: str, text: str) -> Saved:
    """A query text with what its header says; a text without a header has no question and no declared parameters."""
    words = {"da": "", "en": "", "about": ""}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if found := _HEADER.fullmatch(line.strip()):
            if found[2]:
                typed = _TYPED.fullmatch(found[3])
                if typed:
                    parameters.append(Parameter(found[2], typed[1], typed[2], typed[3] or ""))
            else:
                words[found[1]] = f"{words[found[1]]} {found[3]}".strip()
    return Saved(name, words["da"], words["en"], words["about"], tuple(parameters), text)


@cache
def get(name: str) -> Saved:
    """One saved query. Raises :class:`UsageError` naming the nearest names where there is none."""
    path = resources.folder("queries") / f"{name}.rq"
    if not re.fullmatch(r"[\w\-]+", name) or not path.is_file():
        raise UsageError(f"{name}: no saved query of that name (there are: {', '.join(_stems())})")
    return parse(name, path.read_text(encoding="utf-8"))


def names() -> list[Saved]:
    """All saved queries, by name."""
    return [get(name) for name in _stems()]


def _stems() -> list[str]:
    return sorted(path.stem for path in resources.folder("queries").glob("*.rq"))
