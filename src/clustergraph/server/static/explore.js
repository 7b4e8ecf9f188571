// What the living graph adds to the drawing: each node leads to its page, opens further, and ways begin at it.
(() => {
  const live = JSON.parse(document.getElementById("live").textContent), body = document.getElementById("panel-body"), board = document.getElementById("board");
  const kept = new URLSearchParams([...new URL(live.way, location.href).searchParams]);
  const chosen = () => new URLSearchParams(location.hash.slice(1)).get("focus");

  function withParameters(address, more) {
    const found = new URL(address, location.href);
    for (const [name, value] of Object.entries(more)) found.searchParams.append(name, value);
    return found.pathname + found.search;
  }

  function link(text, address) {
    const made = document.createElement("a");
    made.href = address;
    made.textContent = text;
    return made;
  }

  const further = (id) => withParameters(live.further, { [live.name]: id }) + `#focus=${encodeURIComponent(id)}`;

  /** The links of the chosen node, under its name. */
  function complete() {
    for (const source of body.querySelectorAll('a[href*="/document/"]:not([data-kept])')) {
      const there = new URL(source.href);
      kept.forEach((value, name) => there.searchParams.set(name, value));
      source.href = there;
      source.dataset.kept = "";
    }
    const id = chosen(), above = body.querySelector(".actions") ?? body.querySelector("h2");
    if (!id || !above || !live.pages[id] || body.querySelector(".live")) return;
    const row = document.createElement("p");
    row.className = "live";
    row.append(link(live.words.page, live.pages[id]));
    if (live.hidden[id]) row.append(link(live.words.open.replace("{n}", live.hidden[id]), further(id)));
    row.append(link(live.words.center, withParameters(live.way, { focus: id })));
    row.append(live.from && live.from !== id ? link(live.words.from_here, withParameters(live.way, { from: live.from, to: id })) : link(live.words.from_here, withParameters(live.way, { from: id })));
    above.after(row);
  }

  new MutationObserver(() => queueMicrotask(complete)).observe(body, { childList: true });
  board.addEventListener("dblclick", () => {
    const id = chosen();
    if (id && live.hidden[id]) location.assign(further(id));
  });
  addEventListener("hashchange", complete);
  complete();
})();
