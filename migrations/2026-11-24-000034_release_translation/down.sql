ALTER TABLE release_item DROP COLUMN IF EXISTS translation_before;
