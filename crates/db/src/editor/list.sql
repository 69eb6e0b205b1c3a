-- $1 text, $2 roles, $3 language, $4 within, $5 deactivated; NULL or empty filters nothing.
WITH people AS (
    SELECT
        "user".id,
        username,
        type AS role,
        lang,
        date_created,
        last_sign_in_at,
        deactivated_at IS NOT NULL AS deactivated,
        totp_confirmed_at IS NOT NULL AS has_totp,
        -- What is not said is as for the original: everything for superAdmins, else the one.
        CASE
            WHEN type = 'superAdmin' THEN '{en,ne}'::text[]
            WHEN cardinality(array_remove(languages, NULL)) > 0 THEN array_remove(languages, NULL)
            WHEN lang IN ('en', 'ne') THEN ARRAY[lang::text]
            ELSE '{en}'::text[]
        END AS languages
    FROM "user" LEFT JOIN editor ON editor.user_id = "user".id
)
SELECT *, count(*) OVER () AS total
FROM people
WHERE ($1 IS NULL OR position(lower($1) IN lower(username)) > 0)
    AND (cardinality($2) = 0 OR role = ANY($2))
    AND ($3 IS NULL OR $3 = ANY(languages))
    AND ($4 IS NULL OR languages <@ $4)
    AND ($5 IS NULL OR deactivated = $5)
