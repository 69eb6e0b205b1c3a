INSERT INTO did_you_know (id, title, content, "isAgeRestricted", live, lang, "ageRestrictionLevel", "contentFilter") VALUES
    ('d0000000-0000-4000-8000-000000000001', 'Cherry', 'third', false, true, 'en', 0, 0),
    ('d0000000-0000-4000-8000-000000000003', 'Apple', E'second\r\nof two lines', true, true, 'en', 18, 0),
    ('d0000000-0000-4000-8000-000000000002', 'Apple', 'first <i>by id</i>', NULL, true, 'en', 0, 2),
    ('d0000000-0000-4000-8000-000000000004', 'Banana', 'not live', false, false, 'en', 0, 0),
    ('d0000000-0000-4000-8000-000000000005', 'तथ्य', 'के तपाईंलाई थाहा छ? 🌸', false, true, 'ne', 0, 0);
