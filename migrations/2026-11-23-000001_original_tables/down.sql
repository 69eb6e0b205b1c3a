-- Nothing is undone: these tables hold the accounts and the content, and the original
-- service may be running on them. Applying the migration again finds them and does nothing.
SELECT 'the tables of the original service are kept' AS note;
