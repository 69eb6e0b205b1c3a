-- By the index on survey_in(payload).
SELECT btrim(answer.response) AS text
  FROM app_event AS event,
       survey_answered_in(event.user_id, event.payload) AS answered,
       survey_answers_in(event.payload) AS answer
 WHERE event.type = 'ANSWER_SURVEY'
   AND survey_in(event.payload) = $1
   AND EXISTS (SELECT FROM survey_completion AS counting
                WHERE counting.user_id = answered.person AND counting.survey_id = answered.survey
                  AND counting.counted_event = event.id)
   AND answer.question = $2
   AND answer.choice = 'text'
   AND btrim(answer.response) <> ''
 ORDER BY lower(btrim(answer.response)), 1
 LIMIT $3
