UPDATE oky_user SET avatar = '{"smile": "smile2",  "customAvatarUnlocked": true}' WHERE id = '10000000-0000-4000-8000-000000000001';
UPDATE oky_user SET avatar = NULL WHERE id = '10000000-0000-4000-8000-000000000002';
UPDATE oky_user SET avatar = '"odd"' WHERE id = '10000000-0000-4000-8000-000000000003';
