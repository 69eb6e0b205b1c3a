-- What throttling sign-ins needs to remember. It lives here and not in memory, so that all
-- instances agree and a restart forgives nobody. Accounts and addresses are keyed hashes: the
-- tables tell nobody who tried, or from where. Accounts need not exist (guessed names count
-- too), so nothing refers to oky_user.
CREATE TABLE IF NOT EXISTS sign_in_failure (
    id bigserial PRIMARY KEY,
    account_key bytea NOT NULL,
    address_key bytea NOT NULL,
    purpose smallint NOT NULL,
    failed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN sign_in_failure.purpose IS 'What was tried, such as a password or a secret answer; the numbers are fixed in the code';

-- Addresses that an account has signed in from. They keep working when somebody else has used
-- up the failures of the account, so that knowing a name is not enough to lock its owner out.
CREATE TABLE IF NOT EXISTS known_address (
    account_key bytea,
    address_key bytea,
    last_success_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_key, address_key)
);
