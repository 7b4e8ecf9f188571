// A story: views one after the other, each with its words.
const told = document.getElementById("story"), steps = data.story?.steps ?? [];
let step = -1;

function showStep(number) {
  step = Math.max(0, Math.min(steps.length - 1, number));
  const at = steps[step];
  showOnly(at.only);
  if (at.day && data.day) setDay(at.day);
  if (at.line) goToLine(at.line);
  else if (at.focus) goTo(at.focus);
  else { choose(null); fit(); }
  document.getElementById("step-title").textContent = at.title || data.story.title || "";
  document.getElementById("step-text").textContent = at.text;
  document.getElementById("step-count").textContent = `${step + 1} / ${steps.length}`;
  document.getElementById("step-back").disabled = step === 0;
  document.getElementById("step-on").disabled = step === steps.length - 1;
  writeHash();
}

/** Only some values of a choice, or all of it where the step says nothing of it. */
function showOnly(only) {
  for (const box of document.querySelectorAll("#filters input")) {
    const { group, value } = box.dataset, kept = only[group];
    box.checked = !kept || kept.includes(value);
    state.off[group][box.checked ? "delete" : "add"](value);
  }
  refresh();
  fillTables();
}

/** The story begins, at a step where the address names one. */
function tell(number) {
  if (!steps.length) return;
  told.hidden = false;
  on("step-back", () => showStep(step - 1));
  on("step-on", () => showStep(step + 1));
  told.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") { event.preventDefault(); showStep(step + (event.key === "ArrowRight" ? 1 : -1)); }
  });
  showStep(number - 1);
}
