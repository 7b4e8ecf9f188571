"""The whole flow: the same bytes whatever the order, history of versions, and nothing half-written."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clustergraph import pipeline
from clustergraph.errors import UnreadableDocument, UsageError
from clustergraph.project import Project

MEETING = "REFERAT Chefforum Sundhedsklynge Midt d. {day}-03-2024\n\n1. Velkomst\nBeslutning\nGodkendt.\n\n2. {title}\nDer er afsat {sum} kr.\n"

ORDERED = [("14", "Økonomi", "250.000"), ("21", "Økonomi", "300.000"), ("21", "Byggeri", "250.000"), ("28", "Økonomi", "250.000")]


def write(path: Path, day: str = "14", title: str = "Økonomi", total: str = "250.000") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MEETING.format(day=day, title=title, sum=total), encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and "store" not in p.parts}


def dump(project: Project) -> list[str]:
    return project.store.dump()


def take(project: Project, *paths: Path, today: str = "2024-06-01", **options: object) -> list[str]:
    outcome = pipeline.ingest(project, paths, today=today, **options)  # type: ignore[arg-type]
    pipeline.build(project)
    return [taken.fate for taken in outcome]


def test_order_and_place_do_not_change_the_graph(tmp_path: Path) -> None:
    texts = [write(tmp_path / "in" / f"m{day}.txt", day) for day in ("14", "21", "28")]
    one, other = Project.create(tmp_path / "one", "x"), Project.create(tmp_path / "far" / "away" / "other", "x")
    take(one, *texts)
    moved = [Path(shutil.copy(path, tmp_path / f"{path.stem}.txt")) for path in reversed(texts)]
    for path in moved:
        take(other, path)
    assert dump(one) == dump(other)


def test_the_hash_seed_does_not_change_the_graph(tmp_path: Path) -> None:
    write(tmp_path / "in" / "m.txt")
    said = set()
    for seed in ("1", "99"):
        place = tmp_path / f"p{seed}"
        for words in (["init", str(place)], ["ingest", str(tmp_path / "in"), "--project", str(place)]):
            subprocess.run(
                [sys.executable, "-m", "clustergraph", *words], check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
            )
        (place / "clustergraph.toml").write_text('name = "x"\n', encoding="utf-8")
        project = Project(place)
        pipeline.build(project)
        said.add("\n".join(dump(project)))
    assert len(said) == 1


def test_many_processes_give_what_one_gives(tmp_path: Path) -> None:
    texts = [write(tmp_path / "in" / f"m{day}.txt", day) for day in ("14", "21", "28")]
    one, many = Project.create(tmp_path / "one", "x"), Project.create(tmp_path / "many", "x")
    assert take(one, *texts) == take(many, *texts, jobs=2) == ["new"] * 3
    assert files(one.folder) == files(many.folder) and dump(one) == dump(many)


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "m.txt")
    project = Project.create(tmp_path / "p")
    take(project, path)
    before, built = files(project.folder), project.built
    assert take(project, path, today="2025-01-01") == ["same"]
    assert take(project, Path(shutil.copy(path, tmp_path / "copy.txt"))) == ["same"]
    assert files(project.folder) == before and project.built == built


def test_a_changed_file_replaces_its_facts_and_keeps_its_history(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "m.txt", total="250.000")
    project = Project.create(tmp_path / "p")
    take(project, path)
    write(path, total="300.000")
    assert take(project, path, today="2024-09-09") == ["changed"]
    old, new = sorted(project.manifest.versions, key=lambda v: v.recorded)
    assert (old.recorded, old.recorded_until, old.replaced_by) == ("2024-03-14", "2024-09-09", new.document)
    assert new.is_current and new.recorded == "2024-09-09"
    assert {row["amount_dkk"] for row in project.report("money").rows} == {300000}
    assert len(list((project.folder / "claims").glob("*.jsonl"))) == 2


def test_many_files_are_called_referat(tmp_path: Path) -> None:
    paths = [write(tmp_path / day / "referat.txt", day) for day in ("14", "21")]
    project = Project.create(tmp_path / "p")
    assert take(project, *paths) == ["new", "new"]
    assert len(project.manifest.current) == 2


def test_a_failed_file_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad, good = tmp_path / "a.txt", write(tmp_path / "b.txt")
    bad.write_bytes(b"")
    project = Project.create(tmp_path / "p")
    heard: list[str] = []
    assert pipeline.ingest(project, [bad, good], today="2024-06-01", tell=lambda taken: heard.append(taken.fate))[0].error
    assert heard == ["failed", "new"] and [v.source for v in project.manifest.current] == ["b.txt"]


def test_a_document_without_a_date_is_known_from_the_day_it_came(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("Handleplan\n\n1. Forebyggelse\nFlere skal med.\n", encoding="utf-8")
    project = Project.create(tmp_path / "p")
    take(project, path, today="2024-06-01")
    assert project.manifest.current[0].recorded == "2024-06-01"


def test_a_build_that_fails_leaves_the_old_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project.create(tmp_path / "p")
    take(project, write(tmp_path / "m.txt"))
    before, built = dump(project), project.built

    def broken(_project: Project) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(Project, "quads", broken)
    with pytest.raises(RuntimeError):
        pipeline.build(project, anew=True)
    assert project.built == built and dump(Project(project.folder)) == before
    assert not list((project.folder / "store").glob("*.new"))


def test_the_store_may_be_deleted_and_rebuilt(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p")
    take(project, write(tmp_path / "m.txt"))
    before = dump(project)
    shutil.rmtree(project.folder / "store")
    again = Project(project.folder)
    assert pipeline.build(again) and dump(again) == before


def test_which_files_are_meant(tmp_path: Path) -> None:
    top, deep = write(tmp_path / "in" / "a.txt"), write(tmp_path / "in" / "sub" / "b.txt")
    (tmp_path / "in" / "picture.jpg").write_bytes(b"x")
    (tmp_path / "in" / ".hidden.txt").write_text("x", encoding="utf-8")
    assert pipeline.files([tmp_path / "in"], recursive=False) == [top]
    assert pipeline.files([tmp_path / "in", top], recursive=True) == [top, deep]
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableDocument, match="no documents"):
        pipeline.files([tmp_path / "empty"], recursive=True)


def money(project: Project, **when: str) -> set[int]:
    return {row["amount_dkk"] for row in project.report("money", **when).rows}


def test_what_was_known_stays_known_for_its_time(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "m.txt", total="250.000")
    project = Project.create(tmp_path / "p")
    take(project, path)
    write(path, total="300.000")
    take(project, path, today="2024-09-09")
    pipeline.remove(project, ["m.txt"], today="2024-10-10")
    pipeline.build(project)
    known = {day: money(project, known_at=day) for day in ("2024-03-13", "2024-03-14", "2024-09-08", "2024-09-09", "2024-10-09", "2024-10-10")}
    assert list(known.values()) == [set(), {250000}, {250000}, {300000}, {300000}, set()]
    assert money(project) == set()
    assert {row["amount_dkk"] for row in project.report("money", known_at="2024-09-08", as_of="2024-12-31").rows} == {250000}
    assert money(project, known_at="2024-09-09T08:30:00") == {300000}


def test_a_document_taken_out_leaves_the_others_as_if_it_had_never_come(tmp_path: Path) -> None:
    kept, gone = (write(tmp_path / "in" / f"m{day}.txt", day) for day in ("14", "21"))
    project, without = Project.create(tmp_path / "p", "x"), Project.create(tmp_path / "w", "x")
    take(project, kept, gone)
    assert [taken.fate for taken in pipeline.remove(project, ["m21.txt"], today="2024-09-09", dry_run=True)] == ["removed"]
    assert len(project.manifest.current) == 2
    (taken,) = pipeline.remove(project, ["m21.txt"], today="2024-09-09")
    assert taken.lost and not taken.gained
    pipeline.build(project)
    take(without, kept)
    graph = project.manifest.versions[1].document[:16]
    closed = [line for line in dump(project) if graph in line]
    assert [line for line in dump(project) if line not in closed] == dump(without)
    assert closed and sum("recordedUntil" in line for line in closed) == 1 + taken.claims


@pytest.mark.parametrize("name", ["nobody.txt", "referat.txt"])
def test_only_one_document_that_is_named_is_taken_out(tmp_path: Path, name: str) -> None:
    paths = [write(tmp_path / day / "referat.txt", day) for day in ("14", "21")]
    project = Project.create(tmp_path / "p")
    take(project, *paths)
    with pytest.raises(UsageError, match=name):
        pipeline.remove(project, [name], today="2024-09-09")
    pipeline.remove(project, [project.manifest.current[0].place], today="2024-09-09")
    assert len(project.manifest.current) == 1


def test_a_text_that_comes_back_was_not_known_between(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "m.txt", total="250.000")
    project = Project.create(tmp_path / "p")
    take(project, path)
    pipeline.remove(project, ["m.txt"], today="2024-07-01")
    take(project, path, today="2024-09-09")
    assert [money(project, known_at=day) for day in ("2024-06-30", "2024-07-01", "2024-09-09")] == [{250000}, set(), {250000}]
    assert money(project) == {250000}


def test_the_difference_between_two_versions_is_told_line_by_line(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "m.txt", total="250.000")
    project = Project.create(tmp_path / "p")
    take(project, path)
    write(path, total="300.000")
    (taken,) = pipeline.ingest(project, [path], today="2024-09-09")
    gained, lost = ([line for line in said if line.startswith("money")] for said in (taken.gained, taken.lost))
    assert len(gained) == len(lost) == 1 and "300000" in gained[0] and "250000" in lost[0]
    assert not any("Velkomst" in line for line in (*taken.gained, *taken.lost))


def test_an_agenda_of_a_day_to_come_is_known_from_the_day_it_came(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p")
    take(project, write(tmp_path / "in" / "m.txt"), today="2024-03-01")
    assert project.manifest.current[0].recorded == "2024-03-01"


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[::3])
def test_any_order_of_arrival_gives_the_same_bytes(tmp_path: Path, order: tuple[int, ...]) -> None:
    texts = [write(tmp_path / "in" / f"m{n}.txt", *said) for n, said in enumerate(ORDERED)]
    one, other = Project.create(tmp_path / "one", "x"), Project.create(tmp_path / "other", "x")
    take(one, *texts)
    for i in order:
        take(other, texts[i])
    assert dump(one) == dump(other)
