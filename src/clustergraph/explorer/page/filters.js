// Search, filters and the day.
const search = document.getElementById("search"), results = document.getElementById("results");
let index = null, marked = -1;

function found(query) {
  const parts = plain(query).split(/\s+/).filter(Boolean);
  if (!parts.length) return [];
  const start = plain(query.trim());
  index ??= data.nodes.map((n) => ({ id: n.id, label: n.label, text: plain([n.label, ...(n.aliases ?? [])].join(" \n ")) }));
  const rank = (n) => (n.text.startsWith(start) ? 0 : n.text.includes(" " + start) ? 1 : 2);
  return index.filter((n) => parts.every((p) => n.text.includes(p))).sort((a, b) => rank(a) - rank(b) || inOrder(a.label, b.label)).slice(0, 12);
}

function showResults() {
  const hits = found(search.value);
  marked = hits.length ? 0 : -1;
  results.replaceChildren(...hits.map((hit, i) => {
    const node = nodeById.get(hit.id);
    return el("li", { role: "option", id: `hit-${i}`, "data-id": hit.id, "aria-selected": String(i === marked), onmousedown: (e) => { e.preventDefault(); take(hit.id); } },
      kindMark(node.kind), el("span", {}, node.label), el("span", { class: "small" }, node.cluster && node.cluster !== node.label ? node.cluster : ""));
  }));
  if (search.value.trim() && !hits.length) results.append(el("li", { class: "small none", role: "option", "aria-disabled": "true" }, say("search.none")));
  openResults(Boolean(search.value.trim()));
}

function openResults(open) {
  results.hidden = !open;
  search.setAttribute("aria-expanded", String(open));
  if (open && marked >= 0) search.setAttribute("aria-activedescendant", `hit-${marked}`);
  else search.removeAttribute("aria-activedescendant");
}

function take(id) {
  openResults(false);
  search.value = nodeById.get(id).label;
  goTo(id);
}

search.addEventListener("input", showResults);
search.addEventListener("blur", () => openResults(false));
search.addEventListener("keydown", (event) => {
  const options = [...results.querySelectorAll("[data-id]")];
  if (event.key === "Escape") { search.value = ""; openResults(false); }
  if (!options.length || results.hidden) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    marked = (marked + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length;
    options.forEach((o, i) => o.setAttribute("aria-selected", String(i === marked)));
    options[marked].scrollIntoView({ block: "nearest" });
    openResults(true);
  }
  if (event.key === "Enter") { event.preventDefault(); take(options[Math.max(marked, 0)].dataset.id); }
});

/** One box a value; a group of one value needs no choice and is left out. */
function fillFilters() {
  const groups = [
    ["status", unique(data.edges.map((e) => e.status)), (v) => say("status." + v), statusMark],
    ["kind", unique(data.edges.map((e) => e.kind)), (v) => say("kind." + v), null],
    ["node", unique(data.nodes.map((n) => n.kind)), (v) => say("kindof." + v), kindMark],
    ["region", unique(data.nodes.map((n) => n.region ?? "")), (v) => v || say("lane.none"), null],
    ["cluster", unique(data.nodes.map((n) => n.cluster ?? "")), (v) => v || say("cluster.none"), null],
  ];
  const place = document.getElementById("filters");
  groups.forEach(([group, values, name, mark]) => {
    if (values.length < 2) return;
    const sorted = values.sort((a, b) => inOrder(name(a), name(b)));
    const boxes = sorted.map((v) => el("label", {}, el("input", { type: "checkbox", checked: true, "data-group": group, "data-value": v, onchange: (e) => setFilter(group, v, e.target.checked) }), mark ? mark(v) : null, el("span", {}, name(v))));
    place.append(el("details", { open: group === "status" && innerWidth > 800 }, el("summary", {}, say("filter." + group)), ...boxes));
  });
}

const unique = (values) => [...new Set(values)];

function setFilter(group, value, on) {
  state.off[group][on ? "delete" : "add"](value);
  refresh();
  fillTables();
}

// The day: a slider over every day of the period, with a mark where something changes.
const slider = document.getElementById("day"), days = changeDays();
const dayNumber = (iso) => Math.round(Date.parse(iso) / 86400000), isoOf = (number) => new Date(number * 86400000).toISOString().slice(0, 10);

function fillDays() {
  const timeline = document.getElementById("time");
  if (!data.day || days.length < 2) { timeline.hidden = true; return; }
  const low = dayNumber(days[0]) - 1, high = dayNumber(days.at(-1));
  slider.min = low; slider.max = high; slider.value = dayNumber(state.day);
  document.getElementById("marks").replaceChildren(...days.map((d) => {
    const mark = el("i", {});
    mark.style.left = `${((dayNumber(d) - low) / (high - low)) * 100}%`;
    return mark;
  }));
  slider.addEventListener("input", () => setDay(isoOf(Number(slider.value))));
  document.getElementById("earlier").addEventListener("click", () => setDay(days.filter((d) => d < state.day).at(-1) ?? days[0]));
  document.getElementById("later").addEventListener("click", () => setDay(days.find((d) => d > state.day) ?? days.at(-1)));
  document.getElementById("play").addEventListener("click", play);
}

function setDay(day) {
  state.day = day;
  slider.value = dayNumber(day);
  slider.setAttribute("aria-valuetext", asDate(day));
  document.querySelectorAll("[data-day]").forEach((e) => { e.textContent = asDate(day); });
  refresh();
  fillTables();
  if (state.chosen) choose(state.chosen, { speak: false });
  else writeHash();
}

let playing = null;
function play() {
  const button = document.getElementById("play");
  const stop = () => { clearInterval(playing); playing = null; button.textContent = say("play"); };
  if (playing) { stop(); return; }
  let i = 0;
  button.textContent = say("stop");
  const step = () => { if (i >= days.length) stop(); else setDay(days[i++]); };
  step();
  playing = setInterval(step, 1200);
}
