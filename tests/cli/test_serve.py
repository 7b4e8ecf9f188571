"""``serve`` from the command line: what it refuses before anything listens."""

import pytest
from click.testing import CliRunner

from clustergraph.cli import main
from clustergraph.project import Project


@pytest.fixture
def folder(tmp_path):
    return str(Project.create(tmp_path / "klynge").folder)


def run(*arguments):
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "klynge.example.dk"])
def test_another_address_needs_a_token(folder, host):
    answer = run("--project", folder, "serve", "--host", host)
    assert answer.exit_code == 2 and "--token-file" in answer.stderr


@pytest.mark.parametrize(("word", "code"), [("", 2), ("short", 2), ("two words of many signs", 2)])
def test_a_weak_token_is_refused(folder, tmp_path, word, code):
    file = tmp_path / "token"
    file.write_text(word)
    answer = run("--project", folder, "serve", "--host", "0.0.0.0", "--token-file", str(file))
    assert answer.exit_code == code and (not word or word not in answer.stderr)


def test_a_missing_token_file_is_told_of(folder, tmp_path):
    assert run("--project", folder, "serve", "--token-file", str(tmp_path / "none")).exit_code == 3


def test_a_site_is_made_of_the_options(folder, tmp_path, monkeypatch):
    from clustergraph import server

    made = []
    monkeypatch.setattr(server, "serve", lambda site, host, port: made.append((site, host, port)))
    file = tmp_path / "token"
    file.write_text("a-token-of-many-signs\n")
    assert (
        run("--project", folder, "serve", "--port", "8080", "--prefix", "klynge/", "--allow-host", "a.dk", "--token-file", str(file)).exit_code == 0
    )
    assert run("--project", folder, "serve").exit_code == 0
    (site, host, port), (plain, _, _) = made
    assert (site.prefix, site.writable, host, port) == ("/klynge", True, "127.0.0.1", 8080)
    assert site.is_token("a-token-of-many-signs") and not site.is_token("a-token-of-many-sign") and "a.dk" in site.hosts
    assert not plain.writable and plain.ingest is None and not plain.is_token("")
