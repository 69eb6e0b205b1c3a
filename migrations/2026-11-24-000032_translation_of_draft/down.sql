ALTER TABLE IF EXISTS translation
    DROP COLUMN IF EXISTS draft_source_hash,
    DROP COLUMN IF EXISTS draft_source;
