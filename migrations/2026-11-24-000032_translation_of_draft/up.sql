-- What is said of a draft holds from when that is published, and never if it is thrown away. So
-- the source that it was said of waits here, beside the one that the published row was made from.
ALTER TABLE translation
    ADD COLUMN IF NOT EXISTS draft_source_hash text,
    ADD COLUMN IF NOT EXISTS draft_source json;
