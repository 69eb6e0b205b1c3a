-- Events :first to :last of :accounts accounts over the last two years: of ten events six
-- answer a quiz, one answers a survey, three change settings.
INSERT INTO app_event (local_id, type, payload, metadata, user_id, created_at)
SELECT gen_random_uuid(),
       kind,
       (CASE kind
           WHEN 'ANSWER_QUIZ' THEN
               '{"id":"00000000-0000-4000-8000-0000000000' || lpad((n % 50)::text, 2, '0') ||
               '","question":"Which food holds much iron?","answerID":' || n % 3 + 1 ||
               ',"emoji":"x","answer":"Green leaves","isCorrect":' || (n % 3 = 1)::text ||
               ',"response":"Well done, that is right.","userID":"' || person || '","utcDateTime":"2026-01-01T08:00:00.000Z"}'
           WHEN 'ANSWER_SURVEY' THEN
               '{"id":"00000000-0000-4000-8000-00000000030' || n / 10 % 3 + 1 || '","user_id":"' || person ||
               '","isCompleted":true,"isSurveyAnswered":true,"live":true,"questions":[{"questionId":"1","question":"Do you?","answerID":"option1","answer":"Yes","response":"","isMultiple":true}],"utcDateTime":"2026-01-01T08:00:00.000Z"}'
           ELSE '{"locale":"ne"}'
       END)::json,
       ('{"date":"2026-01-01T08:00:00.000Z","user":"' || person || '","deviceId":"00000000-0000-4000-8000-000000000000"}')::json,
       person,
       now() - (n % 63072000) * interval '1 second'
FROM (
    SELECT n,
           (ARRAY['ANSWER_SURVEY', 'SET_LOCALE', 'SET_THEME', 'SHARE_APP', 'ANSWER_QUIZ', 'ANSWER_QUIZ',
                  'ANSWER_QUIZ', 'ANSWER_QUIZ', 'ANSWER_QUIZ', 'ANSWER_QUIZ'])[n % 10 + 1] AS kind,
           left(encode(sha256(('account-' || (n * 7919 % :accounts + 1))::bytea), 'hex'), 32)::uuid::text AS person
    FROM generate_series(:first::bigint, :last::bigint) AS n
    OFFSET 0
) AS event;
