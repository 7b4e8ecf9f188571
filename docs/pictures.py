"""Writes docs/drawing.png, the picture of the README, from the drawing of the shipped documents. Call it with: make picture.

It builds the demo in a temporary folder and photographs its page with a headless Chromium, at the line that says most: one that is asked for.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
SIZE = (1280, 760)
PENDING = ("requested", "proposed")


def main() -> int:
    """Write the picture; 1 where there is no browser to take it with."""
    browser = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if browser is None:
        sys.stderr.write("docs/pictures.py: no Chromium on this machine; install it and call this again\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "demo"
        subprocess.run(
            [sys.executable, "-m", "clustergraph", "demo", str(project), "--lang", "da"],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        page = project / "out" / "graph.html"
        take(browser, f"{page.as_uri()}#line={quote(asked_for(page), safe='')}", HERE / "drawing.png", Path(folder))
    return 0


def asked_for(page: Path) -> str:
    """The id of a line that is asked for and has a sentence, best one of who refers to whom; empty where there is none."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)
    edges = json.loads(found[1])["edges"] if found else []
    asked = [edge for edge in edges if edge["status"] in PENDING and edge["quotes"]]
    return min(asked, key=lambda edge: (edge["kind"] != "reports_to", edge["id"]), default={"id": ""})["id"]


def take(browser: str, address: str, target: Path, profile: Path) -> None:
    """Photograph a page as it is after its program has run."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb", "--virtual-time-budget=4000"]
    size = f"--window-size={SIZE[0]},{SIZE[1]}"
    command = [browser, *options, size, f"--user-data-dir={profile / 'browser'}", f"--screenshot={target}", address]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    sys.exit(main())
