-- Rows as production may hold them: nothing was ever validated, so some are odd. All invented.
-- Ids that are given here are ahead of their sequences, as after loading a dump.

INSERT INTO oky_user
    (id, date_of_birth, gender, location, country, province, store, "nameHash", "passwordHash", "memorableQuestion", "memorableAnswer")
VALUES
    ('10000000-0000-4000-8000-000000000001', '2010-01-31', 'Female', 'Urban', 'NP', '3',
     '{"storeVersion": 1, "appState": {"note": "kept as it is",  "note": "twice"}}',
     encode(sha256('test-girl-1'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented'),
    -- Dates outside the years that most programs know.
    ('10000000-0000-4000-8000-000000000002', '0044-03-15 BC', '', '', NULL, NULL, NULL,
     encode(sha256('test-girl-2'), 'hex'), '$2b$10$invented', '', '$2b$10$invented'),
    ('10000000-0000-4000-8000-000000000003', '12345-06-07 08:09:10.123456', 'anything', 'anywhere', '', '', '[]',
     encode(sha256('test-girl-3'), 'hex'), 'no bcrypt at all', 'a question', ''),
    ('10000000-0000-4000-8000-000000000004', 'infinity', 'Other', 'Rural', DEFAULT, DEFAULT, '"text"',
     encode(sha256('test-girl-4'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented'),
    -- Stores that PostgreSQL keeps but cannot look into.
    ('10000000-0000-4000-8000-000000000005', '2011-02-03', 'Female', 'Rural', 'NP', '1', '{"appState": "\u0000"}',
     encode(sha256('test-girl-5'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented'),
    ('10000000-0000-4000-8000-000000000006', '2011-02-03', 'Female', 'Rural', 'NP', '1', '{"appState": "\ud800 and \udc00"}',
     encode(sha256('test-girl-6'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented'),
    -- Two names that several accounts share.
    ('10000000-0000-4000-8000-000000000007', '2009-05-06', 'Male', 'Urban', 'NP', '2', NULL,
     encode(sha256('test-twins'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented'),
    ('10000000-0000-4000-8000-000000000008', '2009-05-06', 'Male', 'Urban', 'NP', '2', NULL,
     encode(sha256('test-twins'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented'),
    ('10000000-0000-4000-8000-000000000009', '2009-05-06', 'Female', 'Urban', 'NP', '2', NULL,
     encode(sha256('test-triplets'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented'),
    ('10000000-0000-4000-8000-00000000000a', '2009-05-06', 'Female', 'Urban', 'NP', '2', NULL,
     encode(sha256('test-triplets'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented'),
    ('10000000-0000-4000-8000-00000000000b', '2009-05-06', 'Female', 'Urban', 'NP', '2', NULL,
     encode(sha256('test-triplets'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented');

INSERT INTO app_event (local_id, type, payload, metadata, user_id) VALUES
    ('20000000-0000-4000-8000-000000000001', 'ANSWER_QUIZ',
     '{"id":"40000000-0000-4000-8000-000000000001","question":"?","answerID":2,"answer":"b","isCorrect":true,"userID":"10000000-0000-4000-8000-000000000001","utcDateTime":"2024-01-02T03:04:05.000Z"}',
     '{"date":"2024-01-02T03:04:05.000Z","user":"10000000-0000-4000-8000-000000000001","deviceId":"test-device-1"}',
     '10000000-0000-4000-8000-000000000001'),
    ('20000000-0000-4000-8000-000000000002', 'ANSWER_SURVEY',
     '{"id":"30000000-0000-4000-8000-000000000001","user_id":"10000000-0000-4000-8000-000000000001","isCompleted":true,"isSurveyAnswered":true,"questions":[{"questionId":"1","answer":"a"}],"utcDateTime":"2024-01-02T03:04:05.000Z"}',
     '{"date":"2024-01-02T03:04:05.000Z","user":"10000000-0000-4000-8000-000000000001"}',
     '10000000-0000-4000-8000-000000000001'),
    -- The same again, with the id spelled otherwise.
    ('20000000-0000-4000-8000-000000000003', 'ANSWER_SURVEY',
     '{"id":"30000000-0000-4000-8000-000000000001","user_id":"10000000-0000-4000-8000-000000000001 "}', '{}', NULL),
    -- An older app.
    ('20000000-0000-4000-8000-000000000004', 'ANSWER_SURVEY',
     '{"id":"30000000-0000-4000-8000-000000000001","userID":"10000000-0000-4000-8000-000000000002"}', '{}', NULL),
    -- Only the token tells who it was, in upper case.
    ('20000000-0000-4000-8000-000000000005', 'ANSWER_SURVEY',
     '{"id":"30000000-0000-4000-8000-000000000002"}', '{"user":null}', '10000000-0000-4000-8000-00000000000A'),
    ('20000000-0000-4000-8000-000000000006', 'SET_LOCALE', '{"locale":"ne"}', '{"user":null}', NULL),
    ('20000000-0000-4000-8000-000000000007', 'SET_THEME', '["hills"]', '[]', NULL);

-- Queued by one girl, sent under the token of another who shares her phone.
INSERT INTO app_event (id, local_id, type, payload, metadata, user_id) VALUES
    (500, '20000000-0000-4000-8000-000000000500', 'SHARE_APP', '{}',
     '{"user": "10000000-0000-4000-8000-000000000002"}', '10000000-0000-4000-8000-000000000001');

-- Answers that no JSON function of PostgreSQL reads, one with the sender in reach and one
-- without.
INSERT INTO app_event (id, local_id, type, payload, metadata, user_id) VALUES
    (501, '20000000-0000-4000-8000-000000000501', 'ANSWER_SURVEY',
     '{"id":"30000000-0000-4000-8000-000000000003","user_id":"10000000-0000-4000-8000-000000000003","questions":[{"answer":"\u0000"}]}', '{}', NULL),
    (502, '20000000-0000-4000-8000-000000000502', 'ANSWER_SURVEY',
     '{"id":"30000000-0000-4000-8000-000000000003","answer":"\ud83d"}', '{}', NULL);

INSERT INTO analytics (type, payload, metadata) VALUES
    ('DIRECT_DOWNLOAD', '{}', '{}'), ('DIRECT_DOWNLOAD', '{"odd":"\u0000"}', '{}');

-- Not in the order of their titles or ids, so that the order in the heap shows.
INSERT INTO category VALUES
    ('50000000-0000-4000-8000-000000000003', 'Zebra', 'z', 'zebra', 'en'),
    ('50000000-0000-4000-8000-000000000001', 'Middle', 'm', 'middle', 'ne'),
    ('50000000-0000-4000-8000-000000000002', 'Apple', 'a', 'apple', 'en');
INSERT INTO subcategory VALUES
    ('60000000-0000-4000-8000-000000000002', 'Second', '50000000-0000-4000-8000-000000000003', 'en'),
    ('60000000-0000-4000-8000-000000000001', 'First', 'no category at all', 'en');
INSERT INTO article (id, category, subcategory, article_heading, article_text, live, lang) VALUES
    ('70000000-0000-4000-8000-000000000003', '50000000-0000-4000-8000-000000000003', '60000000-0000-4000-8000-000000000002', 'C', 'text', true, 'en'),
    ('70000000-0000-4000-8000-000000000001', '50000000-0000-4000-8000-000000000003', '60000000-0000-4000-8000-000000000002', 'A', 'text', false, 'en'),
    ('70000000-0000-4000-8000-000000000002', '50000000-0000-4000-8000-000000000001', '', 'B', '', true, 'ne');
INSERT INTO quiz (id, topic, question, option1, option2, option3, right_answer, wrong_answer_response, right_answer_response, "isAgeRestricted", live, lang) VALUES
    ('40000000-0000-4000-8000-000000000001', 't', '?', 'a', 'b', 'c', '2', 'no', 'yes', NULL, true, 'en'),
    ('40000000-0000-4000-8000-000000000002', 't', '?', '', '', '', 'not a number', '', '', true, false, 'en');
INSERT INTO did_you_know (id, title, content, live, lang) VALUES
    ('80000000-0000-4000-8000-000000000001', 'Fact', 'text', true, 'en');
INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response, live, lang, is_multiple) VALUES
    ('30000000-0000-4000-8000-000000000001', '', '', '', '', '', '', '', true, 'en', true),
    ('30000000-0000-4000-8000-000000000002', 'Old style?', 'a', 'b', '', '', '', 'thanks', true, 'en', NULL);
-- The same id twice: the table has no primary key.
INSERT INTO question VALUES
    ('31000000-0000-4000-8000-000000000001', 'Q1', 'a', 'b', '', '', '', '', true, '{"option1":"2"}', '1', '30000000-0000-4000-8000-000000000001'),
    ('31000000-0000-4000-8000-000000000001', 'Q1 again', 'a', 'b', '', '', '', '', NULL, '{}', 'ten', '30000000-0000-4000-8000-000000000001');
INSERT INTO avatar_messages VALUES ('90000000-0000-4000-8000-000000000001', 'Hello', true, 'en');

INSERT INTO help_center (id, title, caption, "contactOne", "contactTwo", address, website, lang) VALUES
    (8, 'Second in line', 'c', '1', '2', 'a', 'w', 'en'),
    (3, 'Third in line', 'c', '1', '2', 'a', 'w', 'ne');
INSERT INTO privacy_policy VALUES (2, '[]', '2020-01-01', 'en'), (4, 'no JSON', '-infinity', 'en');
INSERT INTO terms_and_conditions VALUES (1, '[]', '2020-01-01', 'en');
INSERT INTO about VALUES (7, '[]', '2020-01-01', 'en'), (9, '[]', '2021-01-01', 'en');
INSERT INTO about_banner VALUES (1, 'data:image/png;base64,', '2020-01-01', 'en');
INSERT INTO notification VALUES (12, 't', 'c', '1700000000000', 'sent', 'en');
INSERT INTO permanent_notification VALUES (6, 'm', true, true, 'en', '1.0, 2.0');
INSERT INTO suggestion VALUES
    ('a0000000-0000-4000-8000-000000000001', 'test-girl-1', '2024-01-02T03:04:05.000Z', '', 'app', 'r', '', 'open', 'text', 'en');
INSERT INTO "user" (id, username, password, lang, type) VALUES
    (-1, 'test-editor-1', '$2b$10$invented', 'en', 'superAdmin'),
    (5, 'test-editor-1', '$2b$10$invented', 'ne', 'contentManager');
