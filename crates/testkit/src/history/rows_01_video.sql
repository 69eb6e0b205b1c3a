INSERT INTO video (id, title, "youtubeId", "assetName", live, parent_category, lang) VALUES
    ('b0000000-0000-4000-8000-000000000002', 'Second', 'x', NULL, true, '50000000-0000-4000-8000-000000000003', 'en'),
    ('b0000000-0000-4000-8000-000000000001', 'First', NULL, 'a', false, '', 'en');
