-- Which rows say the same thing in another language. The tables that the app reads know nothing
-- of this: there, every language has rows of its own.
--
-- One row here for each row of content that is in a pair; two rows with the same `pair` belong
-- together. The row of content may be missing: still a draft, or in the trash.
CREATE TABLE IF NOT EXISTS translation (
    item_table text NOT NULL,
    -- The key as text.
    item_id text NOT NULL,
    lang text NOT NULL,
    pair uuid NOT NULL,
    linked_at timestamptz NOT NULL DEFAULT now(),
    linked_by_id integer,
    linked_by text NOT NULL,
    -- When somebody last said that this row says what the other one says: digests of the texts
    -- of both as they were then, and both as they were, for showing what has changed since.
    source_hash text,
    own_hash text,
    source json,
    own json,
    done_at timestamptz,
    done_by_id integer,
    done_by text,
    -- The draft whose text it was said of; the digest follows it until it is published.
    done_draft uuid,
    PRIMARY KEY (item_table, item_id),
    CONSTRAINT translation_one_of_each_language UNIQUE (pair, lang)
);
COMMENT ON COLUMN translation.source_hash IS 'Digest of the other row''s published text; NULL as long as nobody has said so';
