"""Each command on a small project: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cli.conftest import AGENDA

Run = Callable[..., Result]


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert {"question", "as_of", "known_at", "rows"} <= set(found)
    return list(found["rows"])


def test_extract_text_is_the_file_itself(run: Run, agenda: Path) -> None:
    result = run("extract", agenda, "--format", "text")
    assert result.stdout == AGENDA and result.exit_code == 0


def test_extract_reads_standard_input(run: Run) -> None:
    assert run("extract", "-", "--format", "text", input=AGENDA).stdout == AGENDA


def test_extract_json_shows_the_words_behind_each_fact(run: Run, agenda: Path) -> None:
    facts = json.loads(run("extract", agenda, "--format", "json").stdout)
    assert facts["document"]["date"] == "2024-03-14"
    assert [row["number"] for row in facts["agenda_items"]] == ["1", "2"]
    for kind, listed in facts.items():
        for row in listed if kind != "document" else []:
            assert row["evidence"] and all(0 <= s["start"] < s["end"] <= len(AGENDA) for s in row["evidence"])


def test_extract_jsonl_is_a_claim_a_line(run: Run, agenda: Path) -> None:
    lines = run("extract", agenda, "--format", "jsonl").stdout.splitlines()
    assert lines and all({"id", "kind", "evidence"} <= set(json.loads(line)) for line in lines)


def test_extract_table_tells_what_share_was_understood(run: Run, agenda: Path) -> None:
    result = run("extract", agenda, "--lang", "en")
    assert "lines are explained" in result.stdout and "agenda_item" in result.stdout


def test_extract_stores_nothing(run: Run, agenda: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    run("extract", agenda)
    assert list((tmp_path / "here").iterdir()) == []


def test_init_makes_the_folders_of_the_contract(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "p").exit_code == 0
    assert {p.name for p in (tmp_path / "p").iterdir()} >= {"clustergraph.toml", "documents", "text", "claims", "review", "store", "out"}
    assert run("init", tmp_path / "p").exit_code == 2


def test_the_project_may_be_named_in_three_ways(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    said = [run("status", "--project", project), run("--project", project, "status")]
    monkeypatch.setenv("CLUSTERGRAPH_PROJECT", str(project))
    said.append(run("status"))
    monkeypatch.delenv("CLUSTERGRAPH_PROJECT")
    monkeypatch.chdir(project)
    said.append(run("status"))
    assert len({result.stdout for result in said}) == 1 and said[0].exit_code == 0


def test_the_option_nearest_to_the_command_counts(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("--project", tmp_path / "elsewhere", "status", "--project", project).exit_code == 0


def test_the_same_document_again_changes_nothing(run: Run, project: Path, agenda: Path) -> None:
    before = contents(project)
    result = run("ingest", agenda, "--project", project, "--format", "json")
    assert json.loads(result.stdout)["rows"][0]["outcome"] == "same"
    assert contents(project) == before


def test_a_dry_run_writes_nothing(run: Run, project: Path, tmp_path: Path) -> None:
    new = tmp_path / "andet.txt"
    new.write_text(AGENDA.replace("14. marts", "11. april").replace("14-03", "11-04"), encoding="utf-8")
    before = contents(project)
    result = run("ingest", new, "--project", project, "--dry-run", "--format", "json")
    assert json.loads(result.stdout)["rows"][0]["outcome"] == "new"
    assert contents(project) == before


def test_a_bad_document_does_not_stop_the_others(run: Run, tmp_path: Path, agenda: Path) -> None:
    run("init", tmp_path / "p")
    (agenda.parent / "tom.txt").write_bytes(b"")
    result = run("ingest", agenda.parent, "--project", tmp_path / "p", "--lang", "en")
    assert result.exit_code == 1 and "tom.txt" in result.stderr and "1 new" in result.stdout
    assert run("ingest", agenda.parent / "tom.txt", "--project", tmp_path / "p").exit_code == 3
    assert not any("tom.txt" in name for name in contents(tmp_path / "p"))


def test_build_gives_the_same_graph(run: Run, project: Path) -> None:
    before = run("export", "nq", "--project", project).stdout
    assert before
    assert run("build", "--project", project).exit_code == 0
    assert run("export", "nq", "--project", project).stdout == before


@pytest.mark.parametrize("name", ["references", "gaps", "roles", "roster", "vacancies", "attendance", "initiatives", "decisions", "cases", "money"])
def test_every_report_answers_in_json(run: Run, project: Path, name: str) -> None:
    rows(run("report", name, "--project", project, "--format", "json"))


def test_a_report_as_csv_into_a_file(run: Run, project: Path, tmp_path: Path) -> None:
    result = run("report", "money", "--project", project, "--format", "csv", "-o", tmp_path / "m.csv")
    assert result.exit_code == 0 and result.stdout == ""
    assert "250000" in (tmp_path / "m.csv").read_text(encoding="utf-8")


def test_query_in_all_ways(run: Run, project: Path, tmp_path: Path) -> None:
    text = "SELECT (COUNT(?d) AS ?n) WHERE { ?d a foaf:Document }"
    (tmp_path / "q.rq").write_text(text, encoding="utf-8")
    said = [
        run("query", "-q", text, "--project", project, "--format", "json"),
        run("query", tmp_path / "q.rq", "--project", project, "--format", "json"),
        run("query", "-", "--project", project, "--format", "json", input=text),
    ]
    assert all(rows(result) == [{"n": 1}] for result in said)
    assert run("query", "-q", text, "--project", project, "--format", "csv").stdout == "n\n1\n"


def test_a_query_says_both_days_and_no_cell_of_it_is_a_formula(run: Run, project: Path) -> None:
    days = ("--as-of", "2024-12-31", "--known-at", "2030-01-01")
    told = json.loads(run("query", "meetings", *days, "--project", project, "--format", "json").stdout)
    assert (told["as_of"], told["known_at"]) == ("2024-12-31", "2030-01-01")
    text = 'SELECT ("=1+1" AS ?n) (-2 AS ?m) WHERE {}'
    assert run("query", "-q", text, "--project", project, "--format", "csv").stdout == "n,m\n'=1+1,-2\n"


def test_queries_come_with_their_questions(run: Run) -> None:
    listed = json.loads(run("queries", "--format", "json", "--lang", "en").stdout)["rows"]
    assert listed and all(row["name"] and row["question"] for row in listed)


def test_judge_and_undo_are_kept_in_a_log(run: Run, project: Path) -> None:
    names = [row["label"] for row in json.loads(_entities(run, project))["rows"]]
    assert len(names) >= 2
    assert run("judge", names[0], names[1], "different", "--as", "ida", "--project", project).exit_code == 0
    assert run("undo", "--as", "ida", "--project", project).exit_code == 0
    log = (project / "review" / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    assert [bool(json.loads(line).get("undo")) for line in log] == [False, True]
    assert run("undo", "--project", project).exit_code == 1


def _entities(run: Run, project: Path) -> str:
    text = "SELECT ?label WHERE { ?e a org:FormalOrganization ; skos:prefLabel ?label } ORDER BY ?label LIMIT 2"
    return run("query", "-q", text, "--project", project, "--format", "json").stdout


def test_search_show_and_why_lead_to_the_sentence(run: Run, project: Path) -> None:
    assert "Direktørforum" in run("search", "direktørforum", "--project", project).stdout
    assert run("show", "Direktørforum", "--project", project).exit_code == 0
    result = run("why", "Direktørforum", "--project", project, "--format", "json")
    assert any("Direktørforum" in str(row["quote"]) for row in rows(result))


def test_why_finds_a_fact_by_the_words_of_its_sentence(run: Run, project: Path) -> None:
    result = run("why", "afsat", "--project", project, "--format", "json")
    assert any("250.000" in str(row["quote"]) for row in rows(result))
    assert run("why", "xyzzy", "--project", project).exit_code == 2


@pytest.mark.parametrize("form", ["nq", "ttl", "trig", "jsonld", "graphml", "gexf"])
def test_export_writes_the_form(run: Run, project: Path, form: str) -> None:
    result = run("export", form, "--project", project)
    assert result.exit_code == 0 and result.stdout.strip()


def test_export_csv_is_a_file_a_report(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("export", "csv", "--project", project, "-o", tmp_path / "csv").exit_code == 0
    assert {"references.csv", "roles.csv", "money.csv"} <= {p.name for p in (tmp_path / "csv").iterdir()}


def test_graph_tells_a_story(run: Run, project: Path, tmp_path: Path) -> None:
    story = tmp_path / "s.toml"
    story.write_text('[[step]]\ntext = "Se her."\n', encoding="utf-8")
    assert run("graph", "--project", project, "--story", story, "-o", tmp_path / "g.html").exit_code == 0
    assert "Se her." in (tmp_path / "g.html").read_text(encoding="utf-8")
    story.write_text('[[step]]\ntext = "x"\nfocus = "Ingen"\n', encoding="utf-8")
    wrong = run("graph", "--project", project, "--story", story)
    assert wrong.exit_code == 3 and "step 1" in wrong.stderr and "Ingen" in wrong.stderr
    assert run("graph", "--project", project, "--story", tmp_path / "none.toml").exit_code == 3


def test_graph_is_one_file_in_the_project(run: Run, project: Path) -> None:
    assert run("graph", "--project", project).exit_code == 0
    assert (project / "out" / "graph.html").read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html")


def test_status_and_doctor(run: Run, project: Path) -> None:
    said = json.loads(run("status", "--project", project, "--format", "json").stdout)
    assert said["documents"] == 1 and said["graph"] == "current" and said["claims"] == sum(said["claims_by_kind"].values())
    assert run("doctor", "--project", project).exit_code == 0
    next((project / "documents").glob("*.txt")).write_text("andet", encoding="utf-8")
    assert run("doctor", "--project", project).exit_code == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run: Run, shell: str) -> None:
    assert "clustergraph" in run("completion", shell).stdout


def test_a_closed_pipe_is_no_error(agenda: Path) -> None:
    command = f"{sys.executable} -m clustergraph extract {agenda} --format text | head -c 5; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env={**os.environ, "LANG": "C.UTF-8"})
    assert result.stderr == "" and result.returncode == 0


def test_eval_measures_and_may_fail(run: Run, agenda: Path) -> None:
    gold = {"agenda_items": [{"number": "1", "title": "Velkomst"}, {"number": "9", "title": "Findes ikke"}]}
    path = agenda.with_name("referat.gold.json")
    path.write_text(json.dumps(gold), encoding="utf-8")
    result = run("eval", path, "--format", "json")
    assert json.loads(result.stdout)["rows"][0]["recall"] == 0.5
    assert run("eval", path, "--fail-under", "0.9").exit_code == 1
    assert run("eval", agenda.parent / "none").exit_code == 3
