// A receiver of webhooks: checks every request with the Standard Webhooks library and reads it with the CloudEvents library.
// node receive.mjs SECRET... ; prints its port, then a line of JSON a request. With several secrets any may have signed.
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { HTTP } from 'cloudevents';

const secrets = process.argv.slice(2);
let count = 0;

const verified = (body, headers) => secrets.map(secret => {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
});

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  // Every ninth is refused before it is looked at: it must come again.
  if (++count % 9 === 0) {
    response.writeHead(503).end();
    return;
  }
  try {
    const events = [HTTP.toEvent({ headers: request.headers, body })].flat();
    for (const event of events) event.validate();
    const told = events.map(({ id, source, type, sequence, data }) => ({ id, source, type, sequence, position: data.position ?? null, topic: data.topic ?? null }));
    console.log(JSON.stringify({ webhook: request.headers['webhook-id'], verified: verified(body, request.headers), forged: verified(body + ' ', request.headers), events: told }));
    response.writeHead(204).end();
  } catch (fault) {
    console.log(JSON.stringify({ webhook: request.headers['webhook-id'], error: String(fault) }));
    response.writeHead(400).end();
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
