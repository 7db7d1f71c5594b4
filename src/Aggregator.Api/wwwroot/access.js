// The key that this tab sends, where the server asks for one. It goes with the tab, and stands in no address.
import { element } from "./dom.js";

const stored = "key";

/** The headers that say who asks; none where no key was entered. */
export function credentials() {
  const key = sessionStorage.getItem(stored);
  return key ? { authorization: `Bearer ${key}` } : {};
}

/** What an answer of 401 or 403 becomes. */
export class AccessFault extends Error { }

/** Asks for a key in place of the page; calls back once one was entered. */
export function askForKey(main, fault, entered) {
  const input = element("input", { id: "key", type: "password", autocomplete: "off", spellcheck: "false", required: true, "aria-describedby": "key-help" });
  const form = element("form", { class: "key" },
    element("label", { for: "key" }, "Access key"), input, element("button", { type: "submit" }, "Enter"));
  form.addEventListener("submit", event => {
    event.preventDefault();
    sessionStorage.setItem(stored, input.value.trim());
    entered();
  });
  const hadKey = sessionStorage.getItem(stored) !== null;
  sessionStorage.removeItem(stored);
  main.replaceChildren(
    element("h1", {}, "A key is needed"),
    element("p", { id: "key-help" }, hadKey ? fault.message : "This server asks for a key that may read. It is kept for this tab alone, and forgotten with it."),
    form);
  input.focus();
}
