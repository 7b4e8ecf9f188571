"""Names as keys: what is the same name however it is written, and what a name becomes in an identifier."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from clustergraph import lexicon

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@cache
def fold(name: str) -> str:
    """A name as a key: no case, accents of spelling (``å`` is ``aa``), punctuation, leading article or blank before ``klyngen``.

    ``Randers klyngen``, ``Randers-klyngen`` and ``Randersklyngen`` are one key, ``Sundhedsklynge Midt`` and ``Midtklyngen`` are two.
    """
    text = unicodedata.normalize("NFC", name).replace("\u00ad", "").casefold().replace("å", "aa")
    tokens = re.sub(r"[^\w]+", " ", text).split()
    words = lexicon.table("names")
    while len(tokens) > 1 and tokens[0] in words["articles"]:
        tokens = tokens[1:]
    joined: list[str] = []
    for token in tokens:
        if joined and token in words["joined_ends"] and joined[-1] not in words["unjoined"]:
            joined[-1] += token
        else:
            joined.append(token)
    return " ".join(joined)


def slug(*parts: str) -> str:
    """An ASCII identifier: ``æ`` becomes ``ae``, ``ø`` ``oe``, ``å`` ``aa``; at most 80 letters, cut between words."""
    text = unicodedata.normalize("NFC", " ".join(parts)).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    whole = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return whole if len(whole) <= 80 else whole[:81].rpartition("-")[0]


def is_generic(name: str) -> bool:
    """Whether a forum's name says only what sort of group it is ("the cross-sector working group"), so that each document has its own."""
    words = lexicon.table("names")
    tokens = [token for token in fold(name).split() if token not in words["fillers"]]
    return all(token in words["generic"] or any(token.startswith(stem) for stem in words["generic_adjectives"]) for token in tokens)
