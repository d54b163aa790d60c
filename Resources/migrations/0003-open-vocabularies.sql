-- Vocabularies grow: a new kind, role, purpose or reason must not rebuild a table, so their columns
-- carry no CHECK any more. States, visibilities, languages and yes/no keep theirs.
--
-- A table is rebuilt as SQLite wants it: made anew beside the old one, filled, put in its place.

-- What a record without a text of its own is called: the key of a word of the program, which is
-- looked up in the reader's language and not stored.
ALTER TABLE records ADD COLUMN label_word TEXT;

CREATE TABLE new_organizations (
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
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_stale TEXT CHECK (name_stale IN ('en', 'fr')),
  acronym TEXT,
  kind TEXT NOT NULL,
  description_en TEXT,
  description_fr TEXT,
  description_stale TEXT CHECK (description_stale IN ('en', 'fr')),
  regions TEXT NOT NULL,
  municipality TEXT,
  coordinates TEXT,
  sectors TEXT NOT NULL,
  services TEXT NOT NULL,
  languages_of_service TEXT NOT NULL,
  website TEXT,
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (name_en <> '' OR name_fr <> '')
) STRICT;
INSERT INTO new_organizations SELECT * FROM organizations;
DROP TABLE organizations;
ALTER TABLE new_organizations RENAME TO organizations;

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
  email TEXT UNIQUE,
  duties TEXT NOT NULL,
  hub_role TEXT NOT NULL,
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;
INSERT INTO new_people SELECT * FROM people;
DROP TABLE people;
ALTER TABLE new_people RENAME TO people;
CREATE INDEX people_by_organization ON people (organization);
-- People sign in with their address in whatever case they type it.
CREATE INDEX people_by_email ON people (LOWER(email));

