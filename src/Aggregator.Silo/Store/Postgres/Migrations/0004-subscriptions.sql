-- Who is told of topics by requests of ours, how far each was told, and what the last attempts came to.

CREATE TABLE subscriptions (
  id         text COLLATE "C" PRIMARY KEY,
  version    bigint NOT NULL,
  definition bytea NOT NULL,
  health     bytea NOT NULL,
  memory     text NOT NULL
);

CREATE TABLE delivery_attempts (
  subscription text COLLATE "C" NOT NULL,
  number       bigint NOT NULL,
  payload      bytea NOT NULL,
  PRIMARY KEY (subscription, number)
);
