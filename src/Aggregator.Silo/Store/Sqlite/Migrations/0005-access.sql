-- Who may come in. Of secrets only hashes are kept, inside the payloads.

INSERT INTO meta VALUES ('keys_version', 0);

CREATE TABLE access_keys (
  id           TEXT PRIMARY KEY,
  version      INTEGER NOT NULL,
  last_used_at INTEGER,
  payload      BLOB NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE topics ADD COLUMN capability BLOB;  -- lets in by address; null where none does
