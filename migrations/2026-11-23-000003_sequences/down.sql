-- Nothing is undone: a sequence that is set back hands out numbers that are in use.
SELECT 'the sequences are kept' AS note;
