-- Counts that the statistics pages read, so that no page has to read millions of events or
-- accounts. Nobody is named in them.
--
-- They are kept by triggers, because the original service writes the same tables: what it
-- stores and deletes counts as well. As with the other triggers on its tables: SECURITY
-- DEFINER, a fixed search_path, the schema written out, and no error ever leaves them.

-- How often what happened. `kind` is
-- * quiz: `subject` is the quiz, `choice` 1 to 3 or empty, `outcome` correct, incorrect or empty;
-- * share: the app was shared;
-- * survey: `subject` is the survey. Rows without a `question` count events: `outcome` is
--   answered (the first answer of a person, the only one that counts), repeated, anonymous
--   (nobody to be counted) or declined. Rows with one count answers: `choice` is the option
--   counted from 0, or text. Only answered rows say of which gender, location and age group.
-- Subjects and questions are ids in the form of person_key(), or empty where the event holds
-- none. Days are Nepal's, and answers to quizzes have the first of their month. Answers to surveys
-- have none, so that small groups stay in the crowd.
CREATE TABLE IF NOT EXISTS event_count (
    kind text,
    subject text,
    question text,
    choice text,
    outcome text,
    day date,
    gender text,
    location text,
    age_group smallint,
    events bigint NOT NULL,
    PRIMARY KEY (kind, subject, question, choice, outcome, day, gender, location, age_group)
);
COMMENT ON TABLE event_count IS 'What happened how often; event_count_fresh is to be added';

-- What is not yet in event_count. The triggers only ever insert here: if they counted up one
-- row for each quiz and day, phones would wait for each other.
CREATE TABLE IF NOT EXISTS event_count_fresh (
    id bigserial PRIMARY KEY,
    kind text NOT NULL,
    subject text NOT NULL,
    question text NOT NULL,
    choice text NOT NULL,
    outcome text NOT NULL,
    day date NOT NULL,
    gender text NOT NULL,
    location text NOT NULL,
    age_group smallint NOT NULL,
    events bigint NOT NULL
);

-- What event_count and event_count_fresh hold of events that are deleted since: totals stay when
-- an account is deleted or events have become old. All counts are these plus those of the
-- events that exist, which is how they are counted anew.
CREATE TABLE IF NOT EXISTS event_count_gone (
    kind text,
    subject text,
    question text,
    choice text,
    outcome text,
    day date,
    gender text,
    location text,
    age_group smallint,
    events bigint NOT NULL,
    PRIMARY KEY (kind, subject, question, choice, outcome, day, gender, location, age_group)
);

-- Which event of a person's answers to a survey is the one that counts, and what she was when
-- she answered: a later change of her profile changes no result.
ALTER TABLE survey_completion ADD COLUMN IF NOT EXISTS counted_event integer;
ALTER TABLE survey_completion ADD COLUMN IF NOT EXISTS gender text;
ALTER TABLE survey_completion ADD COLUMN IF NOT EXISTS location text;
ALTER TABLE survey_completion ADD COLUMN IF NOT EXISTS age_group smallint;

-- How many accounts there are of each kind, by the day they were last saved (-infinity where
-- that is not known). Several rows may be about the same kind; some may be negative.
CREATE TABLE IF NOT EXISTS user_count (
    id bigserial PRIMARY KEY,
    saved_day date NOT NULL,
    age_group smallint NOT NULL,
    gender text NOT NULL,
    location text NOT NULL,
    country text NOT NULL,
    province text NOT NULL,
    users integer NOT NULL
);
CREATE INDEX IF NOT EXISTS user_count_saved_day_idx ON user_count (saved_day);

-- The day of which the ages in user_count are, and when all accounts were counted last.
CREATE TABLE IF NOT EXISTS user_count_day (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    day date NOT NULL,
    counted_at timestamptz NOT NULL
);

