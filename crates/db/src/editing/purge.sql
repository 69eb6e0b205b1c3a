-- One batch of deletions that are too old to be undone. Their rows' whole history goes; an
-- item that was deleted, brought back and deleted again has only its last deletion open.
WITH old AS (
    SELECT id, item_table, item_id, before
      FROM revision
     WHERE action = 'delete' AND settled_at IS NULL
       AND at <= now() - make_interval(days => $1)
     ORDER BY id
     LIMIT 500
     FOR UPDATE SKIP LOCKED
), gone AS (
    DELETE FROM revision
     USING old
     WHERE revision.item_table = old.item_table AND revision.item_id = old.item_id
       AND revision.id <= old.id
)
SELECT CASE item_table WHEN 'article' THEN before ->> 'voiceOverKey' END AS voice_over_key FROM old
