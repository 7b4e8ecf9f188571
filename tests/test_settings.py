from __future__ import annotations

from pathlib import Path

import pytest

from clustergraph import settings
from clustergraph.errors import SettingsError


def test_a_new_project_has_the_defaults(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_text(settings.initial('min "egen" \\klynge'), encoding="utf-8")
    found = settings.load(tmp_path)
    assert found.base == settings.BASE and found.name == "min egen klynge"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("colour = 'red'", "colour"),
        ("base = 3", "base"),
        ("base = 'ftp://x/'", "base"),
        ("base = 'https://example.dk/klynge'", "base"),
        ("base = ", "Invalid value"),
    ],
)
def test_what_is_no_setting_is_named(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / settings.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=named):
        settings.load(tmp_path)


def test_a_folder_without_settings_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no project here"):
        settings.load(tmp_path)
