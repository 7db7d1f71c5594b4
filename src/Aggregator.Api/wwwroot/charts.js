// The drawings: counts over time, tolls by claimant, and who talks to whom. Each has a table beside it that says the same.
import { element } from "./dom.js";
import { nameOf } from "./parties.js";

function ink() {
  const probe = element("span");
  document.body.append(probe);
  probe.style.color = "var(--ink)";
  const text = getComputedStyle(probe).color;
  probe.style.color = "var(--faint)";
  const faint = getComputedStyle(probe).color;
  probe.style.color = "var(--line)";
  const lines = getComputedStyle(probe).color;
  probe.remove();
  return { text, faint, lines };
}

function draw(target, option) {
  const chart = echarts.getInstanceByDom(target) ?? echarts.init(target, null, { renderer: "svg" });
  chart.setOption({ aria: { enabled: true }, animationDuration: 300, ...option }, { notMerge: true });
  return chart;
}

/** Says in a drawing's place that there is nothing to draw. */
function leaveEmpty(target, words) {
  echarts.getInstanceByDom(target)?.dispose();
  target.replaceChildren(element("p", { class: "empty" }, words));
}

/** Lets the drawings follow their panels' widths. */
export function watchSizes(targets) {
  const watcher = new ResizeObserver(changes => changes.forEach(change => echarts.getInstanceByDom(change.target)?.resize()));
  targets.forEach(target => watcher.observe(target));
  return () => { watcher.disconnect(); targets.forEach(target => echarts.getInstanceByDom(target)?.dispose()); };
}

/** Counts by day and kind; returns how many events are too old for the drawing and stand in the table alone. */
export function drawCounts(target, table, counts) {
  const { starts, startOf, recent } = stepsBetween(counts.cells);
  const kinds = [...new Set(recent.map(cell => cell.group ?? "unknown"))].sort();
  const value = new Map();
  for (const cell of recent) {
    const key = `${startOf(cell.start)} ${cell.group ?? "unknown"}`;
    value.set(key, (value.get(key) ?? 0) + cell.count);
  }
  const { text, faint, lines } = ink();
  draw(target, {
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    legend: { type: "scroll", top: 0, left: 0, textStyle: { color: text } },
    grid: { left: 32, right: 8, top: 40, bottom: 24 },
    xAxis: { type: "category", data: starts, axisLabel: { color: faint } },
    yAxis: { type: "value", minInterval: 1, axisLabel: { color: faint }, splitLine: { lineStyle: { color: lines } } },
    series: kinds.map(kind => ({ name: kind, type: "bar", stack: "all", data: starts.map(start => value.get(`${start} ${kind}`) ?? 0) })),
  });
  fill(table, ["Day", "Kind", "Events"], counts.cells.map(cell => [cell.start, cell.group ?? "unknown", String(cell.count)]));
  return total(counts.cells) - total(recent);
}

/** One claimant a line, a step a figure; choosing a point tells which reports carry it. */
export function drawToll(target, series, onChoose) {
  const { text, faint, lines } = ink();
  const chart = draw(target, {
    tooltip: { trigger: "item", formatter: item => item.data.words },
    legend: { type: "scroll", top: 0, left: 0, textStyle: { color: text } },
    grid: { left: 48, right: 12, top: 36, bottom: 24 },
    xAxis: { type: "time", axisLabel: { color: faint, hideOverlap: true } },
    yAxis: { type: "value", minInterval: 1, scale: true, axisLabel: { color: faint }, splitLine: { lineStyle: { color: lines } } },
    series: series.map(({ name, points }) => ({ name, type: "line", step: "end", symbolSize: 9, data: points })),
  });
  chart.off("click");
  chart.on("click", item => onChoose(item.data.reports));
}

/** How many events of an edge are still to come, and how many were called off or denied; empty where none is. */
function besides(edge) {
  const count = (...statuses) => edge.statuses.filter(one => statuses.includes(one.status)).reduce((sum, one) => sum + one.count, 0);
  const parts = [[count("planned", "postponed"), "to come"], [count("denied", "cancelled"), "denied or called off"]];
  return parts.filter(([times]) => times > 0).map(([times, words]) => `${times} ${words}`).join(", ");
}

