DROP TABLE IF EXISTS deleted_suggestion;
