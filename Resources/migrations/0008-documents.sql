-- Documents: files and links that are kept with records.
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state IN ('kept', 'withdrawn')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  subject_type TEXT NOT NULL,
  subject_number INTEGER NOT NULL,
  body INTEGER REFERENCES bodies (number),
  organization INTEGER REFERENCES organizations (number),
  meeting INTEGER REFERENCES meetings (number),
  title_en TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_stale TEXT CHECK (title_stale IN ('en', 'fr')),
  languages TEXT NOT NULL,
  link TEXT,
  file_name TEXT,
  media_type TEXT,
  size INTEGER CHECK (size > 0),
  digests TEXT NOT NULL,
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> '')
) STRICT;
CREATE INDEX documents_by_subject ON documents (subject_type, subject_number);
CREATE INDEX documents_by_meeting ON documents (meeting);

-- What the hub keeps of a document, an edition each; the digest is that of the whole.
CREATE TABLE document_contents (
  document INTEGER NOT NULL REFERENCES documents (number),
  edition INTEGER NOT NULL CHECK (edition > 0),
  at INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  digest BLOB NOT NULL,
  -- The entry of the history that says why the bytes were taken out.
  expunged_by INTEGER REFERENCES history (id),
  PRIMARY KEY (document, edition)
) STRICT;

-- The bytes in pieces, so that none is held whole to be read.
CREATE TABLE document_pieces (
  document INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 0),
  bytes BLOB NOT NULL,
  PRIMARY KEY (document, edition, place),
  FOREIGN KEY (document, edition) REFERENCES document_contents (document, edition)
) STRICT;
