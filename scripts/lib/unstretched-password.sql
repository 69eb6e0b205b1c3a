-- Gives the role postgres the password :password, as SCRAM-SHA-256 (RFC 5802) stores one, after one
-- round of hashing in the place of 4096. The many rounds protect passwords that people make up, and
-- cost each of the thousands of connections of the tests some 8 ms; 16 random bytes need none.
CREATE FUNCTION pg_temp.hmac(key bytea, message bytea) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE
  outside bytea := decode(repeat('5c', 64), 'hex');
  inside bytea := decode(repeat('36', 64), 'hex');
BEGIN
  FOR i IN 0 .. length(key) - 1 LOOP
    outside := set_byte(outside, i, get_byte(outside, i) # get_byte(key, i));
    inside := set_byte(inside, i, get_byte(inside, i) # get_byte(key, i));
  END LOOP;
  RETURN sha256(outside || sha256(inside || message));
END $$;

SELECT format('ALTER ROLE postgres PASSWORD %L', format('SCRAM-SHA-256$1:%s$%s:%s',
         encode(salt, 'base64'),
         encode(sha256(pg_temp.hmac(salted, 'Client Key')), 'base64'),
         encode(pg_temp.hmac(salted, 'Server Key'), 'base64')))
  FROM (VALUES (uuid_send(gen_random_uuid()))) AS random (salt),
       LATERAL (SELECT pg_temp.hmac(:'password', salt || '\x00000001')) AS stretched (salted)
\gexec
