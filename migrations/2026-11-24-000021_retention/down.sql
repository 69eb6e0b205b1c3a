DROP TABLE IF EXISTS suggestion_seen;
DROP TABLE IF EXISTS retention_run;