-- Nepal is 5:45 ahead, without summer time. -infinity for what has no day.
CREATE OR REPLACE FUNCTION nepal_day(stored timestamp) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT CASE WHEN stored >= '1970-01-01' AND stored < '9999-01-01'
                THEN (stored + interval '5 hours 45 minutes')::date ELSE '-infinity' END
$function$;

-- 0 is under 10, then two years each, 7 is 22 and over; -1 is not known. Somebody born on
-- 29 February grows older on 1 March.
CREATE OR REPLACE FUNCTION age_group(birth timestamp, today date) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT CASE WHEN birth >= '1900-01-01' AND birth < today + 1
                THEN least(greatest((extract(year FROM age(today, birth::date))::integer - 8) / 2, 0), 7)
                ELSE -1 END::smallint
$function$;

-- The answers that the app offers; any other text is as good as none.
CREATE OR REPLACE FUNCTION known_gender(stored text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $function$ SELECT CASE WHEN stored IN ('Male', 'Female', 'Other') THEN stored ELSE '' END $function$;

CREATE OR REPLACE FUNCTION known_location(stored text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $function$ SELECT CASE WHEN stored IN ('Urban', 'Rural') THEN stored ELSE '' END $function$;

DO $migration$
DECLARE
    -- %1$I is the schema.
    statement text;
BEGIN
    FOREACH statement IN ARRAY ARRAY[
    -- A payload that can be read: most can be as they are.
    $sql$
        CREATE OR REPLACE FUNCTION sound_json(stored json) RETURNS json
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        AS $function$
            SELECT CASE WHEN strpos(stored::text, chr(92) || 'u') > 0
                        THEN %1$I.readable_json(stored) ELSE stored END
        $function$
    $sql$,
    -- An id in the form of person_key(), or empty.
    $sql$
        CREATE OR REPLACE FUNCTION id_key(stored text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        AS $function$
            SELECT coalesce(substring(%1$I.person_key(stored) FROM '^[0-9a-f]{32}$'), '')
        $function$
    $sql$,
    -- What was answered to each question of a survey; a question that comes twice counts once.
    -- The app sends the option as a number from 0, and an empty text where the girl wrote one.
    $sql$
        CREATE OR REPLACE FUNCTION survey_answers_in(payload json)
        RETURNS TABLE (question text, choice text, response text)
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        AS $function$
            SELECT DISTINCT ON (answer.question) answer.question, answer.choice, answer.response
              FROM (SELECT %1$I.id_key(element ->> 'questionId') AS question,
                           coalesce(substring(element ->> 'answerID' FROM '^[0-4]$'), 'text') AS choice,
                           coalesce(nullif(element ->> 'response', ''), element ->> 'answer') AS response,
                           place
                      FROM (SELECT %1$I.sound_json(payload) -> 'questions' AS questions) AS read,
                           json_array_elements(CASE json_typeof(read.questions)
                                               WHEN 'array' THEN read.questions ELSE '[]' END)
                               WITH ORDINALITY AS listed (element, place)) AS answer
             WHERE answer.question <> ''
             ORDER BY answer.question, answer.place
        $function$
    $sql$,
    -- What the answer to a quiz or a sharing counts as.
    $sql$
        CREATE OR REPLACE FUNCTION plain_event_counts(type text, payload json, created_at timestamp)
        RETURNS TABLE (kind text, subject text, question text, choice text, outcome text, day date,
                       gender text, location text, age_group smallint)
        LANGUAGE sql IMMUTABLE
        AS $function$
            SELECT CASE type WHEN 'ANSWER_QUIZ' THEN 'quiz' ELSE 'share' END,
                   CASE type WHEN 'ANSWER_QUIZ' THEN %1$I.id_key(sound ->> 'id') ELSE '' END,
                   '',
                   CASE type WHEN 'ANSWER_QUIZ'
                             THEN coalesce(substring(sound ->> 'answerID' FROM '^[123]$'), '') ELSE '' END,
                   CASE WHEN type <> 'ANSWER_QUIZ' THEN ''
                        ELSE CASE sound ->> 'isCorrect'
                             WHEN 'true' THEN 'correct' WHEN 'false' THEN 'incorrect' ELSE '' END END,
                   CASE type WHEN 'ANSWER_QUIZ'
                             THEN date_trunc('month', %1$I.nepal_day(created_at)::timestamp)::date
                             ELSE %1$I.nepal_day(created_at) END,
                   '', '', -1::smallint
              FROM %1$I.sound_json(payload) AS sound
        $function$
    $sql$,
    -- What the answer to a survey counts as: one row, and one more for each question where it is
    -- the answer of its person that counts.
    $sql$
        CREATE OR REPLACE FUNCTION survey_event_counts(event_id integer, payload json, user_id text)
        RETURNS TABLE (kind text, subject text, question text, choice text, outcome text, day date,
                       gender text, location text, age_group smallint)
        LANGUAGE sql STABLE
        AS $function$
            SELECT 'survey', %1$I.id_key(answered.survey), coalesce(answer.question, ''),
                   coalesce(answer.choice, ''),
                   CASE WHEN counting.counted_event IS NOT NULL THEN 'answered'
                        WHEN %1$I.sound_json(payload) ->> 'isSurveyAnswered' IS DISTINCT FROM 'true' THEN 'declined'
                        WHEN answered.person IS NULL OR answered.survey IS NULL THEN 'anonymous'
                        ELSE 'repeated' END,
                   '-infinity'::date, coalesce(counting.gender, ''), coalesce(counting.location, ''),
                   coalesce(counting.age_group, -1::smallint)
              FROM %1$I.survey_answered_in(user_id, payload) AS answered
              LEFT JOIN %1$I.survey_completion AS counting
                     ON counting.user_id = answered.person AND counting.survey_id = answered.survey
                    AND counting.counted_event = event_id
              LEFT JOIN LATERAL (
                        SELECT NULL::text AS question, NULL::text AS choice
                         UNION ALL
                        SELECT found.question, found.choice
                          FROM %1$I.survey_answers_in(payload) AS found
                         WHERE counting.counted_event IS NOT NULL) AS answer ON true
        $function$
    $sql$,
    -- What any event counts as.
    $sql$
        CREATE OR REPLACE FUNCTION event_counts(
            event_id integer, type text, payload json, user_id text, created_at timestamp)
        RETURNS TABLE (kind text, subject text, question text, choice text, outcome text, day date,
                       gender text, location text, age_group smallint)
        LANGUAGE sql STABLE
        AS $function$
            SELECT * FROM %1$I.plain_event_counts(type, payload, created_at)
             WHERE type IN ('ANSWER_QUIZ', 'SHARE_APP')
             UNION ALL
            SELECT * FROM %1$I.survey_event_counts(event_id, payload, user_id)
             WHERE type = 'ANSWER_SURVEY'
        $function$
    $sql$,
    -- Remembers for each person and survey the first of these events that is an answer, unless
    -- there is one already.
    $sql$
        CREATE OR REPLACE FUNCTION claim_survey_answers(ids integer[]) RETURNS void
        LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan
        AS $function$
        BEGIN
            INSERT INTO %1$I.survey_completion AS known
                   (user_id, survey_id, counted_event, gender, location, age_group)
            SELECT first.person, first.survey, first.id,
                   coalesce(%1$I.known_gender(account.gender), ''),
                   coalesce(%1$I.known_location(account.location), ''),
                   coalesce(%1$I.age_group(account.date_of_birth, %1$I.nepal_day(first.created_at)), -1)
              FROM (SELECT DISTINCT ON (answered.person, answered.survey)
                           answered.person, answered.survey, event.id, event.created_at
                      FROM %1$I.app_event AS event,
                           %1$I.survey_answered_in(event.user_id, event.payload) AS answered
                     WHERE event.id = ANY (ids) AND event.type = 'ANSWER_SURVEY'
                       AND answered.person IS NOT NULL AND answered.survey IS NOT NULL
                       AND %1$I.sound_json(event.payload) ->> 'isSurveyAnswered' = 'true'
                     ORDER BY answered.person, answered.survey, event.id) AS first
              LEFT JOIN %1$I.oky_user AS account
                     ON account.id = CASE WHEN first.person ~ '^[0-9a-f]{32}$' THEN first.person::uuid END
             ORDER BY first.person, first.survey
                ON CONFLICT (user_id, survey_id) DO UPDATE
               SET counted_event = excluded.counted_event, gender = excluded.gender,
                   location = excluded.location, age_group = excluded.age_group
             WHERE known.counted_event IS NULL;
        END
        $function$
    $sql$,
    $sql$
        CREATE OR REPLACE FUNCTION count_new_events() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off
        AS $function$
        DECLARE
            answers integer[];
        BEGIN
            INSERT INTO %1$I.event_count_fresh
                   (kind, subject, question, choice, outcome, day, gender, location, age_group, events)
            SELECT counted.*, 1
              FROM new_events AS event,
                   %1$I.plain_event_counts(event.type, event.payload, event.created_at) AS counted
             WHERE event.type IN ('ANSWER_QUIZ', 'SHARE_APP');
            SELECT array_agg(id) INTO answers FROM new_events WHERE type = 'ANSWER_SURVEY';
            IF answers IS NOT NULL THEN
                PERFORM %1$I.claim_survey_answers(answers);
                INSERT INTO %1$I.event_count_fresh
                       (kind, subject, question, choice, outcome, day, gender, location, age_group, events)
                SELECT counted.*, 1
                  FROM new_events AS event,
                       %1$I.survey_event_counts(event.id, event.payload, event.user_id) AS counted
                 WHERE event.type = 'ANSWER_SURVEY';
            END IF;
            RETURN NULL;
        EXCEPTION WHEN OTHERS THEN
            RETURN NULL;
        END
        $function$
    $sql$,
    $sql$
        CREATE OR REPLACE FUNCTION keep_counts_of_old_events() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS $function$
        BEGIN
            INSERT INTO %1$I.event_count_gone AS known
            SELECT counted.*, count(*)
              FROM old_events AS event,
                   %1$I.event_counts(event.id, event.type, event.payload, event.user_id, event.created_at) AS counted
             WHERE event.type IN ('ANSWER_QUIZ', 'ANSWER_SURVEY', 'SHARE_APP')
             GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
             ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
                ON CONFLICT (kind, subject, question, choice, outcome, day, gender, location, age_group)
                DO UPDATE SET events = known.events + excluded.events;
            RETURN NULL;
        EXCEPTION WHEN OTHERS THEN
            RETURN NULL;
        END
        $function$
    $sql$,
    -- The same where somebody empties the whole table: then all counts are of deleted events.
    $sql$
        CREATE OR REPLACE FUNCTION keep_counts_of_all_events() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS $function$
        BEGIN
            DELETE FROM %1$I.event_count_gone;
            INSERT INTO %1$I.event_count_gone
            SELECT kind, subject, question, choice, outcome, day, gender, location, age_group, sum(events)
              FROM (SELECT * FROM %1$I.event_count
                     UNION ALL
                    SELECT kind, subject, question, choice, outcome, day, gender, location, age_group, events
                      FROM %1$I.event_count_fresh) AS every
             GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
            RETURN NULL;
        EXCEPTION WHEN OTHERS THEN
            RETURN NULL;
        END
        $function$
    $sql$,
    -- Adds the fresh counts to the others.
    $sql$
        CREATE OR REPLACE FUNCTION fold_event_counts() RETURNS void
        LANGUAGE sql
        AS $function$
            WITH taken AS (DELETE FROM %1$I.event_count_fresh RETURNING *)
            INSERT INTO %1$I.event_count AS known
            SELECT kind, subject, question, choice, outcome, day, gender, location, age_group, sum(events)
              FROM taken
             GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
                ON CONFLICT (kind, subject, question, choice, outcome, day, gender, location, age_group)
                DO UPDATE SET events = known.events + excluded.events
        $function$
    $sql$,
    -- Counts every event that exists anew. To be called in a repeatable read transaction of its
    -- own: then the fresh counts it deletes are exactly those of the events it sees, and those
    -- of events stored meanwhile stay.
    $sql$
        CREATE OR REPLACE FUNCTION recount_events() RETURNS void
        LANGUAGE plpgsql
        AS $function$
        BEGIN
            DELETE FROM %1$I.event_count;
            DELETE FROM %1$I.event_count_fresh;
            INSERT INTO %1$I.event_count
            SELECT kind, subject, question, choice, outcome, day, gender, location, age_group, sum(events)
              FROM (SELECT counted.*, 1::bigint AS events
                      FROM %1$I.app_event AS event,
                           %1$I.event_counts(event.id, event.type, event.payload, event.user_id, event.created_at) AS counted
                     WHERE event.type IN ('ANSWER_QUIZ', 'ANSWER_SURVEY', 'SHARE_APP')
                     UNION ALL
                    SELECT * FROM %1$I.event_count_gone) AS every
             GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
        END
        $function$
    $sql$,
    -- What an account counts as. Codes that no app offers are as good as none: other and 0.
    $sql$
        CREATE OR REPLACE FUNCTION account_counts(
            birth timestamp, stored_gender text, stored_location text, stored_country text,
            stored_province text, saved timestamp, today date)
        RETURNS TABLE (saved_day date, age_group smallint, gender text, location text, country text, province text)
        LANGUAGE sql IMMUTABLE
        AS $function$
            SELECT %1$I.nepal_day(saved), %1$I.age_group(birth, today),
                   %1$I.known_gender(stored_gender), %1$I.known_location(stored_location),
                   CASE WHEN stored_country ~ '^[A-Z]{2}$' THEN stored_country ELSE '00' END,
                   CASE WHEN stored_province ~ '^[0-9]{1,6}$' THEN stored_province ELSE '0' END
        $function$
    $sql$,
    -- Deleting an account first looks for the count that it was, so that nothing of it stays;
    -- counts that somebody else is changing are left alone, and a negative one is added.
    $sql$
        CREATE OR REPLACE FUNCTION count_account() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS $function$
        DECLARE
            today date;
            row_of_hers bigint;
            left_over integer;
        BEGIN
            SELECT day INTO today FROM %1$I.user_count_day;
            IF TG_OP <> 'INSERT' THEN
                SELECT known.id INTO row_of_hers
                  FROM %1$I.user_count AS known,
                       %1$I.account_counts(OLD.date_of_birth, OLD.gender, OLD.location, OLD.country,
                                           OLD.province, OLD.date_account_saved, today) AS hers
                 WHERE known.saved_day = hers.saved_day AND known.age_group = hers.age_group
                   AND known.gender = hers.gender AND known.location = hers.location
                   AND known.country = hers.country AND known.province = hers.province
                   AND known.users > 0
                 LIMIT 1
                   FOR UPDATE OF known SKIP LOCKED;
                IF FOUND THEN
                    UPDATE %1$I.user_count SET users = users - 1 WHERE id = row_of_hers RETURNING users INTO left_over;
                    IF left_over = 0 THEN
                        DELETE FROM %1$I.user_count WHERE id = row_of_hers;
                    END IF;
                ELSE
                    INSERT INTO %1$I.user_count (saved_day, age_group, gender, location, country, province, users)
                    SELECT hers.*, -1
                      FROM %1$I.account_counts(OLD.date_of_birth, OLD.gender, OLD.location, OLD.country,
                                               OLD.province, OLD.date_account_saved, today) AS hers;
                END IF;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                INSERT INTO %1$I.user_count (saved_day, age_group, gender, location, country, province, users)
                SELECT hers.*, 1
                  FROM %1$I.account_counts(NEW.date_of_birth, NEW.gender, NEW.location, NEW.country,
                                           NEW.province, NEW.date_account_saved, today) AS hers;
            END IF;
            RETURN NULL;
        EXCEPTION WHEN OTHERS THEN
            RETURN NULL;
        END
        $function$
    $sql$,
    -- Counts every account anew, with ages of this day. To be called as recount_events() is.
    $sql$
        CREATE OR REPLACE FUNCTION recount_accounts(today date) RETURNS void
        LANGUAGE plpgsql
        AS $function$
        BEGIN
            DELETE FROM %1$I.user_count;
            INSERT INTO %1$I.user_count (saved_day, age_group, gender, location, country, province, users)
            SELECT counted.*, count(*)
              FROM %1$I.oky_user AS account,
                   %1$I.account_counts(account.date_of_birth, account.gender, account.location, account.country,
                                       account.province, account.date_account_saved, today) AS counted
             GROUP BY 1, 2, 3, 4, 5, 6;
            INSERT INTO %1$I.user_count_day (day, counted_at) VALUES (today, now())
                ON CONFLICT (only_row) DO UPDATE SET day = excluded.day, counted_at = excluded.counted_at;
        END
        $function$
    $sql$
    ] LOOP
        EXECUTE format(statement, current_schema());
    END LOOP;
END
$migration$;

INSERT INTO user_count_day (day, counted_at)
VALUES (nepal_day(now() AT TIME ZONE 'UTC'), '-infinity') ON CONFLICT DO NOTHING;

DO $migration$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES
            ('app_event', 'count_new_events',
             'AFTER INSERT ON app_event REFERENCING NEW TABLE AS new_events
                  FOR EACH STATEMENT EXECUTE FUNCTION count_new_events()'),
            ('app_event', 'keep_counts_of_old_events',
             'AFTER DELETE ON app_event REFERENCING OLD TABLE AS old_events
                  FOR EACH STATEMENT EXECUTE FUNCTION keep_counts_of_old_events()'),
            ('app_event', 'keep_counts_of_all_events',
             'AFTER TRUNCATE ON app_event
                  FOR EACH STATEMENT EXECUTE FUNCTION keep_counts_of_all_events()'),
            ('oky_user', 'count_account',
             'AFTER INSERT OR DELETE ON oky_user FOR EACH ROW EXECUTE FUNCTION count_account()'),
            -- The columns first: storing a diary must not even ask.
            ('oky_user', 'count_account_again',
             'AFTER UPDATE OF date_of_birth, gender, location, country, province, date_account_saved ON oky_user
                  FOR EACH ROW
                  WHEN ((OLD.date_of_birth, OLD.gender, OLD.location, OLD.country, OLD.province, OLD.date_account_saved)
                        IS DISTINCT FROM
                        (NEW.date_of_birth, NEW.gender, NEW.location, NEW.country, NEW.province, NEW.date_account_saved))
                  EXECUTE FUNCTION count_account()')
        ) AS listed (in_table, name, definition)
    LOOP
        IF NOT EXISTS (
            SELECT FROM pg_trigger WHERE tgrelid = wanted.in_table::regclass AND tgname = wanted.name
        ) THEN
            EXECUTE format('CREATE TRIGGER %I %s', wanted.name, wanted.definition);
        END IF;
    END LOOP;
END
$migration$;

-- Firing a trigger asks for no right on its function, so nobody else needs one.
REVOKE ALL ON FUNCTION count_new_events() FROM PUBLIC;
REVOKE ALL ON FUNCTION keep_counts_of_old_events() FROM PUBLIC;
REVOKE ALL ON FUNCTION keep_counts_of_all_events() FROM PUBLIC;
REVOKE ALL ON FUNCTION count_account() FROM PUBLIC;
