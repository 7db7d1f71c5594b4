// Reads an address with a parser written by others: node read.mjs PARSER ADDRESS. Prints what the parser made of it as JSON.
import { parseAtomFeed, parseJsonFeed, parseRssFeed, parseOpml } from "feedsmith";
import RssParser from "rss-parser";
import ICAL from "ical.js";

const [, , parser, address] = process.argv;
const answer = await fetch(address);
if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
const text = await answer.text();

const parsers = {
  "rss-parser": async () => {
    const feed = await new RssParser().parseString(text);
    return { title: feed.title, items: feed.items.map(item => ({ id: item.guid ?? item.id, title: item.title, link: item.link, date: item.isoDate, html: item.content })) };
  },
  "feedsmith-atom": () => {
    const feed = parseAtomFeed(text);
    return {
      title: feed.title?.value ?? feed.title, updated: feed.updated,
      items: (feed.entries ?? []).map(entry => ({ id: entry.id, title: entry.title?.value ?? entry.title, link: entry.links?.find(link => link.rel === "alternate")?.href, date: entry.updated, html: entry.content?.value ?? entry.content })),
    };
  },
  "feedsmith-rss": () => {
    const feed = parseRssFeed(text);
    return { title: feed.title, items: (feed.items ?? []).map(item => ({ id: item.guid?.value, title: item.title, link: item.link, date: item.pubDate, html: item.description })) };
  },
  "feedsmith-json": () => {
    const feed = parseJsonFeed(text);
    return { title: feed.title, items: (feed.items ?? []).map(item => ({ id: item.id, title: item.title, link: item.url, date: item.date_modified, html: item.content_html })) };
  },
  "feedsmith-opml": () => ({ title: "opml", items: parseOpml(text).body.outlines.map(outline => ({ id: outline.xmlUrl, title: outline.text })) }),
  "ical.js": () => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return {
      title: calendar.getFirstPropertyValue("name"),
      items: calendar.getAllSubcomponents("vevent").map(component => ({
        id: component.getFirstPropertyValue("uid"), title: component.getFirstPropertyValue("summary"), link: component.getFirstPropertyValue("url"),
        date: component.getFirstPropertyValue("dtstart").toString(), status: component.getFirstPropertyValue("status"), sequence: component.getFirstPropertyValue("sequence"),
      })),
    };
  },
};
console.log(JSON.stringify(await parsers[parser]()));
