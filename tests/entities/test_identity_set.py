"""The labelled set: who is who among invented people, measured, and every merge taken apart by one word."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from clustergraph.entities import resolve
from clustergraph.model import Judgement

ROOT = Path(__file__).resolve().parents[2]


@cache
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("identity_benchmark", ROOT / "benchmarks" / "identity.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_set_is_as_large_and_as_varied_as_it_says() -> None:
    rows = benchmark().labelled()
    assert len(rows) >= 300 and len({row["person"] for row in rows}) >= 120
    cases = {part.strip() for row in rows for part in row["case"].split(";")}
    assert cases >= {
        "job change", "surname", "two regions", "one region", "father and son", "misspelt", "initial", "given name as initial",
        "middle name left out", "double name", "title before the name", "one given name",
    }  # fmt: skip
    assert {row["mention"]: dict(row) for row in rows} == {row["mention"]: dict(row) for row in benchmark().made(1)}


@pytest.mark.parametrize("seed", [None, 8])
def test_people_are_told_apart_and_brought_together(seed: int | None) -> None:
    rows = benchmark().labelled() if seed is None else benchmark().made(seed)
    found = benchmark().figures(rows, benchmark().decide(rows))
    assert found.precision >= 0.995 and found.recall >= 0.95
    assert found.b_cubed_precision >= 0.995 and found.b_cubed_recall >= 0.95


def test_a_measure_sees_a_wrong_merge_and_a_missed_one() -> None:
    rows = benchmark().labelled()
    resolution = benchmark().decide(rows)
    everyone = dict.fromkeys(resolution.canonical, "person/one")
    merged = benchmark().figures(rows, type(resolution)({}, everyone))
    assert merged.precision < 0.1 and merged.recall == 1.0 and merged.b_cubed_precision < 0.1


def test_any_two_mentions_are_parted_by_one_verdict_and_all_is_as_before_without_it() -> None:
    rows = benchmark().labelled()
    documents, said = benchmark().documents(rows)
    before = resolve(documents, said)
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(before.canonical[benchmark().key(row)], []).append(benchmark().key(row))
    for ident, keys in sorted(groups.items())[:40:8]:
        if len(keys) < 2:
            continue
        apart = resolve(documents, said, judgements=[Judgement(keys[0], keys[-1], "different", 1.0, "", "ida")])
        assert apart.canonical[keys[0]] != apart.canonical[keys[-1]], ident
        others = {key: one for key, one in before.canonical.items() if key not in keys}
        assert {key: apart.canonical[key] for key in others} == others
    assert resolve(documents, said) == before
