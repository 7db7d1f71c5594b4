-- Moments are UTC ticks of 100 ns. Payloads are UTF-8 JSON, each as it was written: what is read into a row's other columns is
-- there to be searched by. Ids compare byte by byte, whatever the database's locale.

CREATE TABLE meta (
  name  text PRIMARY KEY,  -- partition_count, definitions_version
  value bigint NOT NULL
);

INSERT INTO meta VALUES ('definitions_version', 0);

-- Intake.

CREATE TABLE article_revisions (
  article      text COLLATE "C" NOT NULL,
  revision     integer NOT NULL,
  source       text,
  url          text,
  outlet       text,
  published_at bigint NOT NULL,
  received_at  bigint NOT NULL,
  withdrawn    boolean NOT NULL,
  reason       text,
  title        text NOT NULL,
  text         text NOT NULL,
  PRIMARY KEY (article, revision)
);

CREATE TABLE articles (
  id           text COLLATE "C" PRIMARY KEY,
  revision     integer NOT NULL,  -- the one that stands
  content_hash bytea              -- SHA-256 of what makes two submissions equal; null while withdrawn
);

CREATE TABLE partitions (  -- who submits locks the rows of its partitions first, so that numbers commit in their order
  partition     integer PRIMARY KEY,
  last_sequence bigint NOT NULL DEFAULT 0
);

CREATE TABLE cursors (  -- apart from partitions, so that who reads does not wait for who submits
  partition integer PRIMARY KEY REFERENCES partitions,
  cursor    bigint NOT NULL DEFAULT 0
);

CREATE TABLE inbox (  -- what is through all stages is deleted
  partition    integer NOT NULL,
  sequence     bigint NOT NULL,
  article      text COLLATE "C" NOT NULL,
  revision     integer NOT NULL,
  received_at  bigint NOT NULL,
  trace_parent text,
  PRIMARY KEY (partition, sequence)
);

-- Extraction.

CREATE TABLE readings (
  article  text COLLATE "C" PRIMARY KEY,
  revision integer NOT NULL  -- the last that was read into reports
);

CREATE TABLE reports (
  report       text COLLATE "C" NOT NULL,
  block        text COLLATE "C" NOT NULL,
  article      text COLLATE "C" NOT NULL,
  revision     integer NOT NULL,
  retracted_by integer,  -- the article's revision that no longer says it
  span_start   integer NOT NULL,
  payload      bytea NOT NULL,
  PRIMARY KEY (report, block)
);

CREATE INDEX reports_by_article ON reports (article, span_start);

-- Resolution.

CREATE TABLE blocks (
  block   text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL
);

CREATE TABLE events (
  sequence          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id                text COLLATE "C" NOT NULL UNIQUE,
  block             text COLLATE "C" NOT NULL,
  revision          integer NOT NULL,
  last_published_at bigint NOT NULL
);

CREATE INDEX events_by_block ON events (block, last_published_at);

CREATE TABLE event_versions (
  event       text COLLATE "C" NOT NULL,
  revision    integer NOT NULL,
  recorded_at bigint NOT NULL,
  payload     bytea NOT NULL,
  PRIMARY KEY (event, revision)
);

CREATE TABLE deliveries (
  report       text COLLATE "C" NOT NULL,
  block        text COLLATE "C" NOT NULL,
  event        text COLLATE "C" NOT NULL,
  revision     integer NOT NULL,
  retracted    boolean NOT NULL,
  published_at bigint NOT NULL,
  payload      bytea NOT NULL,
  PRIMARY KEY (report, block)
);

CREATE INDEX deliveries_by_event ON deliveries (event, published_at, report);

-- Topics.

CREATE TABLE topics (
  id              text COLLATE "C" PRIMARY KEY,
  version         integer NOT NULL,
  position        bigint NOT NULL DEFAULT 0,
  last_entry_at   bigint,
  backfill_cursor bigint,  -- null when no backfill is under way
  payload         bytea NOT NULL
);

CREATE INDEX topics_backfilling ON topics (id) WHERE backfill_cursor IS NOT NULL;

CREATE TABLE topic_entries (
  topic       text COLLATE "C" NOT NULL,
  position    bigint NOT NULL,
  change      text NOT NULL,
  event       text COLLATE "C" NOT NULL,
  revision    integer NOT NULL,
  recorded_at bigint NOT NULL,
  reason      text,
  PRIMARY KEY (topic, position)
);

CREATE TABLE topic_members (
  topic    text COLLATE "C" NOT NULL,
  event    text COLLATE "C" NOT NULL,
  revision integer NOT NULL,  -- the last that the topic heard of
  answers  boolean NOT NULL,
  PRIMARY KEY (topic, event)
);

CREATE INDEX topic_members_by_event ON topic_members (event, topic) WHERE answers;

-- Sources.

CREATE TABLE sources (
  id         text COLLATE "C" PRIMARY KEY,
  version    bigint NOT NULL,
  definition bytea NOT NULL,
  health     bytea NOT NULL,
  polling    text NOT NULL
);
