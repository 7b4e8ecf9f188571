// The drawing on the canvas: what is in sight, how it moves, what the pointer is on.
const ground = structuredClone(data.ground); // lanes, regions and bands; they grow when a counted node opens
const shown = new Map(); // id → {id, x, y, h, kind, lines}
let lines = [], routes = new Map(), linked = new Set(), labelBoxes = [];

for (const node of data.network.nodes) show(node.id, node.x, node.y);

function show(id, x, y) {
  const fold = foldById.get(id), node = fold ?? nodeById.get(id);
  const label = fold ? foldLabel(fold) : nodeLabel(node);
  const wrappedLabel = wrap(label);
  shown.set(id, { id, x, y, kind: fold ? "fold" : node.kind, lines: wrappedLabel, h: heightOf(wrappedLabel), label });
}

/** What stands in the lane of a cluster need not name it again, nor a cluster its region. */
function nodeLabel({ label, cluster, region }) {
  return cluster ? without(without(label, cluster), without(cluster, region)) : label;
}

const board = document.getElementById("board");
const visNodes = new vis.DataSet(data.network.nodes.map((n) => ({ ...n, ctxRenderer: renderNode })));
const visEdges = new vis.DataSet(data.network.edges);
const network = new vis.Network(board, { nodes: visNodes, edges: visEdges }, data.network.options);

function renderNode({ ctx, id }) {
  const node = shown.get(id);
  return {
    drawNode() {
      if (node) paintNode(canvasPen(ctx), node, { chosen: isChosen(id), faded: isFaded(id), focus: data.focus === id });
    },
    nodeDimensions: { width: WIDTH, height: node ? node.h : 36 },
  };
}

const isChosen = (id) => state.chosen?.node === id;

/** Nodes that no line of the day and the filters touches, and what has nothing to do with the chosen one, step back. */
function isFaded(id) {
  if (!linked.has(id) && linesOf.get(id)?.length !== 0) return true;
  const at = state.chosen;
  if (!at) return false;
  if (at.line) return at.line.source !== id && at.line.target !== id;
  return at.node !== id && !lines.some((l) => (l.source === at.node && l.target === id) || (l.target === at.node && l.source === id));
}

function lineFaded(line) {
  const at = state.chosen;
  if (!at) return false;
  return at.line ? at.line.key !== line.key : line.source !== at.node && line.target !== at.node;
}

network.on("beforeDrawing", (ctx) => {
  const pen = canvasPen(ctx);
  paintLanes(pen, ground);
  for (const line of lines) if (!isLit(line)) paintLine(pen, routes.get(line.key), line, { faded: lineFaded(line) });
  for (const line of lines) if (isLit(line)) paintLine(pen, routes.get(line.key), line, { chosen: true });
  paintNames(pen, ground);
});
network.on("afterDrawing", (ctx) => paintLabels(canvasPen(ctx), network.getScale()));

const isLit = (line) => state.chosen?.line?.key === line.key || state.hovered === line.key;

const lineWord = (line) => {
  const count = line.edges.length > 1 ? ` · ${line.edges.length}` : "";
  return `${say("kind." + line.kind)} · ${say("status." + line.status)}${count}`;
};

/** The word at the line: always for what is not in force, for all when one looks close, in full for the chosen one. */
function paintLabels(pen, scale) {
  labelBoxes = [...shown.values()].map((n) => [n.x - WIDTH / 2, n.y - n.h / 2, n.x + WIDTH / 2, n.y + n.h / 2]);
  const size = Math.min(12 / Math.min(scale, 1), 17), said = new Set();
  for (const line of [...lines].sort((a, b) => isLit(b) - isLit(a))) {
    const near = state.chosen?.node === line.source || state.chosen?.node === line.target;
    const full = isLit(line) || scale >= 1.15 || (near && lines.length < 400);
    if (!full && (FORM[line.status] === "solid" || scale < 0.5 || lineFaded(line))) continue;
    if (lineFaded(line) && !isLit(line)) continue;
    // Lines that come together on their way share one word.
    if (!full && said.has(streamOf(line) + line.status)) continue;
    said.add(streamOf(line) + line.status);
    paintLabel(pen, line, full ? lineWord(line) : say("status." + line.status), size);
  }
}

function paintLabel(pen, line, text, size) {
  const width = textWidth(text, size, 500) + 8, height = size + 6;
  for (const share of [0.6, 0.72, 0.45, 0.82, 0.3, 0.9, 0.18]) {
    const [x, y] = along(routes.get(line.key).points, share);
    const box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
    const free = labelBoxes.every((o) => box[2] < o[0] || box[0] > o[2] || box[3] < o[1] || box[1] > o[3]);
    if (!free) continue;
    labelBoxes.push(box);
    pen.path(outline("fold", x, y, width, height), { fill: look.paper });
    pen.text(x, y, text, { size, weight: 500, fill: isLit(line) ? look.chosen : lineColour(line.status) });
    return;
  }
}

/** Lines, routes and the table anew, after a change of day, filter or fold. */
function refresh() {
  lines = shownLines();
  linked = new Set(lines.flatMap((l) => [l.source, l.target]));
  if (lines.length === 0) shown.forEach((_, id) => linked.add(id));
  for (const line of lines) line.status = line.edges.length === 1 ? statusOn(line.edges[0], state.day) : line.status;
  routes = routesFor(lines, shown);
  if (state.chosen?.line) {
    const still = lines.find((l) => l.key === state.chosen.line.key);
    state.chosen = still ? { line: still } : null;
  }
  document.documentElement.dataset.lines = lines.length;
  network.redraw();
}

