DROP TABLE IF EXISTS translation;
