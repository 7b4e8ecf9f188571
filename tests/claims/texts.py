"""Small documents in own wording, read as a file would be."""

from __future__ import annotations

from clustergraph import claims, documents
from clustergraph.claims.reading import Reading
from clustergraph.model import Claim, Document

HEAD = "Referat\nStyregruppen for Sundhedsklynge Bælt\nden 14. marts 2023 kl. 09:00\n\n"


def document(text: str, name: str = "moede.txt") -> Document:
    return documents.read_bytes(text.encode(), name)


def reading(text: str) -> Reading:
    return Reading(document(text))


def found(text: str, kind: str) -> list[Claim]:
    """The claims of one kind, in document order; every piece of evidence lies in the text."""
    read = document(text)
    claims_found, _ = claims.recognize(read)
    for claim in claims_found:
        assert all(0 <= s.start < s.end <= len(read.text) for s in claim.evidence)
    return [c for c in claims_found if c.kind == kind]


def minutes(*items: tuple[str, str], case: str = "") -> str:
    """Minutes with one decision block an item."""
    rows = [
        f"{n}. {title}\n\nSagsfremstilling\n\n{case or 'Sagen fremlægges.'}\n\nBeslutning\n\n{text}\n" for n, (title, text) in enumerate(items, 1)
    ]
    return HEAD + "\n".join(rows)
