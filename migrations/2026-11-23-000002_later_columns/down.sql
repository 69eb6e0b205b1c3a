-- Nothing is undone: which of these columns were added here is not recorded, and dropping
-- them would drop data. Applying the migration again finds them and does nothing.
SELECT 'the columns of the original service are kept' AS note;
