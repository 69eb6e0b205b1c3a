DROP TRIGGER IF EXISTS record_survey_completion ON app_event;
DROP FUNCTION IF EXISTS record_survey_completion();
DROP FUNCTION IF EXISTS survey_answered_in(text, json);
DROP TABLE IF EXISTS survey_completion;
