"""The folder of a project: what is written, and what is noticed when it is not what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

import factories
from clustergraph.errors import InputError, RecordError, UsageError
from clustergraph.manifest import Manifest, Version, parse
from clustergraph.model import Judgement
from clustergraph.project import Project, write
from clustergraph.review.log import PairVerdict


def test_a_project_is_made_once(tmp_path: Path) -> None:
    Project.create(tmp_path / "p")
    with pytest.raises(UsageError, match="already"):
        Project.create(tmp_path / "p")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="not a folder"):
        Project.create(tmp_path / "file")


def test_a_document_comes_back_as_it_was_stored(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p")
    document = factories.document("Første linje\nanden linje 😀\n")
    project.save_document(document, [], [], b"raw", "a.txt")
    project.save_manifest(Manifest().with_version(version(document.id), None, "2024-01-01"))
    assert project.documents() == [document] and project.claims(document.id) == []
    assert project.text_of(f"https://x/id/document/{document.id[:16]}") == document.text
    assert project.text_of("elsewhere") is None


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p")
    project.save_manifest(Manifest().with_version(version("f" * 64), None, "2024-01-01"))
    with pytest.raises(InputError, match="f" * 16):
        project.documents()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    write(path, "before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="no space left"):
        write(path, "after")
    assert path.read_text(encoding="utf-8") == "before" and [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_writing_the_same_again_does_not_touch_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, "same")
    stamp = path.stat().st_mtime_ns
    write(path, "same")
    assert path.stat().st_mtime_ns == stamp


def judgement(left: str) -> Judgement:
    return Judgement(left, "b", "same", 1.0, "", "ida", "2025-01-01T00:00:00+00:00")


def test_the_log_of_judgements_only_grows(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p")
    assert project.undo("ida", "now") == ()
    project.judge(judgement("a"))
    project.judge(judgement("c"))
    assert project.undo("ida", "now") == (PairVerdict(judgement("c")),)
    assert project.judgements() == [judgement("a")]
    assert len((tmp_path / "p" / "review" / "judgements.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def version(document: str, source: str = "a.txt", place: str = "in/a.txt", date: str | None = "2024-01-01", forum: str | None = None) -> Version:
    return Version(document, source, place, f"{document[:16]}-{source}", "0" * 64, date, forum, date or "2024-06-01")


@pytest.mark.parametrize(
    ("place", "date", "forum", "replaced"),
    [
        ("in/a.txt", "2025-05-05", "B", True),  # the same place: the same document, whatever it says now
        ("out/a.txt", "2024-01-01", "A", True),
        ("out/a.txt", None, None, True),
        ("out/a.txt", "2025-05-05", "A", False),
        ("out/a.txt", "2024-01-01", "B", False),
    ],
)
def test_what_a_new_text_replaces(place: str, date: str | None, forum: str | None, replaced: bool) -> None:
    old = version("a" * 64, forum="A")
    manifest = Manifest().with_version(old, None, "2024-06-01")
    new = factories.document("ny", date=date, forum=forum)
    assert manifest.replaced(new, "a.txt", place) == (old if replaced else None)
    assert manifest.replaced(new, "b.txt", place) is None


def test_a_manifest_survives_being_stored() -> None:
    first, second = version("a" * 64), version("b" * 64)
    manifest = Manifest().with_version(first, None, "2024-06-01").with_version(second, first, "2024-07-01")
    assert parse(manifest.text(), "m") == manifest
    assert manifest.current == (second,) and not manifest.holds(first.document)
    back = manifest.with_version(first, second, "2024-08-01")
    assert back.current == (first,)
    with pytest.raises(RecordError, match="line 1"):
        parse('{"document": 1, "nonsense": 2}\n', "m")
