-- Who has the form of an item open at this moment. Each open page says every few seconds that it
-- is still there; what has not said so for a minute counts no more. Nothing of it is worth keeping
-- through a crash, so it is not logged.
CREATE UNLOGGED TABLE IF NOT EXISTS presence (
    item_table text NOT NULL,
    item_id text NOT NULL,
    lang text NOT NULL,
    editor_id integer NOT NULL,
    editor_name text NOT NULL,
    -- Names the open page: one editor may have the form open twice.
    page text NOT NULL,
    since timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (item_table, item_id, editor_id, page)
);
