DROP TABLE IF EXISTS known_address;
DROP TABLE IF EXISTS sign_in_failure;
