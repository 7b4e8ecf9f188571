// Pointer and keys, then the first sight.
let pressed = null; // where the pointer went down; what is dragged is no click
board.addEventListener("pointerdown", (event) => { pressed = [event.clientX, event.clientY]; });
board.addEventListener("click", (event) => {
  if (pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 6) return;
  const at = hit(pointedAt(event));
  if (at?.node && foldById.has(at.node)) toggleFold(at.node);
  choose(at);
});

function pointedAt(event) {
  const box = board.getBoundingClientRect();
  return inDrawing({ x: event.clientX - box.left, y: event.clientY - box.top });
}

board.addEventListener("mousemove", (event) => {
  if (event.buttons || lines.length > 1500) return;
  const on = hit(pointedAt(event));
  board.style.cursor = on ? "pointer" : "grab";
  const key = on?.line?.key ?? null;
  if (key !== state.hovered) { state.hovered = key; repaint(); }
});

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** The nearest node in a direction; sideways counts double, so that one goes along rows and columns. */
function neighbour([dx, dy]) {
  const from = shown.get(state.chosen?.node ?? state.chosen?.line?.source);
  if (!from) return [...shown.values()].sort((a, b) => a.y - b.y || a.x - b.x)[0];
  let best = null;
  for (const node of shown.values()) {
    const ahead = (node.x - from.x) * dx + (node.y - from.y) * dy, aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
    if (ahead <= 1) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best?.node;
}

board.addEventListener("keydown", (event) => {
  if (ARROWS[event.key]) {
    const next = neighbour(ARROWS[event.key]);
    if (next) choose({ node: next.id });
  } else if (event.key === "Enter" && state.chosen?.node && foldById.has(state.chosen.node)) { toggleFold(state.chosen.node); choose(state.chosen); }
  else if (event.key === "Enter" && state.chosen) panelBody.focus();
  else if (event.key === "Escape") choose(null);
  else if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? 1.25 : 1 / 1.25);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});
panel.addEventListener("keydown", (event) => { if (event.key === "Escape") { choose(null); board.focus(); } });
addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== search) { event.preventDefault(); search.focus(); }
});

function zoom(by) {
  aim(camera.x, camera.y, camera.scale * by);
  fitted = false;
}

const on = (id, act) => document.getElementById(id).addEventListener("click", act);
on("close", () => { choose(null); board.focus(); });
on("fit", () => fit());
on("closer", () => zoom(1.25));
on("farther", () => zoom(1 / 1.25));
on("png", savePng);
on("svg", () => save(svgAddress(), "svg"));
on("to-print", () => { preparePrint(); print(); });
darkMode.addEventListener("change", () => { look = darkMode.matches ? DARK : LIGHT; repaint(); });
/** Where on the board a line can be clicked and nothing else is hit; for tests and for those who drive the page by a program. */
document.clickable = (id) => {
  const line = lines.find((l) => l.edges.some((e) => e.id === id));
  if (!line) return [];
  const spots = Array.from({ length: 39 }, (_, i) => along(routes.get(line.key).points, (i + 1) / 40));
  return spots.filter((spot) => hit(spot)?.line === line).map(onBoard);
};

// First what is seen: the program stands before the sentences and the library, so the browser has not even read those yet.
document.getElementById("choices").open = innerWidth > 900;
if (data.story) fillFilters();
fillDays();
refresh();
fillTables();
fit();
readHash();
paint(0);
performance.mark("drawn");

let { width, height } = boardSize();
new ResizeObserver(() => {
  if (board.clientWidth === width && board.clientHeight === height) return;
  resized();
  if (fitted && board.clientWidth !== width) fit(state.chosen ? WITH_PANEL : undefined);
  ({ width, height } = boardSize());
}).observe(board);

// Then the rest, when that stands: a click has been answered all along.
const REST = [
  () => { if (!data.story) fillFilters(); },
  () => { if (state.chosen) choose(state.chosen, { speak: false }); },
  readLibrary,
  startNetwork,
  () => { tablesAsked = true; fillTables(); },
  () => { performance.mark("complete"); document.documentElement.dataset.ready = "true"; },
];

const whenIdle = window.requestIdleCallback ?? setTimeout;

/** One task after the other, with time for the reader in between. */
function next() {
  REST.shift()();
  if (REST.length) whenIdle(next);
}
addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => requestAnimationFrame(() => whenIdle(next))));
