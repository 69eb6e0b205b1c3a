-- What became of each push notification. The original writes a row into notification with the
-- status "sent" whether or not it was, so a notification of ours waits here, and gets its row
-- there, under the same id, once the messaging service has taken it: what phones ask for, and
-- what the original's CMS lists, has been sent.
CREATE TABLE IF NOT EXISTS push_delivery (
    id integer PRIMARY KEY,
    lang text NOT NULL,
    title text NOT NULL,
    content text NOT NULL,
    state text NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown')),
    attempts integer NOT NULL DEFAULT 0,
    message_name text,
    error text,
    request uuid NOT NULL UNIQUE,
    job_id uuid,
    created_by integer,
    creator text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    tried_at timestamptz,
    sent_at timestamptz,
    removed_at timestamptz
);
COMMENT ON COLUMN push_delivery.id IS 'From notification_id_seq: it becomes the id of the row in notification';
COMMENT ON COLUMN push_delivery.state IS 'sending is written before the request goes out; unknown is one whose answer never came';
COMMENT ON COLUMN push_delivery.error IS 'Kind of the last failure, a word fixed in the code';
COMMENT ON COLUMN push_delivery.request IS 'Made up by the page that confirmed: a form that is sent twice is one notification';

CREATE INDEX IF NOT EXISTS push_delivery_lang_idx ON push_delivery (lang, id);
