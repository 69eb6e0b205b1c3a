-- Nothing is undone: the counts go with their tables, one migration further down.
SELECT 'the counts are kept' AS note;
