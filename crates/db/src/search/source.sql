-- Everything that is searched: each row, the newest version of each text, and each draft, as
-- JSON with a digest. The code of its language is the key of what that has one of.
SELECT 'article' AS item_table, id::text AS item_id, false AS is_draft, lang, row_to_json(item)::text AS json FROM article AS item
UNION ALL SELECT 'category', id::text, false, lang, row_to_json(item)::text FROM category AS item
UNION ALL SELECT 'subcategory', id::text, false, lang, row_to_json(item)::text FROM subcategory AS item
UNION ALL SELECT 'video', id::text, false, lang, row_to_json(item)::text FROM video AS item
UNION ALL SELECT 'quiz', id::text, false, lang, row_to_json(item)::text FROM quiz AS item
UNION ALL SELECT 'did_you_know', id::text, false, lang, row_to_json(item)::text FROM did_you_know AS item
UNION ALL SELECT 'avatar_messages', id::text, false, lang, row_to_json(item)::text FROM avatar_messages AS item
UNION ALL SELECT 'help_center', id::text, false, lang, row_to_json(item)::text FROM help_center AS item
UNION ALL SELECT 'help_center_attribute', id::text, false, lang, row_to_json(item)::text FROM help_center_attribute AS item
UNION ALL SELECT 'survey', id::text, false, lang, row_to_json(item)::text FROM (
    SELECT survey.*, (
        -- Without the jumps: an old row may hold JSON there that nothing can read.
        SELECT json_agg(json_build_object('question', asked.question, 'option1', option1,
                   'option2', option2, 'option3', option3, 'option4', option4, 'option5', option5)
                   ORDER BY length(sort_number), sort_number, asked.id)
          FROM question AS asked WHERE asked."surveyId" = survey.id) AS questions
      FROM survey) AS item
UNION ALL SELECT 'about', lang, false, lang, row_to_json(item)::text FROM about AS item
     WHERE id = (SELECT max(newer.id) FROM about AS newer WHERE newer.lang = item.lang)
UNION ALL SELECT 'privacy_policy', lang, false, lang, row_to_json(item)::text FROM privacy_policy AS item
     WHERE id = (SELECT max(newer.id) FROM privacy_policy AS newer WHERE newer.lang = item.lang)
UNION ALL SELECT 'terms_and_conditions', lang, false, lang, row_to_json(item)::text FROM terms_and_conditions AS item
     WHERE id = (SELECT max(newer.id) FROM terms_and_conditions AS newer WHERE newer.lang = item.lang)
UNION ALL SELECT 'notification', id::text, false, lang, row_to_json(item)::text FROM notification AS item
UNION ALL SELECT 'permanent_notification', id::text, false, lang, row_to_json(item)::text FROM permanent_notification AS item
UNION ALL SELECT item_table, item_id, true, lang, "values"::text FROM draft
     WHERE item_table <> 'about_banner'
