// Files dropped anywhere on the page are sent one after the other, each with its progress and its line. Without this the form sends them all at once.
const form = document.getElementById("upload"), input = document.getElementById("file"), drop = document.querySelector(".drop");
const list = document.getElementById("lines"), told = document.getElementById("told"), words = form.dataset;
document.querySelector(".here").hidden = false;
let waiting = Promise.resolve(), left = 0;

function line(file) {
  const item = document.createElement("li"), name = document.createElement("strong"), said = document.createElement("span"), bar = document.createElement("progress");
  name.textContent = file.name;
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  item.append(name, ": ", said, bar);
  list.prepend(item);
  document.getElementById("outcomes").hidden = false;
  return {
    say(text) { said.textContent = text; },
    progress(share) { if (share === null) bar.removeAttribute("value"); else bar.value = share; },
    end(row) {
      bar.remove();
      item.className = row.outcome;
      said.textContent = row.said;
      if (row.href) {
        const link = document.createElement("a");
        link.href = row.href;
        link.textContent = words.open;
        item.append(" ", link);
      }
      told.textContent = `${file.name}: ${row.said}`;
    },
  };
}

function send(file) {
  const shown = line(file);
  if (file.size > Number(words.most) * 1024 * 1024) return Promise.resolve(shown.end({ outcome: "failed", said: words.large }));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(), body = new FormData();
    body.append("file", file, file.name);
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRF-Token", form.elements.csrf.value);
    shown.say(words.sending);
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) shown.progress((100 * event.loaded) / event.total); });
    request.upload.addEventListener("load", () => { shown.say(words.reading); shown.progress(null); });
    const failed = () => { shown.end({ outcome: "failed", said: request.status === 413 ? words.large : request.status === 403 ? words.ended : words.broken }); resolve(); };
    request.addEventListener("error", failed);
    request.addEventListener("load", () => {
      if (request.status !== 200) return failed();
      shown.end(JSON.parse(request.responseText).rows[0] ?? { outcome: "failed", said: words.broken });
      resolve();
    });
    request.send(body);
  });
}

function take(files) {
  for (const file of files) {
    left += 1;
    waiting = waiting.then(() => send(file)).finally(() => { left -= 1; });
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  take([...input.files]);
  input.value = "";
});
for (const name of ["dragover", "dragenter"]) addEventListener(name, (event) => { if (event.dataTransfer?.types.includes("Files")) { event.preventDefault(); drop.classList.add("over-it"); } });
addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over-it"); });
addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over-it");
  take([...(event.dataTransfer?.files ?? [])]);
});
addEventListener("beforeunload", (event) => { if (left) event.preventDefault(); });
document.documentElement.dataset.ready = "true";
