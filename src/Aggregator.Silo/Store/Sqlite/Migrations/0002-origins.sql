-- A topic that is deleted and defined again goes on behind the last position it had, so that no position ever means two entries.

CREATE TABLE topic_ends (  -- of deleted topics
  topic    TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE topics ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;  -- the position before its first entry
