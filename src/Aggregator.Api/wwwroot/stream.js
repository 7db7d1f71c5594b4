// Follows a stream of server-sent events with the key in a header: EventSource can send none, and a key in an address would stand in logs.
import { AccessFault, credentials } from "./access.js";

const pauseMilliseconds = 2_000;

/** Reads a stream until ended, and anew from the last position whenever it breaks. */
export function followWithKey(path, position, { onMessage, onState }) {
  const ending = new AbortController();
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
      await new Promise(resolve => setTimeout(resolve, pauseMilliseconds));
    }
  }

  async function readOnce() {
    const answer = await fetch(path, { headers: { accept: "text/event-stream", "last-event-id": String(position), ...credentials() }, signal: ending.signal, cache: "no-store" });
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) throw new AccessFault(answer.statusText);
    if (!answer.ok) throw new Error(answer.statusText);
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
