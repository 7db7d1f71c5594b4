// One topic: its feed, live; its events as a timeline; its aggregates.
import * as api from "./api.js";
import { drawContacts, drawCounts, watchSizes } from "./charts.js";
import { renderClaims } from "./claims.js";
import { card } from "./entries.js";
import { announceFeeds, followBox } from "./follow.js";
import { renderGlance } from "./glance.js";
import { day, element, many, shortened } from "./dom.js";

const feedLength = 60;
const shownDayCount = 8;
const calmMilliseconds = 1_200;

/** A named part of the page, with one line that says how to read it. */
function panel(title, id, hint, ...children) {
  return element("section", { class: "panel", "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title` }, title), element("p", { class: "faint hint" }, hint), ...children);
}

function figurePanel(title, id, hint, chartClass) {
  const chart = element("div", { class: chartClass, id });
  const table = element("table");
  const note = element("p", { class: "faint" });
  return { chart, table, note, section: panel(title, id, hint, chart, note, element("details", {}, element("summary", {}, "As a table"), table)) };
}

/** Shows a topic and keeps it live, with one of its events open where that is asked for; returns what ends that. */
export async function showTopic(main, id, { announce, connection, event = null }) {
  const status = await api.readTopic(id);
  const topic = status.definition ?? status;
  const feed = element("ol", { class: "entries" });
  const timeline = element("div");
  const claims = element("div");
  const claimsPanel = panel("Casualty claims", "claims", "Who says how many, side by side and never averaged. A figure leads to the sentence it came from.", claims);
  const glance = element("dl", { class: "glance", "aria-label": "At a glance" });
  const counts = figurePanel("Events over time", "counts", "By the day they happened, else were told.", "chart");
  const contacts = figurePanel("Who talks to whom", "contacts", "A line for every kind of contact, thicker the more events stand behind it; choose one to see them.", "chart graph");
  main.replaceChildren(
    element("h1", {}, topic.title),
    ...topic.description ? [element("p", {}, topic.description)] : [],
    element("p", { class: "question" }, topic.question),
    followBox(topic, announce),
    glance,
    element("div", { class: "grid" },
      panel("Live feed", "feed", "Each change as it is known, newest first; a correction is a change like any other.",
        element("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "feed-title" }, feed)),
      element("div", { class: "column" }, counts.section, contacts.section)),
    claimsPanel,
    panel("Timeline", "timeline", "What happened, as it stands now.", timeline));

  const page = await api.readFeed(id);
  const entries = [...page.entries].sort((left, right) => right.position - left.position);
  feed.replaceChildren(...entries.length ? entries.map(entry => entryCard(entry, false)) : [element("li", { class: "empty" }, "Nothing has answered this question yet.")]);

  const refresh = async () => {
    const [events, countsNow, ledger, contactsNow] =
      await Promise.all([api.readEvents(id), api.readCounts(id), api.readCasualties(id), api.readContacts(id)]);
    renderGlance(glance, await api.readTopic(id), ledger);
    renderTimeline(timeline, events.events);
    counts.note.textContent = olderNote(drawCounts(counts.chart, counts.table, countsNow));
    claimsPanel.hidden = !ledger.rows.length;
    renderClaims(claims, ledger);
    drawContacts(contacts.chart, contacts.table, contactsNow, those => showEvents(timeline, those));
  };
  await refresh();
  announceFeeds(id, topic.title);
  if (event) showEvents(timeline, [event]);

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

const olderNote = count => count ? `${many(count, "event")} of earlier days: see the table.` : "";

const entryCard = (entry, fresh) => card(entry.event, { change: entry.change, reason: entry.reason, recordedAt: entry.recordedAt, fresh });

/** Opens events in the timeline and goes to the first; one that is too old to stand there opens by itself. */
function showEvents(timeline, ids) {
  timeline.querySelector(":scope > .more")?.click();
  const cards = ids.map(id => timeline.querySelector(`[data-event="${CSS.escape(id)}"]`)).filter(card => card);
  if (!cards.length) return location.assign(`v1/events/${encodeURIComponent(ids[0])}`);
  for (const card of cards) card.querySelector("details").open = true;
  cards[0].scrollIntoView({ block: "center" });
  cards[0].querySelector("summary").focus({ preventScroll: true });
}

function renderTimeline(target, events) {
  const open = new Set([...target.querySelectorAll("details[open]")].map(details => details.closest("[data-event]").dataset.event));
  const byDay = Map.groupBy(events, event => (event.occurredOn ?? day(event.firstPublishedAt)).slice(0, 10));
  const days = [...byDay].map(([on, those]) => element("section", { class: "day" },
    element("h3", {}, element("time", { datetime: on }, on), element("span", { class: "faint" }, many(those.length, "event"))),
    element("ol", { class: "entries" }, those.map(event => card(event)))));
  target.replaceChildren(...days.length ? shortened(target, days, shownDayCount, "day") : [element("p", { class: "empty" }, "No events yet.")]);
  for (const entry of target.querySelectorAll("[data-event]")) if (open.has(entry.dataset.event)) entry.querySelector("details").open = true;
}
