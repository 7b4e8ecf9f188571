"""``changes``, ``watch``, ``path``: what is told of a project on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("axis", ["virkning", "registrering"])
def test_changes_up_to_a_day(run: Run, project: Path, axis: str) -> None:
    result = run("changes", "--to", "2024-12-31", "--axis", axis, "--format", "json", "--project", project)
    assert result.exit_code == 0, result.stderr
    rows = json.loads(result.stdout)["rows"]
    assert {"Karla Vinge Holt", "Bent Solmark"} <= {row["what"] for row in rows if row["happened"] == "joined"}
    later = run("changes", "--from", "2024-12-31", "--axis", axis, "--format", "json", "--project", project)
    assert json.loads(later.stdout)["rows"] == []


def test_a_feed_on_standard_output(run: Run, project: Path) -> None:
    result = run("changes", "--format", "atom", "--project", project)
    assert ElementTree.fromstring(result.stdout).tag == "{http://www.w3.org/2005/Atom}feed"


def test_the_list_of_who_is_watched_only_grows(run: Run, project: Path) -> None:
    assert run("watch", "add", "Karla Vinge Holt", "--project", project).exit_code == 0
    assert run("watch", "add", "Karla Vinge Holt", "--project", project).exit_code == 0
    assert run("watch", "list", "--project", project).stdout.count("Karla Vinge Holt") == 1
    assert "Karla Vinge Holt" in run("watch", "report", "--since", "2024-01-01", "--project", project).stdout
    assert "X-Unsent: 1" in run("watch", "report", "--format", "eml", "--project", project).stdout
    assert run("watch", "remove", "karla vinge holt", "--project", project).exit_code == 0
    assert "Karla" not in run("watch", "list", "--project", project).stdout
    assert len((project / "review" / "watch.jsonl").read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize("words", [["add"], ["add", "Ingen Her"], ["remove", "Ingen Her"], ["list", "Karla Vinge Holt"]])
def test_a_watch_that_can_not_be(run: Run, project: Path, words: list[str]) -> None:
    result = run("watch", *words, "--project", project)
    assert result.exit_code == 2 and len(result.stderr.strip().splitlines()) == 1


def test_how_two_are_linked(run: Run, project: Path) -> None:
    result = run("path", "Karla Vinge Holt", "Bent Solmark", "--format", "json", "--project", project)
    steps = json.loads(result.stdout)["rows"]
    assert steps[0]["from"] == "Karla Vinge Holt" and all(step["quotes"] for step in steps)
    assert run("path", "Karla Vinge Holt", "Bent Solmark", "--known-at", "2020-01-01", "--project", project).exit_code != 0
