-- Each reading keeps by which version of the extractor it was made, so that a newer one can read again what an older one read.

ALTER TABLE readings ADD COLUMN version TEXT;  -- null: read before versions were kept

CREATE TABLE rereading (  -- at most one row, of id 1
  id      INTEGER PRIMARY KEY,
  number  INTEGER NOT NULL,  -- counts its changes
  payload BLOB NOT NULL
) STRICT;
