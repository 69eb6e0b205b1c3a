-- Categories and subcategories are referred to by their ids as text. Their language is not
-- compared: the original did not, and an article must not vanish because of it.
SELECT
    article.id,
    category.title AS category_title,
    category.id AS category_id,
    subcategory.title AS subcategory_title,
    subcategory.id AS subcategory_id,
    article.article_heading AS heading,
    article.article_text AS text,
    category.primary_emoji,
    category.primary_emoji_name,
    article."voiceOverKey" AS voice_over_key,
    article."isAgeRestricted" AS is_age_restricted,
    -- NULL, possible on some installations, means 0 to the app.
    COALESCE(article."ageRestrictionLevel", 0) AS age_restriction_level,
    COALESCE(article."contentFilter", 0) AS content_filter,
    article.lang
FROM article
JOIN category ON category.id::text = article.category
JOIN subcategory ON subcategory.id::text = article.subcategory
WHERE article.live
-- The id breaks ties, so that equal content always gives equal bytes.
ORDER BY category."sortingKey", subcategory."sortingKey", article."sortingKey", article.id
