-- What editors have had converted: a spreadsheet into a file for the app, or the other way
-- round. The report is read before the result is fetched, so both are kept for a while.
CREATE TABLE IF NOT EXISTS conversion (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    lang text NOT NULL,
    file_name text NOT NULL,
    result_name text NOT NULL,
    media_type text NOT NULL,
    report json NOT NULL,
    errors bigint NOT NULL,
    warnings bigint NOT NULL,
    editor_id integer,
    editor_name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    result bytea NOT NULL
);
COMMENT ON COLUMN conversion.lang IS 'The language that the editor was working in; who may not work in it sees nothing of the row';
COMMENT ON COLUMN conversion.file_name IS 'Name of the file that was sent';

CREATE INDEX IF NOT EXISTS conversion_lang_idx ON conversion (lang, created_at);
