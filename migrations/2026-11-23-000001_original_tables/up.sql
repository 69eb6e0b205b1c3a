-- The tables, sequences and views that the original service and its editors' pages work
-- with, in their last form. On an empty schema this builds all of them; on an existing
-- installation it adds only those that are missing, and the next migration adds the columns
-- that an older installation lacks.
--
-- Both servers may run on one database, so names, types, defaults and the missing foreign
-- keys are the original's, odd as some are. Names are unqualified on purpose: the first entry
-- of search_path is the schema, whatever it is called.

CREATE SEQUENCE IF NOT EXISTS about_id_seq;
CREATE SEQUENCE IF NOT EXISTS about_banner_id_seq;
CREATE SEQUENCE IF NOT EXISTS analytics_id_seq;
CREATE SEQUENCE IF NOT EXISTS app_event_id_seq;
CREATE SEQUENCE IF NOT EXISTS help_center_id_seq;
CREATE SEQUENCE IF NOT EXISTS help_center_attribute_id_seq;
CREATE SEQUENCE IF NOT EXISTS notification_id_seq;
CREATE SEQUENCE IF NOT EXISTS permanent_notification_id_seq;
CREATE SEQUENCE IF NOT EXISTS privacy_policy_id_seq;
CREATE SEQUENCE IF NOT EXISTS terms_and_conditions_id_seq;
CREATE SEQUENCE IF NOT EXISTS user_id_seq;
CREATE SEQUENCE IF NOT EXISTS article_sorting_key;
CREATE SEQUENCE IF NOT EXISTS category_sorting_key;
CREATE SEQUENCE IF NOT EXISTS subcategory_sorting_key;
CREATE SEQUENCE IF NOT EXISTS video_sorting_key;
CREATE SEQUENCE IF NOT EXISTS help_center_sorting_key;

-- Accounts of the app. "nameHash" is not unique: installations hold duplicates.
CREATE TABLE IF NOT EXISTS oky_user (
    id uuid PRIMARY KEY,
    date_of_birth timestamp NOT NULL,
    gender character varying NOT NULL,
    location character varying NOT NULL,
    country character varying DEFAULT '00',
    province character varying DEFAULT '0',
    store json,
    "nameHash" character varying NOT NULL,
    "passwordHash" character varying NOT NULL,
    "memorableQuestion" character varying NOT NULL,
    "memorableAnswer" character varying NOT NULL,
    date_signed_up timestamp,
    date_account_saved timestamp DEFAULT now(),
    metadata json DEFAULT '{}',
    avatar json
);

