// Casualty claims: one table a happening and measure, one line a claim, each as a range on a scale they share.
import { articleLink, day, element, markedQuote, many } from "./dom.js";
import { figure } from "./entries.js";
import { nameOf } from "./parties.js";

function bar({ low, high }, scale) {
  const from = low ?? 0;
  const to = high ?? scale;
  const style = `left:${100 * from / scale}%;width:${Math.max(1, 100 * (to - from) / scale)}%`;
  const drawn = element("span", { class: high === null ? "open" : "" });
  drawn.style.cssText = from === to ? `left:calc(${100 * from / scale}% - 6px)` : style;
  return element("div", { class: "range", "aria-hidden": "true" }, drawn);
}

function line(claim, scale) {
  const report = claim.reports[0];
  return element("tr", {},
    element("td", {}, claim.figure.claimant ?? "not attributed"),
    element("td", { class: "figure" }, figure(claim.figure)),
    element("td", {}, bar(claim.figure.count, scale)),
    element("td", { class: "faint" }, day(claim.firstPublishedAt)),
    element("td", {}, element("details", {},
      element("summary", {}, many(claim.reportCount, "report")),
      claim.reports.slice(0, 5).map(told => element("div", {}, markedQuote(told), element("p", { class: "faint" }, `${told.outlet ?? ""}: `, articleLink(told)))),
      claim.figure.caveat ? element("p", { class: "faint" }, `Caveat: ${claim.figure.caveat}`) : null,
      report ? null : element("p", {}, "No report stands."))));
}

function table(row) {
  const ends = row.claims.flatMap(claim => [claim.figure.count.low, claim.figure.count.high]).filter(end => end !== null);
  const scale = Math.max(1, ...ends) * 1.1;
  const who = [row.nationality && nameOf(row.nationality), row.who].filter(part => part).join(" ");
  const title = `${row.measure}${who ? `, ${who}` : ""}${row.cumulative ? ", running total" : ""}: ${figure({ count: row.range })}`;
  return element("div", { class: "claims" },
    element("h3", {}, title),
    element("p", { class: "faint" }, row.headline),
    element("table", {},
      element("thead", {}, element("tr", {}, ["Who says so", "Figure", "Range", "Since", "Evidence"].map(name => element("th", { scope: "col" }, name)))),
      element("tbody", {}, row.claims.map(claim => line(claim, scale)))));
}

export function renderClaims(target, ledger) {
  target.replaceChildren(...ledger.rows.length ? ledger.rows.slice(0, 30).map(table) : [element("p", { class: "empty" }, "No figures yet.")]);
}
