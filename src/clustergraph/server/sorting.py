"""Order as Danish has it: æ, ø and å after z, aa as å, capital and small letters alike."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y"}


@lru_cache(maxsize=200_000)
def key(text: str) -> tuple[str, str]:
    """What a text is sorted by: its letters, then the text itself where two differ in nothing else."""
    lowered = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    letters = "".join(_LETTERS.get(sign) or unicodedata.normalize("NFKD", sign)[0] for sign in lowered)
    return " ".join("".join(sign if sign.isalnum() or sign in "{|}" else " " for sign in letters).split()), text
