// Follows a stream with a client written by others: node follow.mjs CLIENT ADDRESS COUNT [LAST]. Prints each event as a line of JSON; ends after COUNT.
import { EventSource } from "eventsource";
import { createParser } from "eventsource-parser";

const [, , client, address, count, last] = process.argv;
const headers = last ? { "Last-Event-ID": last } : {};
let heard = 0;
function tell(id, type, data) {
  console.log(JSON.stringify({ id, type, position: JSON.parse(data).position, topic: JSON.parse(data).topic }));
  if (++heard === Number(count)) process.exit(0);
}

if (client === "eventsource") {
  const source = new EventSource(address, { fetch: (input, init) => fetch(input, { ...init, headers: { ...headers, ...init.headers } }) });
  for (const type of ["added", "updated", "merged", "split", "retracted"]) source.addEventListener(type, event => tell(event.lastEventId, event.type, event.data));
  source.addEventListener("error", event => { if (event.code) throw new Error(`${event.code} ${event.message}`); });
} else {
  const parser = createParser({ onEvent: event => tell(event.id, event.event, event.data), onError: fault => { throw fault; } });
  const answer = await fetch(address, { headers });
  const decoder = new TextDecoder();
  for await (const part of answer.body) parser.feed(decoder.decode(part, { stream: true }));
}
