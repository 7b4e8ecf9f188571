"""The folder of a project: what is written, and what is noticed when it is not what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

import factories
from clustergraph.errors import InputError, RecordError, UsageError
from clustergraph.manifest import Manifest, Version, parse
from clustergraph.model import Judgement
from clustergraph.project import Project
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
    project.save_manifest(Manifest().having([version(document.id)]))
    assert project.documents() == [document] and project.claims(document.id) == []
    assert project.text_of(f"https://x/id/document/{document.id[:16]}") == document.text
    assert project.text_of("elsewhere") is None


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p")
    project.save_manifest(Manifest().having([version("f" * 64)]))
    with pytest.raises(InputError, match="f" * 16):
        project.documents()


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
    manifest = Manifest().having([old])
    new = factories.document("ny", date=date, forum=forum)
    assert manifest.replaced(new, "a.txt", place) == (old if replaced else None)
    assert manifest.replaced(new, "b.txt", place) is None


def test_a_manifest_survives_being_stored() -> None:
    first, second = version("a" * 64), version("b" * 64)
    manifest = Manifest().having([first]).having([first.closed("2024-07-01", second.document), second])
    assert parse(manifest.text(), "m") == manifest
    assert manifest.current == (second,) and not manifest.holds(first.document)
    back = manifest.having([second.closed("2024-08-01", first.document), first])
    assert back.current == (first,)
    with pytest.raises(RecordError, match="line 1"):
        parse('{"document": 1, "nonsense": 2}\n', "m")
