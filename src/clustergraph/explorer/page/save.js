// What one takes along: a picture, a print, an address.
/** The drawing as an SVG element, in light colours; a picture that stands alone says below what it shows and as of when. */
function asSvg(alone) {
  const before = look;
  look = LIGHT;
  const b = bounds(), width = Math.ceil(b.right - b.left), height = Math.ceil(b.bottom - b.top) + (alone ? 44 : 0);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", viewBox: `${b.left} ${b.top} ${width} ${height}`, width, height, role: "img", "aria-label": data.title })) svg.setAttribute(key, value);
  const pen = svgPen(svg);
  pen.path(outline("organisation", b.left + width / 2, b.top + height / 2, width, height), { fill: look.paper });
  paintLanes(pen, ground);
  for (const line of lines) paintLine(pen, routes.get(line.key), line);
  paintNames(pen, ground);
  for (const node of shown.values()) paintNode(pen, node, { faded: !linked.has(node.id) && linesOf.get(node.id)?.length !== 0, focus: data.focus === node.id });
  labelBoxes = [...shown.values()].map(boxOf);
  const said = new Set();
  for (const line of lines) {
    const word = streamOf(line) + line.status;
    if (FORM[line.status] !== "solid" && !said.has(word)) paintLabel(pen, line, say("status." + line.status), 14);
    said.add(word);
  }
  const foot = [data.title, state.day ? `${say("valid")} ${asDate(state.day)}` : "", say("legend.short")].filter(Boolean).join(" · ");
  if (alone) pen.text(b.left + 24, b.top + height - 22, foot, { size: 14, fill: look.muted, align: "left" });
  look = before;
  return svg;
}

const svgAddress = () => "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(asSvg(true)));

function save(address, ending) {
  el("a", { href: address, download: `${data.file}.${ending}` }).click();
}

function savePng() {
  const image = new Image();
  image.onload = () => {
    const scale = Math.min(2, 8000 / Math.max(image.width, image.height));
    const canvas = el("canvas", { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    save(canvas.toDataURL("image/png"), "png");
  };
  image.src = svgAddress();
}

function copyLink() {
  writeHash();
  navigator.clipboard?.writeText(location.href).catch(() => {});
  spoken.textContent = say("copied");
}

function preparePrint() {
  document.getElementById("print").replaceChildren(asSvg(false));
  if (!allRows.lines) { allRows.lines = allRows.nodes = true; fillTables(); }
}
addEventListener("beforeprint", preparePrint);
matchMedia("print").addEventListener("change", (event) => event.matches && preparePrint());

function writeHash() {
  const parts = new URLSearchParams();
  if (state.chosen?.node) parts.set("focus", state.chosen.node);
  if (state.chosen?.line) parts.set("line", state.chosen.line.edges[0].id);
  if (state.day && state.day !== data.day) parts.set("day", state.day);
  if (step > 0) parts.set("step", step + 1);
  history.replaceState(null, "", parts.size ? "#" + parts : location.pathname + location.search);
}

function readHash() {
  const parts = new URLSearchParams(location.hash.slice(1));
  tell(Number(parts.get("step")) || 1);
  const day = parts.get("day"), focus = parts.get("focus"), line = parts.get("line");
  if (day && data.day && /^\d{4}-\d\d-\d\d$/.test(day)) setDay(day);
  if (focus && nodeById.has(focus)) goTo(focus);
  else if (focus && foldById.has(focus)) choose({ node: focus });
  else if (line && edgeById.has(line)) goToLine(line);
}
