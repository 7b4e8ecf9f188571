"""Judging: the queue and its keys, CSV out and in, what a verdict does to the graph, and how it is undone."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clustergraph import pipeline
from clustergraph.cli import main
from clustergraph.project import Project

Run = Callable[..., Result]
HEAD = "REFERAT Direktørforum Sundhedsklynge Midt d. {day}\n\nDato: {date}\n\nDeltagere\n"
BODY = "\n1. Velkomst\nBeslutning\nGodkendt.\n\n2. Organisering\n{line}\nBeslutning\nTaget til efterretning.\n"
FIRST = HEAD.format(day="14-03-2024", date="14. marts 2024") + (
    "Karla Vinge Holt, direktør, Aalborg Kommune\nMette Hansen, konsulent, Rebild Kommune\nBent Solmark, sundhedschef, Jammerbugt Kommune\n"
) + BODY.format(line="Chefforum refererer til Direktørforum.")  # fmt: skip
SECOND = HEAD.format(day="12-09-2024", date="12. september 2024") + (
    "Karla Vinge Holt, direktør, Aalborg Kommune\nMette Hansen, ældrechef, Vesthimmerlands Kommune\n"
    "Ida Lundsgaard, overlæge, Aalborg Universitetshospital\n"
) + BODY.format(line="Der er afsat 250.000 kr. til fælles kompetenceudvikling.")  # fmt: skip


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    (folder / "inbox").mkdir()
    (folder / "inbox" / "marts.txt").write_text(FIRST, encoding="utf-8")
    (folder / "inbox" / "september.txt").write_text(SECOND, encoding="utf-8")
    for words in (["init", str(folder / "p")], ["ingest", str(folder / "inbox"), "--project", str(folder / "p")]):
        assert CliRunner().invoke(main, words, catch_exceptions=False).exit_code == 0
    return folder


@pytest.fixture
def place(_made: Path, tmp_path: Path) -> Path:
    """A built project with two documents in which one Mette Hansen may be two."""
    shutil.copytree(_made, tmp_path / "x")
    return tmp_path / "x" / "p"


def graph(run: Run, place: Path) -> str:
    return run("export", "nq", "--project", place).stdout


def ids(run: Run, place: Path, name: str) -> list[str]:
    text = f'SELECT DISTINCT ?p WHERE {{ ?p a foaf:Person ; skos:prefLabel|skos:altLabel "{name}" }} ORDER BY ?p'
    found = json.loads(run("query", "-q", text, "--project", place, "--format", "json").stdout)["rows"]
    return [str(row["p"]).rpartition("/id/")[2] for row in found]


def queue(run: Run, place: Path, *words: str) -> list[dict[str, str]]:
    return list(json.loads(run("review", *words, "--format", "json", "--project", place).stdout)["rows"])


def log(place: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (place / "review" / "judgements.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_queue_asks_of_pairs_first_and_shows_the_sentences(run: Run, place: Path) -> None:
    rows = queue(run, place)
    assert rows[0]["kind"] == "same" and "Mette Hansen" in rows[0]["left"] and "Rebild" in rows[0]["sentence"]
    assert {row["kind"] for row in rows} >= {"same", "person"}
    assert len(queue(run, place, "--only", "same")) == 1 and len(queue(run, place, "--limit", "2")) == 2
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize(("key", "people"), [("j", 1), ("n", 2), ("u", 2), ("y", 1)])
def test_one_key_is_a_verdict_that_counts_and_is_asked_no_more(run: Run, place: Path, key: str, people: int) -> None:
    before = graph(run, place)
    assert run("review", "--only", "same", "--as", "ida", "--project", place, input=f"{key}\n").exit_code == 0
    assert len(ids(run, place, "Mette Hansen")) == people
    assert queue(run, place, "--only", "same") == []
    assert log(place)[0]["by"] == "ida" and log(place)[0]["at"]
    assert run("undo", "--as", "ida", "--project", place).exit_code == 0
    assert graph(run, place) == before


def test_skipping_undoing_and_stopping(run: Run, place: Path) -> None:
    before = graph(run, place)
    result = run("review", "--project", place, "--lang", "en", input="s\nx\nn\nz\nq\n")
    assert result.exit_code == 0 and "y yes" in result.stderr and "Taken back" in result.stderr
    assert graph(run, place) == before
    assert [bool(row.get("undo")) for row in log(place)] == [False, True]


def test_a_rejected_claim_leaves_the_picture_and_stays_in_history(run: Run, place: Path) -> None:
    def people(*more: str) -> set[str]:
        found = json.loads(run("report", "roles", "--format", "json", "--project", place, *more).stdout)["rows"]
        return {f"{row['person']} {row['role'] or ''}".strip() for row in found}

    assert "Ida Lundsgaard overlæge" in people()
    out = place / "q.csv"
    assert run("review", "--export", out, "--project", place).exit_code == 0
    opened = Project(place)
    document = next(d for d in opened.documents() if d.source == "september.txt")
    claim = next(c for c in opened.claims(document.id) if c.kind == "holds_role" and c.subject.name == "Ida Lundsgaard")
    from clustergraph.review import keys
    from clustergraph.review.log import ClaimVerdict

    opened.record([ClaimVerdict(keys.key_of_claim(document, claim), "rejected", "", "ida", "2030-01-01T00:00:00+00:00")])
    pipeline.build(opened)
    assert not any(one.startswith("Ida Lundsgaard overlæge") for one in people())
    assert "Ida Lundsgaard overlæge" in people("--known-at", "2029-12-01")
    node = f"<{opened.settings.base}id/claim/{claim.id}>"
    assert opened.query(
        f"ASK {{ {node} cg:recordedUntil ?until ; cg:evidence ?words . ?v cg:judges {node} ; cg:verdict cg:verdict-rejected }}"
    ).rows == ((True,),)
    assert run("validate", "--project", place).exit_code == 0


def test_csv_goes_out_and_comes_in_as_one_act(run: Run, place: Path) -> None:
    before, file = graph(run, place), place / "queue.csv"
    assert run("review", "--export", file, "--project", place).exit_code == 0
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert list(rows[0]) == ["id", "kind", "question", "left", "right", "score", "reason", "sentence", "verdict"]
    for row in rows[:4]:
        row["verdict"] = "nej" if row["kind"] == "same" else "ja"
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert run("review", "--import", file, "--as", "ida", "--project", place).exit_code == 0
    assert len(queue(run, place)) == len(rows) - 4
    assert "0 afgjort, 4" in run("review", "--import", file, "--project", place).stderr
    assert run("undo", "--project", place).exit_code == 0
    assert graph(run, place) == before and len(queue(run, place)) == len(rows)


def test_a_csv_with_a_wrong_word_changes_nothing(run: Run, place: Path) -> None:
    (place / "bad.csv").write_text("id;verdict\nabc;måske\n", encoding="utf-8")
    result = run("review", "--import", place / "bad.csv", "--project", place)
    assert result.exit_code == 3 and "bad.csv, line 2" in result.stderr
    assert not (place / "review" / "judgements.jsonl").exists()


def test_a_conflict_is_told_before_anything_is_written(run: Run, place: Path) -> None:
    one, other = ids(run, place, "Mette Hansen")
    before = graph(run, place)
    assert run("judge", one, other, "different", "--as", "ida", "--reason", "to kommuner", "--project", place).exit_code == 0
    refused = run("judge", one, other, "same", "--as", "bo", "--project", place)
    assert refused.exit_code == 2 and "ida" in refused.stderr and "to kommuner" in refused.stderr
    assert len(log(place)) == 1
    assert run("judge", one, other, "same", "--as", "bo", "--force", "--project", place).exit_code == 0
    assert len(ids(run, place, "Mette Hansen")) == 1
    assert run("undo", "--project", place).exit_code == 0 and len(ids(run, place, "Mette Hansen")) == 2
    assert run("undo", "--project", place).exit_code == 0 and graph(run, place) == before


def test_verdicts_are_transitive_and_a_join_across_a_no_is_seen(run: Run, place: Path) -> None:
    one, other = ids(run, place, "Mette Hansen")
    third = ids(run, place, "Bent Solmark")[0]
    assert run("judge", one, third, "same", "--project", place).exit_code == 0
    assert run("judge", third, other, "different", "--project", place).exit_code == 0
    assert run("judge", one, other, "same", "--project", place).exit_code == 2
    assert run("judge", other, one, "same", "--force", "--project", place).exit_code == 0
    assert len({*ids(run, place, "Mette Hansen"), *ids(run, place, "Bent Solmark")}) == 1


def test_a_same_across_which_a_different_would_cut_is_seen(run: Run, place: Path) -> None:
    one, other = ids(run, place, "Mette Hansen")
    assert run("judge", one, other, "same", "--project", place).exit_code == 0
    assert run("judge", "Mette Hansen@marts", "Mette Hansen@september", "different", "--project", place).exit_code == 2
    assert run("judge", "Mette Hansen@marts", "Mette Hansen@september", "different", "--force", "--project", place).exit_code == 0
    assert len(ids(run, place, "Mette Hansen")) == 2


def test_one_person_is_split_by_naming_the_documents(run: Run, place: Path) -> None:
    before = graph(run, place)
    assert len(ids(run, place, "Karla Vinge Holt")) == 1
    assert run("judge", "Karla Vinge Holt", "Karla Vinge Holt", "different", "--project", place).exit_code == 2
    assert run("judge", "Karla Vinge Holt@marts", "Karla Vinge Holt@september.txt", "different", "--project", place).exit_code == 0
    assert len(ids(run, place, "Karla Vinge Holt")) == 2
    assert run("review", "--conflicts", "--project", place).exit_code == 1
    assert run("undo", "--project", place).exit_code == 0 and graph(run, place) == before


def test_a_merge_loses_no_fact_and_no_origin_and_old_ids_lead_on(run: Run, place: Path) -> None:
    def facts() -> tuple[int, int, int]:
        text = """SELECT (COUNT(DISTINCT ?f) AS ?facts) (COUNT(DISTINCT ?c) AS ?claims) (COUNT(DISTINCT ?d) AS ?documents) WHERE {
          ?f org:member ?p ; prov:wasDerivedFrom ?c . ?c cg:recordedIn ?d . ?p a foaf:Person }"""
        row = json.loads(run("query", "-q", text, "--project", place, "--format", "json").stdout)["rows"][0]
        return row["facts"], row["claims"], row["documents"]

    one, other = ids(run, place, "Mette Hansen")
    before = facts()
    assert run("judge", one, other, "same", "--project", place).exit_code == 0
    # Two facts may become one where both said the same of the same forum: never a claim or a document less.
    assert facts()[1:] == before[1:] and before[0] - 1 <= facts()[0] <= before[0]
    opened = Project(place)
    kept = ids(run, place, "Mette Hansen")[0]
    base = opened.settings.base
    assert opened.redirects == {f"{base}id/{other}": f"{base}id/{kept}"} and kept == one
    shown = [json.loads(run("show", name, "--format", "json", "--project", place).stdout)["rows"] for name in (other, f"{base}id/{one}")]
    assert shown[0] and shown[0] == shown[1]
    assert run("why", f"{base}id/{other}", "--project", place).exit_code == 0
    assert f"<{base}id/{other}> <http://purl.org/dc/terms/isReplacedBy> <{base}id/{one}> <{base}graph/identity>" in graph(run, place)


def test_a_fact_added_by_hand_shows_its_source_and_whom_it_speaks_of(run: Run, place: Path) -> None:
    before = graph(run, place)
    words = ("--source", "Regionens hjemmeside", "--text", "Karla Vinge Holt er formand for Direktørforum.", "--date", "2024-10-01")
    added = ("review", "add", "forum_role", "Karla Vinge Holt", "Direktørforum", *words, "--set", "capacity=chair", "--as", "ida")
    assert run(*added, "--project", place).exit_code == 0
    rows = json.loads(run("report", "roles", "--person", "Karla Vinge Holt", "--format", "json", "--project", place).stdout)["rows"]
    chair = [row for row in rows if row["capacity"] == "chair"]
    assert len(chair) == 1 and "formand for" in chair[0]["quotes"][0]["quote"] and chair[0]["documents"] == ["Regionens hjemmeside"]
    assert len(ids(run, place, "Karla Vinge Holt")) == 1
    assert len((place / "review" / "added.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    assert run("validate", "--project", place).exit_code == 0
    assert run("undo", "--project", place).exit_code == 0 and graph(run, place) == before


def reread(place: Path, change: Callable[[list[dict[str, object]]], list[dict[str, object]]]) -> None:
    """What a changed recognizer would leave in ``claims/``."""
    for path in sorted((place / "claims").glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        path.write_text("".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in change(rows)), encoding="utf-8")


def judge_all(run: Run, place: Path) -> int:
    rows = queue(run, place)
    run("review", "--project", place, input="".join("n\n" if i % 3 == 1 else "j\n" for i in range(len(rows))))
    return len(rows)


def test_all_verdicts_stand_after_another_recognizer_has_read_the_same_text(run: Run, place: Path) -> None:
    count = judge_all(run, place)
    assert count > 4 and queue(run, place) == []

    def change(rows: list[dict[str, object]]) -> list[dict[str, object]]:
        return [{**row, "id": f"{n:020x}", "recognizer": "other", "confidence": 0.8} for n, row in enumerate(rows) if row["kind"] != "person"]

    reread(place, change)
    assert run("build", "--project", place).exit_code == 0
    bound = Project(place).review()
    assert bound.lost == () and queue(run, place) == []
    assert json.loads(run("status", "--format", "json", "--project", place).stdout)["judgements"] >= 1
    confirmed = [v for v in bound.claims.values() if v.verdict == "confirmed"]
    assert confirmed and any(c.recognizer == "review.confirmed" for said in bound.said.values() for c in said)


def test_verdicts_go_over_to_the_next_version_and_the_rest_is_listed(run: Run, place: Path) -> None:
    judge_all(run, place)
    inbox = place.parent / "inbox" / "september.txt"
    inbox.write_text(SECOND.replace("Ida Lundsgaard, overlæge", "Ida Lundsgaard-Bruun, ledende overlæge"), encoding="utf-8")
    assert run("ingest", inbox, "--project", place).exit_code == 0
    result = run("review", "--lost", "--format", "json", "--project", place)
    lost = json.loads(result.stdout)["rows"]
    assert result.exit_code == 1 and lost and all("Ida Lundsgaard" in row["verdict"] for row in lost)
    assert len(Project(place).review().pairs) == len(Project(place).log().pairs)


def test_what_a_new_document_says_against_a_verdict_is_listed(run: Run, place: Path) -> None:
    from clustergraph.review import keys
    from clustergraph.review.log import ClaimVerdict

    opened = Project(place)
    document = next(d for d in opened.documents() if d.source == "marts.txt")
    claim = next(c for c in opened.claims(document.id) if c.kind == "holds_role" and c.subject.name == "Karla Vinge Holt")
    verdict = ClaimVerdict(keys.key_of_claim(document, claim), "rejected", "", "ida", "2024-05-01T00:00:00+00:00")
    opened.record([verdict])
    pipeline.build(opened)
    rows = json.loads(run("review", "--conflicts", "--format", "json", "--project", place).stdout)["rows"]
    assert len(rows) == 1 and "september.txt" in rows[0]["reason"] and "ida" in rows[0]["verdict"]
    opened.record([replace(verdict, verdict="withdrawn")])
    assert json.loads(run("review", "--conflicts", "--format", "json", "--project", place).stdout)["rows"] == []
