// One topic: its feed, live; its events as a timeline; its aggregates.
import * as api from "./api.js";
import { drawContacts, drawCounts, watchSizes } from "./charts.js";
import { renderClaims } from "./claims.js";
import { card } from "./entries.js";
import { day, element, many } from "./dom.js";

const feedLength = 60;
const calmMilliseconds = 1_200;

function panel(title, id, ...children) {
  return element("section", { class: "panel", "aria-labelledby": `${id}-title` }, element("h2", { id: `${id}-title` }, title), ...children);
}

function figurePanel(title, id, chartClass) {
  const chart = element("div", { class: chartClass, id });
  const table = element("table");
  return { chart, table, section: panel(title, id, chart, element("details", {}, element("summary", {}, "As a table"), table)) };
}

/** Shows a topic and keeps it live; returns what ends that. */
export async function showTopic(main, id, { announce, connection }) {
  const status = await api.readTopic(id);
  const topic = status.definition ?? status;
  const feed = element("ol", { class: "entries" });
  const timeline = element("div");
  const claims = element("div");
  const counts = figurePanel("Events over time", "counts", "chart");
  const contacts = figurePanel("Who talks to whom", "contacts", "chart graph");
  main.replaceChildren(
    element("h1", {}, topic.title),
    topic.description ? element("p", {}, topic.description) : null,
    element("p", { class: "question" }, topic.question),
    links(id),
    element("div", { class: "grid" },
      element("div", { class: "column" },
        panel("Live feed", "feed", element("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "feed-title" }, feed)),
        panel("Timeline", "timeline", timeline)),
      element("div", { class: "column" }, counts.section, panel("Casualty claims", "claims", claims), contacts.section)));

  const page = await api.readFeed(id);
  const entries = [...page.entries].sort((left, right) => right.position - left.position);
  feed.replaceChildren(...entries.length ? entries.map(entry => entryCard(entry, false)) : [element("li", { class: "empty" }, "Nothing has answered this question yet.")]);

  const refresh = async () => {
    const [events, countsNow, ledger, contactsNow] =
      await Promise.all([api.readEvents(id), api.readCounts(id), api.readCasualties(id), api.readContacts(id)]);
    renderTimeline(timeline, events.events);
    drawCounts(counts.chart, counts.table, countsNow);
    renderClaims(claims, ledger);
    drawContacts(contacts.chart, contacts.table, contactsNow);
  };
  await refresh();

  let pending = null;
  const soon = () => { pending ??= setTimeout(() => { pending = null; refresh().catch(() => connection("the aggregates could not be read")); }, calmMilliseconds); };
  const endFollowing = api.follow(id, page.lastPosition ?? entries[0]?.position ?? 0, {
    onEntry: entry => {
      feed.querySelector(".empty")?.remove();
      feed.prepend(entryCard(entry, true));
      while (feed.children.length > feedLength) feed.lastChild.remove();
      announce(`${entry.change}: ${entry.event.headline}`);
      soon();
    },
    onState: state => connection({ live: "● live", reconnecting: "○ reconnecting…", closed: "○ not connected" }[state]),
  });
  const endWatching = watchSizes([counts.chart, contacts.chart]);
  return { refresh, end: () => { clearTimeout(pending); endFollowing(); endWatching(); } };
}

const entryCard = (entry, fresh) => card(entry.event, { change: entry.change, reason: entry.reason, recordedAt: entry.recordedAt, fresh });

function links(id) {
  const path = `v1/topics/${encodeURIComponent(id)}`;
  const link = (text, href) => element("li", {}, element("a", { href }, text));
  return element("ul", { class: "links", "aria-label": "Follow this topic" },
    link("Atom feed", `${path}/feed.atom`), link("JSON feed pages", `${path}/feed`), link("Live stream (SSE)", `${path}/stream`),
    link("Counts", `${path}/counts`), link("Casualty claims", `${path}/casualties`), link("Contacts", `${path}/contacts`));
}

function renderTimeline(target, events) {
  const open = new Set([...target.querySelectorAll("details[open]")].map(details => details.closest("[data-event]").dataset.event));
  const byDay = Map.groupBy(events, event => (event.occurredOn ?? day(event.firstPublishedAt)).slice(0, 10));
  const days = [...byDay].map(([on, those]) => element("section", {},
    element("h3", {}, `${on} · ${many(those.length, "event")}`),
    element("ol", { class: "entries" }, those.map(event => card(event)))));
  target.replaceChildren(...days.length ? days : [element("p", { class: "empty" }, "No events yet.")]);
  for (const entry of target.querySelectorAll("[data-event]")) if (open.has(entry.dataset.event)) entry.querySelector("details").open = true;
}
