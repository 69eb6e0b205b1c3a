-- Of those who answered last, by the index over the completions of a survey that count: every
-- answer has to be taken apart, and a survey may have hundreds of thousands.
SELECT answer.question, btrim(answer.response) AS text
  FROM (SELECT counted_event
          FROM survey_completion
         WHERE survey_id = $1 AND counted_event IS NOT NULL
         ORDER BY counted_event DESC
         LIMIT $2) AS counting
  JOIN app_event AS event ON event.id = counting.counted_event,
       survey_answers_in(event.payload) AS answer
 WHERE answer.choice = 'text'
   AND btrim(answer.response) <> ''
 ORDER BY answer.question, lower(btrim(answer.response)), 2
