// Shows together what belongs together: a fact and all words that say it. The links themselves work without this.
const pieces = new Map(); // number of a fact → its pieces of the text
for (const piece of document.querySelectorAll(".said")) {
  for (const number of piece.dataset.f.split(" ")) {
    if (!pieces.has(number)) pieces.set(number, []);
    pieces.get(number).push(piece);
  }
}
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const beside = matchMedia("(min-width: 1001px)");
let lit = [];

function light(numbers) {
  for (const element of lit) element.classList.remove("on");
  lit = numbers.flatMap((number) => [document.getElementById(`fact-${number}`), ...(pieces.get(number) ?? [])]).filter(Boolean);
  for (const element of lit) element.classList.add("on");
}

function show(element, block) {
  element.closest("details")?.setAttribute("open", "");
  element.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
}

/** What an address points to: a fact lights its words, a place in the text all facts that begin or stand there. */
function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const numbers = target.dataset.n ? [target.dataset.n] : target.dataset.f?.split(" ");
  if (!numbers) return;
  light(numbers);
  if (!target.dataset.n && beside.matches) show(document.getElementById(`fact-${numbers[0]}`), "nearest");
  if (target.dataset.n) target.closest("details")?.setAttribute("open", "");
}

document.querySelector(".text").addEventListener("click", (event) => {
  const piece = event.target.closest(".said");
  if (!piece || event.ctrlKey || event.metaKey || event.shiftKey || getSelection()?.toString()) return;
  event.preventDefault();
  const numbers = piece.dataset.f.split(" "), fact = document.getElementById(`fact-${numbers[0]}`);
  history.pushState(null, "", `#fact-${numbers[0]}`);
  light(numbers);
  show(fact, beside.matches ? "nearest" : "start");
  fact.focus({ preventScroll: true });
});

document.getElementById("facts").addEventListener("click", (event) => {
  const link = event.target.closest(".where a"), item = event.target.closest("li");
  if (!link || !item) return;
  event.preventDefault();
  const place = document.getElementById(link.hash.slice(1));
  history.pushState(null, "", link.hash);
  light([item.dataset.n]);
  show(place, "center");
  place.focus({ preventScroll: true });
});

addEventListener("keydown", (event) => { if (event.key === "Escape") light([]); });
addEventListener("hashchange", follow);
addEventListener("popstate", follow);
follow();
document.documentElement.dataset.ready = "true";
