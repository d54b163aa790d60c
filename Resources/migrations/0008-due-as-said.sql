-- By when an action is to be done, where people say it otherwise than by a day.
ALTER TABLE action_items ADD COLUMN due TEXT;
ALTER TABLE action_items ADD COLUMN first_due TEXT;
-- What waits for the body's next meeting.
CREATE INDEX action_items_by_words ON action_items (body, due) WHERE due IS NOT NULL;
