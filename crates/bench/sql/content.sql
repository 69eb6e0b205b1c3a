-- Content in one language: some 230 KB of articles, fifty quizzes, ten short messages, three surveys.

CREATE TEMPORARY TABLE word (number serial, text text);
INSERT INTO word (text)
SELECT unnest(string_to_array(
    'महिनावारी शरीर दिन पानी खाना फलाम हरियो साग सफा प्याड धुनु घाम सुकाउनु आमा दिदी साथी विद्यालय शिक्षक '
    'डर लाज दुखाइ पेट तातो आराम व्यायाम निद्रा चक्र हप्ता महिना सुरु अन्त्य रगत सामान्य फरक हुन सक्छ '
    'डाक्टर स्वास्थ्य केन्द्र सोध्नु कुरा गर्नु मन परिवर्तन किशोरी उमेर वर्ष पहिलो पटक तयार झोला कपडा साबुन '
    'हात धुनुहोस् बारी घर परिवार सम्मान अधिकार सुरक्षित भावना रिस खुशी', ' '));

INSERT INTO category (id, title, primary_emoji, primary_emoji_name, lang)
SELECT ('00000000-0000-4000-8000-0000000001' || lpad(n::text, 2, '0'))::uuid, 'विषय ' || n, '🌱', 'seedling', 'ne'
FROM generate_series(1, 4) AS n;

INSERT INTO subcategory (id, title, parent_category, lang)
SELECT ('00000000-0000-4000-8000-0000000002' || lpad(n::text, 2, '0'))::uuid, 'उपविषय ' || n,
       '00000000-0000-4000-8000-0000000001' || lpad((n % 4 + 1)::text, 2, '0'), 'ne'
FROM generate_series(1, 12) AS n;

-- The words of an article are picked by a hash of its number, so that every run has the same.
INSERT INTO article (id, category, subcategory, article_heading, article_text, live, lang)
SELECT md5('article-' || n)::uuid,
       '00000000-0000-4000-8000-0000000001' || lpad((n % 12 % 4 + 1)::text, 2, '0'),
       '00000000-0000-4000-8000-0000000002' || lpad((n % 12 + 1)::text, 2, '0'),
       'लेख ' || n,
       (SELECT string_agg(word.text, ' ' ORDER BY place)
          FROM generate_series(1, 90) AS place
          JOIN word ON word.number = abs(hashint4(n * 1000 + place)) % (SELECT count(*) FROM word) + 1),
       true, 'ne'
FROM generate_series(1, 120) AS n;

-- The quizzes that the events of sql/events.sql answer.
INSERT INTO quiz (id, topic, question, option1, option2, option3, right_answer, wrong_answer_response,
                  right_answer_response, live, lang)
SELECT ('00000000-0000-4000-8000-0000000000' || lpad(n::text, 2, '0'))::uuid, 'खाना', 'प्रश्न ' || n,
       'हो', 'होइन', 'थाहा छैन', '2', 'फेरि सोच', 'ठीक', true, 'ne'
FROM generate_series(0, 49) AS n;

INSERT INTO avatar_messages (id, content, live, lang)
SELECT md5('message-' || n)::uuid, 'आज पानी पिउन नबिर्सनुहोस् ' || n, true, 'ne' FROM generate_series(1, 10) AS n;

INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response, live, date_created, lang, "isAgeRestricted")
SELECT ('00000000-0000-4000-8000-00000000030' || n)::uuid, '', '', '', '', '', '', '', true, now() - interval '1 day', 'ne', false
FROM generate_series(1, 3) AS n;

INSERT INTO question (id, question, option1, option2, option3, option4, option5, response, is_multiple, next_question, sort_number, "surveyId")
SELECT md5('question-' || survey || '-' || n)::uuid, 'प्रश्न ' || n, 'हो', 'होइन', 'थाहा छैन', '', '', 'धन्यवाद', true,
       '{"option1":"","option2":"","option3":""}', n::text, ('00000000-0000-4000-8000-00000000030' || survey)::uuid
FROM generate_series(1, 3) AS survey, generate_series(1, 4) AS n;
