// How things look: one description of shapes, painted on the canvas and written as SVG.
const WIDTH = data.size.width, ROW = data.size.pitch_y;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const LIGHT = {
  paper: "#ffffff", ink: "#1b1f24", muted: "#57606a", lane: "#f5f7f9", laneEdge: "#d5dbe1", band: "#8a94a0", line: "#3b4550", over: "#6b7580", asked: "#0063a3", chosen: "#0b57d0",
  forum: ["#e9f2fa", "#0063a3"], cluster: ["#f8ecf4", "#a23b7c"], organisation: ["#e7f4ee", "#007355"], person: ["#fff6df", "#8f6200"],
  initiative: ["#fdeee5", "#b84a00"], meeting: ["#e8f5fc", "#1f78a8"], fold: ["#ffffff", "#57606a"],
};
const DARK = {
  paper: "#14181d", ink: "#f0f3f6", muted: "#aab4bf", lane: "#1b2128", laneEdge: "#343d47", band: "#8b96a3", line: "#c3ccd6", over: "#98a3af", asked: "#6cbcf5", chosen: "#8ab4ff",
  forum: ["#15293a", "#56b4e9"], cluster: ["#33202d", "#dd97bd"], organisation: ["#12301f", "#3ccb9c"], person: ["#352a10", "#f0b429"],
  initiative: ["#3a2214", "#ff9052"], meeting: ["#17303d", "#7cc8f0"], fold: ["#14181d", "#aab4bf"],
};
const darkMode = matchMedia("(prefers-color-scheme: dark)");
let look = darkMode.matches ? DARK : LIGHT;
const DASH = { solid: [], dashed: [9, 6], dotted: [2, 5], mixed: [10, 4, 2, 4] };

const ruler = document.createElement("canvas").getContext("2d");
const wrapped = new Map();

let ruled = ""; // the font of the ruler; setting one costs more than measuring

function textWidth(text, size, weight = 400) {
  const font = `${weight} ${size}px ${FONT}`;
  if (font !== ruled) ruler.font = ruled = font;
  return ruler.measureText(text).width;
}

/** A label in at most three lines that fit the node; the full name stands in the panel and the table. */
function wrap(text, width = WIDTH - 20) {
  if (wrapped.has(text)) return wrapped.get(text);
  const rows = [""];
  const pieces = text.split(/\s+/).flatMap((word) => broken(word, width));
  for (const { piece, glue } of pieces) {
    const last = rows.at(-1), glued = last && glue ? `${last} ${piece}` : last + piece;
    if (!last || (glue && fits(glued, width)) || (!glue && !last.endsWith("-") && fits(glued, width))) rows[rows.length - 1] = glued;
    else rows.push(piece);
  }
  const fitted = rows.slice(0, 3);
  if (rows.length > 3) fitted[2] = shorten(rows[2], width, true);
  wrapped.set(text, fitted);
  return fitted;
}

const fits = (text, width) => textWidth(text, 14, 500) <= width;

/** A word that is too long for a node in pieces with a hyphen, best after a vowel and before a consonant. */
function broken(word, width) {
  const pieces = [];
  let rest = word, glue = true;
  while (!fits(rest, width) && rest.length > 6) {
    let end = rest.length - 3;
    while (end > 3 && !fits(rest.slice(0, end) + "-", width)) end--;
    const best = [end, end - 1, end - 2, end - 3].find((i) => i > 3 && /[aeiouyæøås]/i.test(rest[i - 1]) && !/[aeiouyæøå-]/i.test(rest[i])) ?? end;
    pieces.push({ piece: rest.slice(0, best) + (rest[best - 1] === "-" ? "" : "-"), glue });
    rest = rest.slice(best);
    glue = false;
  }
  return [...pieces, { piece: rest, glue }];
}

function shorten(line, width, more) {
  if (!more && fits(line, width)) return line;
  let kept = line;
  while (kept && !fits(kept + "…", width)) kept = kept.slice(0, -1);
  return kept.trimEnd() + "…";
}

const heightOf = (lines) => 20 + 16 * lines.length;

/** The outline of a kind as an SVG path around x, y. */
function outline(kind, x, y, w, h) {
  const l = x - w / 2, t = y - h / 2, r = x + w / 2, b = y + h / 2;
  const round = { person: h / 2, organisation: 0, forum: 10, cluster: 10, fold: 6 }[kind];
  if (kind === "initiative") {
    const d = 14;
    return `M${l + d},${t}L${r - d},${t}L${r},${y}L${r - d},${b}L${l + d},${b}L${l},${y}Z`;
  }
  if (kind === "meeting") return `M${x},${t - 10}L${r},${y}L${x},${b + 10}L${l},${y}Z`;
  if (!round) return `M${l},${t}H${r}V${b}H${l}Z`;
  const a = `A${round},${round} 0 0 1 `;
  return `M${l + round},${t}H${r - round}${a}${r},${t + round}V${b - round}${a}${r - round},${b}H${l + round}${a}${l},${b - round}V${t + round}${a}${l + round},${t}Z`;
}

