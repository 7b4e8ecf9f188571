"""A small made history: both time axes give the truth, and any order of arrival the same bytes (``benchmarks/history.py`` plays a long one)."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from clustergraph import pipeline
from clustergraph.graph.stores.oxigraph import lines
from clustergraph.project import Project


@pytest.fixture(scope="module")
def made() -> ModuleType:
    path = Path(__file__).resolve().parents[1] / "benchmarks" / "history.py"
    spec = importlib.util.spec_from_file_location("made_history", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_both_times_give_the_truth_in_any_order_of_arrival(made: ModuleType, tmp_path: Path) -> None:
    history = made.history(24, 15)
    assert {one.until is None for one in history.tellings} == {True, False}
    graphs = set()
    for order in (None, random.Random(1)):
        project = Project.create(tmp_path / f"order{order is None}", "history")
        made.play(project, history, order)
        graphs.add("\n".join(lines(project.quads())))
    assert len(graphs) == 1
    pipeline.build(project)
    assert list(made.wrong_answers(project, history, pairs=24, moments=24)) == []


def test_a_question_without_a_moment_is_asked_of_what_is_known_now(made: ModuleType, tmp_path: Path) -> None:
    history = made.history(12, 5)
    project = Project.create(tmp_path / "p", "history")
    made.play(project, history)
    pipeline.build(project)
    last = max(one.until or one.known for one in history.tellings)
    for forum in history.forums:
        truth = history.truth(forum, last, last)["members"]
        rows = project.report("roster", forum=forum).rows
        assert {(row["person"], row["capacity"], row["role"], row["organisation"]) for row in rows if row["person"]} == set(truth)
