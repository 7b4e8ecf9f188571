"""The contract of the commands: every form, standard input and output, and one writer at a time."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result

from clustergraph import locking
from clustergraph.cli.graphs import FORMS
from clustergraph.errors import StoreError

Run = Callable[..., Result]
SELECT = "SELECT ?name WHERE { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name"


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_export(run: Run, project: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "made"
    result = run("export", form, "-o", out, "--project", project)
    assert result.exit_code == 0, result.stderr
    files = [p for p in ([out] if out.is_file() else out.iterdir()) if p.stat().st_size]
    assert files and result.stdout == ""


@pytest.mark.parametrize("form", ["xlsx", "popolo", "ftm", "nq"])
def test_an_export_to_standard_output(run: Run, project: Path, form: str) -> None:
    result = run("export", form, "-o", "-", "--project", project)
    assert result.exit_code == 0 and len(result.stdout_bytes) > 100


@pytest.mark.parametrize(("form", "more"), [("csv", ["-o", "-"]), ("nq", ["--as-of", "2024-01-01"]), ("wav", [])])
def test_an_export_that_can_not_be(run: Run, project: Path, form: str, more: list[str]) -> None:
    result = run("export", form, *more, "--project", project)
    assert result.exit_code == 2 and len(result.stderr.strip().splitlines()) == 1


def test_a_query_as_xml(run: Run, project: Path) -> None:
    result = run("query", "-q", SELECT, "--format", "xml", "--project", project)
    root = ElementTree.fromstring(result.stdout)
    names = [literal.text for literal in root.iter("{http://www.w3.org/2005/sparql-results#}literal")]
    assert "Karla Vinge Holt" in names and names == sorted(map(str, names))


def test_yes_or_no_as_xml(run: Run, project: Path) -> None:
    assert "<boolean>true</boolean>" in run("query", "-q", "ASK { ?p a foaf:Person }", "--format", "xml", "--project", project).stdout


def test_a_construct_as_turtle(run: Run, project: Path) -> None:
    text = "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p a foaf:Person ; foaf:name ?n }"
    result = run("query", "-q", text, "--format", "ttl", "--project", project)
    assert 'foaf:name "Karla Vinge Holt"' in result.stdout
    assert run("query", "-q", text, "--project", project).exit_code == 0


@pytest.mark.parametrize(("text", "form"), [(SELECT, "ttl"), ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "xml")])
def test_a_form_that_does_not_fit_the_answer(run: Run, project: Path, text: str, form: str) -> None:
    result = run("query", "-q", text, "--format", form, "--project", project)
    assert result.exit_code == 2 and result.stdout == "" and len(result.stderr.strip().splitlines()) == 1


def test_a_query_from_standard_input_must_be_text(run: Run, project: Path) -> None:
    assert run("query", "-", "--format", "csv", "--project", project, input=SELECT).stdout.startswith("name\n")
    broken = run("query", "-", "--project", project, input=b"\xff\xfe\x00")
    assert broken.exit_code == 3 and len(broken.stderr.strip().splitlines()) == 1


def test_validate_as_turtle(run: Run, project: Path) -> None:
    result = run("validate", "--format", "ttl", "--project", project)
    assert result.exit_code == 0 and "sh:conforms true" in result.stdout


def test_strict_fails_on_what_was_not_understood(run: Run, project: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text("REFERAT Styregruppen\n\nDato: 1. maj 2024\n\nDeltagere\nKarla Vinge Holt, direktør\nQxz 17\n", encoding="utf-8")
    plain = run("ingest", odd, "--dry-run", "--project", project, "--format", "json")
    assert plain.exit_code == 0 and json.loads(plain.stdout)["rows"][0]["unread"] >= 1
    assert run("ingest", odd, "--dry-run", "--strict", "--project", project).exit_code == 1


def test_status_tells_what_was_not_understood(run: Run, project: Path) -> None:
    row = json.loads(run("status", "--project", project, "--format", "json").stdout)
    assert 0 < row["lines_explained"] <= row["lines"]


@pytest.mark.parametrize("words", [["build"], ["ingest", "{agenda}"], ["undo"]])
def test_a_second_writer_is_told_who_is_at_work(run: Run, project: Path, agenda: Path, words: list[str]) -> None:
    (project / locking.FILE).write_text(f"{os.getppid()} {socket.gethostname()}", encoding="utf-8")
    before = contents(project)
    result = run(*(word.format(agenda=agenda) for word in words), "--project", project)
    assert result.exit_code == 1 and str(os.getppid()) in result.stderr and len(result.stderr.strip().splitlines()) == 1
    assert contents(project) == before


def test_what_a_dead_process_left_is_taken_over(run: Run, project: Path) -> None:
    (project / locking.FILE).write_text(f"{2**22 + 1} {socket.gethostname()}", encoding="utf-8")
    assert run("build", "--project", project).exit_code == 0
    assert not (project / locking.FILE).exists()


def test_a_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locking.hold(tmp_path):
        raise ZeroDivisionError
    with locking.hold(tmp_path), pytest.raises(StoreError, match="is writing here"), locking.hold(tmp_path):
        pass
    assert not (tmp_path / locking.FILE).exists()


def test_the_day_of_a_drawing_is_where_its_slider_begins(run: Run, project: Path, tmp_path: Path) -> None:
    for day, name in (("2024-03-14", "then"), ("2019-01-01", "before")):
        assert run("graph", "--view", "roles", "--as-of", day, "-o", tmp_path / name, "--project", project).exit_code == 0
    assert all("Karla Vinge Holt" in (tmp_path / name).read_text(encoding="utf-8") for name in ("then", "before"))
    assert run("graph", "--as-of", "31-31-2024", "--project", project).exit_code == 2
