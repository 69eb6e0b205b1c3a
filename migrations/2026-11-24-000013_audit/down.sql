DROP TABLE IF EXISTS audit_entry;
DROP FUNCTION IF EXISTS audit_entry_stays();
