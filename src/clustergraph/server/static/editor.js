// Asks the endpoint and shows its answer: as a table, as a chart where it is one, as a graph where it is triples. The box is a plain one where the editor was not bundled.
const form = document.getElementById("ask"), box = document.getElementById("query"), words = JSON.parse(document.getElementById("words").textContent);
const told = document.getElementById("told"), wrong = document.getElementById("wrong"), answer = document.getElementById("answer");
const forms = answer.querySelector(".forms"), shown = answer.querySelector(".shown"), place = form.dataset;
const FIRST_ROWS = 200, BARS = 60, MANY_NODES = 300, STORE = "clustergraph.queries";
const FORMATS = { CSV: "text/csv", TSV: "text/tab-separated-values", JSON: "application/sparql-results+json", XML: "application/sparql-results+xml" };
const GRAPHS = { Turtle: "text/turtle", "N-Triples": "application/n-triples", "JSON-LD": "application/ld+json" };
let prefixes = {}, editor = null, asking = null;

function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

// ── asking ──────────────────────────────────────────────────────────────────────────────────────

function body() {
  const found = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (!["query", "lang"].includes(name)) found.append(name, value);
  found.append("query", box.value);
  return found;
}

async function ask(accept, signal) {
  const sent = body(), query = sent.get("query"), address = new URL(place.endpoint, location.href);
  sent.delete("query");
  sent.forEach((value, name) => address.searchParams.set(name, value));
  return fetch(address, { method: "POST", headers: { Accept: accept, "Content-Type": "application/sparql-query" }, body: query, signal });
}

async function run() {
  asking?.abort();
  const mine = (asking = new AbortController()), begun = performance.now();
  clear();
  told.textContent = words.busy;
  document.getElementById("stop").hidden = false;
  try {
    const found = await ask("application/sparql-results+json, application/n-triples;q=0.9", mine.signal);
    if (!found.ok) { told.textContent = ""; fault(await found.json().catch(() => ({ error: found.statusText }))); return; }
    const triples = found.headers.get("content-type").includes("n-triples"), given = triples ? parsed(await found.text()) : await found.json();
    const seconds = ((performance.now() - begun) / 1000).toFixed(2);
    if (triples) showTriples(given, seconds);
    else if ("boolean" in given) told.textContent = given.boolean ? words.yes : words.no;
    else showRows(given, seconds);
  } catch (error) {
    told.textContent = error.name === "AbortError" ? words.stopped : words.lost;
  } finally {
    if (asking === mine) { asking = null; document.getElementById("stop").hidden = true; }
  }
}

function clear() {
  wrong.hidden = true;
  answer.hidden = true;
  told.textContent = "";
  editor?.mark();
}

function fault({ error, line, column }) {
  wrong.replaceChildren(line ? filled(words.at, { line, column }) : words.wrong, " ", error ?? "");
  if (line) {
    wrong.append(el("button", { type: "button", class: "quiet", onclick: () => go(line, column) }, words.go));
    editor?.mark(line, column, error);
  }
  wrong.hidden = false;
}

function go(line, column) {
  if (editor) { editor.focus(); return; }
  const before = box.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0), at = before + column - 1;
  box.focus();
  box.setSelectionRange(at, Math.max(at + 1, at + (/^\S+/.exec(box.value.slice(at))?.[0].length ?? 1)));
}

// ── what an answer holds ────────────────────────────────────────────────────────────────────────

function short(address) {
  const own = address.startsWith(place.base) ? address.slice(place.base.length) : null;
  if (own) return own;
  const found = Object.entries(prefixes).filter(([, namespace]) => address.startsWith(namespace)).sort((a, b) => b[1].length - a[1].length)[0];
  return found ? `${found[0]}:${address.slice(found[1].length)}` : address;
}

const PAGES = /^(person|organisation|forum|cluster|initiative|meeting|document)\/[^/]+$/;

function cell(term) {
  if (!term) return "–";
  if (term.type !== "uri") return term.value;
  const own = term.value.startsWith(place.base) ? term.value.slice(place.base.length) : "";
  if (PAGES.test(own)) {
    const page = new URL(place.page, location.href);
    page.pathname = own.startsWith("document/") ? page.pathname.replace(/page\/$/, own) : page.pathname + own;
    return el("a", { href: page.pathname + page.search }, own);
  }
  return short(term.value);
}

function table(heads, rows, caption) {
  const tbody = el("tbody"), more = el("button", { type: "button", class: "quiet" }, filled(words.more, { n: rows.length }));
  const add = (some) => tbody.append(...some.map((row) => el("tr", {}, ...row.map((value, i) => el(i ? "td" : "th", { scope: i ? null : "row", "data-name": heads[i] }, el("div", {}, cell(value)))))));
  add(rows.slice(0, FIRST_ROWS));
  more.addEventListener("click", () => { add(rows.slice(FIRST_ROWS)); more.remove(); });
  const whole = el("table", {}, el("caption", { class: "unseen" }, caption), el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))), tbody);
  return [el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption }, whole), rows.length > FIRST_ROWS ? more : ""];
}

