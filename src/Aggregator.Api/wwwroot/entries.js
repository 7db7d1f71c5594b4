// An event as a card: what, who, when, where; how well it stands; and the sentences that say so.
import { partyName } from "./parties.js";
import { explanation } from "./explain.js";
import { figure } from "./figures.js";
import { articleLink, day, element, many, markedQuote } from "./dom.js";

function parties(event) {
  const actors = event.actors.map(partyName).join(", ");
  const recipients = event.recipients.map(partyName).join(", ");
  return [actors, recipients].filter(side => side).join(" → ");
}

function tags(event, change) {
  const tag = (text, name) => element("span", { class: `tag ${name}` }, text);
  return element("div", { class: "tags" },
    change ? tag(change, change) : null,
    tag(event.kind, "kind"),
    tag(event.status, event.status),
    tag(event.corroboration.level.replace("-", " "), event.corroboration.level),
    event.occurredOn ? tag(event.occurredOn, "date") : null,
    event.place ? tag(event.place.name, "place") : null);
}

/** What became of it, in the order of publication: planned, postponed, occurred. Nothing where every report says the same. */
function life(event) {
  const told = [...event.reports].filter(report => report.kind === event.kind).sort((left, right) => left.publishedAt.localeCompare(right.publishedAt));
  const turns = told.filter((report, at) => at === 0 || report.status !== told[at - 1].status);
  if (turns.length < 2) return null;
  return element("ol", { class: "life", "aria-label": "What became of it" }, turns.map(report => element("li", {},
    element("a", { href: `v1/reports/${encodeURIComponent(report.id)}` }, report.status), " ", element("time", { datetime: report.publishedAt }, day(report.publishedAt)))));
}

/** The codes that other event data know it by. */
function coded({ plover, cameo, mode, contexts }) {
  const codes = [plover ? `PLOVER ${plover}` : null, cameo ? `CAMEO ${cameo}` : null, mode, ...contexts].filter(code => code);
  return codes.length ? ` · ${codes.join(", ")}` : "";
}

function sentence(report) {
  const said = report.claimant ? `, citing ${report.claimant}` : "";
  return element("li", {},
    markedQuote(report),
    element("p", { class: "faint" }, `${report.outlet ?? "Unknown outlet"}, ${day(report.publishedAt)}${said}: `, articleLink(report)),
    explanation(report.id));
}

function behind(event) {
  const { articleCount, outletCount, voiceCount, claimantCount } = event.corroboration;
  return [many(articleCount, "article"), many(outletCount, "outlet"), many(voiceCount, "independent voice"), claimantCount ? many(claimantCount, "claimant") : null].filter(part => part).join(" · ");
}

/** The card. Its details hold every sentence, with its span marked, and a link to its article. */
export function card(event, { change = null, reason = null, recordedAt = null, fresh = false } = {}) {
  const who = parties(event);
  const claims = event.claims.map(claim => `${claim.figure.measure} ${figure(claim.figure)}${claim.figure.claimant ? ` (${claim.figure.claimant})` : ""}`);
  return element("li", { class: `entry ${change ?? ""} ${fresh ? "fresh" : ""}`, "data-event": event.id },
    tags(event, change),
    element("p", { class: "headline" }, event.headline),
    life(event),
    who ? element("p", { class: "faint" }, who) : null,
    claims.length ? element("p", { class: "faint" }, claims.slice(0, 4).join(" · ")) : null,
    reason ? element("p", { class: "reason" }, reason) : null,
    element("details", {},
      element("summary", {}, `${many(event.reportCount, "sentence")} behind it · ${behind(event)}`),
      element("ol", {}, event.reports.map(sentence)),
      element("p", { class: "faint" }, element("a", { href: `v1/events/${encodeURIComponent(event.id)}` }, "as JSON"),
        coded(event), recordedAt ? ` · recorded ${recordedAt.replace("T", " ").slice(0, 16)} UTC` : "")));
}
