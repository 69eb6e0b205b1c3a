-- The rows above bring their own numbers: what is added later must count on from them.

SELECT setval('category_sorting_key', max("sortingKey")) FROM category;
SELECT setval('subcategory_sorting_key', max("sortingKey")) FROM subcategory;
SELECT setval('article_sorting_key', max("sortingKey")) FROM article;
SELECT setval('video_sorting_key', max("sortingKey")) FROM video;
SELECT setval('help_center_sorting_key', max("sortingKey")) FROM help_center;
SELECT setval('help_center_id_seq', max(id)) FROM help_center;
SELECT setval('help_center_attribute_id_seq', max(id)) FROM help_center_attribute;
SELECT setval('privacy_policy_id_seq', max(id)) FROM privacy_policy;
SELECT setval('terms_and_conditions_id_seq', max(id)) FROM terms_and_conditions;
SELECT setval('about_id_seq', max(id)) FROM about;
SELECT setval('about_banner_id_seq', max(id)) FROM about_banner;
SELECT setval('notification_id_seq', max(id)) FROM notification;
SELECT setval('permanent_notification_id_seq', max(id)) FROM permanent_notification;
