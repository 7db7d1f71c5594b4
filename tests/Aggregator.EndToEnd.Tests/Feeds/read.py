"""Reads an address with a parser written by others: read.py PARSER ADDRESS. Prints what the parser made of it as JSON."""
import csv
import io
import json
import sys
import urllib.request


def feedparser_of(address):
    import feedparser

    feed = feedparser.parse(address)
    if feed.bozo:
        raise SystemExit(f"feedparser: {feed.bozo_exception}")
    return {
        "title": feed.feed.title,
        "items": [
            {
                "id": entry.id, "title": entry.title, "link": entry.link, "date": entry.get("updated") or entry.get("published"),
                "html": entry.content[0].value if "content" in entry else entry.summary,
                "tags": [f"{tag.scheme}={tag.term}" for tag in entry.get("tags", [])],
            }
            for entry in feed.entries
        ],
    }


def icalendar_of(address):
    import icalendar

    calendar = icalendar.Calendar.from_ical(urllib.request.urlopen(address).read())
    return {
        "title": str(calendar["NAME"]),
        "items": [
            {"id": str(event["UID"]), "title": str(event["SUMMARY"]), "date": event["DTSTART"].dt.isoformat(), "status": str(event["STATUS"]), "sequence": int(event["SEQUENCE"])}
            for event in calendar.walk("VEVENT")
        ],
    }


def csv_of(address):
    text = urllib.request.urlopen(address).read().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    if any(None in row or None in row.values() for row in rows):
        raise SystemExit("csv: a row has more or fewer cells than the first")
    return {"title": "csv", "items": [{"id": row["event"], "title": row.get("headline") or row.get("quote")} for row in rows]}


if __name__ == "__main__":
    parsers = {"feedparser": feedparser_of, "icalendar": icalendar_of, "csv": csv_of}
    print(json.dumps(parsers[sys.argv[1]](sys.argv[2])))
