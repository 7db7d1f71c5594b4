// The casualty ledger, a happening at a time: each toll by claimants over time, and one line a claim as a range on a scale they share.
import { drawToll, watchSizes } from "./charts.js";
import { articleLink, day, element, markedQuote, many, shortened } from "./dom.js";
import { figure } from "./figures.js";
import { nameOf } from "./parties.js";

const openHappeningCount = 2;
const shownHappeningCount = 8;
let endWatching = () => { };

const sayer = ({ claimant, outlet }) => claimant ?? `${outlet ?? "an outlet"}, in its own voice`;
const reportPath = id => `v1/reports/${encodeURIComponent(id)}`;
const told = (text, report) => element("a", { href: reportPath(report) }, text);

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
  return element("tr", { "data-reports": claim.reports.map(one => one.id).join(" ") },
    element("td", {}, claim.figure.claimant ?? "not attributed"),
    element("td", { class: "figure" }, report ? told(figure(claim.figure), report.id) : figure(claim.figure)),
    element("td", {}, bar(claim.figure.count, scale)),
    element("td", { class: "faint" }, day(claim.firstPublishedAt)),
    element("td", {}, element("details", {},
      element("summary", {}, many(claim.reportCount, "report")),
      claim.reports.slice(0, 5).map(one => element("div", {}, markedQuote(one), element("p", { class: "faint" }, `${one.outlet ?? ""}: `, articleLink(one)))),
      claim.figure.caveat ? element("p", { class: "faint" }, `Caveat: ${claim.figure.caveat}`) : null,
      report ? null : element("p", {}, "No report stands."))));
}

const scopes = { incident: "", period: ", over a period", "running-total": ", running total", increment: ", on top of a total" };

/** Who stands where, what was superseded, and what a stated change implies. */
function notes(row) {
  const stand = (word, end) => end ? element("p", { class: "faint" }, `${word}: `, told(figure({ count: end.count }), end.reports[0]), `, ${sayer(end)}`) : null;
  const moves = row.series.flatMap(series => series.points.slice(1).map((point, at) => element("p", { class: "faint" },
    `${sayer(series)}: `, told(figure({ count: series.points[at].count }), series.points[at].reports[0]), point.move === "lowered" ? " was revised to " : " became ",
    told(figure({ count: point.count }), point.reports[0]), ` on ${day(point.firstPublishedAt)}`)));
  const baselines = row.baselines.map(one => element("p", { class: one.contradicted ? "warning" : "faint" },
    `${one.percent > 0 ? "+" : ""}${one.percent}% implies about `, told(String(one.about), one.report), one.period ? ` in ${one.period}` : " before",
    one.known ? [one.contradicted ? ", which contradicts the known " : "; known is ", told(figure({ count: one.known }), one.knownReport)] : null));
  const differ = row.series.length > 1 ? [stand("Least", row.lowEnd), stand("Most", row.highEnd)] : [];
  return [...differ, ...moves, ...baselines];
}

function drawn(row) {
  const value = count => count.low === null ? count.high : count.high === null ? count.low : (count.low + count.high) / 2;
  return row.series.map(series => ({
    name: sayer(series),
    points: series.points.map(point => ({
      value: [point.firstPublishedAt, value(point.count)], reports: point.reports,
      words: `${sayer(series)}: ${figure({ count: point.count })}, ${day(point.firstPublishedAt)}`,
    })),
  }));
}

/** A measure of a happening: its range, its drawing where a figure moved or several give one, and every claim. */
function toll(row) {
  const ends = row.claims.flatMap(claim => [claim.figure.count.low, claim.figure.count.high]).filter(end => end !== null);
  const scale = Math.max(1, ...ends) * 1.1;
  const who = [row.nationality && nameOf(row.nationality), row.who].filter(part => part).join(" ");
  const title = `${row.measure}${who ? `, ${who}` : ""}${scopes[row.scope]}${row.period ? ` (${row.period})` : ""}: ${figure({ count: row.range })}`;
  const chart = row.series.flatMap(series => series.points).length > 1 ? element("div", { class: "chart toll", role: "img", "aria-label": `${title}, by claimant over time` }) : null;
  const section = element("section", { class: "toll-row" },
    element("h4", {}, title),
    element("div", { class: chart ? "halves" : "" },
      element("div", {}, chart, notes(row)),
      element("table", {},
        element("thead", {}, element("tr", {}, ["Who says so", "Figure", "Range", "Since", "Evidence"].map(name => element("th", { scope: "col" }, name)))),
        element("tbody", {}, row.claims.map(claim => line(claim, scale))))));
  return { row, section, chart };
}

/** The happenings with figures, those with the highest toll first. */
function happenings(rows) {
  const weight = row => (row.measure === "killed" ? 1_000_000_000 : 0) + (row.range.high ?? row.range.low ?? 0);
  return [...Map.groupBy(rows, row => row.event).values()]
    .map(those => ({ those, weight: Math.max(...those.map(weight)) }))
    .sort((left, right) => right.weight - left.weight)
    .map(({ those }) => those);
}

function happening(rows, isOpen) {
  const [{ event, headline, occurredOn }] = rows;
  const figures = rows.map(row => `${row.measure} ${figure({ count: row.range })}`).slice(0, 4).join(" · ");
  const tolls = rows.map(toll);
  const section = element("details", { class: "happening", "data-happening": event, open: isOpen },
    element("summary", {}, element("h3", {}, headline), element("span", { class: "faint" }, [occurredOn, figures].filter(part => part).join(" · "))),
    tolls.map(one => one.section));
  return { section, tolls };
}

/** Opens the sentences of a point that was chosen in the drawing. */
function open(section, reports) {
  for (const one of section.querySelectorAll("tr[data-reports]"))
    if (one.dataset.reports.split(" ").some(id => reports.includes(id))) {
      one.querySelector("details").open = true;
      one.scrollIntoView({ block: "nearest" });
    }
}

function bounds(ledger) {
  return ledger.lowerBounds.map(bound => element("p", {}, `At least ${bound.count.toLocaleString("en")} ${bound.measure}`, element("span", { class: "faint" },
    " if each claimant's latest figure holds; nobody is counted twice: ",
    bound.parts.slice(0, 12).flatMap((part, at) => [at ? " + " : "", told(part.count.toLocaleString("en"), part.report)]), bound.partCount > 12 ? " + …" : "")));
}

/** Draws the tolls that can be seen: a drawing in a closed part has no width. */
function drawOpen(parts) {
  for (const { section, tolls } of parts)
    if (section.open)
      for (const { row, section: part, chart } of tolls) if (chart) drawToll(chart, drawn(row), reports => open(part, reports));
}

export function renderClaims(target, ledger) {
  const opened = new Set([...target.querySelectorAll("tr details[open]")].map(details => details.closest("tr").dataset.reports));
  const standing = new Map([...target.querySelectorAll("[data-happening]")].map(part => [part.dataset.happening, part.open]));
  endWatching();
  const parts = happenings(ledger.rows).map((rows, at) => happening(rows, standing.get(rows[0].event) ?? at < openHappeningCount));
  target.replaceChildren(...bounds(ledger), ...shortened(target, parts.map(one => one.section), shownHappeningCount, "happening"));
  for (const one of target.querySelectorAll("tr[data-reports]")) if (opened.has(one.dataset.reports)) one.querySelector("details").open = true;
  for (const one of parts) one.section.addEventListener("toggle", () => drawOpen([one]));
  drawOpen(parts);
  endWatching = watchSizes(parts.flatMap(one => one.tolls).flatMap(one => one.chart ?? []));
}
