// The way of each line: up or down between the rows, past the nodes of the rows between, never through one.
const CLEAR = 12; // from a node to a line that passes it

/** Routes by key of the line: {path, tip, from, points}. */
function routesFor(lines, shown) {
  const rows = rowsOf(shown);
  const ports = portsOf(lines, shown);
  const tracks = new Map();
  const routes = new Map();
  for (const line of lines) {
    const a = shown.get(line.source), b = shown.get(line.target);
    const points = a.y === b.y ? beside(line, a, b, rows, ports) : between(line, a, b, rows, ports, tracks);
    routes.set(line.key, routeOf(points));
  }
  return routes;
}

function rowsOf(shown) {
  const rows = new Map();
  for (const node of shown.values()) {
    if (!rows.has(node.y)) rows.set(node.y, []);
    rows.get(node.y).push(node);
  }
  for (const row of rows.values()) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** Where on its node each line begins and ends, spread so that lines do not meet: key + end → x. */
function portsOf(lines, shown) {
  const sides = new Map();
  for (const line of lines) {
    const a = shown.get(line.source), b = shown.get(line.target);
    const over = a.y === b.y;
    for (const [here, there, end] of [[a, b, "a"], [b, a, "b"]]) {
      const side = `${here.id}\n${over || there.y < here.y ? "top" : "bottom"}`;
      if (!sides.has(side)) sides.set(side, []);
      sides.get(side).push({ key: line.key + "\n" + end, at: there.x, here, order: line.key });
    }
  }
  const ports = new Map();
  for (const ends of sides.values()) {
    ends.sort((p, q) => p.at - q.at || (p.order < q.order ? -1 : 1));
    const step = Math.min(20, (WIDTH - 50) / ends.length);
    ends.forEach((end, i) => ports.set(end.key, end.here.x + (i - (ends.length - 1) / 2) * step));
  }
  return ports;
}

/** Between two nodes of one row: straight where they are neighbours, else over the heads of those between. */
function beside(line, a, b, rows, ports) {
  const row = rows.get(a.y), step = Math.sign(b.x - a.x);
  if (Math.abs(row.indexOf(a) - row.indexOf(b)) === 1) {
    const shift = line.source < line.target ? -7 : 7;
    return [[a.x + (step * WIDTH) / 2, a.y + shift], [b.x - (step * WIDTH) / 2, b.y + shift]];
  }
  const ax = ports.get(line.key + "\na"), bx = ports.get(line.key + "\nb");
  const top = Math.min(a.y - a.h / 2, b.y - b.h / 2) - 22;
  return [[ax, a.y - a.h / 2], [(ax + bx) / 2, top], [bx, b.y - b.h / 2]];
}

function between(line, a, b, rows, ports, tracks) {
  const up = b.y < a.y ? -1 : 1;
  const start = [ports.get(line.key + "\na"), a.y + (up * a.h) / 2], end = [ports.get(line.key + "\nb"), b.y - (up * b.h) / 2];
  const points = [start];
  const passed = [...rows.keys()].filter((y) => (y - a.y) * up > 0 && (b.y - y) * up > 0).sort((p, q) => (p - q) * up);
  for (const y of passed) {
    const share = (y - start[1]) / (end[1] - start[1]);
    const x = gap(rows.get(y), start[0] + (end[0] - start[0]) * share, points.at(-1)[0], y, line, tracks);
    const half = Math.max(...rows.get(y).map((n) => n.h)) / 2 + 4;
    points.push([x, y - up * half], [x, y + up * half]);
  }
  return [...points, end];
}

/** The free place of a row that is nearest to where a line wants to pass; lines to different nodes keep some space. */
function gap(row, wanted, before, y, line, tracks) {
  const holes = [];
  let left = -Infinity;
  for (const node of row) {
    const from = node.x - WIDTH / 2 - CLEAR;
    if (from >= left) holes.push([left, from]);
    left = node.x + WIDTH / 2 + CLEAR;
  }
  holes.push([left, Infinity]);
  let best = null;
  for (const [from, to] of holes) {
    const x = Math.min(Math.max(wanted, from), to);
    const cost = Math.abs(x - wanted) + 0.3 * Math.abs(x - before);
    if (!best || cost < best.cost) best = { x, cost, from, to };
  }
  const key = `${y} ${Math.round(best.x / 12)}`;
  if (!tracks.has(key)) tracks.set(key, new Map());
  const taken = tracks.get(key), end = `${line.target} ${line.status}`;
  if (!taken.has(end)) taken.set(end, taken.size);
  const turn = taken.get(end), shift = Math.ceil(turn / 2) * 5 * (turn % 2 ? 1 : -1);
  return best.x + Math.max(-8, Math.min(8, shift));
}

/** A smooth path through points, upright at each. */
function routeOf(points) {
  let path = `M${points[0]}`;
  const samples = [points[0]];
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1], [x1, y1] = points[i];
    if (Math.abs(x0 - x1) < 0.5 || Math.abs(y0 - y1) < 0.5) {
      path += `L${x1},${y1}`;
      samples.push([(x0 + x1) / 2, (y0 + y1) / 2], [x1, y1]);
      continue;
    }
    const flat = points.length === 3 && points[0][1] === points[2][1];
    const c = flat ? (i === 1 ? [x0, y1, x0, y1] : [x1, y0, x1, y0]) : [x0, (y0 + y1) / 2, x1, (y0 + y1) / 2];
    path += `C${c[0]},${c[1]} ${c[2]},${c[3]} ${x1},${y1}`;
    for (let s = 1; s <= 10; s++) samples.push(cubic([x0, y0], [c[0], c[1]], [c[2], c[3]], [x1, y1], s / 10));
  }
  return { path, points: samples, tip: points.at(-1), from: samples.at(-2) };
}

function cubic(p, q, r, s, t) {
  const u = 1 - t, mix = (i) => u * u * u * p[i] + 3 * u * u * t * q[i] + 3 * u * t * t * r[i] + t * t * t * s[i];
  return [mix(0), mix(1)];
}

/** The point at a share of a route's length. */
function along(points, share) {
  const lengths = points.slice(1).map((p, i) => Math.hypot(p[0] - points[i][0], p[1] - points[i][1]));
  let left = share * lengths.reduce((a, b) => a + b, 0);
  for (let i = 0; i < lengths.length; i++) {
    if (left <= lengths[i]) {
      const t = lengths[i] ? left / lengths[i] : 0;
      return [points[i][0] + (points[i + 1][0] - points[i][0]) * t, points[i][1] + (points[i + 1][1] - points[i][1]) * t];
    }
    left -= lengths[i];
  }
  return points.at(-1);
}

function distance([x, y], points) {
  let best = Infinity;
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1], [bx, by] = points[i], dx = bx - ax, dy = by - ay;
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return best;
}
