// Why a report says what it says: for each slot its value, the words that gave it, the rule and the path through the sentence.
import { readReport } from "./api.js";
import { element } from "./dom.js";
import { figure } from "./figures.js";
import { nameOf } from "./parties.js";

const party = ({ code, name, role }) => [name ?? (code ? nameOf(code) : ""), code && name ? `(${code})` : "", role ?? ""].filter(part => part).join(" ");

/** What each slot holds, in the order in which they are shown. */
function values(report) {
  const figured = report.casualties;
  return [
    ["kind", [report.kind, report.mode, report.plover ? `PLOVER ${report.plover}` : null, report.cameo ? `CAMEO ${report.cameo}` : null].filter(part => part).join(" · ")],
    ["status", report.status],
    ["figure", figured ? `${figure(figured)} ${figured.measure}${figured.cumulative ? ", running total" : ""}` : null],
    ["who", figured?.who], ["nationality", figured?.nationality ? nameOf(figured.nationality) : null],
    ["actors", report.actors.map(party).join(", ")], ["recipients", report.recipients.map(party).join(", ")],
    ["place", report.place ? [report.place.name, report.place.country ? nameOf(report.place.country) : null].filter(part => part).join(", ") : null],
    ["date", report.occurredOn], ["claimant", report.claimant], ["context", report.contexts.join(", ")],
    ["about", report.about], ["also", null],
  ];
}

function rows(report) {
  return values(report).flatMap(([slot, value]) => {
    const found = report.evidence.filter(evidence => evidence.slot === slot);
    if (!value && !found.length) return [];
    const lines = found.length ? found : [{ rule: "no words say it", words: null }];
    return lines.map((evidence, index) => element("tr", {},
      index ? null : element("th", { scope: "rowgroup", rowspan: String(lines.length) }, slot),
      index ? null : element("td", { rowspan: String(lines.length) }, value || "–"),
      element("td", {}, evidence.words ? element("mark", {}, evidence.words) : "–"),
      element("td", { class: "faint rule" }, evidence.rule)));
  });
}

function table(report) {
  const heads = ["Slot", "Value", "Words", "Rule and path"].map(text => element("th", { scope: "col" }, text));
  return element("div", { class: "why", role: "region", tabindex: "0", "aria-label": "Why it was read so" },
    element("table", {}, element("thead", {}, element("tr", {}, heads)), element("tbody", {}, rows(report))),
    element("p", { class: "faint" }, `Rule ${report.rule}, confidence ${report.confidence.toFixed(2)} · `,
      element("a", { href: `v1/reports/${encodeURIComponent(report.id)}` }, "as JSON")));
}

/** A disclosure that reads the report's evidence when it is first opened. */
export function explanation(id) {
  const body = element("div", { "aria-live": "polite" });
  const disclosure = element("details", { class: "explain" }, element("summary", {}, "Why?"), body);
  disclosure.addEventListener("toggle", async () => {
    if (!disclosure.open || body.hasChildNodes()) return;
    body.textContent = "Reading…";
    try {
      body.replaceChildren(table(await readReport(id)));
    } catch (fault) {
      body.replaceChildren(element("p", { class: "warning" }, `It could not be read: ${fault.message}`));
    }
  });
  return disclosure;
}
