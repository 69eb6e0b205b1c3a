-- Who has answered which survey, so that answered surveys are not offered again. The answers
-- are in app_event, but asking it means parsing the payloads of millions of events, one of
-- which may be unreadable; and it lets the answers be kept without saying whose they are.
-- Both ids are in the form of person_key().
CREATE TABLE IF NOT EXISTS survey_completion (
    user_id text,
    survey_id text,
    PRIMARY KEY (user_id, survey_id)
);
COMMENT ON TABLE survey_completion IS 'Filled by a trigger on app_event; ids are lower case without dashes';

-- Who answered which survey in an ANSWER_SURVEY event: NULLs where the event does not say.
-- The payload's id wins over the token's: on a shared phone they can differ, and it is what
-- the original service compares.
DO $migration$
BEGIN
    EXECUTE format($sql$
        CREATE OR REPLACE FUNCTION survey_answered_in(user_id text, payload json, OUT person text, OUT survey text)
        LANGUAGE plpgsql IMMUTABLE
        AS $function$
        BEGIN
            person := coalesce(
                %1$I.person_key(payload ->> 'user_id'),
                %1$I.person_key(payload ->> 'userID'),
                %1$I.person_key(user_id));
            survey := %1$I.person_key(payload ->> 'id');
        EXCEPTION WHEN OTHERS THEN
            BEGIN
                payload := %1$I.readable_json(payload);
                person := coalesce(
                    %1$I.person_key(payload ->> 'user_id'),
                    %1$I.person_key(payload ->> 'userID'),
                    %1$I.person_key(user_id));
                survey := %1$I.person_key(payload ->> 'id');
            EXCEPTION WHEN OTHERS THEN
                person := NULL;
                survey := NULL;
            END;
        END
        $function$
    $sql$, current_schema());

    -- As with content changes: runs in the sessions of the original service, so it has its
    -- own rights and search_path and never raises.
    EXECUTE format($sql$
        CREATE OR REPLACE FUNCTION record_survey_completion() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS $function$
        BEGIN
            INSERT INTO %1$I.survey_completion (user_id, survey_id)
            SELECT person, survey
              FROM %1$I.survey_answered_in(NEW.user_id, NEW.payload)
             WHERE person IS NOT NULL AND survey IS NOT NULL
            ON CONFLICT DO NOTHING;
            RETURN NULL;
        EXCEPTION WHEN OTHERS THEN
            RETURN NULL;
        END
        $function$
    $sql$, current_schema());

    IF NOT EXISTS (
        SELECT FROM pg_trigger
         WHERE tgrelid = 'app_event'::regclass AND tgname = 'record_survey_completion'
    ) THEN
        CREATE TRIGGER record_survey_completion
            AFTER INSERT ON app_event
            FOR EACH ROW WHEN (NEW.type = 'ANSWER_SURVEY')
            EXECUTE FUNCTION record_survey_completion();
    END IF;
END
$migration$;

REVOKE ALL ON FUNCTION record_survey_completion() FROM PUBLIC;
