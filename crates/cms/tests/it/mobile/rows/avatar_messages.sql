INSERT INTO avatar_messages (id, content, live, lang) VALUES
    ('e0000000-0000-4000-8000-000000000002', 'Drink some water 💧', true, 'en'),
    ('e0000000-0000-4000-8000-000000000001', 'Hello!', true, 'en'),
    ('e0000000-0000-4000-8000-000000000003', 'Not live', false, 'en'),
    ('e0000000-0000-4000-8000-000000000004', 'नमस्ते!', true, 'ne'),
    ('e0000000-0000-4000-8000-000000000005', 'A language with a slash', true, 'zh/TW'),
    ('e0000000-0000-4000-8000-000000000006', 'A language with a plus and a per cent', true, 'a+b%20c');
