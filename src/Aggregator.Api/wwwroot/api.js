// Reads the API. Every address is relative, so that the page works behind any prefix.
import { AccessFault, credentials } from "./access.js";
import { followWithKey } from "./stream.js";

const topicPath = id => `v1/topics/${encodeURIComponent(id)}`;

/** What the server refused, and why: its problem details (RFC 9457). */
export class Refusal extends Error {
  constructor(problem, answer) {
    super(problem?.detail ?? problem?.title ?? `${answer.status} ${answer.statusText}`);
    this.problem = problem;
  }
}

async function ask(path, method = "GET", body = undefined) {
  const headers = { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }), ...credentials() };
  const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const problem = await answer.json().catch(() => null);
  if (answer.status === 401 || answer.status === 403) throw new AccessFault(problem?.detail ?? answer.statusText);
  throw new Refusal(problem, answer);
}

const read = path => ask(path);

export const readParties = () => read("v1/parties");
export const readReport = id => read(`v1/reports/${encodeURIComponent(id)}`);
export const readTopics = () => read("v1/topics?limit=200");
export const readTopic = id => read(topicPath(id));
export const readFeed = id => read(`${topicPath(id)}/feed?limit=60`);
export const readEvents = id => read(`${topicPath(id)}/events?limit=100`);
export const readCounts = id => read(`${topicPath(id)}/counts?bucket=day&groupBy=kind`);
export const readCasualties = id => read(`${topicPath(id)}/casualties?limit=60`);
export const readContacts = id => read(`${topicPath(id)}/contacts?limit=60`);

/** Makes a secret that opens a topic to whoever has it; one that was made before works on for a day. */
export const makeCapability = id => ask(`${topicPath(id)}/capability`, "POST", {});

/** Whether the key may manage: what only those read who may is read. */
export const mayManage = () => read("v1/subscriptions?limit=1").then(() => true, fault => {
  if (fault instanceof AccessFault) return false;
  throw fault;
});

export const defineTopic = (id, topic) => ask(topicPath(id), "PUT", topic);

const subscriptionPath = id => `v1/subscriptions/${encodeURIComponent(id)}`;

/** The webhooks that are told of a topic, among the first 200 subscriptions. */
export async function readWebhooks(topic) {
  const { subscriptions } = await read("v1/subscriptions?limit=200");
  return subscriptions.filter(one => one.protocol === "webhook" && one.topics.includes(topic));
}
export const makeWebhook = webhook => ask("v1/subscriptions", "POST", webhook);
export const pingWebhook = id => ask(`${subscriptionPath(id)}/ping`, "POST");
export const pauseWebhook = (id, paused) => ask(subscriptionPath(id), "PATCH", { paused });
export const deleteWebhook = id => ask(subscriptionPath(id), "DELETE");

/** Follows a topic from a position on; the browser resumes by itself with the last position it saw. */
export function follow(id, position, { onEntry, onState }) {
  if (credentials().authorization) return followWithKey(`${topicPath(id)}/stream?after=${position}`, position, { onMessage: data => onEntry(JSON.parse(data)), onState });
  const stream = new EventSource(`${topicPath(id)}/stream?after=${position}`);
  const heard = message => onEntry(JSON.parse(message.data));
  for (const change of ["added", "updated", "merged", "split", "retracted"]) stream.addEventListener(change, heard);
  stream.addEventListener("open", () => onState("live"));
  stream.addEventListener("error", () => onState(stream.readyState === EventSource.CLOSED ? "closed" : "reconnecting"));
  return () => stream.close();
}