/** Paints on a canvas. */
function canvasPen(ctx) {
  return {
    path(d, { fill, stroke, width = 1, dash = [], alpha = 1, cap = "butt" }) {
      const path = new Path2D(d);
      ctx.save();
      ctx.globalAlpha = alpha;
      if (fill) { ctx.fillStyle = fill; ctx.fill(path); }
      if (stroke) {
        ctx.strokeStyle = stroke; ctx.lineWidth = width; ctx.setLineDash(dash); ctx.lineCap = cap; ctx.lineJoin = "round";
        ctx.stroke(path);
      }
      ctx.restore();
    },
    text(x, y, text, { size = 14, weight = 400, fill, align = "center", alpha = 1 }) {
      ctx.save();
      ctx.globalAlpha = alpha;
      ctx.font = `${weight} ${size}px ${FONT}`;
      ctx.textAlign = align; ctx.textBaseline = "middle"; ctx.fillStyle = fill;
      ctx.fillText(text, x, y);
      ctx.restore();
    },
  };
}

/** Writes SVG elements; texts are set as text nodes. */
function svgPen(svg) {
  const add = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    svg.append(element);
    return element;
  };
  return {
    path(d, { fill, stroke, width = 1, dash = [], alpha = 1, cap = "butt" }) {
      add("path", {
        d, fill: fill ?? "none", stroke: stroke ?? "none", "stroke-width": width, "stroke-dasharray": dash.join(" ") || "none", "stroke-linecap": cap,
        "stroke-linejoin": "round", opacity: alpha,
      });
    },
    text(x, y, text, { size = 14, weight = 400, fill, align = "center", alpha = 1 }) {
      const anchor = { center: "middle", left: "start", right: "end" }[align];
      const element = add("text", {
        x, y, fill, "font-size": size, "font-weight": weight, "font-family": FONT, "text-anchor": anchor, "dominant-baseline": "central", opacity: alpha,
      });
      element.textContent = text;
    },
  };
}

function paintNode(pen, shown, { chosen = false, faded = false, focus = false } = {}) {
  const { x, y, kind, lines, h } = shown;
  const [fill, edge] = look[kind] ?? look.forum;
  const alpha = faded ? 0.38 : 1;
  const w = WIDTH;
  if (chosen) pen.path(outline(kind, x, y, w + 10, h + 10), { stroke: look.chosen, width: 3 });
  if (kind === "fold") {
    pen.path(outline(kind, x + 6, y + 6, w, h), { fill: look.paper, stroke: edge, width: 1, alpha });
    pen.path(outline(kind, x + 3, y + 3, w, h), { fill: look.paper, stroke: edge, width: 1, alpha });
  }
  pen.path(outline(kind, x, y, w, h), { fill: look.paper });
  pen.path(outline(kind, x, y, w, h), { fill, stroke: edge, width: focus ? 4 : 1.5, alpha });
  if (kind === "cluster") pen.path(outline(kind, x, y, w - 7, h - 7), { stroke: edge, width: 1, alpha });
  lines.forEach((line, i) => pen.text(x, y + (i - (lines.length - 1) / 2) * 16, line, { weight: focus ? 700 : 500, fill: look.ink, alpha }));
}

function lineColour(status) {
  return { solid: look.line, dashed: look.asked, dotted: look.over, mixed: look.over }[FORM[status]];
}

function paintLine(pen, route, line, { chosen = false, faded = false } = {}) {
  const form = FORM[line.status], stroke = chosen ? look.chosen : lineColour(line.status);
  const alpha = faded ? 0.15 : 1;
  pen.path(route.path, { stroke, width: chosen ? 3 : 1.75, dash: DASH[form], alpha, cap: form === "dotted" ? "round" : "butt" });
  pen.path(arrowHead(route), { fill: stroke, alpha });
}

function arrowHead({ tip, from }) {
  const angle = Math.atan2(tip[1] - from[1], tip[0] - from[0]);
  const corner = (turn, length) => `${tip[0] - length * Math.cos(angle + turn)},${tip[1] - length * Math.sin(angle + turn)}`;
  return `M${tip[0]},${tip[1]}L${corner(0.42, 11)}L${corner(-0.42, 11)}Z`;
}

/** A name without what follows its last comma, where that is said already. */
const without = (name, said) => (said && name.endsWith(`, ${said}`) ? name.slice(0, -said.length - 2) : name);

const roundedBox = (box, side, above, below) => outline("forum", box.x + box.width / 2, box.y + box.height / 2 + (below - above) / 2, box.width + 2 * side, box.height + above + below);

function paintLanes(pen, ground) {
  for (const region of ground.regions) pen.path(roundedBox(region, 14, 40, 10), { fill: look.lane, stroke: look.laneEdge });
  for (const lane of ground.lanes) if (lane.label) pen.path(roundedBox(lane, 0, 8, 0), { fill: look.paper, stroke: look.laneEdge });
}

/** The names of regions, lanes and ranks, over the lines. */
function paintNames(pen, ground) {
  for (const region of ground.regions) paintName(pen, region.x, region.y - 20, region.label || say("lane.none"), 16, look.ink, look.lane);
  for (const lane of ground.lanes) if (lane.label) paintName(pen, lane.x + 10, lane.y + 8, shorten(without(lane.label, regionAt(ground, lane)), lane.width - 16, false), 13, look.cluster[1], look.paper);
  if (bandWidth()) for (const band of ground.bands) pen.text(band.x - 28, band.y + band.height / 2, say("rank." + band.label), { size: 14, weight: 600, fill: look.muted, align: "right" });
}

const regionAt = (ground, lane) => ground.regions.find((r) => lane.x >= r.x && lane.x < r.x + r.width)?.label;

function paintName(pen, x, y, text, size, fill, under) {
  const width = textWidth(text, size, 600);
  pen.path(outline("organisation", x + width / 2, y, width + 6, size + 4), { fill: under });
  pen.text(x, y, text, { size, weight: 600, fill, align: "left" });
}
