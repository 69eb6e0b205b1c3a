-- Who an app event is about. Deleting an account deletes every event that names it, and an
-- event names people in up to four places: the user of the token it was sent with, the
-- payload's user_id (or userID, in older apps), and the metadata's user. They differ when
-- girls share a phone, whose queue is sent under the token of the one who is signed in.
--
-- The functions are used by indexes, which PostgreSQL maintains in the sessions of whoever
-- writes, the original service included. So they must not raise, whatever a payload holds,
-- must not depend on search_path, locale or settings, and everybody may execute them.

-- The one form in which ids of people and surveys are compared. An id is text wherever events
-- keep it, and was never validated: upper case, braces and trailing white space occur. The cut
-- keeps nonsense within the size that an index accepts; the key of a UUID has 32 characters.
-- COLLATE "C" is not only faster: in a Turkish locale lower('I') is not 'i'.
CREATE OR REPLACE FUNCTION person_key(id text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT nullif(left(replace(lower(btrim(id, E'{} \t\r\n') COLLATE "C"), '-', ''), 64), '')
$function$;

-- PostgreSQL refuses to read any key of a JSON text that contains \u0000 or half of a
-- surrogate pair anywhere, although the json type stores it. Here these escapes become
-- spaces. Halves of proper pairs do as well, which changes no id.
CREATE OR REPLACE FUNCTION readable_json(stored json) RETURNS json
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT regexp_replace(stored::text, E'\\\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', E'\\\\u0020', 'g')::json
$function$;

-- The keys of everybody an event names, possibly repeated; never NULL.
DO $migration$
BEGIN
    EXECUTE format($sql$
        CREATE OR REPLACE FUNCTION event_people(user_id text, payload json, metadata json) RETURNS text[]
        LANGUAGE plpgsql IMMUTABLE
        AS $function$
        BEGIN
            RETURN array_remove(ARRAY[
                %1$I.person_key(user_id),
                %1$I.person_key(payload ->> 'user_id'),
                %1$I.person_key(payload ->> 'userID'),
                %1$I.person_key(metadata ->> 'user')], NULL);
        EXCEPTION WHEN OTHERS THEN
            BEGIN
                payload := %1$I.readable_json(payload);
                metadata := %1$I.readable_json(metadata);
                RETURN array_remove(ARRAY[
                    %1$I.person_key(user_id),
                    %1$I.person_key(payload ->> 'user_id'),
                    %1$I.person_key(payload ->> 'userID'),
                    %1$I.person_key(metadata ->> 'user')], NULL);
            EXCEPTION WHEN OTHERS THEN
                RETURN array_remove(ARRAY[%1$I.person_key(user_id)], NULL);
            END;
        END
        $function$
    $sql$, current_schema());
END
$migration$;

-- Whether an event may name somebody besides its user_id. In nearly every event all ids are
-- the same text, and then the ordinary index on user_id finds it; only the others go into
-- the index over event_people, which would otherwise make inserting events half as fast again.
-- No JSON is parsed: after the user's own mentions are taken out, a key that names a user
-- must not be left. A backslash may hide a key ("\u0075ser"), so its presence counts as yes;
-- so does white space around the colon, which the app never writes. A yes too many costs an
-- index entry, nothing else. chr(92) is the backslash, written so that a session with
-- standard_conforming_strings off reads it as well.
CREATE OR REPLACE FUNCTION event_names_others(user_id text, payload json, metadata json) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT user_id IS NULL
        OR strpos(payload::text, chr(92)) > 0
        OR strpos(metadata::text, chr(92)) > 0
        OR strpos(replace(payload::text, '"user_id":"' || user_id || '"', ''), '"user_id"') > 0
        OR strpos(replace(payload::text, '"userID":"' || user_id || '"', ''), '"userID"') > 0
        OR strpos(replace(metadata::text, '"user":"' || user_id || '"', ''), '"user"') > 0
$function$;

-- The ids of all events that name a person, by the two indexes that this file is written for.
DO $migration$
BEGIN
    EXECUTE format($sql$
        CREATE OR REPLACE FUNCTION events_naming(person text) RETURNS SETOF integer
        LANGUAGE sql STABLE
        AS $function$
            SELECT id
              FROM %1$I.app_event
             WHERE %1$I.person_key(user_id) = %1$I.person_key(person)
             UNION
            SELECT id
              FROM %1$I.app_event
             WHERE %1$I.event_names_others(user_id, payload, metadata)
               AND %1$I.event_people(user_id, payload, metadata) @> ARRAY[%1$I.person_key(person)]
        $function$
    $sql$, current_schema());
END
$migration$;

-- Said explicitly, because an installation may have changed the default privileges.
GRANT EXECUTE ON FUNCTION person_key(text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION readable_json(json) TO PUBLIC;
GRANT EXECUTE ON FUNCTION event_people(text, json, json) TO PUBLIC;
GRANT EXECUTE ON FUNCTION event_names_others(text, json, json) TO PUBLIC;
