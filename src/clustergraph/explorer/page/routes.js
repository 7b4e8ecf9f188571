// The way of each line: upright past the nodes of the rows between, across only in the space between two rows, never through a node.
// Lines of one form to one node come together on their way, as in an organisation chart.
const CLEAR = 8; // from a node to a line that passes it
const BEND = 9; // how round a corner is

/** Routes by key of the line: {path, points, tip, from, box}. */
function routesFor(lines, shown) {
  const rows = rowsOf(shown), ys = [...rows.keys()].sort((a, b) => a - b);
  const ports = portsOf(lines, shown);
  const plans = lines.map((line) => plan(line, shown.get(line.source), shown.get(line.target), rows, ys, ports));
  spread(plans);
  layTracks(plans, rows);
  return new Map(plans.map((p) => [p.line.key, rounded(p.points ?? cornersOf(p))]));
}

function rowsOf(shown) {
  const rows = new Map();
  for (const node of shown.values()) {
    if (!rows.has(node.y)) rows.set(node.y, []);
    rows.get(node.y).push(node);
  }
  for (const row of rows.values()) {
    row.sort((a, b) => a.x - b.x);
    row.half = Math.max(...row.map((n) => n.h)) / 2;
  }
  return rows;
}

const streamOf = (line) => `${line.target}\n${FORM[line.status]}`;

/** Where on its node each line begins and ends: key + end → x. Lines that come together end at one place. */
function portsOf(lines, shown) {
  const sides = new Map();
  for (const line of lines) {
    const a = shown.get(line.source), b = shown.get(line.target);
    for (const [here, there, end] of [[a, b, line.key + "\na"], [b, a, streamOf(line)]]) {
      const side = `${here.id}\n${there.y <= here.y ? "top" : "bottom"}`;
      if (!sides.has(side)) sides.set(side, new Map());
      const ends = sides.get(side);
      if (!ends.has(end)) ends.set(end, { here, at: [] });
      ends.get(end).at.push(there.x);
    }
  }
  const ports = new Map();
  for (const [side, ends] of sides) {
    const ordered = [...ends].map(([end, { here, at }]) => ({ end, here, at: at.reduce((p, q) => p + q, 0) / at.length }));
    ordered.sort((p, q) => p.at - q.at || (p.end < q.end ? -1 : 1));
    const step = Math.min(22, (WIDTH - 40) / ordered.length);
    ordered.forEach(({ end, here }, i) => ports.set(`${side}\n${end}`, here.x + (i - (ordered.length - 1) / 2) * step));
  }
  return ports;
}

/** The rows that a line passes and the upright it takes through each: {line, a, b, up, ys, xs}; or its points, where it stays in its row. */
function plan(line, a, b, rows, ys, ports) {
  const side = (here, there) => `${here.id}\n${there.y <= here.y ? "top" : "bottom"}`;
  const ax = ports.get(`${side(a, b)}\n${line.key}\na`), bx = ports.get(`${side(b, a)}\n${streamOf(line)}`);
  if (a.y === b.y) {
    const row = rows.get(a.y), step = Math.sign(b.x - a.x);
    if (Math.abs(row.indexOf(a) - row.indexOf(b)) === 1) {
      const shift = line.source < line.target ? -6 : 6;
      return { line, points: [[a.x + (step * WIDTH) / 2, a.y + shift], [b.x - (step * WIDTH) / 2, b.y + shift]] };
    }
    return { line, a, b, up: -1, same: true, ys: [a.y], xs: [ax, bx] };
  }
  const up = b.y < a.y ? -1 : 1;
  const passed = ys.filter((y) => (y - a.y) * up > 0 && (b.y - y) * up > 0).sort((p, q) => (p - q) * up);
  return { line, a, b, up, ys: [a.y, ...passed, b.y], xs: [ax, ...uprights(passed.map((y) => rows.get(y)), ax, bx), bx] };
}

/** One upright through all rows where there is one; else as few turns as can be. */
function uprights(rows, ax, bx) {
  if (!rows.length) return [];
  const free = (row, x) => row.every((n) => Math.abs(n.x - x) >= WIDTH / 2 + CLEAR);
  const edges = rows.flatMap((row) => row.flatMap((n) => [n.x - WIDTH / 2 - CLEAR - 6, n.x + WIDTH / 2 + CLEAR + 6]));
  const costs = [ax, bx, ...edges].filter((x) => rows.every((row) => free(row, x))).map((x) => ({ x, cost: Math.abs(x - ax) + Math.abs(x - bx) + (x === ax || x === bx ? 0 : 12) }));
  const straight = costs.sort((p, q) => p.cost - q.cost || p.x - q.x)[0];
  const direct = Math.abs(ax - bx);
  if (straight && straight.cost <= direct + 2 * data.size.pitch_x) return rows.map(() => straight.x);
  const found = [];
  let x = ax;
  for (const row of rows) {
    if (!free(row, x)) {
      const holes = row.flatMap((n) => [n.x - WIDTH / 2 - CLEAR - 6, n.x + WIDTH / 2 + CLEAR + 6]).filter((h) => free(row, h));
      const from = x;
      x = holes.sort((p, q) => Math.abs(p - from) + 0.6 * Math.abs(p - bx) - Math.abs(q - from) - 0.6 * Math.abs(q - bx))[0];
    }
    found.push(x);
  }
  return found;
}

