CREATE SEQUENCE help_center_sorting_key;
ALTER TABLE help_center
    ADD region text,
    ADD "subRegion" text,
    ADD "isAvailableNationwide" boolean DEFAULT true,
    ADD "primaryAttributeId" integer,
    ADD "otherAttributes" text,
    ADD "isActive" boolean DEFAULT false,
    ADD "sortingKey" integer DEFAULT nextval('help_center_sorting_key'::regclass) NOT NULL;

CREATE SEQUENCE help_center_attribute_id_seq;
CREATE TABLE help_center_attribute (
    id integer DEFAULT nextval('help_center_attribute_id_seq'::regclass) NOT NULL PRIMARY KEY,
    name character varying NOT NULL,
    emoji character varying NOT NULL,
    "isActive" boolean DEFAULT true,
    lang character varying NOT NULL
);
