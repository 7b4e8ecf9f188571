// The data of the page, its indexes, and which nodes and lines are in sight.
// What nodes and lines are stands before the program; what is said of them comes after it, and is read when it is first asked for.
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const say = (key) => words[key] ?? key.replaceAll("_", " ");
const nodeById = new Map(data.nodes.map((n) => [n.id, n]));
const edgeById = new Map(data.edges.map((e) => [e.id, e]));
const foldById = new Map(data.folds.map((f) => [f.id, f]));
const foldOf = new Map(), placeInFold = new Map();
for (const fold of data.folds) {
  fold.open = 0; // how many of its members are in sight
  fold.members.forEach((m, i) => { foldOf.set(m, fold); placeInFold.set(m, i); });
}

let saidOnce = null;

/** Facts and sentences; none as long as the browser has not come to where they stand. */
function said() {
  const block = document.getElementById("said");
  if (block) saidOnce ??= JSON.parse(block.textContent);
  return saidOnce ?? { quotes: [], nodes: {}, edges: {} };
}

const factsOfNode = (id) => said().nodes[id] ?? [];
const factsOfEdge = (id) => said().edges[id]?.facts ?? [];
const quotesOfEdge = (id) => said().edges[id]?.quotes ?? [];

const linesOf = new Map(data.nodes.map((n) => [n.id, []]));
for (const edge of data.edges) {
  linesOf.get(edge.source).push(edge);
  if (edge.target !== edge.source) linesOf.get(edge.target).push(edge);
}

const state = {
  day: data.day,
  chosen: null, // {node: id} or {line: shown line}
  hovered: null,
  off: { status: new Set(), kind: new Set(), region: new Set(), cluster: new Set(), node: new Set() },
};

const SIGNS = {
  in_force: "●", approved: "●", requested: "○", proposed: "○", lapsed: "◌", former: "◌", denied: "◌", unclear: "?",
};
const FORM = {
  in_force: "solid", approved: "solid", requested: "dashed", proposed: "dashed", lapsed: "dotted", former: "dotted", denied: "dotted", unclear: "mixed",
};

let collator = null; // dear to make, and not needed for a picture

/** The order of two names in the reader's language. */
function inOrder(one, other) {
  collator ??= new Intl.Collator(data.lang, { sensitivity: "base", numeric: true });
  return collator.compare(one, other);
}

/** Words as they are compared in a search: å = aa, ø = oe, æ = ae, no case, no accents. */
function plain(text) {
  return text.toLowerCase().replaceAll("å", "aa").replaceAll("ø", "oe").replaceAll("æ", "ae").normalize("NFD").replace(/\p{M}/gu, "");
}

function foldLabel(fold) {
  const left = fold.members.length - fold.open;
  const what = words["many." + fold.what] ?? say("many.node");
  if (left === 0) return `${say("fold.close")} ${fold.members.length} ${what}`;
  return fold.open ? `${left} ${say("fold.more")} ${what}` : `${left} ${what}`;
}

/** The id under which a node is drawn: its own, or that of the counted node it lies in. */
function shownAs(id) {
  const fold = foldOf.get(id);
  return !fold || placeInFold.get(id) < fold.open ? id : fold.id;
}

function allowed(node) {
  return !(state.off.region.has(node.region ?? "") || state.off.cluster.has(node.cluster ?? "") || state.off.node.has(node.kind));
}

/** The lines that pass filters and day: [{edge, status}]. */
function countedLines() {
  const found = [];
  for (const edge of data.edges) {
    const status = statusOn(edge, state.day);
    if (!status || state.off.status.has(status) || state.off.kind.has(edge.kind)) continue;
    if (allowed(nodeById.get(edge.source)) && allowed(nodeById.get(edge.target))) found.push({ edge, status });
  }
  return found;
}

/** Lines as drawn: ends folded where their nodes are, equal ones between counted nodes drawn once. */
function shownLines() {
  const found = new Map();
  for (const { edge, status } of counted) {
    const source = shownAs(edge.source), target = shownAs(edge.target);
    if (source === target) continue;
    const folded = source !== edge.source || target !== edge.target;
    const key = folded ? [source, target, FORM[status], edge.kind].join("\n") : edge.id;
    const line = found.get(key);
    if (line) line.edges.push(edge);
    else found.set(key, { key, source, target, status, kind: edge.kind, edges: [edge] });
  }
  return [...found.values()];
}
