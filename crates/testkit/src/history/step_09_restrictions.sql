ALTER TABLE article ADD "isAgeRestricted" boolean;
ALTER TABLE article ADD "ageRestrictionLevel" integer DEFAULT 0 NOT NULL, ADD "contentFilter" integer DEFAULT 0 NOT NULL;
ALTER TABLE quiz ADD "ageRestrictionLevel" integer DEFAULT 0 NOT NULL, ADD "contentFilter" integer DEFAULT 0 NOT NULL;
ALTER TABLE survey ADD "ageRestrictionLevel" integer DEFAULT 0 NOT NULL, ADD "contentFilter" integer DEFAULT 0 NOT NULL;
ALTER TABLE did_you_know ADD "ageRestrictionLevel" integer DEFAULT 0 NOT NULL, ADD "contentFilter" integer DEFAULT 0 NOT NULL;
