"""What the program says: in two languages, complete, and in the one that was chosen."""

from __future__ import annotations

import csv
import string
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from clustergraph import cli, resources
from clustergraph.cli import COMMANDS, main, words

ROWS = list(csv.DictReader(resources.text("lexicon", "messages.csv").splitlines()))


def test_every_message_is_there_once_in_both_languages() -> None:
    assert all(row["key"] and row["da"] and row["en"] and None not in row for row in ROWS)
    assert len({row["key"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_both_languages_have_the_same_places(row: dict[str, str]) -> None:
    places = [{name for _, name, _, _ in string.Formatter().parse(row[language]) if name} for language in words.LANGUAGES]
    assert places[0] == places[1]


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_command_explains_itself(run: Callable[..., Result], name: str, language: str) -> None:
    result = run(name, "--help", "--lang", language)
    assert result.exit_code == 0 and result.stderr == ""
    words.choose(["--lang", language])
    assert words.say(f"help.{name}").split()[0] in result.stdout


def test_no_message_is_left_over() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(str(cli.__file__)).parent.glob("*.py")))
    options = {o.opts[-1].removeprefix("--") for name in COMMANDS for o in _options(name)} | {"version", "help"}
    for row in ROWS:
        kind, _, rest = row["key"].partition(".")
        if kind == "option":
            assert rest in options or rest.partition(".")[2] in options, row["key"]
        elif kind == "help":
            assert rest in {*COMMANDS, *_inner(), "program", "more"}, row["key"]
        else:
            assert f'"{row["key"]}"' in text or f"{kind}.{{" in text or f"{kind}.{rest.rpartition('.')[0]}.{{" in text, row["key"]


def _options(name: str) -> list[click.Option]:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    every = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
    return [p for one in every for p in one.params if isinstance(p, click.Option)]


def _inner() -> set[str]:
    """The commands within commands."""
    groups = (main.get_command(click.Context(main), name) for name in COMMANDS)
    return {name for group in groups if isinstance(group, click.Group) for name in group.commands}


@pytest.mark.parametrize(
    ("locale", "arguments", "wanted"),
    [
        ({"LANG": "da_DK.UTF-8"}, [], "da"),
        ({"LANG": "en_GB.UTF-8"}, [], "en"),
        ({"LANG": "C.UTF-8"}, [], "da"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "da_DK.UTF-8"}, [], "da"),
        ({}, [], "da"),
        ({"LANG": "da_DK.UTF-8"}, ["report", "gaps", "--lang", "en"], "en"),
        ({"LANG": "en_US.UTF-8"}, ["--lang=da", "queries"], "da"),
        ({"LANG": "da_DK.UTF-8"}, ["search", "--", "--lang", "en"], "da"),
    ],
)
def test_the_language(monkeypatch: pytest.MonkeyPatch, locale: dict[str, str], arguments: list[str], wanted: str) -> None:
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    words.choose(arguments)
    assert words.language() == wanted