-- What the phones report. The id has 4 bytes although its sequence has 8.
CREATE TABLE IF NOT EXISTS app_event (
    id integer PRIMARY KEY DEFAULT nextval('app_event_id_seq'),
    local_id uuid NOT NULL UNIQUE,
    type character varying NOT NULL,
    payload json NOT NULL,
    metadata json NOT NULL,
    user_id character varying,
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS analytics (
    id integer PRIMARY KEY DEFAULT nextval('analytics_id_seq'),
    type character varying NOT NULL,
    payload json NOT NULL,
    metadata json NOT NULL,
    date_created timestamp NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS category (
    id uuid PRIMARY KEY,
    title character varying NOT NULL,
    primary_emoji character varying NOT NULL,
    primary_emoji_name character varying NOT NULL,
    lang character varying NOT NULL,
    "sortingKey" integer NOT NULL DEFAULT nextval('category_sorting_key')
);

CREATE TABLE IF NOT EXISTS subcategory (
    id uuid PRIMARY KEY,
    title character varying NOT NULL,
    parent_category character varying NOT NULL,
    lang character varying NOT NULL,
    "sortingKey" integer NOT NULL DEFAULT nextval('subcategory_sorting_key')
);

CREATE TABLE IF NOT EXISTS article (
    id uuid PRIMARY KEY,
    category character varying NOT NULL,
    subcategory character varying NOT NULL,
    article_heading character varying NOT NULL,
    article_text character varying NOT NULL,
    date_created timestamp NOT NULL DEFAULT now(),
    live boolean NOT NULL,
    lang character varying NOT NULL,
    "sortingKey" integer NOT NULL DEFAULT nextval('article_sorting_key'),
    "voiceOverKey" text,
    "isAgeRestricted" boolean,
    "ageRestrictionLevel" integer NOT NULL DEFAULT 0,
    "contentFilter" integer NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS quiz (
    id uuid PRIMARY KEY,
    topic character varying NOT NULL,
    question character varying NOT NULL,
    option1 character varying NOT NULL,
    option2 character varying NOT NULL,
    option3 character varying NOT NULL,
    right_answer character varying NOT NULL,
    wrong_answer_response character varying NOT NULL,
    right_answer_response character varying NOT NULL,
    "isAgeRestricted" boolean DEFAULT false,
    live boolean NOT NULL,
    date_created timestamp NOT NULL DEFAULT now(),
    lang character varying NOT NULL,
    "ageRestrictionLevel" integer NOT NULL DEFAULT 0,
    "contentFilter" integer NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS did_you_know (
    id uuid PRIMARY KEY,
    title character varying NOT NULL,
    content character varying NOT NULL,
    "isAgeRestricted" boolean DEFAULT false,
    live boolean NOT NULL,
    lang character varying NOT NULL,
    "ageRestrictionLevel" integer NOT NULL DEFAULT 0,
    "contentFilter" integer NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS survey (
    id uuid PRIMARY KEY,
    question character varying NOT NULL,
    option1 character varying NOT NULL,
    option2 character varying NOT NULL,
    option3 character varying NOT NULL,
    option4 character varying NOT NULL,
    option5 character varying NOT NULL,
    response character varying NOT NULL,
    live boolean NOT NULL,
    date_created timestamp NOT NULL DEFAULT now(),
    lang character varying NOT NULL,
    "isAgeRestricted" boolean DEFAULT false,
    is_multiple boolean DEFAULT true,
    "ageRestrictionLevel" integer NOT NULL DEFAULT 0,
    "contentFilter" integer NOT NULL DEFAULT 0
);

-- No primary key: existing installations may hold the same id twice.
CREATE TABLE IF NOT EXISTS question (
    id uuid NOT NULL,
    question character varying NOT NULL,
    option1 character varying NOT NULL,
    option2 character varying NOT NULL,
    option3 character varying NOT NULL,
    option4 character varying NOT NULL,
    option5 character varying NOT NULL,
    response character varying NOT NULL,
    is_multiple boolean DEFAULT true,
    next_question json NOT NULL,
    sort_number character varying NOT NULL,
    "surveyId" uuid NOT NULL
);

CREATE TABLE IF NOT EXISTS avatar_messages (
    id uuid PRIMARY KEY,
    content character varying NOT NULL,
    live boolean NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE IF NOT EXISTS video (
    id uuid PRIMARY KEY,
    title character varying NOT NULL,
    "youtubeId" character varying,
    "assetName" character varying,
    live boolean NOT NULL,
    date_created timestamp NOT NULL DEFAULT now(),
    lang character varying NOT NULL,
    "sortingKey" integer NOT NULL DEFAULT nextval('video_sorting_key')
);

CREATE TABLE IF NOT EXISTS help_center (
    id integer PRIMARY KEY DEFAULT nextval('help_center_id_seq'),
    title character varying NOT NULL,
    caption character varying NOT NULL,
    "contactOne" character varying NOT NULL,
    "contactTwo" character varying NOT NULL,
    address character varying NOT NULL,
    website character varying NOT NULL,
    lang character varying NOT NULL,
    region text,
    "subRegion" text,
    "isAvailableNationwide" boolean DEFAULT true,
    "primaryAttributeId" integer,
    "otherAttributes" text,
    "isActive" boolean DEFAULT false,
    "sortingKey" integer NOT NULL DEFAULT nextval('help_center_sorting_key')
);

CREATE TABLE IF NOT EXISTS help_center_attribute (
    id integer PRIMARY KEY DEFAULT nextval('help_center_attribute_id_seq'),
    name character varying NOT NULL,
    emoji character varying NOT NULL,
    "isActive" boolean DEFAULT true,
    lang character varying NOT NULL
);

CREATE TABLE IF NOT EXISTS privacy_policy (
    id integer PRIMARY KEY DEFAULT nextval('privacy_policy_id_seq'),
    json_dump character varying NOT NULL,
    "timestamp" timestamp NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE IF NOT EXISTS terms_and_conditions (
    id integer PRIMARY KEY DEFAULT nextval('terms_and_conditions_id_seq'),
    json_dump character varying NOT NULL,
    "timestamp" timestamp NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE IF NOT EXISTS about (
    id integer PRIMARY KEY DEFAULT nextval('about_id_seq'),
    json_dump character varying NOT NULL,
    "timestamp" timestamp NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE IF NOT EXISTS about_banner (
    id integer PRIMARY KEY DEFAULT nextval('about_banner_id_seq'),
    image character varying NOT NULL,
    "timestamp" timestamp NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE IF NOT EXISTS notification (
    id integer PRIMARY KEY DEFAULT nextval('notification_id_seq'),
    title character varying NOT NULL,
    content character varying NOT NULL,
    date_sent character varying NOT NULL,
    status character varying NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE IF NOT EXISTS permanent_notification (
    id integer PRIMARY KEY DEFAULT nextval('permanent_notification_id_seq'),
    message character varying NOT NULL,
    "isPermanent" boolean NOT NULL,
    live boolean NOT NULL,
    lang character varying NOT NULL,
    versions character varying NOT NULL
);

CREATE TABLE IF NOT EXISTS suggestion (
    id uuid PRIMARY KEY,
    name character varying NOT NULL,
    "dateRec" character varying NOT NULL,
    organization character varying NOT NULL,
    platform character varying NOT NULL,
    reason character varying NOT NULL,
    email character varying NOT NULL,
    status character varying NOT NULL,
    content character varying NOT NULL,
    lang character varying NOT NULL
);

-- Log-ins of editors. The default of date_created really is the text "now()", not a time.
CREATE TABLE IF NOT EXISTS "user" (
    id integer PRIMARY KEY DEFAULT nextval('user_id_seq'),
    username character varying NOT NULL,
    password character varying NOT NULL,
    lang character varying NOT NULL,
    date_created character varying NOT NULL DEFAULT 'now()',
    type character varying NOT NULL
);

-- The views are read by the original's pages only. They are left alone where they exist: an
-- older installation may hold an older definition that its own pages rely on, and
-- CREATE OR REPLACE fails when columns differ.
DO $migration$
BEGIN
    IF to_regclass('answered_quizzes') IS NULL THEN
        CREATE VIEW answered_quizzes AS
        SELECT payload ->> 'id' AS id,
               payload ->> 'question' AS question,
               payload ->> 'isCorrect' AS iscorrect,
               payload ->> 'answerID' AS answerid,
               payload ->> 'answer' AS answer,
               payload ->> 'utcDateTime' AS date
          FROM app_event
         WHERE type = 'ANSWER_QUIZ';
    END IF;

    IF to_regclass('answered_surveys') IS NULL THEN
        CREATE VIEW answered_surveys AS
        SELECT payload ->> 'id' AS id,
               payload ->> 'questions' AS question,
               payload ->> 'answerID' AS answerid,
               payload ->> 'answer' AS answer,
               payload ->> 'utcDateTime' AS date,
               payload ->> 'isCompleted' AS iscompleted,
               payload ->> 'isSurveyAnswered' AS issurveyanswered,
               payload ->> 'user_id' AS user_id,
               payload ->> 'questions' AS questions
          FROM app_event
         WHERE type = 'ANSWER_SURVEY';
    END IF;
END
$migration$;
