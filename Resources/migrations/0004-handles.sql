-- Whose a handle is or was: one that somebody gave up is never another person's, since texts,
-- files and entries of the history go on naming them by it.
CREATE TABLE handles (
  handle TEXT PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people (number)
) STRICT;

CREATE INDEX handles_by_person ON handles (person);

INSERT OR IGNORE INTO handles (handle, person) SELECT handle, number FROM people;

INSERT OR IGNORE INTO handles (handle, person)
  SELECT JSON_EXTRACT(h.content, '$.change.handle'), r.number
  FROM records r JOIN history h ON h.record = r.id
  WHERE r.type = 'person' AND JSON_EXTRACT(h.content, '$.change.handle') IS NOT NULL
  ORDER BY h.id;
