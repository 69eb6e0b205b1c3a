-- Notifications of the language $1, of both services: those of ours by their delivery, which
-- also knows what the original's table cannot say, and those that only the original's table has.
-- $2 is one id or NULL, $3 a pattern, $4 and $5 the page, $6 a draft or NULL. Tests are listed
-- with their draft alone.
SELECT id, title, content, lang, state, attempts, error, job_id, creator, at, date_sent,
       due_at, draft_id, topic, count(*) OVER () AS total
  FROM (
    SELECT delivery.id, delivery.title, delivery.content, delivery.lang,
           CASE
               WHEN delivery.state = 'waiting' AND coalesce(job.state, 'cancelled') = 'cancelled'
                   THEN 'cancelled'
               WHEN delivery.state = 'waiting' AND job.state = 'failed' THEN 'failed'
               WHEN delivery.state = 'sending'
                    AND coalesce(job.state, 'failed') NOT IN ('queued', 'running') THEN 'unknown'
               ELSE delivery.state
           END AS state,
           delivery.attempts, delivery.error, delivery.job_id, delivery.creator,
           coalesce(delivery.sent_at, delivery.created_at) AS at, NULL::text AS date_sent,
           delivery.due_at, delivery.draft_id, delivery.topic
      FROM push_delivery AS delivery
      LEFT JOIN job ON job.id = delivery.job_id
     WHERE ($6 IS NOT NULL OR delivery.lang = $1) AND ($2 IS NULL OR delivery.id = $2)
       AND ($6 IS NULL OR delivery.draft_id = $6)
       AND ($2 IS NOT NULL OR $6 IS NOT NULL OR delivery.topic IS NULL)
       AND delivery.removed_at IS NULL
       -- The record of a sent one is its row in notification: whoever deletes that removes it.
       AND (delivery.state <> 'sent' OR delivery.topic IS NOT NULL
            OR EXISTS (SELECT FROM notification WHERE notification.id = delivery.id))
    UNION ALL
    SELECT notification.id, notification.title, notification.content, notification.lang,
           'sent-by-original', 1, NULL, NULL, NULL, NULL, notification.date_sent, NULL, NULL, NULL
      FROM notification
     WHERE notification.lang = $1 AND ($2 IS NULL OR notification.id = $2) AND $6 IS NULL
       AND NOT EXISTS (SELECT FROM push_delivery WHERE push_delivery.id = notification.id)
  ) AS known
 WHERE title ILIKE $3 OR content ILIKE $3
 ORDER BY id DESC
 LIMIT $4 OFFSET $5
