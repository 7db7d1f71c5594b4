-- An entry that takes an event back takes back what was told of it before, wherever that stands in the feed. The event comes first: an index that began with the
-- topic would be taken to group a whole topic's entries where a range of positions is meant.

CREATE INDEX topic_entries_by_event ON topic_entries (event, topic, position);
