from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The documents that are kept outside the project; without them the test is left out, on the build machine it fails."""
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("the folder of shared documents is missing")
        pytest.skip("the folder of shared documents is missing")
    return SHARED


@pytest.fixture(scope="session")
def annotated(shared_folder: Path) -> list[tuple[Path, dict[str, Any]]]:
    """All annotated documents with their annotation."""
    found = []
    for gold in sorted([*shared_folder.glob("gold/*.gold.json"), *shared_folder.glob("practice/*.gold.json")]):
        stem = gold.name.removesuffix(".gold.json")
        text = next(p for folder in ("seeds", "practice") for p in sorted((shared_folder / folder).glob(f"{stem}*.txt")))
        found.append((text, json.loads(gold.read_text(encoding="utf-8"))))
    return found
