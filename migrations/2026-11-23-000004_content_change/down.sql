-- CASCADE takes the triggers along, and nothing else depends on the function.
DROP FUNCTION IF EXISTS log_content_change() CASCADE;
DROP TABLE IF EXISTS content_change;
