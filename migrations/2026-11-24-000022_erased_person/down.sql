DROP TABLE IF EXISTS erased_person;
