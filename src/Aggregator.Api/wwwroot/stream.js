// Follows a stream of server-sent events with the key in a header: EventSource can send none, and a key in an address would stand in logs.
import { AccessFault, credentials } from "./access.js";

const pauseMilliseconds = 2_000;

/** Asking again would be answered the same: no key, no topic, or a position that the topic has no more. */
const finalStatuses = [400, 401, 403, 404, 410];

/** Reads a stream until ended, and anew from the last position whenever it breaks. */
export function followWithKey(path, position, { onMessage, onState }) {
  const ending = new AbortController();
  let pause = pauseMilliseconds;
  run().catch(() => { });
  return () => ending.abort();

  async function run() {
    while (!ending.signal.aborted) {
      try {
        await readOnce();
      } catch (fault) {
        if (ending.signal.aborted) return;
        if (fault instanceof AccessFault) return onState("closed");
      }
      onState("reconnecting");
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }

  async function readOnce() {
    pause = pauseMilliseconds;
    const answer = await fetch(path, { headers: { accept: "text/event-stream", "last-event-id": String(position), ...credentials() }, signal: ending.signal, cache: "no-store" });
    if (finalStatuses.includes(answer.status)) throw new AccessFault(answer.statusText);
    if (!answer.ok) {
      pause = Math.max(pause, 1_000 * Number(answer.headers.get("retry-after") ?? 0));
      throw new Error(answer.statusText);
    }
    onState("live");
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split("\n\n");
      rest = blocks.pop();
      blocks.forEach(take);
    }
  }

  function take(block) {
    let data = null;
    for (const line of block.split("\n")) {
      if (line.startsWith("id:")) position = line.slice(3).trim();
      else if (line.startsWith("data:")) data = line.slice(5).trim();
    }
    if (data !== null) onMessage(data);
  }
}
