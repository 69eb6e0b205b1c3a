DROP TABLE IF EXISTS kept_store;
DROP TABLE IF EXISTS account_reset;
