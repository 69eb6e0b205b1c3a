SELECT source.item_table, source.item_id AS source_id, source.heading AS source_heading,
       source.live AS source_live, source.digest AS source_digest, origin.pair,
       made.item_id AS target_id, target.heading AS target_heading, target.live AS target_live,
       made.source_hash AS made_from, origin.own_hash AS declared_equal,
       made.done_at, made.done_by,
       draft.state AS draft_state, draft.editor_name AS draft_editor
  FROM item AS source
  LEFT JOIN translation AS origin
    ON origin.item_table = source.item_table AND origin.item_id = source.item_id
  LEFT JOIN translation AS made ON made.pair = origin.pair AND made.lang = $1
  LEFT JOIN item AS target
    ON target.item_table = made.item_table AND target.item_id = made.item_id AND target.lang = $1
  LEFT JOIN draft ON draft.item_table = made.item_table AND draft.item_id = made.item_id
 WHERE source.lang = $2
   AND ($3 IS NULL OR source.item_id = $3 OR made.item_id = $3)
 ORDER BY CASE source.item_table
