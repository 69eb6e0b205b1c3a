INSERT INTO quiz (id, topic, question, option1, option2, option3, right_answer, wrong_answer_response,
                  right_answer_response, "isAgeRestricted", live, date_created, lang, "ageRestrictionLevel", "contentFilter") VALUES
    ('40000000-0000-4000-8000-000000000003', 'Cherry', 'Last by topic?', 'yes', 'no', '', '1', 'no', 'yes', true, true, '2024-03-05 10:20:30.12', 'en', 12, 0),
    ('40000000-0000-4000-8000-000000000002', 'Apple', 'Second of its topic?', 'a', 'b', 'c', '3', 'wrong 😕', 'right 🎉', false, true, '2024-03-05', 'en', 0, 1),
    ('40000000-0000-4000-8000-000000000001', 'Apple', 'First of its topic?', 'a', 'b', 'c', '2', '', '', NULL, true, '2024-03-05', 'en', 0, 0),
    ('40000000-0000-4000-8000-000000000004', 'Banana', 'Not live?', 'a', 'b', 'c', '1', '', '', false, false, '2024-03-05', 'en', 0, 0),
    ('40000000-0000-4000-8000-000000000005', 'Banana', 'An odd answer?', 'a', 'b', 'c', 'Option1', '', '', false, true, '2024-03-05', 'en', 0, 0),
    ('40000000-0000-4000-8000-000000000006', 'विषय', 'प्रश्न?', 'हो', 'होइन', 'थाहा छैन', '1', 'होइन', 'हो', false, true, '2024-03-05', 'ne', 0, 0);
