ALTER TABLE video DROP COLUMN parent_category;
