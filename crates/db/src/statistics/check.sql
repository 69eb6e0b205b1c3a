-- Kinds of events whose counts are not those of the events: each event is counted in exactly one
-- row without a question.
WITH counted AS (
    SELECT kind, sum(events) AS events
      FROM (SELECT kind, question, events FROM event_count
             UNION ALL
            SELECT kind, question, events FROM event_count_fresh) AS every
     WHERE question = ''
     GROUP BY kind
), stored AS (
    SELECT kind, sum(events) AS events
      FROM (SELECT CASE type WHEN 'ANSWER_QUIZ' THEN 'quiz' WHEN 'ANSWER_SURVEY' THEN 'survey' ELSE 'share' END AS kind,
                   count(*) AS events
              FROM app_event
             WHERE type IN ('ANSWER_QUIZ', 'ANSWER_SURVEY', 'SHARE_APP')
             GROUP BY type
             UNION ALL
            SELECT kind, sum(events) FROM event_count_gone WHERE question = '' GROUP BY kind) AS every
     GROUP BY kind
)
SELECT kind, coalesce(counted.events, 0)::bigint AS counted, coalesce(stored.events, 0)::bigint AS stored
  FROM counted FULL JOIN stored USING (kind)
 WHERE coalesce(counted.events, 0) <> coalesce(stored.events, 0)
 ORDER BY kind
