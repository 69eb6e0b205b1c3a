-- The columns that the original service gained over the years. There is no record of which
-- of its files an installation has run, so each column is looked for by name. Nothing here
-- relies on positions: installations differ in the order of their columns.
--
-- Values that exist stay as they are, with the exceptions said below. Constraints of existing
-- columns are not tightened, because nothing ever validated the rows.

-- Accounts that exist already keep NULL dates: nobody knows when they signed up.
-- An avatar that is there is never rewritten; NULL means "none chosen" to the app.
ALTER TABLE oky_user
    ADD COLUMN IF NOT EXISTS date_signed_up timestamp,
    ADD COLUMN IF NOT EXISTS date_account_saved timestamp,
    ADD COLUMN IF NOT EXISTS metadata json DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS avatar json;
ALTER TABLE oky_user ALTER COLUMN date_account_saved SET DEFAULT now();

-- A default that is different for each row makes PostgreSQL rewrite the table in the order
-- of its heap, so existing rows are numbered in the order in which the app showed them.
ALTER TABLE category
    ADD COLUMN IF NOT EXISTS "sortingKey" integer NOT NULL DEFAULT nextval('category_sorting_key');
ALTER TABLE subcategory
    ADD COLUMN IF NOT EXISTS "sortingKey" integer NOT NULL DEFAULT nextval('subcategory_sorting_key');
ALTER TABLE video
    ADD COLUMN IF NOT EXISTS "sortingKey" integer NOT NULL DEFAULT nextval('video_sorting_key');
ALTER TABLE article
    ADD COLUMN IF NOT EXISTS "sortingKey" integer NOT NULL DEFAULT nextval('article_sorting_key'),
    ADD COLUMN IF NOT EXISTS "voiceOverKey" text,
    ADD COLUMN IF NOT EXISTS "isAgeRestricted" boolean;

-- Help centers that were there before they could be switched off were visible, so they get
-- "isActive" true; those added from now on start switched off.
ALTER TABLE help_center
    ADD COLUMN IF NOT EXISTS region text,
    ADD COLUMN IF NOT EXISTS "subRegion" text,
    ADD COLUMN IF NOT EXISTS "isAvailableNationwide" boolean DEFAULT true,
    ADD COLUMN IF NOT EXISTS "primaryAttributeId" integer,
    ADD COLUMN IF NOT EXISTS "otherAttributes" text,
    ADD COLUMN IF NOT EXISTS "isActive" boolean DEFAULT true,
    ADD COLUMN IF NOT EXISTS "sortingKey" integer NOT NULL DEFAULT nextval('help_center_sorting_key');
ALTER TABLE help_center ALTER COLUMN "isActive" SET DEFAULT false;

-- Who may see an item. One of the original's set-up scripts made these two columns without
-- NOT NULL and without a default; to the app NULL and 0 mean the same, so NULL becomes 0.
-- The columns stay nullable there: a writer that sends NULL must not start to fail.
DO $migration$
DECLARE
    item text;
BEGIN
    FOREACH item IN ARRAY ARRAY['article', 'quiz', 'survey', 'did_you_know'] LOOP
        EXECUTE format(
            'ALTER TABLE %I
                 ADD COLUMN IF NOT EXISTS "ageRestrictionLevel" integer NOT NULL DEFAULT 0,
                 ADD COLUMN IF NOT EXISTS "contentFilter" integer NOT NULL DEFAULT 0', item);
        EXECUTE format(
            'ALTER TABLE %I
                 ALTER COLUMN "ageRestrictionLevel" SET DEFAULT 0,
                 ALTER COLUMN "contentFilter" SET DEFAULT 0', item);
        EXECUTE format(
            'UPDATE %I
                SET "ageRestrictionLevel" = coalesce("ageRestrictionLevel", 0),
                    "contentFilter" = coalesce("contentFilter", 0)
              WHERE "ageRestrictionLevel" IS NULL OR "contentFilter" IS NULL', item);
    END LOOP;
END
$migration$;

-- For a while videos belonged to a category. The column and its values stay, but are no
-- longer required, so that both those who know the column and those who do not can insert.
DO $migration$
BEGIN
    IF EXISTS (
        SELECT FROM pg_attribute
         WHERE attrelid = 'video'::regclass
           AND attname = 'parent_category'
           AND NOT attisdropped
    ) THEN
        ALTER TABLE video ALTER COLUMN parent_category DROP NOT NULL;
    END IF;
END
$migration$;
