"""What strangers ask for has an end: a saved query with their values, and the graph of a day that they name."""

import pytest

from clustergraph import queries
from clustergraph.queries.saved import parse
from clustergraph.server import earlier
from clustergraph.server.limits import Limits
from clustergraph.server.site import Site
from serving import client, in_folder

HEAVY = parse("heavy", """# da: Alt?
# en: All?
# param word: string = x · a word
SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?c) != $word) }
""")  # fmt: skip


def test_a_saved_query_ends_and_is_asked_anew_the_next_time(served_project, monkeypatch):
    known = queries.get
    monkeypatch.setattr(queries, "get", lambda name: HEAVY if name == "heavy" else known(name))
    with client(Site(served_project, limits=Limits(seconds=1))) as opened:
        for path in ("heavy", "heavy.json", "heavy.csv", "heavy"):
            answer = opened.get(f"/query/{path}")
            assert answer.status_code == 503 and "1 sek" in answer.text
        assert opened.get("/query/horizon").status_code == 200


@pytest.mark.parametrize("name", ["meetings", "documents", "verdicts", "money", "initiatives"])
def test_the_workers_say_what_the_store_says(pages, served_project, name):
    rows = queries.run(served_project.store, name)
    assert pages.get(f"/query/{name}.json").json()["rows"] == rows.dicts()


@pytest.fixture
def changed(served_project, tmp_path):
    """A project that knew less on an earlier day: one of its documents became known later."""
    project = in_folder(served_project, tmp_path / "own")
    version = project.manifest.current[0]
    lines = (project.folder / "documents" / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    first = next(line for line in lines if version.document in line)
    changed = [line.replace(version.recorded, "2031-01-01T00:00:00Z") if line == first else line for line in lines]
    (project.folder / "documents" / "manifest.jsonl").write_text("\n".join(changed) + "\n", encoding="utf-8")
    return type(project)(project.folder)


def test_the_graph_of_a_day_is_built_elsewhere_and_read_here(changed):
    with client(Site(changed)) as opened:
        before = set((changed.folder / "store").glob("known/*"))
        assert opened.get("/report/meetings?known_at=2030-01-01").status_code == 200
        (built,) = set((changed.folder / "store").glob("known/*")) - before
        assert built == changed.place_known("2030-01-01").parent


@pytest.mark.parametrize("limits", [Limits(building=0.05), Limits(memory_mb=5)])
def test_what_takes_too_much_is_said_and_leaves_nothing(changed, limits):
    with client(Site(changed, limits=limits)) as opened:
        answer = opened.get("/report/meetings?known_at=2030-01-01")
        assert answer.status_code == 503
        assert not changed.place_known("2030-01-01").exists()
        assert opened.get("/report/meetings").status_code == 200


def test_the_process_says_what_it_did(changed, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["earlier", str(changed.folder), "never", str(2**34)])
    monkeypatch.setattr("resource.setrlimit", lambda *_: None)
    assert earlier.main() == 1 and "never" in capsys.readouterr().err
