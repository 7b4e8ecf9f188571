// The drawing on the canvas: what is in sight, how it moves, what the pointer is on.
const ground = structuredClone(data.ground); // lanes, regions and bands; they grow when a counted node opens
const shown = new Map(); // id → {id, x, y, h, kind, lines}
let counted = [], lines = [], routes = new Map(), linked = new Set(), labelBoxes = [];

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

/** All that lies within [left, top, right, bottom], from the ground up. */
function paintDrawing(pen, scale, within) {
  paintLanes(pen, ground);
  const near = lines.filter((line) => meets(routes.get(line.key).box, within));
  for (const line of near) if (!isLit(line)) paintLine(pen, routes.get(line.key), line, { faded: lineFaded(line) });
  for (const line of near) if (isLit(line)) paintLine(pen, routes.get(line.key), line, { chosen: true });
  paintNames(pen, ground);
  for (const node of shown.values()) {
    if (meets(boxOf(node), within)) paintNode(pen, node, { chosen: isChosen(node.id), faded: isFaded(node.id), focus: data.focus === node.id });
  }
  paintLabels(pen, near, scale);
}

const boxOf = (node) => [node.x - WIDTH / 2, node.y - node.h / 2, node.x + WIDTH / 2, node.y + node.h / 2];

const meets = (one, other) => one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];

const isLit = (line) => state.chosen?.line?.key === line.key || state.hovered === line.key;

const lineWord = (line) => {
  const count = line.edges.length > 1 ? ` · ${line.edges.length}` : "";
  return `${say("kind." + line.kind)} · ${say("status." + line.status)}${count}`;
};

/** The word at the line: always for what is not in force, for all when one looks close, in full for the chosen one. */
function paintLabels(pen, near, scale) {
  labelBoxes = [...shown.values()].map(boxOf);
  const size = Math.min(12 / Math.min(scale, 1), 17), said = new Set();
  for (const line of [...near].sort((a, b) => isLit(b) - isLit(a))) {
    const beside = state.chosen?.node === line.source || state.chosen?.node === line.target;
    const full = isLit(line) || scale >= 1.15 || (beside && lines.length < 400);
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
  counted = countedLines();
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
  repaint();
}

function hit(point) {
  for (const node of shown.values()) {
    if (Math.abs(point[0] - node.x) <= WIDTH / 2 && Math.abs(point[1] - node.y) <= node.h / 2) return { node: node.id };
  }
  const reach = Math.max(6, 9 / camera.scale);
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
  for (const node of shown.values()) if (node.y >= below && !isMember(fold, node.id)) node.y += grown;
  growGround(at, below, grown);
  if (fold.open > before) fold.members.slice(before, fold.open).forEach((m, i) => addMember(fold, m, before + i, at));
  else fold.members.slice(0, before).forEach((m) => shown.delete(m));
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
