-- Spreadsheets that editors have sent in. A file is first only compared with what is there, row
-- by row; she reads what would change, and then takes it over as drafts, or does not.
CREATE TABLE IF NOT EXISTS sheet_import (
    id uuid PRIMARY KEY,
    -- The work that is being done for it, or was done last.
    job_id uuid,
    state text NOT NULL DEFAULT 'checking' CHECK (state IN
        ('checking', 'checked', 'failed', 'applying', 'applied', 'undoing', 'undone')),
    file_name text NOT NULL,
    -- The language that new rows without one are in.
    lang text NOT NULL,
    -- The languages of its rows; who may not work in all of them sees nothing of it.
    languages text[] NOT NULL,
    -- How many rows came out how, and what was noticed about the file as a whole.
    counts json,
    notes json,
    -- Why it could not be read.
    failure json,
    editor_id integer,
    editor_name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_at timestamptz,
    applied_by text,
    undone_at timestamptz,
    undone_by text
);
CREATE INDEX IF NOT EXISTS sheet_import_created_at ON sheet_import (created_at);

-- The rows of the file, one for each item: a row about an article may name its category too.
CREATE TABLE IF NOT EXISTS sheet_import_row (
    import_id uuid NOT NULL REFERENCES sheet_import ON DELETE CASCADE,
    number integer NOT NULL,
    -- Where in the file.
    sheet text NOT NULL,
    sheet_row integer NOT NULL,
    item_table text NOT NULL,
    -- A new item gets its key at once, since others in the file may refer to it.
    item_id text NOT NULL,
    lang text NOT NULL,
    heading text NOT NULL,
    outcome text NOT NULL,
    -- Cells left blank beside a text, which stays as it is.
    blanks integer NOT NULL,
    -- The cells that somebody filled in: column, old text, new text, and what is wrong with it.
    changes json NOT NULL,
    -- What the draft would hold; NULL where nothing can be taken over.
    "values" json,
    -- What it was compared with: version of the row, key and version of the draft.
    row_version text,
    seen_draft uuid,
    seen_draft_version integer,
    -- The draft that was made of it, and the one that was there before.
    draft_id uuid,
    draft_version integer,
    overwritten json,
    -- What became of it: taken, or not because it was changed meanwhile; and after undoing.
    fate text CHECK (fate IN
        ('taken', 'missed', 'removed', 'restored', 'kept', 'published', 'discarded')),
    PRIMARY KEY (import_id, number)
);
