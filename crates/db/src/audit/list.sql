-- $1 act, $2 editor, $3 text, $4 from, $5 until, $6 skip, $7 limit; NULL filters nothing.
SELECT id, at, editor_id, editor_name, act, item, detail, count(*) OVER () AS total
FROM audit_entry
WHERE ($1 IS NULL OR act = $1)
    AND ($2 IS NULL OR editor_name = $2)
    AND ($3 IS NULL OR position(lower($3) IN lower(item || ' ' || detail)) > 0)
    AND ($4 IS NULL OR at >= $4)
    AND ($5 IS NULL OR at < $5)
ORDER BY id DESC
LIMIT $7 OFFSET $6
