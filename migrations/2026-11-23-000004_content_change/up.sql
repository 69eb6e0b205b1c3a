-- A log of changes to the content that the app shows, so that every instance knows when its
-- snapshot is out of date, whoever wrote: this service, the original one, or somebody in psql.
--
-- Rows are only ever inserted, never updated: with one row per kind that is counted up, two
-- editors who save at the same time would wait for each other until the first one commits.
-- Ids are handed out before commit, so a lower id may become visible after a higher one: a
-- reader that only remembers the highest id can miss a change, one that compares the number
-- of rows as well cannot. The migration step deletes old rows.
CREATE TABLE IF NOT EXISTS content_change (
    id bigserial PRIMARY KEY,
    kind text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE content_change IS 'One row per statement that touched a content table; kind is the name of that table';

-- The trigger runs inside the sessions of the original service, as its role, with its
-- search_path. Hence:
-- * SECURITY DEFINER: that role has no rights on our table;
-- * a fixed search_path with pg_temp last, and the schema written out: nobody can put another
--   table or function in front of ours;
-- * no error ever leaves it: losing a notice is better than losing an editor's work.
-- format() writes the name of the schema, which differs between installations.
DO $migration$
BEGIN
    EXECUTE format($sql$
        CREATE OR REPLACE FUNCTION log_content_change() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS $function$
        BEGIN
            INSERT INTO %1$I.content_change (kind) VALUES (TG_TABLE_NAME);
            PERFORM pg_notify('content_change', TG_TABLE_NAME);
            RETURN NULL;
        EXCEPTION WHEN OTHERS THEN
            RETURN NULL;
        END
        $function$
    $sql$, current_schema());
END
$migration$;

-- Firing a trigger asks for no right on its function, so nobody else needs one.
REVOKE ALL ON FUNCTION log_content_change() FROM PUBLIC;

DO $migration$
DECLARE
    content text;
BEGIN
    FOREACH content IN ARRAY ARRAY[
        'category', 'subcategory', 'article', 'quiz', 'did_you_know', 'survey', 'question',
        'avatar_messages', 'video', 'help_center', 'help_center_attribute',
        'privacy_policy', 'terms_and_conditions', 'about', 'about_banner',
        'notification', 'permanent_notification'
    ] LOOP
        -- Looked for instead of dropped and made again: DROP TRIGGER would lock readers out.
        IF NOT EXISTS (
            SELECT FROM pg_trigger
             WHERE tgrelid = content::regclass AND tgname = 'log_content_change'
        ) THEN
            EXECUTE format(
                'CREATE TRIGGER log_content_change
                     AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
                     FOR EACH STATEMENT EXECUTE FUNCTION log_content_change()', content);
        END IF;
    END LOOP;
END
$migration$;
