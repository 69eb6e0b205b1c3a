-- Who is deactivated stays without a usable password: nobody gets in again by going back.
DROP TABLE IF EXISTS editor_session;
DROP TABLE IF EXISTS editor_recovery_code;
DROP TABLE IF EXISTS editor;
