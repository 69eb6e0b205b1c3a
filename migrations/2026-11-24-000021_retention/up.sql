-- When each kind of clearing out succeeded last, so that all instances together do it once a
-- day, and an alarm can tell when it does not happen.
CREATE TABLE IF NOT EXISTS retention_run (
    task text PRIMARY KEY,
    succeeded_at timestamptz NOT NULL
);

-- Since when a message of a user is known. Its own date is whatever its sender wrote: a phone
-- with a wrong clock must not have its message deleted unread, nor keep it for ever.
CREATE TABLE IF NOT EXISTS suggestion_seen (
    id uuid PRIMARY KEY,
    seen_at timestamptz NOT NULL
);
