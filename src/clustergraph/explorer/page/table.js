// The same as a table, for those who read rather than look, and for print.
const FIRST_ROWS = innerWidth < 700 ? 25 : 200;
const allRows = { lines: false, nodes: false };
let tablesAsked = false; // they come after the drawing

/** The count above the drawing, and the tables below it. */
function fillTables() {
  const nodes = data.nodes.filter(allowed);
  document.getElementById("count").textContent = `${counted.length} ${say(counted.length === 1 ? "line_one" : "lines")} · ${nodes.length} ${say("nodes")} · ${data.documents} ${say(data.documents === 1 ? "document_one" : "documents")}`;
  if (!tablesAsked) return;
  const byName = [...counted].sort((a, b) => inOrder(nodeById.get(a.edge.source).label, nodeById.get(b.edge.source).label));
  fill("lines", byName, ({ edge, status }) => [
    el("th", { scope: "row" }, tableButton(edge.source)),
    el("td", {}, say("kind." + edge.kind)),
    el("td", {}, tableButton(edge.target)),
    el("td", { class: "status" }, el("span", {}, statusMark(status), " " + say("status." + status))),
    el("td", {}, period(edge) || "–"),
    el("td", { class: "said" }, ...quotesOfEdge(edge.id).map((i) => said().quotes[i]).map((q) => el("p", {}, `»${q.sentence}« `, el("span", { class: "small" }, sourceText(q))))),
  ], ({ edge }) => edge.id);
  fill("nodes", nodes, (node) => [
    el("th", { scope: "row" }, tableButton(node.id)),
    el("td", {}, say("kindof." + node.kind)),
    el("td", {}, node.region ?? "–"),
    el("td", {}, node.cluster ?? "–"),
    el("td", {}, String(linesOf.get(node.id).length)),
    el("td", {}, factsOfNode(node.id).filter((f) => f.value).map((f) => `${say(f.name)}: ${asValue(f.value)}`).join(" · ") || "–"),
  ], (node) => node.id);
}

function tableButton(id) {
  return el("button", { type: "button", class: "link", onclick: () => { goTo(id); board.scrollIntoView({ block: "nearest" }); } }, nodeById.get(id).label);
}

function fill(name, rows, cells, key) {
  const body = document.querySelector(`#${name} tbody`), more = document.getElementById(`more-${name}`);
  const seen = allRows[name] ? rows : rows.slice(0, FIRST_ROWS);
  const heads = [...document.querySelectorAll(`#${name} thead th`)].map((th) => th.textContent);
  body.replaceChildren(...seen.map((row) => el("tr", { "data-id": key(row) }, ...cells(row).map((cell, i) => { cell.dataset.name = heads[i]; return cell; }))));
  more.hidden = seen.length === rows.length;
  more.textContent = `${say("show_all")} ${rows.length}`;
  more.onclick = () => { allRows[name] = true; fill(name, rows, cells, key); };
}
