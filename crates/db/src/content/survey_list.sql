-- The surveys of a language as editors see them: a survey is called by its first question, an
-- old one by the question in its own row. $1 language, $2 pattern, $3 live, $4 offered now,
-- $5 age level, $6 content filter, $7 limit, $8 offset; an empty text takes all.
SELECT survey.id, survey.date_created, survey.live,
       coalesce(survey."isAgeRestricted", true) AS is_age_restricted,
       coalesce(survey."ageRestrictionLevel", 0) AS age_restriction_level,
       coalesce(survey."contentFilter", 0) AS content_filter,
       coalesce(asked.first, survey.question) AS name,
       asked.number AS questions,
       survey.question <> '' AS is_old,
       coalesce(answered.people, 0) AS people,
       count(*) OVER () AS total
  FROM survey
  CROSS JOIN LATERAL (
       SELECT count(DISTINCT question.id) AS number,
              (array_agg(question.question ORDER BY length(sort_number), sort_number))[1] AS first,
              string_agg(question.question, E'\n') AS texts
         FROM question
        WHERE question."surveyId" = survey.id) AS asked
  CROSS JOIN LATERAL (
       SELECT count(*) AS people
         FROM survey_completion
        WHERE survey_completion.survey_id = replace(survey.id::text, '-', '')) AS answered
 WHERE survey.lang = $1
   AND ($2 = '' OR asked.texts ILIKE $2 OR survey.question ILIKE $2)
   AND ($3 = '' OR survey.live::text = $3)
   AND ($4 = '' OR (survey.date_created BETWEEN now() - interval '1 month' AND now())::text = $4)
   AND ($5 = '' OR coalesce(survey."ageRestrictionLevel", 0)::text = $5)
   AND ($6 = '' OR coalesce(survey."contentFilter", 0)::text = $6)