/** Uprights of different streams that fall together are moved apart a little. */
function spread(plans) {
  const taken = new Map(), uprightsOf = new Map();
  for (const p of plans) {
    if (!p.xs) continue;
    for (let i = 1; i < p.xs.length - 1; i++) {
      const key = `${p.ys[i]} ${Math.round(p.xs[i] / 14)}`;
      if (!taken.has(key)) taken.set(key, new Map());
      const streams = taken.get(key), stream = streamOf(p.line);
      if (!streams.has(stream)) streams.set(stream, streams.size);
      const turn = streams.get(stream);
      const own = uprightsOf.get(`${p.ys[i]} ${stream}`)?.find((x) => Math.abs(x - p.xs[i]) < 9);
      if (own !== undefined) { p.xs[i] = own; continue; }
      p.xs[i] += Math.max(-10, Math.min(10, Math.ceil(turn / 2) * 5 * (turn % 2 ? 1 : -1)));
      const mine = `${p.ys[i]} ${stream}`;
      uprightsOf.set(mine, [...(uprightsOf.get(mine) ?? []), p.xs[i]]);
    }
    for (let i = p.xs.length - 2; i >= 0; i--) if (Math.abs(p.xs[i] - p.xs[i + 1]) < 9) p.xs[i] = p.xs[i + 1];
  }
}

/** Each way across gets a height of its own in the space between two rows; those that do not meet share one. */
function layTracks(plans, rows) {
  const spaces = new Map();
  for (const p of plans) {
    if (!p.xs) continue;
    p.tracks = [];
    for (let i = 1; i < p.xs.length; i++) {
      const from = p.ys[i - 1], to = p.same ? from : p.ys[i];
      const low = p.same ? rowAbove(rows, from) : Math.min(from, to), high = Math.max(from, to);
      const key = `${low}\n${high}`;
      if (!spaces.has(key)) spaces.set(key, { low, high, runs: new Map() });
      if (Math.abs(p.xs[i] - p.xs[i - 1]) < 1) continue;
      const runs = spaces.get(key).runs, stream = streamOf(p.line);
      const run = runs.get(stream) ?? { left: Infinity, right: -Infinity, users: [] };
      run.left = Math.min(run.left, p.xs[i - 1], p.xs[i]);
      run.right = Math.max(run.right, p.xs[i - 1], p.xs[i]);
      run.users.push([p, i - 1]);
      runs.set(stream, run);
    }
  }
  for (const { low, high, runs } of spaces.values()) {
    const top = (rows.get(low)?.half ?? -high + low + 70) + low + 14, bottom = high - rows.get(high).half - 14;
    const levels = [];
    for (const run of [...runs.values()].sort((p, q) => p.left - q.left || p.right - q.right)) {
      let level = levels.findIndex((end) => end + 8 < run.left);
      if (level < 0) level = levels.length;
      levels[level] = run.right;
      run.level = level;
    }
    const step = Math.min(8, (bottom - top) / Math.max(1, levels.length - 1));
    const first = (top + bottom) / 2 - (step * (levels.length - 1)) / 2;
    for (const run of runs.values()) for (const [p, i] of run.users) p.tracks[i] = first + run.level * step;
  }
}

const rowAbove = (rows, y) => Math.max(...[...rows.keys()].filter((other) => other < y), y - 140);

function cornersOf(p) {
  const points = [[p.xs[0], p.a.y + (p.up * p.a.h) / 2]];
  for (let i = 1; i < p.xs.length; i++) {
    const y = p.tracks[i - 1];
    if (y !== undefined) points.push([p.xs[i - 1], y], [p.xs[i], y]);
  }
  points.push([p.xs.at(-1), p.b.y - (p.same ? -p.up : p.up) * (p.b.h / 2)]);
  return points;
}

/** A path through corners, each rounded. It is drawn from its tip, so that the dashes of lines that come together fall together. */
function rounded(corners) {
  const points = [...corners].reverse();
  let path = `M${points[0]}`;
  const samples = [points[0]];
  for (let i = 1; i < points.length - 1; i++) {
    const [p, q, r] = [points[i - 1], points[i], points[i + 1]];
    const near = (o) => {
      const length = Math.hypot(o[0] - q[0], o[1] - q[1]) || 1, d = Math.min(BEND, length / 2);
      return [q[0] + ((o[0] - q[0]) / length) * d, q[1] + ((o[1] - q[1]) / length) * d];
    };
    const into = near(p), out = near(r);
    path += `L${into}Q${q} ${out}`;
    samples.push(into, out);
  }
  path += `L${points.at(-1)}`;
  samples.push(points.at(-1));
  const xs = samples.map((p) => p[0]), ys = samples.map((p) => p[1]);
  return { path, points: samples, tip: samples[0], from: samples[1], box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
}

/** The point at a share of a route's length, from its tip. */
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
