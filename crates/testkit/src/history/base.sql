-- State 0: the original's first files. No foreign keys, no indexes but the primary keys (and
-- none for question), sequences that belong to no column.

CREATE SEQUENCE about_id_seq;
CREATE SEQUENCE about_banner_id_seq;
CREATE SEQUENCE analytics_id_seq;
CREATE SEQUENCE app_event_id_seq MAXVALUE 2147483646;
CREATE SEQUENCE help_center_id_seq;
CREATE SEQUENCE notification_id_seq;
CREATE SEQUENCE permanent_notification_id_seq;
CREATE SEQUENCE privacy_policy_id_seq;
CREATE SEQUENCE terms_and_conditions_id_seq;
CREATE SEQUENCE user_id_seq;

CREATE TABLE oky_user (
    id uuid NOT NULL PRIMARY KEY,
    date_of_birth timestamp without time zone NOT NULL,
    gender character varying NOT NULL,
    location character varying NOT NULL,
    country character varying DEFAULT '00'::character varying,
    province character varying DEFAULT '0'::character varying,
    store json,
    "nameHash" character varying NOT NULL,
    "passwordHash" character varying NOT NULL,
    "memorableQuestion" character varying NOT NULL,
    "memorableAnswer" character varying NOT NULL
);

CREATE TABLE app_event (
    id integer DEFAULT nextval('app_event_id_seq'::regclass) NOT NULL PRIMARY KEY,
    local_id uuid NOT NULL UNIQUE,
    type character varying NOT NULL,
    payload json NOT NULL,
    metadata json NOT NULL,
    user_id character varying,
    created_at timestamp without time zone DEFAULT now() NOT NULL
);

CREATE TABLE analytics (
    id integer DEFAULT nextval('analytics_id_seq'::regclass) NOT NULL PRIMARY KEY,
    type character varying NOT NULL,
    payload json NOT NULL,
    metadata json NOT NULL,
    date_created timestamp without time zone DEFAULT now() NOT NULL
);

CREATE TABLE category (
    id uuid NOT NULL PRIMARY KEY,
    title character varying NOT NULL,
    primary_emoji character varying NOT NULL,
    primary_emoji_name character varying NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE subcategory (
    id uuid NOT NULL PRIMARY KEY,
    title character varying NOT NULL,
    parent_category character varying NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE article (
    id uuid NOT NULL PRIMARY KEY,
    category character varying NOT NULL,
    subcategory character varying NOT NULL,
    article_heading character varying NOT NULL,
    article_text character varying NOT NULL,
    date_created timestamp without time zone DEFAULT now() NOT NULL,
    live boolean NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE quiz (
    id uuid NOT NULL PRIMARY KEY,
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
    date_created timestamp without time zone DEFAULT now() NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE did_you_know (
    id uuid NOT NULL PRIMARY KEY,
    title character varying NOT NULL,
    content character varying NOT NULL,
    "isAgeRestricted" boolean DEFAULT false,
    live boolean NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE survey (
    id uuid NOT NULL PRIMARY KEY,
    question character varying NOT NULL,
    option1 character varying NOT NULL,
    option2 character varying NOT NULL,
    option3 character varying NOT NULL,
    option4 character varying NOT NULL,
    option5 character varying NOT NULL,
    response character varying NOT NULL,
    live boolean NOT NULL,
    date_created timestamp without time zone DEFAULT now() NOT NULL,
    lang character varying NOT NULL,
    "isAgeRestricted" boolean DEFAULT false,
    is_multiple boolean DEFAULT true
);

CREATE TABLE question (
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

CREATE TABLE avatar_messages (
    id uuid NOT NULL PRIMARY KEY,
    content character varying NOT NULL,
    live boolean NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE help_center (
    id integer DEFAULT nextval('help_center_id_seq'::regclass) NOT NULL PRIMARY KEY,
    title character varying NOT NULL,
    caption character varying NOT NULL,
    "contactOne" character varying NOT NULL,
    "contactTwo" character varying NOT NULL,
    address character varying NOT NULL,
    website character varying NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE privacy_policy (
    id integer DEFAULT nextval('privacy_policy_id_seq'::regclass) NOT NULL PRIMARY KEY,
    json_dump character varying NOT NULL,
    "timestamp" timestamp without time zone NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE terms_and_conditions (
    id integer DEFAULT nextval('terms_and_conditions_id_seq'::regclass) NOT NULL PRIMARY KEY,
    json_dump character varying NOT NULL,
    "timestamp" timestamp without time zone NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE about (
    id integer DEFAULT nextval('about_id_seq'::regclass) NOT NULL PRIMARY KEY,
    json_dump character varying NOT NULL,
    "timestamp" timestamp without time zone NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE about_banner (
    id integer DEFAULT nextval('about_banner_id_seq'::regclass) NOT NULL PRIMARY KEY,
    image character varying NOT NULL,
    "timestamp" timestamp without time zone NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE notification (
    id integer DEFAULT nextval('notification_id_seq'::regclass) NOT NULL PRIMARY KEY,
    title character varying NOT NULL,
    content character varying NOT NULL,
    date_sent character varying NOT NULL,
    status character varying NOT NULL,
    lang character varying NOT NULL
);

CREATE TABLE permanent_notification (
    id integer DEFAULT nextval('permanent_notification_id_seq'::regclass) NOT NULL PRIMARY KEY,
    message character varying NOT NULL,
    "isPermanent" boolean NOT NULL,
    live boolean NOT NULL,
    lang character varying NOT NULL,
    versions character varying NOT NULL
);

CREATE TABLE suggestion (
    id uuid NOT NULL PRIMARY KEY,
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

CREATE TABLE "user" (
    id integer DEFAULT nextval('user_id_seq'::regclass) NOT NULL PRIMARY KEY,
    username character varying NOT NULL,
    password character varying NOT NULL,
    lang character varying NOT NULL,
    date_created character varying DEFAULT 'now()'::character varying NOT NULL,
    type character varying NOT NULL
);
