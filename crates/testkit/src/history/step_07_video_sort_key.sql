CREATE SEQUENCE video_sorting_key;
ALTER TABLE video ADD "sortingKey" integer DEFAULT nextval('video_sorting_key'::regclass) NOT NULL;
