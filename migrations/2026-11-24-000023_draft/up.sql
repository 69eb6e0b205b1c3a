-- Text that is written and not yet in the app. The tables that phones read hold only what is
-- published; beside each row there is at most one draft of it, and a new item is a draft alone
-- until it is published.
CREATE TABLE IF NOT EXISTS draft (
    id uuid PRIMARY KEY,
    -- The row, which need not exist yet: its key is chosen when the draft is begun.
    item_table text NOT NULL,
    item_id text NOT NULL,
    lang text NOT NULL,
    -- Every column that an editor fills in; for a survey its questions too.
    "values" json NOT NULL,
    -- The row as it was when the draft was begun, or last laid over it. NULL: there was none.
    base json,
    base_version text,
    -- Grows with every save. A form sends back the one it has seen.
    version integer NOT NULL DEFAULT 1,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'review')),
    -- What the reviewer asked for when she gave it back.
    note text,
    -- The import that wrote it, for undoing that as a whole.
    import_id uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- Who saved it last, and when.
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    editor_id integer,
    editor_name text NOT NULL,
    UNIQUE (item_table, item_id)
);

-- What a draft was at each save, and what became of it: no paragraph is lost with a draft that
-- was overwritten or thrown away.
CREATE TABLE IF NOT EXISTS draft_revision (
    id bigserial PRIMARY KEY,
    item_table text NOT NULL,
    item_id text NOT NULL,
    lang text NOT NULL,
    version integer NOT NULL,
    "values" json NOT NULL,
    action text NOT NULL,
    note text,
    editor_id integer,
    editor_name text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX IF NOT EXISTS draft_revision_item ON draft_revision (item_table, item_id, id);
COMMENT ON COLUMN draft_revision.action IS 'save, submit, give-back, discard or publish';
