-- Sign-in: what lets people and programs in. Of secrets only digests and hashes are kept, and
-- none of these tables is a record: exports, search and the history know nothing of them.

CREATE TABLE passwords (
  person INTEGER PRIMARY KEY REFERENCES people (number),
  hash TEXT NOT NULL CHECK (hash LIKE '$argon2id$%'),
  set_at INTEGER NOT NULL
) STRICT;

-- A secret that is handed to a person once, to choose a password with.
CREATE TABLE invitations (
  digest BLOB NOT NULL PRIMARY KEY CHECK (LENGTH(digest) = 32),
  person INTEGER NOT NULL REFERENCES people (number),
  author INTEGER REFERENCES people (number),
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL CHECK (expires > created),
  used INTEGER
) STRICT;

CREATE INDEX invitations_by_person ON invitations (person);

-- Browsers that are signed in. A session that is over has no row.
CREATE TABLE sessions (
  digest BLOB NOT NULL PRIMARY KEY CHECK (LENGTH(digest) = 32),
  person INTEGER NOT NULL REFERENCES people (number),
  created INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  expires INTEGER NOT NULL CHECK (expires > created)
) STRICT;

CREATE INDEX sessions_by_person ON sessions (person);

-- Personal access tokens for programs.
CREATE TABLE tokens (
  number INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE CHECK (LENGTH(digest) = 32),
  person INTEGER NOT NULL REFERENCES people (number),
  name TEXT NOT NULL CHECK (name <> ''),
  scopes TEXT NOT NULL CHECK (scopes IN ('read', 'read write', 'read write admin')),
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL CHECK (expires > created),
  last_used INTEGER,
  revoked INTEGER
) STRICT;

CREATE INDEX tokens_by_person ON tokens (person);

-- People sign in with their address in whatever case they type it.
CREATE INDEX people_by_email ON people (LOWER(email));
