-- Accounts :first to :last. The id and the name of an account follow from its number, see
-- src/identity.rs; :'hash' is the hash of the password that all of them have.
INSERT INTO oky_user (id, date_of_birth, gender, location, country, province, "nameHash", "passwordHash",
                      "memorableQuestion", "memorableAnswer", date_signed_up, date_account_saved, metadata)
SELECT left(encode(sha256(('account-' || n)::bytea), 'hex'), 32)::uuid,
       timestamp '2008-01-01' + n % 2000 * interval '1 day',
       (ARRAY['Female', 'Female', 'Female', 'Other'])[n % 4 + 1],
       (ARRAY['Urban', 'Rural'])[n % 2 + 1],
       'NP', (n % 7 + 1)::text,
       encode(sha256(('test-girl-' || n)::bytea), 'hex'),
       :'hash', 'favourite_actor', :'hash',
       timestamp '2025-01-01' + n % 500 * interval '1 day',
       timestamp '2025-01-01' + n % 500 * interval '1 day',
       ('{"isProfileUpdateSkipped":true,"periodDates":[{"date":"01/02/2025","mlGenerated":false,"userVerified":true}]}')::json
FROM generate_series(:first::bigint, :last::bigint) AS n;
