"""What the pages say is true: links lead somewhere, every command and report is explained, the examples run and give what is printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import clustergraph
from clustergraph import pipeline, resources
from clustergraph.cli import COMMANDS, main
from clustergraph.project import Project
from clustergraph.reports import REPORTS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "data" / "README.md"])
EXAMPLE = re.compile(r"(?P<head>\$ (?P<command>clustergraph --project demo .*)\n)(?P<answer>(?:.*\n)*?)(?=```)")
DAY_KNOWN = re.compile(r"kendt \d+\.\d+\.\d{4}")  # some documents bear no day: they are known from the day on which they were read


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project.create(tmp_path_factory.mktemp("docs") / "demo", "demo")
    pipeline.ingest(project, sorted(resources.folder("documents").iterdir()), today="2025-01-02")
    pipeline.build(project)
    return project.folder


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", found.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}, target


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_explained(name: str) -> None:
    assert re.search(rf"^\| .*`{name}\b", (ROOT / "docs" / "commands.md").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_is_explained(name: str) -> None:
    assert re.search(rf"^\| .*`{name}`", (ROOT / "docs" / "reports.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_example_of_the_readme_is_what_the_program_says(demo: Path, request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    match = EXAMPLE.search(text)
    assert match is not None
    words = match["command"].split()
    result = CliRunner().invoke(main, [str(demo) if word == "demo" else word for word in words[1:]], catch_exceptions=False)
    assert result.exit_code == 0
    answer = DAY_KNOWN.sub("kendt 22.11.2026", result.stdout)
    if request.config.getoption("--update-golden"):
        README.write_text(text[: match.start("answer")] + answer + text[match.end("answer") :], encoding="utf-8")
        return
    assert answer == match["answer"], "make golden writes it anew"


def _lines() -> list[str]:
    block = re.search(r"## Use it on your own documents\n+```\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    return [
        line.partition("#")[0].strip()
        for line in block[1].splitlines()
        if not line.startswith(("clustergraph init", "clustergraph ingest", "clustergraph serve"))
    ]


@pytest.mark.parametrize("line", _lines())
def test_the_commands_of_the_readme_run(line: str, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shlex

    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)
    result = CliRunner().invoke(main, [*words[1:], "--project", str(demo)], catch_exceptions=False)
    assert words[0] == "clustergraph" and result.exit_code == 0, result.stderr


def test_the_python_of_the_readme_runs(demo: Path) -> None:
    block = re.search(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    pytest.importorskip("pandas")
    place = {"__name__": "readme"}
    exec(block[1].replace('"minklynge"', repr(str(demo))), place)
    assert isinstance(place["project"], Project) and place["cg"] is clustergraph  # type: ignore[comparison-overlap]
