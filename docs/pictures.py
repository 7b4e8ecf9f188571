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
    program = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if program is None:
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
        take(program, f"{page.as_uri()}#line={quote(asked_for(page), safe='')}", HERE / "drawing.png")
    return 0


def asked_for(page: Path) -> str:
    """The id of a line that is asked for and has a sentence, best one of who refers to whom; empty where there is none."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)
    edges = json.loads(found[1])["edges"] if found else []
    asked = [edge for edge in edges if edge["status"] in PENDING and edge["quotes"]]
    return min(asked, key=lambda edge: (edge["kind"] != "reports_to", edge["id"]), default={"id": ""})["id"]


def take(program: str, address: str, target: Path) -> None:
    """Photograph a page as it is after its program has run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"])
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
        page.goto(address)
        page.wait_for_selector("html[data-ready]")
        page.wait_for_timeout(500)
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
