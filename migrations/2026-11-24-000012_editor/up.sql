-- What the cms knows about an editor beside her row in "user", which stays as the original
-- service wrote it. That service deletes rows of "user" and knows nothing of these tables; a
-- foreign key would make its delete fail, so there is none. An editor without a row here is one
-- whom only the original has known so far.
CREATE TABLE IF NOT EXISTS editor (
    user_id integer PRIMARY KEY,
    languages text[],
    interface_language text,
    last_sign_in_at timestamptz,
    deactivated_at timestamptz,
    kept_password text,
    reset_token_hash bytea,
    reset_expires_at timestamptz,
    totp_secret bytea,
    totp_confirmed_at timestamptz,
    totp_last_step bigint
);
COMMENT ON COLUMN editor.languages IS 'Languages she may work in; null: that of her row in "user", or all for a superAdmin';
COMMENT ON COLUMN editor.kept_password IS 'Her hash while she is deactivated; "user" then holds one that no password matches';
COMMENT ON COLUMN editor.reset_token_hash IS 'SHA-256 of the token in a link that sets a new password once';
COMMENT ON COLUMN editor.totp_secret IS 'Encrypted; counts once it is confirmed';
COMMENT ON COLUMN editor.totp_last_step IS 'The time step of the last code that was taken: none is taken twice';

-- Codes for when her phone is lost, each good for one sign-in.
CREATE TABLE IF NOT EXISTS editor_recovery_code (
    user_id integer,
    code_hash bytea,
    PRIMARY KEY (user_id, code_hash)
);

-- Sessions of browsers. The key itself is only in the browser's cookie.
CREATE TABLE IF NOT EXISTS editor_session (
    id bigserial PRIMARY KEY,
    key_hash bytea NOT NULL UNIQUE,
    editor_id integer,
    state text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    user_agent text NOT NULL DEFAULT '',
    address_key bytea
);
COMMENT ON COLUMN editor_session.key_hash IS 'SHA-256 of the key';
COMMENT ON COLUMN editor_session.state IS 'A JSON object of texts: what the session remembers';
COMMENT ON COLUMN editor_session.address_key IS 'Keyed hash of the network she signed in from';

-- Few rows, so these are built at once.
CREATE INDEX IF NOT EXISTS editor_session_editor_idx ON editor_session (editor_id);
CREATE INDEX IF NOT EXISTS editor_session_seen_idx ON editor_session (last_seen_at);
