ALTER TABLE oky_user ADD metadata json DEFAULT '{}';
