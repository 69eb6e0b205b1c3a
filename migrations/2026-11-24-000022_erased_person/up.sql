-- Who has been forgotten, so that it stays so: a phone that still has a token must not store
-- events under the old id again, and a database that is restored from before must forget her
-- once more. Keys are hashes under the application's secret: without it they say nothing.
CREATE TABLE IF NOT EXISTS erased_person (
    key bytea PRIMARY KEY,
    name_key bytea,
    -- To the millisecond, as the record has it.
    erased_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
    -- When somebody signed up under this id again, whose events are taken.
    returned_at timestamptz,
    -- When to write the record that is kept outside of the database; NULL once it is written.
    record_due timestamptz DEFAULT now()
);
COMMENT ON TABLE erased_person IS 'Keyed hashes of accounts that were deleted; nothing in it is readable without the secret';

CREATE INDEX IF NOT EXISTS erased_person_record_due ON erased_person (record_due)
    WHERE record_due IS NOT NULL;
