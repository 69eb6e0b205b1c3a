-- What a password reset leaves behind. The original service deletes rows of oky_user and knows
-- nothing of these tables; a foreign key would make its delete fail, so there is none, and
-- whoever deletes an account here deletes these rows too.

-- Tokens issued before the reset are stale: the girl's own phone goes on with its old token, so
-- they still work, but not for deleting the account.
CREATE TABLE IF NOT EXISTS account_reset (
    user_id uuid PRIMARY KEY,
    tokens_valid_after timestamptz NOT NULL
);

-- The diary as it was last written before the reset, in case the one who reset the password was
-- not its owner. One copy per account, kept for some weeks.
CREATE TABLE IF NOT EXISTS kept_store (
    user_id uuid PRIMARY KEY,
    store json,
    kept_at timestamptz NOT NULL DEFAULT now()
);
