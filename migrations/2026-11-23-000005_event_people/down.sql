-- The indexes are built outside the migrations but need these functions.
DROP INDEX IF EXISTS app_event_user_idx;
DROP INDEX IF EXISTS app_event_named_people_idx;
DROP FUNCTION IF EXISTS events_naming(text);
DROP FUNCTION IF EXISTS event_names_others(text, json, json);
DROP FUNCTION IF EXISTS event_people(text, json, json);
DROP FUNCTION IF EXISTS readable_json(json);
DROP FUNCTION IF EXISTS person_key(text);
