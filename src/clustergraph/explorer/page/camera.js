// Where one looks. The picture is painted on a canvas a little larger than the board, so that while it is dragged it is only moved.
// vis-network comes when the first picture stands, and from then on hears the pointer, the wheel and the fingers.
const board = document.getElementById("board"), scene = document.getElementById("scene");
// On the processor: a drawing is many fine dashed paths, which cost more to hand to a graphics card than to paint.
const brush = scene.getContext("2d", { willReadFrequently: true });
const MARGIN = 0.25; // of the board, on every side
const camera = { x: 0, y: 0, scale: 1 }; // what stands in the middle of the board
let network = null, painted = null, awaited = 0;

const inDrawing = ({ x, y }) => [camera.x + (x - boardSize().width / 2) / camera.scale, camera.y + (y - boardSize().height / 2) / camera.scale];
const onBoard = ([x, y]) => ({ x: (x - camera.x) * camera.scale + boardSize().width / 2, y: (y - camera.y) * camera.scale + boardSize().height / 2 });

/** Look at a place of the drawing. */
function aim(x, y, scale = camera.scale) {
  Object.assign(camera, { x, y, scale });
  network?.moveTo({ position: { x, y }, scale, animation: false });
  follow();
}

/** The picture where the camera looks: moved where it was painted so, else painted anew. */
function follow() {
  const x = painted ? Math.round((painted.x - camera.x) * camera.scale) : 0, y = painted ? Math.round((painted.y - camera.y) * camera.scale) : 0;
  if (!painted || painted.scale !== camera.scale || Math.abs(x) > painted.across || Math.abs(y) > painted.down) repaint();
  else scene.style.transform = `translate(${x}px, ${y}px)`;
}

/** Paint with the next frame, however often it is asked for. */
function repaint() {
  painted = null;
  awaited ||= requestAnimationFrame(() => paint());
}

/** Paint now; with no margin that is soonest done. */
function paint(margin = MARGIN) {
  cancelAnimationFrame(awaited);
  awaited = 0;
  const { width, height } = boardSize(), ratio = devicePixelRatio, { x, y, scale } = camera;
  const across = Math.round(width * margin), down = Math.round(height * margin), wide = width + 2 * across, high = height + 2 * down;
  scene.width = wide * ratio;
  scene.height = high * ratio;
  Object.assign(scene.style, { left: `${-across}px`, top: `${-down}px`, width: `${wide}px`, height: `${high}px`, transform: "" });
  brush.setTransform(scale * ratio, 0, 0, scale * ratio, (wide / 2 - x * scale) * ratio, (high / 2 - y * scale) * ratio);
  const half = [wide / 2 / scale, high / 2 / scale];
  paintDrawing(canvasPen(brush), scale, [x - half[0], y - half[1], x + half[0], y + half[1]]);
  painted = { ...camera, across, down };
}

/** A page that is served brings the library as a file; one that opens from anywhere holds it as text. */
function readLibrary() {
  const text = document.getElementById("library")?.textContent, script = document.createElement("script");
  if (!text) return;
  script.textContent = text;
  document.head.append(script);
}

/** The network that pyvis wrote takes over the camera; it shows nothing itself. */
function startNetwork() {
  network = new vis.Network(document.getElementById("network"), data.network, data.network.options);
  network.on("beforeDrawing", () => {
    Object.assign(camera, network.getViewPosition(), { scale: network.getScale() });
    follow();
  });
  network.on("zoom", () => { fitted = false; });
  network.on("dragEnd", () => { fitted = false; });
  resized();
}

/** The board has another size: the same place stays in its middle. */
function resized() {
  measured = null;
  network?.setSize("100%", "100%");
  aim(camera.x, camera.y);
  repaint();
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
  const b = bounds(), { width: w, height: h } = boardSize(), scale = Math.max(wholeScale(), least);
  const tall = (b.bottom - b.top) * scale > h + 1, broad = (b.right - b.left) * scale > w + 1;
  const x = broad ? b.left + w / scale / 2 : (b.left + b.right) / 2;
  const y = tall ? b.top + h / scale / 2 : (b.top + b.bottom) / 2;
  aim(x, y, scale);
  fitted = true;
}

function centre(id, scale = Math.max(camera.scale, 0.9)) {
  const node = shown.get(shownAs(id)) ?? shown.get(id);
  if (!node) return;
  aim(node.x, node.y, scale);
  fitted = false;
}

/** Both ends of a line and what lies between, as large as they go into the view and can be read. */
function centreLine(line) {
  const points = routes.get(line.key).points, xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
  const left = Math.min(...xs) - WIDTH / 2 - 20, right = Math.max(...xs) + WIDTH / 2 + 20, top = Math.min(...ys) - 80, bottom = Math.max(...ys) + 80;
  fitted = false;
  const scale = Math.max(0.5, Math.min(boardSize().width / (right - left), boardSize().height / (bottom - top), 1));
  aim((left + right) / 2, (top + bottom) / 2, scale);
}

const inView = (node) => {
  const at = onBoard([node.x, node.y]), { width, height } = boardSize();
  return at.x > 60 && at.y > 40 && at.x < width - 60 && at.y < height - 40;
};
