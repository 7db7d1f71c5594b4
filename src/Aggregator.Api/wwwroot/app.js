// The page: the list of topics, and one of them.
import { AccessFault, askForKey } from "./access.js";
import { readTopic, readTopics } from "./api.js";
import { defineBox } from "./define.js";
import { element, many } from "./dom.js";
import { loadParties } from "./parties.js";
import { showTopic } from "./topic.js";

const main = document.getElementById("main");
const list = document.getElementById("topics");
list.after(defineBox());
const pollMillisecondsMin = 5_000;
const pollMillisecondsPerTopic = 250;
let shown = null;
let showing = 0;

const announce = text => { document.getElementById("announcer").textContent = text; };
const connection = text => { document.getElementById("connection").textContent = text; };
// #/topics/ID, or #/topics/ID/events/EVENT as feeds lead here.
const parts = () => location.hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
const chosen = () => parts()[0] === "topics" ? parts()[1] ?? "" : parts()[0];
const chosenEvent = () => parts()[2] === "events" ? parts()[3] ?? null : null;

async function listTopics() {
  const { topics } = await readTopics();
  const states = await Promise.all(topics.map(topic => readTopic(topic.id).catch(() => null)));
  list.replaceChildren(...topics.map((topic, at) => element("li", {},
    element("a", { href: `#/topics/${encodeURIComponent(topic.id)}`, "aria-current": topic.id === chosen() ? "page" : null },
      topic.title, element("span", { class: "count" }, String(states[at]?.eventCount ?? ""))))));
  return topics;
}

function welcome(topics) {
  main.replaceChildren(
    element("h1", {}, "What is happening, and who says so"),
    element("p", {}, "Articles come in, events and casualty claims are read from their text, and each topic gathers those that answer its question. ",
      "Choose a topic to watch it live. Every figure opens to the sentence it came from."),
    element("p", { class: "faint" }, topics.length ? many(topics.length, "topic") : "There is no topic yet: see the API's reference for how to define one."));
}

async function show() {
  const turn = ++showing;
  shown?.end();
  shown = null;
  connection("");
  const topics = await listTopics();
  const id = chosen() || topics[0]?.id;
  if (!id) return welcome(topics);
  if (!chosen()) return location.replace(`#/topics/${encodeURIComponent(id)}`);
  const next = await showTopic(main, id, { announce, connection, event: chosenEvent() });
  if (turn !== showing) next.end();
  else shown = next;
  document.title = `${topics.find(topic => topic.id === id)?.title ?? id} · Aggregator`;
}

const attempt = work => work().catch(fault => {
  if (fault instanceof AccessFault) return askForKey(main, fault, () => loadParties().catch(() => { }).then(() => attempt(show)));
  return main.replaceChildren(element("h1", {}, "That did not work"), element("p", {}, fault.message));
});

const theme = document.getElementById("theme");
function setTheme(name) {
  document.documentElement.dataset.theme = name;
  theme.setAttribute("aria-pressed", String(name === "dark"));
  localStorage.setItem("theme", name);
  shown?.refresh();
}
theme.addEventListener("click", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
setTheme(localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));

// A topic that the reader chose takes the focus; the first one, chosen for them, does not.
addEventListener("hashchange", event => attempt(show).then(() => { if (new URL(event.oldURL).hash) main.focus({ preventScroll: true }); }));

// Each topic's count is a request of its own, so the more there are the more seldom they are asked for, and not at all while nobody looks.
async function keepListing() {
  const topics = document.hidden ? [] : await listTopics().catch(() => []);
  setTimeout(keepListing, Math.max(pollMillisecondsMin, topics.length * pollMillisecondsPerTopic));
}
setTimeout(keepListing, pollMillisecondsMin);
await loadParties().catch(() => { });
attempt(show);
