-- What meetings need: series and standing items of a body, motions as they went, labels of items, the
-- order of outcomes, and what a later meeting says of an action.

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
