"""The container file and the systemd unit say what is so: paths that exist, options that there are, a unit that systemd can read."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from clustergraph.cli.serve import serve_command
from clustergraph.settings import FILE

ROOT = Path(__file__).resolve().parents[2]
CONTAINER = ROOT / "deploy" / "Containerfile"
UNIT = ROOT / "deploy" / "clustergraph.service"
pytestmark = pytest.mark.skipif(not CONTAINER.is_file(), reason="left out: the folder deploy/ is not here")


def steps() -> list[tuple[str, str]]:
    """Instruction and argument, with continued lines joined."""
    text = re.sub(r"\\\n", " ", CONTAINER.read_text(encoding="utf-8"))
    return [tuple(line.split(None, 1)) for line in text.splitlines() if line and not line.startswith("#")]  # type: ignore[misc]


def command(name: str) -> list[str]:
    return json.loads(next(argument for word, argument in steps() if word == name))


def options(words: list[str]) -> set[str]:
    """The options given behind ``serve``."""
    return {word for word in words[words.index("serve") + 1 :] if word.startswith("--")}


def known() -> set[str]:
    return {name for parameter in serve_command.params for name in parameter.opts}


def test_each_step_is_one_that_there_is():
    words = [word for word, _ in steps()]
    assert words == ["FROM", "COPY", "RUN", "USER", "WORKDIR", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT"]


def test_what_is_copied_in_is_here_and_not_left_out():
    run = next(argument for word, argument in steps() if word == "RUN")
    wanted = [ROOT / path.removeprefix("/src/") for path in re.findall(r"/src/\S+", run)] + [
        ROOT / "pyproject.toml",
        ROOT / "README.md",
        ROOT / "src",
    ]
    left_out = {line for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}
    for path in wanted:
        assert path.exists() and path.name not in left_out, path
    forced = re.findall(r'^"?([\w./]+)"? = "clustergraph/', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert all((ROOT / path).exists() and path.split("/")[0] not in left_out for path in forced)


def test_the_container_starts_with_options_that_there_are():
    entry = command("ENTRYPOINT")
    assert entry[0] == "clustergraph" and options(entry) <= known()
    host, token = entry[entry.index("--host") + 1], "--token-file" in entry
    assert host == "0.0.0.0" and token  # all addresses, so a token is needed
    assert "/health" in CONTAINER.read_text(encoding="utf-8")
    assert FILE == "clustergraph.toml"  # what lies in /project


def test_the_unit_starts_with_options_that_there_are():
    text = UNIT.read_text(encoding="utf-8")
    for line in re.findall(r"^#?\s*ExecStart=(.*)$", text, re.MULTILINE):
        assert options(shlex.split(line)) <= known(), line


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="left out: no systemd on this machine")
def test_systemd_reads_the_unit(tmp_path):
    program = tmp_path / "clustergraph"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    unit = tmp_path / "clustergraph.service"
    unit.write_text(UNIT.read_text(encoding="utf-8").replace("/opt/clustergraph/bin/clustergraph", str(program)), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, "")
