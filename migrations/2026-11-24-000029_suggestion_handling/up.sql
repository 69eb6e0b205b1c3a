-- What editors do with the messages of users: who looks after one, what they note for each
-- other, and texts to answer with. A message itself stays as the original knows it.
--
-- A note is about a message of a girl: it goes with the message, whichever way that goes.
CREATE TABLE IF NOT EXISTS suggestion_handling (
    suggestion_id uuid PRIMARY KEY,
    assignee_id integer,
    assignee text,
    assigned_at timestamptz,
    closed_by text,
    closed_at timestamptz
);
CREATE INDEX IF NOT EXISTS suggestion_handling_assignee_idx ON suggestion_handling (assignee_id);

CREATE TABLE IF NOT EXISTS suggestion_note (
    id uuid PRIMARY KEY,
    suggestion_id uuid NOT NULL,
    content text NOT NULL,
    editor_id integer,
    editor_name text NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS suggestion_note_suggestion_idx ON suggestion_note (suggestion_id);

CREATE TABLE IF NOT EXISTS answer_template (
    id uuid PRIMARY KEY,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now(),
    editor_name text NOT NULL,
    deleted_at timestamptz
);
CREATE TABLE IF NOT EXISTS answer_template_text (
    template_id uuid NOT NULL REFERENCES answer_template ON DELETE CASCADE,
    lang text NOT NULL,
    title text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (template_id, lang)
);
