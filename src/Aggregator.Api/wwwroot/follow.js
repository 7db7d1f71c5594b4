// How to follow a topic: its feeds, with buttons that copy their addresses.
import { element } from "./dom.js";
import { carrying, isKeyed, privateNote } from "./private.js";
import { webhookBox } from "./webhooks.js";

const shownMilliseconds = 2_000;

const feeds = [
  { name: "Atom", file: "feed.atom", type: "application/atom+xml", hint: "for feed readers" },
  { name: "RSS", file: "feed.rss", type: "application/rss+xml", hint: "for feed readers" },
  { name: "JSON Feed", file: "feed.json", type: "application/feed+json", hint: "for feed readers" },
  { name: "Daily digest", file: "digest.atom", type: "application/atom+xml", hint: "one item a day: what is new, which figures moved, what was corrected" },
  { name: "Calendar", file: "calendar.ics", hint: "planned calls and meetings, for calendar programs" },
  { name: "Live stream", file: "stream", hint: "server-sent events, for programs" },
];

const pathOf = (id, file) => carrying(id, `v1/topics/${encodeURIComponent(id)}/${file}`);

/** The address as others reach it; the page may be served behind any prefix. */
const addressOf = (id, file) => new URL(pathOf(id, file), document.baseURI).href;

async function copy(input) {
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    // Browsers keep the clipboard from pages that came unencrypted; selecting still works there.
    input.select();
    return document.execCommand("copy");
  }
}

function row(id, { name, file, hint }, announce) {
  const input = element("input", { readonly: true, value: addressOf(id, file), "aria-label": `Address of the ${name}`, size: "40" });
  const button = element("button", { type: "button", "aria-label": `Copy the address of the ${name}`, onclick: async () => {
    const isCopied = await copy(input);
    announce(isCopied ? `The address of the ${name} is copied.` : "It could not be copied; the address is selected.");
    button.textContent = isCopied ? "Copied" : "Selected";
    setTimeout(() => { button.textContent = "Copy"; }, shownMilliseconds);
  } }, "Copy");
  input.addEventListener("focus", () => input.select());
  return element("li", {},
    element("a", { href: pathOf(id, file) }, name), element("span", { class: "faint" }, hint), element("span", { class: "address" }, input, button));
}

function dataLinks(id) {
  const part = (text, file) => element("li", {}, element("a", { href: pathOf(id, file) }, text));
  return [part("Feed as JSON", "feed"), part("Events as CSV", "events.csv"), part("Claims as CSV", "claims.csv"), part("Counts", "counts"), part("Casualty claims", "casualties"), part("Contacts", "contacts"),
    // No topic's secret opens what tells of all topics.
    ...isKeyed() ? [] : [element("li", {}, element("a", { href: "v1/topics.opml" }, "All topics' feeds (OPML)"))]];
}

/** The box of a topic. */
export function followBox({ id, title }, announce) {
  const ways = element("ul", { class: "feeds", "aria-label": "Ways to follow this topic" });
  const data = element("ul", { class: "links", "aria-label": "This topic as data" });
  const show = () => {
    ways.replaceChildren(...feeds.map(feed => row(id, feed, announce)));
    data.replaceChildren(...dataLinks(id));
  };
  show();
  const secret = privateNote(id, announce, () => { show(); announceFeeds(id, title); });
  const box = element("details", { class: "panel follow" }, element("summary", {}, "Follow this topic"), secret?.note, ways, data, webhookBox(id, announce));
  if (secret) box.addEventListener("toggle", () => { if (box.open) secret.ask(); });
  return box;
}

/** Lets browsers and their extensions find the topic's feeds by the page. */
export function announceFeeds(id, title) {
  document.head.querySelectorAll("link[rel=alternate]").forEach(link => link.remove());
  for (const { name, file, type } of feeds)
    if (type) document.head.append(element("link", { rel: "alternate", type, href: addressOf(id, file), title: `${title} (${name})` }));
}
