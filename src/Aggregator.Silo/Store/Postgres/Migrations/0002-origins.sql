-- A topic that is deleted and defined again goes on behind the last position it had, so that no position ever means two entries.

CREATE TABLE topic_ends (  -- of deleted topics
  topic    text COLLATE "C" PRIMARY KEY,
  position bigint NOT NULL
);

ALTER TABLE topics ADD COLUMN origin bigint NOT NULL DEFAULT 0;  -- the position before its first entry
