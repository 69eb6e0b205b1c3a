DELETE FROM translation WHERE item_table IN ('about', 'privacy_policy', 'terms_and_conditions');
