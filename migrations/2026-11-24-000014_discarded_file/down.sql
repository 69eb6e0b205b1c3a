DROP TRIGGER IF EXISTS note_voice_over_change ON article;
DROP TRIGGER IF EXISTS note_voice_over ON article;
DROP FUNCTION IF EXISTS note_voice_over();
DROP TABLE IF EXISTS discarded_file;
