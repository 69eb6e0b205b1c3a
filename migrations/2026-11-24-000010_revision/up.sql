-- Every change to content, so that nothing an editor wrote is ever lost. Rows are added by the
-- transaction that makes the change; a trigger would also fire for the original service, whose
-- changes are noticed and recorded when the row is next changed here.
CREATE TABLE IF NOT EXISTS revision (
    id bigserial PRIMARY KEY,
    -- What was done at one stroke, such as deleting a category with all that is in it.
    change_set uuid NOT NULL,
    -- The row: its table, and its id as text.
    item_table text NOT NULL,
    item_id text NOT NULL,
    lang text NOT NULL,
    action text NOT NULL,
    -- Who did it. The name is kept beside the key, since editors come and go.
    editor_id integer,
    editor_name text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- The row as row_to_json() gives it: text, and not jsonb, so that it comes back as it was.
    before json,
    after json,
    -- For a deletion: when it was undone, or its rows were thrown away for good.
    settled_at timestamptz
);
COMMENT ON COLUMN revision.action IS 'create, update, delete, restore, reorder, or outside for a change that was not made through the cms';
COMMENT ON COLUMN revision.before IS 'NULL where there was no row';
COMMENT ON COLUMN revision.after IS 'NULL where there is no row any more';
