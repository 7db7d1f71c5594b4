// A form that defines a topic.
import { AccessFault } from "./access.js";
import { defineTopic } from "./api.js";
import { element } from "./dom.js";

const idLengthMax = 60;

/** A topic's id from its title: letters and digits, joined by hyphens. */
export const idOf = title => title.normalize("NFKD").toLowerCase().replace(/[^a-z0-9\s-]/g, "").trim().replace(/[\s-]+/g, "-").slice(0, idLengthMax).replace(/^-|-$/g, "");

/** The form; it goes to the topic that it made. */
export function defineBox() {
  const title = element("input", { required: true, maxlength: "200", autocomplete: "off" });
  const question = element("textarea", { required: true, maxlength: "4000", rows: "3", spellcheck: "false", placeholder: "kind:(call or meeting) and party:KEN" });
  const said = element("p", { role: "status", class: "warning" });
  const caret = element("pre", { class: "secret", hidden: true });
  const form = element("form", { class: "form" },
    element("label", {}, "Title", title), element("label", {}, "Question", question),
    element("p", { class: "faint" }, "field:value, words and \"phrases\", with and, or, not. Fields: kind, actor, recipient, party, place, status, outlet, claimant."),
    element("button", { type: "submit" }, "Define"), said, caret);
  form.addEventListener("submit", async event => {
    event.preventDefault();
    caret.hidden = true;
    said.textContent = "";
    const id = idOf(title.value);
    if (!id) return said.replaceChildren("The title needs a letter or digit from a to z, which the address is made of.");
    try {
      await defineTopic(id, { title: title.value, question: question.value });
      form.reset();
      location.hash = `#/topics/${encodeURIComponent(id)}`;
    } catch (fault) {
      said.textContent = fault instanceof AccessFault ? `A key that may manage is needed: ${fault.message}` : fault.message;
      const { line, caret: carets } = fault.problem ?? {};
      caret.hidden = !carets;
      caret.textContent = carets ? `${line}\n${carets}` : "";
    }
  });
  return element("details", { class: "define" }, element("summary", {}, "New topic"), form);
}
