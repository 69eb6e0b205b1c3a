DROP TABLE IF EXISTS saved_search;
DROP TABLE IF EXISTS search_entry;
