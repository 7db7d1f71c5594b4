-- Who may come in. Of secrets only hashes are kept, inside the payloads.

INSERT INTO meta VALUES ('keys_version', 0);

CREATE TABLE access_keys (
  id           text COLLATE "C" PRIMARY KEY,
  version      integer NOT NULL,
  last_used_at bigint,
  payload      bytea NOT NULL
);

ALTER TABLE topics ADD COLUMN capability bytea;  -- lets in by address; null where none does
