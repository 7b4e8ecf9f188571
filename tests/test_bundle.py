"""The build hook: its sources decide whether the bundle is made anew, the lock names no place, and a failure is a warning."""

import importlib.util
import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def hook():
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path):
    (tmp_path / "frontend").mkdir()
    for name in ("package.json", "package-lock.json", "editor.js"):
        (tmp_path / "frontend" / name).write_bytes((ROOT / "frontend" / name).read_bytes())
    return tmp_path


def built(hook, root):
    place = root / hook.OUT
    place.mkdir(parents=True, exist_ok=True)
    (place / "sources.txt").write_text(hook.digest(root), encoding="utf-8")


def test_the_lock_names_no_place_and_seals_everything():
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert packages and all("resolved" not in one and one["integrity"].startswith("sha512-") for one in packages.values())
    assert "http" not in json.dumps({name: {k: v for k, v in one.items() if k != "funding"} for name, one in packages.items()})


def test_it_is_made_anew_when_a_source_changes(hook, checkout):
    assert not hook.is_current(checkout)
    built(hook, checkout)
    assert hook.is_current(checkout)
    (checkout / "frontend" / "editor.js").write_text("export {};\n", encoding="utf-8")
    assert not hook.is_current(checkout)


@pytest.mark.parametrize(("said", "asked"), [("off", False), ("0", False), ("", True), ("on", True)])
def test_it_can_be_left_out(hook, monkeypatch, said, asked):
    monkeypatch.setenv("CLUSTERGRAPH_BUNDLE", said)
    assert hook.wanted() is asked


class _Hook:
    """What hatch gives a hook, as far as ours looks at it."""

    def __init__(self):
        self.warnings = []
        self.app = self

    def display_warning(self, text):
        self.warnings.append(text)


@pytest.mark.parametrize("problem", [RuntimeError("npm: no network"), OSError("full"), subprocess.TimeoutExpired("npm", 1)])
def test_a_failure_is_a_warning_and_the_build_goes_on(hook, checkout, monkeypatch, problem):
    def fails(_root):
        raise problem

    monkeypatch.delenv("CLUSTERGRAPH_BUNDLE", raising=False)
    monkeypatch.setattr(hook, "ROOT", checkout)
    monkeypatch.setattr(hook, "bundle", fails)
    own, data = _Hook(), {"artifacts": []}
    hook.BundleHook.initialize(own, "standard", data)
    assert len(own.warnings) == 1 and data["artifacts"]


def test_a_program_that_fails_says_why(hook, tmp_path):
    with pytest.raises(RuntimeError, match="no-such-program"):
        hook._run(["no-such-program"], tmp_path)
    with pytest.raises(RuntimeError):
        hook._run(["python3", "-c", "import sys; sys.exit('told')"], tmp_path)


def test_node_comes_along_only_where_there_is_none(hook, checkout, monkeypatch):
    monkeypatch.delenv("CLUSTERGRAPH_BUNDLE", raising=False)
    monkeypatch.setattr(hook, "ROOT", checkout)
    monkeypatch.setattr(hook, "node", lambda: None)
    assert hook.BundleHook.dependencies(_Hook()) == [hook.NODE]
    built(hook, checkout)
    assert hook.BundleHook.dependencies(_Hook()) == []
