"""A real browser without a network. Pages are opened as files, as they are from an e-mail."""

import os
import shutil
from pathlib import Path

import pytest

ARTEFACTS = Path(__file__).parent / "artefacts"
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser():
    program = chromium()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        program = None
    if program is None:
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail("no chromium (or no playwright) where the browser tests must run")
        pytest.skip("left out: no chromium or no playwright on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGS)
        yield started
        started.close()


class Opened:
    """A page that was opened, what it asked of the network and what it said on the console."""

    def __init__(self, page, requests, errors):
        self.page, self.requests, self.errors = page, requests, errors

    def middle_of_line(self, ident):
        """Where on the screen a line can be clicked: a place that no node and no other line covers."""
        return self.page.evaluate(
            """(id) => {
                const box = document.getElementById('board').getBoundingClientRect();
                for (const spot of document.clickable(id)) {
                    const x = spot.x + box.left, y = spot.y + box.top;
                    if (x > box.left + 5 && x < box.right - 5 && y > box.top + 5 && y < box.bottom - 5) return [x, y];
                }
                return null;
            }""",
            ident,
        )


@pytest.fixture
def open_page(browser, tmp_path):
    """Open an HTML text as a file: ``open_page(html, width=…, height=…, **context)``."""
    contexts = []

    def opened(html: str, width: int = 1280, height: int = 800, fragment: str = "", **options):
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_offline(True)
        page, requests, errors = context.new_page(), [], []
        address = file.as_uri()

        def route(handler):
            if handler.request.url.split("#")[0] == address:
                handler.continue_()
            else:
                requests.append(handler.request.url)
                handler.abort()

        page.route("**/*", route)
        page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: (errors.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.goto(address + fragment)
        page.wait_for_selector("html[data-ready]", timeout=15_000)
        return Opened(page, requests, errors)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def artefacts():
    """The folder in which pictures of the pages are kept; not part of the repository."""
    ARTEFACTS.mkdir(exist_ok=True)
    return ARTEFACTS