/** Who deals with whom; choosing a line, or its row in the table, tells which events are behind it. */
export function drawContacts(target, table, contacts, onChoose) {
  const edges = contacts.edges.map(edge => ({ ...edge, from: nameOf(edge.from), to: nameOf(edge.to) }));
  const names = [...new Set(edges.flatMap(edge => [edge.from, edge.to]))];
  const weight = name => edges.filter(edge => edge.from === name || edge.to === name).reduce((sum, edge) => sum + edge.count, 0);
  const { text, faint } = ink();
  target.classList.toggle("graph", edges.length > 0);
  target.classList.toggle("chart", edges.length > 0);
  if (!edges.length) {
    fill(table, [], []);
    return leaveEmpty(target, "Nobody has dealt with anybody yet.");
  }
  const chart = draw(target, {
    tooltip: { formatter: item => item.dataType === "edge" ? item.data.words : `${item.name}: ${weight(item.name)} events` },
    series: [{
      type: "graph", layout: "force", roam: true, draggable: true, top: 24, bottom: 44, left: 48, right: 48,
      force: { repulsion: 260, edgeLength: [60, 150] },
      label: { show: true, position: "bottom", color: text, width: 110, overflow: "break", textBorderWidth: 0 },
      emphasis: { focus: "adjacency" },
      data: names.map(name => ({ name, symbolSize: 14 + 5 * Math.sqrt(weight(name)) })),
      links: edges.map((edge, at) => ({
        source: edge.from, target: edge.to, events: edge.events, words: `${edge.from} ${edge.symmetric ? "with" : "to"} ${edge.to}: ${edge.kind} ×${edge.count}${besides(edge) && ` (${besides(edge)})`}`,
        symbol: ["none", edge.symmetric ? "none" : "arrow"], symbolSize: 8,
        lineStyle: { width: 1 + Math.log2(1 + edge.count), curveness: 0.08 * (1 + at % 3), color: faint },
      })),
    }],
  });
  chart.off("click");
  chart.on("click", item => { if (item.dataType === "edge") onChoose(item.data.events); });
  const times = edge => element("button", { type: "button", "aria-label": `Show the ${edge.count} behind ${edge.from}, ${edge.kind}, ${edge.to}`, onclick: () => onChoose(edge.events) }, String(edge.count));
  fill(table, ["From", "To", "What", "Times", "Besides", "Latest"],
    edges.map(edge => [edge.from, `${edge.to}${edge.symmetric ? " (both ways)" : ""}`, edge.kind, times(edge), besides(edge), edge.latest ?? ""]));
}

function fill(table, head, rows) {
  table.replaceChildren(
    element("thead", {}, element("tr", {}, head.map(name => element("th", { scope: "col" }, name)))),
    element("tbody", {}, rows.map(row => element("tr", {}, row.map(cell => element("td", {}, cell))))));
}

const dayMilliseconds = 86_400_000;
const daysShownMax = 92;
const weeksShownMax = 156;
const recentShareMin = 0.8;

const total = cells => cells.reduce((sum, cell) => sum + cell.count, 0);

/**
 * The steps to draw, up to the latest cell: days where most of what happened fits into three months, else weeks from Monday, three years at most. A stray
 * date of long ago is left to the table, where it would press all others into a corner.
 */
function stepsBetween(cells) {
  if (!cells.length) return { starts: [], startOf: day => day, recent: [] };
  const last = Math.max(...cells.map(cell => Date.parse(cell.start)));
  const since = days => cells.filter(cell => Date.parse(cell.start) > last - days * dayMilliseconds);
  const isWeekly = total(since(daysShownMax)) < recentShareMin * total(cells);
  const recent = since(isWeekly ? weeksShownMax * 7 : daysShownMax);
  const monday = at => at - (new Date(at).getUTCDay() + 6) % 7 * dayMilliseconds;
  const floor = isWeekly ? monday : at => at;
  const step = (isWeekly ? 7 : 1) * dayMilliseconds;
  const name = at => new Date(at).toISOString().slice(0, 10);
  const starts = [];
  for (let at = floor(Math.min(...recent.map(cell => Date.parse(cell.start)))); at <= last; at += step) starts.push(name(at));
  return { starts, startOf: day => name(floor(Date.parse(day))), recent };
}