function hit(point) {
  for (const node of shown.values()) {
    if (Math.abs(point[0] - node.x) <= WIDTH / 2 && Math.abs(point[1] - node.y) <= node.h / 2) return { node: node.id };
  }
  const reach = Math.max(6, 9 / network.getScale());
  let best = null;
  for (const line of lines) {
    const far = distance(point, routes.get(line.key).points);
    if (far <= reach && (!best || far < best.far)) best = { far, line };
  }
  return best ? { line: best.line } : null;
}

/** Open a counted node by one handful, or close it again; what lies below makes room. */
function toggleFold(id) {
  const fold = foldById.get(id), was = rowsNeeded(fold, fold.open);
  const before = fold.open;
  fold.open = fold.open >= fold.members.length ? 0 : Math.min(fold.members.length, fold.open + data.handful);
  const grown = (rowsNeeded(fold, fold.open) - was) * ROW, at = shown.get(id);
  const below = at.y + was * ROW + 1;
  for (const node of shown.values()) if (node.y >= below && !isMember(fold, node.id)) moveTo(node.id, node.x, node.y + grown);
  growGround(at, below, grown);
  if (fold.open > before) fold.members.slice(before, fold.open).forEach((m, i) => addMember(fold, m, before + i, at));
  else fold.members.slice(0, before).forEach(removeNode);
  show(id, at.x, at.y);
  refresh();
}

const isMember = (fold, id) => foldOf.get(id) === fold;

function columnsOf(fold) {
  const at = shown.get(fold.id);
  const lane = ground.lanes.find((l) => at.x >= l.x && at.x <= l.x + l.width && !fold.wide) ?? { x: ground.bands[0].x, width: ground.bands[0].width };
  return { lane, count: Math.max(1, Math.floor(lane.width / data.size.pitch_x + 0.01)) };
}

const rowsNeeded = (fold, open) => Math.ceil(open / columnsOf(fold).count);

function addMember(fold, id, index, at) {
  const { lane, count } = columnsOf(fold);
  const step = lane.width / count;
  show(id, lane.x + ((index % count) + 0.5) * step, at.y + (1 + Math.floor(index / count)) * ROW);
  visNodes.add({ id, x: shown.get(id).x, y: shown.get(id).y, shape: "custom", physics: false, ctxRenderer: renderNode });
}

function removeNode(id) {
  shown.delete(id);
  visNodes.remove(id);
}

function moveTo(id, x, y) {
  Object.assign(shown.get(id), { x, y });
  network.moveNode(id, x, y);
}

function growGround(at, below, grown) {
  for (const box of [...ground.lanes, ...ground.regions, ...ground.bands]) {
    if (box.y >= below) box.y += grown;
    else if (box.y + box.height >= at.y) box.height += grown;
  }
}

/** A folded node is brought to sight. */
function reveal(id) {
  const fold = foldOf.get(id);
  while (fold && placeInFold.get(id) >= fold.open) toggleFold(fold.id);
}

function bounds() {
  const nodes = [...shown.values()];
  return {
    left: Math.min(...nodes.map((n) => n.x)) - WIDTH / 2 - 24 - bandWidth(), right: Math.max(...nodes.map((n) => n.x + WIDTH / 2), ...ground.regions.map((r) => r.x + r.width)) + 24,
    top: Math.min(...nodes.map((n) => n.y - n.h / 2)) - 84, bottom: Math.max(...nodes.map((n) => n.y + n.h / 2), ...ground.regions.map((r) => r.y + r.height)) + 20,
  };
}

/** The room for the names of the ranks; on a phone the order of the rows says it alone. */
const bandWidth = () => boardSize().width < 560 ? 0 : Math.max(...ground.bands.map((b) => textWidth(say("rank." + b.label), 14, 600)), 0) + 24;

let measured = null; // asking the page for a size makes it lay itself out anew: once a change is enough

function boardSize() {
  measured ??= { width: board.clientWidth, height: board.clientHeight };
  return measured;
}

let fitted = true; // until someone moves or zooms, the drawing follows the size of its board

function wholeScale() {
  const b = bounds();
  return Math.min(boardSize().width / (b.right - b.left), boardSize().height / (b.bottom - b.top), 1.15);
}

/** The whole drawing where it stays readable; else its upper left part, at a size that can be read. */
function fit(least = data.least_scale) {
  if (!shown.size) return;
  const b = bounds(), w = board.clientWidth, h = board.clientHeight, scale = Math.max(wholeScale(), least);
  const tall = (b.bottom - b.top) * scale > h + 1, broad = (b.right - b.left) * scale > w + 1;
  const x = broad ? b.left + w / scale / 2 : (b.left + b.right) / 2;
  const y = tall ? b.top + h / scale / 2 : (b.top + b.bottom) / 2;
  network.moveTo({ position: { x, y }, scale, animation: false });
  fitted = true;
}

function centre(id, scale = Math.max(network.getScale(), 0.9)) {
  const node = shown.get(shownAs(id)) ?? shown.get(id);
  if (!node) return;
  network.moveTo({ position: { x: node.x, y: node.y }, scale, animation: false });
  fitted = false;
}

/** Both ends of a line and what lies between, as large as they go into the view and can be read. */
function centreLine(line) {
  const points = routes.get(line.key).points, xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
  const left = Math.min(...xs) - WIDTH / 2 - 20, right = Math.max(...xs) + WIDTH / 2 + 20, top = Math.min(...ys) - 80, bottom = Math.max(...ys) + 80;
  fitted = false;
  const scale = Math.max(0.5, Math.min(board.clientWidth / (right - left), board.clientHeight / (bottom - top), 1));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
}

const inView = (node) => {
  const at = network.canvasToDOM({ x: node.x, y: node.y });
  return at.x > 60 && at.y > 40 && at.x < board.clientWidth - 60 && at.y < board.clientHeight - 40;
};
