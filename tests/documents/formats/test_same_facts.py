"""One document, four files: what is read from it must not hang on the format."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from clustergraph import claims, records
from clustergraph.documents import read_bytes
from clustergraph.model import Document
from documents.rendered import RENDERERS

GOLD = Path(__file__).resolve().parents[3] / "data" / "gold"
# Documents whose lines are paragraphs; those that are about line breaks and columns made with blanks have no other form.
NAMES = ("02", "04", "06", "13", "15", "20", "25", "28")


def _facts(document: Document) -> set[tuple[str, str]]:
    found = records.facts(document, claims.recognize(document)[0])
    head = {("document", json.dumps([key, value])) for key, value in found.pop("document").items() if key != "sha256"}
    bare = ({k: v for k, v in row.items() if k not in ("evidence", "confidence")} | {"list": name} for name, rows in found.items() for row in rows)
    return head | {(str(row["list"]), json.dumps(row, sort_keys=True)) for row in bare}


@cache
def _texts() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for name in NAMES for path in sorted(GOLD.glob(f"{name}-*.txt"))}


@cache
def _plain(name: str) -> frozenset[tuple[str, str]]:
    return frozenset(_facts(read_bytes(_texts()[name].encode(), f"{name}.txt")))


@pytest.mark.parametrize("suffix", sorted(RENDERERS))
def test_the_same_facts_from_every_format(suffix: str) -> None:
    same = total = 0
    for name, text in _texts().items():
        found = _facts(read_bytes(RENDERERS[suffix](text), f"{name}.{suffix}"))
        same += 2 * len(found & _plain(name))
        total += len(found) + len(_plain(name))
    print(f"{suffix}: {same / total:.4f} of {total // 2} facts")
    assert len(_texts()) == len(NAMES)
    assert same / total >= 0.98
