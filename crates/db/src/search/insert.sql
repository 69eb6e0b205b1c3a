INSERT INTO search_entry (item_table, item_id, is_draft, lang, digest, heading, body, folded,
                          words, live, lacks_audio, too_long)
SELECT item_table, item_id, is_draft, lang, digest, heading, body, folded,
       setweight(to_tsvector(configuration::regconfig, heading), 'A')
           || setweight(to_tsvector(configuration::regconfig, body), 'C'),
       live, lacks_audio, too_long
  FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       AS made (item_table, item_id, is_draft, lang, digest, heading, body, folded,
                configuration, live, lacks_audio, too_long)
ON CONFLICT (item_table, item_id, is_draft) DO UPDATE
   SET lang = excluded.lang, digest = excluded.digest, heading = excluded.heading,
       body = excluded.body, folded = excluded.folded, words = excluded.words,
       live = excluded.live, lacks_audio = excluded.lacks_audio, too_long = excluded.too_long