function present(views, formats, count, seconds) {
  const buttons = views.map(([name, make]) => el("button", { type: "button", class: "link-button", "aria-pressed": "false", onclick: (event) => choose(event.target, make) }, name));
  const downloads = Object.entries(formats).map(([name, media]) => el("button", { type: "button", class: "link-button", onclick: () => download(name, media) }, name));
  forms.replaceChildren(...(views.length > 1 ? buttons : []), el("span", { class: "small" }, `${words.download}: `), ...downloads);
  answer.hidden = false;
  told.textContent = filled(words.rows, { n: count, seconds });
  choose(buttons[0], views[0][1]);
}

function choose(button, make) {
  for (const other of forms.querySelectorAll("[aria-pressed]")) other.setAttribute("aria-pressed", String(other === button));
  shown.replaceChildren();
  shown.append(...[make()].flat());
}

function showRows({ head, results }, seconds) {
  const heads = head.vars, rows = results.bindings.map((binding) => heads.map((name) => binding[name]));
  if (!rows.length) { told.textContent = words.none; return; }
  const views = [[words.table, () => table(heads, rows, words.answer ?? words.table)]], numbers = chartable(heads, rows);
  if (numbers) views.push([words.chart, () => chart(heads, rows, numbers)]);
  present(views, FORMATS, rows.length, seconds);
}

// ── a chart ─────────────────────────────────────────────────────────────────────────────────────

const isNumber = (term) => term?.type === "literal" && /#(integer|int|long|decimal|double|float|nonNegativeInteger)$/.test(term.datatype ?? "");

/** One column of words and one of numbers, few enough to be seen: [place of the words, place of the numbers]. */
function chartable(heads, rows) {
  if (rows.length < 2 || rows.length > BARS) return null;
  const value = heads.findIndex((_, i) => rows.every((row) => isNumber(row[i]) && Number(row[i].value) >= 0));
  const label = heads.findIndex((_, i) => i !== value && rows.every((row) => row[i]) && new Set(rows.map((row) => row[i].value)).size === rows.length);
  return value >= 0 && label >= 0 ? [label, value] : null;
}

function svg(name, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function chart(heads, rows, [label, value]) {
  const wide = 720, left = 280, high = 26, most = Math.max(...rows.map((row) => Number(row[value].value)), 1);
  const title = filled(words.chart_of, { value: heads[value], label: heads[label] });
  const picture = svg("svg", { viewBox: `0 0 ${wide} ${rows.length * high + 8}`, width: wide, height: rows.length * high + 8, role: "img", "aria-label": title });
  rows.forEach((row, i) => {
    const number = Number(row[value].value), name = row[label].type === "uri" ? short(row[label].value) : row[label].value, length = (number / most) * (wide - left - 90);
    picture.append(svg("text", { x: left - 8, y: i * high + 18, "text-anchor": "end" }, name.length > 40 ? `${name.slice(0, 39)}…` : name));
    picture.append(svg("rect", { x: left, y: i * high + 4, width: Math.max(1, length), height: high - 8, class: "bar" }));
    picture.append(svg("text", { x: left + length + 6, y: i * high + 18 }, number.toLocaleString(document.documentElement.lang)));
  });
  return el("figure", {}, picture, el("figcaption", {}, title));
}

// ── triples ─────────────────────────────────────────────────────────────────────────────────────

const LINE = /^\s*(<[^>]*>|_:\S+)\s+(<[^>]*>)\s+(<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@[\w-]+)?)\s*\.\s*$/;
const SIGNS = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f" };
const plain = (text) => text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, a, b, c) => (a || b ? String.fromCodePoint(parseInt(a || b, 16)) : (SIGNS[c] ?? c)));

function term(text) {
  if (text.startsWith("<")) return { type: "uri", value: plain(text.slice(1, -1)) };
  if (text.startsWith("_:")) return { type: "bnode", value: text };
  return { type: "literal", value: plain(text.slice(1, text.lastIndexOf('"'))) };
}

const parsed = (text) => text.split("\n").map((line) => LINE.exec(line)).filter(Boolean).map((found) => found.slice(1, 4).map(term));

function showTriples(triples, seconds) {
  if (!triples.length) { told.textContent = words.none; return; }
  const heads = [words.subject, words.predicate, words.object], whole = () => table(heads, triples, words.table);
  present([[words.graph, () => net(triples)], [words.table, whole]], GRAPHS, triples.length, seconds);
}

let library = null;
function load() {
  library ??= new Promise((resolve, reject) => document.head.append(el("script", { src: place.vis, onload: resolve, onerror: reject })));
  return library;
}

