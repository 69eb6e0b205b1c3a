-- Drafts that are published at one moment, now or at an appointed time, and can be taken back
-- together.
CREATE TABLE IF NOT EXISTS release (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    -- open: being put together. scheduled: waits for publish_at. published, rolled-back: over.
    -- failed: could not be published as it was; it can be mended and tried again.
    state text NOT NULL DEFAULT 'open'
        CHECK (state IN ('open', 'scheduled', 'published', 'rolled-back', 'failed')),
    publish_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    creator text NOT NULL,
    -- Who published it or chose the time.
    editor_id integer,
    editor_name text NOT NULL DEFAULT '',
    published_at timestamptz,
    -- What was published at one stroke, in revision.change_set.
    change_set uuid,
    -- Why it failed: a list of {item_table, item_id, heading, reason}.
    problems json
);
CREATE INDEX IF NOT EXISTS release_state ON release (state, created_at);

CREATE TABLE IF NOT EXISTS release_item (
    release_id uuid NOT NULL REFERENCES release (id) ON DELETE CASCADE,
    item_table text NOT NULL,
    item_id text NOT NULL,
    lang text NOT NULL,
    -- The version of the draft that is published, and no other.
    draft_version integer NOT NULL,
    heading text NOT NULL,
    PRIMARY KEY (release_id, item_table, item_id)
);
CREATE INDEX IF NOT EXISTS release_item_item ON release_item (item_table, item_id);
