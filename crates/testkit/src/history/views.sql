-- The two views over app_event, made by the first files and by the all-in-one script alike.

CREATE VIEW answered_quizzes AS
SELECT payload ->> 'id' AS id,
       payload ->> 'question' AS question,
       payload ->> 'isCorrect' AS isCorrect,
       payload ->> 'answerID' AS answerID,
       payload ->> 'answer' AS answer,
       payload ->> 'utcDateTime' AS date
  FROM app_event
 WHERE type = 'ANSWER_QUIZ';

CREATE VIEW answered_surveys AS
SELECT payload ->> 'id' AS id,
       payload ->> 'questions' AS question,
       payload ->> 'answerID' AS answerID,
       payload ->> 'answer' AS answer,
       payload ->> 'utcDateTime' AS date,
       payload ->> 'isCompleted' AS isCompleted,
       payload ->> 'isSurveyAnswered' AS isSurveyAnswered,
       payload ->> 'user_id' AS user_id,
       payload ->> 'questions' AS questions
  FROM app_event
 WHERE type = 'ANSWER_SURVEY';
