// A WebSub subscriber made with the pubsubhubbub library.
// node websub.mjs TOPIC HUB SECRET [mistaken] ; prints a line of JSON a thing that happens.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import pubsubhubbub from 'pubsubhubbub';

const [topic, hub, secret, mistaken] = process.argv.slice(2);
const say = (what, more = {}) => console.log(JSON.stringify({ what, ...more }));

// The library wants its address before it listens: a port that is free.
const probe = createServer().listen(0, '127.0.0.1', () => {
  const { port } = probe.address();
  probe.close(() => start(port));
});

function start(port) {
  const subscriber = pubsubhubbub.createServer({ callbackUrl: `http://127.0.0.1:${port}/called`, secret, leaseSeconds: 900 });
  subscriber.on('subscribe', told => {
    // It tells hubs a secret made of its own and the topic, yet verifies with its own: it is given the one that it told.
    if (mistaken === undefined) subscriber.secret = createHmac('sha1', secret).update(topic).digest('hex');
    say('subscribe', { topic: told.topic, lease: told.lease - Math.floor(Date.now() / 1000) });
  });
  subscriber.on('unsubscribe', told => say('unsubscribe', { topic: told.topic }));
  subscriber.on('denied', told => say('denied', { topic: told.topic }));
  subscriber.on('feed', told => {
    say('feed', { topic: told.topic, type: told.headers['content-type'], text: told.feed.toString('utf8') });
    subscriber.unsubscribe(topic, hub, fault => say('asked', { fault: fault ? String(fault) : null }));
  });
  subscriber.on('error', fault => say('error', { fault: String(fault) }));
  subscriber.on('listen', () => subscriber.subscribe(topic, hub, fault => say('asked', { fault: fault ? String(fault) : null })));
  subscriber.listen(port);
}
