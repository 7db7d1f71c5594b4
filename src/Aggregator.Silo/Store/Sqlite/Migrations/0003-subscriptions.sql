-- Who is told of topics by requests of ours, how far each was told, and what the last attempts came to.

CREATE TABLE subscriptions (
  id         TEXT PRIMARY KEY,
  version    INTEGER NOT NULL,
  definition BLOB NOT NULL,
  health     BLOB NOT NULL,
  memory     TEXT NOT NULL
) STRICT;

CREATE TABLE delivery_attempts (
  subscription TEXT NOT NULL,
  number       INTEGER NOT NULL,
  payload      BLOB NOT NULL,
  PRIMARY KEY (subscription, number)
) STRICT, WITHOUT ROWID;
