CREATE TABLE video (
    id uuid NOT NULL PRIMARY KEY,
    title character varying NOT NULL,
    "youtubeId" character varying,
    "assetName" character varying,
    live boolean NOT NULL,
    parent_category character varying NOT NULL,
    date_created timestamp without time zone DEFAULT now() NOT NULL,
    lang character varying NOT NULL
);
