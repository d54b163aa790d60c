-- What meetings need: series and standing items of a body, motions as they went, labels of items, the
-- order of outcomes, what a later meeting says of an action, documents, and due as people say it.

-- Series of meetings, and the items with which every new agenda of a body begins.
CREATE TABLE standing_items (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state IN ('standing', 'retired')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  body INTEGER NOT NULL REFERENCES bodies (number),
  title_en TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_stale TEXT CHECK (title_stale IN ('en', 'fr')),
  purpose TEXT NOT NULL,
  duration INTEGER,
  presenter_role TEXT,
  placement TEXT NOT NULL,
  position INTEGER NOT NULL,
  text_en TEXT,
  text_fr TEXT,
  text_stale TEXT CHECK (text_stale IN ('en', 'fr')),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;
CREATE INDEX standing_items_by_body ON standing_items (body);

CREATE TABLE meeting_series (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state IN ('running', 'ended')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  body INTEGER NOT NULL REFERENCES bodies (number),
  title_en TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_stale TEXT CHECK (title_stale IN ('en', 'fr')),
  rhythm TEXT NOT NULL,
  every INTEGER NOT NULL,
  weekday TEXT NOT NULL,
  hour TEXT NOT NULL,
  duration INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  starts_on INTEGER NOT NULL,
  ends_on INTEGER,
  times INTEGER,
  leaving_out TEXT NOT NULL,
  mode TEXT NOT NULL,
  place_en TEXT,
  place_fr TEXT,
  place_stale TEXT CHECK (place_stale IN ('en', 'fr')),
  link TEXT,
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;
CREATE INDEX meeting_series_by_body ON meeting_series (body);

ALTER TABLE meetings ADD COLUMN series INTEGER REFERENCES meeting_series (number);
ALTER TABLE meetings ADD COLUMN series_version INTEGER;
CREATE INDEX meetings_by_series ON meetings (series);

ALTER TABLE decisions ADD COLUMN roll_call TEXT NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN resolution TEXT;
ALTER TABLE decisions ADD COLUMN mover INTEGER REFERENCES people (number);
ALTER TABLE decisions ADD COLUMN mover_name TEXT;
ALTER TABLE decisions ADD COLUMN seconder INTEGER REFERENCES people (number);
ALTER TABLE decisions ADD COLUMN seconder_name TEXT;
ALTER TABLE decisions ADD COLUMN amends INTEGER REFERENCES decisions (number);
ALTER TABLE decisions ADD COLUMN covers TEXT NOT NULL DEFAULT '';
-- What an item concluded stands in the order in which it was written.
ALTER TABLE decisions ADD COLUMN rank INTEGER;
ALTER TABLE action_items ADD COLUMN rank INTEGER;
ALTER TABLE recommendations ADD COLUMN rank INTEGER;
-- An item can be called otherwise than by its place.
ALTER TABLE agenda_items ADD COLUMN printed_label TEXT;
-- What was taken up at the meeting stood on no agenda.
ALTER TABLE agenda_items ADD COLUMN added_at_meeting INTEGER NOT NULL DEFAULT 0
  CHECK (added_at_meeting IN (0, 1));
-- A later meeting says what became of an action.
ALTER TABLE item_notes ADD COLUMN reviews TEXT NOT NULL DEFAULT '';
ALTER TABLE action_items ADD COLUMN reviewed_at TEXT NOT NULL DEFAULT '';

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
  expunged TEXT NOT NULL,
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

-- By when an action is to be done, where people say it otherwise than by a day.
ALTER TABLE action_items ADD COLUMN due TEXT;
ALTER TABLE action_items ADD COLUMN first_due TEXT;
-- The day after which the next meeting counts, where that is not the one of the item.
ALTER TABLE action_items ADD COLUMN due_said_on INTEGER;
-- What waits for the body's next meeting.
CREATE INDEX action_items_by_words ON action_items (body, due) WHERE due IS NOT NULL;

-- The languages in which minutes were written only after their approval.
ALTER TABLE minutes ADD COLUMN translated_later TEXT NOT NULL DEFAULT '';

-- People who have no account, counts as people know them, and several who present.
ALTER TABLE agenda_items ADD COLUMN co_presenters TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN presenter_names TEXT NOT NULL DEFAULT '';
ALTER TABLE attendance ADD COLUMN name TEXT;
ALTER TABLE attendance ADD COLUMN function TEXT;
ALTER TABLE attendance ADD COLUMN organization_name TEXT;
ALTER TABLE attendance ADD COLUMN guest INTEGER NOT NULL DEFAULT 0 CHECK (guest IN (0, 1));
ALTER TABLE attendance ADD COLUMN proxy_name TEXT;
ALTER TABLE attendance ADD COLUMN stays_with_body INTEGER NOT NULL DEFAULT 0
  CHECK (stays_with_body IN (0, 1));
ALTER TABLE attendance ADD COLUMN approximate INTEGER NOT NULL DEFAULT 0
  CHECK (approximate IN (0, 1));
-- The region of a count was one text in no particular language, and stays so where it is not named in
-- each.
ALTER TABLE attendance ADD COLUMN region_names_en TEXT;
ALTER TABLE attendance ADD COLUMN region_names_fr TEXT;
ALTER TABLE attendance ADD COLUMN region_names_stale TEXT
  CHECK (region_names_stale IN ('en', 'fr'));

-- Several people, an organization or somebody without an account who do what an action says.
ALTER TABLE action_items ADD COLUMN co_assignees TEXT NOT NULL DEFAULT '';
ALTER TABLE action_items ADD COLUMN organization INTEGER REFERENCES organizations (number);
CREATE INDEX action_items_by_organization ON action_items (organization)
  WHERE organization IS NOT NULL;
ALTER TABLE action_items ADD COLUMN assignee_name TEXT;
-- What somebody does beside others is found by its key.
CREATE TABLE co_assignees (
  person INTEGER NOT NULL REFERENCES people (number),
  action INTEGER NOT NULL REFERENCES action_items (number),
  PRIMARY KEY (person, action)
) STRICT;
CREATE INDEX co_assignees_by_action ON co_assignees (action);

-- When a meeting was called to order and adjourned, who came and left when, and its sittings.
ALTER TABLE minutes ADD COLUMN called_to_order_at INTEGER;
ALTER TABLE minutes ADD COLUMN adjourned_at INTEGER;
ALTER TABLE minutes ADD COLUMN next_meeting_on INTEGER;
ALTER TABLE minutes ADD COLUMN next_meeting_hour TEXT;
ALTER TABLE attendance ADD COLUMN arrived_at INTEGER;
ALTER TABLE attendance ADD COLUMN left_at INTEGER;
-- Who withdrew from an item, and that quorum was lost: in the notes, and as it went public.
ALTER TABLE item_notes ADD COLUMN recused TEXT NOT NULL DEFAULT '';
ALTER TABLE item_notes ADD COLUMN quorum_lost INTEGER NOT NULL DEFAULT 0
  CHECK (quorum_lost IN (0, 1));
ALTER TABLE item_notes ADD COLUMN quorum_lost_at INTEGER;
ALTER TABLE agenda_items ADD COLUMN recused TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN quorum_lost INTEGER NOT NULL DEFAULT 0
  CHECK (quorum_lost IN (0, 1));
ALTER TABLE agenda_items ADD COLUMN quorum_lost_at INTEGER;
ALTER TABLE decisions ADD COLUMN without_quorum INTEGER NOT NULL DEFAULT 0
  CHECK (without_quorum IN (0, 1));
