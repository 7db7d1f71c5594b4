"""A feed and its WebSub hub, made with Flask-WebSub. The hub's tasks run in a thread of this process.

python3 hub.py ; prints a line of JSON a thing that happens: {"what": "listens", "url": …}, then "subscribe" and "unsubscribe".
A line on standard input is a new item of the feed (its text), of which the hub tells its subscribers.
"""
import json
import logging
import os
import sys
import tempfile
import threading
import warnings
from xml.sax.saxutils import escape

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

from celery import Celery
from celery.contrib.testing.worker import start_worker
from flask import Flask, Response
from flask_websub.hub import Hub, SQLite3HubStorage
from werkzeug.serving import make_server

items = []
app = Flask(__name__)
celery = Celery("hub", broker="memory://", backend="cache+memory://")


def say(what, **more):
    print(json.dumps({"what": what, **more}), flush=True)


class Told(SQLite3HubStorage):
    """The library's own storage, which says what becomes of it."""

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        say("subscribe", topic=key[0], callback=key[1], lease=value["lease_seconds"], secret=bool(value["secret"]))

    def __delitem__(self, key):
        super().__delitem__(key)
        say("unsubscribe", topic=key[0], callback=key[1])


@app.get("/feed.rss")
def feed():
    told = "".join(f"<item><guid isPermaLink='false'>item-{number}</guid><title>{escape(text)}</title><description>{escape(text)}</description>"
                   f"<link>{address}/items/{number}</link><pubDate>Fri, 04 Sep 2026 10:00:00 GMT</pubDate></item>" for number, text in enumerate(items))
    body = f"<rss version='2.0'><channel><title>Desk</title><link>{address}</link><description>News</description>{told}</channel></rss>"
    return Response(body, mimetype="application/rss+xml", headers={"Link": f'<{topic}>; rel="self", <{address}/hub>; rel="hub"'})


hub = Hub(Told(os.path.join(tempfile.mkdtemp(), "hub.sqlite")), celery)
app.register_blueprint(hub.build_blueprint(url_prefix="/hub"))
server = make_server("127.0.0.1", 0, app, threaded=True)
address = f"http://127.0.0.1:{server.server_port}"
topic = f"{address}/feed.rss"
threading.Thread(target=server.serve_forever, daemon=True).start()
with start_worker(celery, perform_ping_check=False, pool="solo", loglevel="CRITICAL"):
    say("listens", url=topic)
    for line in sys.stdin:
        items.append(line.strip())
        hub.send_change_notification.delay(topic)
os._exit(0)
