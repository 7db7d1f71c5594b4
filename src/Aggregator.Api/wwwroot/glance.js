// The topic in a line of figures: how much there is, how fresh it is, and the tolls that nobody is counted twice in.
import { element } from "./dom.js";

const units = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];
const ago = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How long ago a moment was, in its largest whole unit. */
export function since(moment, now = Date.now()) {
  const seconds = Math.max(1, Math.round((now - Date.parse(moment)) / 1_000));
  const [unit, length] = units.find(([, length]) => seconds >= length);
  return ago.format(-Math.floor(seconds / length), unit);
}

function tile(name, value, note) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, element("strong", {}, value), note ? element("span", { class: "faint" }, note) : null));
}

/** Renders the line anew. */
export function renderGlance(target, status, ledger) {
  target.replaceChildren(
    tile("Events", status.eventCount.toLocaleString("en")),
    tile("Changes told", status.position.toLocaleString("en"), status.lastEntryAt ? since(status.lastEntryAt) : null),
    ...ledger.lowerBounds.slice(0, 3).map(bound => tile(bound.measure[0].toUpperCase() + bound.measure.slice(1), `≥ ${bound.count.toLocaleString("en")}`, "nobody counted twice")));
}
