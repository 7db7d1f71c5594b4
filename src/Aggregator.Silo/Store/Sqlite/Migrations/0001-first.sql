-- Moments are UTC ticks of 100 ns. Payloads are UTF-8 JSON, each as it was written: what is read into a row's other columns is
-- there to be searched by.

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,  -- partition_count, definitions_version
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta VALUES ('definitions_version', 0);

-- Intake. Revisions are appended in the order they arrive, so that a group of random article ids touches few pages; the only
-- index over ids is the small table of articles.

CREATE TABLE article_revisions (
  key          INTEGER PRIMARY KEY,
  article      TEXT NOT NULL,
  revision     INTEGER NOT NULL,
  previous     INTEGER,  -- the key of the revision before it
  source       TEXT,
  url          TEXT,
  outlet       TEXT,
  published_at INTEGER NOT NULL,
  received_at  INTEGER NOT NULL,
  withdrawn    INTEGER NOT NULL,
  reason       TEXT,
  title        TEXT NOT NULL,
  text         TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
  id           TEXT PRIMARY KEY,
  standing     INTEGER NOT NULL,  -- the key of the revision that stands
  revision     INTEGER NOT NULL,
  content_hash BLOB               -- SHA-256 of what makes two submissions equal; null while withdrawn
) STRICT, WITHOUT ROWID;

CREATE TABLE partitions (
  partition     INTEGER PRIMARY KEY,
  cursor        INTEGER NOT NULL DEFAULT 0,
  last_sequence INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE inbox (  -- what is through all stages is deleted
  partition    INTEGER NOT NULL,
  sequence     INTEGER NOT NULL,
  article      TEXT NOT NULL,
  revision     INTEGER NOT NULL,
  received_at  INTEGER NOT NULL,
  trace_parent TEXT,
  PRIMARY KEY (partition, sequence)
) STRICT, WITHOUT ROWID;

-- Extraction.

CREATE TABLE readings (
  article  TEXT PRIMARY KEY,
  revision INTEGER NOT NULL  -- the last that was read into reports
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
  key          INTEGER PRIMARY KEY,
  article      TEXT NOT NULL,
  report       TEXT NOT NULL,
  block        TEXT NOT NULL,
  revision     INTEGER NOT NULL,
  retracted_by INTEGER,  -- the article's revision that no longer says it
  span_start   INTEGER NOT NULL,
  payload      BLOB NOT NULL,
  UNIQUE (report, block)
) STRICT;

CREATE INDEX reports_by_article ON reports (article, span_start);

-- Resolution.

CREATE TABLE blocks (
  block   TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  sequence          INTEGER PRIMARY KEY AUTOINCREMENT,
  id                TEXT NOT NULL UNIQUE,
  block             TEXT NOT NULL,
  revision          INTEGER NOT NULL,
  last_published_at INTEGER NOT NULL
) STRICT;

CREATE INDEX events_by_block ON events (block, last_published_at);

CREATE TABLE event_versions (
  key         INTEGER PRIMARY KEY,
  event       TEXT NOT NULL,
  revision    INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  payload     BLOB NOT NULL,
  UNIQUE (event, revision)
) STRICT;

CREATE TABLE deliveries (
  key          INTEGER PRIMARY KEY,
  report       TEXT NOT NULL,
  block        TEXT NOT NULL,
  event        TEXT NOT NULL REFERENCES events (id),
  revision     INTEGER NOT NULL,
  retracted    INTEGER NOT NULL,
  published_at INTEGER NOT NULL,
  payload      BLOB NOT NULL,
  UNIQUE (report, block)
) STRICT;

CREATE INDEX deliveries_by_event ON deliveries (event, published_at, report);

-- Topics.

CREATE TABLE topics (
  id              TEXT PRIMARY KEY,
  version         INTEGER NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  last_entry_at   INTEGER,
  backfill_cursor INTEGER,  -- null when no backfill is under way
  payload         BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX topics_backfilling ON topics (id) WHERE backfill_cursor IS NOT NULL;

CREATE TABLE topic_entries (
  topic       TEXT NOT NULL,
  position    INTEGER NOT NULL,
  change      TEXT NOT NULL,
  event       TEXT NOT NULL,
  revision    INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  reason      TEXT,
  PRIMARY KEY (topic, position),
  FOREIGN KEY (event, revision) REFERENCES event_versions (event, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_members (
  topic    TEXT NOT NULL,
  event    TEXT NOT NULL,
  revision INTEGER NOT NULL,  -- the last that the topic heard of
  answers  INTEGER NOT NULL,
  PRIMARY KEY (topic, event),
  FOREIGN KEY (event, revision) REFERENCES event_versions (event, revision)
) STRICT, WITHOUT ROWID;

CREATE INDEX topic_members_by_event ON topic_members (event, topic) WHERE answers = 1;

-- Sources.

CREATE TABLE sources (
  id         TEXT PRIMARY KEY,
  version    INTEGER NOT NULL,
  definition BLOB NOT NULL,
  health     BLOB NOT NULL,
  polling    TEXT NOT NULL
) STRICT;
