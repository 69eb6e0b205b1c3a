-- What the original's two services do in a day, as their object mapper writes it: every name with
-- its schema, columns by name, ids made by the service. Columns that only its later versions know
-- are left out, since an older one must be able to come back too.
SET search_path TO periodtracker;
SELECT gen_random_uuid() AS id, gen_random_uuid() AS event, gen_random_uuid() AS article \gset

-- Its api: sign up, log in, store the diary, change data, send events.
INSERT INTO "periodtracker"."oky_user"("id", "date_of_birth", "gender", "location", "country", "province", "store", "nameHash", "passwordHash", "memorableQuestion", "memorableAnswer")
VALUES (:'id', '2010-02-02', 'Female', 'Urban', 'NP', '3', DEFAULT, encode(sha256(('test-girl-original-' || :'round')::bytea), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented');
SELECT "OkyUserEntity"."id", "OkyUserEntity"."passwordHash" FROM "periodtracker"."oky_user" "OkyUserEntity"
 WHERE "OkyUserEntity"."nameHash" = encode(sha256(('test-girl-original-' || :'round')::bytea), 'hex') LIMIT 1;
UPDATE "periodtracker"."oky_user" SET "store" = '{"storeVersion":3,"appState":{"a":1}}' WHERE "id" IN (:'id');
UPDATE "periodtracker"."oky_user" SET "gender" = 'Other', "location" = 'Rural', "memorableAnswer" = '$2b$10$invented' WHERE "id" IN (:'id');
INSERT INTO "periodtracker"."app_event"("local_id", "type", "payload", "metadata", "user_id", "created_at")
VALUES (:'event', 'ANSWER_QUIZ', '{"id":"40000000-0000-4000-8000-000000000001","isCorrect":true}', '{}', :'id', DEFAULT),
       (gen_random_uuid(), 'ANSWER_SURVEY', '{"id":"30000000-0000-4000-8000-000000000001","user_id":"x"}', '{"odd":"\u0000"}', :'id', DEFAULT)
ON CONFLICT DO NOTHING RETURNING "created_at", "id";
-- The same batch again.
INSERT INTO "periodtracker"."app_event"("local_id", "type", "payload", "metadata", "user_id", "created_at")
VALUES (:'event', 'ANSWER_QUIZ', '{}', '{}', :'id', DEFAULT) ON CONFLICT DO NOTHING RETURNING "created_at", "id";

-- Its cms: sign in, write and publish, count.
SELECT "user"."id", "user"."password" FROM "periodtracker"."user" "user" WHERE "user"."username" = 'test-editor-1';
INSERT INTO "periodtracker"."user"("username", "password", "lang", "type", "date_created")
SELECT 'test-editor-' || :'round', '$2b$10$invented', 'en', 'contentManager', 'now';
SELECT "id" AS category FROM "periodtracker"."category" LIMIT 1 \gset
INSERT INTO "periodtracker"."article"("id", "category", "subcategory", "article_heading", "article_text", "live", "lang")
VALUES (:'article', :'category', '', 'By the original', 'text', true, 'en');
UPDATE "periodtracker"."article" SET "live" = false WHERE "id" IN (:'article');
DELETE FROM "periodtracker"."article" WHERE "id" IN (:'article');
INSERT INTO "periodtracker"."quiz"("id", "topic", "question", "option1", "option2", "option3", "right_answer", "wrong_answer_response", "right_answer_response", "live", "lang")
VALUES (gen_random_uuid(), 't', '?', 'a', 'b', 'c', '1', 'no', 'yes', true, 'en');
INSERT INTO "periodtracker"."help_center"("title", "caption", "contactOne", "contactTwo", "address", "website", "lang")
VALUES ('t', 'c', '1', '2', 'a', 'w', 'en') RETURNING "id";
INSERT INTO "periodtracker"."suggestion"("id", "name", "dateRec", "organization", "platform", "reason", "email", "status", "content", "lang")
VALUES (gen_random_uuid(), 'test-girl-1', '2024-01-02T03:04:05.000Z', '', 'app', 'r', '', 'open', 'text', 'en');
INSERT INTO "periodtracker"."analytics"("type", "payload", "metadata") VALUES ('DIRECT_DOWNLOAD', '{}', '{}');
SELECT count(*) FROM "periodtracker"."oky_user" GROUP BY "gender", "location";
SELECT count(*) FROM "periodtracker"."answered_surveys";
DELETE FROM "periodtracker"."suggestion" WHERE "name" = 'test-girl-1';

-- Its api once more: the girl deletes her account.
DELETE FROM "periodtracker"."oky_user" WHERE "id" IN (:'id');