CREATE TABLE new_bodies (
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
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_stale TEXT CHECK (name_stale IN ('en', 'fr')),
  kind TEXT NOT NULL,
  mandate_en TEXT,
  mandate_fr TEXT,
  mandate_stale TEXT CHECK (mandate_stale IN ('en', 'fr')),
  parent INTEGER REFERENCES bodies (number),
  quorum INTEGER,
  default_visibility TEXT NOT NULL
    CHECK (default_visibility IN ('public', 'network', 'body', 'inCamera')),
  workers_forum INTEGER NOT NULL CHECK (workers_forum IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (name_en <> '' OR name_fr <> '')
) STRICT;
INSERT INTO new_bodies SELECT * FROM bodies;
DROP TABLE bodies;
ALTER TABLE new_bodies RENAME TO bodies;

CREATE TABLE new_memberships (
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
  body INTEGER NOT NULL REFERENCES bodies (number),
  person INTEGER NOT NULL REFERENCES people (number),
  role TEXT NOT NULL,
  starts_on INTEGER NOT NULL,
  ends_on INTEGER,
  on_behalf_of TEXT,
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;
INSERT INTO new_memberships SELECT * FROM memberships;
DROP TABLE memberships;
ALTER TABLE new_memberships RENAME TO memberships;
CREATE INDEX memberships_by_person ON memberships (person, body);
CREATE INDEX memberships_by_body ON memberships (body, person);

CREATE TABLE new_meetings (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL
    CHECK (state IN ('scheduled', 'convened', 'inSession', 'held', 'postponed', 'cancelled')),
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
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  time_zone TEXT NOT NULL CHECK (time_zone <> ''),
  mode TEXT NOT NULL,
  place_en TEXT,
  place_fr TEXT,
  place_stale TEXT CHECK (place_stale IN ('en', 'fr')),
  link TEXT,
  languages TEXT NOT NULL,
  interpretation TEXT NOT NULL,
  introduction_en TEXT,
  introduction_fr TEXT,
  introduction_stale TEXT CHECK (introduction_stale IN ('en', 'fr')),
  objectives_en TEXT,
  objectives_fr TEXT,
  objectives_stale TEXT CHECK (objectives_stale IN ('en', 'fr')),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> '')
) STRICT;
INSERT INTO new_meetings SELECT * FROM meetings;
DROP TABLE meetings;
ALTER TABLE new_meetings RENAME TO meetings;
CREATE INDEX meetings_by_body ON meetings (body, starts_at);
CREATE INDEX meetings_by_start ON meetings (starts_at, number);
CREATE INDEX meetings_by_end ON meetings (ends_at);
CREATE INDEX meetings_by_change ON meetings (modified, number);

CREATE TABLE new_agenda_items (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL
    CHECK (state IN ('planned', 'dealtWith', 'deferred', 'notReached', 'withdrawn')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  meeting INTEGER NOT NULL REFERENCES meetings (number),
  body INTEGER NOT NULL REFERENCES bodies (number),
  position INTEGER NOT NULL,
  title_en TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_stale TEXT CHECK (title_stale IN ('en', 'fr')),
  purpose TEXT NOT NULL,
  session TEXT,
  duration INTEGER,
  presenter INTEGER REFERENCES people (number),
  text_en TEXT,
  text_fr TEXT,
  text_stale TEXT CHECK (text_stale IN ('en', 'fr')),
  notes_en TEXT,
  notes_fr TEXT,
  notes_stale TEXT CHECK (notes_stale IN ('en', 'fr')),
  information_en TEXT,
  information_fr TEXT,
  information_stale TEXT CHECK (information_stale IN ('en', 'fr')),
  carried_from INTEGER REFERENCES agenda_items (number),
  times_deferred INTEGER NOT NULL,
  on_published_agenda INTEGER NOT NULL CHECK (on_published_agenda IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> '')
) STRICT;
INSERT INTO new_agenda_items SELECT * FROM agenda_items;
DROP TABLE agenda_items;
ALTER TABLE new_agenda_items RENAME TO agenda_items;
CREATE INDEX agenda_items_by_meeting ON agenda_items (meeting, position);
CREATE INDEX agenda_items_by_change ON agenda_items (modified, number);
CREATE INDEX agenda_items_by_origin ON agenda_items (carried_from);

CREATE TABLE new_considerations (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state IN ('listed', 'withdrawn')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  item INTEGER NOT NULL REFERENCES agenda_items (number),
  body INTEGER NOT NULL REFERENCES bodies (number),
  position INTEGER NOT NULL,
  paper_type TEXT NOT NULL,
  paper_number INTEGER NOT NULL,
  role TEXT NOT NULL,
  decisive INTEGER NOT NULL CHECK (decisive IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;
INSERT INTO new_considerations SELECT * FROM considerations;
DROP TABLE considerations;
ALTER TABLE new_considerations RENAME TO considerations;
CREATE INDEX considerations_by_item ON considerations (item);
CREATE INDEX considerations_by_paper ON considerations (paper_type, paper_number);

CREATE TABLE new_attendance (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state IN ('recorded', 'withdrawn')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  meeting INTEGER NOT NULL REFERENCES meetings (number),
  body INTEGER NOT NULL REFERENCES bodies (number),
  person INTEGER REFERENCES people (number),
  count INTEGER NOT NULL,
  stakeholder_group TEXT,
  region TEXT,
  presence TEXT NOT NULL,
  remote INTEGER NOT NULL CHECK (remote IN (0, 1)),
  proxy INTEGER REFERENCES people (number),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;
INSERT INTO new_attendance SELECT * FROM attendance;
DROP TABLE attendance;
ALTER TABLE new_attendance RENAME TO attendance;
CREATE INDEX attendance_by_meeting ON attendance (meeting);

CREATE TABLE new_decisions (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state IN ('recorded', 'withdrawn')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  item INTEGER NOT NULL REFERENCES agenda_items (number),
  body INTEGER NOT NULL REFERENCES bodies (number),
  taken_on INTEGER,
  text_en TEXT NOT NULL,
  text_fr TEXT NOT NULL,
  text_stale TEXT CHECK (text_stale IN ('en', 'fr')),
  details_en TEXT,
  details_fr TEXT,
  details_stale TEXT CHECK (details_stale IN ('en', 'fr')),
  method TEXT NOT NULL,
  votes TEXT NOT NULL,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (text_en <> '' OR text_fr <> '')
) STRICT;
INSERT INTO new_decisions SELECT * FROM decisions;
DROP TABLE decisions;
ALTER TABLE new_decisions RENAME TO decisions;
CREATE INDEX decisions_by_item ON decisions (item);
CREATE INDEX decisions_by_change ON decisions (modified, number);

CREATE TABLE new_recommendations (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL
    CHECK (state IN ('draft', 'inReview', 'tabled', 'deferred', 'referred', 'adopted', 'transmitted', 'followUp', 'closed', 'notAdopted', 'withdrawn', 'superseded', 'merged', 'split')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  body INTEGER REFERENCES bodies (number),
  title_en TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_stale TEXT CHECK (title_stale IN ('en', 'fr')),
  text_en TEXT,
  text_fr TEXT,
  text_stale TEXT CHECK (text_stale IN ('en', 'fr')),
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  source_note_en TEXT,
  source_note_fr TEXT,
  source_note_stale TEXT CHECK (source_note_stale IN ('en', 'fr')),
  item INTEGER REFERENCES agenda_items (number),
  themes TEXT NOT NULL,
  priority_area_en TEXT,
  priority_area_fr TEXT,
  priority_area_stale TEXT CHECK (priority_area_stale IN ('en', 'fr')),
  addressees TEXT NOT NULL,
  tabled_at INTEGER REFERENCES agenda_items (number),
  referred_to INTEGER REFERENCES bodies (number),
  adopted_on INTEGER,
  due_on INTEGER,
  close_reason TEXT,
  successors TEXT NOT NULL,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> '')
) STRICT;
INSERT INTO new_recommendations SELECT * FROM recommendations;
DROP TABLE recommendations;
ALTER TABLE new_recommendations RENAME TO recommendations;
CREATE INDEX recommendations_by_item ON recommendations (item);
CREATE INDEX recommendations_by_change ON recommendations (modified, number);
CREATE INDEX recommendations_by_table ON recommendations (tabled_at);

CREATE TABLE new_funding_decisions (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL
    CHECK (state IN ('proposed', 'underConsideration', 'approved', 'approvedWithChanges', 'declined', 'deferred', 'announced', 'inEffect', 'completed', 'terminated', 'rescinded')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  title_en TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_stale TEXT CHECK (title_stale IN ('en', 'fr')),
  kind TEXT NOT NULL,
  funder INTEGER NOT NULL REFERENCES organizations (number),
  strategy INTEGER REFERENCES funding_strategies (number),
  amount_cents INTEGER,
  amount_currency TEXT CHECK (LENGTH(amount_currency) = 3),
  rationale_en TEXT,
  rationale_fr TEXT,
  rationale_stale TEXT CHECK (rationale_stale IN ('en', 'fr')),
  changes_en TEXT,
  changes_fr TEXT,
  changes_stale TEXT CHECK (changes_stale IN ('en', 'fr')),
  decided_on INTEGER,
  effective_on INTEGER,
  before_announcement TEXT NOT NULL
    CHECK (before_announcement IN ('private', 'network', 'public')),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> ''),
  CHECK ((amount_cents IS NULL) = (amount_currency IS NULL))
) STRICT;
INSERT INTO new_funding_decisions SELECT * FROM funding_decisions;
DROP TABLE funding_decisions;
ALTER TABLE new_funding_decisions RENAME TO funding_decisions;

CREATE TABLE new_bases (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state IN ('asserted', 'confirmed')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  funding_decision INTEGER NOT NULL REFERENCES funding_decisions (number),
  funder INTEGER NOT NULL REFERENCES organizations (number),
  conclusion_type TEXT NOT NULL,
  conclusion_number INTEGER NOT NULL,
  influence TEXT NOT NULL,
  evidence_en TEXT,
  evidence_fr TEXT,
  evidence_stale TEXT CHECK (evidence_stale IN ('en', 'fr')),
  asserted_by INTEGER REFERENCES people (number),
  confirmed_by INTEGER REFERENCES people (number),
  announced INTEGER NOT NULL CHECK (announced IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;
INSERT INTO new_bases SELECT * FROM bases;
DROP TABLE bases;
ALTER TABLE new_bases RENAME TO bases;
CREATE INDEX bases_by_decision ON bases (funding_decision);
CREATE INDEX bases_by_conclusion ON bases (conclusion_type, conclusion_number);

CREATE TABLE new_knowledge_items (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state IN ('draft', 'reviewed', 'published', 'archived')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  title_en TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_stale TEXT CHECK (title_stale IN ('en', 'fr')),
  kind TEXT NOT NULL,
  summary_en TEXT,
  summary_fr TEXT,
  summary_stale TEXT CHECK (summary_stale IN ('en', 'fr')),
  text_en TEXT,
  text_fr TEXT,
  text_stale TEXT CHECK (text_stale IN ('en', 'fr')),
  impact_en TEXT,
  impact_fr TEXT,
  impact_stale TEXT CHECK (impact_stale IN ('en', 'fr')),
  challenges_en TEXT,
  challenges_fr TEXT,
  challenges_stale TEXT CHECK (challenges_stale IN ('en', 'fr')),
  lessons_en TEXT,
  lessons_fr TEXT,
  lessons_stale TEXT CHECK (lessons_stale IN ('en', 'fr')),
  source_note_en TEXT,
  source_note_fr TEXT,
  source_note_stale TEXT CHECK (source_note_stale IN ('en', 'fr')),
  meeting INTEGER REFERENCES meetings (number),
  agreement INTEGER REFERENCES agreements (number),
  themes TEXT NOT NULL,
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> '')
) STRICT;
INSERT INTO new_knowledge_items SELECT * FROM knowledge_items;
DROP TABLE knowledge_items;
ALTER TABLE new_knowledge_items RENAME TO knowledge_items;

CREATE TABLE new_tokens (
  number INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE CHECK (LENGTH(digest) = 32),
  person INTEGER NOT NULL REFERENCES people (number),
  name TEXT NOT NULL CHECK (name <> ''),
  scopes TEXT NOT NULL,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL CHECK (expires > created),
  last_used INTEGER,
  revoked INTEGER
) STRICT;
INSERT INTO new_tokens SELECT * FROM tokens;
DROP TABLE tokens;
ALTER TABLE new_tokens RENAME TO tokens;
CREATE INDEX tokens_by_person ON tokens (person);
