-- What was a test never went to readers, and what was called off was not sent.
DELETE FROM push_delivery WHERE topic IS NOT NULL;
UPDATE push_delivery SET state = 'failed' WHERE state = 'cancelled';
DROP INDEX IF EXISTS push_delivery_draft_idx;
ALTER TABLE push_delivery
    DROP CONSTRAINT IF EXISTS push_delivery_state_check,
    DROP COLUMN IF EXISTS draft_id,
    DROP COLUMN IF EXISTS due_at,
    DROP COLUMN IF EXISTS topic;
ALTER TABLE push_delivery ADD CONSTRAINT push_delivery_state_check
    CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown'));
DROP TABLE IF EXISTS push_text;
DROP TABLE IF EXISTS push_draft;
