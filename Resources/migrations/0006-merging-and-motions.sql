-- The same organization, person or body was recorded twice: one of them was merged into the other,
-- and says so.
ALTER TABLE organizations ADD COLUMN merged_into INTEGER REFERENCES organizations (number);
ALTER TABLE bodies ADD COLUMN merged_into INTEGER REFERENCES bodies (number);

-- An address is nobody else's within a network. What another network of the hub has is told to
-- nobody, so it may be there too.
CREATE TABLE new_people (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state = ''),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  handle TEXT NOT NULL UNIQUE CHECK (handle <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  function_en TEXT,
  function_fr TEXT,
  function_stale TEXT CHECK (function_stale IN ('en', 'fr')),
  organization INTEGER REFERENCES organizations (number),
  preferred_language TEXT NOT NULL CHECK (preferred_language IN ('en', 'fr')),
  email TEXT,
  duties TEXT NOT NULL,
  hub_role TEXT NOT NULL,
  audience INTEGER NOT NULL REFERENCES audiences (id),
  merged_into INTEGER REFERENCES people (number),
  UNIQUE (email, network)
) STRICT;
INSERT INTO new_people SELECT *, NULL FROM people;
DROP TABLE people;
ALTER TABLE new_people RENAME TO people;
CREATE INDEX people_by_organization ON people (organization);
-- People sign in with their address in whatever case they type it.
CREATE INDEX people_by_email ON people (LOWER(email));

-- What was done with somebody's credentials is an entry that belongs to no record and begins with
-- the person: `{"person":"P-3"`.
CREATE INDEX history_by_credentials
  ON history (SUBSTR(content, 12, INSTR(SUBSTR(content, 12), '"') - 1), id) WHERE record IS NULL;

-- What became of a motion: until now only what was carried was recorded as decided.
ALTER TABLE decisions ADD COLUMN disposition TEXT NOT NULL DEFAULT 'carried';
ALTER TABLE decisions ADD COLUMN casting_vote TEXT;
