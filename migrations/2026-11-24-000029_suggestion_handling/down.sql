DROP TABLE IF EXISTS answer_template_text;
DROP TABLE IF EXISTS answer_template;
DROP TABLE IF EXISTS suggestion_note;
DROP TABLE IF EXISTS suggestion_handling;
