INSERT INTO video (id, title, "youtubeId", "assetName", live, date_created, lang, "sortingKey") VALUES
    ('70000000-0000-4000-8000-000000000001', 'On YouTube', 'abc_-123', NULL, true, '2024-03-05 10:20:30.123456', 'en', 9),
    ('70000000-0000-4000-8000-000000000002', 'In the app', NULL, 'asset_name', true, '2024-03-05', 'en', -1),
    ('70000000-0000-4000-8000-000000000003', 'Nowhere', '', '', true, '1969-12-31 23:59:59.9999', 'en', 9),
    ('70000000-0000-4000-8000-000000000004', 'Not live', NULL, NULL, false, '2024-03-05', 'en', 0),
    ('70000000-0000-4000-8000-000000000005', 'At the end of time', NULL, NULL, true, 'infinity', 'en', 10),
    ('70000000-0000-4000-8000-000000000006', 'भिडियो', NULL, 'asset', true, '2024-02-29 00:00:00.001', 'ne', 1);
