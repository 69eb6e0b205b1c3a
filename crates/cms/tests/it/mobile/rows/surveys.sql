INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response, live, date_created, lang,
                    is_multiple, "isAgeRestricted", "ageRestrictionLevel", "contentFilter") VALUES
    ('30000000-0000-4000-8000-000000000001', 'Second by question?', 'A', 'B', '', '', '', 'thanks', true, '2022-03-05 10:20:30', 'en', false, false, 0, 0),
    ('30000000-0000-4000-8000-000000000002', 'First by question?', 'A', 'B', 'C', 'D', 'E', '', true, '2022-03-06', 'en', NULL, NULL, 15, 1),
    ('30000000-0000-4000-8000-000000000003', '', '', '', '', '', '', '', true, '2024-03-05', 'en', true, false, 0, 0),
    ('30000000-0000-4000-8000-000000000004', 'Not live?', 'A', 'B', '', '', '', '', false, '2022-03-05', 'en', true, false, 0, 0),
    ('30000000-0000-4000-8000-000000000005', 'पुरानो प्रश्न?', 'हो', 'होइन', '', '', '', 'धन्यवाद', true, 'infinity', 'ne', true, true, 0, 0);
