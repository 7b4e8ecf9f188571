"""``remove``, and the difference that a changed document makes, as a user sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from clustergraph.cli import main

TEXT = "REFERAT Chefforum Sundhedsklynge Midt d. 14-03-2024\n\n1. Velkomst\nBeslutning\nGodkendt.\n\n2. Penge\nDer er afsat {sum} kr.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "m.txt").write_text(TEXT.format(sum="250.000"), encoding="utf-8")
    for words in (["init"], ["ingest", str(tmp_path / "m.txt")]):
        assert CliRunner().invoke(main, ["--project", str(tmp_path / "p"), *words]).exit_code == 0
    return tmp_path


def run(place: Path, *words: str) -> str:
    return CliRunner().invoke(main, ["--project", str(place / "p"), *words]).output


def test_a_changed_document_tells_what_it_says_now_and_said_before(place: Path) -> None:
    (place / "m.txt").write_text(TEXT.format(sum="300.000"), encoding="utf-8")
    lines = run(place, "ingest", str(place / "m.txt")).splitlines()
    assert any(line.startswith("  + money") and "300000" in line for line in lines)
    assert any(line.startswith("  − money") and "250000" in line for line in lines)


def test_a_removed_document_is_gone_and_was_known(place: Path) -> None:
    assert "− money" in run(place, "remove", "m.txt", "--dry-run")
    assert "250000" in run(place, "report", "money", "--format", "json")
    assert "− money" in run(place, "remove", "m.txt")
    assert "250000" not in run(place, "report", "money", "--format", "json")
    assert "250000" in run(place, "report", "money", "--known-at", "2024-05-01", "--format", "json")


def test_a_name_that_no_document_bears_is_said_to_be_none(place: Path) -> None:
    result = CliRunner().invoke(main, ["--project", str(place / "p"), "remove", "nobody.txt"])
    assert result.exit_code == 2 and "nobody.txt" in result.output
