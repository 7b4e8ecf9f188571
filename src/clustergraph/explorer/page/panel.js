// The panel: facts with period and status, and each sentence with its neighbours and its place.
const panel = document.getElementById("panel"), panelBody = document.getElementById("panel-body"), spoken = document.getElementById("spoken");

/** An element with attributes and children; strings become text nodes. */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
  return element;
}

function choose(chosen, { move = false, speak = true } = {}) {
  state.chosen = chosen;
  panel.hidden = !chosen;
  document.body.classList.toggle("with-panel", Boolean(chosen));
  if (chosen) {
    panelBody.replaceChildren(...(chosen.line ? linePanel(chosen.line) : nodePanel(chosen.node)));
    panelBody.scrollTop = 0;
    if (speak) spoken.textContent = panelBody.querySelector("h2").textContent;
  }
  settle(move);
  writeHash();
}

const WITH_PANEL = 0.5; // beside the panel the whole drawing may be a little smaller

/** After the panel has taken its place: the whole drawing where that was in sight, else at least what is chosen. */
function settle(move) {
  resized();
  const at = state.chosen;
  if (fitted && at && wholeScale() >= WITH_PANEL) fit(WITH_PANEL);
  else if (at?.node && shown.has(at.node) && (move || !inView(shown.get(at.node)))) centre(at.node);
  else if (at?.line && !(inView(shown.get(at.line.source)) && inView(shown.get(at.line.target)))) centreLine(at.line);
  repaint();
}

function nodePanel(id) {
  const fold = foldById.get(id);
  if (fold) return foldPanel(fold);
  const node = nodeById.get(id), facts = factsOfNode(id), aliases = node.aliases ?? [];
  const own = counted.filter(({ edge }) => edge.source === id || edge.target === id);
  const out = own.filter(({ edge }) => edge.source === id), into = own.filter(({ edge }) => edge.source !== id);
  return [
    el("p", { class: "over" }, kindMark(node.kind), say("kindof." + node.kind), node.type && node.type !== node.kind ? ` · ${say("type." + node.type)}` : ""),
    el("h2", {}, node.label),
    place(node),
    aliases.length ? el("p", { class: "small" }, `${say("also")}: ${aliases.join(" · ")}`) : null,
    actions(id),
    facts.length ? factList(facts.map((f) => [say(f.name), [asValue(f.value), period(f)].filter(Boolean).join(", ")])) : null,
    ...(facts.some((f) => f.quotes.length) ? sentences([...new Set(facts.flatMap((f) => f.quotes))]) : []),
    ...lineList(out, say("out." + data.view), "target"),
    ...lineList(into, say("into." + data.view), "source"),
    own.length ? null : el("p", { class: "small" }, say("no_lines")),
  ].filter(Boolean);
}

function place(node) {
  const words = [node.cluster, node.region].filter((w) => w && w !== node.label);
  return words.length ? el("p", { class: "small" }, words.join(" · ")) : null;
}

function actions(id) {
  return el(
    "p", { class: "actions" },
    el("button", { type: "button", onclick: () => centre(id, 1) }, say("centre")),
    el("button", { type: "button", onclick: () => openNeighbours(id) }, say("expand")),
    el("button", { type: "button", onclick: copyLink }, say("copy_link")),
  );
}

/** Everything that a node is linked to comes out of its counted node. */
function openNeighbours(id) {
  for (const edge of linesOf.get(id)) reveal(edge.source === id ? edge.target : edge.source);
  choose({ node: id }, { move: true });
}

function foldPanel(fold) {
  return [
    el("p", { class: "over" }, kindMark("fold"), say("kindof.fold")),
    el("h2", {}, foldLabel({ ...fold, open: 0 })),
    el("p", { class: "actions" }, el("button", { type: "button", onclick: () => { toggleFold(fold.id); choose({ node: fold.id }); } }, say(fold.open >= fold.members.length ? "collapse" : "expand"))),
    el("ul", { class: "plain" }, ...fold.members.slice(0, 200).map((m) => el("li", {}, nodeButton(m)))),
  ];
}

function nodeButton(id) {
  return el("button", { type: "button", class: "link", onclick: () => goTo(id) }, nodeById.get(id).label);
}

