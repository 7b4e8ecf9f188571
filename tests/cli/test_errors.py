"""Bad input: one line that names it, the exit code of the contract, and nothing half-written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def one_line(result: Result, code: int, *named: str) -> None:
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1 and "Traceback" not in result.stderr
    assert all(word in result.stderr for word in named), result.stderr


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["nonsense"], "nonsense"),
        (["extract", "--formt", "json"], "--formt"),
        (["extract"], "FILE"),
        (["extract", "x.txt", "--format", "wav"], "--format"),
        (["--lang", "fr", "queries"], "--lang"),
        (["query"], "-q"),
    ],
)
@pytest.mark.parametrize("language", ["da", "en"])
def test_wrong_use(run: Run, words: list[str], named: str, language: str) -> None:
    one_line(run(*words, *([] if "--lang" in words else ["--lang", language])), 2, named)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["report", "nonsense"], "nonsense"),
        (["report", "references", "--as-of", "31-31-2024"], "31-31-2024"),
        (["query", "nonsense"], "nonsense"),
        (["query", "-q", "SELEKT * WHERE {}"], "query"),
        (["query", "-q", "DROP ALL"], ""),
        (["query", "-q", "SELECT * WHERE { ?a ?b ?c } LIMIT 1", "--param", "noway"], "noway"),
        (["graph", "--view", "nonsense"], "nonsense"),
        (["export", "nonsense"], "nonsense"),
        (["judge", "Karla Vinge Holt", "Nobody At All", "same"], "Nobody At All"),
    ],
)
def test_wrong_questions_of_a_project(run: Run, project: Path, words: list[str], named: str) -> None:
    before = contents(project)
    one_line(run(*words, "--project", project), 2, named)
    assert contents(project) == before


def test_a_folder_that_is_no_project(run: Run, tmp_path: Path) -> None:
    one_line(run("status", "--project", tmp_path), 2, str(tmp_path), "init")


def test_a_project_without_a_graph(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "p")
    one_line(run("report", "references", "--project", tmp_path / "p"), 1, "build")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n"),
        ("binary.txt", bytes(range(256)) * 20),
        ("broken.pdf", b"%PDF-1.4 nothing more"),
        ("gone.txt", None),
    ],
)
def test_an_unreadable_file(run: Run, tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    one_line(run("extract", path, "--format", "json"), 3, name)


def test_a_folder_without_documents(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    before = contents(project)
    one_line(run("ingest", tmp_path / "nothing", "--project", project), 3, "nothing")
    assert contents(project) == before


@pytest.mark.parametrize("text", ["base = 7\n", "colour = 'red'\n", "base = [\n", "base = 'not an address'\n"])
def test_wrong_settings(run: Run, project: Path, text: str) -> None:
    (project / "clustergraph.toml").write_text(text, encoding="utf-8")
    one_line(run("status", "--project", project), 2, "clustergraph.toml")


def test_a_broken_line_of_claims_is_named(run: Run, project: Path) -> None:
    path = next((project / "claims").glob("*.jsonl"))
    path.write_text("{}\n", encoding="utf-8")
    one_line(run("build", "--project", project), 3, path.name, "line 1")


def test_a_changed_text_is_noticed(run: Run, project: Path) -> None:
    path = next((project / "text").glob("*.txt"))
    path.write_text(path.read_text(encoding="utf-8") + "mere", encoding="utf-8")
    one_line(run("build", "--project", project), 3, path.stem)


def test_a_mistake_of_ours_is_one_line_too(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("clustergraph.reports.run", broken)
    one_line(run("report", "gaps", "--project", project), 1, "ZeroDivisionError", "clustergraph.project:")
    monkeypatch.setenv("CLUSTERGRAPH_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run("report", "gaps", "--project", project)
