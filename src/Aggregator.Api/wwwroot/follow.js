// How to follow a topic: its feeds, with buttons that copy their addresses.
import { element } from "./dom.js";
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

const pathOf = id => `v1/topics/${encodeURIComponent(id)}`;

/** The address as others reach it; the page may be served behind any prefix. */
const addressOf = (id, file) => new URL(`${pathOf(id)}/${file}`, document.baseURI).href;

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
    element("a", { href: `${pathOf(id)}/${file}` }, name), element("span", { class: "faint" }, hint), element("span", { class: "address" }, input, button));
}

/** The box. */
export function followBox(id, announce) {
  const part = (text, file) => element("li", {}, element("a", { href: `${pathOf(id)}/${file}` }, text));
  return element("details", { class: "panel follow" },
    element("summary", {}, "Follow this topic"),
    element("ul", { class: "feeds", "aria-label": "Ways to follow this topic" }, feeds.map(feed => row(id, feed, announce))),
    element("ul", { class: "links", "aria-label": "This topic as data" },
      part("Feed as JSON", "feed"), part("Events as CSV", "events.csv"), part("Claims as CSV", "claims.csv"), part("Counts", "counts"), part("Casualty claims", "casualties"), part("Contacts", "contacts"),
      element("li", {}, element("a", { href: "v1/topics.opml" }, "All topics' feeds (OPML)"))),
    webhookBox(id, announce));
}

/** Lets browsers and their extensions find the topic's feeds by the page. */
export function announceFeeds(id, title) {
  document.head.querySelectorAll("link[rel=alternate]").forEach(link => link.remove());
  for (const { name, file, type } of feeds)
    if (type) document.head.append(element("link", { rel: "alternate", type, href: addressOf(id, file), title: `${title} (${name})` }));
}
