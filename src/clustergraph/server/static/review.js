// One key a verdict, for whoever wants it; and the way back to where one stopped.
const keys = document.getElementById("keys"), remembered = "clustergraph.review";
const question = document.querySelector(".question");

function kept(name) { try { return localStorage.getItem(`${remembered}.${name}`); } catch { return null; } }
function keep(name, value) { try { localStorage.setItem(`${remembered}.${name}`, value); } catch { /* a browser that keeps nothing */ } }

if (keys) {
  keys.closest(".keys").hidden = false;
  keys.checked = kept("keys") !== "off";
  keys.addEventListener("change", () => keep("keys", keys.checked ? "on" : "off"));
}

let sent = false;
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || (keys && !keys.checked) || sent || event.repeat) return;
  const target = document.querySelector(`[data-key~="${CSS.escape(event.key.toLowerCase())}"]:not(:disabled)`);
  if (!target) return;
  event.preventDefault();
  sent = true;
  target.click();
});
addEventListener("pageshow", () => { sent = false; });

const here = new URL(location.href), resume = document.getElementById("resume");
const last = kept("at");
if (resume && last && !here.searchParams.has("at") && !here.searchParams.has("after") && last !== question?.dataset.id) {
  const there = new URL(resume.href);
  there.searchParams.set("at", last);
  resume.href = there;
  resume.hidden = false;
}
if (question && (here.searchParams.has("at") || here.searchParams.has("after"))) {
  keep("at", question.dataset.id);
  document.getElementById("asked").focus({ preventScroll: true });
}
document.documentElement.dataset.ready = "true";
