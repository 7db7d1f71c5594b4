// The webhooks of a topic: how each fares, and a form that makes one.
import { AccessFault } from "./access.js";
import { deleteWebhook, makeWebhook, pauseWebhook, pingWebhook, readWebhooks } from "./api.js";
import { element, many } from "./dom.js";
import { since } from "./glance.js";

const standing = ({ health }) => [
  health.standing + (health.reason ? ` (${health.reason})` : ""),
  many(health.deliveredCount, "change") + " told",
  health.lastSuccessAt ? `last ${since(health.lastSuccessAt)}` : null,
  health.lastError,
].filter(part => part).join(" · ");

/** The box. It reads nothing before it is opened: only those who may manage have anything to see here. */
export function webhookBox(topic, announce) {
  const list = element("ul", { class: "webhooks", "aria-label": "Webhooks" });
  const said = element("p", { role: "status" });
  const box = element("details", {},
    element("summary", {}, "Webhooks"),
    element("p", { class: "faint" }, "A request to an address of yours for every change, signed, in order, at least once."), list, form(), said);
  box.addEventListener("toggle", () => { if (box.open) attempt(refresh); });
  return box;

  async function attempt(work) {
    try {
      await work();
    } catch (fault) {
      say(fault instanceof AccessFault ? `A key that may manage is needed: ${fault.message}` : fault.message, true);
    }
  }

  function say(text, isFault = false) {
    said.className = isFault ? "warning" : "faint";
    said.replaceChildren(text);
    announce(text);
  }

  async function refresh() {
    const webhooks = await readWebhooks(topic);
    list.replaceChildren(...webhooks.length ? webhooks.map(line) : [element("li", { class: "empty" }, "None yet.")]);
  }

  function line(webhook) {
    const button = (name, work) => element("button", { type: "button", "aria-label": `${name} the webhook to ${webhook.url}`, onclick: () => attempt(work) }, name);
    const isPaused = webhook.health.standing === "paused";
    return element("li", {}, element("strong", {}, webhook.url), " ", element("span", { class: "faint" }, standing(webhook)), " ",
      button("Test", async () => {
        const attempted = await pingWebhook(webhook.id);
        say(attempted.error ? `The test failed: ${attempted.error}` : `The test was answered ${attempted.status}.`, Boolean(attempted.error));
        await refresh();
      }), " ",
      button(isPaused ? "Resume" : "Pause", async () => { await pauseWebhook(webhook.id, !isPaused); await refresh(); }), " ",
      button("Delete", async () => { await deleteWebhook(webhook.id); say(`The webhook to ${webhook.url} is deleted.`); await refresh(); }));
  }

  function form() {
    const url = element("input", { type: "url", required: true, placeholder: "https://hooks.example.org/aggregator", autocomplete: "off" });
    const made = element("form", { class: "form" }, element("label", {}, "Address that is told", url), element("button", { type: "submit" }, "Make a webhook"));
    made.addEventListener("submit", event => {
      event.preventDefault();
      attempt(async () => {
        const { secret } = await makeWebhook({ topics: [topic], url: url.value });
        made.reset();
        await refresh();
        say("The webhook is made. Its secret, shown this once:");
        said.append(" ", element("span", { class: "secret" }, secret));
      });
    });
    return made;
  }
}
