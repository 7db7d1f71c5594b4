// Makes elements. Text is always set as text, never as markup.

/** An element with attributes and children; a null child is left out, a string becomes text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "onclick") made.addEventListener("click", value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

/** A sentence with the words of its span marked; positions are UTF-16 units, as JavaScript's are. */
export function markedQuote(report) {
  const { quote, span } = report;
  const end = span.start + span.length;
  return element("blockquote", {}, quote.slice(0, span.start), element("mark", {}, quote.slice(span.start, end)), quote.slice(end));
}

/** A link to an article's page where it has one, else to what is stored of it. */
export function articleLink(report) {
  const stored = `v1/articles/${encodeURIComponent(report.article)}`;
  const isWeb = report.url && /^https?:\/\//i.test(report.url);
  return element("a", { href: isWeb ? report.url : stored, rel: "noreferrer" }, report.title || report.article);
}

/** The first of many parts, and a button for the rest; once it was pressed they stay shown when the target is filled anew. */
export function shortened(target, parts, shownCount, one) {
  if (target.dataset.whole || parts.length <= shownCount + 1) return parts;
  const button = element("button", { type: "button", class: "more", onclick: () => {
    target.dataset.whole = "true";
    button.replaceWith(...parts.slice(shownCount));
    parts[shownCount].querySelector("summary, a")?.focus();
  } }, `Show ${many(parts.length - shownCount, `more ${one}`)}`);
  return [...parts.slice(0, shownCount), button];
}

export const day = text => text ? text.slice(0, 10) : "";

export const many = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;
