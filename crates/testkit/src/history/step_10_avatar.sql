ALTER TABLE oky_user ADD avatar json;
COMMENT ON COLUMN oky_user.avatar IS 'The avatar that the user put together';
UPDATE oky_user SET avatar = '{"smile": null, "customAvatarUnlocked": false}';
