-- Completions of the surveys that were answered before the trigger existed. In batches, each
-- of them committed: a single statement over millions of events would hold its new keys until
-- the end, and a phone that sends one of them again would wait that long.
-- This file is one statement, because several would be one transaction to PostgreSQL.
DO $migration$
DECLARE
    batch constant integer := 20000;
    first_id bigint;
    last_id bigint;
BEGIN
    SELECT min(id), max(id) INTO first_id, last_id FROM app_event;
    WHILE first_id <= last_id LOOP
        INSERT INTO survey_completion (user_id, survey_id)
        SELECT DISTINCT answered.person, answered.survey
          FROM app_event,
               survey_answered_in(app_event.user_id, app_event.payload) AS answered
         WHERE app_event.id >= first_id AND app_event.id < first_id + batch
           AND app_event.type = 'ANSWER_SURVEY'
           AND answered.person IS NOT NULL AND answered.survey IS NOT NULL
        ON CONFLICT DO NOTHING;
        COMMIT;
        first_id := first_id + batch;
    END LOOP;
END
$migration$;
