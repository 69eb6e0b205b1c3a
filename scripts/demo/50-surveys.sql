-- Two surveys of today's kind with their questions, and one of the old kind, which is a
-- single question in the survey's own row. The app receives surveys for a month from
-- "date_created", so they are as old as the day of seeding.

INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response,
  is_multiple, live, date_created, lang, "isAgeRestricted") VALUES
('60000000-0000-4000-8000-000000000101', '', '', '', '', '', '', '', true, true, now(), 'en', false),
('60000000-0000-4000-8000-000000000102', '', '', '', '', '', '', '', true, true, now(), 'en', false),
('60000000-0000-4000-8000-000000000103', 'How did you hear about this app?', 'From a friend', 'At school', 'At home', 'Elsewhere', '', 'Thank you for telling us!', true, true, now(), 'en', false),
('60000000-0000-4000-8000-000000000201', '', '', '', '', '', '', '', true, true, now(), 'ne', false),
('60000000-0000-4000-8000-000000000202', '', '', '', '', '', '', '', true, true, now(), 'ne', false),
('60000000-0000-4000-8000-000000000203', 'यो एपबारे कसरी थाहा पायौ?', 'साथीबाट', 'विद्यालयमा', 'घरमा', 'अन्यत्र', '', 'बताएकोमा धन्यवाद!', true, true, now(), 'ne', false)
ON CONFLICT (id) DO NOTHING;

-- "next_question" says where each answer leads: questions count from 1, and an empty text
-- means the following one. A question that is not "is_multiple" takes free text. The table
-- has no key, so existing rows are looked for by id.
INSERT INTO question (id, question, option1, option2, option3, option4, option5, response,
  is_multiple, next_question, sort_number, "surveyId")
SELECT id::uuid, question, option1, option2, option3, option4, option5, '', is_multiple,
  next_question::json, sort_number, survey::uuid
FROM (VALUES
('61000000-0000-4000-8000-000000000101', 'Did you miss school during your last period?', 'Yes', 'No', '', '', '', true,
 '{"option1":"2","option2":"3","option3":"","option4":"","option5":""}', '0', '60000000-0000-4000-8000-000000000101'),
('61000000-0000-4000-8000-000000000102', 'What kept you at home?', 'Pain', 'No clean toilet', 'No pads', 'Custom at home', 'Something else', true,
 '{"option1":"3","option2":"3","option3":"3","option4":"3","option5":"3"}', '1', '60000000-0000-4000-8000-000000000101'),
('61000000-0000-4000-8000-000000000103', 'Is there somebody you can talk to about periods?', 'Yes', 'No', 'Not sure', '', '', true,
 '{"option1":"5","option2":"4","option3":"4","option4":"","option5":""}', '2', '60000000-0000-4000-8000-000000000101'),
('61000000-0000-4000-8000-000000000104', 'Whom would you like to be able to ask?', 'My family', 'A teacher', 'A health worker', 'A friend', '', true,
 '{"option1":"5","option2":"5","option3":"5","option4":"5","option5":""}', '3', '60000000-0000-4000-8000-000000000101'),
('61000000-0000-4000-8000-000000000105', 'What would make period days easier at school?', '', '', '', '', '', false,
 '{"option1":"","option2":"","option3":"","option4":"","option5":""}', '4', '60000000-0000-4000-8000-000000000101'),
('61000000-0000-4000-8000-000000000106', 'How easy is it to note your period?', 'Easy', 'So-so', 'Hard', '', '', true,
 '{"option1":"3","option2":"3","option3":"2","option4":"","option5":""}', '0', '60000000-0000-4000-8000-000000000102'),
('61000000-0000-4000-8000-000000000107', 'What is hard about it?', '', '', '', '', '', false,
 '{"option1":"3","option2":"3","option3":"3","option4":"3","option5":"3"}', '1', '60000000-0000-4000-8000-000000000102'),
('61000000-0000-4000-8000-000000000108', 'Which part do you use most?', 'Calendar', 'Articles', 'Quizzes', 'Facts', '', true,
 '{"option1":"","option2":"","option3":"","option4":"","option5":""}', '2', '60000000-0000-4000-8000-000000000102'),
('61000000-0000-4000-8000-000000000201', 'अघिल्लो महिनावारीमा विद्यालय छुट्यो?', 'छुट्यो', 'छुटेन', '', '', '', true,
 '{"option1":"2","option2":"3","option3":"","option4":"","option5":""}', '0', '60000000-0000-4000-8000-000000000201'),
('61000000-0000-4000-8000-000000000202', 'घरमै बस्नुपर्ने कारण के थियो?', 'दुखाइ', 'सफा चर्पी नहुनु', 'प्याड नहुनु', 'घरको चलन', 'अरू नै कारण', true,
 '{"option1":"3","option2":"3","option3":"3","option4":"3","option5":"3"}', '1', '60000000-0000-4000-8000-000000000201'),
('61000000-0000-4000-8000-000000000203', 'महिनावारीबारे कुरा गर्ने कोही छ?', 'छ', 'छैन', 'थाहा छैन', '', '', true,
 '{"option1":"5","option2":"4","option3":"4","option4":"","option5":""}', '2', '60000000-0000-4000-8000-000000000201'),
('61000000-0000-4000-8000-000000000204', 'कोसँग सोध्न पाए राम्रो हुन्थ्यो?', 'परिवार', 'शिक्षक', 'स्वास्थ्यकर्मी', 'साथी', '', true,
 '{"option1":"5","option2":"5","option3":"5","option4":"5","option5":""}', '3', '60000000-0000-4000-8000-000000000201'),
('61000000-0000-4000-8000-000000000205', 'विद्यालयमा के भए ती दिन सजिला हुन्थे?', '', '', '', '', '', false,
 '{"option1":"","option2":"","option3":"","option4":"","option5":""}', '4', '60000000-0000-4000-8000-000000000201'),
('61000000-0000-4000-8000-000000000206', 'आफ्नो महिनावारी टिप्न कत्तिको सजिलो छ?', 'सजिलो', 'ठीकै', 'गाह्रो', '', '', true,
 '{"option1":"3","option2":"3","option3":"2","option4":"","option5":""}', '0', '60000000-0000-4000-8000-000000000202'),
('61000000-0000-4000-8000-000000000207', 'के कुरा गाह्रो लाग्छ?', '', '', '', '', '', false,
 '{"option1":"3","option2":"3","option3":"3","option4":"3","option5":"3"}', '1', '60000000-0000-4000-8000-000000000202'),
('61000000-0000-4000-8000-000000000208', 'एपको कुन भाग धेरै चलाउँछौ?', 'पात्रो', 'लेख', 'हाजिरीजवाफ', 'रोचक तथ्य', '', true,
 '{"option1":"","option2":"","option3":"","option4":"","option5":""}', '2', '60000000-0000-4000-8000-000000000202')
) AS demo (id, question, option1, option2, option3, option4, option5, is_multiple, next_question, sort_number, survey)
WHERE NOT EXISTS (SELECT FROM question WHERE question.id = demo.id::uuid);
