-- Accounts of each kind: all, saved since $1, until $2, and between the two.
SELECT age_group, gender, location, country, province,
       sum(users)::bigint AS always,
       coalesce(sum(users) FILTER (WHERE saved_day >= $1::date), 0)::bigint AS since,
       coalesce(sum(users) FILTER (WHERE saved_day <= $2::date AND saved_day > '-infinity'), 0)::bigint AS until,
       coalesce(sum(users) FILTER (WHERE saved_day BETWEEN $1::date AND $2::date), 0)::bigint AS between
  FROM user_count
 GROUP BY age_group, gender, location, country, province
