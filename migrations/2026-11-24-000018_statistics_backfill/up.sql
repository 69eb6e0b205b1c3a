-- Counts what was there before the triggers. The answers to surveys that count are remembered
-- in batches, each of them committed, so that phones which answer meanwhile wait for nobody;
-- the counting itself only reads what phones write. This file is one statement, because
-- several would be one transaction to PostgreSQL. Counting anew is done in the same two steps:
-- crates/db/src/statistics/rebuild.rs.
DO $migration$
DECLARE
    batch constant integer := 20000;
    first_id bigint;
    last_id bigint;
BEGIN
    SELECT min(id), max(id) INTO first_id, last_id FROM app_event;
    WHILE first_id <= last_id LOOP
        PERFORM claim_survey_answers(array_agg(id))
           FROM app_event
          WHERE id >= first_id AND id < first_id + batch AND type = 'ANSWER_SURVEY';
        COMMIT;
        first_id := first_id + batch;
    END LOOP;
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
    PERFORM recount_events();
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
    PERFORM recount_accounts(nepal_day(now() AT TIME ZONE 'UTC'));
    COMMIT;
END
$migration$;
