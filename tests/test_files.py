"""Files of a project are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from clustergraph.errors import InputError
from clustergraph.files import write


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    write(path, "before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="no space left"):
        write(path, "after")
    assert path.read_text(encoding="utf-8") == "before" and [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_writing_the_same_again_does_not_touch_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, "same")
    stamp = path.stat().st_mtime_ns
    write(path, "same")
    assert path.stat().st_mtime_ns == stamp
