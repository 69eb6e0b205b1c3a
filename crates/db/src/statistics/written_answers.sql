-- By the index over the completions of a survey that count.
SELECT answer.question, btrim(answer.response) AS text
  FROM survey_completion AS counting
  JOIN app_event AS event ON event.id = counting.counted_event,
       survey_answers_in(event.payload) AS answer
 WHERE counting.survey_id = $1
   AND counting.counted_event IS NOT NULL
   AND answer.choice = 'text'
   AND btrim(answer.response) <> ''
 ORDER BY answer.question, lower(btrim(answer.response)), 2
 LIMIT $2
