// Private addresses: feed readers can't send a key, so the addresses of a topic can carry a secret that opens it.
import { credentials } from "./access.js";
import { makeCapability, mayManage } from "./api.js";
import { element } from "./dom.js";

// Those made here, by topic. The server shows one once; it is forgotten with the page.
const tokens = new Map();

/** True where the server is asked with a key: then it refuses whoever sends none. */
export const isKeyed = () => Boolean(credentials().authorization);

/** An address of a topic, with its secret where one was made. */
export const carrying = (id, address) => tokens.has(id) ? `${address}?token=${tokens.get(id)}` : address;

/** What feed readers need on a server with keys, and a button that makes it; null on one without. It asks nothing before it is told to. */
export function privateNote(id, announce, changed) {
  if (!isKeyed()) return null;
  const note = element("div", { class: "private" });
  const say = (text, ...more) => note.replaceChildren(element("p", { class: "faint" }, text), ...more.filter(part => part));
  const tellMade = () => say("These addresses carry a secret, shown this once: whoever has one can read this topic, and nothing else. Keep them as you keep a key.");

  async function make() {
    try {
      const { token } = await makeCapability(id);
      tokens.set(id, token);
      tellMade();
      changed();
      announce("The private address is made: every address here carries it.");
    } catch (fault) {
      offer(fault.message);
    }
  }

  function offer(fault = null) {
    say("Feed readers can't send a key: they need a private address. Who has it can read this topic, and nothing else. One that was made before works on for a day.",
      element("button", { type: "button", onclick: make }, "Make a private address"), fault ? element("p", { class: "warning", role: "alert" }, fault) : null);
  }

  async function ask() {
    if (tokens.has(id)) return tellMade();
    if (await mayManage()) return offer();
    return say("Feed readers can't send a key: they need a private address. Ask whoever manages this server for one.");
  }

  return { note, ask: () => ask().catch(fault => say(fault.message)) };
}
