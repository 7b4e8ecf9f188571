// What holds on a day. Dates are ISO and as partial as the text (2019, 2024-10); days are compared as texts.
const firstDay = remembered((date) => {
  return date ? (date + "-01-01").slice(0, date.length === 4 ? 10 : 0) || (date.length === 7 ? date + "-01" : date.slice(0, 10)) : null;
});

/** The first day after a date: "2019" is over on 2020-01-01. */
const dayAfter = remembered((date) => {
  if (!date) return null;
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  const next = day ? Date.UTC(year, month - 1, day + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return new Date(next).toISOString().slice(0, 10);
});

/** A function that works each answer out once: thousands of lines share few dates. */
function remembered(work) {
  const known = new Map();
  return (given) => {
    if (!known.has(given)) known.set(given, work(given));
    return known.get(given);
  };
}

const OVER = new Set(["lapsed", "former", "denied"]);

/** The status of a line on a day; null where it says nothing of that day. Without a day, the status as written. */
function statusOn(edge, day) {
  if (!day) return edge.status;
  const from = firstDay(edge.valid_from), until = dayAfter(edge.valid_until);
  const seen = firstDay(edge.attested_first);
  if (from && day < from) return null;
  if (until) {
    if (day >= until) return edge.status === "in_force" || edge.status === "approved" ? "lapsed" : OVER.has(edge.status) ? edge.status : null;
    return OVER.has(edge.status) && edge.status !== "denied" ? "in_force" : edge.status;
  }
  return !from && seen && day < seen ? null : edge.status;
}

/** The days on which something changes, in order. */
function changeDays() {
  const days = new Set(data.day ? [data.day] : []);
  for (const edge of data.edges) {
    const from = firstDay(edge.valid_from), until = dayAfter(edge.valid_until);
    if (from) days.add(from);
    if (until) days.add(until);
    if (!from && !until && edge.attested_first) days.add(firstDay(edge.attested_first));
  }
  return [...days].sort();
}

const asDate = (iso) => (iso ? iso.slice(0, 10).split("-").reverse().join(".") : "");

function period(thing) {
  if (!thing.valid_from && !thing.valid_until) return "";
  return `${asDate(thing.valid_from)}–${asDate(thing.valid_until)}`;
}

function attested(thing) {
  if (!thing.attested_first) return "";
  const first = asDate(thing.attested_first), last = asDate(thing.attested_last ?? thing.attested_first);
  return first === last ? first : `${first} – ${last}`;
}
