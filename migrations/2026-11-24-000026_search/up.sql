-- What is searched of each item, made from its row or its draft by the service that searches.
-- Nothing keeps it up to date but that service: before it searches it compares `digest` with
-- the rows, whoever has written them, and makes anew what differs. So there is no trigger that
-- could get in anybody's way, and what is lost here is only work.
CREATE TABLE IF NOT EXISTS search_entry (
    item_table text NOT NULL,
    item_id text NOT NULL,
    is_draft boolean NOT NULL,
    lang text NOT NULL,
    -- Of the row, the rules by which the entry was made, and the configuration of `words`.
    digest text NOT NULL,
    heading text NOT NULL,
    body text NOT NULL,
    -- The different words by their sound, for those that are misspelled.
    folded text NOT NULL,
    words tsvector NOT NULL,
    live boolean,
    lacks_audio boolean NOT NULL,
    too_long boolean NOT NULL,
    PRIMARY KEY (item_table, item_id, is_draft)
);

-- Searches that an editor has kept under a name.
CREATE TABLE IF NOT EXISTS saved_search (
    id serial PRIMARY KEY,
    editor_id integer NOT NULL,
    name text NOT NULL,
    -- What stands behind the question mark of the page's address.
    query text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (editor_id, name)
);
