INSERT INTO video (id, title, "youtubeId", live, lang) VALUES
    ('b0000000-0000-4000-8000-000000000002', 'Second', 'x', true, 'en'),
    ('b0000000-0000-4000-8000-000000000001', 'First', NULL, false, 'en');
-- Most items have no restriction at all, one has half of it.
UPDATE article SET "ageRestrictionLevel" = 15 WHERE article_heading = 'A';