/** The triples between things as nodes and lines; a name that a triple gives a thing stands on its node. */
function net(triples) {
  const board = el("div", { class: "net", role: "img", "aria-label": filled(words.graph_of, { n: triples.length }) });
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const labels = new Map(triples.filter(([, how, what]) => what.type === "literal" && /(prefLabel|name|label|title)$/.test(how.value)).map(([who, , what]) => [who.value, what.value]));
  const ids = new Map(), lines = [];
  const node = (one) => { if (!ids.has(one.value)) ids.set(one.value, ids.size); return ids.get(one.value); };
  for (const [who, how, what] of triples.filter(([, , what]) => what.type !== "literal")) {
    if (ids.size >= MANY_NODES && !(ids.has(who.value) && ids.has(what.value))) continue;
    lines.push({ from: node(who), to: node(what), label: short(how.value), arrows: "to" });
  }
  if (!ids.size) triples.slice(0, MANY_NODES).forEach(([who]) => node(who));
  const nodes = [...ids].map(([address, id]) => ({ id, label: labels.get(address) ?? short(address), shape: "box" }));
  load().then(() => {
    const font = { color: colour("--ink"), face: "system-ui, sans-serif", size: 14, strokeWidth: 0 };
    new vis.Network(board, { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(lines) }, {
      nodes: { font, color: { background: colour("--forum-in"), border: colour("--forum") }, widthConstraint: { maximum: 180 } },
      edges: { font: { ...font, size: 12, color: colour("--muted"), background: colour("--paper") }, color: colour("--line"), smooth: false },
      physics: { stabilization: { iterations: 120 }, barnesHut: { springLength: 160, avoidOverlap: 0.3 } },
      interaction: { keyboard: false },
    });
  }).catch(() => { told.textContent = words.lost; });
  return board;
}

async function download(name, media) {
  const found = await ask(media);
  if (!found.ok) { fault(await found.json().catch(() => ({}))); return; }
  const address = URL.createObjectURL(await found.blob());
  el("a", { href: address, download: `clustergraph.${{ Turtle: "ttl", "N-Triples": "nt", "JSON-LD": "jsonld" }[name] ?? name.toLowerCase()}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// ── one's own questions ─────────────────────────────────────────────────────────────────────────

function mine() { try { return JSON.parse(localStorage.getItem(STORE)) ?? {}; } catch { return {}; } }
function keepAll(all) { try { localStorage.setItem(STORE, JSON.stringify(all)); } catch { /* a browser that keeps nothing */ } list(); }

function list() {
  const all = Object.entries(mine()).sort(([a], [b]) => a.localeCompare(b, document.documentElement.lang)), section = document.getElementById("mine");
  section.hidden = !all.length;
  section.querySelector("ul").replaceChildren(...all.map(([name, text]) => el("li", {},
    el("button", { type: "button", class: "link-button", onclick: () => { put(text); box.focus(); editor?.focus(); } }, name),
    el("button", { type: "button", class: "link-button", "aria-label": `${words.delete} ${name}`, onclick: () => { const left = mine(); delete left[name]; keepAll(left); } }, words.delete),
  )));
}

function put(text) { box.value = text; editor?.set(text); clear(); }

document.getElementById("keep").addEventListener("click", (event) => {
  const line = el("form", { class: "acts" }), name = el("input", { "aria-label": words.ask_name, placeholder: words.ask_name, maxlength: "80", required: true });
  line.append(name, el("button", {}, event.target.textContent));
  line.addEventListener("submit", (sent) => { sent.preventDefault(); keepAll({ ...mine(), [name.value.trim()]: box.value }); line.remove(); event.target.focus(); });
  form.after(line);
  name.focus();
});
document.getElementById("link").addEventListener("click", () => {
  const address = new URL(location.href);
  address.searchParams.delete("name");
  address.searchParams.set("query", box.value);
  history.replaceState(null, "", address);
  navigator.clipboard?.writeText(address.href).catch(() => {});
  told.textContent = words.copied;
});
document.getElementById("stop").addEventListener("click", () => asking?.abort());
for (const name of ["keep", "link"]) document.getElementById(name).hidden = false;
form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
box.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); } });
list();

async function names(text) {
  const address = new URL(place.names, location.href);
  address.searchParams.set("q", text);
  return fetch(address).then((found) => found.json()).then((found) => found.rows).catch(() => []);
}

const terms = await fetch(place.terms).then((found) => (found.ok ? found.json() : null)).catch(() => null) ?? { prefixes: {}, terms: [] };
prefixes = terms.prefixes;
if (place.bundle) {
  try {
    const { edit } = await import(new URL(place.bundle, location.href));
    editor = edit(box, { terms, find: names, label: document.querySelector('label[for="query"]').textContent, run, changed: () => editor?.mark() });
  } catch { /* the plain box stays */ }
}
document.documentElement.dataset.ready = "true";