function goTo(id) {
  reveal(id);
  choose({ node: id }, { move: true });
}

function lineList(own, title, other) {
  if (!own.length) return [];
  const items = own.map(({ edge, status }) =>
    el(
      "li", {},
      el("button", { type: "button", class: "link", onclick: () => goToLine(edge.id) }, statusMark(status), ` ${say("kind." + edge.kind)} `, el("b", {}, nodeById.get(edge[other]).label)),
      el("span", { class: "small" }, `${say("status." + status)}${period(edge) ? ", " + period(edge) : ""}`),
    ),
  );
  return [el("h3", {}, `${title} (${own.length})`), el("ul", { class: "plain" }, ...items)];
}

function goToLine(id) {
  const edge = edgeById.get(id);
  reveal(edge.source);
  reveal(edge.target);
  const line = lines.find((l) => l.edges.includes(edge));
  if (line) choose({ line });
}

function linePanel(line) {
  const first = line.edges[0];
  if (line.edges.length > 1) {
    return [el("p", { class: "over" }, statusMark(line.status), say("status." + line.status)), el("h2", {}, `${line.edges.length} ${say("lines")}: ${say("kind." + line.kind)}`), ...line.edges.flatMap((e) => edgeBlock(e, true))];
  }
  return [
    el("p", { class: "over" }, statusMark(line.status), say("status." + line.status)),
    el("h2", {}, nodeById.get(first.source).label, el("span", { class: "verb" }, ` ${say("kind." + first.kind)} `), nodeById.get(first.target).label),
    ...edgeBlock(first, false),
  ];
}

function edgeBlock(edge, named) {
  const status = statusOn(edge, state.day) ?? edge.status;
  return [
    named ? el("h3", {}, nodeById.get(edge.source).label, el("span", { class: "verb" }, " → "), nodeById.get(edge.target).label) : null,
    factList([
      [say("from"), nodeButton(edge.source)],
      [say("to"), nodeButton(edge.target)],
      [say("status"), `${say("status." + status)}${status !== edge.status ? ` (${say("later")} ${say("status." + edge.status)})` : ""}`],
      [say("period"), period(edge) || say("not_stated")],
      [say("attested"), attested(edge)],
      ...factsOfEdge(edge.id).map((f) => [say(f.name), asValue(f.value)]),
      [say("basis"), edge.inferred ? say("inferred") : ""],
    ]),
    ...sentences(quotesOfEdge(edge.id)),
  ].filter(Boolean);
}

function factList(rows) {
  const list = el("dl", {});
  for (const [name, value] of rows) if (value) list.append(el("dt", {}, name), el("dd", {}, value));
  return list;
}

/** A date as it is written, a word of the graph in the reader's language, else as it is. */
const asValue = (value) => (/^\d{4}(-\d\d){1,2}$/.test(value) ? asDate(value) : (words["value." + value] ?? value));

function sentences(indexes) {
  if (!indexes.length) return [el("p", { class: "small" }, say("no_sentence"))];
  return indexes.map((i) => {
    const q = said().quotes[i];
    return el("figure", { class: "quote" },
      el("blockquote", {}, q.before ? el("span", { class: "beside" }, q.before + " ") : null, el("mark", {}, q.sentence), q.after ? el("span", { class: "beside" }, " " + q.after) : null),
      el("figcaption", {}, sourceLink(q)));
  });
}

function sourceText(q) {
  const parts = [q.document, q.forum, asDate(q.date), q.item ? `${say("item")} ${q.item}` : "", q.line ? `${say("line")} ${q.line}` : ""];
  return parts.filter(Boolean).join(" · ");
}

/** Only web and relative addresses become links; nothing of the data is ever run. */
function sourceLink(q) {
  const safe = q.href && (/^https?:\/\//i.test(q.href) || /^[\w./#-]+$/.test(q.href));
  return safe ? el("a", { href: q.href, rel: "noreferrer" }, sourceText(q)) : sourceText(q);
}

const kindMark = (kind) => el("span", { class: `mark kind-${kind}`, "aria-hidden": "true" });
const statusMark = (status) => el("span", { class: `sign form-${FORM[status]}`, "aria-hidden": "true" }, SIGNS[status]);
