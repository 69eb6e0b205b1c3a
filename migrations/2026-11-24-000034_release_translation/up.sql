-- What was known of an item as a translation before the release published it, so that taking the
-- release back brings that back too: a row of `translation`, or NULL where it was in no pair.
ALTER TABLE release_item ADD COLUMN IF NOT EXISTS translation_before json;
