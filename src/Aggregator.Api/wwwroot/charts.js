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

/** Lets the drawings follow their panels' widths. */
export function watchSizes(targets) {
  const watcher = new ResizeObserver(changes => changes.forEach(change => echarts.getInstanceByDom(change.target)?.resize()));
  targets.forEach(target => watcher.observe(target));
  return () => { watcher.disconnect(); targets.forEach(target => echarts.getInstanceByDom(target)?.dispose()); };
}

export function drawCounts(target, table, counts) {
  const days = daysBetween(counts.cells);
  const kinds = [...new Set(counts.cells.map(cell => cell.group ?? "unknown"))].sort();
  const value = new Map(counts.cells.map(cell => [`${cell.start} ${cell.group ?? "unknown"}`, cell.count]));
  const { text, faint, lines } = ink();
  draw(target, {
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    legend: { type: "scroll", top: 0, left: 0, textStyle: { color: text } },
    grid: { left: 32, right: 8, top: 40, bottom: 24 },
    xAxis: { type: "category", data: days, axisLabel: { color: faint } },
    yAxis: { type: "value", minInterval: 1, axisLabel: { color: faint }, splitLine: { lineStyle: { color: lines } } },
    series: kinds.map(kind => ({ name: kind, type: "bar", stack: "all", data: days.map(start => value.get(`${start} ${kind}`) ?? 0) })),
  });
  fill(table, ["Day", "Kind", "Events"], counts.cells.map(cell => [cell.start, cell.group ?? "unknown", cell.count]));
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

export function drawContacts(target, table, contacts) {
  const edges = contacts.edges.map(edge => ({ ...edge, from: nameOf(edge.from), to: nameOf(edge.to) }));
  const names = [...new Set(edges.flatMap(edge => [edge.from, edge.to]))];
  const weight = name => edges.filter(edge => edge.from === name || edge.to === name).reduce((sum, edge) => sum + edge.count, 0);
  const { text, faint } = ink();
  draw(target, {
    tooltip: { formatter: item => item.dataType === "edge" ? item.data.words : `${item.name}: ${weight(item.name)} events` },
    series: [{
      type: "graph", layout: "force", roam: true, draggable: true,
      force: { repulsion: 260, edgeLength: [60, 150] },
      label: { show: true, color: text },
      emphasis: { focus: "adjacency" },
      data: names.map(name => ({ name, symbolSize: 14 + 5 * Math.sqrt(weight(name)) })),
      links: edges.map((edge, at) => ({
        source: edge.from, target: edge.to, words: `${edge.from} ${edge.symmetric ? "with" : "to"} ${edge.to}: ${edge.kind} ×${edge.count}`,
        symbol: ["none", edge.symmetric ? "none" : "arrow"], symbolSize: 8,
        lineStyle: { width: 1 + Math.log2(1 + edge.count), curveness: 0.08 * (1 + at % 3), color: faint },
      })),
    }],
  });
  fill(table, ["From", "To", "What", "Times", "Latest"],
    edges.map(edge => [edge.from, `${edge.to}${edge.symmetric ? " (both ways)" : ""}`, edge.kind, edge.count, edge.latest ?? ""]));
}

function fill(table, head, rows) {
  table.replaceChildren(
    element("thead", {}, element("tr", {}, head.map(name => element("th", { scope: "col" }, name)))),
    element("tbody", {}, rows.map(row => element("tr", {}, row.map(cell => element("td", {}, String(cell)))))));
}

function daysBetween(cells) {
  if (!cells.length) return [];
  const starts = cells.map(cell => cell.start).sort();
  const days = [];
  const last = Date.parse(starts.at(-1));
  // A year at most is drawn day by day; older cells stand in the table.
  for (let at = Math.max(Date.parse(starts[0]), last - 365 * 86_400_000); at <= last; at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
