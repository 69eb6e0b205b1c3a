-- Audio files of articles are kept outside of the database. This table says which of them can go
-- because no article names them any more, and when. A file goes a day after the trash has
-- forgotten its article, so that whatever an editor brings back from trash or history has its
-- audio.
--
-- The service also notes a file here before it stores it, and the article that comes to name it
-- takes the note away: what is left behind when a machine stops in between is deleted later.
CREATE TABLE IF NOT EXISTS discarded_file (
    key text PRIMARY KEY,
    after timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0
);
COMMENT ON COLUMN discarded_file.after IS 'When to delete it; later and later where that fails';

CREATE INDEX IF NOT EXISTS discarded_file_after ON discarded_file (after);

-- A trigger, so that it does not matter who changes the article: this service, the original or
-- somebody in psql. Written like log_content_change, for the same reasons.
DO $migration$
BEGIN
    EXECUTE format($sql$
        CREATE OR REPLACE FUNCTION note_voice_over() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS $function$
        BEGIN
            IF TG_OP <> 'INSERT' AND OLD."voiceOverKey" <> '' THEN
                INSERT INTO %1$I.discarded_file (key, after)
                VALUES (OLD."voiceOverKey", now() + interval '31 days')
                ON CONFLICT (key) DO UPDATE
                    SET after = greatest(discarded_file.after, EXCLUDED.after), tries = 0;
            END IF;
            IF TG_OP <> 'DELETE' AND NEW."voiceOverKey" <> '' THEN
                DELETE FROM %1$I.discarded_file WHERE key = NEW."voiceOverKey";
            END IF;
            RETURN NULL;
        EXCEPTION WHEN OTHERS THEN
            RETURN NULL;
        END
        $function$
    $sql$, current_schema());
END
$migration$;

REVOKE ALL ON FUNCTION note_voice_over() FROM PUBLIC;

DO $migration$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger
                    WHERE tgrelid = 'article'::regclass AND tgname = 'note_voice_over') THEN
        CREATE TRIGGER note_voice_over AFTER INSERT OR DELETE ON article
            FOR EACH ROW EXECUTE FUNCTION note_voice_over();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger
                    WHERE tgrelid = 'article'::regclass AND tgname = 'note_voice_over_change') THEN
        CREATE TRIGGER note_voice_over_change AFTER UPDATE ON article FOR EACH ROW
            WHEN (OLD."voiceOverKey" IS DISTINCT FROM NEW."voiceOverKey")
            EXECUTE FUNCTION note_voice_over();
    END IF;
END
$migration$;
