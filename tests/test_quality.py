"""The published figures are those of the code, and a confidence means a share that was right."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from clustergraph import lexicon
from clustergraph.evaluation import Figure

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def quality() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality", ROOT / "benchmarks" / "quality.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["quality"] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def test_the_page_says_what_the_code_does(quality: ModuleType) -> None:
    measured = quality.measure()
    stale = quality.stale((ROOT / "docs" / "quality.md").read_text(encoding="utf-8"), quality.page(measured, quality.measure(quality.UNSEEN).whole))
    assert stale == [], "make quality writes the page anew"
    assert measured.whole.documents >= 50
    # Facts of a high confidence are right more often than those of a low one.
    told = {
        low: [sum(c[i] for (_, said), c in measured.shown.items() if low <= said < high) for i in (0, 1)] for low, high in ((0, 0.9), (0.9, 1.01))
    }
    assert told[0][1] / max(1, told[0][0]) < told[0.9][1] / told[0.9][0]


@pytest.mark.parametrize(
    ("was", "now", "lines"),
    [
        ("| people | 0.950 | 0.900 |", "| people | 0.950 | 0.900 |", 0),
        ("| people | 0.950 | 0.900 |", "| people | 0.935 | 0.900 |", 0),
        ("| people | 0.950 | 0.900 |", "| people | 0.900 | 0.900 |", 1),
        ("| people | 0.950 |", "| money | 0.950 |", 1),
        ("| people | 0.950 |", "| people | 0.950 |\n| money | 1.000 |", 1),
    ],
)
def test_a_stale_page_is_seen(quality: ModuleType, was: str, now: str, lines: int) -> None:
    assert len(quality.stale(was, now)) == lines


def test_all_kinds_together_are_counted_not_averaged(quality: ModuleType) -> None:
    whole = quality.pooled([Figure("a", 1, 1, 1), Figure("b", 0, 3, 0)])
    assert (whole.right, whole.asked, whole.told, whole.recall) == (1, 4, 1, 0.25)


def test_confidences_are_shares() -> None:
    shares = [share for levels in lexicon.table("confidence").values() for share in levels.values()]
    assert shares and all(0 < share < 1 for share in shares)
