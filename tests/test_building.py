"""The graph of a project after changes, stops and repairs: always that of what the project holds, and never half of it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph import pipeline
from clustergraph.graph.stores import open_store
from clustergraph.increment.update import Update
from clustergraph.model import Judgement
from clustergraph.project import Project
from clustergraph.review import keys
from clustergraph.review.log import AddedFact, ClaimVerdict

MEETING = """REFERAT Chefforum Sundhedsklynge Midt d. {day}-03-2024

Deltagere: Asta Vang Krogh (formand), sundhedschef, Elmeby Kommune; Bo {name} Toft, konsulent, Horsens Kommune

1. Velkomst
Beslutning
Godkendt.

2. Økonomi
Der er afsat {sum} kr.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project.create(tmp_path / "p", "x")
    bring(made, 14)
    return made


def bring(project: Project, day: int, name: str = "Holm", total: str = "250.000") -> None:
    path = project.folder.parent / "in" / f"m{day}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(MEETING.format(day=day, name=name, sum=total), encoding="utf-8")
    pipeline.ingest(project, [path], today="2024-09-09")
    pipeline.build(project)


def is_true(project: Project) -> bool:
    """Whether the graph in use is that of what the project holds, worked out from nothing, under the name of it."""
    opened = Project(project.folder)
    anew = open_store()
    anew.load(opened.quads())
    return opened.store.dump() == anew.dump() and opened.built == opened.digest()


def leftovers(project: Project) -> list[str]:
    return sorted(path.name for path in (project.folder / "store").iterdir() if path.is_dir() and path.name != project.built)


def test_documents_come_change_and_go(project: Project) -> None:
    assert is_true(project)
    bring(project, 21)
    bring(project, 14, total="300.000")
    assert is_true(project)
    pipeline.remove(project, ["m21.txt"], today="2024-10-10")
    pipeline.build(project)
    assert is_true(project) and leftovers(project) == []


def test_what_is_up_to_date_is_not_built(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Update, "run", None)
    assert not pipeline.build(project)


def test_one_more_document_reads_no_other(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(15, 20):
        bring(project, day)
    read: list[str] = []
    whole = Project.claims
    monkeypatch.setattr(Project, "claims", lambda self, ident: read.append(ident) or whole(self, ident))
    bring(project, 28)
    assert set(read) == {v.document for v in project.manifest.current if v.source == "m28.txt"}


def test_verdicts_on_claims(project: Project) -> None:
    bring(project, 21)
    (document,) = (d for d in project.documents() if d.source == "m21.txt")
    for claim, word in zip(project.claims(document.id)[:6], ("rejected", "confirmed") * 3, strict=True):
        project.record([ClaimVerdict(keys.key_of_claim(document, claim), word, "", "ida", "2025-01-01T00:00:00+00:00")])  # type: ignore[arg-type]
    assert pipeline.build(project) and is_true(project)
    project.undo("ida", "2025-01-02T00:00:00+00:00")
    assert pipeline.build(project) and is_true(project)


@pytest.mark.parametrize("kind", ["pair", "added"])
def test_who_people_say_is_who(project: Project, kind: str) -> None:
    bring(project, 21)
    one, other = (f"{d.id}#person/Asta Vang Krogh" for d in project.documents())
    if kind == "pair":
        project.judge(Judgement(one, other, "different", 1.0, "", "ida", "2025-01-01T00:00:00+00:00"))
    else:
        key = keys.MentionKey(one.partition("#")[0], "m21.txt", "person", "Asta Vang Krogh")
        fact = AddedFact("1", "holds_role", ("person", "Asta"), None, {"role": "chef"}, "Et sted", "Asta er chef.", None, {"Asta": key}, "ida", None)
        project.record([fact])
    assert pipeline.build(project) and is_true(project)
    bring(project, 28)
    assert is_true(project)
    project.undo("ida", "2025-01-02T00:00:00+00:00")
    assert pipeline.build(project) and is_true(project)


def broken(*_: object, **__: object) -> None:
    raise RuntimeError("power cut")


@pytest.mark.parametrize("where", ["clustergraph.increment.update.Update._apply", "clustergraph.files.write", "clustergraph.project.Project.use"])
def test_a_change_that_is_stopped_leaves_the_old_graph_and_is_done_again(project: Project, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    before, built = project.store.dump(), project.built
    path = project.folder.parent / "in" / "m21.txt"
    path.write_text(MEETING.format(day=21, name="Holm", sum="1.000"), encoding="utf-8")
    pipeline.ingest(project, [path], today="2024-09-09")
    monkeypatch.setattr(where, broken)
    with pytest.raises(RuntimeError):
        pipeline.build(project)
    assert project.built == built and Project(project.folder).store.dump() == before
    monkeypatch.undo()
    assert pipeline.build(project) and is_true(project) and leftovers(project) == []


@pytest.mark.parametrize(
    "harm", [lambda path: path.write_bytes(b"no database" * 1000), lambda path: path.unlink(), lambda path: path.write_bytes(b"")]
)
def test_an_index_that_is_broken_or_lost_is_made_again(project: Project, harm: Callable[[Path], object]) -> None:
    harm(project.folder / "store" / "index.sqlite")
    bring(project, 21)
    assert is_true(project)


def test_who_reads_while_the_graph_changes_reads_on(project: Project) -> None:
    held = Project(project.folder).store
    before = held.dump()
    bring(project, 21)
    assert held.dump() == before != Project(project.folder).store.dump()


def test_a_line_of_the_manifest_that_broke_off_does_not_count(project: Project) -> None:
    path = project.folder / "documents" / "manifest.jsonl"
    whole = path.read_bytes()
    bring(project, 14, total="300.000")
    closing, new = path.read_bytes()[len(whole) :].splitlines(keepends=True)
    for cut in (closing[:-9], closing, closing + new[:40]):
        path.write_bytes(whole + cut)
        assert [v.is_current for v in Project(project.folder).manifest.versions] == [True]
    again = Project(project.folder)
    bring(again, 14, total="300.000")
    assert len(again.manifest.current) == 1 and len(again.manifest.versions) == 2 and is_true(again)


def test_killed_at_any_moment_nothing_is_half(project: Project) -> None:
    texts = project.folder.parent / "more"
    texts.mkdir()
    for day in (20, 21, 22):
        (texts / f"m{day}.txt").write_text(MEETING.format(day=day, name="Dahl", sum="250.000"), encoding="utf-8")
    chance = random.Random(5)
    for path in sorted(texts.iterdir()):
        command = [sys.executable, "-m", "clustergraph", "ingest", str(path), "--project", str(project.folder)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 2.5))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        stopped = Project(project.folder)
        assert stopped.store.dump() and stopped.manifest.versions
        subprocess.run(command, check=True, capture_output=True)
        assert is_true(project)
    assert len(Project(project.folder).manifest.current) == 4
