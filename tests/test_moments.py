"""The graph of an earlier moment, stepped to from whatever graph is near, is the one that is built from nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import factories
from clustergraph import moments, pipeline
from clustergraph.graph.stores import open_store
from clustergraph.increment.update import Update
from clustergraph.model import Judgement
from clustergraph.pipeline import Reading
from clustergraph.project import Project
from clustergraph.review import keys
from clustergraph.review.log import AddedFact, ClaimVerdict, PairVerdict
from increment.worlds import document


class Living:
    """A project that lives from day to day: documents come, change, go and come back; people judge and take it back."""

    def __init__(self, folder: Path) -> None:
        self.project = Project.create(folder, "moments")
        self.number = 0

    @property
    def today(self) -> str:
        return day(self.number)

    def bring(self, slot: int, variant: int) -> None:
        made, told = document(slot, variant)
        path = self.project.folder / made.source
        pipeline.take(self.project, self.project.manifest, Reading(path, made.text.encode(), made, tuple(told)), today=self.today)

    def drop(self, slot: int) -> None:
        if self.project.manifest.named(f"d{slot}.txt"):
            pipeline.remove(self.project, [f"d{slot}.txt"], today=self.today)

    def rule(self, number: int, verdict: str) -> None:
        """Judge a claim of a document in force."""
        documents = self.project.documents()
        if documents:
            held = documents[number % len(documents)]
            claims = self.project.claims(held.id)
            key = keys.key_of_claim(held, claims[number // 7 % len(claims)])
            self.project.record([ClaimVerdict(key, verdict, "", "ida", f"{self.today}T10:00:00+00:00")])  # type: ignore[arg-type]

    def judge(self, number: int, verdict: str) -> None:
        """Judge two people whom documents in force name."""
        people = [(d, c.subject.name) for d in self.project.documents() for c in self.project.claims(d.id) if c.kind == "person"]
        if len(people) > 1:
            ends = [people[number % len(people)], people[number // 7 % len(people)]]
            left, right = (keys.key_of_mention(d, self.project.claims(d.id), "person", name) for d, name in ends)
            told = Judgement(f"{left.document}#person/{left.name}", f"{right.document}#person/{right.name}", verdict, 1.0, "", "ida", self.today)  # type: ignore[arg-type]
            self.project.record([PairVerdict(told, (left, right))])

    def add(self, number: int) -> None:
        """State a fact of somebody whom documents name, or of somebody new."""
        people = [(d, c.subject.name) for d in self.project.documents() for c in self.project.claims(d.id) if c.kind == "person"]
        known, name = people[number % len(people)] if people and number % 4 else (None, "Sofus Nyhus")
        ends = {name: keys.key_of_mention(known, self.project.claims(known.id), "person", name)} if known else {}
        kind, obj = ("holds_role", ("organisation", "Elmeby Hospital")) if number % 3 else ("forum_role", ("forum", "Elmerådet"))
        told = {"role": "direktør"} if number % 3 else {"capacity": "chair"}
        when = f"{self.today}T10:00:00+00:00" if number % 2 else None
        fact = AddedFact(
            str(number), kind, ("person", name), obj, told, "Et brev", f"Brev {number}.", "2024" if number % 5 else None, ends, "ida", when
        )
        self.project.record([fact])

    def live(self, slot: int | str, number: int) -> None:
        if slot in ("confirmed", "rejected"):
            self.rule(number, str(slot))
        elif slot == "added":
            self.add(number)
        elif slot == "undo":
            self.project.undo("ida", self.today)
        elif isinstance(slot, str):
            self.judge(number, slot)
        elif number < 0:
            self.drop(slot)
        else:
            self.bring(slot, number)
        self.number += 1


def from_nothing(project: Project, day: str | None = None) -> list[str]:
    """The graph as it is built from every file; written by a store, for that writes some moments in its own way."""
    store = open_store()
    store.load(project.quads(day))
    return store.dump()


def is_true(project: Project, day: str) -> bool:
    """Whether the graph of a moment is that which is built from nothing."""
    return Project(project.folder).known(day).dump() == from_nothing(project, day)


def day(number: int) -> str:
    """The day of a step of a life; below 0 a day before it began, on which documents of earlier days were known."""
    return f"2025-01-{number + 1:02}" if number >= 0 else ("2024-03-01", "2022-10-01", "2016-01-01")[-number - 1]


LIFE = st.one_of(
    st.tuples(st.integers(0, 4), st.integers(0, 5)),
    st.tuples(st.integers(0, 4), st.integers(0, 5)),
    st.tuples(st.integers(0, 4), st.just(-1)),
    st.tuples(st.sampled_from(("same", "different", "confirmed", "rejected", "added", "added", "undo")), st.integers(0, 999)),
)
MOMENTS = st.lists(st.integers(-3, 12), min_size=2, max_size=4)


@settings(max_examples=4, deadline=None, derandomize=True, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(st.lists(LIFE, min_size=6, max_size=12), MOMENTS, MOMENTS)
def test_stepped_is_built_from_nothing(tmp_path: Path, life: list[tuple[int | str, int]], between: list[int], after: list[int]) -> None:
    shutil.rmtree(tmp_path / "p", ignore_errors=True)
    living = Living(tmp_path / "p")
    for slot in range(4):
        living.bring(slot, slot)
    for number, (slot, variant) in enumerate(life):
        living.live(slot, variant)
        if number == len(life) // 2:
            pipeline.build(living.project)
            assert [day(n) for n in between if not is_true(living.project, day(n))] == []
    pipeline.build(living.project)
    assert [day(n) for n in after if not is_true(living.project, day(n))] == []


def bring(project: Project, number: int, words: str = "") -> None:
    """A document of a forum and a person of its own, of one day of January."""
    text = f"Referat {number} {words}"
    made = factories.document(text, date=day(number), source=f"m{number}.txt")
    forum, person = ("forum", f"Forum{number}rådet"), ("person", f"Ida{number} Holt{number}")
    told = [factories.claim(made, "meeting", ("document", text), forum, quotes=["Referat"], date=day(number), region="Region Midtjylland")]
    told += [factories.claim(made, "person", person, quotes=["Referat"]), factories.claim(made, "forum_role", person, forum, quotes=["Referat"])]
    pipeline.take(project, project.manifest, Reading(project.folder / made.source, text.encode(), made, tuple(told)), today="2025-02-02")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project.create(tmp_path / "p", "moments")
    for number in range(12):
        bring(made, number)
    bring(made, 2, "rettet")
    pipeline.remove(made, ["m1.txt"], today="2025-03-03")
    pipeline.build(made)
    return made


def worked(project: Project, monkeypatch: pytest.MonkeyPatch, ask: Callable[[], object]) -> int:
    """How many documents are read while a question is answered."""
    read: list[str] = []
    whole = Project.document
    with monkeypatch.context() as patch:
        patch.setattr(Project, "document", lambda self, ident: read.append(ident) or whole(self, ident))
        ask()
    return len(set(read))


def test_a_step_reads_only_what_lies_between(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert worked(project, monkeypatch, lambda: project.known(day(10))) == 2  # that which was corrected later, and that which was taken out
    assert worked(project, monkeypatch, lambda: project.known(day(11))) == 1
    assert worked(project, monkeypatch, lambda: project.known(day(8))) == 0
    assert all(is_true(project, day(number)) for number in (8, 10, 11))


def test_what_is_kept_is_not_made_again_by_another_program_nor_after_a_change(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = project.known(day(3)).dump()
    bring(project, 9)
    pipeline.build(project)
    with monkeypatch.context() as patch:
        patch.setattr(Update, "run", None)
        assert Project(project.folder).known(day(3)).dump() == before
    assert is_true(project, day(3))


def test_a_document_of_an_earlier_day_changes_what_was_known_since(project: Project) -> None:
    before = {number: project.known(day(number)).dump() for number in (1, 4)}
    bring(project, 3, "bilag")
    pipeline.build(project)
    assert {number for number in before if project.known(day(number)).dump() != before[number]} == set()  # it came in February
    pipeline.remove(project, ["m3.txt"], today=day(3))
    pipeline.build(project)
    assert all(is_true(project, day(number)) for number in (1, 4))


def test_so_many_are_kept_those_asked_for_last(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "KEPT", 2)
    folder = project.folder / "store" / "known"
    for asked in (0, 1, 0, 4):
        project.known(day(asked))
        for number, place in enumerate(sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)):
            os.utime(place, ns=(number, number))
    assert len(list(folder.iterdir())) == 2
    with monkeypatch.context() as patch:
        patch.setattr(Update, "run", None)
        assert Project(project.folder).known(day(0))


def test_kept_graphs_have_room_on_the_disk_and_no_more(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "_LEAST", 1)
    monkeypatch.setattr(moments, "_ROOM", 0)
    for asked in (0, 2):
        project.known(day(asked))
    assert len(list((project.folder / "store" / "known").iterdir())) == 1


@pytest.mark.parametrize("harm", ["index", "graph", "rules"])
def test_what_is_of_no_use_is_not_stepped_from(project: Project, harm: str) -> None:
    project.known(day(3))
    (kept,) = (project.folder / "store" / "known").iterdir()
    for place in (kept, project.folder / "store"):
        if harm == "index":
            (place / "index.sqlite").write_bytes(b"no database" * 1000)
        elif harm == "rules":
            (place / "index.sqlite").unlink()
    if harm == "graph":
        shutil.rmtree(kept / "graph")
    assert is_true(project, day(4))


def test_a_text_that_is_read_in_another_way_is_read_so_for_every_moment(tmp_path: Path) -> None:
    living = Living(tmp_path / "p")
    for slot, variant in ((0, 0), (1, 1), (0, 4)):
        living.live(slot, variant)
    project = living.project
    pipeline.build(project)
    project.known(day(1))
    made, told = document(0, 4)
    pipeline.remove(project, ["d0.txt"], today="2025-02-02")
    pipeline.take(project, project.manifest, Reading(project.folder / made.source, made.text.encode(), made, tuple(told[:-1])), today="2025-02-03")
    pipeline.build(project)
    assert all(is_true(project, asked) for asked in (day(1), day(3), "2025-02-02", "2025-02-03"))


def test_a_stopped_step_leaves_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(Update, "_apply", broken)
        with pytest.raises(RuntimeError):
            project.known(day(3))
    assert list((project.folder / "store" / "known").iterdir()) == []
    assert is_true(project, day(3))


def test_what_a_killed_program_left_is_not_stepped_from(project: Project) -> None:
    project.known(day(8))
    (kept,) = (project.folder / "store" / "known").iterdir()
    half = kept.rename(kept.with_name(f"{kept.name}.1.new"))
    store = open_store(half / "graph")
    store.remove(store.graphs()[0])
    store.close()
    assert is_true(project, day(9)) and is_true(project, day(8))


def test_when_nothing_has_changed_since_it_is_the_graph_in_use(tmp_path: Path) -> None:
    living = Living(tmp_path / "p")
    for slot in (3, 0, 2):
        living.live(slot, 1)
    pipeline.build(living.project)
    assert living.project.known("2025-02-02") is living.project.store
    assert living.project.known("2016-01-01") is not living.project.store
