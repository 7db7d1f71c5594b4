#!/usr/bin/env python3
"""Aggregator by Python's standard library: define a topic, submit an article, follow the stream and resume, read casualties, verify a webhook.

    python3 example.py http://127.0.0.1:5080            # AGGREGATOR_KEY=agg_… where the server asks for a key
    python3 example.py verify SECRET ID TIMESTAMP SIGNATURE < body
"""
import base64
import hashlib
import hmac
import json
import os
import sys
import urllib.request


def ask(method, url, body=None, accept="application/json", **headers):
    """An answer, still open. Refusals are problem details (RFC 9457); urllib raises them as HTTPError."""
    if key := os.environ.get("AGGREGATOR_KEY"):
        headers["Authorization"] = f"Bearer {key}"
    data = None if body is None else json.dumps(body).encode()
    if data is not None:
        headers["Content-Type"] = "application/json"
    request = urllib.request.Request(url, data, {"Accept": accept, **headers}, method=method)
    return urllib.request.urlopen(request, timeout=60)


def follow(api, topic, position):
    """Entries after a position, as they come. Stop when you like, and go on later with the last position that you have."""
    with ask("GET", f"{api}/v1/topics/{topic}/stream", accept="text/event-stream", **{"Last-Event-ID": str(position)}) as stream:
        message = {}
        for line in stream:
            field, _, value = line.decode().rstrip("\n").partition(":")
            if field:
                message[field] = value.lstrip(" ")
            elif not line.strip():
                if "data" in message:
                    yield int(message["id"]), json.loads(message["data"])
                message = {}


def verify(secret, message_id, timestamp, signatures, body):
    """True for a delivery that was signed with the secret (Standard Webhooks). Also refuse a timestamp that is minutes away, and an id that you have seen."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, f"{message_id}.{timestamp}.".encode() + body, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(f"v1,{expected}", given) for given in signatures.split(" "))


def main(api):
    topic = "example-python"
    ask("PUT", f"{api}/v1/topics/{topic}", {"title": "Fires", "question": "kind:casualties and place:PER"}).close()
    for number, killed in ((1, 14), (2, 16)):
        ask("POST", f"{api}/v1/articles", {
            "id": f"{topic}-{number}", "outlet": "Example Herald", "published": f"2026-09-1{number}", "title": "Fire in Lima",
            "text": f"At least {killed} people were killed in a fire in Lima, Peru, on 10 September 2026, the mayor said."}).close()
    position = 0
    for _ in range(2):  # Each time a new connection, which begins behind the last position.
        position, entry = next(follow(api, topic, position))
        print("entry", position, entry["change"], entry["event"]["headline"])
        if entry["event"]["corroboration"]["articleCount"] > 1:
            break
    with ask("GET", f"{api}/v1/topics/{topic}/casualties?measure=killed") as answer:
        for row in json.load(answer)["rows"]:
            print("killed", row)


if __name__ == "__main__":
    if sys.argv[1] == "verify":
        sys.exit(0 if verify(*sys.argv[2:6], sys.stdin.buffer.read()) else 1)
    main(sys.argv[1].rstrip("/"))
