CREATE SEQUENCE category_sorting_key;
CREATE SEQUENCE subcategory_sorting_key;
CREATE SEQUENCE article_sorting_key;
ALTER TABLE category ADD "sortingKey" integer DEFAULT nextval('category_sorting_key'::regclass) NOT NULL;
ALTER TABLE subcategory ADD "sortingKey" integer DEFAULT nextval('subcategory_sorting_key'::regclass) NOT NULL;
ALTER TABLE article ADD "sortingKey" integer DEFAULT nextval('article_sorting_key'::regclass) NOT NULL;
