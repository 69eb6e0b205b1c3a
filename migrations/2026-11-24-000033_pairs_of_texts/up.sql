-- About, privacy policy and terms: each language has one of each, named by its code, so their
-- pairs are known before anybody links them.
INSERT INTO translation (item_table, item_id, lang, pair, linked_by)
SELECT text, lang, lang, md5(text)::uuid, ''
  FROM unnest(ARRAY['about', 'privacy_policy', 'terms_and_conditions']) AS text,
       unnest(ARRAY['en', 'ne']) AS lang
    ON CONFLICT DO NOTHING;
