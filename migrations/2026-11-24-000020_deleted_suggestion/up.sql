-- Messages of the contact form that an editor has deleted and may still want back. They are
-- private, so they are not among the revisions of content, which are kept much longer: a row
-- goes after 30 days, and with the account of the girl whose name it bears.
CREATE TABLE IF NOT EXISTS deleted_suggestion (
    id uuid PRIMARY KEY,
    name varchar NOT NULL,
    "dateRec" varchar NOT NULL,
    organization varchar NOT NULL,
    platform varchar NOT NULL,
    reason varchar NOT NULL,
    email varchar NOT NULL,
    status varchar NOT NULL,
    content varchar NOT NULL,
    lang varchar NOT NULL,
    -- What was deleted at one stroke, so that it comes back at one.
    deletion uuid NOT NULL,
    deleted_at timestamptz NOT NULL DEFAULT now()
);
