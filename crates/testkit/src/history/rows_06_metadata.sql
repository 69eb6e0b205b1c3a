-- The code says metadata is an object; the column takes anything.
UPDATE oky_user SET metadata = NULL WHERE id = '10000000-0000-4000-8000-000000000002';
UPDATE oky_user SET metadata = '[1, 2]' WHERE id = '10000000-0000-4000-8000-000000000003';
UPDATE oky_user SET metadata = '{"periodDates": [], "odd": "\u0000"}' WHERE id = '10000000-0000-4000-8000-000000000005';
