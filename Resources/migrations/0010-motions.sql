-- Motions, labels of items, and what was taken up at the meeting.
ALTER TABLE decisions ADD COLUMN roll_call TEXT NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN resolution TEXT;
ALTER TABLE decisions ADD COLUMN mover INTEGER REFERENCES people (number);
ALTER TABLE decisions ADD COLUMN mover_name TEXT;
ALTER TABLE decisions ADD COLUMN seconder INTEGER REFERENCES people (number);
ALTER TABLE decisions ADD COLUMN seconder_name TEXT;
ALTER TABLE decisions ADD COLUMN amends INTEGER REFERENCES decisions (number);
ALTER TABLE decisions ADD COLUMN covers TEXT NOT NULL DEFAULT '';
-- What an item concluded stands in the order in which it was written.
ALTER TABLE decisions ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE action_items ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recommendations ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
-- An item can be called otherwise than by its place.
ALTER TABLE agenda_items ADD COLUMN printed_label TEXT;
-- A later meeting says what became of an action.
ALTER TABLE item_notes ADD COLUMN reviews TEXT NOT NULL DEFAULT '';
ALTER TABLE action_items ADD COLUMN reviewed_at TEXT NOT NULL DEFAULT '';
