-- The foundation: the directory of all records, who may see them, and a table for each kind.
--
-- Every record's table begins with the same columns and ends with its audience. Moments are
-- milliseconds since 1970 UTC, days are days since 1970-01-01, money is cents. A text in two
-- languages has three columns: English, French, and the one that fell behind.

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- The distinct sets of people for whom records are, each made of keys (see Access).
CREATE TABLE audiences (
  id INTEGER PRIMARY KEY,
  keys TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE audience_keys (
  audience INTEGER NOT NULL REFERENCES audiences (id),
  key TEXT NOT NULL,
  PRIMARY KEY (audience, key)
) STRICT, WITHOUT ROWID;

-- One line for every record of any kind.
CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  network INTEGER NOT NULL REFERENCES networks (number),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  state TEXT NOT NULL,
  label_en TEXT NOT NULL,
  label_fr TEXT NOT NULL,
  day INTEGER,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  modified INTEGER NOT NULL,
  UNIQUE (type, number)
) STRICT;

-- The chain: which record led to which, and the record whose field says so.
CREATE TABLE links (
  earlier INTEGER NOT NULL REFERENCES records (id),
  later INTEGER NOT NULL REFERENCES records (id),
  owner INTEGER NOT NULL REFERENCES records (id),
  field TEXT NOT NULL,
  -- In the order of the columns: SQLite 3.40 checks a table without row ids wrongly otherwise.
  PRIMARY KEY (earlier, later, owner, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX links_by_later ON links (later, earlier);
CREATE INDEX links_by_owner ON links (owner);

-- Every change, chained by digest. An expunged entry has no content and no salt any more. What was
-- written is for those who could see the record then: a draft stays one once it is published.
CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor INTEGER REFERENCES people (number),
  record INTEGER REFERENCES records (id),
  audience INTEGER REFERENCES audiences (id),
  act TEXT NOT NULL,
  version INTEGER NOT NULL,
  from_state TEXT,
  to_state TEXT,
  content TEXT,
  salt BLOB,
  content_digest BLOB NOT NULL CHECK (LENGTH(content_digest) = 32),
  digest BLOB NOT NULL CHECK (LENGTH(digest) = 32),
  expunged_by INTEGER REFERENCES history (id),
  CHECK ((content IS NULL) = (expunged_by IS NOT NULL)),
  CHECK ((content IS NULL) = (salt IS NULL))
) STRICT;

CREATE INDEX history_by_record ON history (record, id);
CREATE INDEX history_by_expunger ON history (expunged_by) WHERE expunged_by IS NOT NULL;

-- What was published, word for word.
CREATE TABLE editions (
  record INTEGER NOT NULL REFERENCES records (id),
  number INTEGER NOT NULL CHECK (number > 0),
  at INTEGER NOT NULL,
  actor INTEGER REFERENCES people (number),
  note_en TEXT NOT NULL,
  note_fr TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (record, number)
) STRICT;

-- Both languages, accents ignored; `keys` holds the record's audience, so that one match decides
-- what is found and who may find it. The row id is the record's.
CREATE VIRTUAL TABLE search USING fts5 (
  en, fr, keys, tokenize = "unicode61 remove_diacritics 2"
);

-- The words that stand in it, so that a beginning can be replaced by the words it begins.
CREATE VIRTUAL TABLE search_terms USING fts5vocab (search, instance);

CREATE TABLE networks (
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
  jurisdiction_en TEXT NOT NULL,
  jurisdiction_fr TEXT NOT NULL,
  jurisdiction_stale TEXT CHECK (jurisdiction_stale IN ('en', 'fr')),
  description_en TEXT,
  description_fr TEXT,
  description_stale TEXT CHECK (description_stale IN ('en', 'fr')),
  languages TEXT NOT NULL,
  time_zone TEXT NOT NULL CHECK (time_zone <> ''),
  starts_on INTEGER,
  ends_on INTEGER,
  budget_cents INTEGER,
  budget_currency TEXT CHECK (LENGTH(budget_currency) = 3),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (name_en <> '' OR name_fr <> ''),
  CHECK (jurisdiction_en <> '' OR jurisdiction_fr <> ''),
  CHECK ((budget_cents IS NULL) = (budget_currency IS NULL))
) STRICT;

CREATE TABLE organizations (
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
  kind TEXT NOT NULL
    CHECK (kind IN ('communityOrganization', 'union', 'worker', 'employerAssociation', 'federalGovernment', 'provincialGovernment', 'municipalGovernment', 'consulate', 'police', 'academic', 'legalClinic', 'health', 'faithGroup')),
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

CREATE TABLE people (
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
  hub_role TEXT NOT NULL CHECK (hub_role IN ('none', 'staff', 'admin')),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;

CREATE TABLE bodies (
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
  kind TEXT NOT NULL CHECK (kind IN ('plenary', 'workingGroup', 'governmentTable', 'forum')),
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

CREATE TABLE memberships (
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
  role TEXT NOT NULL
    CHECK (role IN ('chair', 'facilitator', 'secretary', 'member', 'liaison', 'observer')),
  starts_on INTEGER NOT NULL,
  ends_on INTEGER,
  on_behalf_of TEXT
    CHECK (on_behalf_of IN ('communityOrganization', 'union', 'worker', 'employerAssociation', 'federalGovernment', 'provincialGovernment', 'municipalGovernment', 'consulate', 'police', 'academic', 'legalClinic', 'health', 'faithGroup')),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;

CREATE TABLE meetings (
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
  mode TEXT NOT NULL CHECK (mode IN ('inPerson', 'virtual', 'hybrid')),
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

CREATE TABLE agendas (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state IN ('draft', 'circulated', 'published', 'revised', 'closed')),
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
  edition INTEGER NOT NULL,
  change_note_en TEXT,
  change_note_fr TEXT,
  change_note_stale TEXT CHECK (change_note_stale IN ('en', 'fr')),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;

CREATE TABLE agenda_items (
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
  purpose TEXT NOT NULL CHECK (purpose IN ('information', 'discussion', 'decision')),
  session TEXT CHECK (session IN ('panel', 'roundTable', 'workshop')),
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

CREATE TABLE considerations (
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
  role TEXT NOT NULL CHECK (role IN ('information', 'hearing', 'decision')),
  decisive INTEGER NOT NULL CHECK (decisive IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;

CREATE TABLE attendance (
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
  stakeholder_group TEXT
    CHECK (stakeholder_group IN ('communityOrganization', 'union', 'worker', 'employerAssociation', 'federalGovernment', 'provincialGovernment', 'municipalGovernment', 'consulate', 'police', 'academic', 'legalClinic', 'health', 'faithGroup')),
  region TEXT,
  presence TEXT NOT NULL CHECK (presence IN ('present', 'excused', 'absent', 'proxy')),
  remote INTEGER NOT NULL CHECK (remote IN (0, 1)),
  proxy INTEGER REFERENCES people (number),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;

CREATE TABLE minutes (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL
    CHECK (state IN ('drafting', 'corrections', 'approved', 'published', 'corrected', 'withheld')),
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
  edition INTEGER NOT NULL,
  corrections_until INTEGER,
  approved_at INTEGER REFERENCES agenda_items (number),
  erratum_en TEXT,
  erratum_fr TEXT,
  erratum_stale TEXT CHECK (erratum_stale IN ('en', 'fr')),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;

CREATE TABLE item_notes (
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
  item INTEGER NOT NULL REFERENCES agenda_items (number),
  meeting INTEGER NOT NULL REFERENCES meetings (number),
  body INTEGER NOT NULL REFERENCES bodies (number),
  notes_en TEXT,
  notes_fr TEXT,
  notes_stale TEXT CHECK (notes_stale IN ('en', 'fr')),
  information_en TEXT,
  information_fr TEXT,
  information_stale TEXT CHECK (information_stale IN ('en', 'fr')),
  draft INTEGER NOT NULL CHECK (draft IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;

CREATE TABLE decisions (
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
  method TEXT NOT NULL CHECK (method IN ('consensus', 'vote')),
  votes TEXT NOT NULL,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (text_en <> '' OR text_fr <> '')
) STRICT;

CREATE TABLE action_items (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL
    CHECK (state IN ('open', 'inProgress', 'blocked', 'done', 'verified', 'cancelled')),
  visibility TEXT NOT NULL
    CHECK (visibility IN ('public', 'network', 'body', 'inCamera', 'private')),
  shared_with TEXT NOT NULL,
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  author INTEGER REFERENCES people (number),
  body INTEGER NOT NULL REFERENCES bodies (number),
  item INTEGER REFERENCES agenda_items (number),
  title_en TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_stale TEXT CHECK (title_stale IN ('en', 'fr')),
  details_en TEXT,
  details_fr TEXT,
  details_stale TEXT CHECK (details_stale IN ('en', 'fr')),
  assignee INTEGER REFERENCES people (number),
  due_on INTEGER,
  first_due_on INTEGER,
  done_on INTEGER,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> '')
) STRICT;

CREATE TABLE recommendations (
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
  kind TEXT NOT NULL CHECK (kind IN ('policy', 'funding', 'practice')),
  source TEXT NOT NULL CHECK (source IN ('meeting', 'evaluation', 'consultation')),
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
  close_reason TEXT
    CHECK (close_reason IN ('implemented', 'implementedByAlternative', 'partiallyImplemented', 'notImplemented', 'noLongerApplicable')),
  successors TEXT NOT NULL,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> '')
) STRICT;

CREATE TABLE funding_strategies (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL CHECK (state IN ('draft', 'consulted', 'adopted', 'closed')),
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
  funder INTEGER NOT NULL REFERENCES organizations (number),
  fiscal_years TEXT NOT NULL,
  priorities_en TEXT,
  priorities_fr TEXT,
  priorities_stale TEXT CHECK (priorities_stale IN ('en', 'fr')),
  recommendations TEXT NOT NULL,
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> '')
) STRICT;

CREATE TABLE funding_decisions (
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
  kind TEXT NOT NULL
    CHECK (kind IN ('call', 'allocation', 'extension', 'criteriaChange', 'redirection', 'refusal')),
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

CREATE TABLE bases (
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
  conclusion_type TEXT NOT NULL CHECK (conclusion_type IN ('recommendation', 'decision')),
  conclusion_number INTEGER NOT NULL,
  influence TEXT NOT NULL CHECK (influence IN ('cited', 'informed', 'consistent', 'contrary')),
  evidence_en TEXT,
  evidence_fr TEXT,
  evidence_stale TEXT CHECK (evidence_stale IN ('en', 'fr')),
  asserted_by INTEGER REFERENCES people (number),
  confirmed_by INTEGER REFERENCES people (number),
  announced INTEGER NOT NULL CHECK (announced IN (0, 1)),
  audience INTEGER NOT NULL REFERENCES audiences (id)
) STRICT;

CREATE TABLE agreements (
  number INTEGER PRIMARY KEY,
  network INTEGER NOT NULL REFERENCES networks (number),
  state TEXT NOT NULL
    CHECK (state IN ('proposed', 'signed', 'active', 'completed', 'terminated')),
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
  funder INTEGER NOT NULL REFERENCES organizations (number),
  holder INTEGER NOT NULL REFERENCES organizations (number),
  parent INTEGER REFERENCES agreements (number),
  funding_decision INTEGER REFERENCES funding_decisions (number),
  starts_on INTEGER,
  ends_on INTEGER,
  amount_cents INTEGER,
  amount_currency TEXT CHECK (LENGTH(amount_currency) = 3),
  purpose_en TEXT,
  purpose_fr TEXT,
  purpose_stale TEXT CHECK (purpose_stale IN ('en', 'fr')),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> ''),
  CHECK ((amount_cents IS NULL) = (amount_currency IS NULL))
) STRICT;

CREATE TABLE amendments (
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
  agreement INTEGER NOT NULL REFERENCES agreements (number),
  funder INTEGER NOT NULL REFERENCES organizations (number),
  funding_decision INTEGER REFERENCES funding_decisions (number),
  signed_on INTEGER,
  former_ends_on INTEGER,
  ends_on INTEGER,
  former_amount_cents INTEGER,
  former_amount_currency TEXT CHECK (LENGTH(former_amount_currency) = 3),
  amount_cents INTEGER,
  amount_currency TEXT CHECK (LENGTH(amount_currency) = 3),
  note_en TEXT,
  note_fr TEXT,
  note_stale TEXT CHECK (note_stale IN ('en', 'fr')),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK ((former_amount_cents IS NULL) = (former_amount_currency IS NULL)),
  CHECK ((amount_cents IS NULL) = (amount_currency IS NULL))
) STRICT;

CREATE TABLE activity_reports (
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
  title_en TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_stale TEXT CHECK (title_stale IN ('en', 'fr')),
  agreement INTEGER REFERENCES agreements (number),
  organization INTEGER REFERENCES organizations (number),
  starts_on INTEGER,
  ends_on INTEGER,
  activities_en TEXT,
  activities_fr TEXT,
  activities_stale TEXT CHECK (activities_stale IN ('en', 'fr')),
  reach INTEGER,
  reach_note_en TEXT,
  reach_note_fr TEXT,
  reach_note_stale TEXT CHECK (reach_note_stale IN ('en', 'fr')),
  challenges_en TEXT,
  challenges_fr TEXT,
  challenges_stale TEXT CHECK (challenges_stale IN ('en', 'fr')),
  lessons_en TEXT,
  lessons_fr TEXT,
  lessons_stale TEXT CHECK (lessons_stale IN ('en', 'fr')),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  CHECK (title_en <> '' OR title_fr <> '')
) STRICT;

CREATE TABLE knowledge_items (
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
  kind TEXT NOT NULL CHECK (kind IN ('practiceSheet', 'lesson', 'story', 'gap')),
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

CREATE INDEX people_by_organization ON people (organization);
CREATE INDEX memberships_by_person ON memberships (person, body);
CREATE INDEX memberships_by_body ON memberships (body, person);
CREATE INDEX meetings_by_body ON meetings (body, starts_at);
CREATE INDEX meetings_by_start ON meetings (starts_at, number);
CREATE INDEX meetings_by_end ON meetings (ends_at);
CREATE INDEX meetings_by_change ON meetings (modified, number);
CREATE INDEX agenda_items_by_meeting ON agenda_items (meeting, position);
CREATE INDEX agenda_items_by_change ON agenda_items (modified, number);
CREATE INDEX agenda_items_by_origin ON agenda_items (carried_from);
CREATE INDEX considerations_by_item ON considerations (item);
CREATE INDEX considerations_by_paper ON considerations (paper_type, paper_number);
CREATE INDEX attendance_by_meeting ON attendance (meeting);
CREATE INDEX item_notes_by_item ON item_notes (item);
CREATE INDEX item_notes_by_meeting ON item_notes (meeting);
CREATE INDEX decisions_by_item ON decisions (item);
CREATE INDEX decisions_by_change ON decisions (modified, number);
CREATE INDEX action_items_by_assignee ON action_items (assignee, state, due_on);
CREATE INDEX action_items_by_body ON action_items (body, state, due_on);
CREATE INDEX action_items_by_item ON action_items (item);
-- What has no day comes last: the expression is the one by which lists are sorted.
CREATE INDEX action_items_by_day
  ON action_items (COALESCE(due_on, 9223372036854775807), number);
CREATE INDEX action_items_open
  ON action_items (COALESCE(due_on, 9223372036854775807), number)
  WHERE state IN ('open', 'inProgress', 'blocked');
CREATE INDEX action_items_by_change ON action_items (modified, number);
CREATE INDEX recommendations_by_item ON recommendations (item);
CREATE INDEX recommendations_by_change ON recommendations (modified, number);
CREATE INDEX recommendations_by_table ON recommendations (tabled_at);
CREATE INDEX bases_by_decision ON bases (funding_decision);
CREATE INDEX bases_by_conclusion ON bases (conclusion_type, conclusion_number);
CREATE INDEX agreements_by_decision ON agreements (funding_decision);
CREATE INDEX agreements_by_parent ON agreements (parent);
CREATE INDEX agreements_by_holder ON agreements (holder);
CREATE INDEX amendments_by_agreement ON amendments (agreement);
CREATE INDEX amendments_by_decision ON amendments (funding_decision);
CREATE INDEX activity_reports_by_agreement ON activity_reports (agreement);
-- Answers to requests with an Idempotency-Key, for 24 hours.
CREATE TABLE replies (
  caller TEXT NOT NULL,
  key TEXT NOT NULL,
  at INTEGER NOT NULL,
  fingerprint BLOB NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (caller, key)
) STRICT;

CREATE INDEX replies_by_age ON replies (at);

-- Records that left an audience: those who could see them are told that they are gone.
CREATE TABLE departures (
  record INTEGER NOT NULL REFERENCES records (id),
  audience INTEGER NOT NULL REFERENCES audiences (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (record, audience)
) STRICT;

CREATE INDEX departures_by_age ON departures (at);
