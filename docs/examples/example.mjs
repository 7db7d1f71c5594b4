// Aggregator by JavaScript (Node 20 or later, and browsers for all but the last function): define a topic, submit an article, follow the stream and resume, read casualties,
// verify a webhook.
//   node example.mjs http://127.0.0.1:5080            (AGGREGATOR_KEY=agg_… where the server asks for a key)
//   node example.mjs verify SECRET ID TIMESTAMP SIGNATURE < body
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";

const key = process.env.AGGREGATOR_KEY;

/** An answer. A refusal is problem details (RFC 9457). */
async function ask(method, url, body, headers = {}) {
  if (key) headers.authorization = `Bearer ${key}`;
  if (body) headers["content-type"] = "application/json";
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer;
}

/** Entries after a position, as they come. Stop when you like, and go on later with the last position that you have. */
async function* follow(api, topic, position) {
  const answer = await ask("GET", `${api}/v1/topics/${topic}/stream`, null, { accept: "text/event-stream", "last-event-id": String(position) });
  let rest = "";
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + part).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const message = Object.fromEntries(block.split("\n").map(line => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trimStart()]));
      if (message.data) yield { position: Number(message.id), entry: JSON.parse(message.data) };
    }
  }
}

/** True for a delivery that was signed with the secret (Standard Webhooks). Also refuse a timestamp that is minutes away, and an id that you have seen. */
function verify(secret, id, timestamp, signatures, body) {
  const expected = createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64")).update(`${id}.${timestamp}.`).update(body).digest();
  return signatures.split(" ").some(given => {
    const bytes = Buffer.from(given.replace(/^v1,/, ""), "base64");
    return given.startsWith("v1,") && bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
}

async function main(api) {
  const topic = "example-javascript";
  await ask("PUT", `${api}/v1/topics/${topic}`, { title: "Fires", question: "kind:casualties and place:CHL" });
  for (const [number, killed] of [[1, 24], [2, 26]])
    await ask("POST", `${api}/v1/articles`, {
      id: `${topic}-${number}`, outlet: "Example Herald", published: `2026-09-1${number}`, title: "Fire in Valparaiso",
      text: `At least ${killed} people were killed in a fire in Valparaiso, Chile, on 9 September 2026, the mayor said.`,
    });
  let position = 0;
  for (let time = 0; time < 2; time++) // Each time a new connection, which begins behind the last position.
    for await (const told of follow(api, topic, position)) {
      position = told.position;
      console.log("entry", position, told.entry.change, told.entry.event.headline);
      if (told.entry.event.corroboration.articleCount > 1) time = 2;
      break;
    }
  const { rows } = await (await ask("GET", `${api}/v1/topics/${topic}/casualties?measure=killed`)).json();
  for (const row of rows) console.log("killed", JSON.stringify(row));
}

const [command, ...rest] = process.argv.slice(2);
if (command === "verify") process.exit(verify(...rest, readFileSync(0)) ? 0 : 1);
await main(command.replace(/\/$/, ""));
process.exit(0);
