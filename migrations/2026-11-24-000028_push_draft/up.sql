-- A notification before it is sent: one text for each language, which are confirmed together
-- and go out one after the other. What becomes of each is in push_delivery.
CREATE TABLE IF NOT EXISTS push_draft (
    id uuid PRIMARY KEY,
    version integer NOT NULL DEFAULT 1,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'asked', 'confirmed')),
    send_at timestamptz,
    asked_by integer,
    asked_name text,
    asked_at timestamptz,
    confirmed_by integer,
    confirmed_name text,
    confirmed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    editor_id integer,
    editor_name text NOT NULL,
    deleted_at timestamptz
);
COMMENT ON COLUMN push_draft.version IS 'Grows with every change; what is confirmed is the version that was seen';
COMMENT ON COLUMN push_draft.state IS 'asked waits for a second person, where the setting asks for one';
COMMENT ON COLUMN push_draft.send_at IS 'When it is wished to go out; NULL is as soon as possible';
COMMENT ON COLUMN push_draft.editor_id IS 'Who saved it last, by user.id';

CREATE TABLE IF NOT EXISTS push_text (
    draft_id uuid NOT NULL REFERENCES push_draft ON DELETE CASCADE,
    lang text NOT NULL,
    title text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (draft_id, lang)
);

ALTER TABLE push_delivery
    ADD COLUMN IF NOT EXISTS draft_id uuid,
    ADD COLUMN IF NOT EXISTS due_at timestamptz,
    ADD COLUMN IF NOT EXISTS topic text,
    DROP CONSTRAINT IF EXISTS push_delivery_state_check;
ALTER TABLE push_delivery ADD CONSTRAINT push_delivery_state_check
    CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown', 'cancelled'));
COMMENT ON COLUMN push_delivery.due_at IS 'Not before this does it go out';
COMMENT ON COLUMN push_delivery.topic IS 'Of a test: the topic of the test phones; NULL is that of the language';

CREATE INDEX IF NOT EXISTS push_delivery_draft_idx ON push_delivery (draft_id);
