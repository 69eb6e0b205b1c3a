DROP TABLE IF EXISTS sheet_import_row;
DROP TABLE IF EXISTS sheet_import;
