-- Who did what that matters for safety and trust: signing in, changes of editors and of content,
-- exports, sends. Rows are written in the transaction of the act and never changed; they are
-- deleted only by the job that keeps the log as long as its setting says.
CREATE TABLE IF NOT EXISTS audit_entry (
    id bigserial PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    editor_id integer,
    editor_name text NOT NULL,
    act text NOT NULL,
    item text NOT NULL DEFAULT '',
    detail text NOT NULL DEFAULT ''
);
COMMENT ON COLUMN audit_entry.editor_name IS 'Kept beside the key, since editors come and go; empty for somebody unknown';
COMMENT ON COLUMN audit_entry.act IS 'One of the words in the code';
COMMENT ON COLUMN audit_entry.item IS 'What it was done to, such as article/… or the name of an editor';

CREATE OR REPLACE FUNCTION audit_entry_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    -- Set for one transaction by the job that ends the time for which the log is kept.
    IF TG_OP = 'DELETE' AND current_setting('periodtracker.audit_retention', true) = 'on' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit log is only ever added to';
END
$$;

DROP TRIGGER IF EXISTS audit_entry_stays ON audit_entry;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
DROP TRIGGER IF EXISTS audit_entry_is_not_emptied ON audit_entry;
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();
