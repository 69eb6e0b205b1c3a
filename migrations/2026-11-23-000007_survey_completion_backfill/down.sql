-- Nothing is undone: the rows go with their table, one migration further down.
SELECT 'the completions are kept' AS note;
