"""No text makes the program fall over, whatever was done to it on its way."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustergraph import claims
from clustergraph.documents import read_bytes
from clustergraph.errors import UnreadableDocument

GOLD = Path(__file__).resolve().parents[1] / "data" / "gold"
BOUNDED = settings(max_examples=10, deadline=timedelta(seconds=20), derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def _read(data: bytes) -> None:
    """Reads the bytes, and looks whether every claim shows where it stands."""
    try:
        document = read_bytes(data, "a.txt")
    except UnreadableDocument:
        return
    for claim in claims.recognize(document)[0]:
        assert claim.evidence
        assert all(0 <= span.start <= span.end <= len(document.text) for span in claim.evidence)


@cache
def _texts() -> list[str]:
    return [path.read_text(encoding="utf-8")[:700] for path in sorted(GOLD.glob("*.txt"))[:20]]


@BOUNDED
@given(st.text(alphabet=st.sampled_from('abÅæ1.2:;,()-–|\t\n \u00ad/"„ A\f'), max_size=300))
def test_random_text(text: str) -> None:
    _read(text.encode())


@BOUNDED
@given(
    st.integers(0, 19), st.lists(st.tuples(st.integers(0, 700), st.integers(0, 60), st.sampled_from(["", "\n", "\t", " | ", "1. ", "Afbud: ", "("])))
)
def test_mutated_documents(which: int, changes: list[tuple[int, int, str]]) -> None:
    text = _texts()[which % len(_texts())]
    for at, length, words in changes[:12]:
        text = text[:at] + words + text[at + length :]
    _read(text.encode())
